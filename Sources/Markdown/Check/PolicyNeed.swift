import Text

/// What an element needs that a page's content policy may refuse (Content Security Policy, level 3, sections 6.1 to 6.4).
package struct PolicyNeed: Sendable {
  package enum Kind: Sendable, Equatable {
    /// What is at an address.
    case load(ContentDirective)
    /// Code or styles in the page itself, a plug-in, another beginning for addresses: what policies of a site like ours never allow.
    case inlineScript
    case handler(String)
    case inlineStyle, styleElement
    case plugin(String)
    case base
    /// A form that is sent to the page that it stands on, or to what is no page: `mailto`.
    case ownForm
    case formScheme(String)
    /// Code that a script makes of text.
    case evaluation(String)
    /// What only matters when its address is another site's.
    case elsewhere(Elsewhere)
    /// The `src` that a script gives to an element, of whatever sort.
    case source

    package var hasAddress: Bool {
      switch self {
      case .load, .elsewhere, .source: true
      default: false
      }
    }
  }

  /// What browsers do with another site's address, besides loading it into the page.
  package enum Elsewhere: Sendable {
    /// A script that runs beside the page's own (`new Worker`), which browsers only take from the page's own site.
    case worker
    /// One that answers for all pages below the folder that it lies in.
    case serviceWorker
    /// Parts of another drawing (`<use>`), which browsers only take from the page's own site.
    case drawing
    /// What may be wanted next (`<link rel="prefetch">`).
    case prefetch
    /// A connection for later (`<link rel="preconnect">`).
    case connection
    case manifest
    /// Where the page leads by itself (`<meta http-equiv="refresh">`).
    case refresh
  }

  package let kind: Kind
  /// The address, or the value or tag that is wrong in itself.
  package let place: Range<Int>
  /// Whether it is the picture that an article's references are asked for.
  var isPicture = false
  /// Whether it is one of the addresses of a `srcset`.
  var isCandidate = false

  typealias Attribute = (name: String, value: Range<Int>)

  /// `bytes` have the tag; `start` is where it begins.
  static func find(
    in bytes: [UInt8], _ tag: RawTag, at start: Int, _ attributes: [Attribute]
  ) -> [PolicyNeed] {
    guard !tag.isEnd, !tag.name.isEmpty, tag.name == "script" || tag.name == "style" || !attributes.isEmpty
    else {
      return []
    }
    func value(_ name: String) -> String? {
      attributes.first { $0.name == name }.map {
        String(decoding: bytes[$0.value], as: UTF8.self).lowercased()
      }
    }
    let whole = start..<tag.end
    var found: [PolicyNeed] = []
    if tag.name == "style" { found.append(PolicyNeed(kind: .styleElement, place: whole)) }
    if tag.name == "script", value("src") == nil, value("href") == nil, value("xlink:href") == nil,
      isCode(value("type"))
    {
      found.append(PolicyNeed(kind: .inlineScript, place: whole))
    }
    if tag.name == "form", value("action") == nil, let method = value("method"), method != "dialog" {
      found.append(PolicyNeed(kind: .ownForm, place: whole))
    }
    if tag.name == "meta", value("http-equiv") == "refresh",
      let content = attributes.first(where: { $0.name == "content" })?.value,
      let place = refreshAddress(in: bytes, content)
    {
      found.append(PolicyNeed(kind: .elsewhere(.refresh), place: place))
    }
    for (name, place) in attributes {
      func need(_ kind: Kind, isPicture: Bool = false) {
        found.append(PolicyNeed(kind: kind, place: place, isPicture: isPicture))
      }
      switch name {
      case "style": need(.inlineStyle)
      case "srcset", "imagesrcset":
        // Addresses, each with a width or density behind it.
        for candidate in bytes[place].split(separator: UInt8(ascii: ",")) {
          let address = candidate.drop(while: isSpace).prefix { !isSpace($0) }
          found.append(PolicyNeed(kind: .load(.image), place: address.indices, isCandidate: true))
        }
      case _ where isHandler(name): need(.handler(name))
      default:
        guard let kind = kind(of: name, tag.name, rel: value("rel"), as: value("as"), type: value("type"))
        else {
          continue
        }
        if kind == .load(.form), let scheme = formScheme(bytes[place]) {
          need(.formScheme(scheme))
          continue
        }
        need(kind, isPicture: name == "poster" || name == "src" && tag.name == "img")
      }
    }
    return found
  }

  /// What an element does with the address in an attribute.
  private static func kind(
    of attribute: String, _ element: String, rel: String?, as use: String?, type: String?
  )
    -> Kind?
  {
    switch (element, attribute) {
    case ("iframe", "src"), ("frame", "src"): return .load(.frame)
    case ("form", "action"), ("button", "formaction"), ("input", "formaction"): return .load(.form)
    case ("script", "src"), ("script", "href"), ("script", "xlink:href"): return .load(.script)
    case ("img", "src"), ("video", "poster"), (_, "background"): return .load(.image)
    case ("image", "href"), ("image", "xlink:href"), ("feimage", "href"), ("feimage", "xlink:href"):
      return .load(.image)
    case ("use", "href"), ("use", "xlink:href"): return .elsewhere(.drawing)
    case ("input", "src"): return type == "image" ? .load(.image) : nil
    case ("video", "src"), ("audio", "src"), ("track", "src"), ("source", "src"): return .load(.media)
    case ("a", "ping"), ("area", "ping"): return .load(.connect)
    case ("embed", "src"), ("object", "data"): return .plugin(element)
    case ("base", "href"): return .base
    case ("link", "href"): return kind(ofLink: rel ?? "", use ?? "")
    default: return nil
    }
  }

  private static func kind(ofLink rel: String, _ use: String) -> Kind? {
    let words = rel.split(whereSeparator: \.isWhitespace)
    if words.contains("stylesheet") { return .load(.style) }
    if words.contains("modulepreload") { return .load(.script) }
    if words.contains(where: { $0.hasSuffix("icon") || $0.hasPrefix("apple-touch-") }) {
      return .load(.image)
    }
    if words.contains("manifest") { return .elsewhere(.manifest) }
    guard words.contains("preload") else {
      if words.contains("prefetch") || words.contains("prerender") { return .elsewhere(.prefetch) }
      let connects = words.contains("preconnect") || words.contains("dns-prefetch")
      return connects ? .elsewhere(.connection) : nil
    }
    switch use {
    case "font", "style", "script", "image": return ContentDirective(rawValue: use).map { .load($0) }
    case "audio", "video", "track": return .load(.media)
    case "fetch": return .load(.connect)
    default: return nil
    }
  }

  /// The scheme of what is no page: a form for a mailbox or a telephone.
  private static func formScheme(_ address: ArraySlice<UInt8>) -> String? {
    let start = String(decoding: address.drop(while: isSpace).prefix(7), as: UTF8.self).lowercased()
    return ["mailto", "tel", "sms"].first { start.hasPrefix($0 + ":") }
  }

  /// The address in `0; url=/x/` (WHATWG HTML, section 4.2.5.3).
  package static func refreshAddress(in bytes: [UInt8], _ content: Range<Int>) -> Range<Int>? {
    let written = String(decoding: bytes[content], as: UTF8.self).lowercased()
    guard written.contains("url"), let equals = bytes[content].firstIndex(of: UInt8(ascii: "=")) else {
      return nil
    }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let address = bytes[(equals + 1)..<content.upperBound].drop { isSpace($0) || quotes.contains($0) }
    let end = address.lastIndex { !isSpace($0) && !quotes.contains($0) }.map { $0 + 1 }
    return address.startIndex..<(end ?? address.startIndex)
  }

  /// Whether a `script` of a type is run, or rules what runs (WHATWG HTML, section 4.12.1); anything else is data.
  private static func isCode(_ type: String?) -> Bool {
    guard let type = type?.split(separator: ";").first?.filter({ !$0.isWhitespace }) else { return true }
    return ["module", "importmap", "speculationrules"].contains(type) || type.hasSuffix("/javascript")
      || type.hasSuffix("/ecmascript") || type.hasSuffix("/x-javascript")
  }

  /// `onclick` and the like: an attribute's name in small letters that begins so.
  private static func isHandler(_ name: String) -> Bool {
    name.count > 3 && name.hasPrefix("on") && name.utf8.allSatisfy { $0 &- 0x61 < 26 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension MarkupTag {
  /// What the tag, read from `markup` at `start`, needs of the page's policy.
  package func needs(in markup: [UInt8], at start: Int) -> [PolicyNeed] {
    PolicyNeed.find(in: markup, tag, at: start, attributes)
  }
}
