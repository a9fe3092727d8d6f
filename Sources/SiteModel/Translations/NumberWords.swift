import Text

/// The numbers that a language says in words.
package struct NumberWords: Sendable {
  private let facts: FactWords

  /// Nil for a language whose words nobody has written down.
  package init?(language: String) {
    guard let facts = FactWords.of(LanguageCode.primary(of: language)) else { return nil }
    self.facts = facts
  }

  /// What a word says, two to a hundred; nil for one that says no number, or does so in passing.
  package func value(of word: ArraySlice<UInt8>) -> Int? {
    let stated = facts.sentences(of: word).reduce(0) { $0 | $1.certain }
    return StatedFacts.value(of: stated & StatedFacts.numbers)
  }
}
