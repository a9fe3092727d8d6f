import Mustache
import SiteModel

extension PageTypes {
  /// What an article's page is made from. A class for the same reason as `PageValues`.
  final class ArticleValues: OnPage, WithFields {
    let page: PageValues
    let article: Article
    let kind: Kind
    let body: [UInt8]
    let contents: [ContentsEntry]
    let warnings: [RedFlagGroup]
    let linkedFrom: [KindGroup]
    let related: Cards
    let references: [Citation]
    let credits: [PictureCredit]
    let review: ReviewState
    let translation: Translation?
    let fields: FieldValues
    let facts: [ArticleFact]
    /// For each relation of the kind, then for each that leads to it.
    let relations: [Cards]
    let inverses: [Cards]
    let programme: Programme.Values?

    init(
      page: PageValues, article: Article, kind: Kind, body: [UInt8], contents: [ContentsEntry],
      warnings: [RedFlagGroup],
      linkedFrom: [KindGroup], related: Cards, references: [Citation], credits: [PictureCredit],
      review: ReviewState,
      translation: Translation?, fields: FieldValues, facts: [ArticleFact], relations: [Cards],
      inverses: [Cards],
      programme: Programme.Values?
    ) {
      self.page = page
      self.article = article
      self.kind = kind
      self.body = body
      self.contents = contents
      self.warnings = warnings
      self.linkedFrom = linkedFrom
      self.related = related
      self.references = references
      self.credits = credits
      self.review = review
      self.translation = translation
      self.fields = fields
      self.facts = facts
      self.relations = relations
      self.inverses = inverses
      self.programme = programme
    }
  }

  /// How many entries of a list stand before the rest of it, which a template may fold.
  private static let firstCount = 3

  /// A list that grows with the site, and the same in two: what a page shows at once, and what it may fold.
  private static func cut(
    _ name: String, _ meaning: String, _ cards: @escaping @Sendable (ArticleValues) -> Cards
  ) -> [RecordName<ArticleValues>] {
    [
      .cards(name, meaning, cards),
      .cards(Relation.cuts.first + name, "The first \(firstCount) of `\(name)`.") {
        cards($0).first(firstCount)
      },
      .cards(Relation.cuts.rest + name, "The others of `\(name)`; empty if there are none.") {
        cards($0).dropFirst(firstCount)
      },
    ]
  }

  /// What articles of every kind have.
  private static let ownNames: [RecordName<ArticleValues>] =
    [
      .text("kind", "The name of the article's kind.") { $0.kind.name },
      .text("id", "The article's id.") { $0.article.id },
      .html(bodyName, "The article's text.") { $0.body },
      .list("contents", of: contentsEntry, "Its headings; empty when there are fewer than three.") {
        $0.contents
      },
      .texts("aliases", "`also-known-as`.") { $0.article.synonyms.map(\.bytes) },
      .list(
        warningsName, of: redFlagGroup, "Its `red-flags`, grouped by care level, most urgent first."
      ) { $0.warnings },
      .list("linked-from", of: kindGroup, "The articles whose text links here, grouped by kind.") {
        $0.linkedFrom
      },
    ]
    + cut("related", "Up to six articles that share the most relations with this one.") { $0.related }
    + [
      .list(
        factsName, of: ArticleFact.layout,
        "The fields that its front matter states, in the order of `site.yaml`, but for those that the template shows by name."
      ) { $0.facts },
      .list("references", of: reference, "The works it cites.") { $0.references },
      .list(
        creditsName, of: pictureCredit, "Whose its pictures and videos are, each once."
      ) { $0.credits },
      .record("review", review, "The state of its clinical review.") { $0.review },
      .record(
        "translation", translation,
        "What a translation is of; absent for a page in the site's first language."
      ) { $0.translation },
      .text("updated-on", "`updated`; may be empty.") { $0.article.updated?.text ?? "" },
      .text("updated-in-words", "`updated` as people write it, such as November 28, 2026.") {
        $0.article.updated?.shown(in: String(decoding: $0.page.facts.language, as: UTF8.self)) ?? ""
      },
    ]

  static let factsName = "facts"

  /// Names that articles of every kind have, and so no field or relation can have.
  static let reservedNames = Set(
    (pageNames(site: RecordType("site", [])) + ownNames).map(\.field.name)
      + [Programme.name, TemplateWords.name])

  /// For a kind's articles; for a home page of a site without pages, when `index` is nil.
  static func article(
    _ index: Int?, of configuration: SiteConfiguration, site: RecordType
  ) -> RecordLayout<ArticleValues> {
    RecordLayout(
      index.map { configuration.kinds[$0].name } ?? "page",
      pageNames(site: site) + ownNames
        + (index.map { kindNames($0, of: configuration) } ?? fieldNames(FrontMatterKey.fields)))
  }

  /// What `site.yaml` declares for a kind.
  private static func kindNames(
    _ index: Int, of configuration: SiteConfiguration
  ) -> [RecordName<ArticleValues>] {
    let kind = configuration.kinds[index]
    var names: [RecordName<ArticleValues>] = fieldNames(kind.fields)
    for (place, relation) in kind.relations.enumerated() {
      let meaning = "The articles that its front matter lists under `\(relation.name)`."
      names.append(.cards(relation.name, meaning) { $0.relations[place] })
    }
    for (place, inverse) in Inverse.all(leadingTo: index, in: configuration).enumerated() {
      let other = configuration.kinds[inverse.kind]
      let meaning =
        "The articles of the kind `\(other.name)` that list it under `\(other.relations[inverse.relation].name)`."
      names += cut(inverse.name, meaning) { $0.inverses[place] }
    }
    if let programme = kind.programme {
      names.append(
        .record(
          Programme.name, Programme.layout(for: kind.relations[programme], in: configuration),
          "The page that collects its `\(kind.relations[programme].name)`; absent if it lists none."
        ) { $0.programme })
    }
    return names
  }
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
