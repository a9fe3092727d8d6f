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
  var oversight = Kind.Oversight.clinical
  var list = ListDraft()
  var feed: SettingValue<Bool>?

  package static let block = SettingBlock<KindDraft>([
    .node(
      "folder", "The folder in `Content`, and the first part of the address.", without: nil,
      schema: { _ in .name }
    ) { $1.folder = $0 },
    .text(
      "title", "The heading above lists of its articles.", without: "The kind's name"
    ) { $1.title = $0 },
    .text("summary", "One sentence for the page that lists them.", without: "Empty") { $1.summary = $0 },
    .node(
      "fields", "The extra keys in its front matter.",
      more: "[These keys](writing.md#front-matter) are in every kind.", without: "None",
      schema: { _ in .mapping(to: "field") }
    ) { $1.fields = $0 },
    .node(
      "relations", "How its articles link to other articles.", without: "None",
      schema: { _ in .mapping(to: "relation") }
    ) { $1.relations = $0 },
    .node(
      "programme",
      "The name of a relation to one kind. Each article that uses it gets a second page, which collects the articles listed there.",
      more: "See [below](#programme).", without: "No second page", schema: { _ in .name }
    ) { $1.programme = $0 },
    SettingKey(
      "auto-link",
      "Which names of its articles become links when other articles mention them: `true` (title and `also-known-as`), `synonyms` (only `also-known-as`), `false` (none).",
      without: "`true`", schema: { _ in ["enum": [true, "synonyms", false]] },
      take: {
        let text = $0.asChoice("auto-link", among: Kind.Mentions.allCases.map(\.rawValue), into: &$2)
        if let mentions = text.flatMap(Kind.Mentions.init) { $1.mentions = mentions }
      }),
    .choice(
      "schema-type", "What its articles are about, as a schema.org type.",
      more: "See [below](#schema-type).", without: "Educational pages with no specific subject",
      mustBe: "one of \(SchemaType.names.map { "`\($0)`" }.joined(separator: ", "))"
    ) { (type: SchemaType, draft) in draft.schemaType = type },
    .choice(
      Kind.Oversight.setting,
      "`none`: nothing in its articles is clinical, as with a team or news, so no clinician has to approve them.",
      more: "See [below](#kinds-without-a-clinical-review).", without: "`clinical`"
    ) { $1.oversight = $0 },
    .block(
      "list", "How the lists of its articles look.", more: "See [below](#list).",
      without: "By `order`, then title",
      ListDraft.block, \.list),
    SettingKey(
      "feed", "`true`: its articles have a feed of their own, beside that of the whole site.",
      more: "It says when each one changed: `updated`, or else the date that `archive` names.",
      without: "`false`", schema: { _ in .flag }
    ) {
      if let flag = $0.asBool("feed", into: &$2) {
        $1.feed = flag ? SettingValue(value: true, node: $0) : nil
      }
    },
  ])
}

/// What `site.yaml` says of a relation.
package struct RelationDraft: Sendable {
  var to: Node?
  var inverse: Node?
  var isSymmetric = false
  var countsAsRelated: Bool?
  var isExpected: Bool?
  var isInOrderOfText = false

  package static let block = SettingBlock<RelationDraft>([
    .node(
      "to",
      "The kind it leads to (write plain ids), or a list of kinds (write `kind:id`).", without: nil,
      schema: { _ in ["anyOf": [.name, .array(of: .name)]] }
    ) { $1.to = $0 },
    .node(
      "inverse", "The name of the way back, for the other article's template.", without: "No way back",
      schema: { _ in .name }
    ) { $1.inverse = $0 },
    .flag(
      "symmetric",
      "`true`: it leads to its own kind and shows on both articles, no matter which one lists the other.",
      more: "Leave out `inverse` then.", without: "`false`"
    ) { $1.isSymmetric = $0 },
    .flag(
      "related", "Whether two articles are related if both list the same article.",
      without:
        "`true`; `false` for the relations under `careful-with` and `never-with` in [`checker`](#checker)"
    ) { $1.countsAsRelated = $0 },
    .flag(
      "expected", "Whether an article without this key gets a warning.",
      without:
        "`true` if `to` is a single kind; `false` if symmetric, or under `careful-with` or `never-with`"
    ) { $1.isExpected = $0 },
    .flag(
      "in-order-of-text",
      "`true`: the way back lists first what the other article's text links to first, as in a table of it.",
      more: "What the text does not link to comes last.",
      without: "`false`: most urgent first, then by `order` and title"
    ) { $1.isInOrderOfText = $0 },
  ])
}
