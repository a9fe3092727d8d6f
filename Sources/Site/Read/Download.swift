import Diagnostics
import Files
import Text

/// A file that readers can open by itself, from the site's own address: some kinds of file can hold scripts, which then run as the
/// site's own.
enum Download {
  /// What browsers read as a page, as a document that can become one, or as a program.
  private static let pages: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "shtm", "xml", "xsl", "xslt", "xsd", "rdf", "rss", "atom", "mml",
    "mathml",
    "svgz", "mht", "mhtml", "hta", "htc", "swf", "xap", "jar", "js", "mjs", "cjs", "wasm", "webmanifest",
    "appcache",
  ]

  /// Kinds whose type every server knows, so that no browser guesses it from what is in the file.
  private static let known: Set<String> = [
    "pdf", "txt", "csv", "tsv", "md", "json", "yaml", "yml", "ics", "vcf", "doc", "docx", "odt", "rtf", "xls",
    "xlsx", "ods",
    "ppt", "pptx", "odp", "pages", "numbers", "key", "epub", "zip", "gz", "tar", "7z", "mp3", "m4a", "ogg",
    "oga", "wav",
    "mp4", "m4v", "mov", "webm", "ogv", "vtt", "srt", "tif", "tiff", "bmp", "heic", "ico", "woff", "woff2",
    "ttf", "otf",
    "ttl", "jsonld",
  ]

  /// Of those, what pages and programs load and nobody opens by itself.
  private static let parts: Set<String> = [
    "json", "yaml", "yml", "jsonld", "ttl", "vtt", "srt", "tif", "tiff", "bmp", "heic", "ico", "woff",
    "woff2",
    "ttf", "otf",
    // A video is shown in a page, as a picture is.
    "mp4", "m4v", "mov", "webm", "ogv",
  ]

  /// Whether a file of that name is one that people keep the address of.
  static func isDocument(_ name: some StringProtocol) -> Bool {
    let ending = PathText.ending(of: name)
    return known.contains(ending) && !parts.contains(ending)
  }

  /// Told where the file is used.
  static func faults(_ path: String, in folder: SourceFolder) throws(FileFailure) -> [Diagnostic] {
    let ending = PathText.ending(of: PathText.name(of: path))
    if known.contains(ending) { return [] }
    if !pages.contains(ending) {
      guard try isMarkup(folder.path(to: path)) else { return [] }
    }
    return [
      .error(
        .unsafeDownload, file: path, at: nil,
        "A browser opens this file as a page, and a script in it would run as part of the site.",
        hint:
          "Publish it as a PDF or a ZIP file, or write it as an article. To publish it as it is, allow HTML with `markdown: {raw-html: true}` in `site.yaml`."
      )
    ]
  }

  /// Whether a browser that has to guess may take it for a page: then its first visible byte is `<` (WHATWG MIME Sniffing,
  /// section 7.1).
  private static func isMarkup(_ path: String) throws(FileFailure) -> Bool {
    let start = try SystemCalls.read(path, first: 1445)
    let mark = start.starts(with: DrawingReader.byteOrderMark) ? DrawingReader.byteOrderMark.count : 0
    // Text of two bytes a letter is guessed at, too.
    if start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE]) { return true }
    return start.dropFirst(mark).first { $0 > 0x20 } == UInt8(ascii: "<")
  }
}
