import Diagnostics

extension DiagnosticCode {
  // site.yaml
  /// Settings of `site.yaml` that contradict each other.
  package static let badConfiguration: DiagnosticCode = "bad-configuration"
  /// A name of a kind, field, relation or flag that cannot be one.
  package static let badName: DiagnosticCode = "bad-name"
  /// A kind that `site.yaml` does not declare.
  package static let unknownKind: DiagnosticCode = "unknown-kind"

  // Articles
  /// A file without content.
  package static let emptyFile: DiagnosticCode = "empty-file"
  /// A file that is not UTF-8 text.
  package static let notUTF8: DiagnosticCode = "not-utf-8"
  /// An article without front matter.
  package static let frontMatterMissing: DiagnosticCode = "front-matter-missing"
  /// Front matter whose closing `---` is missing.
  package static let frontMatterUnclosed: DiagnosticCode = "front-matter-unclosed"
  /// A file name that is no id.
  package static let badFileName: DiagnosticCode = "bad-file-name"
  /// A title or summary that is too long.
  package static let textTooLong: DiagnosticCode = "text-too-long"
  /// An article that would expire before it is published.
  package static let datesOutOfOrder: DiagnosticCode = "dates-out-of-order"

  // Relations and links
  /// An article that nothing leads to (a warning).
  package static let orphan: DiagnosticCode = "orphan"
  /// A red flag declared wrongly.
  package static let badRedFlag: DiagnosticCode = "bad-red-flag"

  // Words (all warnings)
  /// A section whose reading age is over 14.
  package static let hardToRead: DiagnosticCode = "hard-to-read"
  /// A sentence of more than 30 words.
  package static let longSentence: DiagnosticCode = "long-sentence"
  /// A word of the site's jargon that nothing explains.
  package static let unexplainedWord: DiagnosticCode = "unexplained-word"
  /// A promise or judgement that nobody can make, such as "guarantee" or "you have".
  package static let absoluteClaim: DiagnosticCode = "absolute-claim"
  /// A heading more than one level below the one before it.
  package static let skippedHeading: DiagnosticCode = "skipped-heading"
  /// A link such as "here", which does not say where it leads.
  package static let vagueLink: DiagnosticCode = "vague-link"

  // References and pictures
  /// A work in `references.json` that cannot be cited.
  package static let badReference: DiagnosticCode = "bad-reference"
  /// Two works with one key.
  package static let duplicateReference: DiagnosticCode = "duplicate-reference"

  // Clinical review
  /// Dates or names of a review that contradict each other.
  package static let reviewInvalid: DiagnosticCode = "review-invalid"
  /// A review whose day has passed.
  package static let reviewOverdue: DiagnosticCode = "review-overdue"
  /// A review of a text that changed afterwards.
  package static let reviewOutdated: DiagnosticCode = "review-outdated"
  /// A review that is due within 60 days.
  package static let reviewDueSoon: DiagnosticCode = "review-due-soon"
  /// What nobody has approved, where the site wants it approved.
  package static let reviewPending: DiagnosticCode = "review-pending"

  // Translations
  /// A translation gives again what only the original can say.
  package static let translationFact: DiagnosticCode = "translation-fact"
  /// A text of the original is missing in a language.
  package static let translationMissing: DiagnosticCode = "translation-missing"
  /// A translation whose original has changed since.
  package static let translationStale: DiagnosticCode = "translation-stale"
  /// A text of a translation that is still the original's.
  package static let translationUntranslated: DiagnosticCode = "translation-untranslated"
  /// A number of the original that a translation lacks, or one that it has instead.
  package static let translationNumbers: DiagnosticCode = "translation-numbers"
  /// A text that says not where its original does not, or the reverse.
  package static let translationNegation: DiagnosticCode = "translation-negation"
  package static let stageCount: DiagnosticCode = "stage-count"
}
