import SymptomTree

/// The symptom checkers: where the same answers lead now, and what is asked and said.
enum CheckerChanges {
  static func find(_ sides: Sides) -> [Change] {
    let (old, new) = (sides.old.site.checkers.checkers, sides.new.site.checkers.checkers)
    var found: [Change] = []
    for checker in old {
      guard let before = checker.check.tree else { continue }
      guard let now = new.first(where: { $0.id == checker.id }), let after = now.check.tree else {
        found.append(
          subject(checker.id, before).change(
            "checker-removed", "The symptom checker was removed.", alarm: true))
        continue
      }
      let comparison = TreeComparison(
        sides, (checker.check, before), (now.check, after), subject: subject(checker.id, after))
      found += comparison.changes
    }
    for checker in new where !old.contains(where: { $0.id == checker.id }) {
      guard let tree = checker.check.tree else { continue }
      found.append(
        subject(checker.id, tree).change(
          "checker-added",
          "A new symptom checker with \(tree.questions.count) questions and \(checker.check.paths.count) paths through them."
        ))
    }
    return found
  }

  private static func subject(_ id: String, _ tree: Tree) -> ChangeSubject {
    ChangeSubject(area: .checker, name: "checker:\(id)", title: tree.title.value)
  }
}

/// One checker before and now.
struct TreeComparison {
  let sides: Sides
  let old: (check: TreeCheck, tree: Tree)
  let new: (check: TreeCheck, tree: Tree)
  let subject: ChangeSubject

  init(
    _ sides: Sides, _ old: (check: TreeCheck, tree: Tree), _ new: (check: TreeCheck, tree: Tree),
    subject: ChangeSubject
  ) {
    self.sides = sides
    self.old = old
    self.new = new
    self.subject = subject
  }

  var turnedSense: TurnedSense { TurnedSense(sides.newIndex.configuration.language) }

  var changes: [Change] {
    let routes = pathChanges + orderChanges
    let stages = stageChanges
    let words = outcomeChanges + questionChanges
    let content = flagChanges + routes + vignetteChanges + stages + words
    return content
      + versionChanges(isRouted: !routes.isEmpty || !stages.isEmpty, isReworded: !words.isEmpty)
      + reviewChanges(contentChanged: !content.isEmpty)
  }

  // MARK: Version and review

  private func versionChanges(isRouted: Bool, isReworded: Bool) -> [Change] {
    let (was, now) = (old.tree.version.value, new.tree.version.value)
    if now < was {
      return [
        subject.change(
          "version-lowered", "The version went down from \(was.text) to \(now.text).", alarm: true)
      ]
    }
    if isRouted, now.major == was.major {
      return [
        subject.change(
          "version-not-raised",
          "Some answers now lead somewhere else, but the version is \(now == was ? "still" : "only") \(now.text). A clinician must approve this kind of change by raising the first number.",
          alarm: true)
      ]
    }
    if isReworded, now == was {
      return [
        subject.change(
          "version-not-raised",
          "The wording of questions or answers changed, but the version is still \(now.text).")
      ]
    }
    return now == was
      ? [] : [subject.change("version-raised", "The version is now \(now.text); before, it was \(was.text).")]
  }

  private func reviewChanges(contentChanged: Bool) -> [Change] {
    let (was, now) = (old.tree.review, new.tree.review)
    let isSame = was.status == now.status && was.reviewer == now.reviewer && was.reviewed == now.reviewed
    if isSame, contentChanged, now.status == .approved {
      let day = now.reviewed.map { " of \($0.text)" } ?? ""
      return [
        subject.change(
          "review-older-than-text",
          "The checker says it has been reviewed, but that review\(day) is older than this change.",
          alarm: true)
      ]
    }
    guard was.status != now.status else { return [] }
    return [
      subject.change(
        "review-status", "Clinical review is now \(now.status.rawValue); it was \(was.status.rawValue).")
    ]
  }

  // MARK: Vignettes

  private var vignetteChanges: [Change] {
    let after = Dictionary(
      (new.check.vignettes?.results ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let before = old.check.vignettes?.results ?? []
    let known = Set(before.map(\.id))
    var found: [Change] = []
    for was in before {
      guard let now = after[was.id] else {
        found.append(
          subject.change(
            "vignette-removed",
            "The test case `\(was.id)` was removed; it required at least \(was.atLeast.rawValue).",
            alarm: was.atLeast >= .urgent))
        continue
      }
      if now.atLeast < was.atLeast {
        found.append(
          subject.change(
            "vignette-weakened",
            "LESS URGENT: the test case `\(was.id)` now accepts \(now.atLeast.rawValue); before, it required at least \(was.atLeast.rawValue).",
            alarm: true))
      }
      if let level = was.level, let newLevel = now.level, was.actual != now.actual {
        let isLess = newLevel < level
        let names =
          "`\(now.actual ?? "")` (\(newLevel.rawValue)) instead of `\(was.actual ?? "")` (\(level.rawValue))"
        let same = was.steps.map(\.name) == now.steps.map(\.name)
        found.append(
          subject.change(
            "vignette-outcome",
            "\(isLess ? "LESS URGENT: the" : "The") test case `\(was.id)` now ends in \(names)\(same ? "" : "; its answers changed, too").",
            alarm: isLess))
      } else if let level = was.level, let newLevel = now.level, newLevel < level {
        found.append(
          subject.change(
            "vignette-outcome",
            "LESS URGENT: the test case `\(was.id)` now ends at \(newLevel.rawValue) instead of \(level.rawValue).",
            alarm: true))
      }
    }
    let added = (new.check.vignettes?.results ?? []).filter { !known.contains($0.id) }
    if !added.isEmpty {
      let names = added.map { "`\($0.id)`" }.joined(separator: ", ")
      found.append(subject.change("vignette-added", "New test cases: \(names)."))
    }
    return found
  }
}

extension TreePath.Step {
  /// `where.groin`.
  package var name: String { "\(question).\(answer)" }
}
