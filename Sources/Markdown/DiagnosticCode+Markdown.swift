import Diagnostics

extension DiagnosticCode {
  /// Nested or repeated so much that reading it would take unreasonable time.
  package static let tooComplex: DiagnosticCode = "too-complex"
  /// HTML in Markdown.
  package static let rawHTML: DiagnosticCode = "raw-html"
  /// What the page's own content policy would break.
  package static let contentPolicy: DiagnosticCode = "content-policy"
  /// A link without text to a target that has no title.
  package static let emptyLink: DiagnosticCode = "empty-link"
  /// A video in a line of text.
  package static let misplacedVideo: DiagnosticCode = "misplaced-video"
  /// A heading of level one in a body: the title is the page's.
  package static let headingLevelOne: DiagnosticCode = "heading-level-one"
  /// A heading without text.
  package static let emptyHeading: DiagnosticCode = "empty-heading"
  /// A citation of a reference that the site does not have.
  package static let unknownCitation: DiagnosticCode = "unknown-citation"
  /// Something that begins as a citation and does not go on as one.
  package static let malformedCitation: DiagnosticCode = "malformed-citation"
  /// A citation or footnote reference inside a link.
  package static let nestedLink: DiagnosticCode = "nested-link"
  /// A footnote that is referred to but not written.
  package static let undefinedFootnote: DiagnosticCode = "undefined-footnote"
  /// A footnote that is written but not referred to.
  package static let unusedFootnote: DiagnosticCode = "unused-footnote"
  /// Two footnotes of one name.
  package static let duplicateFootnote: DiagnosticCode = "duplicate-footnote"
  /// A footnote whose first line has no text.
  package static let emptyFootnote: DiagnosticCode = "empty-footnote"
  /// A footnote's text inside a list or quote.
  package static let misplacedFootnote: DiagnosticCode = "misplaced-footnote"
  /// A callout of a kind that there is not.
  package static let unknownCallout: DiagnosticCode = "unknown-callout"
  /// A callout that says nothing.
  package static let emptyCallout: DiagnosticCode = "empty-callout"
  /// What looks like a callout and would be ordinary text.
  package static let unreadCallout: DiagnosticCode = "unread-callout"
  /// Marks that were meant as Markdown and are shown as they were typed.
  package static let unreadMarkdown: DiagnosticCode = "unread-markdown"
  /// A `>` or `+` before a number that begins a quote or list and is not shown.
  package static let lostSign: DiagnosticCode = "lost-sign"
  /// Steps of an exercise that its printed program would not have.
  package static let lostSteps: DiagnosticCode = "lost-steps"
  /// A table's row with more cells than its header.
  package static let tableRowTooLong: DiagnosticCode = "table-row-too-long"
  /// A table whose header and delimiter row differ in their number of cells.
  package static let tableHeaderMismatch: DiagnosticCode = "table-header-mismatch"
  /// A block (list, heading, several paragraphs) where one line of text belongs.
  package static let notInline: DiagnosticCode = "not-inline"
  /// A video without captions.
  package static let missingCaptions: DiagnosticCode = "missing-captions"
  /// A video that shows nothing until it plays.
  package static let missingPoster: DiagnosticCode = "missing-poster"
}
