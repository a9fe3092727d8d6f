import Markdown
import Mustache
import SiteModel
import YAML

/// What the parts of pages are made from, and their names.
extension PageTypes {
  struct Card {
    let article: Article
    let kind: Kind
    let details: [CardDetail]
    /// The most urgent care level of its red flags.
    let urgency: CareHeading?
    /// The label of the flag that makes the card stand out, where the article sets it.
    let highlight: String
    let programmeURL: [UInt8]
  }

  static let highlightName = "highlight"

  static let detailsName = "details"
  static let noteName = "note"
  private static let noteLanguageName = "note-language"
  static let noteDirectionName = "note-direction"
  /// An article's text, its red flags, and whose its pictures are.
  static let bodyName = "body"
  static let warningsName = "warnings"
  static let creditsName = "picture-credits"

  /// A card with a note.
  static func card(_ record: Record, with note: RelationNote) -> Record {
    var values = record.values
    values[card.slot(of: noteName)] = .text(note.text)
    values[card.slot(of: noteLanguageName)] = .text(Array((note.foreign?.tag ?? "").utf8))
    values[card.slot(of: noteDirectionName)] = .text(Array((note.foreign?.turnedDirection ?? "").utf8))
    return Record(card.type, values)
  }

  static let card = RecordLayout<Card>(
    "card",
    [
      .text("title", "The article's title.") { $0.article.title },
      .text("url", "The address of its page.") { $0.article.url },
      .text("summary", "Its summary, plain text.") { $0.article.summary },
      .text("kind", "The name of its kind, such as `cause`.") { $0.kind.name },
      .text("kind-title", "The title of its kind, such as `Causes`.") { $0.kind.title },
      .text("id", "Its id: the file name without `.md`.") { $0.article.id },
      .text(
        "urgency",
        "The most urgent care level of its red flags, such as `emergency`; empty if it has none."
      ) { $0.urgency?.name ?? "" },
      .text("language", "Its language, if it is not that of this page; otherwise empty.") {
        $0.article.foreign?.tag ?? ""
      },
      .text("language-name", "What that language calls itself; otherwise empty.") {
        $0.article.foreign?.name ?? ""
      },
      direction { $0.article.foreign },
      .text("urgency-heading", "That care level in the clinic's own words.") { $0.urgency?.heading ?? "" },
      .text(
        highlightName,
        "What the card stands out with: `label` of the flag that `list: {highlight: …}` of its kind names, if the article sets it; otherwise empty."
      ) { $0.highlight },
      .text("programme-url", "The address of its program; empty if it has none.") { $0.programmeURL },
      .text(
        noteName,
        "What this page's front matter says of it, as `{id: step-ups, note: from week 3}` in a relation; may be empty."
      ) { _ in [] },
      noteLanguage { (_: Card) in nil },
      direction(noteDirectionName) { (_: Card) in nil },
      .list(detailsName, of: CardDetail.layout, "The fields that `list: {card: …}` of its kind names.") {
        $0.details
      },
    ])

  /// How words in another language than the page's are written, for `dir`.
  static func direction<Source>(
    _ name: String = "direction", _ language: @escaping @Sendable (Source) -> SiteLanguage?
  ) -> RecordName<Source> {
    .text(name, "How that is written, `ltr` or `rtl`, if that is not how this page is; otherwise empty.") {
      language($0)?.turnedDirection ?? ""
    }
  }

  /// Of what may have a note.
  static func noteLanguage<Source>(
    _ note: @escaping @Sendable (Source) -> RelationNote?
  ) -> RecordName<Source> {
    .text(noteLanguageName, "The language of that note, if it is not that of this page; otherwise empty.") {
      note($0)?.foreign?.tag ?? ""
    }
  }

  struct NavigationEntry {
    let title: [UInt8]
    let url: [UInt8]
    let isCurrent: Bool
    let isExternal: Bool
    let language: SiteLanguage?
    var items: [NavigationEntry] = []
  }

  static let menuItem = RecordLayout<NavigationEntry>(
    "menu item",
    [
      .text("title", "The text of the link.") { $0.title },
      .text("url", "Where it goes.") { $0.url },
      .flag("is-current", "Whether this page is the entry's page, or is below it.") { $0.isCurrent },
      isExternal, foreign, direction { $0.language },
    ])

  static let navigationEntry = RecordLayout<NavigationEntry>(
    "navigation entry",
    [
      .text("title", "The text of the link, or the name of the submenu.") { $0.title },
      .text("url", "Where it goes; empty for a submenu.") { $0.url },
      .flag(
        "is-current",
        "Whether this page is the entry's page, or is below it; for a submenu, whether that is so for one of its entries."
      ) { $0.isCurrent },
      isExternal, foreign, direction { $0.language },
      .list(itemsName, of: menuItem, "The entries of the submenu.") { $0.items },
    ])

  static let itemsName = "items"

  private static let foreign = RecordName<NavigationEntry>.text(
    "language", "The language of its page, if it is not that of this page; otherwise empty."
  ) { $0.language?.tag ?? "" }

  private static let isExternal = RecordName<NavigationEntry>.flag(
    "is-external", "Whether `site.yaml` gives its address (`url`), not a page of this site."
  ) { $0.isExternal }

  struct Breadcrumb {
    let title: [UInt8]
    let url: [UInt8]
  }

  static let breadcrumb = RecordLayout<Breadcrumb>(
    "breadcrumb",
    [
      .text("title", "The title of a page above this one.") { $0.title },
      .text("url", "Its address.") { $0.url },
    ])

  struct ContentsEntry {
    let heading: RenderedArticle.Heading
    /// The letter with which it begins, as a capital; empty if the heading before begins with the same one.
    var letter: [UInt8] = []
    var sections: [ContentsEntry] = []
  }

  private static let heading: [RecordName<ContentsEntry>] = [
    .text("id", "The part after `#` in a link to it.") { $0.heading.id },
    .html("title", "The heading.") { $0.heading.html },
  ]

  static let section = RecordLayout("section", heading)

  static let contentsEntry = RecordLayout<ContentsEntry>(
    "contents entry",
    heading + [
      .text(
        "letter",
        "The letter with which it begins, if the entry before begins with another; otherwise empty. For a line of letters above a long list."
      ) { $0.letter },
      .list("sections", of: section, "The headings one level down.") { $0.sections },
    ])

  static let redFlag = RecordLayout<RedFlags.Flag>(
    "red flag",
    [
      .text("id", "The flag's id.") { $0.id },
      .text("text", "Its approved sentence.") { $0.text },
      .text("language", "The language of that, if it is not that of this page; otherwise empty.") {
        $0.foreign?.tag ?? ""
      },
      direction { $0.foreign },
      .flag("is-stale", "Whether the original has changed since that was translated.") { $0.isStale },
    ])

  struct RedFlagGroup {
    let level: CareHeading
    let flags: [RedFlags.Flag]
  }

  static let redFlagGroup = RecordLayout<RedFlagGroup>(
    "red flag group",
    [
      .text("level", "The care level's name, such as `emergency`.") { $0.level.name },
      .text("heading", "The care level in the clinic's own words.") { $0.level.heading },
      .text("language", "The language of that, if it is not that of this page; otherwise empty.") {
        $0.level.foreign?.tag ?? ""
      },
      direction { $0.level.foreign },
      .flag("is-stale", "Whether the original of the heading has changed since it was translated.") {
        $0.level.isStale
      },
      .flag("is-emergency", "Whether it is the most urgent level.") { $0.level.name == CareHeading.names[0] },
      .list("flags", of: redFlag, "The flags of that level.") { $0.flags },
    ])

  struct KindGroup {
    let kind: Kind
    let articles: Cards
  }

  static let kindGroup = RecordLayout<KindGroup>(
    "kind group",
    [
      .text("kind", "A kind's name.") { $0.kind.name },
      .text("title", "Its title.") { $0.kind.title },
      .cards("articles", "The articles of that kind.") { $0.articles },
    ])

  struct KindSummary {
    let kind: Kind
    let url: [UInt8]
    let count: Int
  }

  static let kindSummary = RecordLayout<KindSummary>(
    "kind",
    [
      .text("name", "The kind's name, such as `cause`.") { $0.kind.name },
      .text("title", "Its title, such as `Causes`.") { $0.kind.title },
      .text("summary", "Its summary in `site.yaml`.") { $0.kind.summary },
      .text("url", "The address of the list of all its articles.") { $0.url },
      .text("count", "How many there are.") { String($0.count) },
    ])

  struct Citation {
    let number: Int
    let work: References.Reference
  }

  /// Whose a picture or video of the page is.
  static let pictureCredit = RecordLayout<PictureCredit>(
    "picture-credit",
    [
      .text("credit", "Whose it is.") { $0.credit },
      .text("license", "What others may do with it; may be empty.") { $0.license ?? "" },
      .text("license-url", "Where the license can be read; may be empty.") { $0.licenseURL?.bytes ?? [] },
      .text("source", "The page that it is from; may be empty.") { $0.source?.bytes ?? [] },
    ])

  static let reference = RecordLayout<Citation>(
    "reference",
    [
      .text("number", "The number shown in the text.") { String($0.number) },
      .text("id", "The anchor that the numbers in the text link to: `ref-1` and so on.") {
        "ref-\($0.number)"
      },
      .html("text", "Authors, title, journal, year.") { $0.work.html },
      .text("link", "The work's address (DOI); may be empty.") { $0.work.link },
      .text("back", "The anchor of the first place that cites it: `cite-1-1` and so on.") {
        "cite-\($0.number)-1"
      },
    ])
}
