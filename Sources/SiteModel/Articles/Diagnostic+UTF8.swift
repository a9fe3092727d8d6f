import Diagnostics
import Text

extension Diagnostic {
  /// What keeps a file from being read as text: it is not UTF-8, or one of another program. Nil for text.
  package static func notText(_ bytes: [UInt8], file: String) -> Diagnostic? {
    guard let offset = UTF8Text.firstInvalidByte(in: bytes) else { return nil }
    let foreign = ForeignFile(bytes[...])
    return .error(
      .notUTF8, file: file, at: Position(ofByte: offset, in: bytes),
      foreign?.message ?? "The file is not UTF-8 text.", hint: foreign?.hint ?? "Save it again as UTF-8.")
  }
}
