import Diagnostics
import Text
import YAML

/// What the build does about texts that no clinician approved, or whose review is overdue.
package struct ReviewPolicy: Sendable {
  package enum Action: String, Sendable, CaseIterable { case allow, warn, error }
  package var unreviewed: Action
  package var overdue: Action
  /// How long an approval holds when a text names no date of its own, and at most.
  package var months: Int

  package init(unreviewed: Action = .allow, overdue: Action = .warn, months: Int = 36) {
    self.unreviewed = unreviewed
    self.overdue = overdue
    self.months = months
  }
}

/// The clinical review of a text, of an article or a tree: who answers for what it says, and until when.
package struct Review: Sendable {
  package enum Status: String, CaseIterable, Sendable {
    case pending, approved, withdrawn
    /// The article's kind needs no clinical review (`review: none` in `site.yaml`); no article says so itself.
    case exempt = "none"

    /// What an article may say.
    package static let names = allCases.filter { $0 != .exempt }.map(\.rawValue)
  }

  package var status = Status.pending
  package var author: String?
  package var reviewer: String?
  package var reviewed: CalendarDate?
  /// When it has to be looked at again; follows from the policy when the text names no day.
  package var due: CalendarDate?
  /// Where the front matter says so, or from what it follows.
  package private(set) var duePosition: Position?
  private var reviewedPosition: Position?
  /// Where it says its status, or else when it was reviewed; nil where what is said is none.
  private var statusPosition: Position?

  /// A change to the text after its approval, the last one if there are several. The approval is of another text then, and
  /// `status` is `pending` again.
  package private(set) var change: Change?

  package struct Change: Sendable {
    package let date: CalendarDate
    /// Where the front matter says so.
    package let position: Position
  }

  package static let keys = KnownKeys(
    ["status", "author", "reviewer", "reviewed", "due"],
    hints: [
      "estado": .means(["status"]), "state": .means(["status"]), "autor": .means(["author"]),
      "autora": .means(["author"]), "revisor": .means(["reviewer"]), "revisora": .means(["reviewer"]),
      "revisado": .means(["reviewed"]), "date": .means(["reviewed"]),
    ])

  package init(status: Status = .pending) { self.status = status }

  /// Whether search engines may list the page: not before a clinician approved it, if one has to.
  package var allowsIndexing: Bool { status == .approved || status == .exempt }

  /// Takes an approval back whose text changed afterwards. `days` are those on which it changed, each with its place.
  mutating func lapse(after days: [Node]) {
    for node in days where node.kind == .scalar {
      if let date = CalendarDate(parsing: node.bytes) { lapse(on: date, at: node.position) }
    }
  }

  /// The same of a translation, whose facts are its original's: `days` are those on which that changed.
  mutating func lapse(withOriginalOf days: [Node]) {
    for node in days where node.kind == .scalar {
      if let day = CalendarDate(parsing: node.bytes) { lapse(on: day, at: reviewedPosition ?? .start) }
    }
  }

  private mutating func lapse(on day: CalendarDate, at position: Position) {
    guard let reviewed, status == .approved || change != nil, (change?.date ?? reviewed) < day else { return }
    change = Change(date: day, position: position)
    status = .pending
  }

  /// A report of an approval that was not carried through: somebody reviewed the text, it has not changed since, and its status is still
  /// `pending`. `days` are those on which it changed.
  func forgotten(_ file: String, _ days: [Node], today: CalendarDate) -> Diagnostic? {
    guard status == .pending, change == nil, let reviewer, Reviewer.isPerson(reviewer), let reviewed,
      let statusPosition, reviewed <= today, due.map({ today <= $0 }) ?? true,
      !days.contains(where: { CalendarDate(parsing: $0.bytes).map { reviewed < $0 } ?? true })
    else { return nil }
    return .warning(
      .reviewInvalid, file: file, at: statusPosition,
      "`reviewer` and `reviewed` say that this was reviewed, but its status is still `pending`.",
      hint: "If \(reviewer) approved it, write `status: approved`. If not, delete `reviewed`.")
  }

  package func isOverdue(on today: CalendarDate) -> Bool {
    guard status == .approved, let due else { return false }
    return due < today
  }

  /// Reads `review: {status, author, reviewer, reviewed, due}` and holds its dates and people against the rules:
  /// an approval names who gave it and when, nobody approves a text of their own, and no approval lies after
  /// `today` or holds for more than `months`. Nil when it is no mapping.
  package static func read(
    _ node: Node, today: CalendarDate, months: Int, into diagnostics: inout [Diagnostic]
  ) -> Review? {
    if node.kind == .scalar, let status = Status(rawValue: node.text) {
      diagnostics.append(bare(status, node, today: today))
      return nil
    }
    guard let fields = Fields(node, named: "review", allowing: keys, into: &diagnostics) else { return nil }
    var review = Review()
    let status = fields["status"]?.asChoice(
      "status", among: Status.names, into: &diagnostics)
    review.status = status.flatMap(Status.init) ?? .pending
    review.author = fields["author"]?.asText("author", into: &diagnostics)
    review.reviewer = fields["reviewer"]?.asText("reviewer", into: &diagnostics)
    review.reviewed = fields["reviewed"]?.asDate("reviewed", into: &diagnostics)
    review.due = fields["due"]?.asDate("due", into: &diagnostics)
    review.reviewedPosition = fields["reviewed"]?.position
    review.duePosition = (fields["due"] ?? fields["reviewed"])?.position
    review.check(fields, today: today, months: months, into: &diagnostics)
    if let reviewed = review.reviewed {
      // Of a day that cannot be meant, nobody needs to know that it is over.
      if let due = review.due, due <= reviewed { review.due = nil }
      if review.due == nil { review.due = reviewed.adding(months: months) }
    }
    let isSaid = fields["status"] == nil ? !fields.isMisspelt("status") : status != nil
    review.statusPosition = isSaid ? (fields["status"] ?? fields["reviewed"])?.position : nil
    return review
  }

  /// `review: approved`, without the people and the day that belong to it.
  private static func bare(_ status: Status, _ node: Node, today: CalendarDate) -> Diagnostic {
    .error(
      .wrongType, file: node.file, at: node.position,
      "`review` must be a mapping (`key: value` lines), not a single value.",
      hint: status == .approved
        ? "Write `review: {status: approved, reviewer: Ann Lee, reviewed: \(today)}`, with who approved the text and when."
        : "Write `review: {status: \(status.rawValue)}`.")
  }

  /// What to add to an approval.
  private static func approval(_ missing: [String], _ today: CalendarDate) -> String {
    switch missing {
    case ["reviewer"]: "Add who approved the text, as in `reviewer: Ann Lee`."
    case ["reviewed"]: "Add the day of the approval, as in `reviewed: \(today)`."
    default: "Add who approved the text and when, as in `reviewer: Ann Lee, reviewed: \(today)`."
    }
  }

  private func check(
    _ fields: Fields, today: CalendarDate, months: Int, into diagnostics: inout [Diagnostic]
  ) {
    let node = fields.node
    func report(_ key: String, _ message: String, hint: String? = nil) {
      diagnostics.append(
        .error(.reviewInvalid, file: node.file, at: (fields[key] ?? node).position, message, hint: hint))
    }
    if status == .approved {
      let missing = ["reviewer", "reviewed"].filter { fields[$0] == nil && !fields.isMisspelt($0) }
      if !missing.isEmpty {
        report(
          "status",
          "`status` is `approved`, but \(missing.map { "`\($0)`" }.joined(separator: " and ")) \(missing.count == 1 ? "is" : "are") missing.",
          hint: Self.approval(missing, today) + " Until then, write `status: pending`.")
      }
    }
    if let reviewer, !Reviewer.isPerson(reviewer) {
      report(
        "reviewer", "`\(reviewer)` is not the name of a person.",
        hint: "Write who approved the text, or set `status: pending`.")
    }
    if let author, let reviewer, Reviewer.isAmong(author, reviewer) {
      report(
        "reviewer", "`\(author)` is both the author and the reviewer.",
        hint: "Someone else must review the article.")
    }
    guard let reviewed else { return }
    if today < reviewed { report("reviewed", "`reviewed` (\(reviewed)) is in the future.") }
    guard let due else { return }
    if due <= reviewed {
      report(
        "due", "`due` (\(due)) is not after `reviewed` (\(reviewed)).",
        hint: "Write a later date, such as `\(reviewed.adding(months: min(months, 12)))`, or delete `due`.")
    }
    let latest = reviewed.adding(months: months)
    if latest < due {
      report(
        "due", "`due` (\(due)) is more than \(months) months after `reviewed` (\(reviewed)).",
        hint: "The latest date allowed is \(latest).")
    }
  }

  /// The same for a tree, with what the policy says about its state (rule 12). `position` is where the review's
  /// key stands, `updated` the day on which the tree changed last.
  package static func read(
    _ node: Node, at position: Position, changed updated: Node?, today: CalendarDate, policy: ReviewPolicy,
    into diagnostics: inout [Diagnostic]
  ) -> Review? {
    guard var review = read(node, today: today, months: policy.months, into: &diagnostics) else { return nil }
    let days = [updated].compactMap { $0 }
    review.lapse(after: days)
    if let forgotten = review.forgotten(node.file, days, today: today) { diagnostics.append(forgotten) }
    review.checkState(
      at: node.value(for: "due")?.position ?? position, node.file, today, policy, into: &diagnostics)
    return review
  }

  /// The same for a tree's translation; the original changed last on the day `updated`.
  package static func read(
    _ node: Node, changed updated: CalendarDate?, today: CalendarDate, policy: ReviewPolicy,
    into diagnostics: inout [Diagnostic]
  ) -> Review? {
    guard var review = read(node, today: today, months: policy.months, into: &diagnostics) else { return nil }
    if let updated { review.lapse(on: updated, at: review.reviewedPosition ?? node.position) }
    review.checkState(
      at: node.value(for: "due")?.position ?? node.position, node.file, today, policy, into: &diagnostics)
    return review
  }

  private func checkState(
    at position: Position, _ file: String, _ today: CalendarDate, _ policy: ReviewPolicy,
    into diagnostics: inout [Diagnostic]
  ) {
    func report(_ action: ReviewPolicy.Action, _ code: DiagnosticCode, _ message: String, _ hint: String) {
      guard action != .allow else { return }
      diagnostics.append(
        Diagnostic(
          action == .warn ? .warning : .error, code, file: file, at: change?.position ?? position, message,
          hint: hint))
    }
    if let change, let reviewed {
      // Two days that contradict each other are told even where a missing review is not.
      return report(
        policy.unreviewed == .error ? .error : .warn, .reviewOutdated,
        "This changed on \(change.date), after its clinical review on \(reviewed), so its page no longer says it was reviewed.",
        "When a clinician has approved the change, set `reviewed` to that day. Until then, set `status: pending`."
      )
    }
    if status == .pending {
      report(
        policy.unreviewed, .reviewPending, "No one has reviewed this yet: `status` is `pending`.",
        "Have it reviewed, then set `status: approved`, `reviewer` and `reviewed`.")
    }
    guard status == .approved, let due else { return }
    let again = "Have it reviewed again, then update `reviewed` and `due`."
    if due < today {
      report(policy.overdue, .reviewOverdue, "The next review was due on \(due.text).", again)
    } else if due <= today.adding(days: 60) {
      report(.warn, .reviewDueSoon, "The next review is due on \(due.text).", again)
    }
  }
}
