import Text

/// The words of a run of pages, and for each word the pages that have it.
package struct SearchSection: Sendable {
  package let words: WordTable
  package let pageCount: Int
  /// Where the pages of a word in one weight begin in `pages`: at `starts[word * weights + weight]`.
  private let starts: [UInt32]
  /// Counted from the section's first page; ascending for each word and weight. A byte each, since an index of 10,000
  /// articles has two million of them.
  private let pages: [UInt8]

  package static let longest = 256
  static let weights = SearchWeight.allCases.count

  /// `entries` has the words of each page, one page after another, `ends` where each ends.
  package init(_ words: WordTable, _ entries: [UInt32], _ ends: [Int]) {
    self.words = words
    pageCount = ends.count
    let mask = UInt32((1 << SearchWeight.bits) - 1)
    var places = [UInt32](repeating: 0, count: words.count * Self.weights + 1)
    func key(_ entry: UInt32) -> Int { Int(entry >> SearchWeight.bits) * Self.weights + Int(entry & mask) }
    for entry in entries { places[key(entry) + 1] += 1 }
    for place in places.indices.dropFirst() { places[place] += places[place - 1] }
    starts = places
    var pages = [UInt8](repeating: 0, count: entries.count)
    var at = 0
    for (page, end) in ends.enumerated() {
      for entry in entries[at..<end] {
        let key = key(entry)
        pages[Int(places[key])] = UInt8(truncatingIfNeeded: page)
        places[key] += 1
      }
      at = end
    }
    self.pages = pages
  }

  /// What `write` wrote; nil when it makes no sense.
  package init?(_ source: inout RecordReader) {
    guard let pageCount = source.number(), pageCount <= Self.longest, let words = WordTable(&source),
      let starts = source.values(of: UInt32.self), let pages = source.data(),
      starts.count == words.count * Self.weights + 1, starts.first == 0,
      Int(starts[starts.count - 1]) == pages.count, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
      pages.allSatisfy({ Int($0) < pageCount })
    else { return nil }
    (self.pageCount, self.words, self.starts, self.pages) = (pageCount, words, starts, pages)
  }

  package func write(to out: inout RecordWriter) {
    out.number(pageCount)
    words.write(to: &out)
    out.values(starts)
    out.data(pages)
  }

  package func pages(of word: Int, _ weights: Range<Int>) -> ArraySlice<UInt8> {
    let key = word * Self.weights
    return pages[Int(starts[key + weights.lowerBound])..<Int(starts[key + weights.upperBound])]
  }
}
