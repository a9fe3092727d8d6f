import Diagnostics

/// Rules 6, 9, 10 and 17: what outcomes may and must say.
enum OutcomeRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    for outcome in subject.tree.outcomes {
      urgent(outcome, subject, &diagnostics)
      stretches(outcome, subject, &diagnostics)
      for cause in outcome.causes where subject.index.causes[cause.value]?.hasCitation == false {
        diagnostics.append(
          subject.error(
            .treeCauseEvidence, at: cause.position, "The page of the cause `\(cause.value)` cites nothing.",
            hint: "Cite what it rests on there, or leave it out here."))
      }
      if outcome.level.value <= .soon, outcome.seekCareIf == nil {
        diagnostics.append(
          subject.error(
            .treeSafetyNet, at: outcome.id.position,
            "`\(outcome.id.value)` is `\(outcome.level.value.rawValue)` and does not say when to seek care sooner.",
            hint: "Add `seek-care-if` with the name of an advice text."))
      }
    }
  }

  private static func urgent(_ outcome: Outcome, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    if outcome.level.value >= .urgent {
      for (key, list) in [("causes", outcome.causes), ("stretches", outcome.stretches)] {
        guard let first = list.first else { continue }
        diagnostics.append(
          subject.error(
            .treeUrgentAdvice, at: first.position,
            "`\(outcome.id.value)` is `\(outcome.level.value.rawValue)` and has `\(key)`; an urgent outcome says only "
              + "where to go.",
            hint: "Remove `\(key)`."))
      }
    }
    guard outcome.level.value == .emergency else { return }
    for text in [outcome.advice, outcome.seekCareIf].compactMap({ $0 })
    where subject.index.advice[text.value]?.linksToArticles == true {
      diagnostics.append(
        subject.error(
          .treeEmergencyLinks, at: text.position,
          "`\(outcome.id.value)` is an emergency, and its text `\(text.value)` links to articles.",
          hint: "Remove the links; nobody should read on in an emergency."))
    }
  }

  private static func stretches(_ outcome: Outcome, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    let causes = outcome.causes.compactMap { name in
      subject.index.causes[name.value].map { (name: name.value, cause: $0) }
    }
    // A cause that does not exist is reported as such; what it would be managed with cannot be told.
    let isComplete = causes.count == outcome.causes.count
    for stretch in outcome.stretches {
      if outcome.causes.isEmpty {
        diagnostics.append(
          subject.error(
            .treeStretchUnsupported, at: stretch.position,
            "`\(outcome.id.value)` has the stretch `\(stretch.value)` and no causes that it would be for.",
            hint: "Name the causes, or remove the stretch."))
      } else if isComplete, subject.index.stretches[stretch.value] != nil,
        !causes.contains(where: { $0.cause.managedWith.contains(stretch.value) })
      {
        diagnostics.append(
          subject.error(
            .treeStretchUnsupported, at: stretch.position,
            "None of the causes of `\(outcome.id.value)` is managed with the stretch `\(stretch.value)`."))
      }
      for (name, cause) in causes {
        let isAvoided = cause.avoid.contains(stretch.value)
        guard isAvoided || cause.caution.contains(stretch.value) else { continue }
        diagnostics.append(
          subject.error(
            .treeStretchContraindicated, at: stretch.position,
            "The cause `\(name)` says \(isAvoided ? "to avoid" : "to be careful with") the stretch "
              + "`\(stretch.value)`, which `\(outcome.id.value)` recommends."))
      }
    }
  }
}
