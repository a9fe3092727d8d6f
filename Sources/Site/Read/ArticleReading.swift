import Diagnostics
import Files
import SiteModel
import Text

/// One article's file as it was read.
package struct ArticleReading: Sendable {
  /// Nil when not even its name can be used.
  package let article: Article?
  /// The whole file, each letter one character; empty once it was forgotten.
  package private(set) var bytes: [UInt8]
  /// Of all those bytes, and of the front matter among them.
  let hash: FileHash
  let frontMatterHash: FileHash
  /// Where letters are two characters in the file; nearly always nil.
  private let composed: ComposedText?
  private let hashOfFile: FileHash?
  package let diagnostics: [Diagnostic]

  package init(_ file: SourceTree.ArticleFile, from folder: SourceFolder, reader: ArticleReader)
    throws(FileFailure)
  {
    let written = try SystemCalls.read(folder.path(to: file.path))
    composed = ComposedText(written[...])
    bytes = composed?.bytes ?? written
    hashOfFile = composed == nil ? nil : FileHash(written)
    var found: [Diagnostic] = []
    article = reader.read(bytes, path: file.path, kind: file.kind, into: &found)
    hash = FileHash(bytes)
    frontMatterHash = FileHash(bytes[..<(article?.bodyStart ?? 0)])
    diagnostics = found
  }

  /// Of the bytes that the file has.
  var fileHash: FileHash { hashOfFile ?? hash }

  mutating func forgetText() { bytes = [] }

  /// Whether places in the text are others in the file.
  var hasOtherColumns: Bool { composed != nil }

  /// A place in the text as the file has it.
  func written(_ position: Position) -> Position {
    guard let composed else { return position }
    return Position(
      line: position.line, column: composed.writtenColumn(line: position.line, column: position.column))
  }
}
