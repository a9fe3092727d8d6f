import Diagnostics
import SiteModel
import Text
import YAML

/// Reads the tree's own file (rules 1 and, for what is written twice, 7).
struct TreeReader {
  private var source: SourceReader
  private let index: ClinicalIndex
  private let options: TreeOptions

  private static let treeKeys = KnownKeys(
    [
      "format", "id", "version", "title", "language", "show-causes", "start", "updated", "review", "asks",
      "questions", "outcomes",
    ],
    awaiting: [
      .number("format"), .text("id"), .text("version"), .text("title"), .text("language"), .text("start"),
      .mapping("review"), .mapping("questions"), .mapping("outcomes"),
    ])
  private static let questionKeys = KnownKeys(
    ["stage", "type", "ask", "help", "picture", "within", "answers", "none"],
    awaiting: [
      .word("stage", among: Stage.allCases.map(\.rawValue)),
      .word("type", among: Question.Kind.allCases.map(\.rawValue)), .text("ask"), .mapping("answers"),
      .text("help", beginning: "advice/"),
    ])
  private static let answerKeys = KnownKeys(names, awaiting: [.text("label"), .text("next")])
  private static let flagKeys = KnownKeys(
    names, awaiting: [AwaitedKey("flag") { $0.kind == .scalar && $0.text.hasPrefix("rf-") }, .text("next")])
  /// Of an answer that has its words already.
  private static let spokenKeys = KnownKeys(names, awaiting: [.text("next")])
  private static let names = ["label", "flag", "next"]
  /// `heading` and `phone` are known so that they can be refused with a reason.
  private static let outcomeKeys = KnownKeys(
    ["level", "causes", "stretches", "advice", "seek-care-if", "heading", "phone"],
    awaiting: [
      .word("level", among: CareLevel.allCases.map(\.rawValue)), .text("advice", beginning: "advice/"),
      .text("seek-care-if", beginning: "advice/"),
    ])

  private init(file: String, index: ClinicalIndex, options: TreeOptions) {
    source = SourceReader(file: file)
    self.index = index
    self.options = options
  }

  /// The tree as far as it can be read; nil when it is not a tree at all.
  static func read(
    _ file: SourceFile, index: ClinicalIndex, options: TreeOptions, into diagnostics: inout [Diagnostic]
  ) -> Tree? {
    var reader = TreeReader(file: file.name, index: index, options: options)
    defer { diagnostics += reader.source.diagnostics }
    guard let root = reader.source.root(of: file) else { return nil }
    return reader.tree(root)
  }

  private mutating func tree(_ root: Node) -> Tree? {
    guard let fields = source.fields(root, named: "the tree", allowing: Self.treeKeys) else { return nil }
    let top = root.position
    if let format = fields.required("format", missingAt: top, into: &source.diagnostics), !format.matches("1")
    {
      source.report(.treeFormat, at: format.position, "`format` is `\(format.text)`, but it must be `1`.")
    }
    let id = source.text("id", in: fields, missingAt: top)
    if !id.value.isEmpty { source.checkID(id.value, at: id.position) }
    let tree = Tree(
      file: source.file, id: id, version: version(fields, top),
      title: source.text("title", in: fields, missingAt: top), language: language(fields, top),
      showsCauses: fields["show-causes"]?.asBool("show-causes", into: &source.diagnostics) ?? true,
      start: source.text("start", in: fields, missingAt: top), review: review(fields, top),
      updated: fields["updated"].flatMap { CalendarDate(parsing: $0.bytes) },
      asks: fields["asks"] == nil
        ? nil
        : source.texts(
          "asks", of: "red flags", example: "[rf-fever]",
          whenEmpty:
            "List the red flags that this checker must ask about. If it must ask about all, delete `asks`.",
          in: fields),
      questions: nodes("questions", Self.questionKeys, fields, top).compactMap { question($0.key, $0.value) },
      outcomes: nodes("outcomes", Self.outcomeKeys, fields, top).compactMap { outcome($0.key, $0.value) },
      isHollow: fields["questions"] == nil || fields["outcomes"] == nil)
    checkUnique(tree)
    return tree
  }

  private mutating func version(_ fields: Fields, _ top: Position) -> Placed<TreeVersion> {
    let text = source.text("version", in: fields, missingAt: top)
    if let version = TreeVersion(parsing: text.value) { return Placed(version, at: text.position) }
    if !text.value.isEmpty {
      source.report(
        .treeFormat, at: text.position,
        "`version` is `\(text.value)`, but it must be three numbers, such as `1.0.0`."
      )
    }
    return Placed(TreeVersion(major: 0, minor: 0, patch: 0), at: text.position)
  }

  private mutating func language(_ fields: Fields, _ top: Position) -> String {
    let text = source.text("language", in: fields, missingAt: top)
    if !LanguageCode.isTag(text.value), !text.value.isEmpty {
      source.report(
        .treeFormat, at: text.position,
        "`language` is `\(text.value)`, but it must be a language tag, such as `en-US`.")
    } else if let site = options.siteLanguage, !text.value.isEmpty,
      site.lowercased().prefix(while: { $0 != "-" }) != text.value.lowercased().prefix(while: { $0 != "-" })
    {
      source.diagnostics.append(
        .warning(
          .treeFormat, file: source.file, at: text.position,
          "`language` is `\(text.value)`, but the site's language is `\(site)`, so screen readers would mispronounce one of the two.",
          hint: "Write `language: \(site)`, or correct `language` in `site.yaml`."))
    }
    return text.value
  }

  private mutating func review(_ fields: Fields, _ top: Position) -> Review {
    guard let node = fields.required("review", missingAt: top, into: &source.diagnostics) else {
      return Review(status: .pending)
    }
    source.refuseWithdrawn(node)
    let updated = fields["updated"]
    let isDate = updated?.asDate("updated", into: &source.diagnostics) != nil
    return Review.read(
      node, at: node.position, changed: isDate ? updated : nil, today: options.today,
      policy: options.reviewPolicy,
      into: &source.diagnostics)
      ?? Review(status: .pending)
  }

  /// The entries of `questions` or `outcomes`.
  private mutating func nodes(
    _ key: String, _ keys: KnownKeys, _ fields: Fields, _ top: Position
  ) -> [(key: Node, value: Node)] {
    guard let node = fields.required(key, missingAt: top, into: &source.diagnostics) else { return [] }
    if node.kind != .mapping {
      if node.isNull {
        source.report(.emptyValue, at: node.position, "`\(key)` is empty.")
      } else {
        node.reportWrongType(key, mustBe: "a mapping (`id: {…}` lines)", into: &source.diagnostics)
      }
    }
    return Fields.entries(of: node, keys)
  }

  private mutating func question(_ key: Node, _ value: Node) -> Question? {
    guard key.kind == .scalar else { return nil }
    let id = source.id(key)
    guard let fields = source.fields(value, named: id.value, allowing: Self.questionKeys) else { return nil }
    let stage: Placed<Stage>? = source.word("stage", in: fields, missingAt: id.position)
    let kind: Placed<Question.Kind>? = source.word("type", in: fields, missingAt: id.position)
    let isRedFlag = fields["stage"].map { $0.kind == .scalar && $0.text == Stage.redFlag.rawValue } ?? false
    let answers = answers(fields, id, isRedFlag: isRedFlag)
    let none = fields["none"].flatMap { answer(id: Placed("none", at: $0.position), $0, allowsFlag: false) }
    // What the missing word most likely was, so that its absence is reported once and not by every other rule.
    let guess: Stage = answers.contains { $0.flag != nil } ? .redFlag : .gate
    return Question(
      id: id, stage: stage ?? Placed(guess, at: id.position),
      kind: kind ?? Placed(none == nil ? .oneOf : .anyOf, at: id.position),
      ask: source.text("ask", in: fields, missingAt: id.position),
      help: source.optionalText("help", in: fields),
      picture: source.optionalText("picture", in: fields),
      within: source.texts("within", of: "answers", example: "[where.groin]", in: fields),
      answers: answers, none: none, hasUnreadNone: none == nil && fields["none"] != nil)
  }

  private mutating func answers(_ fields: Fields, _ id: Placed<String>, isRedFlag: Bool) -> [Answer] {
    guard let node = fields.required("answers", missingAt: id.position, into: &source.diagnostics) else {
      return []
    }
    guard node.kind == .mapping else {
      node.reportWrongType("answers", mustBe: "a mapping (`id: {…}` lines)", into: &source.diagnostics)
      return []
    }
    if node.entries.isEmpty {
      source.report(
        .treeDeadEnd, at: node.position, "`\(id.value)` has no answers, so no one can get past it.")
    }
    return node.entries.compactMap { entry in
      guard entry.key.kind == .scalar else { return nil }
      let answerID = source.id(entry.key)
      if answerID.value == "none" {
        source.report(
          .treeInvalidID, at: answerID.position, "`none` cannot be the id of an answer.",
          hint: "Put `none` next to `answers`, not inside it.")
        return nil
      }
      return answer(id: answerID, entry.value, allowsFlag: true, needsFlag: isRedFlag)
    }
  }

  private mutating func answer(
    id: Placed<String>, _ node: Node, allowsFlag: Bool, needsFlag: Bool = false
  ) -> Answer? {
    let isSpoken = node.kind == .mapping && (node.value(for: "label") ?? node.value(for: "flag")) != nil
    let keys = isSpoken ? Self.spokenKeys : needsFlag ? Self.flagKeys : Self.answerKeys
    guard let fields = source.fields(node, named: id.value, allowing: keys) else { return nil }
    let next = source.text("next", in: fields, missingAt: id.position)
    guard let flag = source.optionalText("flag", in: fields) else {
      if needsFlag, fields["flag"] == nil, fields["label"] == nil, !fields.isMisspelt("label"),
        !fields.isMisspelt("flag")
      {
        // Of a `label`, the next check would say that a red flag's sentence belongs elsewhere.
        source.diagnostics.append(
          .error(
            .missingKey, file: node.file, at: id.position, "The key `flag` is missing.",
            hint: "Add `flag:`, then the id of a red flag that `Content/red-flags.yaml` declares."))
        return Answer(
          id: id, label: Placed("", at: id.position), flag: Placed("", at: id.position), next: next)
      }
      let label =
        fields["flag"] == nil && !fields.isMisspelt("flag")
        ? source.text("label", in: fields, missingAt: id.position) : Placed("", at: id.position)
      return Answer(id: id, label: label, flag: nil, next: next)
    }
    if !allowsFlag {
      source.report(
        .treeFlagMisplaced, at: flag.position,
        "`none` means that no red flag applies, so it cannot be a red flag itself.")
    }
    if let label = fields["label"] {
      source.report(
        .treeOwnSentence, at: label.position,
        "`\(id.value)` has both a `flag` and a `label`. A red flag's sentence belongs only where the red flag is declared.",
        hint: "Remove the `label`.")
    }
    return Answer(
      id: id, label: Placed(index.flags[flag.value]?.text ?? "", at: flag.position), flag: flag, next: next)
  }

  private mutating func outcome(_ key: Node, _ value: Node) -> Outcome? {
    guard key.kind == .scalar else { return nil }
    let id = source.id(key)
    guard let fields = source.fields(value, named: id.value, allowing: Self.outcomeKeys) else { return nil }
    for key in ["heading", "phone"] {
      guard let node = fields[key] else { continue }
      source.report(
        .treeOwnSentence, at: node.position,
        "`\(id.value)` has its own `\(key)`, which belongs only in the care levels.",
        hint: "Remove it here and change it in the care levels.")
    }
    let level: Placed<CareLevel>? = source.word("level", in: fields, missingAt: id.position)
    return Outcome(
      id: id, level: level ?? Placed(.soon, at: id.position),
      causes: source.texts("causes", of: "ids", example: "[an-id]", in: fields),
      hasUnreadCauses: fields.isMisspelt("causes") || fields["causes"].map { $0.kind != .sequence } ?? false,
      stretches: source.texts("stretches", of: "ids", example: "[an-id]", in: fields),
      advice: source.optionalText("advice", in: fields),
      seekCareIf: source.optionalText("seek-care-if", in: fields))
  }

  /// Questions and outcomes are named by the same `next`, so they share their ids.
  private mutating func checkUnique(_ tree: Tree) {
    let questions = Dictionary(tree.questions.map { ($0.id.value, $0.id.position) }) { first, _ in first }
    for outcome in tree.outcomes {
      guard let first = questions[outcome.id.value] else { continue }
      source.report(
        .treeDuplicateID, at: outcome.id.position,
        "`\(outcome.id.value)` is already the id of the question on line \(first.line).")
    }
  }
}
