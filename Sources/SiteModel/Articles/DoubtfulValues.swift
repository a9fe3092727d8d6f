import Diagnostics
import Text
import YAML

/// Values of the front matter that YAML reads otherwise than their author can have meant.
package struct DoubtfulValues {
  private(set) var found: [Diagnostic] = []
  private let file: String
  /// Whether HTML is refused by a rule of its own.
  private var allowsTags = false

  /// What `limber new` writes for a summary.
  package static let placeholder =
    "One plain sentence of at most 200 characters, for lists and search engines."

  /// What it writes for a text.
  package static let bodyPlaceholder = "Write your text here, in words that a reader without training knows."

  /// A report of a text that nobody has written yet.
  static func unwritten(_ body: ArraySlice<UInt8>, line: Int, file: String) -> Diagnostic? {
    let text = body.drop { $0 <= 0x20 }
    guard text.starts(with: bodyPlaceholder.utf8) else { return nil }
    let lines = body[..<text.startIndex].count { $0 == 0x0A }
    return .warning(
      .unfinishedText, file: file, at: Position(line: line + lines, column: 1),
      "The article still has the sample text of a new article.",
      hint: "Write the article, or set `draft: true`.")
  }

  /// `dates` are the kind's own fields that hold a day.
  package init(
    _ fields: Fields, file: String, today: CalendarDate, dates: [String]
  ) {
    self.file = file
    lookForFarDays(fields, today: today, dates: dates)
    let isDraft = fields[.draft]?.matches("true") ?? false
    for key in [FrontMatterKey.title.name, FrontMatterKey.summary.name] {
      guard let node = fields[key], node.kind == .scalar else { continue }
      look(at: node, of: key)
      if !node.isEmpty, Self.saysNothing(node.bytes) {
        warn(
          node.position, "`\(key)` is still to be written: readers would see `\(node.text)`.",
          "Write it, or set `draft: true`.", .unfinishedText)
      }
      if key == FrontMatterKey.summary.name, !isDraft, node.matches(Self.placeholder) {
        warn(
          node.position, "`summary` still has the sample text of a new article.",
          "Say what this article is about.", .unfinishedText)
      }
    }
    if let node = fields[.alsoKnownAs] { look(atNames: node) }
    if let node = fields[.redirectFrom] { lookForSampleAddress(node) }
  }

  /// `-`, `?`, `…`: neither a letter nor a digit.
  static func saysNothing(_ text: ArraySlice<UInt8>) -> Bool {
    text.count < 8
      // Marks of Markdown are told as such.
      && !String(decoding: text, as: UTF8.self).contains { $0.isLetter || $0.isNumber || "*_`".contains($0) }
  }

  private mutating func look(atNames node: Node) {
    let key = FrontMatterKey.alsoKnownAs.name
    let names = node.elements
    for name in names {
      look(at: name, of: key)
      if let parts = Self.severalNames(name, isAlone: names.count == 1) {
        warn(
          name.position, "This is read as one name, `\(name.text)`, which nobody writes.",
          "Separate the names with commas, outside any quotes: `[\(parts.joined(separator: ", "))]`.")
      }
      if ByteSearch.begins(name.bytes, with: FrontMatterKey.sampleNameStart) {
        warn(
          name.position, "`\(key)` still has the sample name of a new article.",
          "Write the other name, or delete this line.", .unfinishedText)
      }
    }
    if names.count == 2, zip(names, FrontMatterKey.documentedNames).allSatisfy({ $0.matches($1) }) {
      warn(
        node.position, "`\(key)` has the names that the writing guide shows as an example.",
        "Write the other names of what this article is about, or delete this line.", .unfinishedText)
    }
  }

  /// The names in what was meant as several: `one; two`, `one / two`, `"one, two"`, and where it is the only entry, `hip pain and groin
  /// pain`. "Pins and needles" is one.
  private static func severalNames(_ name: Node, isAlone: Bool) -> [String]? {
    // Most names have neither, and a string would cost more than all else that is asked of them.
    guard name.kind == .scalar,
      name.bytes.contains(where: { ";,/|".utf8.contains($0) })
        || isAlone && ByteSearch.first(Array(" and ".utf8), in: name.bytes) != nil
    else { return nil }
    let text = name.text
    for sign in [";", " / ", " | ", ", "] where text.contains(sign) {
      let parts = text.split(separator: sign).map { $0.split(separator: " ").joined(separator: " ") }
      return parts.count > 1 && parts.allSatisfy { !$0.isEmpty && !$0.contains(":") } ? parts : nil
    }
    guard isAlone else { return nil }
    let halves = text.split(separator: " and ").map { $0.split(separator: " ") }
    guard halves.count == 2, halves[0].count > 1, halves[1].count > 1, halves[0].last == halves[1].last else {
      return nil
    }
    return halves.map { $0.joined(separator: " ") }
  }

  /// `/old/causes/snapping-hip/`, as `limber new` writes it.
  private mutating func lookForSampleAddress(_ node: Node) {
    for address in node.elements where ByteSearch.begins(address.bytes, with: "/old/") {
      let name = file.split(separator: "/").last?.dropLast(".md".count) ?? ""
      guard address.text.hasSuffix("/\(name)/") else { continue }
      warn(
        address.position,
        "`\(FrontMatterKey.redirectFrom.name)` still has the sample address of a new article.",
        "Write the old address of this article, or delete this line.", .unfinishedText)
    }
  }

  /// A change that lies so far ahead that its year can only be a slip or longer back than there are websites, and any day so far ahead that its year can only be a slip.
  private mutating func lookForFarDays(_ fields: Fields, today: CalendarDate, dates: [String]) {
    func day(_ node: Node?) -> (day: CalendarDate, position: Position)? {
      guard let node, node.kind == .scalar else { return nil }
      return CalendarDate(parsing: node.bytes).map { ($0, node.position) }
    }
    let changes = fields[.changes]?.elements.map { day($0.value(for: "date")) } ?? []
    // What is made ready for a later day may say so.
    let soon = max(today.adding(months: Self.monthsAhead), day(fields[.publishOn])?.day ?? today)
    for case (let date, let position)? in [day(fields[.updated])] + changes where date > soon {
      warn(
        position, "This change is dated \(date), which is in the future.",
        "Check the year: today is \(today).")
    }
    let old = today.adding(months: -12 * Self.yearsBack)
    for case (let date, let position)? in [day(fields[.updated])] + changes where date < old {
      warn(
        position, "This change is dated \(date), which is more than \(Self.yearsBack) years ago.",
        "Check the year: today is \(today).")
    }
    let late = today.adding(months: 12 * Self.yearsAhead)
    for case (let date, let position)? in dates.map({ day(fields[$0]) }) where date > late {
      warn(
        position, "\(date) is more than \(Self.yearsAhead) years in the future.",
        "Check the year: today is \(today).")
    }
    // An article that changes a year after its end was not meant to end then.
    let others = [fields[.updated], fields[.publishOn]] + dates.map { fields[$0] }
    if let end = day(fields[.expiresOn]), end.day <= today,
      let last = (others.map { day($0) } + changes).compactMap({ $0?.day }).max(),
      end.day.adding(months: 12) < last
    {
      warn(
        end.position,
        "`\(FrontMatterKey.expiresOn.name)` is \(end.day), long before \(last), another day of this article, so visitors do not get it.",
        "Check the year: today is \(today). For an article that is over, set `draft: true` or delete it.")
    }
  }

  /// A year too many, and some weeks earlier.
  private static let monthsAhead = 11

  /// Longer than any article has been on a website.
  private static let yearsBack = 30

  /// Days to come, as those of a course, are not planned further ahead. When an article is to be published may be any day.
  private static let yearsAhead = 5

  private mutating func warn(
    _ position: Position, _ message: String, _ hint: String, _ code: DiagnosticCode = .doubtfulValue
  ) {
    found.append(.warning(code, file: file, at: position, message, hint: hint))
  }

  /// For a file of data.
  init(file: String) {
    self.file = file
    allowsTags = true
  }

  /// A text that readers see as it is.
  mutating func look(at node: Node, of key: String) {
    guard node.kind == .scalar else { return }
    node.lookAtWords(key, allowsTags: allowsTags, into: &found)
    if !node.isPlain, let inner = Self.withoutQuotes(node.bytes) {
      warn(
        node.position, "`\(key)` has a second pair of quotes, which readers will see.",
        "Keep only the outer quotes: `\"\(String(decoding: inner, as: UTF8.self))\"`.")
    }
  }

  /// What stands between quotes that are the only ones of a text; nil when there are others, or none.
  private static func withoutQuotes(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let isStraight = bytes.first == UInt8(ascii: "\"")
    guard isStraight || bytes.first == 0xE2, bytes.count > 6 else { return nil }
    let width = isStraight ? 1 : 3
    let (start, end) = (bytes.prefix(width), bytes.suffix(width))
    let inner = bytes.dropFirst(width).dropLast(width)
    guard isStraight ? end == start : Node.isCurlyQuote(start) && Node.isCurlyQuote(end),
      !inner.contains(UInt8(ascii: "\""))
    else { return nil }
    // U+201C and U+201D inside are the end of one quotation and the beginning of another.
    let hasOther = inner.indices.contains { place in
      inner[place] == 0xE2 && Node.isCurlyQuote(inner[place...].prefix(3)) && inner[place + 2] >= 0x9C
    }
    return hasOther ? nil : inner
  }
}
