import Diagnostics
import SymptomTree
import YAML

extension ArticleReader {
  private static let reviewKeys: KnownKeys = ["status", "author", "reviewer", "reviewed", "due"]

  /// Reads `review` and holds its dates and people against the rules: an approval names who gave it and when,
  /// nobody approves a text of their own, and no approval lies in the future or outlives the policy.
  func readReview(_ node: Node?, into article: inout ArticleContent, _ diagnostics: inout [Diagnostic]) {
    guard let node, let fields = Fields(node, named: "review", allowing: Self.reviewKeys, into: &diagnostics)
    else { return }
    var review = Review()
    if let node = fields["status"], let text = node.asText("status", into: &diagnostics) {
      if let status = Review.Status(rawValue: text) {
        review.status = status
      } else {
        node.reportWrongType(
          "status", mustBe: "`pending`, `approved` or `withdrawn`",
          hint: NearestName.hint(for: text, among: Review.Status.allCases.map(\.rawValue)), into: &diagnostics
        )
      }
    }
    review.author = fields["author"]?.asText("author", into: &diagnostics)
    review.reviewer = fields["reviewer"]?.asText("reviewer", into: &diagnostics)
    review.reviewed = fields["reviewed"]?.asDate("reviewed", into: &diagnostics)
    review.due = fields["due"]?.asDate("due", into: &diagnostics)
    func report(_ key: String, _ message: String, hint: String? = nil) {
      diagnostics.append(
        .error(.reviewInvalid, file: node.file, at: (fields[key] ?? node).position, message, hint: hint))
    }
    if review.status == .approved {
      if fields["reviewer"] == nil {
        report("status", "The article is approved, but `reviewer` does not say by whom.")
      }
      if fields["reviewed"] == nil {
        report("status", "The article is approved, but `reviewed` does not say when.")
      }
    }
    if let author = review.author, author == review.reviewer {
      report(
        "reviewer", "`\(author)` is both author and reviewer.",
        hint: "Somebody else has to review the article.")
    }
    if let reviewed = review.reviewed {
      if today < reviewed { report("reviewed", "`reviewed` (\(reviewed)) lies in the future.") }
      let latest = reviewed.adding(months: configuration.review.months)
      if let due = review.due {
        if due <= reviewed { report("due", "`due` (\(due)) is not after `reviewed` (\(reviewed)).") }
        if latest < due {
          report(
            "due",
            "`due` (\(due)) is more than \(configuration.review.months) months after `reviewed` (\(reviewed)).",
            hint: "The latest day is \(latest).")
        }
      } else {
        review.due = latest
      }
    }
    article.review = review
    if review.status == .withdrawn { article.state = .withdrawn }
  }
}
