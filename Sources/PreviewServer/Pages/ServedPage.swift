import Text

/// A page as the preview serves it: the site's own bytes, and before the end of the body what keeps it up to date.
enum ServedPage {
  /// `base` is what the addresses of the preview's own files begin with.
  static func bytes(_ file: PreviewFile, in snapshot: PreviewSnapshot, _ base: String) -> [UInt8] {
    insert(
      part(
        base, version: PageVersion.of(file.bytes, in: snapshot), snapshot: snapshot,
        hiddenBecause: file.hiddenBecause),
      into: PagePolicy.admittingPreview(file.bytes))
  }

  /// What is shown as long as there has been no site without errors.
  static func waiting(_ base: String) -> [UInt8] {
    let text = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>The site has errors</title>
      </head>
      <body>
      <main>
      <h1>There is no page to show yet</h1>
      <p>The site has errors. Your page appears here as soon as you fix them.</p>
      </main>
      </body>
      </html>

      """
    return insert(
      part(base, version: StateMessage.noVersion, snapshot: nil, hiddenBecause: nil), into: Array(text.utf8))
  }

  private static let states = [
    "draft": "a draft", "scheduled": "not published yet", "expired": "no longer published",
  ]

  private static func insert(_ part: [UInt8], into page: [UInt8]) -> [UInt8] {
    let end = page.lastOffset(ofLetters: Array("</body".utf8)) ?? page.count
    return page[..<end] + part + page[end...]
  }

  private static func part(
    _ base: String, version: String, snapshot: PreviewSnapshot?, hiddenBecause: String?
  ) -> [UInt8] {
    var out = Array("<link rel=\"stylesheet\" href=\"\(base)\(PreviewAddress.mark)\">\n".utf8)
    if let hiddenBecause {
      let state = states[hiddenBecause] ?? hiddenBecause
      out += Array("<p class=\"limber-mark\" role=\"note\">Preview: this page is \(state).</p>\n".utf8)
    }
    // Data, which a policy against inline scripts lets stand. No `<` comes out of `JSONText`.
    out += Array("<script type=\"application/json\" id=\"limber-preview\">{\"version\":".utf8)
    JSONText.append(quoted: version.utf8, to: &out)
    out += Array(",\"styles\":".utf8)
    StateMessage.appendStyles(of: snapshot, to: &out)
    return out
      + Array("}</script>\n<script type=\"module\" src=\"\(base)\(PreviewAddress.script)\"></script>\n".utf8)
  }
}

/// Where the preview's own files are, below what everything lies below; no file of a site can have such a name.
enum PreviewAddress {
  static let folder = "/.limber/"
  static let script = folder + "preview.js"
  static let stylesheet = folder + "preview.css"
  static let mark = folder + "mark.css"
  static let events = folder + "events"
}
