import Diagnostics
import SiteModel
import Text
import YAML

/// Answers in the words of another language, held against the original's and against the question above them.
extension TreeTranslation {
  /// A label that leads past red flags, and answers that do not answer.
  mutating func compareWithAnswers(
    _ question: Question, _ node: YAML.Node?, _ file: String, _ language: String
  ) {
    let own = labels[question.id.value]
    let skipping = WordingRule.leadingOn(question, language, in: file) { none in
      guard let label = own?[none.id.value], let place = node?.value(for: "none")?.position else {
        return nil
      }
      return (label, place)
    }
    if let skipping { diagnostics.append(skipping) }
    guard let ask = asks[question.id.value], let place = node?.value(for: "ask")?.position,
      let own, case let texts = question.choices.compactMap({ own[$0.id.value] }),
      texts.count == question.choices.count,
      let fault = AnsweredRule.fault(question, ask, texts, language, at: place, in: file)
    else { return }
    diagnostics.append(fault)
  }

  /// Answers in the same words, those that say yes for no, and `-`.
  mutating func compareLabels(
    of question: Question, _ nodes: [YAML.Node?], _ file: String, _ language: SiteLanguage, _ other: String
  ) {
    var seen: [String: String] = [:]
    var turned: [(answer: Answer, node: YAML.Node, isMore: Bool)] = []
    for (answer, node) in zip(question.choices.filter { $0.flag == nil }, nodes) {
      guard let node, let label = labels[question.id.value]?[answer.id.value] else { continue }
      let (id, folded) = ("`\(question.id.value).\(answer.id.value)`", label.lowercased())
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
        if let yes = QuestionWords.affirms(answer.label.value, language: other),
          let own = QuestionWords.affirms(label, language: language.tag), yes != own
        {
          diagnostics.append(
            .warning(
              .treeWording, file: file, at: node.position,
              "The label of \(id) says \(own ? "yes" : "no"), but the original says \(yes ? "yes" : "no"): \"\(answer.label.value)\".",
              hint: "Put the two labels in their places, or say yes and no as the original does."))
        }
        if let more = QuestionWords.isMore(answer.label.value, language: other),
          let own = QuestionWords.isMore(label, language: language.tag), more != own
        {
          turned.append((answer, node, own))
        }
      }
    }
    // One alone may be said in another way.
    guard let more = turned.first(where: \.isMore), let less = turned.first(where: { !$0.isMore }) else {
      return
    }
    let first = more.node.position < less.node.position ? more : less
    diagnostics.append(
      .warning(
        .treeWording, file: file, at: first.node.position,
        "The labels of `\(question.id.value).\(more.answer.id.value)` and `\(question.id.value).\(less.answer.id.value)` seem to be exchanged: the originals say \"\(more.answer.label.value)\" and \"\(less.answer.label.value)\".",
        hint: "Put the two labels in their places."))
  }
}
