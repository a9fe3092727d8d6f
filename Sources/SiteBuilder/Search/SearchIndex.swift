/// Every word of the site, in order, and the pages that have it: made from the sections that were read side by side.
struct SearchIndex: Sendable {
  /// In the order of their bytes.
  let words: [[UInt8]]
  /// Where the pages of a word in one weight begin in `pages`: at `starts[word * weights + weight]`.
  private let starts: [Int32]
  /// Page numbers, ascending for each word and weight.
  private let pages: [UInt32]
  let pageCount: Int

  static let weights = SearchWeight.allCases.count

  init(_ sections: [SearchSection]) {
    pageCount = sections.reduce(0) { $0 + $1.ends.count }
    // Which words there are, in order.
    var all = WordTable(capacity: 1 << 14)
    let numbers = sections.map { section in
      (0..<section.words.count).map { local in
        let word = section.words.bytes(local)
        return Int32(
          all.number(of: Array(word).span, from: 0, to: word.count, hash: section.words.hash(local)))
      }
    }
    let order = (0..<all.count).sorted { all.bytes($0).lexicographicallyPrecedes(all.bytes($1)) }
    words = order.map { Array(all.bytes($0)) }
    var places = [Int32](repeating: 0, count: all.count)
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    // The entries by word and weight: counted, then put where the counts say. Pages ascend as they are met.
    var counts = [Int32](repeating: 0, count: all.count * Self.weights + 1)
    let maximum = UInt32((1 << SearchWeight.bits) - 1)
    for (section, numbers) in zip(sections, numbers) {
      for entry in section.entries {
        let word = Int(places[Int(numbers[Int(entry >> SearchWeight.bits)])])
        counts[word * Self.weights + Int(entry & maximum) + 1] += 1
      }
    }
    for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
    starts = counts
    var pages = [UInt32](repeating: 0, count: Int(counts.last ?? 0))
    var page: UInt32 = 0
    for (section, numbers) in zip(sections, numbers) {
      var at = 0
      for end in section.ends {
        while at < end {
          let entry = section.entries[at]
          let word = Int(places[Int(numbers[Int(entry >> SearchWeight.bits)])])
          let key = word * Self.weights + Int(entry & maximum)
          pages[Int(counts[key])] = page
          counts[key] += 1
          at += 1
        }
        page += 1
      }
    }
    self.pages = pages
  }

  func pages(of word: Int, _ weight: Int) -> ArraySlice<UInt32> {
    let key = word * Self.weights + weight
    return pages[Int(starts[key])..<Int(starts[key + 1])]
  }

  /// How many pages have a word.
  func frequency(of word: Int) -> Int {
    Int(starts[(word + 1) * Self.weights]) - Int(starts[word * Self.weights])
  }

  /// Whether most pages have the word: then it is looked for in names, summaries and headings alone.
  func isCommon(_ word: Int) -> Bool { pageCount >= 20 && frequency(of: word) * 2 > pageCount }

  /// Whether the word stands in a name, a summary or a heading.
  func isNotable(_ word: Int) -> Bool {
    starts[word * Self.weights + Int(SearchWeight.frequent.rawValue)] > starts[word * Self.weights]
  }
}
