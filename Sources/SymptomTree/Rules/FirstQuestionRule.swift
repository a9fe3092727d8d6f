import Diagnostics

/// Rule 5, first half: the first question is a red-flag question whose answers all lead to `emergency`.
enum FirstQuestionRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    guard let start = subject.graph.start, subject.graph.isQuestion(start) else { return }
    let question = subject.question(start)
    if let meant = subject.slips.skippedStart.map(subject.question) {
      diagnostics.append(
        subject.error(
          .treeFirstQuestion, at: subject.tree.start.position,
          "`start` refers to `\(question.id.value)`, so nobody is asked `\(meant.id.value)`, the question about emergencies.",
          hint: "Write `start: \(meant.id.value)`."))
      return
    }
    guard question.stage.value == .redFlag else {
      diagnostics.append(
        subject.error(
          .treeFirstQuestion, at: subject.tree.start.position,
          "The tree starts with `\(question.id.value)`, which is not a red-flag question.",
          hint: "Start with the question about emergencies."))
      return
    }
    for answer in question.answers {
      guard let outcome = subject.outcome(after: answer), outcome.level.value != .emergency else { continue }
      diagnostics.append(
        subject.error(
          .treeFirstQuestion, at: answer.next.position,
          "`\(answer.id.value)` is asked first and leads to `\(outcome.id.value)`, which is "
            + "`\(outcome.level.value.rawValue)`. All answers to the first question must lead to `emergency`.",
          hint: "Make it lead to an outcome that is `emergency`, or move it to a later red-flag question."))
    }
    if let entry = question.within.first {
      diagnostics.append(
        subject.error(
          .treeFirstQuestion, at: entry.position,
          "The first question is asked on every path, so it cannot have `within`."))
    }
  }
}
