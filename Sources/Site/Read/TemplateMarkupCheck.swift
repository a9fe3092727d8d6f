import Diagnostics
import Markdown
import Mustache
import Text

/// What every page needs at its top, links of templates that dial nothing or another number than they show, and marks of other
/// template languages.
enum TemplateMarkupCheck {
  static func run(_ library: TemplateLibrary) -> [Diagnostic] {
    library.markups.flatMap { markup in
      let source = markup.source
      var found: [Diagnostic] = []
      if let page = ByteSearch.first(Array("<html".utf8), in: source.bytes[...]) {
        found += faults(ofPage: source, from: page) + missingInHead(of: source, from: page, library.sources)
      }
      return found + undialed(source) + unread(markup) + misleading(markup) + curlyQuotes(markup)
    }
  }

  /// Videos that a template has itself, which need what those in articles need.
  static func videos(_ markups: [TemplateMarkup]) -> [Diagnostic] {
    markups.flatMap { markup in
      RawVideo.faults(in: markup.bytes, isUnknown: markup.putsOutMarkup).map { fault in
        fault.diagnostic(
          file: markup.source.file, at: Position(ofByte: fault.start, in: markup.source.bytes))
      }
    }
  }

  /// What the head of each page needs besides a title. It may stand in any file.
  private static func missingInHead(
    of source: TemplateSource, from page: Range<Int>, _ sources: [TemplateSource]
  ) -> [Diagnostic] {
    guard let head = ByteSearch.first(Array("<head".utf8), in: source.bytes[page.upperBound...]) else {
      return []
    }
    func holds(_ text: String) -> Bool {
      sources.contains { ByteSearch.first(Array(text.utf8), in: $0.bytes[...]) != nil }
    }
    // Templates that know neither have been made in another way: nothing was lost there by a slip.
    guard holds(headNeeds[1].0) || holds(headNeeds[2].0) else { return [] }
    return headNeeds.compactMap { text, message, tag in
      if holds(text) { return nil }
      return .warning(
        .badConfiguration, file: source.file, at: Position(ofByte: head.lowerBound, in: source.bytes),
        message,
        hint: "Add `\(tag)` below `<head>`.")
    }
  }

  private static let headNeeds = [
    (
      "viewport", "Phones show this page as small as a desktop's, because it does not say how wide it is.",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    ),
    (
      "content-policy", "Nothing limits what this page loads from other sites.",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{{content-policy}}\">"
    ),
    (
      "is-indexable", "Search engines would list pages that no clinician has approved.",
      "{{^is-indexable}}<meta name=\"robots\" content=\"noindex\">{{/is-indexable}}"
    ),
  ]

  private static func faults(ofPage source: TemplateSource, from page: Range<Int>) -> [Diagnostic] {
    let bytes = source.bytes
    var found: [Diagnostic] = []
    let tag = bytes[page.upperBound...].prefix { $0 != UInt8(ascii: ">") }
    if ByteSearch.first(Array("lang=".utf8), in: tag) == nil {
      found.append(
        .warning(
          .badConfiguration, file: source.file, at: Position(ofByte: page.lowerBound, in: bytes),
          "This page does not say its language, so screen readers may speak it wrongly.",
          hint: "Write `<html lang=\"{{language}}\">`."))
    }
    if let head = ByteSearch.first(Array("<head".utf8), in: bytes[page.upperBound...]),
      ByteSearch.first(Array("<title".utf8), in: bytes[head.upperBound...]) == nil
    {
      found.append(
        .warning(
          .badConfiguration, file: source.file, at: Position(ofByte: head.lowerBound, in: bytes),
          "This page has no title for tabs, bookmarks and search engines.",
          hint: "Add `<title>{{head-title}}</title>` below `<head>`."))
    }
    return found
  }

  /// `href="{{phone}}"`, `href="{{email}}"`: an address that is a number or a mailbox alone.
  private static func undialed(_ source: TemplateSource) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var from = source.bytes.startIndex
    while let start = ByteSearch.first(Array("href=\"{{".utf8), in: source.bytes[from...]) {
      from = start.upperBound
      let name = source.bytes[from...].prefix { $0 != UInt8(ascii: "}") && $0 != 0x0A }
      let shown = String(decoding: name, as: UTF8.self).split(separator: " ").joined()
      let last = shown.split(separator: ".").last
      guard last == "phone" || last == "email" else { continue }
      found.append(
        .warning(
          .brokenLink, file: source.file, at: Position(ofByte: start.lowerBound + 6, in: source.bytes),
          last == "phone"
            ? "This link is a telephone number without `tel:`, so it calls no one."
            : "This link is a mail address without `mailto:`, so it writes to no one.",
          hint: "Write `\(last == "phone" ? "tel" : "mailto"):{{\(shown)}}`."))
    }
    return found
  }
}
