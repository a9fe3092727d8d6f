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
    lookAtChanges(fields, today: today)
    let isDraft = fields[.draft]?.matches("true") ?? false
    for key in [FrontMatterKey.title.name, FrontMatterKey.summary.name] {
      guard let node = fields[key], node.kind == .scalar else { continue }
      look(at: node, of: key)
      if key == FrontMatterKey.title.name, !isDraft, let found = TitleRemnant.find(in: node.bytes) {
        warn(
          node.position, "`title` has `\(found.remnant)` in it, which readers would see.",
          "Write `title: \(found.meant)`.")
      }
      if !node.isEmpty, Self.saysNothing(node.bytes) || Self.namesItself(node.bytes) {
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
    if let title = fields[.title], let summary = fields[.summary], Self.isSame(summary.bytes, as: title.bytes)
    {
      warn(
        summary.position, "`summary` only repeats the title, so lists say nothing more about this article.",
        "Say in one sentence what the article is about.")
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

  /// `Summary`, `Untitled`: what stands there until somebody writes it.
  private static func namesItself(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count < 20, let first = text.first, "nNsStTuU".utf8.contains(first) else { return false }
    return [
      "summary", "summary here", "short summary", "title", "title here", "untitled", "new article",
      "new page",
    ]
    .contains(String(decoding: text, as: UTF8.self).lowercased())
  }

  /// Whether a summary is the title again, with or without a period.
  private static func isSame(_ summary: ArraySlice<UInt8>, as title: ArraySlice<UInt8>) -> Bool {
    // What is too long is told as that.
    guard !title.isEmpty, title.count < 200, (title.count...title.count + 1).contains(summary.count),
      summary.count == title.count || summary.last == UInt8(ascii: ".")
    else { return false }
    return zip(summary, title).allSatisfy { one, other in
      one == other || (one | 0x20) &- 0x61 < 26 && one ^ 0x20 == other
    }
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
      name.bytes.contains(where: { ";,/|\"".utf8.contains($0) })
        || isAlone && ByteSearch.first(Array(" and ".utf8), in: name.bytes) != nil
    else { return nil }
    let text = name.text
    if let quoted = namesInQuotes(name) { return quoted }
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

  /// Those of `patellofemoral pain "runner's knee"`: without a comma, the quotes are letters.
  private static func namesInQuotes(_ name: Node) -> [String]? {
    guard name.isPlain, name.bytes.last == UInt8(ascii: "\""), name.text.contains(" \"") else { return nil }
    let parts = name.text.split(separator: "\"").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
    return parts.count > 1 && parts.allSatisfy { !$0.contains { ",:[]".contains($0) } } ? parts : nil
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
    // What hides an article for so long is no plan.
    let never = today.adding(months: 12 * Self.yearsOfPlans)
    for (key, ending) in [
      (FrontMatterKey.publishOn, ", so visitors do not get this article"), (.expiresOn, ""),
    ] {
      guard let (date, position) = day(fields[key]), date > never else { continue }
      warn(
        position, "`\(key.name)` is \(date), more than \(Self.yearsOfPlans) years in the future\(ending).",
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

  /// A change later than `updated`, which is told to search engines as the last one, and one that is listed twice.
  private mutating func lookAtChanges(_ fields: Fields, today: CalendarDate) {
    guard let changes = fields[.changes]?.elements, !changes.isEmpty else { return }
    var met: Set<[UInt8]> = []
    for change in changes where change.kind == .mapping {
      let parts = ["date", "text"].compactMap { change.value(for: $0) }
      guard parts.count == 2, parts.allSatisfy({ $0.kind == .scalar && !$0.isEmpty }) else { continue }
      if !met.insert(Array(parts.map(\.bytes).joined(separator: [0x0A]))).inserted {
        warn(change.position, "This change is listed twice.", "Delete one of the two.")
      }
    }
    let days = changes.compactMap { $0.value(for: "date") }.compactMap { node in
      CalendarDate(parsing: node.bytes).map { (day: $0, position: node.position) }
    }
    guard let updated = fields[.updated].flatMap({ CalendarDate(parsing: $0.bytes) }),
      let last = days.max(by: { $0.day < $1.day }), last.day > updated,
      // A year that is a slip is told as such.
      last.day <= today.adding(months: Self.monthsAhead)
    else { return }
    warn(
      last.position, "This change is dated \(last.day), after `updated`, which is \(updated).",
      "Write `updated: \(last.day)`, or correct the date of the change.")
  }

  /// A year too many, and some weeks earlier.
  private static let monthsAhead = 11

  /// Longer than any article has been on a website.
  private static let yearsBack = 30

  /// Days to come, as those of a course, are not planned further ahead. When an article is to be published may be any day.
  private static let yearsAhead = 5

  /// How far ahead a day may lie from which on an article is published, or no longer.
  private static let yearsOfPlans = 20

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
    node.lookAtQuotes(key, into: &found)
  }
}
