/// What rendering one article needs to know of it and of its site.
public struct ArticleOptions: Sendable {
  /// The file's name in diagnostics.
  public var file: String
  /// The line of the file on which the body begins, from 1.
  public var firstLine: Int
  /// This article's own index: it is never linked to automatically on its own page.
  public var article: Int?
  /// Whether first mentions of other articles become links.
  public var autoLink = true
  /// Articles that are not linked to automatically on this page.
  public var articlesNotLinked: Set<Int> = []
  /// Terms that are not linked automatically on this page, as `MentionIndex.folded(_:)` gives them.
  public var termsNotLinked: Set<[UInt8]> = []
  /// Whether raw HTML is allowed.
  public var rawHTML = false
  /// The level of the heading that the body stands under: a care card before any heading is one deeper.
  public var sectionLevel = 1
  /// Identifiers that the page uses outside the body: no heading gets one of these.
  public var reservedIdentifiers: Set<[UInt8]> = []
  /// The words that the page shows on its own account.
  public var labels = MarkdownLabels()
  /// Whether the result says on which lines of the file each block stands.
  public var locatesText = false
  /// Whether the result has the text as runs.
  public var collectsText = true
  /// For an exercise: the address of its page. The result then has the exercise's steps.
  public var stepsURL: [UInt8]?
  /// Whether marks that were meant as Markdown and are shown as they were typed are warned of.
  public var findsUnreadMarkdown = true
  /// Whether the result says how many words the article has.
  public var countsWords = true
  /// A longer body is refused.
  public var maximumBytes = 1_000_000

  public init(file: String, firstLine: Int = 1, article: Int? = nil) {
    self.file = file
    self.firstLine = firstLine
    self.article = article
  }
}

/// The words that a rendered article adds to what its author wrote, in the site's language.
public struct MarkdownLabels: Sendable {
  public var note = "Note"
  public var tip = "Tip"
  public var important = "Important"
  public var warning = "Warning"
  public var caution = "Caution"
  public var emergency = "Emergency"
  /// The heading of every emergency callout.
  public var emergencyHeading = "Call 911 or go to an emergency room now"
  public var footnotes = "Footnotes"
  public var footnote = "Footnote"
  public var backToFootnote = "Back to the text of footnote"
  public var reference = "Reference"
  public var table = "Table"

  public init() {}
}
