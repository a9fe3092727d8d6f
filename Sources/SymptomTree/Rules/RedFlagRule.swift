import Diagnostics

/// Rule 4: a red-flag question is `any-of` with `none`, and each of its answers leads straight to an outcome of
/// level `soon` or above, the most urgent first. Then "the first that applies" is "the most urgent".
///
/// That an `any-of` question of any stage has `none`, and a `one-of` has not, is proven here too.
enum RedFlagRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    for question in subject.tree.questions {
      shape(question, subject, &diagnostics)
      guard question.stage.value == .redFlag else { continue }
      var above: Outcome?
      for answer in question.answers {
        guard let outcome = straight(answer, subject, &diagnostics),
          // Where it leads is told to be wrong.
          !subject.slips.lowAnswers.contains("\(question.id.value).\(answer.id.value)")
        else { continue }
        if let above, outcome.level.value > above.level.value {
          diagnostics.append(
            subject.error(
              .treeRedFlagOrder, at: answer.id.position,
              "`\(answer.id.value)` leads to `\(outcome.level.value.rawValue)`, but comes after an answer that "
                + "leads to `\(above.level.value.rawValue)`.",
              hint: "Put the most urgent answers first."))
        }
        above = outcome
      }
    }
  }

  private static func shape(_ question: Question, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    func report(_ position: Position, _ message: String, hint: String) {
      diagnostics.append(subject.error(.treeRedFlagShape, at: position, message, hint: hint))
    }
    let id = question.id
    if question.stage.value == .redFlag, question.kind.value != .anyOf {
      report(
        question.kind.position, "`\(id.value)` is a red-flag question, so it must be `any-of`.",
        hint: "Write `type: any-of`.")
    } else if question.kind.value == .anyOf, question.none == nil, !question.hasUnreadNone {
      report(
        id.position, "`\(id.value)` has no `none`, so readers cannot say that nothing applies.",
        hint: "Add `none: {label: …, next: …}`.")
    } else if question.kind.value == .oneOf, let none = question.none {
      report(
        none.id.position, "`\(id.value)` is `one-of`, so it cannot have `none`.",
        hint: "Move it into the answers, or make the question `any-of`.")
    }
  }

  /// The outcome of a red-flag answer.
  private static func straight(
    _ answer: Answer, _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) -> Outcome? {
    guard let node = subject.graph.node(answer.next.value) else { return nil }
    guard !subject.graph.isQuestion(node) else {
      diagnostics.append(
        subject.error(
          .treeRedFlagOutcome, at: answer.next.position,
          "`\(answer.id.value)` leads to the question `\(answer.next.value)`. A red flag must lead straight to an outcome.",
          hint: hint(answer, subject)))
      return nil
    }
    let outcome = subject.outcome(after: answer)
    if let outcome, outcome.level.value < .soon, subject.slips.lowOutcomes[outcome.id.value] == nil {
      diagnostics.append(
        subject.error(
          .treeRedFlagOutcome, at: answer.next.position,
          "`\(answer.id.value)` is a red flag, but leads to `\(outcome.id.value)`, which is only "
            + "`\(outcome.level.value.rawValue)`. It must be `soon`, `urgent` or `emergency`.",
          hint: hint(answer, subject)))
    }
    return outcome
  }

  /// The outcomes that are as urgent as the flag.
  private static func hint(_ answer: Answer, _ subject: Subject) -> String? {
    let level = answer.flag.flatMap { subject.index.flags[$0.value]?.level } ?? .soon
    let outcomes = subject.tree.outcomes.filter { max(level, .soon) <= $0.level.value }
    let nearest = outcomes.filter { outcome in !outcomes.contains { $0.level.value < outcome.level.value } }
    if nearest.isEmpty { return nil }
    let names = nearest.prefix(3).map { "`next: \($0.id.value)`" }
    return "Write \(names.joined(separator: " or ")), which is `\(nearest[0].level.value.rawValue)`."
  }
}
