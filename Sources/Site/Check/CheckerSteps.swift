import Mustache
import SymptomTree
import YAML

/// The questions of a checker's page, each answer with the anchor of what it leads to. Anchors are opaque (`n7`), so
/// that a browser's history shows no answers.
struct CheckerSteps: Sendable {
  /// One `PageTypes.checkerQuestion` per question, in the tree's order.
  private(set) var questions: [Value] = []
  private let tree: Tree
  /// The numbers of questions and outcomes, which are those of their anchors.
  private let numbers: [String: Int]

  /// Explanations and drawings by the names that the tree uses; one that is not there is left out.
  init(_ tree: Tree, advice: [String: ClinicalIndex.Advice], pictures: [String: [UInt8]]) {
    self.tree = tree
    let nodes = tree.questions.map(\.id.value) + tree.outcomes.map(\.id.value)
    numbers = Dictionary(nodes.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
    var drawn: Set<String> = []
    questions = tree.questions.enumerated().map { number, question in
      let type = PageTypes.checkerQuestion
      let help = question.help.flatMap { advice[$0.value] }.map { Value.html($0.html) }
      let name = question.picture?.value ?? ""
      // Once on the page is enough: it is the same drawing on every question, and heavy.
      let picture = drawn.insert(name).inserted ? pictures[name].map { Value.html($0) } : nil
      let values: [Value] = [
        text(anchor(of: question.id.value)), text(question.id.value), text("\(number + 1)"),
        text(question.stage.value.rawValue), .flag(question.kind.value == .anyOf), text(question.ask.value),
        help ?? .none, text(name), picture ?? .none, .list(question.answers.map(answer)),
        question.none.map(answer) ?? .none,
      ]
      return .record(Record(type, presence(type, values)))
    }
  }

  /// What follows `#` in a link to a question or outcome.
  func anchor(of id: String) -> String { "n\(numbers[id] ?? 1)" }

  /// The steps that the records above hold, read back from them for comparison with the tree (rule 16). An anchor that
  /// no question or outcome has stands for itself.
  var edges: [TreeEdge] {
    let names = Dictionary(uniqueKeysWithValues: numbers.map { ("n\($0.value)", $0.key) })
    return questions.flatMap { value -> [TreeEdge] in
      guard case .record(let question) = value else { return [] }
      var answers: [Value] = []
      if case .list(let listed)? = Self.value("answers", of: question, PageTypes.checkerQuestion) {
        answers = listed
      }
      if let none = Self.value("none", of: question, PageTypes.checkerQuestion) { answers.append(none) }
      return answers.compactMap { value in
        guard case .record(let answer) = value else { return nil }
        let target = Self.word("target", of: answer, PageTypes.checkerAnswer)
        return TreeEdge(
          question: Self.word("id", of: question, PageTypes.checkerQuestion),
          answer: Self.word("id", of: answer, PageTypes.checkerAnswer), next: names[target] ?? "#\(target)")
      }
    }
  }

  private func answer(_ answer: Answer) -> Value {
    let lines = answer.lines
    return .record(
      Record(
        PageTypes.checkerAnswer,
        [
          text(answer.id.value), text(answer.label.value), .list(lines.count > 1 ? lines.map(text) : []),
          text(anchor(of: answer.next.value)),
        ]))
  }

  private func text(_ value: String) -> Value { .text(Array(value.utf8)) }

  private static func value(_ name: String, of record: Record, _ type: RecordType) -> Value? {
    type.slot(of: name).map { record.values[$0] }
  }

  private static func word(_ name: String, of record: Record, _ type: RecordType) -> String {
    guard case .text(let bytes)? = value(name, of: record, type) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
