import Mustache
import SymptomTree
import YAML

/// The questions of a checker's page, each answer with the anchor of what it leads to. Anchors are opaque (`n7`), so
/// that a browser's history shows no answers.
struct CheckerSteps: Sendable {
  /// One `PageTypes.checkerQuestion` per question, in the tree's order.
  private(set) var questions: [Record] = []
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
      let name = question.picture?.value ?? ""
      // Once on the page is enough: it is the same drawing on every question, and heavy.
      let picture = drawn.insert(name).inserted ? pictures[name] : nil
      return PageTypes.checkerQuestion.record(
        of: PageTypes.CheckerQuestion(
          anchor: anchor(of: question.id.value), id: question.id.value, number: number + 1,
          stage: question.stage.value.rawValue, isAnyOf: question.kind.value == .anyOf,
          ask: question.ask.value, foreign: question.foreign,
          help: question.help.flatMap { advice[$0.value] }?.html ?? [],
          pictureName: name, picture: picture ?? [], answers: question.answers.map(answer),
          none: question.none.map(answer)))
    }
  }

  /// What follows `#` in a link to a question or outcome.
  func anchor(of id: String) -> String { "n\(numbers[id] ?? 1)" }

  /// The steps that the records above hold, read back from them for comparison with the tree (rule 16). An anchor that
  /// no question or outcome has stands for itself.
  var edges: [TreeEdge] {
    let names = Dictionary(uniqueKeysWithValues: numbers.map { ("n\($0.value)", $0.key) })
    let (question, answer) = (PageTypes.checkerQuestion, PageTypes.checkerAnswer)
    let (number, answers, none) = (
      question.slot(of: "id"), question.slot(of: "answers"), question.slot(of: "none")
    )
    let (id, target) = (answer.slot(of: "id"), answer.slot(of: "target"))
    return questions.flatMap { record -> [TreeEdge] in
      var shown: [Value] = []
      if case .list(let listed) = record.values[answers] { shown = listed }
      return (shown + [record.values[none]]).compactMap { value in
        guard case .record(let answer) = value else { return nil }
        let next = Self.word(answer.values[target])
        return TreeEdge(
          question: Self.word(record.values[number]), answer: Self.word(answer.values[id]),
          next: names[next] ?? "#\(next)")
      }
    }
  }

  private func answer(_ answer: Answer) -> PageTypes.CheckerAnswer {
    let lines = answer.lines
    return PageTypes.CheckerAnswer(
      id: answer.id.value, label: answer.label.value, lines: lines.count > 1 ? lines : [],
      target: anchor(of: answer.next.value), foreign: answer.foreign)
  }

  private static func word(_ value: Value) -> String {
    guard case .text(let bytes) = value else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
