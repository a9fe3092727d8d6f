import Text

/// What rendering one article needs to know of it and of its site.
package struct ArticleOptions: Sendable {
  /// The file's name in diagnostics.
  package var file: String
  /// The line of the file on which the body begins, from 1.
  package var firstLine: Int
  /// This article's own index: it is never linked to automatically on its own page.
  package var article: Int?
  /// Whether first mentions of other articles become links.
  package var autoLink = true
  /// Terms that are not linked automatically on this page, as `MentionIndex.folded(_:)` gives them.
  package var termsNotLinked: Set<[UInt8]> = []
  /// Names that too many articles mention for a link to be worth anything, as `MentionIndex.name(ofFolded:)` gives them.
  package var commonNames: Set<UInt64> = []
  /// Whether raw HTML is allowed.
  package var rawHTML = false
  /// From where the page may load beside its own site; nil when nobody minds.
  package var sources: ContentSources?
  /// The address of the script that shows frames of other sites when they are asked for; empty when pages show none.
  package var frameScript: [UInt8] = []
  /// Identifiers that the page uses outside the body: no heading gets one of these.
  package var reservedIdentifiers: Set<[UInt8]> = []
  /// The words that the page shows on its own account.
  package var labels = MarkdownLabels()
  /// For an exercise: the address of its page. The result then has the exercise's steps.
  package var stepsURL: [UInt8]?
  /// Whether readers act on all of it, as on a text of the checker: nothing in it may be crossed out.
  package var isGuidance = false
  /// Whether marks that were meant as Markdown and are shown as they were typed are warned of.
  package var findsUnreadMarkdown = true
  /// Whether the result says where each destination is written: for who changes them.
  package var keepsDestinations = false
  /// A longer body is refused.
  package var maximumBytes = 1_000_000

  package init(file: String, firstLine: Int = 1, article: Int? = nil) {
    self.file = file
    self.firstLine = firstLine
    self.article = article
  }
}

/// The words that a rendered article adds to what its author wrote: all of them stand here.
package struct MarkdownLabels: Hashable, Sendable {
  package var note = "Note"
  package var tip = "Tip"
  package var important = "Important"
  package var warning = "Warning"
  package var caution = "Caution"
  package var emergency = "Emergency"
  /// The heading of every emergency callout.
  package var emergencyHeading = "Call 911 or go to an emergency room now"
  package var footnotes = "Footnotes"
  package var footnote = "Footnote"
  package var backToFootnote = "Back to the text of footnote"
  package var reference = "Reference"
  package var table = "Table"
  /// About the frame of another site, until a visitor asks for it: `{title}` and `{host}` stand for its own.
  package var frameButton = "Show “{title}” from {host}. It will learn that you are here."
  package var frameButtonUntitled = "Show the page from {host}. It will learn that you are here."
  package var frameTitle = "A page of {host}"
  package var frameUnknown = "A page of another site"
  package var videoTranscript = "What is said in this video"
  package var videoFile = "Download this video"
  /// In place of straight quotation marks; nil for those of English.
  package var quotationMarks: QuotationMarks?

  package init() {}

  /// Every text, for who has to know whether one is another.
  package var all: [String] {
    [
      note, tip, important, warning, caution, emergency, emergencyHeading, footnotes, footnote,
      backToFootnote, reference, table, frameButton, frameButtonUntitled, frameTitle, frameUnknown,
      videoTranscript, videoFile,
    ]
  }
}
