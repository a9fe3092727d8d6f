extension HTMLRenderer {
  /// A run of text, soft line ends included.
  mutating func text(_ range: Range<Int>, at i: Int) {
    let isQuiet =
      i < around.linkEnd || i < around.headingEnd || i < around.quietEnd || around.isQuoting || !isPage
      || around.isInAnchor || collector.isHidden
    if !isQuiet, mentions.find(in: body.tree.bytes, range) {
      writeLinkingMentions(range, at: i)
    } else {
      write(range, at: i)
    }
  }

  /// Escapes, and turns the notations of the dialect into HTML.
  mutating func write(_ range: Range<Int>, at i: Int) {
    var start = range.lowerBound
    while true {
      let next = TextScanner.nextSpecial(in: body.tree.bytes, start..<range.upperBound)
      if next > start {
        out.append(start..<next, of: body.tree.bytes)
        collector.append(start..<next, of: body.tree.bytes)
      }
      if next == range.upperBound { return }
      start = next + 1
      let byte = body.tree.bytes[next]
      switch byte {
      case UInt8(ascii: "["):
        if isPage, let end = referenceMark(next..<range.upperBound, at: i) {
          start = end
        } else {
          out.append(byte)
          collector.append(byte, at: next)
        }
      case InlineMark.escapedBracket:
        out.append(UInt8(ascii: "["))
        collector.append(UInt8(ascii: "["), at: next)
      case InlineMark.escapedTilde:
        out.append(UInt8(ascii: "~"))
        collector.append(UInt8(ascii: "~"), at: next)
      case InlineMark.deletionStart:
        out.append("<del>")
        reportDeletion(at: next)
        around.openDeletion = (collector.openRun(.deletion), around.leaf)
      case InlineMark.deletionEnd:
        out.append("</del>")
        if around.openDeletion.leaf == around.leaf { collector.closeRun(around.openDeletion.run) }
        around.openDeletion = (-1, -1)
      case InlineMark.misplacedFootnote:
        out.append(UInt8(ascii: "["))
        collector.append(UInt8(ascii: "["), at: next)
        reportMisplacedFootnote(at: next)
      case InlineMark.narrowSpace:
        out.append(contentsOf: InlineMark.writtenSpace)
        collector.append(foreign: InlineMark.writtenSpace, at: next)
      case InlineMark.nothing: break
      default:
        out.append(entityFor: byte)
        collector.append(byte, at: next)
      }
    }
  }

  /// A citation or a footnote reference at the `[` where `range` begins: where it ends.
  private mutating func referenceMark(_ range: Range<Int>, at i: Int) -> Int? {
    guard range.count > 1 else { return nil }
    switch body.tree.bytes[range.lowerBound + 1] {
    case UInt8(ascii: "@"): return citation(range, at: i)
    case UInt8(ascii: "^"): return footnoteReference(range, at: i)
    default: return nil
    }
  }
}

/// Bytes that stand in a tree's text for what has no character of its own. None occurs in UTF-8.
enum InlineMark {
  static let escapedBracket: UInt8 = 0xF8
  static let escapedTilde: UInt8 = 0xF9
  static let deletionStart: UInt8 = 0xFA
  static let deletionEnd: UInt8 = 0xFB
  static let misplacedFootnote: UInt8 = 0xFC
  /// Inside French quotation marks.
  static let narrowSpace: UInt8 = 0xFD
  static let writtenSpace = Array("\u{202F}".utf8)
  static let nothing: UInt8 = 0xFF
}
