import Diagnostics
import Text
import YAML

/// What stands in a file of references that is no JSON, by the beginnings of its lines: a comment, works in another format, two versions
/// that were merged. A text of JSON never reaches over the end of its line, so no line of it begins in one.
struct ReferencesSlip {
  let fault: Diagnostic

  /// Nil where nothing of the kind is found.
  init?(in bytes: [UInt8], file: String) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
      if let (code, message, hint) = Self.meaning(of: line) {
        fault = .error(
          code, file: file, at: Position(ofByte: line.startIndex, in: bytes), message, hint: hint)
        return
      }
      start = end + 1
    }
    return nil
  }

  private static func meaning(
    of line: ArraySlice<UInt8>
  ) -> (code: DiagnosticCode, message: String, hint: String)? {
    if line.starts(with: "<<<<<<< ".utf8) { return (.yamlSyntax, MergeConflict.message, MergeConflict.hint) }
    if line.starts(with: "//".utf8) {
      return (.badReference, "This is a comment, and JSON cannot have any.", "Delete this line.")
    }
    if line.starts(with: "/*".utf8) {
      return (
        .badReference, "This is a comment, and JSON cannot have any.", "Delete it, from `/*` to `*/`."
      )
    }
    guard let format = format(of: line) else { return nil }
    return (
      .badReference, "This is \(format), not CSL-JSON.",
      "Delete it here. In Zotero, Mendeley or EndNote, export the works as \"CSL JSON\", and add those to this list."
    )
  }

  /// The format of works that begin so.
  private static func format(of line: ArraySlice<UInt8>) -> String? {
    if line.starts(with: "TY  - ".utf8) { return "RIS" }
    if line.starts(with: "PMID- ".utf8) { return "a PubMed file" }
    if line.starts(with: "%0 ".utf8) { return "an EndNote file" }
    guard line.first == UInt8(ascii: "@") else { return nil }
    let name = line.dropFirst().prefix { ($0 | 0x20) &- 0x61 < 26 }
    return !name.isEmpty && line[name.endIndex...].first == UInt8(ascii: "{") ? "BibTeX" : nil
  }
}
