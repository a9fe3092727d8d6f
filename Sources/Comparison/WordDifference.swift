import Diagnostics

/// Two texts compared word by word.
struct WordDifference {
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private var places: [(old: Range<Int>, new: Range<Int>)] = []

  /// Words shown around those that differ.
  private static let context = 7
  /// Words shown of a long passage.
  private static let longest = 60
  /// Comparisons at most; what differs in more is shown as one passage.
  private static let bound = 60_000

  init(_ old: [UInt8], _ new: [UInt8]) {
    let ends = Self.differing(old, new)
    self.old = old[ends.start..<old.count - ends.rest].split(separator: 0x20)
    self.new = new[ends.start..<new.count - ends.rest].split(separator: 0x20)
    findPlaces()
  }

  init(_ old: String, _ new: String) { self.init(Array(old.utf8), Array(new.utf8)) }

  /// Each place where the texts differ.
  var passages: [Change.Passage] {
    places.map { place in
      Change.Passage(
        was: place.old.isEmpty ? nil : Self.shown(old, place.old),
        now: place.new.isEmpty ? nil : Self.shown(new, place.new))
    }
  }

  /// A text as it is shown when the other side has nothing like it.
  static func whole(_ text: [UInt8]) -> String {
    let words = text.split(separator: 0x20)
    return shortened(words, words.indices)
  }

  /// The bytes at the start of both texts, and at their end, that are the same and need not be read as words: what is left has all
  /// words that may be shown around those that differ, and one more.
  private static func differing(_ old: [UInt8], _ new: [UInt8]) -> (start: Int, rest: Int) {
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var rest = 0
    while rest < shorter - start, old[old.count - 1 - rest] == new[new.count - 1 - rest] { rest += 1 }
    var words = 0
    while start > 0, words < context + 2 {
      start -= 1
      if start > 0, old[start] != 0x20, old[start - 1] == 0x20 { words += 1 }
    }
    words = 0
    while rest > 0, words < context + 2 {
      rest -= 1
      if rest > 0, old[old.count - 1 - rest] != 0x20, old[old.count - rest] == 0x20 { words += 1 }
    }
    return (start, rest)
  }

  private mutating func findPlaces() {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    if start == oldEnd, start == newEnd { return }
    let (rows, columns) = (oldEnd - start, newEnd - start)
    guard rows > 0, columns > 0, rows * columns <= Self.bound else {
      places = [(start..<oldEnd, start..<newEnd)]
      return
    }
    var isGone = [Bool](repeating: false, count: rows)
    var isNew = [Bool](repeating: false, count: columns)
    for change in new[start..<newEnd].difference(from: old[start..<oldEnd]) {
      switch change {
      case .remove(let offset, _, _): isGone[offset] = true
      case .insert(let offset, _, _): isNew[offset] = true
      }
    }
    var (row, column) = (0, 0)
    while row < rows || column < columns {
      let (firstRow, firstColumn) = (row, column)
      while row < rows, isGone[row] { row += 1 }
      while column < columns, isNew[column] { column += 1 }
      if (row, column) == (firstRow, firstColumn) {
        row += 1
        column += 1
      } else {
        add(start + firstRow..<start + row, start + firstColumn..<start + column)
      }
    }
  }

  /// A few equal words between two places that differ would only make both hard to read.
  private mutating func add(_ oldWords: Range<Int>, _ newWords: Range<Int>) {
    if let last = places.last, oldWords.lowerBound - last.old.upperBound <= 3 {
      places[places.count - 1] = (
        last.old.lowerBound..<oldWords.upperBound, last.new.lowerBound..<newWords.upperBound
      )
    } else {
      places.append((oldWords, newWords))
    }
  }

  private static func shown(_ words: [ArraySlice<UInt8>], _ range: Range<Int>) -> String {
    let first = max(0, range.lowerBound - context)
    let last = min(words.count, range.upperBound + context)
    var text = first > 0 ? "… " : ""
    if first < range.lowerBound { text += joined(words[first..<range.lowerBound]) + " " }
    text += "«" + shortened(words, range) + "»"
    if range.upperBound < last { text += " " + joined(words[range.upperBound..<last]) }
    return text + (last < words.count ? " …" : "")
  }

  private static func shortened(_ words: [ArraySlice<UInt8>], _ range: Range<Int>) -> String {
    guard range.count > longest else { return joined(words[range]) }
    let half = longest / 2
    return joined(words[range.prefix(half)]) + " … [\(range.count - longest) words] … "
      + joined(words[range.suffix(half)])
  }

  private static func joined(_ words: ArraySlice<ArraySlice<UInt8>>) -> String {
    String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}
