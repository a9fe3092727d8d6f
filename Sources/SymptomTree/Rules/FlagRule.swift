import Diagnostics
import SiteModel
import Text

/// Rules 10 and 18: every declared flag has evidence; every one that the tree undertakes to ask is asked in a red-flag
/// question, where its answer leads to at least its level; flags stand nowhere else.
enum FlagRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    var asked: Set<String> = []
    var least: [String: CareLevel] = [:]
    for question in subject.tree.questions {
      for answer in question.answers {
        guard let name = answer.flag else { continue }
        guard question.stage.value == .redFlag else {
          diagnostics.append(
            subject.error(
              .treeFlagMisplaced, at: name.position,
              "`\(name.value)` is a red flag, but `\(question.id.value)` is not a red-flag question.",
              hint: "Set `stage: red-flag`, or give the answer a `label` instead."))
          continue
        }
        asked.insert(name.value)
        guard let flag = subject.index.flags[name.value], let outcome = subject.outcome(after: answer) else {
          continue
        }
        if outcome.level.value < flag.level, subject.slips.lowOutcomes[outcome.id.value] == nil {
          diagnostics.append(
            subject.error(
              .treeFlagLevel, at: answer.next.position,
              "The red flag `\(name.value)` is `\(flag.level.rawValue)`, but leads to `\(outcome.id.value)`, which is "
                + "only `\(outcome.level.value.rawValue)`."))
        }
        least[name.value] = min(least[name.value] ?? outcome.level.value, outcome.level.value)
      }
    }
    outcomes(subject, &diagnostics)
    lowered(subject, least, &diagnostics)
    undertaken(subject, asked: asked, &diagnostics)
    let isOneOfSeveral = subject.tree.asks == nil && subject.options.isOneOfSeveral
    if isOneOfSeveral, subject.index.flags.keys.contains(where: { !asked.contains($0) }) {
      unsaid(subject, &diagnostics)
    }
    for (name, flag) in subject.index.flags.sorted(by: { $0.key < $1.key }) {
      if subject.tree.asks == nil, !isOneOfSeveral, !asked.contains(name) {
        diagnostics.append(
          .error(
            .treeFlagUnasked, file: flag.file, at: flag.position,
            "No red-flag question in `\(subject.tree.id.value)` asks about the red flag `\(name)`.",
            hint: "Add an answer `{flag: \(name), next: …}` to a red-flag question.",
            restsOn: [subject.tree.file]))
      }
      evidence(name, flag, subject, &diagnostics)
    }
  }

  /// Of several checkers, one that does not say which of the flags are its own.
  private static func unsaid(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    let own = subject.tree.questions.flatMap(\.answers).compactMap { $0.flag?.value }
      .filter { subject.index.flags[$0] != nil }
    var seen: Set<String> = []
    let listed = own.filter { seen.insert($0).inserted }.joined(separator: ", ")
    diagnostics.append(
      subject.error(
        .treeFlagUnasked, at: subject.tree.id.position,
        "`\(subject.tree.id.value)` does not ask about every red flag, and the key `asks` is missing, in which each of several checkers lists those that are its own.",
        hint: "Add `asks: [\(listed)]`.", restsOn: [subject.tree.file]))
  }

  /// Outcomes that are less urgent than all red flags that lead there.
  private static func outcomes(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    for outcome in subject.tree.outcomes {
      guard let flags = subject.slips.lowOutcomes[outcome.id.value],
        let most = flags.max(by: { $0.level < $1.level })
      else { continue }
      diagnostics.append(
        subject.error(
          .treeFlagLevel, at: outcome.level.position,
          "`\(outcome.id.value)` is `\(outcome.level.value.rawValue)`, but all \(flags.count) red flags that lead to it are more urgent: "
            + "`\(most.flag)`, for example, is `\(most.level.rawValue)`.",
          hint: "Write `level: \(most.level.rawValue)`, or make their answers lead to another outcome."))
    }
  }

  /// Emergencies of the checker that pages show as less: a clinic may have its checker be more careful, but not by that much. `limber diff`
  /// tells of any flag that was lowered.
  private static func lowered(
    _ subject: Subject, _ least: [String: CareLevel],
    _ diagnostics: inout [Diagnostic]
  ) {
    for (name, level) in least.sorted(by: { $0.key < $1.key }) {
      // One that is less than `soon` is told where its level is written.
      guard level == .emergency, let flag = subject.index.flags[name], flag.level < level, flag.level >= .soon
      else { continue }
      diagnostics.append(
        .warning(
          .treeFlagLevel, file: flag.file, at: flag.position,
          "The red flag `\(name)` is `\(flag.level.rawValue)` on the pages, but `\(subject.tree.id.value)` takes it for an emergency.",
          hint:
            "Write `level: \(level.rawValue)`, or have the checker's answer lead to an outcome that is `\(flag.level.rawValue)`.",
          restsOn: [subject.tree.file]))
    }
  }

  /// What `asks` names exists, stands there once and is asked.
  private static func undertaken(
    _ subject: Subject, asked: Set<String>, _ diagnostics: inout [Diagnostic]
  ) {
    var seen: Set<String> = []
    for name in subject.tree.asks ?? [] {
      if subject.index.flags[name.value] == nil {
        let near = subject.index.flagHint(name.value)
        diagnostics.append(
          subject.error(
            .treeUnknownFlag, at: name.position,
            "`asks` refers to `\(name.value)`, but there is no such red flag.", hint: near,
            cause: "\(RedFlags.file)#\(name.value)"))
      } else if !seen.insert(name.value).inserted {
        diagnostics.append(
          subject.error(.treeDuplicateID, at: name.position, "`\(name.value)` is in this list twice."))
      } else if !asked.contains(name.value) {
        diagnostics.append(
          subject.error(
            .treeFlagUnasked, at: name.position,
            "`asks` lists the red flag `\(name.value)`, but no red-flag question asks about it.",
            hint: "Add an answer `{flag: \(name.value), next: …}` to a red-flag question.",
            restsOn: [subject.tree.file]))
      }
    }
  }

  private static func evidence(
    _ name: String, _ flag: ClinicalIndex.Flag, _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) {
    if flag.sources.isEmpty, !flag.isFromPractice {
      diagnostics.append(
        .error(
          .treeFlagEvidence, file: flag.file, at: flag.position,
          "The red flag `\(name)` has no `sources`.",
          hint: "Add the references that support it, or write `basis: practice`."))
    }
  }
}
