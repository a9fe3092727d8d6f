import Diagnostics
import YAML

extension ArticleReader {
  /// Reads `review` by the rules that hold for trees, too; a withdrawn article is not published.
  func readReview(_ node: Node?, into article: inout ArticleContent, _ diagnostics: inout [Diagnostic]) {
    guard let node,
      let review = Review.read(
        node, today: today, months: configuration.review.months, into: &diagnostics)
    else { return }
    article.review = review
    if review.status == .withdrawn { article.state = .withdrawn }
  }
}
