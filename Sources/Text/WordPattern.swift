/// A few words in a row, some of which may be one of several: `wait ~4 day|days` is "wait", at most four other words, then "day" or
/// "days". `$` is the end of the words, which `end` marks.
package struct WordPattern: Sendable {
  private struct Element: Sendable {
    let words: Set<Substring>
    /// How many others may stand before it.
    let gap: Int
  }

  /// Stands behind the last word.
  package static let end: Substring = "$"

  private let elements: [Element]

  /// The words that it may begin with.
  var firstWords: Set<Substring> { elements[0].words }

  package init(_ text: String) {
    var elements: [Element] = []
    var gap = 0
    for part in text.split(separator: " ") {
      if part.first == "~" {
        gap = Int(part.dropFirst()) ?? 0
      } else {
        elements.append(Element(words: Set(part.split(separator: "|")), gap: gap))
        gap = 0
      }
    }
    self.elements = elements
  }

  /// Where it first stands among `words`.
  func first(in words: [Substring]) -> Range<Int>? {
    for start in words.indices where elements[0].words.contains(words[start]) {
      if let end = end(of: 1, from: start + 1, in: words) { return start..<end }
    }
    return nil
  }

  /// Where the elements from `number` on end that begin at `place`.
  private func end(of number: Int, from place: Int, in words: [Substring]) -> Int? {
    guard number < elements.count else { return place }
    let last = min(place + elements[number].gap, words.count - 1)
    guard place <= last else { return nil }
    for at in place...last where elements[number].words.contains(words[at]) {
      if let end = end(of: number + 1, from: at + 1, in: words) { return end }
    }
    return nil
  }
}

/// Patterns in the order in which they count. They are found by their first words: there are many of them, and most words of a text begin none.
package struct WordPatterns: Sendable {
  private let patterns: [WordPattern]
  private let numbers: [Substring: [Int]]

  package init(_ patterns: [WordPattern]) {
    self.patterns = patterns
    var numbers: [Substring: [Int]] = [:]
    for (number, pattern) in patterns.enumerated() {
      for word in pattern.firstWords { numbers[word, default: []].append(number) }
    }
    self.numbers = numbers
  }

  /// Where those that stand among `words` first stand there.
  package func found(in words: [Substring]) -> some Collection<Range<Int>> {
    let begun = Set(words.lazy.compactMap { numbers[$0] }.joined())
    return begun.sorted().lazy.compactMap { patterns[$0].first(in: words) }
  }
}
