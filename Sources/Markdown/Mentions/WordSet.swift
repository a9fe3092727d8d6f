/// The words of an article, told from its Markdown without parsing it: whether a term may be mentioned in it.
///
/// A Bloom filter (Bloom 1970) of 512 bytes with one hash: of the words that an article of 500 different ones
/// does not have, it turns away seven of eight, and of terms of three words nearly all.
package struct WordSet: Sendable {
  private var bits: [UInt64]
  /// Whether characters are written as entities or with backslashes, which can be in the middle of a word.
  private let isUncertain: Bool

  private static let size = 64

  static func isUncertain(_ bytes: [UInt8]) -> Bool {
    TextScanner.contains(UInt8(ascii: "&"), in: bytes) || TextScanner.contains(UInt8(ascii: "\\"), in: bytes)
  }

  /// `bytes` is the whole file.
  package init(ofSource bytes: [UInt8]) {
    isUncertain = Self.isUncertain(bytes)
    bits = [UInt64](repeating: 0, count: Self.size)
    var words: [WordScanner.Word] = []
    WordScanner.scan(bytes, 0..<bytes.count, into: &words)
    for word in words { bits[Self.slot(word.hash)] |= Self.bit(word.hash) }
  }

  /// A title or synonym to look for.
  package struct Term: Sendable {
    fileprivate let words: [UInt64]

    /// `text` as `MentionIndex.folded` gives it.
    package init(_ text: [UInt8]) {
      var words: [WordScanner.Word] = []
      WordScanner.scan(text, 0..<text.count, into: &words)
      self.words = words.map(\.hash)
    }
  }

  /// Whether every word of the term may be in the article, in whatever order. Errs towards true.
  package func mayMention(_ term: Term) -> Bool {
    isUncertain || term.words.allSatisfy { bits[Self.slot($0)] & Self.bit($0) != 0 }
  }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 6) & (size - 1) }
  private static func bit(_ hash: UInt64) -> UInt64 { 1 << (hash & 63) }
}
