/// Numbers in round brackets, as journals cite works: `(1)`, `(1, 2)`.
struct TypedCitation {
  private let first: Int
  /// Whether there are several: one alone may count anything.
  private let isList: Bool
  /// Where the text goes on behind the bracket.
  let end: Int

  /// How many bytes behind the bracket are looked at.
  static let reach = 16

  /// `text` begins behind the opening bracket. A range such as `(2-3)` is a dose more often than not.
  init?(in text: ArraySlice<UInt8>) {
    var numbers: [Int] = []
    var rest = text
    while true {
      let digits = rest.prefix(while: ProseByte.isDigit)
      guard (1...2).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      rest = rest[digits.endIndex...]
      if rest.first == UInt8(ascii: ")") { break }
      guard rest.first == UInt8(ascii: ",") else { return nil }
      rest = rest.dropFirst()
      if rest.first == 0x20 { rest = rest.dropFirst() }
    }
    guard let first = numbers.first, numbers == Array(Set(numbers)).sorted() else { return nil }
    self.first = first
    isList = numbers.count > 1
    end = rest.startIndex + 1
  }

  /// Whether `text` ends in a word that is no thing which people count.
  func isBehindClaim(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.last == 0x20 ? text.dropLast() : text
    let word = words.suffix(while: ProseByte.isLetter)
    return word.count > 1 && !Self.counted.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static let counted: Set = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "chapter", "day", "days", "exercise", "exercises", "figure", "figures", "grade", "grades", "group",
    "groups", "item", "items", "level", "levels", "number", "numbers", "option", "options", "page", "pages",
    "part", "parts", "phase", "phases", "photo", "photos", "picture", "pictures", "point", "points",
    "position", "positions", "question", "questions", "score", "scores", "section", "set", "sets", "stage",
    "stages", "step", "steps", "table", "tables", "type", "types", "week", "weeks",
  ]

  /// The numbers of one article: a single one is told of once another follows it.
  struct Row {
    private var waiting: (number: Int, start: Int, block: Int)?
    private var isTold = false

    /// The places to tell of.
    mutating func add(_ citation: TypedCitation, at start: Int, in block: Int) -> [(start: Int, block: Int)] {
      if isTold || citation.isList {
        defer { (waiting, isTold) = (nil, true) }
        return (waiting.map { [($0.start, $0.block)] } ?? []) + [(start, block)]
      }
      guard let waiting, waiting.number < citation.first else {
        if waiting == nil { waiting = (citation.first, start, block) }
        return []
      }
      defer { (self.waiting, isTold) = (nil, true) }
      return [(waiting.start, waiting.block), (start, block)]
    }
  }
}

extension ArraySlice {
  /// The longest end of which every element fits.
  fileprivate func suffix(while fits: (Element) -> Bool) -> ArraySlice {
    var start = endIndex
    while start > startIndex, fits(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
