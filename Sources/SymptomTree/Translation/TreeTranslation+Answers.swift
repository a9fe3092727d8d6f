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
}
