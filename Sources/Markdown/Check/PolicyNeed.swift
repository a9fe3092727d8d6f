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
    case ("image", "href"), ("image", "xlink:href"): return .load(.image)
    case ("input", "src"): return type == "image" ? .load(.image) : nil
    case ("video", "src"), ("audio", "src"), ("track", "src"), ("source", "src"): return .load(.media)
    case ("a", "ping"), ("area", "ping"): return .load(.connect)
    case ("embed", "src"), ("object", "data"): return .plugin(element)
    case ("base", "href"): return .base
    case ("link", "href"): return directive(ofLink: rel ?? "", use ?? "").map { .load($0) }
    default: return nil
    }
  }

  private static func directive(ofLink rel: String, _ use: String) -> ContentDirective? {
    let words = rel.split(whereSeparator: \.isWhitespace)
    if words.contains("stylesheet") { return .style }
    if words.contains("modulepreload") { return .script }
    if words.contains(where: { $0.hasSuffix("icon") || $0.hasPrefix("apple-touch-") }) { return .image }
    guard words.contains("preload") else { return nil }
    switch use {
    case "font", "style", "script", "image": return ContentDirective(rawValue: use)
    case "audio", "video", "track": return .media
    case "fetch": return .connect
    default: return nil
    }
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
