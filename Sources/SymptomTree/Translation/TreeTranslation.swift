import Diagnostics
import SiteModel
import Text
import YAML

/// The words of a checker in another language, by the ids of the original: texts, never a step.
package struct TreeTranslation: Sendable {
  private var title: String?
  private(set) var asks: [String: String] = [:]
  /// Labels, by question and answer.
  private(set) var labels: [String: [String: String]] = [:]
  /// Its own: nobody who approved the original has read it.
  private var review = Review(status: .pending)
  /// Questions whose originals have changed since, and whose readers get these.
  private var hidden: Set<String> = []
  private var hidesTitle = false
  /// Whether the original of what readers get has changed since.
  private var isStale = false
  /// What is wrong with the file, and what it lacks.
  package internal(set) var diagnostics: [Diagnostic] = []

  private static let treeKeys: KnownKeys = ["title", "questions", "review"]
  private static let questionKeys: KnownKeys = ["ask", "answers", "none"]
  private static let answerKeys: KnownKeys = ["label"]

  /// Why a key has no place in a translation.
  private static func known(_ own: KnownKeys, _ facts: [String]) -> KnownKeys {
    KnownKeys(
      own.names,
      hints: Dictionary(
        uniqueKeysWithValues: facts.map {
          ($0, "Delete it here: `\($0)` is what the original says, in every language.")
        }))
  }

  private static let tree = known(
    treeKeys, ["format", "id", "version", "language", "show-causes", "start", "updated", "asks", "outcomes"])
  private static let question = known(questionKeys, ["stage", "type", "help", "picture", "within"])
  private static let answer = known(answerKeys, ["flag", "next"])

  /// `source` is nil when there is no file. What is missing is an error where `isRequired`, else a warning. `units` takes each text.
  package init(
    _ source: SourceFile?, of original: Tree, file: String, language: SiteLanguage, from other: SiteLanguage,
    isRequired: Bool, options: TreeOptions, units: inout TranslatedUnits
  ) {
    var reader = SourceReader(file: file)
    var root: YAML.Node?
    if let source {
      root = reader.root(of: source)
    }
    if let root,
      let fields = reader.fields(root, named: "the translation", allowing: Self.tree)
    {
      title = reader.optionalText("title", in: fields)?.value
      if let node = fields["questions"] { readQuestions(node, of: original, &reader) }
      if let node = fields["review"] { reader.refuseWithdrawn(node) }
      if let node = fields["review"],
        let own = Review.read(
          node, changed: original.updated, today: options.today, policy: options.reviewPolicy,
          into: &reader.diagnostics)
      {
        review = own
      }
    }
    let isRead = reader.diagnostics.errors == 0
    diagnostics = reader.diagnostics
    if isRead { compare(with: original, file, language, root, &units) }
    if source == nil {
      diagnostics.append(
        .missingWords(
          "The checker `\(original.id.value)`", file: file, at: nil, in: language, from: other,
          hint: "Write its texts in `\(file)`, as docs/translating.md shows.", isRequired: isRequired))
    } else if isRead {
      reportMissing(original, file, language, from: other, isRequired: isRequired)
    }
  }

  private mutating func readQuestions(
    _ node: YAML.Node, of original: Tree, _ reader: inout SourceReader
  ) {
    guard node.kind == .mapping else {
      return node.reportWrongType(
        "questions", mustBe: "a mapping (`id: {…}` lines)", into: &reader.diagnostics)
    }
    for (key, value) in node.entries {
      let id = key.text
      guard let question = original.questions.first(where: { $0.id.value == id }) else {
        reader.report(
          .translationFact, at: key.position, "The original has no question `\(id)`.",
          hint: NearestName.hint(for: id, among: original.questions.map(\.id.value)) ?? "Delete it here.")
        continue
      }
      guard let fields = reader.fields(value, named: id, allowing: Self.question) else { continue }
      if let ask = reader.optionalText("ask", in: fields) { asks[id] = ask.value }
      if let none = fields["none"] { readLabel(none, "none", question, key.position, &reader) }
      guard let answers = fields["answers"] else { continue }
      guard answers.kind == .mapping else {
        answers.reportWrongType(
          "answers", mustBe: "a mapping (`id: {…}` lines)", into: &reader.diagnostics)
        continue
      }
      for (answer, value) in answers.entries {
        readLabel(value, answer.text, question, answer.position, &reader)
      }
    }
  }

  private mutating func readLabel(
    _ node: YAML.Node, _ id: String, _ question: Question, _ place: Position, _ reader: inout SourceReader
  ) {
    guard let answer = question.choices.first(where: { $0.id.value == id }) else {
      return reader.report(
        .translationFact, at: place, "The question `\(question.id.value)` has no answer `\(id)`.",
        hint: NearestName.hint(for: id, among: question.choices.map(\.id.value)) ?? "Delete it here.")
    }
    guard let fields = reader.fields(node, named: id, allowing: Self.answer) else { return }
    guard let label = reader.optionalText("label", in: fields) else { return }
    if answer.flag != nil {
      return reader.report(
        .treeOwnSentence, at: label.position,
        "`\(id)` is a red flag, whose sentence belongs only where the red flags of this language are.",
        hint: "Remove the `label`.")
    }
    labels[question.id.value, default: [:]][id] = label.value
  }

  /// A question goes with its answers: they are read together.
  private mutating func compare(
    with original: Tree, _ file: String, _ language: SiteLanguage, _ root: YAML.Node?,
    _ units: inout TranslatedUnits
  ) {
    func isShown(
      _ shown: String, _ name: String, _ node: YAML.Node?, _ words: [String],
      _ texts: [(node: YAML.Node?, of: Placed<String>)]
    ) -> Bool {
      let unit = TranslatedUnit(
        shown, name, of: original.file, in: file, at: node?.position, words: words)
      let pairs = texts.compactMap { node, text in
        node.map {
          TextComparison.Pair($0, of: text.value.utf8, in: original.file, line: text.position.line)
        }
      }
      guard units.isShown(unit, pairs, into: &diagnostics) else { return false }
      isStale = isStale || units.isOutdated(unit)
      return true
    }
    let titleNode = root?.value(for: "title")
    if title != nil,
      !isShown("`title`", "title", titleNode, [original.title.value], [(titleNode, original.title)])
    {
      title = nil
      hidesTitle = true
    }
    let questions = root?.value(for: "questions")
    for question in original.questions where asks[question.id.value] != nil {
      let id = question.id.value
      // Red flags are compared where their words are.
      let answers = question.choices.filter { $0.flag == nil }
      let words = [question.ask.value] + answers.flatMap { [$0.id.value, $0.label.value] }
      let node = questions?.value(for: id)
      let nodes = answers.map { answer in
        let own = answer.id.value == "none" ? node : node?.value(for: "answers")
        return own?.value(for: answer.id.value)?.value(for: "label")
      }
      let labels = TranslatedLabels(
        question: question, answers: answers, nodes: nodes, labels: self.labels[id] ?? [:], file: file,
        originalFile: original.file, comparison: units.comparison)
      let (faults, exchanged) = labels.faults()
      diagnostics += faults
      var texts = zip(nodes, answers).filter { !exchanged.contains($1.id.value) }.map { ($0, $1.label) }
      if let ask = node?.value(for: "ask"), let own = asks[id] {
        let fault =
          WordingRule.turned(question, own, language.tag, at: ask.position, in: file)
          ?? labels.turnedQuestion(own, at: ask.position)
        // One slip is told once.
        if let fault { diagnostics.append(fault) } else { texts.insert((ask, question.ask), at: 0) }
      }
      compareWithAnswers(question, node, file, language.tag)
      if !isShown("The question `\(id)`", "question \(id)", node, words, texts) {
        (asks[id], self.labels[id]) = (nil, nil)
        hidden.insert(id)
      }
    }
  }

  private mutating func reportMissing(
    _ original: Tree, _ file: String, _ language: SiteLanguage, from other: SiteLanguage, isRequired: Bool
  ) {
    func report(_ what: String, _ line: Position, _ hint: String) {
      diagnostics.append(
        .missingWords(
          "\(what) (`\(original.file):\(line.line)`)", file: file, at: nil, in: language, from: other,
          hint: hint, isRequired: isRequired))
    }
    if title == nil, !hidesTitle { report("The checker", original.title.position, "Write its `title`.") }
    for question in original.questions where !hidden.contains(question.id.value) {
      let id = question.id.value
      if asks[id] == nil {
        report("The question `\(id)`", question.ask.position, "Write its `ask` under `questions`.")
      }
      for answer in question.choices where answer.flag == nil && labels[id]?[answer.id.value] == nil {
        report(
          "The answer `\(answer.id.value)` of the question `\(id)`", answer.label.position,
          "Write its `label` there.")
      }
    }
  }

  /// The tree in these words, every step as it is. What has no words keeps those of the original, marked with its language. `cards` are
  /// those of the care levels in this language.
  package func apply(
    to original: Tree, language: SiteLanguage, from other: SiteLanguage, flags: [String: ClinicalIndex.Flag],
    cards: [CareLevel: CareLevelCard]
  ) -> Tree {
    var tree = original
    tree.language = language.tag
    tree.careLevels = cards
    tree.review = review
    tree.isStale = isStale
    if let title { tree.title.value = title } else { tree.foreignTitle = other }
    for place in tree.questions.indices {
      let id = tree.questions[place].id.value
      if let ask = asks[id] {
        tree.questions[place].ask.value = ask
      } else {
        tree.questions[place].foreign = other
      }
      for number in tree.questions[place].answers.indices {
        translate(&tree.questions[place].answers[number], of: id, from: other, flags)
      }
      if var none = tree.questions[place].none {
        translate(&none, of: id, from: other, flags)
        tree.questions[place].none = none
      }
    }
    return tree
  }

  private func translate(
    _ answer: inout Answer, of question: String, from other: SiteLanguage,
    _ flags: [String: ClinicalIndex.Flag]
  ) {
    if let flag = answer.flag.flatMap({ flags[$0.value] }) {
      answer.label.value = flag.text
      answer.foreign = flag.foreign
    } else if let label = labels[question]?[answer.id.value] {
      answer.label.value = label
    } else {
      answer.foreign = other
    }
  }
}
