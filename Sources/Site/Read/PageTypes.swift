import Mustache
import SiteModel

/// What each template may use: every name with its type and meaning, from one declaration that the engine
/// checks templates against, the pages' values are laid out by, and `docs/templates.md` is made from.
package struct PageTypes: Sendable {
  /// For each kind, what its template gets.
  let articles: [RecordType]
  /// The home page: what a `page` gets.
  let home: RecordType
  let index: RecordType
  let notFound: RecordType
  let checker: RecordType
  let search: RecordType
  let site: RecordType
  /// The site's `articles` and `assets`, whose names come from the configuration and the folder.
  let siteArticles: RecordType
  let assets: RecordType

  static let card = RecordType(
    "card",
    [
      .init("title", .text, "The article's title."),
      .init("url", .text, "The address of its page."),
      .init("summary", .text, "Its summary, plain text."),
      .init("kind", .text, "The name of its kind, such as `cause`."),
      .init("kind-title", .text, "The title of its kind, such as `Causes`."),
      .init("id", .text, "Its id, the file's name without `.md`."),
      .init(
        "urgency", .text,
        "The most urgent care level of its red flags, such as `emergency`; empty when it has none."),
      .init("urgency-heading", .text, "That care level in the clinic's words."),
    ])

  static let navigationEntry = RecordType(
    "navigation entry",
    [
      .init("title", .text, "What the link says."),
      .init("url", .text, "Where it leads."),
      .init("is-current", .flag, "Whether this very page is it, or lies under it."),
    ])

  static let breadcrumb = RecordType(
    "breadcrumb",
    [
      .init("title", .text, "The title of a page above this one."),
      .init("url", .text, "Its address."),
    ])

  static let section = RecordType(
    "section",
    [
      .init("id", .text, "What follows `#` in a link to it."),
      .init("title", .html, "The heading."),
    ])

  static let contentsEntry = RecordType(
    "contents entry",
    withPresence(
      section.fields + [.init("sections", .list(.record(section)), "The headings one level deeper.")]))

  static let redFlag = RecordType(
    "red flag",
    [
      .init("id", .text, "The flag's id."),
      .init("text", .text, "Its approved sentence."),
    ])

  static let redFlagGroup = RecordType(
    "red flag group",
    withPresence([
      .init("level", .text, "The care level's name, such as `emergency`."),
      .init("heading", .text, "The care level in the clinic's words."),
      .init("is-emergency", .flag, "Whether it is the most urgent level."),
      .init("flags", .list(.record(redFlag)), "The flags of that level."),
    ]))

  static let kindGroup = RecordType(
    "kind group",
    withPresence([
      .init("kind", .text, "A kind's name."),
      .init("title", .text, "Its title."),
      .init("articles", .list(.record(card)), "The articles of that kind."),
    ]))

  static let kindSummary = RecordType(
    "kind",
    [
      .init("name", .text, "The kind's name, such as `cause`."),
      .init("title", .text, "Its title, such as `Causes`."),
      .init("summary", .text, "What `site.yaml` says it is."),
      .init("url", .text, "The address of the list of all its articles."),
      .init("count", .text, "How many there are."),
    ])

  static let reference = RecordType(
    "reference",
    [
      .init("number", .text, "The number that stands in the text."),
      .init("id", .text, "What the numbers in the text lead to: `ref-1` and so on."),
      .init("text", .html, "Authors, title, journal, year."),
      .init("link", .text, "The work's address (DOI); may be empty."),
      .init("back", .text, "What leads back to the first place that cites it: `cite-1-1` and so on."),
    ])

  static let review = RecordType(
    "review",
    [
      .init("status", .text, "`pending` or `approved`."),
      .init("is-pending", .flag, "Whether no clinician has approved the article yet."),
      .init("is-approved", .flag, "Whether one has."),
      .init("is-overdue", .flag, "Whether it was to be looked at again before today."),
      .init("author", .text, "Who wrote it; may be empty."),
      .init("reviewer", .text, "Who approved it; may be empty."),
      .init("reviewed", .text, "The day of the approval, `YYYY-MM-DD`; may be empty."),
      .init("due", .text, "The day of the next review; may be empty."),
    ])

  static let item = RecordType("item", [.init("html", .html, "One entry, as HTML.")])

  static let image = RecordType(
    "image",
    [
      .init("url", .text, "The picture's address."),
      .init("width", .text, "In pixels."),
      .init("height", .text, "In pixels."),
      .init("alt", .text, "What it shows, for those who cannot see it."),
    ])

  init(_ configuration: SiteConfiguration, assetNames: [String]) {
    let cards = ValueType.list(.record(Self.card))
    assets = RecordType("assets", assetNames.map { .init($0, .text, "The address of the asset.") })
    siteArticles = RecordType(
      "site articles",
      Self.withPresence(
        configuration.kinds.map {
          .init($0.name, cards, "All articles of the kind `\($0.name)`, by `order`, then title.")
        }))
    site = RecordType(
      "site",
      Self.withPresence([
        .init("name", .text, "The clinic's name."),
        .init("description", .text, "`description` of `site.yaml`."),
        .init("origin", .text, "Scheme and host, such as `https://clinic.example`."),
        .init("home-url", .text, "The address of the home page."),
        .init(
          "assets", .record(assets),
          "The addresses of the files in `Templates/assets`: `site.css` is `assets.site-css`."),
        .init("kinds", .list(.record(Self.kindSummary)), "The kinds that have a list of all their articles."),
        .init("checker-url", .text, "The address of the symptom checker; empty when there is none."),
        .init("search-url", .text, "The address of the search; empty when there is no template for it."),
        .init(
          "articles", .record(siteArticles), "All articles, by the name of their kind: `articles.cause`."),
        .init(
          "red-flags", .list(.record(Self.redFlagGroup)),
          "Every red flag, grouped by care level, most urgent first."),
      ]))
    let common = Self.common(site: site)
    articles = configuration.kinds.indices.map { Self.article($0, of: configuration, common: common) }
    home =
      configuration.kinds.firstIndex(where: \.isPage).map { [articles] in articles[$0] }
      ?? Self.article(nil, of: configuration, common: common)
    index = RecordType(
      "index",
      Self.withPresence(
        common + [
          .init("kind", .text, "The kind's name."),
          .init("articles", cards, "All its articles, by `order`, then title."),
        ]))
    notFound = RecordType("404", Self.withPresence(common))
    checker = RecordType("checker", Self.withPresence(common + Self.checkerFields))
    search = RecordType("search", Self.withPresence(common + Self.searchFields))
  }

  /// A section on a list repeats for each entry; `has-…` lets a template write what stands around the list once.
  static func withPresence(_ fields: [RecordType.Field]) -> [RecordType.Field] {
    fields
      + fields.filter { if case .list = $0.type { true } else { false } }
      .map { .init("has-\($0.name)", .flag, "Whether `\($0.name)` has any entry.") }
  }

  /// What every page has, so that one layout serves all.
  private static func common(site: RecordType) -> [RecordType.Field] {
    [
      .init("site", .record(site), "The site as a whole."),
      .init("navigation", .list(.record(navigationEntry)), "`navigation` of `site.yaml`."),
      .init("title", .text, "The page's title."),
      .init("summary", .text, "Its summary."),
      .init("head-title", .text, "The title for the browser's tab: the page's, then the clinic's name."),
      .init("url", .text, "The page's address, without the host."),
      .init("canonical", .text, "The page's whole address."),
      .init("language", .text, "The site's language, such as `en-US`."),
      .init("is-home", .flag, "Whether this is the home page."),
      .init("is-indexable", .flag, "Whether search engines may list it: not before a clinician approved it."),
      .init("breadcrumbs", .list(.record(breadcrumb)), "The pages above this one, from the home page down."),
      .init("structured-data", .html, "The page's JSON-LD, ready to stand in the head; may be empty."),
      .init(
        "feed-url", .text,
        "The address of the feed of changed articles; empty when no article says `updated`."),
      .init("manifest-url", .text, "The address of the web app manifest."),
      .init("content-policy", .text, "What the page may load, for a `Content-Security-Policy` in the head."),
    ]
  }

  private static func article(
    _ index: Int?, of configuration: SiteConfiguration, common: [RecordType.Field]
  ) -> RecordType {
    let cards = ValueType.list(.record(card))
    var fields =
      common + [
        .init("kind", .text, "The name of the article's kind."),
        .init("id", .text, "The article's id."),
        .init("body", .html, "The article's text."),
        .init(
          "contents", .list(.record(contentsEntry)), "Its headings; empty when there are fewer than three."),
        .init("aliases", .list(.text), "`also-known-as`."),
        .init(
          "warnings", .list(.record(redFlagGroup)),
          "Its `red-flags`, grouped by care level, most urgent first."),
        .init(
          "linked-from", .list(.record(kindGroup)), "The articles whose text links here, grouped by kind."),
        .init("related", cards, "Up to six articles that share most relations with this one."),
        .init("references", .list(.record(reference)), "The works it cites."),
        .init("review", .record(review), "The state of its clinical review."),
        .init("updated-on", .text, "`updated`; may be empty."),
      ]
    guard let index else { return RecordType("page", withPresence(fields)) }
    let kind = configuration.kinds[index]
    fields += kind.fields.map { .init($0.name, type(of: $0), meaning(of: $0)) }
    fields += kind.relations.map {
      .init($0.name, cards, "The articles that its front matter names under `\($0.name)`.")
    }
    for inverse in Inverse.all(leadingTo: index, in: configuration) {
      let other = configuration.kinds[inverse.kind]
      fields.append(
        .init(
          inverse.name, cards,
          "The articles of the kind `\(other.name)` that name it under `\(other.relations[inverse.relation].name)`."
        ))
    }
    if let programme = kind.programme {
      fields.append(
        .init(
          "programme", .record(Programme.type(for: kind.relations[programme], in: configuration)),
          "The page that collects its `\(kind.relations[programme].name)`; absent when it names none."))
    }
    return RecordType(kind.name, withPresence(fields))
  }

  /// How many articles with the same choice a page gets, so that pages do not grow with the site.
  static let choiceLimit = 100

  static func type(of field: Field) -> ValueType {
    switch (field.type.shown, field.isList) {
    case (.html, true): .list(.record(item))
    case (_, true): .list(single(field.type.shown))
    case (_, false): single(field.type.shown)
    }
  }

  static func single(_ shown: Shown) -> ValueType {
    switch shown {
    case .text: .text
    case .flag: .flag
    case .html: .html
    case .picture: .record(image)
    case .choice(let choices):
      .record(
        RecordType(
          "choice",
          withPresence(
            [
              .init("value", .text, "The choice made."),
              .init(
                "articles", .list(.record(card)),
                "The other articles of the kind with the same choice, the first \(choiceLimit) of them."),
            ] + choices.map { .init("is-\($0)", .flag, "Whether it is `\($0)`.") })))
    case .group(let inner):
      .record(
        RecordType("group", withPresence(inner.map { .init($0.name, Self.type(of: $0), meaning(of: $0)) })))
    }
  }

  static func meaning(of field: Field) -> String { "The field `\(field.name)` of its front matter." }
}

/// The other direction of a relation, as a target's page sees it.
struct Inverse: Sendable {
  let name: String
  /// The kind that declares the relation, and the relation's place in it.
  let kind: Int
  let relation: Int

  static func all(leadingTo target: Int, in configuration: SiteConfiguration) -> [Inverse] {
    var inverses: [Inverse] = []
    for (kind, one) in configuration.kinds.enumerated() {
      for (relation, declared) in one.relations.enumerated() where declared.targets.contains(target) {
        if let name = declared.inverse {
          inverses.append(Inverse(name: name, kind: kind, relation: relation))
        }
      }
    }
    return inverses
  }
}
