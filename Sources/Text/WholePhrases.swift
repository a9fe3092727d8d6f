/// Phrases of whole words, in the order in which they count. They are looked for in words of small letters that have one space between them.
package struct WholePhrases: ExpressibleByArrayLiteral, Sendable {
  /// Each with a space before and behind it.
  private let phrases: [(text: String, bytes: [UInt8])]

  package init(arrayLiteral phrases: String...) { self.init(phrases) }

  package init(_ phrases: [String]) {
    self.phrases = phrases.map { ($0, Array(" \($0) ".utf8)) }
  }

  /// The first that stands among `words`. `isMeant` gets the word before it, which is empty where it begins them.
  package func first(in words: String, where isMeant: (Substring) -> Bool = { _ in true }) -> String? {
    let bytes = [0x20] + Array(words.utf8) + [0x20]
    return phrases.first { phrase in
      guard let found = ByteSearch.first(phrase.bytes, in: bytes[...]) else { return false }
      let before = bytes[..<found.lowerBound].split(separator: 0x20).last ?? []
      return isMeant(Substring(decoding: before, as: UTF8.self))
    }?.text
  }
}
