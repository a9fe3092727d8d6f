import Diagnostics
import SiteModel
import YAML

/// Holds every published article's clinical review against the policy of `site.yaml`, and counts.
enum ReviewCheck {
  static func run(_ index: SiteIndex, today: CalendarDate, into diagnostics: inout [Diagnostic])
    -> ReviewReport
  {
    var report = ReviewReport()
    var reviewers: [String?: ReviewReport.Count] = [:]
    let policy = index.configuration.review
    func apply(
      _ action: ReviewPolicy.Action, _ code: DiagnosticCode, _ article: Article,
      at position: Position = .start, _ message: String, _ hint: String
    ) {
      guard action != .allow else { return }
      diagnostics.append(
        Diagnostic(
          action == .error ? .error : .warning, code, file: article.file, at: position, message, hint: hint))
    }
    for article in index.articles where article.hasPage && article.review.status != .exempt {
      var count = ReviewReport.Count()
      switch article.review.status {
      case .pending:
        count.pending = 1
        if let change = article.review.change, let reviewed = article.review.reviewed {
          // Somebody wrote two days that contradict each other: that is told even where a missing review is not.
          apply(
            policy.unreviewed == .error ? .error : .warn, .reviewOutdated, article, at: change.position,
            "This article changed on \(change.date), after its clinical review on \(reviewed), so its page no longer says it was reviewed.",
            "When a clinician has approved the change, set `reviewed` to that day. Until then, set `status: pending`."
          )
          break
        }
        apply(
          policy.unreviewed, .reviewPending, article, "No clinician has approved this article yet.",
          "Have it reviewed, then set `status: approved`, `reviewer` and `reviewed`.")
      case .approved:
        count.approved = 1
        if article.review.isOverdue(on: today), let due = article.review.due {
          count.overdue = 1
          apply(
            policy.overdue, .reviewOverdue, article, at: article.review.duePosition ?? .start,
            "The review of this article was due on \(due).",
            "Have it reviewed again, then update `reviewed` and `due`.")
        } else if let due = article.review.due, due <= today.adding(days: 60) {
          count.dueSoon = 1
        }
      case .withdrawn, .exempt: break
      }
      report.total += count
      reviewers[article.review.reviewer, default: ReviewReport.Count()] += count
    }
    let unnamed = reviewers.removeValue(forKey: nil)
    report.reviewers = reviewers.sorted { ($0.key ?? "") < ($1.key ?? "") }.map {
      ReviewReport.Reviewer(name: $0.key, count: $0.value)
    }
    if let unnamed { report.reviewers.append(ReviewReport.Reviewer(name: nil, count: unnamed)) }
    return report
  }
}
