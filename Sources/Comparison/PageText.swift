import Markdown
import Site

/// What a reader sees of an article's HTML, in the parts that are compared: sections without the callouts that speak of
/// danger, those callouts, and where links lead.
struct PageText {
  struct Section {
    /// Empty for what stands before the first heading.
    var heading: [UInt8]
    var text: [UInt8]
  }

  struct Callout: Equatable {
    /// `emergency`, `warning`, `caution` or `important`.
    var kind: String
    var text: [UInt8]
  }

  private(set) var sections: [Section] = []
  private(set) var callouts: [Callout] = []
  /// Addresses outside the site, telephone numbers and the like, in order.
  private(set) var outsideLinks: [String] = []
  /// What pictures are said to show.
  private(set) var pictureTexts: [String] = []

  private static let careCard = Array("<section class=\"care-card care-card--emergency\"".utf8)
  private static let footnotes = Array("<section class=\"footnotes\"".utf8)
  private static let aside = Array("<aside class=\"callout callout--".utf8)
  private static let urgentKinds = ["warning", "caution", "important"]

  init(_ html: [UInt8]) {
    var heading: [UInt8] = []
    // The section's HTML, callouts taken out.
    var open: [UInt8] = []
    func section() -> Section { Section(heading: heading, text: PlainText.of(open)) }
    var at = 0
    var from = 0
    while at < html.count {
      guard html[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if let level = Self.sectionHeading(html, at) {
        open += html[from..<at]
        sections.append(section())
        let end = Self.end(of: "</h\(level)>", in: html, from: at)
        heading = PlainText.of(Array(html[at..<end]))
        open.removeAll()
        (at, from) = (end, end)
      } else if let kind = Self.urgentKind(html, at) {
        open += html[from..<at]
        let end = Self.endOfElement(kind == "emergency" ? "section" : "aside", in: html, from: at)
        callouts.append(Callout(kind: kind, text: Self.calloutText(html[at..<end])))
        (at, from) = (end, end)
      } else if html[at...].starts(with: Self.footnotes) {
        open += html[from..<at]
        sections.append(section())
        heading = Array("Footnotes".utf8)
        open.removeAll()
        at = Self.end(of: ">", in: html, from: at)
        from = at
      } else {
        at += 1
      }
    }
    open += html[from...]
    sections.append(section())
    sections.removeAll { $0.heading.isEmpty && $0.text.isEmpty }
    outsideLinks = Self.values(of: " href=\"", in: html).filter {
      $0.hasPrefix("http") || $0.hasPrefix("tel:") || $0.hasPrefix("sms:") || $0.hasPrefix("mailto:")
    }
    pictureTexts = Self.values(of: " alt=\"", in: html)
  }

  /// The level of a heading that an editor wrote; a care card's own has a class first.
  private static func sectionHeading(_ html: [UInt8], _ at: Int) -> Unicode.Scalar? {
    guard at + 8 < html.count, html[at + 1] == UInt8(ascii: "h"), (0x32...0x36).contains(html[at + 2]),
      html[(at + 3)...].starts(with: " id=".utf8)
    else { return nil }
    return Unicode.Scalar(html[at + 2])
  }

  /// Its heading, a colon, and what it says.
  private static func calloutText(_ html: ArraySlice<UInt8>) -> [UInt8] {
    let mark = Array(html.starts(with: careCard) ? "<div class=\"care-card__body\"".utf8 : "</p>".utf8)
    guard let place = html.firstRange(of: mark)?.lowerBound else { return PlainText.of(Array(html)) }
    let heading = PlainText.of(Array(html[..<place]))
    return heading + Array(": ".utf8) + PlainText.of(Array(html[place...]))
  }

  private static func urgentKind(_ html: [UInt8], _ at: Int) -> String? {
    if html[at...].starts(with: careCard) { return "emergency" }
    guard html[at...].starts(with: aside) else { return nil }
    let name = html[(at + aside.count)...]
    return urgentKinds.first { name.starts(with: $0.utf8) }
  }

  /// The place after the element that begins at `start`, elements of the same name in it counted.
  private static func endOfElement(_ name: String, in html: [UInt8], from start: Int) -> Int {
    let (opening, closing) = (Array("<\(name)".utf8), Array("</\(name)>".utf8))
    var depth = 0
    var at = start
    while at < html.count {
      guard html[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if html[at...].starts(with: opening) {
        depth += 1
      } else if html[at...].starts(with: closing) {
        depth -= 1
        if depth == 0 { return at + closing.count }
      }
      at += 1
    }
    return html.count
  }

  private static func end(of mark: String, in html: [UInt8], from start: Int) -> Int {
    html[start...].firstRange(of: Array(mark.utf8))?.upperBound ?? html.count
  }

  private static func values(of mark: String, in html: [UInt8]) -> [String] {
    let mark = Array(mark.utf8)
    var found: [String] = []
    var at = 0
    while at < html.count {
      guard html[at] == 0x20, html[at...].starts(with: mark) else {
        at += 1
        continue
      }
      let value = html[(at + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
      found.append(String(decoding: PlainText.of(Array(value)), as: UTF8.self))
      at = value.endIndex
    }
    return found
  }
}
