import Diagnostics

/// A node of a document: a handle that is cheap to copy and keeps the whole document alive.
package struct Node: Sendable {
  package enum Kind: Sendable { case scalar, sequence, mapping }

  let storage: Storage
  package let index: Int

  private var record: Record { storage.records[index] }

  package var kind: Kind { record.kind }

  /// Where its first character stands in the original file. An alias stands where it is written; a value that is
  /// not there at all (`key:`) right behind the colon.
  package var position: Position {
    let record = record
    return Position(line: Int(record.line), column: Int(record.column))
  }

  /// The place behind the last character of a scalar, its quotes and its name (`&name`) included; nil for others, and
  /// unless `YAMLDocument.parse` was to keep it.
  package var end: Position? {
    storage.extents.ends.indices.contains(index) ? storage.extents.ends[index] : nil
  }

  /// What an alias stands for; nil for what is no alias, and unless `YAMLDocument.parse` was to keep it.
  package var aliased: Node? { storage.extents.aliased[index].map { Node(storage: storage, index: $0) } }

  /// The file as named to `YAMLDocument.parse`.
  package var file: String { storage.file }

  /// A scalar's value in UTF-8, without quotes and with escapes resolved; empty for collections.
  package var bytes: ArraySlice<UInt8> {
    let record = record
    return record.kind == .scalar ? storage.pool[Int(record.start)..<Int(record.end)] : []
  }

  /// A scalar's value; empty for collections.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it is a scalar written without quotes and not as a block (`|`, `>`).
  package var isPlain: Bool { record.isPlain }

  /// Whether it is what YAML 1.1 calls null: nothing at all, `~` or `null`, unquoted.
  package var isNull: Bool {
    guard isPlain else { return false }
    let record = record
    switch record.end - record.start {
    case 0: return true
    case 1: return bytes.first == UInt8(ascii: "~")
    case 4: return ["null", "Null", "NULL"].contains { bytes.elementsEqual($0.utf8) }
    default: return false
    }
  }

  /// Whether it is a scalar that says nothing: null, or only white space, quoted or not.
  package var isEmpty: Bool {
    kind == .scalar && (isNull || bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) })
  }

  /// A sequence's nodes in order; none for other kinds.
  package var elements: Elements {
    let record = record
    return Elements(
      storage: storage, run: record.kind == .sequence ? Int(record.start)..<Int(record.end) : 0..<0)
  }

  /// A mapping's pairs in file order; none for other kinds.
  package var entries: Entries {
    let record = record
    return Entries(
      storage: storage, run: record.kind == .mapping ? Int(record.start)..<Int(record.end) : 0..<0)
  }

  /// The value of the first entry with that key. Linear in the number of entries.
  package func value(for key: String) -> Node? {
    for entry in entries where entry.key.matches(key) { return entry.value }
    return nil
  }

  /// Whether it is a scalar with exactly this value, compared by bytes.
  package func matches(_ text: String) -> Bool {
    kind == .scalar && bytes.elementsEqual(text.utf8)
  }
}
