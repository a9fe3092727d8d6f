import Diagnostics
import SiteModel
import YAML

/// The answers of a question in another language, held against each other and against those that they translate.
struct TranslatedLabels {
  let question: Question
  /// Those with words of their own, and where each stands in the translation.
  let answers: [Answer]
  let nodes: [YAML.Node?]
  /// By the answer.
  let labels: [String: String]
  let file: String
  let originalFile: String
  let comparison: TextComparison

  private typealias Turned = (answer: Answer, node: YAML.Node, label: String)

  /// Answers in the same words, those that say yes for no, and `-`. `exchanged` are the answers of which that is told, so that nothing
  /// else need be.
  func faults() -> (diagnostics: [Diagnostic], exchanged: Set<String>) {
    var diagnostics: [Diagnostic] = []
    var seen: [String: String] = [:]
    var turned: [Turned] = []
    for (answer, node) in zip(answers, nodes) {
      guard let node, let label = labels[answer.id.value] else { continue }
      let (id, folded) = (name(answer), label.lowercased())
      if !label.contains(where: { $0.isLetter || $0.isNumber }) {
        diagnostics.append(
          .error(
            .treeWording, file: file, at: node.position,
            "The label of \(id) is still to be written: readers would see `\(label)`."))
      } else if let first = seen[folded] {
        diagnostics.append(
          .error(
            .treeLabelRepeated, file: file, at: node.position,
            "\(id) has the same text as `\(question.id.value).\(first)`, so readers cannot tell the two answers apart.",
            hint: "Translate what the original says: `\(answer.label.value)`."))
      } else {
        seen[folded] = answer.id.value
        if let fault = otherAnswer(answer, label, node) { diagnostics.append(fault) }
        if comparison.facts?.isOpposite(label, of: answer.label.value) == true {
          turned.append((answer, node, label))
        }
      }
    }
    guard let (one, other) = exchanged(turned) else { return (diagnostics, []) }
    diagnostics.append(
      .warning(
        .treeWording, file: file, at: one.node.position,
        "The labels of \(name(one.answer)) and \(name(other.answer)) seem to be exchanged: the originals say \"\(one.answer.label.value)\" and \"\(other.answer.label.value)\".",
        hint: "Put the two labels in their places."))
    return (diagnostics, [one.answer.id.value, other.answer.id.value])
  }

  /// A question that asks whether something is not so, where the original asks whether it is, or the reverse.
  func turnedQuestion(_ ask: String, at position: Position) -> Diagnostic? {
    guard comparison.facts?.asksOtherwise(ask, than: question.ask.value) == true else { return nil }
    return .warning(
      .translationNegation, file: file, at: position,
      "The original asks “\(question.ask.value)” (`\(originalFile):\(question.ask.position.line)`), and this translation the other way round.",
      hint: "Ask it as the original does: its answers stay where they are.")
  }

  private func name(_ answer: Answer) -> String { "`\(question.id.value).\(answer.id.value)`" }

  /// Yes for no.
  private func otherAnswer(_ answer: Answer, _ label: String, _ node: YAML.Node) -> Diagnostic? {
    guard let yes = QuestionWords.affirms(answer.label.value, language: comparison.original.tag),
      let own = QuestionWords.affirms(label, language: comparison.language.tag), yes != own
    else { return nil }
    return .warning(
      .treeWording, file: file, at: node.position,
      "The label of \(name(answer)) says \(own ? "yes" : "no"), but the original says \(yes ? "yes" : "no"): \"\(answer.label.value)\".",
      hint: "Put the two labels in their places, or say yes and no as the original does.")
  }

  /// The first two of which each says what the other's original does, in the order of the file. One alone may be said in another way,
  /// and is told as such.
  private func exchanged(_ turned: [Turned]) -> (Turned, Turned)? {
    guard let facts = comparison.facts else { return nil }
    for (number, one) in turned.enumerated() {
      for other in turned[(number + 1)...]
      where !facts.isOpposite(one.label, of: other.answer.label.value)
        && !facts.isOpposite(other.label, of: one.answer.label.value)
      {
        return one.node.position < other.node.position ? (one, other) : (other, one)
      }
    }
    return nil
  }
}
