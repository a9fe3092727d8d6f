import Diagnostics
import Files
import SiteModel

/// One article's file as it was read.
package struct ArticleReading: Sendable {
  /// Nil when not even its name can be used.
  package let article: Article?
  /// The whole file.
  package let bytes: [UInt8]
  package let diagnostics: [Diagnostic]

  package init(_ file: SourceTree.ArticleFile, from folder: SourceFolder, reader: ArticleReader)
    throws(FileFailure)
  {
    bytes = try SystemCalls.read(folder.path(to: file.path))
    var found: [Diagnostic] = []
    article = reader.read(bytes, path: file.path, kind: file.kind, into: &found)
    diagnostics = found
  }
}
