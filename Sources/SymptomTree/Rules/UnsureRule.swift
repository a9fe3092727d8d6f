import Diagnostics
import SiteModel
import Text

/// Rule 8: a narrowing `one-of` can be answered with `unsure`, and that never makes things less urgent.
enum UnsureRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    let graph = subject.graph
    for question in subject.tree.questions { none(of: question, subject, &diagnostics) }
    for question in subject.tree.questions
    where question.stage.value == .narrowing && question.kind.value == .oneOf {
      guard let unsure = question.answers.first(where: { $0.id.value == "unsure" }) else {
        let renamed = question.answers.first { says(Self.unsure, in: $0.label.value) }
        diagnostics.append(
          subject.error(
            .treeUnsureMissing, at: renamed?.id.position ?? question.id.position,
            "`\(question.id.value)` has no answer `unsure`.",
            hint: renamed.map { "Rename `\($0.id.value)` to `unsure`." }
              ?? "Add `unsure: {label: I am not sure, next: …}`."))
        continue
      }
      func lowest(_ answer: Answer) -> Int? { graph.node(answer.next.value).flatMap { graph.lowestRank[$0] } }
      guard let own = lowest(unsure) else { continue }
      let siblings = question.answers.filter { $0.id.value != "unsure" }.compactMap(lowest).min() ?? own
      if own == CareLevel.selfCare.rank {
        diagnostics.append(
          subject.error(
            .treeUnsureLevel, at: unsure.next.position,
            "`\(question.id.value).unsure` can end in self-care. Not knowing is not a reason to stay home."))
      } else if own < siblings {
        diagnostics.append(
          subject.error(
            .treeUnsureLevel, at: unsure.next.position,
            "`\(question.id.value).unsure` can end in `\(subject.level(ofRank: own).rawValue)`, which is less urgent "
              + "than anywhere the other answers lead (`\(subject.level(ofRank: siblings).rawValue)`)."
          ))
      }
    }
  }

  /// `none` says that no sign fits: whoever is not sure whether one does must not be sent on by it, and "Yes" says the opposite.
  private static func none(of question: Question, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    guard question.stage.value == .redFlag, let none = question.none else { return }
    let isUnsure = says(unsure, in: none.label.value)
    let words = PlainText.words(in: none.label.value.lowercased()) + " "
    guard isUnsure || yes.contains(where: { words.hasPrefix("\($0) ") }) else { return }
    diagnostics.append(
      .warning(
        .treeUnsureLevel, file: subject.tree.file, at: none.label.position,
        isUnsure
          ? "`none` of `\(question.id.value)` takes people who are not sure about a danger sign for people without one."
          : "`none` of `\(question.id.value)` says \"\(none.label.value)\", but it means that none of the signs fits.",
        hint: "Write `label: \"No, none of these\"`."))
  }

  private static func says(_ phrases: WholePhrases, in label: String) -> Bool {
    phrases.first(in: PlainText.words(in: label.lowercased())) != nil
  }

  private static let unsure: WholePhrases = [
    "not sure", "unsure", "don't know", "don’t know", "do not know", "no sé", "no lo sé", "no estoy segura",
    "no estoy seguro",
  ]
  private static let yes = ["yes", "sí", "si"]
}
