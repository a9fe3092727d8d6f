import YAML

/// The clinical review of an article: who answers for what it says, and until when.
struct Review: Sendable {
  enum Status: String, Sendable, CaseIterable { case pending, approved, withdrawn }
  var status = Status.pending
  var author: String?
  var reviewer: String?
  var reviewed: CalendarDate?
  /// When it has to be looked at again; set from the policy when the article names no day.
  var due: CalendarDate?

  func isOverdue(on today: CalendarDate) -> Bool {
    guard status == .approved, let due else { return false }
    return due < today
  }
}
