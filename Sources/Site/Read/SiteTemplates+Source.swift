import Diagnostics
import Files
import Mustache
import SiteModel
import Text

extension SiteTemplates {
  /// The template at `path`, with what is wrong in its bytes.
  static func source(
    _ path: String, below start: String, of folder: SourceFolder, into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> TemplateSource {
    let bytes = try SystemCalls.read(folder.path(to: path))
    if let fault = Diagnostic.notText(bytes, file: path) {
      diagnostics.append(fault)
    } else {
      reportHiddenCharacters(in: bytes, of: path, into: &diagnostics)
    }
    if let mark = MergeConflict.mark(in: bytes[...], equalSigns: .neverMeant) {
      diagnostics.append(
        .error(
          .unfinishedText, file: path, at: Position(ofByte: mark, in: bytes), MergeConflict.message,
          hint: MergeConflict.hint))
    }
    let name = path.dropFirst(start.count).dropLast(".mustache".count)
    return TemplateSource(name: String(name), file: path, bytes: bytes)
  }

  /// What nobody sees in a template. A break for lines and the like may be meant.
  private static func reportHiddenCharacters(
    in bytes: [UInt8], of path: String, into diagnostics: inout [Diagnostic]
  ) {
    // The mark at the beginning of a file is no part of the template.
    let text =
      bytes.starts(with: DrawingReader.byteOrderMark)
      ? bytes[DrawingReader.byteOrderMark.count...] : bytes[...]
    for hidden in HiddenCharacters.all(in: text) + HiddenCharacters.references(in: text)
    where !hidden.isLayout {
      diagnostics.append(
        .error(
          .badCharacter, file: path, at: Position(ofByte: text.startIndex + hidden.offset, in: bytes),
          hidden.message, hint: hidden.hint))
    }
  }
}
