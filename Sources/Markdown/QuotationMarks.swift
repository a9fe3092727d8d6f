import Text

/// The quotation marks of a language, in place of straight ones. Source: CLDR, `delimiters`; in French with the narrow spaces that stand
/// inside them.
package struct QuotationMarks: Hashable, Sendable {
  /// What stands in the tree for each: three bytes, as cmark's own take.
  fileprivate let opening: [UInt8]
  fileprivate let closing: [UInt8]
  /// Whether words have no spaces between them: then cmark cannot tell which mark opens, and they take turns.
  fileprivate let takeTurns: Bool

  /// Nil for a language whose marks are those that cmark writes, and for one that nobody has written down.
  package init?(language: String) {
    let code = language.lowercased()
    let primary = LanguageCode.primary(of: code)
    takeTurns = ["zh", "ja"].contains(primary)
    let isTraditional = ["zh-hant", "zh-tw", "zh-hk", "zh-mo"].contains { code.hasPrefix($0) }
    guard
      let marks = Self.marks[code] ?? (isTraditional ? "「」" : nil) ?? Self.marks[primary]
        ?? (takeTurns ? "“”" : nil),
      let (opening, closing) = Self.pair(marks)
    else { return nil }
    // In Switzerland and elsewhere, nothing stands inside them.
    let isSpaced = primary == "fr" && code != "fr-ch"
    self.opening = Self.three(opening, pad: isSpaced ? InlineMark.narrowSpace : InlineMark.nothing)
    self.closing =
      isSpaced ? [InlineMark.narrowSpace] + Array(closing.utf8) : Self.three(closing, pad: InlineMark.nothing)
  }

  private static func pair(_ marks: String) -> (Character, Character)? {
    marks.first.flatMap { first in marks.last.map { (first, $0) } }
  }

  private static func three(_ mark: Character, pad: UInt8) -> [UInt8] {
    let bytes = Array(mark.utf8)
    return bytes.count < 3 ? bytes + [pad] : bytes
  }

  private static let marks = [
    "ar": "”“", "bg": "„“", "bs": "„”", "ca": "«»", "cs": "„“", "de": "„“", "de-ch": "«»", "el": "«»",
    "et": "„“", "fa": "«»", "fi": "””", "fr": "«»", "he": "””", "hr": "„”", "hu": "„”", "hy": "«»",
    "is": "„“", "it": "«»", "ja": "「」", "ka": "„“", "lt": "„“", "mk": "„“", "nb": "«»", "nn": "«»",
    "no": "«»", "pl": "„”", "pt-pt": "«»", "ro": "„”", "ru": "«»", "sk": "„“", "sl": "„“", "sq": "«»",
    "sr": "„”", "sv": "””", "uk": "«»",
  ]

  /// Puts them into the text of `tree`, which `source` was parsed to. A text that has typed marks of its own keeps what it has: both
  /// look alike in the tree.
  func put(into tree: inout SyntaxTree, of source: [UInt8]) {
    guard TextScanner.contains(0x9D, in: tree.bytes) || TextScanner.contains(0x9C, in: tree.bytes) else {
      return
    }
    if Self.typed.contains(where: { ByteSearch.first($0, in: source[...]) != nil }) { return }
    var isOpen = false
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      guard node.kind == .text else {
        if !node.kind.isInline { isOpen = false }
        continue
      }
      var place = node.text.range.lowerBound
      while place + 2 < node.text.range.upperBound {
        guard tree.bytes[place] == 0xE2, tree.bytes[place + 1] == 0x80, tree.bytes[place + 2] | 1 == 0x9D
        else {
          place += 1
          continue
        }
        isOpen = takeTurns ? !isOpen : tree.bytes[place + 2] == 0x9C
        let mark = isOpen ? opening : closing
        for (offset, byte) in mark.enumerated() { tree.bytes[place + offset] = byte }
        place += 3
      }
    }
  }

  private static let typed = ["\u{201C}", "\u{201D}"].map { Array($0.utf8) }

  /// Whether the three bytes at `start` are a mark that stands for a straight one.
  static func isMark(_ bytes: [UInt8], at start: Int) -> Bool {
    switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
    case (0xE2, 0x80, 0x9C...0x9E), (0xE3, 0x80, 0x8C...0x8D), (InlineMark.narrowSpace, 0xC2, 0xBB): true
    case (0xC2, 0xAB, InlineMark.narrowSpace), (0xC2, 0xAB, InlineMark.nothing): true
    case (0xC2, 0xBB, InlineMark.nothing): true
    default: false
    }
  }
}
