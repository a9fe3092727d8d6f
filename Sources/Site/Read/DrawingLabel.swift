import Diagnostics
import Text

/// Something that a drawing says in words: a text in it, its title or description, or the name that an element has for those who do
/// not see it.
struct DrawingLabel: Equatable, Sendable {
  /// Its lines, each with single spaces, and ` / ` between them.
  let text: String
  /// Where its lines stand in the file, written as XML.
  let lines: [Range<Int>]
  /// Whether readers get it wherever a page shows the drawing: in an `<img>`, the page's own words stand for its title and description.
  let isAlwaysShown: Bool

  static let separator = " / "

  /// Numbers and arrows are the same in all languages.
  var hasWords: Bool { text.contains(where: \.isLetter) }

  /// Words with single spaces.
  static func plain(_ text: String) -> String {
    isPlain(text) ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a text has single spaces between its words, and none that takes more than a byte. Nearly all have.
  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      let isRare = byte < 0x20 || byte == 0xC2 || byte > 0xE0 && byte < 0xE4
      if isRare || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }
}

extension Drawing {
  /// Reports of `TODO` and the like in what a drawing says.
  static func unfinished(_ labels: [DrawingLabel], _ bytes: [UInt8], file: String) -> [Diagnostic] {
    labels.compactMap { label in
      for line in label.lines {
        guard let word = UnfinishedText.first(in: bytes[line]) else { continue }
        return .warning(
          .unfinishedText, file: file, at: Position(ofByte: word.lowerBound, in: bytes),
          "`\(String(decoding: bytes[word], as: UTF8.self))` is left in this drawing, where readers would see it.",
          hint: "Write what belongs here, or delete it.")
      }
      return nil
    }
  }
}
