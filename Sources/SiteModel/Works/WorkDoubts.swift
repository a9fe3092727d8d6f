import Diagnostics
import Text
import YAML

/// What may be wrong with a work that can be cited all the same: it is half filled in, its year cannot be right, or it was
/// retracted.
struct WorkDoubts {
  private(set) var found: [Diagnostic] = []
  private let work: Node
  private let key: String

  /// Of a work without a title, which has been told, what else is missing is not.
  init(_ work: Node, key: String, hasTitle: Bool, today: CalendarDate?) {
    self.work = work
    self.key = key
    if hasTitle { lookForGaps() }
    lookAtTexts()
    lookAtKeys()
    lookForCitation()
    if hasTitle { lookForYear() }
    if let today { lookAtYears(today) }
    lookForRetraction()
  }

  private mutating func warn(_ node: Node, _ message: String, _ hint: String) {
    found.append(.warning(.badReference, file: node.file, at: node.position, message, hint: hint))
  }

  // MARK: Gaps

  /// Without these readers cannot find the study, and no program writes them empty.
  private static let needed: Set = ["author", "container-title", "issued"]
  /// What `limber new reference` leaves empty.
  private static let drafted = ["author", "container-title", "issued", "volume", "issue", "page", "DOI"]

  private mutating func lookForGaps() {
    let gaps = Self.drafted.compactMap { name -> (name: String, node: Node)? in
      guard let node = work.value(for: name), Self.saysNothing(node) else { return nil }
      // Crossref says of some works only under another key when they came out.
      if name == "issued", !WorkDate(work).text.isEmpty { return nil }
      return (name, node)
    }
    guard gaps.contains(where: { Self.needed.contains($0.name) }), let first = gaps.first else { return }
    let names = gaps.map { "`\($0.name)`" }
    let listed =
      names.count == 1
      ? names[0] : names.dropLast().joined(separator: ", ") + " and \(names.last ?? "")"
    warn(
      first.node,
      "The work `\(key)` is only half filled in: \(listed) \(names.count == 1 ? "is" : "are") empty.",
      "Fill in what is empty between the quotes, and delete the lines of what the work does not have.")
  }

  /// Whether there is no text in it, however deep.
  private static func saysNothing(_ node: Node) -> Bool {
    switch node.kind {
    case .scalar: node.isEmpty
    case .sequence: !node.elements.isEmpty && node.elements.allSatisfy(saysNothing)
    case .mapping: !node.entries.isEmpty && node.entries.allSatisfy { saysNothing($0.value) }
    }
  }

  // MARK: Texts

  private mutating func lookAtTexts() {
    for name in ["title", "container-title", "publisher"] {
      guard let node = work.value(for: name), node.kind == .scalar else { continue }
      if let word = UnfinishedText.first(in: node.bytes) {
        warn(
          node,
          "The `\(name)` of `\(key)` has `\(String(decoding: node.bytes[word], as: UTF8.self))` in it, where readers would see it.",
          "Write the \(name == "title" ? "title" : "name") that the work has.")
      }
      if GarbledText.first(in: node.bytes) != nil {
        warn(
          node, "The `\(name)` of `\(key)` has a character that was garbled when it was copied or converted.",
          "Retype it: `â€™` was an apostrophe, for example, and `Ã©` an `é`.")
      }
      if let (_, letters) = Ligature.first(in: node.bytes) {
        warn(
          node,
          "The `\(name)` of `\(key)` has a single character for the letters `\(letters)`, copied from a PDF.",
          "Retype the letters `\(letters)`.")
      }
    }
  }

  /// `doi` for `DOI`, which no program that writes CSL-JSON does, and a month that is none; 21 to 24 are the seasons.
  private mutating func lookAtKeys() {
    for name in ["DOI", "URL"] where work.value(for: name) == nil {
      for other in [name.lowercased(), name.prefix(1) + name.dropFirst().lowercased()] {
        guard let node = work.value(for: other), !node.isEmpty else { continue }
        warn(
          node, "The work `\(key)` has `\(other)`, which is not read, so readers get no link to it.",
          "Write `\"\(name)\"` for `\"\(other)\"`.")
      }
    }
    for foreign in Self.foreignKeys(of: work) {
      warn(
        foreign.key,
        "The work `\(key)` has `\(foreign.key.text)`, which is not read, so readers do not see it.",
        foreign.hint)
    }
    guard let date = work.value(for: "issued")?.value(for: "date-parts") else { return }
    for parts in date.elements where parts.elements.count > 1 {
      guard let month = Int(parts.elements[1].text), !(1...12).contains(month), !(21...24).contains(month)
      else { continue }
      warn(
        parts.elements[1], "The work `\(key)` has the month \(month), which is none.",
        "Write year, month and day in this order, such as `[2016, 5, 31]`.")
    }
  }

  /// A whole citation in place of a title: `… J Orthop Sports Phys Ther. 2015;45(11):887-98.`
  private mutating func lookForCitation() {
    guard let title = work.value(for: "title"), title.kind == .scalar else { return }
    let bytes = Array(title.bytes)
    let hasPlace = bytes.indices.contains { at in
      guard bytes[at] == UInt8(ascii: ";"), at >= 4, bytes[(at - 4)..<at].allSatisfy(Self.isDigit),
        at == 4 || !Self.isDigit(bytes[at - 5])
      else { return false }
      return bytes[(at + 1)...].first { $0 != 0x20 }.map(Self.isDigit) ?? false
    }
    let small = title.text.lowercased()
    guard hasPlace || small.contains("doi:10.") || small.contains("doi: 10.") || small.contains("doi.org/10.")
    else { return }
    warn(
      title,
      "The `title` of `\(key)` is a whole citation, so readers would see the journal and the year twice.",
      "Write the title alone: authors, journal, year, volume and pages have keys of their own.")
  }

  // MARK: Years

  /// An article of a journal that came out at no time.
  private mutating func lookForYear() {
    guard work.value(for: "issued") == nil, WorkDate(work).text.isEmpty, work.value(for: "status") == nil,
      WorkField(work.value(for: "container-title")) != nil, !WorkPeople(work).text.isEmpty,
      !Self.foreignKeys(of: work).contains(where: { $0.right == "issued" })
    else { return }
    warn(
      work, "The work `\(key)` has no year, so readers cannot tell how old it is.",
      "Add `\"issued\": {\"date-parts\": [[2016]]}`, with the year in which it was published.")
  }

  private mutating func lookAtYears(_ today: CalendarDate) {
    guard let node = WorkDate.node(of: work) else {
      if let date = work.value(for: "issued"), !Self.saysNothing(date), let first = Self.firstText(of: date) {
        warn(
          first, "The date of `\(key)` is `\(first.text)`, which has no year in it, so readers see none.",
          "Write the year in which the work was published, with four digits.")
      }
      return
    }
    let shown = WorkDate(work).text
    // A work of next year may be out already.
    let last = today.year + 1
    for year in shown.split(whereSeparator: { "– ".contains($0) }) where year.utf8.allSatisfy(Self.isDigit) {
      guard !shown.hasSuffix(" BC"), let number = Int(year), !(1000...last).contains(number) else { continue }
      warn(
        Self.firstScalar(of: node) ?? node,
        number > last && number < 10_000
          ? "The year of `\(key)` is \(year), which is in the future."
          : "The year of `\(key)` is \(year), which is not a year.",
        "Write the year in which the work was published, with four digits.")
      return
    }
  }

  /// The first scalar in it that says something.
  private static func firstText(of node: Node) -> Node? {
    switch node.kind {
    case .scalar: node.isEmpty ? nil : node
    case .sequence: node.elements.lazy.compactMap(firstText).first
    case .mapping: node.entries.lazy.compactMap { firstText(of: $0.value) }.first
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func firstScalar(of node: Node) -> Node? {
    switch node.kind {
    case .scalar: node
    case .sequence: node.elements.first.flatMap(firstScalar)
    case .mapping: node.entries.first.flatMap { firstScalar(of: $0.value) }
    }
  }

  // MARK: Retractions

  private mutating func lookForRetraction() {
    func tell(_ node: Node, _ message: String) {
      warn(
        node, message,
        "Cite another study for what it supports, and remove this work and its citations."
      )
    }
    if let title = work.value(for: "title"), title.kind == .scalar, Self.saysRetracted(title.bytes) {
      tell(title, "The title of `\(key)` says that the study was retracted.")
    } else if let status = work.value(for: "status"),
      Self.begins(status.bytes, with: ["retract", "withdraw"])
    {
      tell(status, "The `status` of `\(key)` is `\(status.text)`, so the study must not support advice.")
    } else if let note = work.value(for: "note"), note.kind == .scalar, Self.notesRetraction(note.text) {
      tell(note, "The `note` of `\(key)` says that the study was retracted.")
    } else if let notice = work.value(for: "updated-by")?.elements.compactMap({ $0.value(for: "type") })
      .first(
        where: { Self.begins($0.bytes, with: ["retract", "withdraw", "removal"]) })
    {
      tell(notice, "The `updated-by` of `\(key)` says that the study was retracted.")
    }
  }

  private static func begins(_ text: ArraySlice<UInt8>, with words: [StaticString]) -> Bool {
    words.contains { ByteSearch.begins(text, with: $0) }
  }

  /// `RETRACTED: …`, `[Retracted] …`, `… (Retracted article)`, `Retraction of “…”`. A retracted tendon and the retraction of
  /// the shoulder blade are none.
  private static func saysRetracted(_ title: ArraySlice<UInt8>) -> Bool {
    let start = title.drop { $0 <= 0x20 || "[(*\"".utf8.contains($0) || $0 >= 0x80 }
    let isMarked = start.startIndex > title.startIndex && title.first != UInt8(ascii: "\"")
    if begins(start, with: ["retracted", "withdrawn", "retraction"]) {
      let word = start.drop { isLetter($0) }
      let rest = word.drop { $0 == 0x20 }
      let next = rest.first ?? 0
      if isMarked || next == UInt8(ascii: ":") || rest.starts(with: "-".utf8) || rest.starts(with: "–".utf8)
        || rest.starts(with: "—".utf8)
      {
        return true
      }
      if begins(rest, with: ["article:", "paper:", "chapter:", "notice", "statement"]) { return true }
      if begins(rest, with: ["of ", "to ", "of:", "to:"]) {
        let of = rest.dropFirst(2)
        let subject = of.drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }.first ?? 0
        return of.first == UInt8(ascii: ":") || !isLetter(subject) || subject &- 0x41 < 26
      }
    }
    guard let last = title.last(where: { $0 > 0x20 && $0 != UInt8(ascii: ".") }), ")]".utf8.contains(last),
      let open = title.lastIndex(where: { "([".utf8.contains($0) })
    else { return false }
    return begins(title[(open + 1)...], with: ["retracted", "withdrawn"])
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// What people and programs write into Zotero's field "Extra".
  private static func notesRetraction(_ note: String) -> Bool {
    guard note.utf8.count < 100_000 else { return false }
    let small = note.lowercased()
    guard small.contains("retract") else { return false }
    return small.split(whereSeparator: \.isNewline).contains { line in
      let line = String(line).trimmed
      return line.hasPrefix("retracted") || line.hasPrefix("retraction")
        || line.hasPrefix("status: retracted")
    } || ["has been retracted", "was retracted", "is retracted"].contains { small.contains($0) }
  }
}
