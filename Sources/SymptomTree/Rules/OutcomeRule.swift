import Diagnostics
import SiteModel
import Text

/// Rules 6, 9, 10, 17 and 20: what outcomes may and must say.
enum OutcomeRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    AdviceTextRule.check(subject, into: &diagnostics)
    for outcome in subject.tree.outcomes {
      urgent(outcome, subject, &diagnostics)
      flagged(outcome, subject, &diagnostics)
      stretches(outcome, subject, &diagnostics)
      for cause in outcome.causes {
        guard let page = subject.index.causes[cause.value], page.state == .published, !page.hasCitation else {
          continue
        }
        diagnostics.append(
          subject.error(
            .treeCauseEvidence, at: cause.position,
            "The page of the cause `\(cause.value)` has no citations.",
            hint: "Cite its evidence on that page, or remove the cause here.", restsOn: [page.file]))
      }
      if outcome.level.value <= .soon, outcome.seekCareIf == nil,
        subject.slips.lowOutcomes[outcome.id.value] == nil
      {
        diagnostics.append(
          subject.error(
            .treeSafetyNet, at: outcome.id.position,
            "`\(outcome.id.value)` is `\(outcome.level.value.rawValue)`, but does not say when to seek care sooner.",
            hint: "Add `seek-care-if` with the name of an advice file."))
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
            "`\(outcome.id.value)` is `\(outcome.level.value.rawValue)`, but has `\(key)`. An urgent outcome must say only "
              + "where to go.",
            hint: "Remove `\(key)`."))
      }
    }
    guard outcome.level.value == .emergency else { return }
    if outcome.advice == nil {
      diagnostics.append(
        .warning(
          .treeUrgentAdvice, file: subject.tree.file, at: outcome.id.position,
          "`\(outcome.id.value)` is an emergency, but has no text that says what to do.",
          hint: "Add `advice: advice/NAME.md`, with one or two sentences in that file."))
    }
    for text in [outcome.advice, outcome.seekCareIf].compactMap({ $0 }) {
      guard let advice = subject.index.advice[text.value] else { continue }
      if advice.linksToArticles || advice.linksElsewhere {
        diagnostics.append(
          subject.error(
            .treeEmergencyLinks, at: text.position,
            "`\(outcome.id.value)` is an emergency, but its text `\(text.value)` links to \(advice.linksToArticles ? "articles" : "other sites").",
            hint: "Remove the links: no one should keep reading in an emergency."))
      }
      secondNumber(in: advice, text, of: outcome, subject, &diagnostics)
    }
  }

  /// A number beside the one that the emergency's card says to call.
  private static func secondNumber(
    in advice: ClinicalIndex.Advice, _ text: Placed<String>, of outcome: Outcome, _ subject: Subject,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let own = subject.tree.careLevels[.emergency]?.phone?.value.filter(\.isNumber) else { return }
    let levels = subject.tree.careLevels.values.compactMap { $0.phone?.value.filter(\.isNumber) }
    let others = Set(levels + EmergencyNumber.all).subtracting([own])
    for sentence in advice.sentences {
      guard let found = TelephoneNumber.first(in: sentence.value, known: Array(others)),
        found.filter(\.isNumber) != own
      else { continue }
      diagnostics.append(
        .error(
          .treeOwnSentence, file: subject.file(of: text.value), at: sentence.position,
          "This is the text of `\(outcome.id.value)`, which is an emergency, but it has the phone number `\(found)` beside the one in the care levels.",
          hint: "Remove the number: no one should have to choose in an emergency."))
      return
    }
  }

  /// Where a red flag led, no list of causes fits and no exercise is safe; why it matters is said instead.
  private static func flagged(_ outcome: Outcome, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    let flags = subject.tree.flags(leadingTo: outcome)
    guard let flag = flags.first else { return }
    // What is urgent has been told so already.
    if outcome.level.value < .urgent {
      for (key, list) in [("causes", outcome.causes), ("stretches", outcome.stretches)] {
        guard let first = list.first else { continue }
        diagnostics.append(
          subject.error(
            .treeFlagList, at: first.position,
            "The red flag `\(flag)` leads to `\(outcome.id.value)`, which has `\(key)`. After a red flag, an outcome must say only why and "
              + "what to tell the clinician.",
            hint: "Remove `\(key)`, or make the red flag lead to a different outcome."))
      }
    }
    for name in flags {
      guard let flag = subject.index.flags[name], flag.why == nil else { continue }
      diagnostics.append(
        .error(
          .treeFlagWhy, file: flag.file, at: flag.position,
          "The red flag `\(name)` leads to `\(outcome.id.value)`, but does not say why.",
          hint: "Add `why: …` to say why it matters and what to tell the clinician."))
    }
  }

  private static func stretches(_ outcome: Outcome, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    let causes = outcome.causes.compactMap { name in
      subject.index.causes[name.value].map { (name: name.value, cause: $0) }
    }
    // A cause that visitors do not get is reported as such; what it would be managed with cannot be told.
    // That an urgent outcome has any is told.
    if outcome.level.value >= .urgent { return }
    let isComplete =
      causes.count == outcome.causes.count && causes.allSatisfy { $0.cause.state == .published }
    for stretch in outcome.stretches {
      if outcome.causes.isEmpty, outcome.hasUnreadCauses { continue }
      if outcome.causes.isEmpty {
        diagnostics.append(
          subject.error(
            .treeStretchUnsupported, at: stretch.position,
            "`\(outcome.id.value)` has the stretch `\(stretch.value)`, but no cause that it would help.",
            hint: "Add the causes, or remove the stretch."))
      } else if isComplete, subject.index.stretches[stretch.value]?.state == .published,
        !causes.contains(where: { $0.cause.managedWith.contains(stretch.value) }),
        // One that a cause warns of is told as that.
        !causes.contains(where: { ($0.cause.avoid + $0.cause.caution).contains(stretch.value) })
      {
        diagnostics.append(
          subject.error(
            .treeStretchUnsupported, at: stretch.position,
            "The stretch `\(stretch.value)` is not listed for any of the causes of `\(outcome.id.value)`.",
            restsOn: causes.map(\.cause.file) + [SiteConfiguration.file]))
      }
      early(stretch, of: outcome, causes, subject, &diagnostics)
      for (name, cause) in causes {
        let isAvoided = cause.avoid.contains(stretch.value)
        guard isAvoided || cause.caution.contains(stretch.value) else { continue }
        diagnostics.append(
          subject.error(
            .treeStretchContraindicated, at: stretch.position,
            "The cause `\(name)` says \(isAvoided ? "to avoid" : "to be careful with") the stretch "
              + "`\(stretch.value)`, which `\(outcome.id.value)` recommends.", restsOn: [cause.file]))
      }
    }
  }

  /// The checker says where to begin: what a page gives to a later stage is not for the first day.
  private static func early(
    _ stretch: Placed<String>, of outcome: Outcome, _ causes: [(name: String, cause: ClinicalIndex.Cause)],
    _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) {
    for (name, cause) in causes {
      guard let stage = cause.stages?[stretch.value], stage > 1 else { continue }
      let first = cause.managedWith.filter { (cause.stages?[$0] ?? 0) <= 1 }
      diagnostics.append(
        subject.error(
          .treeStretchStage, at: stretch.position,
          "The cause `\(name)` has the stretch `\(stretch.value)` in stage \(stage), but `\(outcome.id.value)` can only recommend "
            + "what comes first.",
          hint: first.isEmpty
            ? "Remove it: that cause has nothing in the first stage."
            : "Use one that comes first: \(first.map { "`\($0)`" }.joined(separator: ", ")).",
          restsOn: [cause.file]))
    }
  }
}
