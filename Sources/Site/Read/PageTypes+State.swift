import SiteModel
import YAML

/// What a page says of itself: which languages it is in, and whether it was translated and reviewed.
extension PageTypes {
  struct Translation {
    let original: Article
    let language: SiteLanguage
    let isStale: Bool
  }

  static let translation = RecordLayout<Translation>(
    "translation",
    [
      .text("original-url", "The address of the original.") { $0.original.url },
      .text("original-language", "Its language, such as `en-US`.") { $0.language.tag },
      .text("original-language-name", "What that language calls itself, such as English.") {
        $0.language.name
      },
      direction("original-direction") { $0.language },
      .flag("is-stale", "Whether the original has changed since it was translated.") { $0.isStale },
    ])

  struct LanguageEntry {
    let language: SiteLanguage
    let url: [UInt8]
    let origin: [UInt8]
    let hasPage: Bool
    let isCurrent: Bool
    let isOriginal: Bool
  }

  static let languageEntry = RecordLayout<LanguageEntry>(
    "page language",
    [
      .text("tag", "The language, such as `es`, for `lang` and `hreflang`.") { $0.language.tag },
      .text("name", "What it calls itself, such as Español.") { $0.language.name },
      direction { $0.language },
      .text(
        "url",
        "This page in that language, without the host; the language's home page where there is none."
      ) { $0.url },
      .text("address", "The same with the host, for `hreflang`.") { $0.origin + $0.url },
      .flag("has-page", "Whether this very page is there in that language.") { $0.hasPage },
      .flag("is-current", "Whether it is the language of this page.") { $0.isCurrent },
      .flag("is-original", "Whether it is the language that the others are translated from.") {
        $0.isOriginal
      },
    ])

  struct ReviewState {
    let review: Review
    let today: CalendarDate
    let language: String
  }

  static let review = RecordLayout<ReviewState>(
    "review",
    [
      .text("status", "`pending`, `approved`, or `none` on a page that needs no review.") {
        $0.review.status.rawValue
      },
      .flag("is-pending", "Whether the article still needs a clinician's approval.") {
        $0.review.status == .pending
      },
      .flag(
        "is-changed",
        "Whether it changed after its approval: it is pending again; `reviewer` and `reviewed` are old."
      ) { $0.review.change != nil },
      .text("changed-on", "The date of that change; empty if there is none.") {
        $0.review.change?.date.text ?? ""
      },
      .flag("is-approved", "Whether a clinician has approved it as it is now.") {
        $0.review.status == .approved
      },
      .flag("is-overdue", "Whether its next review was due before today.") {
        $0.review.isOverdue(on: $0.today)
      },
      .text("author", "Who wrote it; may be empty.") { $0.review.author ?? "" },
      .text("reviewer", "Who approved it; may be empty.") { $0.review.reviewer ?? "" },
      .text("reviewed", "The date of the approval, `YYYY-MM-DD`; may be empty.") {
        $0.review.reviewed?.text ?? ""
      },
      .text("due", "The date of the next review; may be empty.") { $0.review.due?.text ?? "" },
      .text("changed-in-words", "`changed-on` as people write it.") {
        $0.review.change?.date.shown(in: $0.language) ?? ""
      },
      .text("reviewed-in-words", "`reviewed` as people write it.") {
        $0.review.reviewed?.shown(in: $0.language) ?? ""
      },
      .text("due-in-words", "`due` as people write it.") { $0.review.due?.shown(in: $0.language) ?? "" },
    ])
}
