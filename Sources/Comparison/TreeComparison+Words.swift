import Site
import SiteModel
import SymptomTree

/// What the checker asks, and what it says at the end.
extension TreeComparison {
  /// What a reader gets from an outcome beside its level.
  struct OutcomeContent: Equatable {
    var level: CareLevel
    var causes: [String]
    var stretches: [String]
    var advice: [UInt8]
    var seekCareIf: [UInt8]
  }

  func content(_ outcome: Outcome, _ version: SiteVersion) -> OutcomeContent {
    func text(_ name: String?) -> [UInt8] {
      name.flatMap { version.site.checkers.advice.texts[$0]?.shownWords } ?? []
    }
    let isOld = version.site.named.isSame(as: sides.old.site.named)
    func names(_ ids: [Placed<String>], _ kind: String?) -> [String] {
      guard let kind else { return [] }
      return ids.map { isOld ? sides.pairs.newName(of: "\(kind):\($0.value)") : "\(kind):\($0.value)" }
    }
    return OutcomeContent(
      level: outcome.level.value,
      causes: names(outcome.causes, version.site.named.index.configuration.causeKind),
      stretches: names(outcome.stretches, version.site.named.index.configuration.stretchKind),
      advice: text(outcome.advice?.value),
      seekCareIf: text(outcome.seekCareIf?.value))
  }

  var outcomeChanges: [Change] {
    let nodes = TreeNodes(new.tree)
    var found: [Change] = []
    for was in old.tree.outcomes {
      guard let now = nodes.outcomes[was.id.value] else { continue }
      let (before, after) = (content(was, sides.old), content(now, sides.new))
      let place = "Outcome `\(was.id.value)` (\(now.level.value.rawValue))"
      for (what, lists) in [
        ("causes", (before.causes, after.causes)), ("stretches", (before.stretches, after.stretches)),
      ] {
        let difference = ListDifference(lists.0, lists.1)
        if difference.isEmpty, lists.0 != lists.1 {
          found.append(
            subject.change("outcome-\(what)", "\(place) lists the same \(what) in a different order."))
        }
        for name in difference.removed {
          found.append(subject.change("outcome-\(what)", "\(place) no longer lists `\(name)`."))
        }
        for name in difference.added {
          found.append(subject.change("outcome-\(what)", "\(place) now lists `\(name)`."))
        }
      }
      found += texts(before.advice, after.advice, "\(place) says", isUrgent: now.level.value >= .urgent)
      found += texts(
        before.seekCareIf, after.seekCareIf, "\(place), about when to seek care, says", isUrgent: true)
    }
    return found
  }

  private func texts(_ was: [UInt8], _ now: [UInt8], _ place: String, isUrgent: Bool) -> [Change] {
    guard was != now else { return [] }
    if now.isEmpty {
      return [
        subject.change(
          "outcome-text", "\(place) nothing anymore:", alarm: isUrgent,
          passages: [Change.Passage(was: WordDifference.whole(was), now: nil)])
      ]
    }
    let passages = WordDifference(was, now).passages
    return [
      subject.change(
        "outcome-text", "\(place) something different:",
        alarm: isUrgent && !was.isEmpty || turnedSense.isFound(in: passages), passages: passages)
    ]
  }

  /// What a question is for decides what is proven of it.
  var stageChanges: [Change] {
    let nodes = TreeNodes(new.tree)
    return old.tree.questions.compactMap { was in
      guard let now = nodes.questions[was.id.value], now.stage.value != was.stage.value else { return nil }
      return subject.change(
        "question-stage",
        "The question “\(now.ask.value)” now has the stage `\(now.stage.value.rawValue)`; before, it was `\(was.stage.value.rawValue)`.",
        alarm: was.stage.value == .redFlag)
    }
  }

  /// Red flags that nobody is asked about any more.
  var flagChanges: [Change] {
    func asked(_ tree: Tree) -> [String] { tree.questions.flatMap(\.choices).compactMap(\.flag?.value) }
    return ListDifference(asked(old.tree), asked(new.tree)).removed.map { flag in
      let flags = sides.oldIndex.redFlags
      return subject.change(
        "red-flag-not-asked", "No longer asks about the red flag `\(flag)`.", alarm: true,
        passages: [Change.Passage(was: flags.table[flag.utf8].map { flags.flags[$0].text }, now: nil)])
    }
  }

  var questionChanges: [Change] {
    let (before, after) = (TreeNodes(old.tree), TreeNodes(new.tree))
    var found: [Change] = []
    for was in old.tree.questions {
      guard let now = after.questions[was.id.value] else {
        found.append(
          subject.change(
            "question-removed", "No longer asks:", alarm: was.stage.value == .redFlag,
            passages: [Change.Passage(was: Self.text(of: was), now: nil)]))
        continue
      }
      found += changes(of: was, now, after)
    }
    for now in new.tree.questions where before.questions[now.id.value] == nil {
      found.append(
        subject.change(
          "question-added", "Asks a new question:",
          passages: [Change.Passage(was: nil, now: Self.text(of: now))]))
    }
    return found
  }

  private func changes(of was: Question, _ now: Question, _ after: TreeNodes) -> [Change] {
    var found: [Change] = []
    let place = "“\(was.ask.value)”"
    if was.ask.value != now.ask.value {
      found.append(
        subject.change(
          "question-reworded", "The question `\(was.id.value)` has new wording:",
          // Other words may turn it round: "are you free of all of these?"
          alarm: was.stage.value == .redFlag || isOther(was.ask.value, now.ask.value)
            // Its answers are those of another question.
            || old.tree.questions.contains { $0.id.value != was.id.value && $0.ask.value == now.ask.value },
          passages: WordDifference(was.ask.value, now.ask.value).passages))
    }
    if was.kind.value != now.kind.value {
      found.append(
        subject.change(
          "question-kind",
          "\(place) now lets the reader check \(now.kind.value == .anyOf ? "several answers" : "only one answer")."
        ))
    }
    for answer in was.choices {
      guard let other = now.choices.first(where: { $0.id.value == answer.id.value }) else {
        // That of a red flag is reported with the flag.
        if answer.flag == nil {
          found.append(
            subject.change(
              "answer-removed", "\(place) no longer has the answer:",
              passages: [Change.Passage(was: answer.label.value, now: nil)]))
        }
        continue
      }
      // The sentence of a flag is reported where the flag is.
      if answer.label.value != other.label.value,
        answer.flag?.value == nil || answer.flag?.value != other.flag?.value
      {
        // Whoever chooses these words goes another way now.
        let isExchanged = was.choices.contains {
          $0.id.value != answer.id.value && $0.label.value.lowercased() == other.label.value.lowercased()
        }
        found.append(
          subject.change(
            "answer-reworded",
            isExchanged
              ? "An answer to \(place) now has the words of another, but leads where it led:"
              : "An answer to \(place) has new wording:",
            alarm: isExchanged || isOther(answer.label.value, other.label.value),
            passages: WordDifference(answer.label.value, other.label.value).passages))
      }
    }
    for answer in now.choices where !was.choices.contains(where: { $0.id.value == answer.id.value }) {
      let levels = Set(after.levels(from: answer.next.value)).sorted(by: >).map(\.rawValue)
      found.append(
        subject.change(
          "answer-added", "\(place) has a new answer, which leads to \(levels.joined(separator: " or ")):",
          passages: [Change.Passage(was: nil, now: answer.label.value)]))
    }
    func help(_ question: Question, _ version: SiteVersion) -> [UInt8] {
      question.help.flatMap { version.site.checkers.advice.texts[$0.value]?.shownWords }
        ?? []
    }
    let texts = (help(was, sides.old), help(now, sides.new))
    if texts.0 != texts.1 {
      found.append(
        subject.change(
          "question-help", "The explanation of \(place) changed:",
          alarm: turnedSense.isFound(in: WordDifference(texts.0, texts.1).passages),
          passages: WordDifference(texts.0, texts.1).passages
        ))
    }
    func drawing(_ question: Question, _ version: SiteVersion) -> [UInt8]? {
      question.picture.flatMap { version.site.checkers.pictures.markup[$0.value] }
    }
    if drawing(was, sides.old) != drawing(now, sides.new) {
      found.append(subject.change("question-picture", "\(place) has a different drawing, or none."))
    }
    return found
  }

  /// Whether somebody may choose these words whom the others did not fit.
  private func isOther(_ was: String, _ now: String) -> Bool {
    turnedSense.isFound(from: was, to: now) || turnedSense.isOtherAmount(from: was, to: now)
  }

  private static func text(of question: Question) -> String {
    "\(question.ask.value) (\(question.choices.map(\.label.value).joined(separator: " / ")))"
  }
}
