import Diagnostics
import Text
import YAML

/// The warning signs of `Content/red-flags.yaml`: one approved sentence each, shown wherever it applies.
package struct RedFlags: Sendable {
  package struct Flag: Sendable {
    package let id: String
    package fileprivate(set) var text: String
    /// Why it matters and what to tell the clinician; the symptom checker needs it.
    package fileprivate(set) var why: String?
    /// A name of `CareHeading.names`.
    package let level: String
    package let sources: [PlacedText]
    package let isPractice: Bool
    package let position: Position
    /// Where its text and its reason are written, in the original.
    fileprivate let textPosition: Position
    fileprivate let whyPosition: Position?
    /// The language of its words, where they are not in that of the site around them: nobody has translated them yet.
    package fileprivate(set) var foreign: SiteLanguage?
    /// Whether its words translate an earlier state of the original's.
    package fileprivate(set) var isStale = false
  }

  package static let file = "Content/red-flags.yaml"
  package private(set) var flags: [Flag] = []
  package private(set) var table = NameTable()
  /// Ids of flags that are left out because something is wrong with them, which has been told.
  package private(set) var faulty: Set<[UInt8]> = []
  /// False when nobody can know which flags there are: whatever names one is not wrong for that.
  package private(set) var isReadable = true

  /// Whether a flag of that id is declared, be it rightly or not, or may be.
  package func mayHold(_ id: [UInt8]) -> Bool { !isReadable || table[id] != nil || faulty.contains(id) }

  /// Whether nothing is wrong with the file.
  package private(set) var isWhole = true

  /// Reads the file; flags with faults are left out after these were reported.
  package init(_ bytes: [UInt8], into diagnostics: inout [Diagnostic]) {
    let before = diagnostics.count
    defer { isWhole = !diagnostics[before...].contains { $0.severity == .error } }
    guard let document = YAMLDocument.parse(bytes[...], file: Self.file, into: &diagnostics) else {
      isReadable = false
      return
    }
    guard let root = document.root else { return }
    guard root.kind == .mapping else {
      isReadable = false
      root.reportWrongType(
        "red-flags.yaml", mustBe: "a mapping of ids to red flags", into: &diagnostics)
      return
    }
    ScriptText.report(in: root, from: before, into: &diagnostics)
    // Whatever names the id that one of two had is not wrong for that.
    if Self.tellSharedIDs(root, since: before, &diagnostics) { isReadable = false }
    var doubtful = DoubtfulValues(file: Self.file)
    defer { diagnostics += doubtful.found }
    let entries = Array(root.entries)
    for (number, (key, value)) in entries.enumerated() {
      if Self.isLost(key, value) {
        Self.reportLost(entries, number, into: &diagnostics)
        continue
      }
      if number + 1 < entries.count, Self.isLost(entries[number + 1].key, entries[number + 1].value) {
        // Of a flag whose last line begins too far left, only that is told.
        faulty.insert(Array(key.bytes))
        continue
      }
      if let inner = Self.indented(value) {
        // Its keys are those of the flag above, and what stands below it belongs to nobody knows which.
        let next = number + 1 < entries.count ? entries[number + 1].key.position.line : .max
        let lines = inner.key.position.line..<next
        let own = diagnostics[before...].filter {
          $0.code != .duplicateKey || !($0.position.map { lines.contains($0.line) } ?? false)
        }
        diagnostics.replaceSubrange(before..., with: own)
        diagnostics.append(Self.tooFarRight(inner, in: key))
        faulty.formUnion([Array(key.bytes), Array(inner.key.bytes)])
        continue
      }
      KindReader.checkName(key, "a red flag", into: &diagnostics)
      for name in ["text", "why"] {
        if let node = value.value(for: name) { doubtful.look(at: node, of: name) }
      }
      guard let flag = Self.read(value, key: key, into: &diagnostics) else {
        faulty.insert(Array(key.bytes))
        continue
      }
      table.insert(key.bytes, flags.count)
      flags.append(flag)
    }
    let texts = flags.map { flag -> RedFlagTexts.Entry in
      let why = flag.why.flatMap { text in flag.whyPosition.map { (text, $0) } }
      return (flag.id, flag.level, (flag.text, flag.textPosition), why)
    }
    diagnostics += RedFlagTexts(texts, file: Self.file).diagnostics
  }

  /// No flags, or, unless it `isReadable`, nobody knows which.
  package init(isReadable: Bool = true) { (self.isReadable, isWhole) = (isReadable, isReadable) }

  private static func read(_ node: Node, key: Node, into diagnostics: inout [Diagnostic]) -> Flag? {
    guard let fields = Fields(node, named: key.text, allowing: keys, into: &diagnostics),
      let textNode = fields.required("text", missingAt: key.position, into: &diagnostics),
      let text = textNode.asText("text", into: &diagnostics),
      let levelNode = fields.required("level", missingAt: key.position, into: &diagnostics),
      let level = levelNode.asText("level", into: &diagnostics)
    else { return nil }
    func report(_ node: Node, _ message: String, hint: String? = nil) {
      diagnostics.append(.error(.badRedFlag, file: node.file, at: node.position, message, hint: hint))
    }
    if !CareHeading.names.contains(level) {
      report(
        levelNode, "`\(level)` is not a care level.",
        hint: NearestName.hint(for: level, among: CareHeading.names)
          ?? "The levels are \(CareHeading.names.map { "`\($0)`" }.joined(separator: ", ")).")
    }
    if ["routine", "self-care"].contains(level) {
      diagnostics.append(
        .warning(
          .badRedFlag, file: node.file, at: levelNode.position,
          "A red flag with the level `\(level)` tells readers with a warning sign that they need not hurry.",
          hint: "Write `emergency`, `urgent` or `soon`, or take it out of the red flags."))
    }
    let hasMarks = RedFlagTexts.hasMarks(text) && !RedFlagTexts.isPlaceholder(text)
    if !isPlain(text), !hasMarks {
      report(
        textNode,
        "The text of a red flag must be one plain sentence of at most 200 characters, without `<` or `>`.")
    }
    if hasMarks {
      diagnostics.append(
        Diagnostic(
          isPlain(text) ? .warning : .error, .badRedFlag, file: node.file, at: textNode.position,
          "The text of the red flag `\(key.text)` has the marks of a list in it, which readers see as they are typed.",
          hint: "Write one sentence, with `; or` between several signs, or a red flag for each of them."))
    }
    let why = fields["why"]?.asText("why", into: &diagnostics)
    if let why, let node = fields["why"], !isPlain(why) {
      report(
        node, "The `why` of a red flag must be plain text of at most 200 characters, without `<` or `>`.")
    }
    let sources = fields["sources"]?.asTexts(
      "sources", of: "reference keys", example: "[griffin2016]", into: &diagnostics)
    let basis = fields["basis"]
    if let basis, !basis.matches("practice") {
      basis.reportWrongType("basis", mustBe: "`practice`", into: &diagnostics)
    }
    // Sources that cannot be read are told.
    if (sources ?? []).isEmpty, basis == nil, fields["sources"] == nil || sources != nil {
      report(
        key, "The red flag `\(key.text)` does not say what it is based on.",
        hint: "Add `sources: [key]` or `basis: practice`.")
    }
    return Flag(
      id: key.text, text: text, why: why, level: level, sources: sources?.map(PlacedText.init) ?? [],
      isPractice: basis != nil, position: key.position, textPosition: textNode.position,
      whyPosition: fields["why"]?.position)
  }

  static let keys = KnownKeys(
    ["text", "why", "level", "sources", "basis"],
    awaiting: [
      // The one that is left when the level is known is the sentence.
      AwaitedKey("text") {
        $0.kind == .scalar && !$0.isEmpty && !$0.isNull && !CareHeading.names.contains($0.text)
      },
      .word("level", among: CareHeading.names),
    ])

  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.count <= 200 && !text.contains { "<>\n".contains($0) }
  }

  /// The same flags in the words of another language; one without words there keeps those of the original, marked with its
  /// `original` language. `bytes` are nil when there is no file. What is missing is an error where `isRequired`. `units` takes each.
  package func translated(
    _ bytes: [UInt8]?, to language: SiteLanguage, from original: SiteLanguage, isRequired: Bool,
    units: inout TranslatedUnits, into diagnostics: inout [Diagnostic]
  ) -> RedFlags {
    let file = language.file(of: Self.file)
    let document = bytes.flatMap { YAMLDocument.parse($0[...], file: file, into: &diagnostics) }
    if bytes != nil, document == nil { return self }
    var words: [String: Fields] = [:]
    // Those whose words stand under a misspelt id.
    var meant: Set<String> = []
    if let root = document?.root {
      guard root.kind == .mapping else {
        root.reportWrongType(
          String(file.dropFirst("Content/".utf8.count)), mustBe: "a mapping of ids to the words of red flags",
          into: &diagnostics)
        return self
      }
      ScriptText.report(in: root, from: diagnostics.count, into: &diagnostics)
      for (key, value) in root.entries {
        guard mayHold(Array(key.bytes)) else {
          NearestName.to(key.text, among: flags.map(\.id)).map { _ = meant.insert($0) }
          diagnostics.append(
            .error(
              .translationFact, file: file, at: key.position,
              "`\(Self.file)` has no red flag `\(key.text)`.",
              hint: NearestName.hint(for: key.text, among: flags.map(\.id)) ?? "Delete it here."))
          continue
        }
        words[key.text] = Self.words(value, key, into: &diagnostics)
      }
    }
    var translated = self
    var missing: [String] = []
    var written: [RedFlagTexts.Entry] = []
    for number in flags.indices {
      let own = words[flags[number].id]
      let text = own?["text"].flatMap { Self.words($0, "text", into: &diagnostics) }
      let why = own?["why"].flatMap { Self.words($0, "why", into: &diagnostics) }
      // One of the two in each language would read as if nobody had looked.
      if let text, flags[number].why == nil || why != nil {
        let unit = TranslatedUnit(
          "The red flag `\(flags[number].id)`", flags[number].id, of: Self.file, in: file,
          at: own?.node.position, words: [flags[number].text, flags[number].why ?? ""])
        let flag = flags[number]
        written.append(
          (
            flag.id, flag.level, (text, own?["text"]?.position ?? .start),
            own?["why"].flatMap { node in why.map { ($0, node.position) } }
          ))
        let pairs = [own?["text"].map { ($0, flag.text) }, own?["why"].map { ($0, flag.why ?? "") }]
          .compactMap { $0 }.map { node, text in
            TextComparison.Pair(node, of: text.utf8, in: Self.file, line: flag.position.line)
          }
        guard units.isShown(unit, pairs, into: &diagnostics) else {
          translated.flags[number].foreign = original
          continue
        }
        translated.flags[number].isStale = units.isOutdated(unit)
        translated.flags[number].text = text
        translated.flags[number].why = why
      } else {
        translated.flags[number].foreign = original
        // Of words that cannot be read, that is told.
        if own?["text"] == nil || text != nil, own?["why"] == nil || why != nil {
          missing.append(flags[number].id)
        }
      }
    }
    diagnostics += RedFlagTexts(written, file: file).diagnostics
    let told = bytes == nil ? [] : missing.filter { !meant.contains($0) }
    for id in told {
      diagnostics.append(
        .missingWords(
          "The red flag `\(id)`", file: file, at: words[id]?.node.position, in: language, from: original,
          hint: "Write its `text` and `why` in `\(file)`.", isRequired: isRequired))
    }
    if bytes == nil, !missing.isEmpty {
      diagnostics.append(
        .missingWords(
          "Each red flag", file: file, at: nil, in: language, from: original,
          hint: "Write its `text` and `why` in `\(file)`, by the ids of `\(Self.file)`.",
          isRequired: isRequired))
    }
    return translated
  }

  private static func words(
    _ value: Node, _ key: Node, into diagnostics: inout [Diagnostic]
  ) -> Fields? {
    guard
      let fields = Fields(
        value, named: key.text, allowing: ["text", "why", "level", "sources", "basis"], into: &diagnostics)
    else { return nil }
    for name in ["level", "sources", "basis"] {
      guard let node = fields[name] else { continue }
      diagnostics.append(.fact(name, again: node, of: file))
    }
    return fields
  }

  private static func words(
    _ node: Node, _ name: String, into diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let text = node.asWords(name, allowsTags: true, into: &diagnostics) else { return nil }
    if isPlain(text) { return text }
    diagnostics.append(
      .error(
        .badRedFlag, file: node.file, at: node.position,
        "The `\(name)` of a red flag must be plain text of at most 200 characters, without `<` or `>`."))
    return text
  }
}
