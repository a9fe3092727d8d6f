/// Keeps a backslash's meaning through cmark, whose text no longer tells `\[@key]` from `[@key]`.
///
/// Before parsing, an escape that the dialect has to see becomes a character reference to a noncharacter:
/// like the escape it begins and ends with punctuation, so emphasis around it is read the same. After parsing,
/// the noncharacter in text becomes an `InlineMark`; in code, where cmark leaves the reference as it is, the
/// escape is put back.
enum EscapeSentinels {
  struct Sentinel {
    /// As written, as the parser gets it, and the last byte of the noncharacter's UTF-8 (EF B7 xx).
    var written: [UInt8]
    var reference: [UInt8]
    var last: UInt8
    var mark: UInt8
  }

  static let tilde = Sentinel(
    written: Array("\\~".utf8), reference: Array("&#xFDD1;".utf8), last: 0x91, mark: InlineMark.escapedTilde)
  static let bracket = Sentinel(
    written: Array("\\[".utf8), reference: Array("&#xFDD2;".utf8), last: 0x92, mark: InlineMark.escapedBracket
  )
  /// The bracket of a footnote's text that does not stand at the left margin.
  static let footnote = Sentinel(
    written: Array("[".utf8), reference: Array("&#xFDD3;".utf8), last: 0x93,
    mark: InlineMark.misplacedFootnote)
  private static let all = [tilde, bracket, footnote]

  /// `text` with escapes replaced; nil when there are none. Linear.
  static func applied(to text: [UInt8], brackets: Bool) -> [UInt8]? {
    guard TextScanner.contains(UInt8(ascii: "\\"), in: text) else { return nil }
    var out: [UInt8] = []
    var copied = 0
    var i = 0
    while i + 1 < text.count {
      guard text[i] == UInt8(ascii: "\\") else {
        i += 1
        continue
      }
      let next = i + 2 < text.count ? text[i + 2] : 0
      let sentinel: Sentinel? =
        switch text[i + 1] {
        case UInt8(ascii: "~"): tilde
        case UInt8(ascii: "[")
        where brackets
          && (next == UInt8(ascii: "@") || next == UInt8(ascii: "^") || next == UInt8(ascii: "!")):
          bracket
        default: nil
        }
      if let sentinel {
        out.append(contentsOf: text[copied..<i])
        out.append(contentsOf: sentinel.reference)
        copied = i + 2
      }
      i += 2
    }
    guard copied > 0 else { return nil }
    out.append(contentsOf: text[copied...])
    return out
  }

  /// Turns the sentinels of a parsed tree into marks and, in code and HTML, back into what was written.
  static func restore(in tree: inout SyntaxTree) {
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      switch node.kind {
      case .text: tree.nodes[i].text.end = shrink(&tree.bytes, node.text, marks: true)
      case .code, .codeBlock, .htmlBlock, .htmlInline:
        tree.nodes[i].text.end = shrink(&tree.bytes, node.text, marks: nil)
        tree.nodes[i].extra.end = shrink(&tree.bytes, node.extra, marks: false)
      case .link, .image:
        tree.nodes[i].text.end = shrink(&tree.bytes, node.text, marks: false)
        tree.nodes[i].extra.end = shrink(&tree.bytes, node.extra, marks: false)
      default: break
      }
    }
  }

  /// Rewrites `range` in place, where it can only become shorter: the new end. `marks` says what a sentinel
  /// becomes: a mark, or the bare character; nil where the text still holds references.
  private static func shrink(_ bytes: inout [UInt8], _ range: ByteRange, marks: Bool?) -> Int32 {
    var write = Int(range.start)
    var read = write
    let end = Int(range.end)
    while read < end {
      if marks == nil, bytes[read] == UInt8(ascii: "&"),
        let sentinel = all.first(where: { bytes[read..<end].starts(with: $0.reference) })
      {
        for byte in sentinel.written {
          bytes[write] = byte
          write += 1
        }
        read += sentinel.reference.count
      } else if let marks, bytes[read] == 0xEF, read + 2 < end, bytes[read + 1] == 0xB7,
        let sentinel = all.first(where: { $0.last == bytes[read + 2] })
      {
        bytes[write] = marks ? sentinel.mark : sentinel.written[sentinel.written.count - 1]
        write += 1
        read += 3
      } else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
      }
    }
    return Int32(truncatingIfNeeded: write)
  }
}
