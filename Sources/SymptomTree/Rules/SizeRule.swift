import Diagnostics

/// The bounds of one question and one outcome.
enum SizeRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    func check(_ count: Int, _ limit: Int, _ what: String, of id: Placed<String>) {
      guard count > limit else { return }
      diagnostics.append(
        subject.error(
          .treeTooLarge, at: id.position, "`\(id.value)` has \(count) \(what); the limit is \(limit)."
        ))
    }
    for question in subject.tree.questions {
      check(question.answers.count, TreeBounds.answers, "answers", of: question.id)
    }
    for outcome in subject.tree.outcomes {
      check(outcome.causes.count, TreeBounds.causes, "causes", of: outcome.id)
      check(outcome.stretches.count, TreeBounds.stretches, "stretches", of: outcome.id)
    }
  }
}
