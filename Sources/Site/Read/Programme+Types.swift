import Markdown
import Mustache
import SiteModel

extension Programme {
  /// What an article's templates get as `programme` is made from.
  struct Values {
    let url: [UInt8]
    /// The article that it belongs to: a record of `PageTypes.card`.
    let article: Record
    let parts: [Part]
  }

  struct Part: WithFields {
    let article: Article
    let stage: Int?
    let note: RelationNote?
    let steps: [RenderedArticle.Step]
    let review: PageTypes.ReviewState
    let fields: PageTypes.FieldValues
    /// For each way between parts, in the order of `ways`, those of the same programme.
    let neighbors: [Cards]
  }

  /// A relation between articles of the kind that programmes collect, or its way back.
  struct Way {
    let name: String
    let relation: Int
    let isInverse: Bool
  }

  /// Those that lead from parts of a kind to parts of it. What every part has keeps its name.
  static func ways(of kind: Int, in configuration: SiteConfiguration) -> [Way] {
    let relations = configuration.kinds[kind].relations.enumerated().filter { $1.targets == [kind] }
    let ways =
      relations.map { Way(name: $1.name, relation: $0, isInverse: false) }
      + relations.compactMap { place, relation in
        relation.inverse.map { Way(name: $0, relation: place, isInverse: true) }
      }
    return ways.filter { !takenNames.contains($0.name) }
  }

  private static let takenNames = Set(partNames.map(\.field.name))

  static let step = RecordLayout<RenderedArticle.Step>(
    "step of an exercise",
    [
      .text("number", "Its number in the list.") { Array(String($0.number).utf8) },
      .html("html", "What to do, as the content of an `<li>`, without citation numbers.") {
        $0.html
      },
    ])

  /// What every part has, beside the fields of its kind: no field there can have one of these names.
  static let partNames: [RecordName<Part>] = [
    .text("title", "The article's title.") { $0.article.title },
    .text("url", "The address of its page.") { $0.article.url },
    .text("summary", "Its summary.") { $0.article.summary },
    .text("id", "Its id.") { $0.article.id },
    .text("language", "Its language, if it is not that of this page; otherwise empty.") {
      $0.article.foreign?.tag ?? ""
    },
    PageTypes.direction { $0.article.foreign },
    .list(
      "steps", of: step,
      "The steps of its first numbered list, no matter what comes between them; may be empty."
    ) { $0.steps },
    .text(
      "stage",
      "Its stage, starting at 1; empty if it fits any time, or if `checker` in `site.yaml` has no `stages`."
    ) { $0.stage.map { $0 > 0 ? String($0) : "" } ?? "" },
    .text(
      PageTypes.noteName,
      "What the article says of it, as `{id: step-ups, note: from week 3}` in the relation; may be empty."
    ) { $0.note?.text ?? [] },
    PageTypes.noteLanguage { $0.note },
    PageTypes.direction(PageTypes.noteDirectionName) { $0.note?.foreign },
    .record("review", PageTypes.review, "The state of its clinical review.") { $0.review },
  ]

  /// Whether a template shows what stands in programmes, not just where they are; `article` is what it gets.
  static func showsParts(_ template: Template, _ article: RecordType) -> Bool {
    type(in: article).map { template.uses(partsName, of: $0) || template.uses("has-" + partsName, of: $0) }
      ?? false
  }

  private static func type(in article: RecordType) -> RecordType? {
    guard let programme = article.slot(of: name), case .record(let type) = article.fields[programme].type
    else { return nil }
    return type
  }

  /// The type of the parts, as it stands in what the templates of a kind get.
  static func partType(in article: RecordType) -> RecordType? {
    guard let type = type(in: article), let parts = type.slot(of: partsName),
      case .list(.record(let part)) = type.fields[parts].type
    else { return nil }
    return part
  }

  static let name = "programme"
  private static let partsName = "parts"

  /// `relation` leads to one kind.
  static func layout(for relation: Relation, in configuration: SiteConfiguration) -> RecordLayout<Values> {
    let kind = configuration.kinds[relation.targets[0]]
    let ways = ways(of: relation.targets[0], in: configuration).enumerated().map { place, way in
      RecordName<Part>.cards(
        way.name, "Those of its `\(way.name)` that are in the same program; may be empty."
      ) { $0.neighbors[place] }
    }
    let part = RecordLayout<Part>(
      "part of a programme", partNames + PageTypes.fieldNames(kind.fields) + ways)
    return RecordLayout(
      "programme",
      [
        .text("url", "The address of the program's page.") { $0.url },
        .init("article", .record(PageTypes.card.type), "The article that it belongs to.") {
          .record($0.article)
        },
        .list(
          partsName, of: part,
          "The articles under `\(relation.name)`, each with the fields of its front matter."
        ) { $0.parts },
      ])
  }
}
