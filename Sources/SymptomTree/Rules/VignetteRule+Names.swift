import Diagnostics
import SiteModel
import Text

/// Whether what vignettes name exists.
extension VignetteRule {
  /// What can be said without walking: source, outcome, questions and answers exist.
  mutating func checkNames(_ vignette: Vignette) {
    let source = vignette.source
    if !source.value.isEmpty, source.value != "practice", !subject.index.references.contains(source.value) {
      report(
        .treeUnknownSource, source.position,
        "`source` refers to `\(source.value)`, but there is no such reference.",
        hint: NearestName.hint(for: source.value, among: subject.index.references.union(["practice"]))
          ?? "Write a reference key, or `practice`.")
    }
    let outcome = vignette.outcome
    if !(subject.graph.node(outcome.value).map { !subject.graph.isQuestion($0) } ?? false) {
      report(
        .treeUnknownNext, outcome.position,
        "`outcome` refers to `\(outcome.value)`, but there is no such outcome.",
        hint: NearestName.hint(for: outcome.value, among: subject.tree.outcomes.map(\.id.value))
          ?? subject.hint(forOutcome: outcome.value))
    }
    for (name, chosen) in vignette.answers {
      guard let node = subject.graph.node(name.value), subject.graph.isQuestion(node) else {
        report(
          .treeVignetteAnswers, name.position, "There is no question `\(name.value)`.",
          hint: NearestName.hint(for: name.value, among: subject.tree.questions.map(\.id.value)))
        continue
      }
      check(chosen, of: node)
    }
    if vignette.answers.contains(where: { hasUnknownAnswer.contains($0.question.value) }) { note(vignette) }
  }

  /// What a vignette names that cannot be walked to its end.
  mutating func note(_ vignette: Vignette) {
    named.insert(vignette.outcome.value)
    for (question, chosen) in vignette.answers {
      named.formUnion(chosen.map { "\(question.value).\($0.value)" })
    }
  }

  private mutating func check(_ chosen: [Placed<String>], of node: Int) {
    for answer in chosen where choice(of: node, { $0.id.value == answer.value }) == nil {
      let question = subject.question(node)
      if subject.slips.isLostUnsure(answer.value, of: question.id.value) {
        hasLostUnsure.insert(question.id.value)
        continue
      }
      if subject.slips.isLostNone(answer.value, of: question.id.value) { continue }
      hasUnknownAnswer.insert(question.id.value)
      let isNo = question.none != nil && ["no", "false", "nothing"].contains(answer.value.lowercased())
      report(
        .treeVignetteAnswers, answer.position, "`\(question.id.value)` has no answer `\(answer.value)`.",
        hint: isNo ? "Did you mean `none`?" : hint(for: answer.value, of: question))
    }
    guard chosen.count > 1 else { return }
    let question = subject.question(node)
    if question.kind.value == .oneOf {
      report(.treeVignetteAnswers, chosen[1].position, "`\(question.id.value)` takes only one answer.")
    } else if let none = chosen.first(where: { $0.value == "none" }) {
      report(.treeVignetteAnswers, none.position, "`none` cannot be combined with another answer.")
    }
  }

  /// Which answer of a question is meant by a name that none has: one that was renamed, misspelt or written by its label.
  private mutating func hint(for name: String, of question: Question) -> String? {
    if let new = routes.renamed["\(question.id.value).\(name)"] {
      usesOldNames = true
      let answer = new.drop { $0 != "." }.dropFirst()
      return "If this answer is now called `\(answer)`, write `\(answer)` here, too."
    }
    if let hint = NearestName.hint(for: name, among: question.choices.map(\.id.value)) { return hint }
    let words = PlainText.words(in: name.lowercased())
    let meant = question.choices.filter {
      !words.isEmpty && PlainText.words(in: $0.label.value.lowercased()).hasPrefix(words)
    }
    return meant.count == 1
      ? "Did you mean `\(meant[0].id.value)`?"
      : "The answers are \(question.choices.prefix(12).map { "`\($0.id.value)`" }.joined(separator: ", "))."
  }
}
