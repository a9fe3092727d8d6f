import Diagnostics
import SiteModel
import Text

/// The addresses at which readers ever found something, one a line in `addresses.txt` beside `site.yaml`, without the base path.
/// Lines that begin with `#` are notes. A site may do without the file.
package struct AddressList: Sendable {
  package static let file = SourceTree.addressFile

  package struct Entry: Sendable {
    /// As it stands in the file.
    package let text: String
    /// In the form in which addresses are compared.
    package let key: [UInt8]
    let position: Position
  }

  package private(set) var entries: [Entry] = []
  let diagnostics: [Diagnostic]

  package init(_ bytes: [UInt8]) {
    var found: [Diagnostic] = []
    var lines = LineCursor(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0)
    var number = 0
    while let line = lines.next() {
      number += 1
      let start = bytes[line].firstIndex { $0 > 0x20 } ?? line.upperBound
      let end = bytes[line].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
      guard start < end, bytes[start] != UInt8(ascii: "#") else { continue }
      let written = Array(bytes[start..<end])
      let position = Position(line: number, column: start - line.lowerBound + 1)
      if let key = Self.key(of: written) {
        entries.append(Entry(text: String(decoding: written, as: UTF8.self), key: key, position: position))
        continue
      }
      let text = String(decoding: written, as: UTF8.self)
      found.append(
        .error(
          .badAddress, file: Self.file, at: position, "`\(text)` is not an address of this site.",
          hint: "Write a path from the root of this site, such as `/causes/tendon-pain/`, or delete the line."
        ))
    }
    diagnostics = found
  }

  /// The form of all of them in which addresses are compared.
  var keys: Set<[UInt8]> { Set(entries.map(\.key)) }

  /// The form in which addresses are compared; nil for what is none.
  package static func key(of written: [UInt8]) -> [UInt8]? {
    if written == [UInt8(ascii: "/")] { return written }
    return RedirectAddress(written).map { SiteIndexBuilder.folded($0.key) }
  }
}
