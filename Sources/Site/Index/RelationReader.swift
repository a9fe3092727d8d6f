import Diagnostics
import SiteModel
import Text

/// Finds the articles that one article's relations name, and reports what cannot be meant.
struct RelationReader {
  private let index: SiteIndex
  private let article: Article
  private let number: Int
  private let hints: NameHints
  private(set) var diagnostics: [Diagnostic] = []

  init(_ index: SiteIndex, _ hints: NameHints, article number: Int) {
    self.index = index
    self.hints = hints
    self.number = number
    article = index.articles[number]
  }

  private var kind: Kind { index.configuration.kinds[article.kind] }

  /// For each relation the targets found, in the order written.
  mutating func read() -> [[Int32]] {
    var all: [[Int32]] = []
    for (slot, relation) in kind.relations.enumerated() {
      guard let written = article.relations[slot] else {
        all.append([])
        if relation.isExpected {
          diagnostics.append(
            .warning(
              .missingRelation, file: article.file, at: .start,
              Self.missing(relation.name, of: kind.name),
              hint:
                "Add `\(relation.name):` with a list of ids, or `\(relation.name): []` if there are none on purpose."
            )
          )
        }
        continue
      }
      var targets: [Int32] = []
      for text in written {
        guard let target = target(text, of: relation) else { continue }
        if target == number {
          report(.selfRelation, text, "`\(relation.name)` lists the article itself.", hint: "Remove it.")
        } else if targets.contains(Int32(target)) {
          report(
            .repeatedTarget, text, "`\(relation.name)` lists `\(text.text)` twice.",
            hint: "Remove one of them.")
        } else {
          targets.append(Int32(target))
        }
      }
      all.append(targets)
    }
    reportContradictions(all)
    var flags: Set<[UInt8]> = []
    for flag in article.redFlags {
      if !flags.insert(flag.bytes).inserted {
        report(
          .repeatedTarget, flag, "`red-flags` lists `\(flag.text)` twice.", hint: "Remove one of them.")
        continue
      }
      if index.redFlags.mayHold(flag.bytes) { continue }
      let near =
        hints.hint(for: flag.text, in: .redFlags)
        ?? NearestName.renamed(flag.text, among: index.redFlags.flags.map(\.id)).map {
          "Did you mean `\($0)`?"
        }
      report(
        .unknownRedFlag, flag, "There is no red flag `\(flag.text)` in `\(RedFlags.file)`.",
        hint: NearestName.commaHint(for: flag.text) { index.redFlags.table[$0.utf8] != nil }
          ?? NearestName.note(behindNameIn: flag.text) { index.redFlags.table[$0.utf8] != nil }.map {
            "Write `\($0.name)` alone: what readers see of it is its text in `\(RedFlags.file)`."
          } ?? near ?? index.redFlags.flag(saying: flag.text).map { "Did you mean `\($0.id)`?" }
          ?? "Use the name of a red flag from that file, or add it there.",
        // A flag that is gone is one slip, however many name it.
        cause: "\(RedFlags.file)#\(flag.text)")
    }
    return all
  }

  /// What is said of an article without a relation.
  static func missing(_ relation: String, of kind: String) -> String { "This \(kind) has no `\(relation)`." }

  private mutating func target(_ text: PlacedText, of relation: Relation) -> Int? {
    let kinds = index.configuration.kinds
    var wanted = relation.targets.first
    var id = text.bytes[...]
    let example = relation.targets.first.map { kinds[$0].name } ?? "kind"
    if let colon = text.bytes.firstIndex(of: UInt8(ascii: ":")) {
      let prefix = String(decoding: text.bytes[..<colon], as: UTF8.self)
      id = text.bytes[(colon + 1)...]
      guard let named = index.configuration.kind(named: prefix), relation.targets.contains(named) else {
        if isExplained(text, relation) { return nil }
        let allowed = relation.targets.map { kinds[$0].name }
        report(
          .unknownTarget, text,
          "`\(relation.name)` refers to `\(text.text)`, but it can only refer to \(allowed.map { "`\($0)`" }.joined(separator: ", ")).",
          hint: index.configuration.kindName(meantBy: prefix, among: allowed).map {
            "Did you mean `\($0):\(String(decoding: id, as: UTF8.self))`?"
          })
        return nil
      }
      wanted = named
    } else if relation.targets.count != 1 {
      if isExplained(text, relation) { return nil }
      let matches = relation.targets.filter { index.ids[$0][id] != nil }.map {
        "`\(kinds[$0].name):\(text.text)`"
      }
      report(
        .unknownTarget, text, "`\(relation.name)` refers to `\(text.text)` without its kind.",
        hint: matches.isEmpty
          ? nearest(to: text.text, among: relation.targets)
            ?? "Write it as a kind and the name of a file without `.md`, such as `\(example):some-id`."
          : "Did you mean \(matches.joined(separator: " or "))?")
      return nil
    }
    guard let wanted else { return nil }
    guard let target = index.ids[wanted][id] else {
      if isExplained(text, relation) { return nil }
      let name = String(decoding: id, as: UTF8.self)
      let elsewhere = kinds.indices.filter { index.ids[$0][id] != nil }.map { kinds[$0].name }
      // An article that is gone is one slip, however many name it.
      let near = hints.nearest(to: name, in: .ids(kind: wanted))
      report(
        .unknownTarget, text,
        "`\(relation.name)` refers to `\(text.text)`, but there is no such \(kinds[wanted].name).",
        hint: NearestName.commaHint(for: name) { index.ids[wanted][$0.utf8] != nil }
          ?? noteHint(name, String(decoding: text.bytes[..<id.startIndex], as: UTF8.self), wanted)
          ?? near.map {
            "Did you mean `\(id.startIndex > 0 ? kinds[wanted].name + ":" : "")\($0)`?"
          }
          ?? elsewhere.first.map { "There is a \($0) with that id." }
          ?? hints.renamed(name, kind: wanted).map {
            "Did you mean `\(id.startIndex > 0 ? kinds[wanted].name + ":" : "")\($0)`?"
          },
        cause: ArticleID.isValid(id) ? hints.file(of: name, kind: wanted) : nil)
      return nil
    }
    switch index.articles[target].state {
    case .published: return target
    case .faulty: return nil
    default:
      report(
        .unpublishedTarget, text,
        "`\(relation.name)` refers to `\(text.text)`, which is \(index.articles[target].state.rawValue).",
        hint: index.articles[target].state.hint(removing: "it"), cause: index.articles[target].fileOfState)
      return nil
    }
  }

  /// Of a text that names no article: whether that has been told, or is told now because it is the title of one.
  private mutating func isExplained(_ text: PlacedText, _ relation: Relation) -> Bool {
    if index.isStray(text.bytes) { return true }
    if reportPath(text, relation) { return true }
    let name = nameAlone(text.bytes)
    let words = Self.withoutNote(name)
    guard !isName(text.bytes),
      let number = hints.article(named: name, kinds: relation.targets)
        ?? (ArticleID.isValid(words) ? nil : hints.article(named: words, kinds: relation.targets))
    else { return false }
    let article = index.articles[number]
    let kind = relation.targets.count == 1 ? "" : index.configuration.kinds[article.kind].name + ":"
    report(
      .unknownTarget, text, "`\(relation.name)` refers to `\(text.text)`, which is not an id.",
      hint: "Did you mean `\(kind)\(String(decoding: article.id, as: UTF8.self))`?")
    return true
  }

  /// An article's path or address: `../exercises/step-down.md`, `/exercises/step-down/`, `https://…/exercises/step-down/`.
  private mutating func reportPath(_ text: PlacedText, _ relation: Relation) -> Bool {
    guard text.bytes.contains(UInt8(ascii: "/")) else { return false }
    let path = text.text.prefix { $0 != "#" && $0 != "?" }.split(separator: "/")
    guard let last = path.last?.split(separator: ".").first,
      let kind = relation.targets.first(where: { index.ids[$0][last.utf8] != nil })
    else { return false }
    let prefix = relation.targets.count == 1 ? "" : index.configuration.kinds[kind].name + ":"
    report(
      .unknownTarget, text, "`\(relation.name)` refers to `\(text.text)`, which is not an id.",
      hint: "Did you mean `\(prefix)\(last)`?")
    return true
  }

  /// Without the kind before it.
  private func nameAlone(_ text: [UInt8]) -> [UInt8] {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), index.kindNames[text[..<colon]] != nil else {
      return text
    }
    return Array(text[(colon + 1)...].drop { $0 == 0x20 })
  }

  /// `Step-ups` of `Step-ups (not in week 1)`.
  private static func withoutNote(_ name: [UInt8]) -> [UInt8] {
    var words = name.prefix { $0 != UInt8(ascii: "(") }
    while words.last == 0x20 { words.removeLast() }
    return Array(words)
  }

  /// Whether it has the shape of an id, with or without a kind.
  private func isName(_ text: [UInt8]) -> Bool {
    let colon = text.firstIndex(of: UInt8(ascii: ":"))
    return ArticleID.isValid(colon.map { text[($0 + 1)...] } ?? text[...])
  }

  /// For a few words behind the id, which belong in `note`.
  private func noteHint(_ name: String, _ prefix: String, _ kind: Int) -> String? {
    NearestName.note(behindNameIn: name) { index.ids[kind][$0.utf8] != nil }.map { id, note in
      let isPlain = !note.contains { ",:#[]{}\"'&*!|>%@`".contains($0) }
      return
        "Write `{id: \(prefix)\(id), note: \(isPlain ? note : "\"\(note.replacing("\"", with: "'"))\"")}`."
    }
  }

  private func nearest(to name: String, among kinds: [Int]) -> String? {
    kinds.lazy.compactMap { kind in
      hints.nearest(to: name, in: .ids(kind: kind)).map { (kind, $0) }
    }.first.map { "Did you mean `\(index.configuration.kinds[$0].name):\($1)`?" }
  }

  /// Relations of one kind to the same kind exclude each other: what is recommended is not also warned of.
  private mutating func reportContradictions(_ all: [[Int32]]) {
    for (later, relation) in kind.relations.enumerated() {
      for (earlier, other) in kind.relations[..<later].enumerated()
      where other.targets == relation.targets && other.isSymmetric == relation.isSymmetric {
        for target in all[later] where all[earlier].contains(target) {
          let id = index.articles[Int(target)].id
          let isNamed = { (text: PlacedText) in
            text.bytes == id || text.bytes.suffix(id.count + 1).elementsEqual([UInt8(ascii: ":")] + id)
          }
          guard let text = article.relations[later]?.first(where: isNamed) else { continue }
          report(
            .contradiction, text, "`\(text.text)` is in both `\(other.name)` and `\(relation.name)`.",
            hint: "Remove it from one of them.")
        }
      }
    }
  }

  private mutating func report(
    _ code: DiagnosticCode, _ text: PlacedText, _ message: String, hint: String?, cause: String? = nil
  ) {
    diagnostics.append(
      .error(code, file: article.file, at: text.position, message, hint: hint, cause: cause))
  }
}
