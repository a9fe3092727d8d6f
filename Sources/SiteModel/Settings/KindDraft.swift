import YAML

/// What `site.yaml` says of a kind, before all kinds are known.
package struct KindDraft: Sendable {
  var folder: Node?
  var title: String?
  var summary = ""
  var fields: Node?
  var relations: Node?
  var programme: Node?
  var mentions = Kind.Mentions.titlesAndSynonyms
  var schemaType: SchemaType?

  package static let block = SettingBlock<KindDraft>([
    .node(
      "folder", "The folder below `Content`, and the first part of the address.", without: nil,
      schema: { _ in .name }
    ) { $1.folder = $0 },
    .text(
      "title", "What lists of its articles are headed with.", without: "The kind's name"
    ) { $1.title = $0 },
    .text("summary", "One sentence for the page that lists them.", without: "Empty") { $1.summary = $0 },
    .node(
      "fields", "What its front matter holds of its own.",
      more: "[All kinds have these keys](writing.md#front-matter), too.", without: "None",
      schema: { _ in .mapping(to: "field") }
    ) { $1.fields = $0 },
    .node(
      "relations", "How its articles lead to others.", without: "None",
      schema: { _ in .mapping(to: "relation") }
    ) { $1.relations = $0 },
    .node(
      "programme",
      "The name of a relation to one kind: each article that names anything under it gets a second page, which collects those articles.",
      more: "[Below](#programme).", without: "No such page", schema: { _ in .name }
    ) { $1.programme = $0 },
    SettingKey(
      "auto-link",
      "Which names of its articles become links where others mention them: `true` (title and `also-known-as`), `synonyms` (only the latter), `false`.",
      without: "`true`", schema: { _ in ["enum": [true, "synonyms", false]] },
      take: {
        let text = $0.asChoice("auto-link", among: Kind.Mentions.allCases.map(\.rawValue), into: &$2)
        if let mentions = text.flatMap(Kind.Mentions.init) { $1.mentions = mentions }
      }),
    .choice(
      "schema-type", "What its articles are about, in the words of schema.org.",
      more: "[Below](#schema-type).", without: "Pages that teach, about nothing in particular",
      mustBe: "one of \(SchemaType.names.map { "`\($0)`" }.joined(separator: ", "))"
    ) { (type: SchemaType, draft) in draft.schemaType = type },
  ])
}

/// What `site.yaml` says of a relation.
package struct RelationDraft: Sendable {
  var to: Node?
  var inverse: Node?
  var isSymmetric = false
  var countsAsRelated: Bool?
  var isExpected: Bool?

  package static let block = SettingBlock<RelationDraft>([
    .node(
      "to",
      "The kind it leads to (its ids are then written bare), or a list of kinds (`kind:id`).", without: nil,
      schema: { _ in ["anyOf": [.name, .array(of: .name)]] }
    ) { $1.to = $0 },
    .node(
      "inverse", "What the other article's template calls the way back.", without: "No way back",
      schema: { _ in .name }
    ) { $1.inverse = $0 },
    .flag(
      "symmetric",
      "`true`: it leads to its own kind, and shows on both articles, whichever names the other.",
      more: "No `inverse` then.", without: "`false`"
    ) { $1.isSymmetric = $0 },
    .flag(
      "related", "Whether sharing a target makes two articles related.",
      without:
        "`true`, but `false` for what [`checker`](#checker) names under `careful-with` and `never-with`"
    ) { $1.countsAsRelated = $0 },
    .flag(
      "expected", "Whether an article without the key gets a warning.",
      without:
        "`true` for one with a single kind in `to`; `false` for symmetric ones and for those of `careful-with` and `never-with`"
    ) { $1.isExpected = $0 },
  ])
}
