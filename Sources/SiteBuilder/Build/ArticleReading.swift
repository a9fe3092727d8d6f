import Diagnostics

/// One article's file as it was read.
struct ArticleReading: Sendable {
  /// Nil when not even its name can be used.
  let article: Article?
  /// The whole file.
  let bytes: [UInt8]
  let diagnostics: [Diagnostic]

  init(_ file: SourceTree.ArticleFile, from folder: SourceFolder, reader: ArticleReader) throws(FileFailure) {
    bytes = try SystemCalls.read(folder.path(to: file.path))
    var found: [Diagnostic] = []
    article = reader.read(bytes, path: file.path, kind: file.kind, into: &found)
    diagnostics = found
  }
}
