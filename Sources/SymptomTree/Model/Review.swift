import Diagnostics
import YAML

/// What a site does with what nobody approved, or approved too long ago.
public struct ReviewPolicy: Sendable {
  public enum Strictness: String, Sendable { case allow, warn, error }

  public var unreviewed: Strictness
  public var overdue: Strictness
  /// Between a review and the next at most.
  public var months: Int

  public init(unreviewed: Strictness = .allow, overdue: Strictness = .warn, months: Int = 12) {
    self.unreviewed = unreviewed
    self.overdue = overdue
    self.months = months
  }
}

/// The state of a text's clinical review.
public struct Review: Sendable {
  public enum Status: String, CaseIterable, Sendable { case pending, approved, withdrawn }

  public var status: Status
  public var author: String?
  public var reviewer: String?
  public var reviewed: CalendarDate?
  public var due: CalendarDate?

  static let keys: KnownKeys = ["status", "author", "reviewer", "reviewed", "due"]

  /// Reads `review: {status, author, reviewer, reviewed, due}` and proves that its dates are in order (rule 12):
  /// the reviewer is not the author, `reviewed` is not after `today`, `due` is after it and at most
  /// `policy.months` later. `position` is where the review's key stands. Nil when its status cannot be told.
  public static func read(
    _ node: Node, at position: Position, today: CalendarDate, policy: ReviewPolicy,
    into diagnostics: inout [Diagnostic]
  ) -> Review? {
    guard let fields = Fields(node, named: "review", allowing: keys, into: &diagnostics) else { return nil }
    guard let statusNode = fields.required("status", missingAt: position, into: &diagnostics),
      let word = statusNode.asText("status", into: &diagnostics)
    else { return nil }
    guard let status = Status(rawValue: word) else {
      diagnostics.append(
        .unknownWord(word, of: "status", among: Status.allCases.map(\.rawValue), statusNode))
      return nil
    }
    var review = Review(status: status)
    review.author = fields["author"]?.asText("author", into: &diagnostics)
    review.reviewer = fields["reviewer"]?.asText("reviewer", into: &diagnostics)
    review.reviewed = fields["reviewed"]?.asDate("reviewed", into: &diagnostics)
    review.due = fields["due"]?.asDate("due", into: &diagnostics)
    if status == .approved {
      for key in ["reviewer", "reviewed", "due"] {
        _ = fields.required(key, missingAt: statusNode.position, into: &diagnostics)
      }
    }
    review.checkOrder(fields, today: today, policy: policy, into: &diagnostics)
    review.checkState(at: fields["due"]?.position ?? position, node.file, today, policy, into: &diagnostics)
    return review
  }

  private func checkOrder(
    _ fields: Fields, today: CalendarDate, policy: ReviewPolicy, into diagnostics: inout [Diagnostic]
  ) {
    func report(_ key: String, _ message: String) {
      let position = fields[key]?.position ?? fields.node.position
      diagnostics.append(.error(.reviewInvalid, file: fields.node.file, at: position, message))
    }
    if let author, let reviewer, author == reviewer {
      report("reviewer", "`reviewer` and `author` are the same person; somebody else has to review.")
    }
    if let reviewed, reviewed > today {
      report("reviewed", "`reviewed` is \(reviewed.text), which is after today, \(today.text).")
    }
    if let reviewed, let due {
      let latest = reviewed.adding(months: policy.months)
      if due <= reviewed {
        report("due", "`due` is \(due.text), which is not after `reviewed`, \(reviewed.text).")
      } else if due > latest {
        report(
          "due", "`due` is more than \(policy.months) months after `reviewed`; the latest is \(latest.text).")
      }
    }
  }

  private func checkState(
    at position: Position, _ file: String, _ today: CalendarDate, _ policy: ReviewPolicy,
    into diagnostics: inout [Diagnostic]
  ) {
    func report(_ strictness: ReviewPolicy.Strictness, _ code: DiagnosticCode, _ message: String) {
      guard strictness != .allow else { return }
      diagnostics.append(
        Diagnostic(strictness == .warn ? .warning : .error, code, file: file, at: position, message))
    }
    if status == .pending {
      report(policy.unreviewed, .reviewPending, "Nobody has reviewed this yet; `status` is `pending`.")
    }
    guard status == .approved, let due else { return }
    if due < today {
      report(policy.overdue, .reviewOverdue, "The next review was due on \(due.text).")
    } else if due <= today.adding(days: 60) {
      report(.warn, .reviewDueSoon, "The next review is due on \(due.text).")
    }
  }
}
