/// Every word of the site, in order, and the pages that have it: the sections that were read side by side, as one.
package struct SearchIndex: Sendable {
  private let sections: [SearchSection]
  /// The number of each section's first page.
  private let firstPages: [UInt32]
  /// In the order of their bytes.
  let words: [[UInt8]]
  /// For each word the sections that have it, in order, each with the word's number there; and where a word's begin.
  private let parts: [(section: Int32, word: Int32)]
  private let starts: [Int32]
  let pageCount: Int

  static let weights = SearchSection.weights

  init(_ sections: [SearchSection]) {
    self.sections = sections
    var firstPages: [UInt32] = []
    var pageCount = 0
    for section in sections {
      firstPages.append(UInt32(pageCount))
      pageCount += section.pageCount
    }
    (self.firstPages, self.pageCount) = (firstPages, pageCount)
    var all = WordTable(capacity: 1 << 14)
    let numbers = sections.map { section in
      (0..<section.words.count).map { Int32(all.number(of: $0, in: section.words)) }
    }
    let order = (0..<all.count).sorted { all.bytes($0).lexicographicallyPrecedes(all.bytes($1)) }
    words = order.map { Array(all.bytes($0)) }
    var places = [Int](repeating: 0, count: all.count)
    for (place, number) in order.enumerated() { places[number] = place }
    var counts = [Int32](repeating: 0, count: all.count + 1)
    for own in numbers { for number in own { counts[places[Int(number)] + 1] += 1 } }
    for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
    starts = counts
    var parts = [(section: Int32, word: Int32)](repeating: (0, 0), count: Int(counts.last ?? 0))
    for (section, own) in numbers.enumerated() {
      for (word, number) in own.enumerated() {
        let place = places[Int(number)]
        parts[Int(counts[place])] = (Int32(section), Int32(word))
        counts[place] += 1
      }
    }
    self.parts = parts
  }

  /// The pages that have a word in one weight, ascending.
  func pages(of word: Int, _ weight: Int) -> [UInt32] {
    var pages: [UInt32] = []
    for part in own(word) {
      let first = firstPages[Int(part.section)]
      let section = sections[Int(part.section)]
      for page in section.pages(of: Int(part.word), weight..<weight + 1) {
        pages.append(first + UInt32(page))
      }
    }
    return pages
  }

  /// How many pages have a word.
  func frequency(of word: Int) -> Int { count(word, 0..<Self.weights) }

  /// Whether most pages have the word: then it is looked for in names, summaries and headings alone.
  func isCommon(_ word: Int) -> Bool { pageCount >= 20 && frequency(of: word) * 2 > pageCount }

  /// Whether the word stands in a name, a summary or a heading.
  func isNotable(_ word: Int) -> Bool { count(word, 0..<Int(SearchWeight.frequent.rawValue)) > 0 }

  private func own(_ word: Int) -> ArraySlice<(section: Int32, word: Int32)> {
    parts[Int(starts[word])..<Int(starts[word + 1])]
  }

  private func count(_ word: Int, _ weights: Range<Int>) -> Int {
    own(word).reduce(0) { $0 + sections[Int($1.section)].pages(of: Int($1.word), weights).count }
  }
}
