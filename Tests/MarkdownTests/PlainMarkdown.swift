@testable import Markdown

/// CommonMark 0.30 to HTML, with nothing of the pages' dialect: what the specification's examples are run through.
enum PlainMarkdown {
  /// The HTML of `source`, which is UTF-8. `tables` and `strikethrough` add those extensions of GitHub Flavored
  /// Markdown 0.29 (sections 4.10 and 6.5). Raw HTML and links go through as they are written.
  static func html(_ source: [UInt8], tables: Bool = false, strikethrough: Bool = false) -> [UInt8] {
    var renderer = HTMLRenderer(dialect: .plain(tables: tables, strikethrough: strikethrough))
    renderer.load(source[...])
    renderer.renderBody()
    return renderer.out
  }
}
