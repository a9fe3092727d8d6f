import Diagnostics

extension DiagnosticCode {
  /// The body is longer than the site allows.
  public static let articleTooLarge: DiagnosticCode = "article-too-large"
  /// A control character, a noncharacter or a change of writing direction.
  public static let badCharacter: DiagnosticCode = "bad-character"
  /// Nested or repeated so much that reading it would take unreasonable time.
  public static let tooComplex: DiagnosticCode = "too-complex"
  /// HTML in Markdown.
  public static let rawHTML: DiagnosticCode = "raw-html"
  /// A link or image that would run a script or carry its content in the address.
  public static let unsafeLink: DiagnosticCode = "unsafe-link"
  /// A link without text to a target that has no title.
  public static let emptyLink: DiagnosticCode = "empty-link"
  /// An image without alternative text.
  public static let missingAlt: DiagnosticCode = "missing-alt"
  /// A heading of level one in a body: the title is the page's.
  public static let headingLevelOne: DiagnosticCode = "heading-level-one"
  /// A heading without text.
  public static let emptyHeading: DiagnosticCode = "empty-heading"
  /// A citation of a reference that the site does not have.
  public static let unknownCitation: DiagnosticCode = "unknown-citation"
  /// Something that begins as a citation and does not go on as one.
  public static let malformedCitation: DiagnosticCode = "malformed-citation"
  /// A citation or footnote reference inside a link.
  public static let nestedLink: DiagnosticCode = "nested-link"
  /// A footnote that is referred to but not written.
  public static let undefinedFootnote: DiagnosticCode = "undefined-footnote"
  /// A footnote that is written but not referred to.
  public static let unusedFootnote: DiagnosticCode = "unused-footnote"
  /// Two footnotes of one name.
  public static let duplicateFootnote: DiagnosticCode = "duplicate-footnote"
  /// A footnote whose first line has no text.
  public static let emptyFootnote: DiagnosticCode = "empty-footnote"
  /// A footnote's text inside a list or quote.
  public static let misplacedFootnote: DiagnosticCode = "misplaced-footnote"
  /// A callout of a kind that there is not.
  public static let unknownCallout: DiagnosticCode = "unknown-callout"
  /// A callout that says nothing.
  public static let emptyCallout: DiagnosticCode = "empty-callout"
  /// What looks like a callout and would be ordinary text.
  public static let unreadCallout: DiagnosticCode = "unread-callout"
  /// Marks that were meant as Markdown and are shown as they were typed.
  public static let unreadMarkdown: DiagnosticCode = "unread-markdown"
  /// A table's row with more cells than its header.
  public static let tableRowTooLong: DiagnosticCode = "table-row-too-long"
  /// A table whose header and delimiter row differ in their number of cells.
  public static let tableHeaderMismatch: DiagnosticCode = "table-header-mismatch"
  /// A block (list, heading, several paragraphs) where one line of text belongs.
  public static let notInline: DiagnosticCode = "not-inline"
}
