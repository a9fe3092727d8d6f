import Diagnostics
import Markdown
import Mustache
import Text

/// An address that stands in a template, as far as it is written there.
package struct TemplateAddress: Sendable {
  /// The template's file, and the name that pages know it by; a partial has none.
  let file: String
  let template: String?
  /// What it begins with when that is a tag.
  let start: Start
  /// The rest, as far as the first tag in it.
  let text: [UInt8]
  /// Whether a tag follows, so that more of it is known only on a page.
  let goesOn: Bool
  let position: Position
  /// Whether it is not written in a template, which only shows it.
  var isValue = false

  enum Start: Sendable {
    case nothing
    /// `{{site.home-url}}`, which ends with a slash.
    case home
    /// `{{site.origin}}`, which does not.
    case origin
  }
}

/// What an element of a template needs of the content policy of its pages.
package struct TemplateNeed: Sendable {
  let kind: PolicyNeed.Kind
  let file: String
  let position: Position
  /// Nil where a tag stands, or what is wrong is no address.
  let address: TemplateAddress?
  /// The name in the tag at its beginning.
  let variable: String?
}

/// A frame in a template: where it stands, and the values of its attributes.
struct TemplateFrame {
  let start: Range<Int>
  /// Behind its end tag.
  let end: Int
  let address: Range<Int>
  let title: Range<Int>?
}

/// Finds the addresses in the markup of a template: in `href`, `src`, `srcset`, `poster`, `action`, in `url()` of styles, and
/// in what `meta` says of pages and pictures (WHATWG HTML).
struct TemplateAddresses {
  private let markup: TemplateMarkup
  private var places: [Range<Int>] = []
  private var needs: [PolicyNeed] = []
  private var frames: [TemplateFrame] = []
  /// Where one frame has no end, those behind it have none either.
  private var hasFrameEnds = true
  private var bytes: [UInt8] { markup.bytes }

  static func find(in markup: TemplateMarkup) -> (addresses: [TemplateAddress], needs: [TemplateNeed]) {
    var finder = TemplateAddresses(markup: markup)
    finder.scan()
    let folder = "Templates/partials/"
    let template = markup.source.file.hasPrefix(folder) ? nil : markup.source.name
    var cursor = PositionCursor(markup.source.bytes)
    let addresses = finder.places.sorted { $0.lowerBound < $1.lowerBound }.compactMap { place in
      finder.address(at: place, template, cursor.position(ofByte: place.lowerBound))
    }
    cursor = PositionCursor(markup.source.bytes)
    let needs = finder.needs.sorted { $0.place.lowerBound < $1.place.lowerBound }.map { need in
      let position = cursor.position(ofByte: need.place.lowerBound)
      return TemplateNeed(
        kind: need.kind, file: markup.source.file, position: position,
        address: finder.address(at: need.place, template, position),
        variable: markup.variable(at: need.place.lowerBound)?.name)
    }
    return (addresses, needs)
  }

  /// The template with each frame of another site as it stands in pages until a visitor asks for it; nil for one that has none.
  /// Addresses of the site itself begin as one of `own`.
  static func withPlaceholders(
    _ markup: TemplateMarkup, script: [UInt8], own: Set<String>, _ labels: MarkdownLabels
  ) -> TemplateSource? {
    var finder = TemplateAddresses(markup: markup)
    finder.scan()
    var source = markup.source
    for frame in finder.frames.reversed() {
      guard let host = finder.host(of: frame, own: own) else { continue }
      let bytes = markup.source.bytes
      let placeholder = FramePlaceholder(
        bytes[frame.start], address: bytes[frame.address], title: frame.title.map { bytes[$0] },
        host: host.isEmpty ? nil : host, labels: labels)
      source.bytes.replaceSubrange(frame.start.lowerBound..<frame.end, with: placeholder.html(script: script))
    }
    return source.bytes == markup.source.bytes ? nil : source
  }

  /// Whose page a frame shows: empty when only the page knows, nil when it is the site's own.
  private func host(of frame: TemplateFrame, own: Set<String>) -> String? {
    let value = bytes[frame.address].drop(while: Self.isSpace)
    if value.first == TemplateMarkup.unknown {
      let name = markup.variable(at: value.startIndex)?.name ?? ""
      return name == "site.home-url" || name == "site.origin" || name.hasPrefix("site.assets.") ? nil : ""
    }
    guard let parts = WebAddressParts(value), !own.contains(parts.host) else { return nil }
    return parts.host.utf8.count == parts.host.unicodeScalars.count ? parts.host : ""
  }

  private init(markup: TemplateMarkup) { self.markup = markup }

  private mutating func scan() {
    var i = 0
    while let next = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
      guard let tag = MarkupTag(bytes, at: next) else {
        i = next + 1
        continue
      }
      i = tag.end
      needs += tag.needs(in: bytes, at: next)
      for attribute in tag.attributes { take(attribute, of: tag.name) }
      if tag.name == "meta" { takeMeta(tag.attributes) }
      if tag.isEnd { continue }
      if tag.name == "iframe" { i = takeFrame(tag, at: next) }
      if tag.name == "style" {
        let end = MarkupTag.end(of: tag.name, in: bytes, from: i)
        take(stylesheet: i..<end)
        i = end
      } else if tag.name == "script" {
        i = MarkupTag.end(of: tag.name, in: bytes, from: i)
      }
    }
  }

  /// Where what stands behind the frame begins: inside of it, nothing is read as tags.
  private mutating func takeFrame(_ tag: MarkupTag, at start: Int) -> Int {
    let close = hasFrameEnds ? MarkupTag.end(of: tag.name, in: bytes, from: tag.end) : bytes.count
    hasFrameEnds = close < bytes.count
    let end = MarkupTag(bytes, at: close)?.end ?? tag.end
    func value(_ name: String) -> Range<Int>? { tag.attributes.first { $0.name == name }?.value }
    if let address = value("src"), value("srcdoc") == nil {
      frames.append(
        TemplateFrame(start: start..<tag.end, end: end, address: address, title: value("title")))
    }
    return end
  }

  private typealias Attribute = (name: String, value: Range<Int>)

  private mutating func take(_ attribute: Attribute, of element: String) {
    switch attribute.name {
    case "href", "src", "poster", "action", "formaction": places.append(attribute.value)
    case "data" where element == "object": places.append(attribute.value)
    case "srcset", "imagesrcset":
      // Addresses, each with a width or density behind it.
      for candidate in bytes[attribute.value].split(separator: UInt8(ascii: ",")) {
        let address = candidate.drop(while: Self.isSpace).prefix { !Self.isSpace($0) }
        places.append(address.indices)
      }
    case "style": take(stylesheet: attribute.value)
    default: break
    }
  }

  private mutating func take(stylesheet range: Range<Int>) {
    for place in AssetReferences.inStylesheet(Array(bytes[range])).map(\.place) {
      places.append(place.lowerBound + range.lowerBound..<place.upperBound + range.lowerBound)
    }
  }

  /// `<meta http-equiv="refresh" content="0; url=/x/">`, and Open Graph's pictures and pages.
  private mutating func takeMeta(_ attributes: [Attribute]) {
    func value(_ name: String) -> Range<Int>? { attributes.first { $0.name == name }?.value }
    func text(_ name: String) -> String {
      value(name).map { String(decoding: bytes[$0], as: UTF8.self).lowercased() } ?? ""
    }
    guard let content = value("content") else { return }
    if text("http-equiv") == "refresh" {
      if let place = PolicyNeed.refreshAddress(in: bytes, content) { places.append(place) }
    }
    let named = [text("property"), text("name")]
    let addresses = [
      "og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video", "og:audio", "twitter:image",
    ]
    if named.contains(where: addresses.contains) { places.append(content) }
  }

  private func address(at place: Range<Int>, _ template: String?, _ position: Position) -> TemplateAddress? {
    var start = TemplateAddress.Start.nothing
    var rest = bytes[place]
    while let last = rest.last, Self.isSpace(last) { rest = rest.dropLast() }
    rest = rest.drop(while: Self.isSpace)
    if rest.first == TemplateMarkup.unknown {
      guard let (name, end) = markup.variable(at: rest.startIndex) else { return nil }
      switch name {
      case "site.home-url": start = .home
      case "site.origin": start = .origin
      default: return nil
      }
      rest = rest[min(end, rest.endIndex)...]
    }
    let known = rest.prefix { $0 != TemplateMarkup.unknown }
    return TemplateAddress(
      file: markup.source.file, template: template, start: start, text: Array(known),
      goesOn: known.count < rest.count, position: position)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
