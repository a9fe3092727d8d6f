import SiteModel

extension SiteInventory {
  /// The schema of `site.yaml`.
  package var settingsSchema: String {
    Schema.document(
      title: "The settings of a site",
      .object(
        [
          ("name", Schema.words.described("The clinic's name.")),
          ("description", .words),
          (
            "base-url",
            Schema.members([("type", "string"), ("pattern", "^https?://[^/]+(/.*)?$")]).described(
              "Where the site will be served, such as https://clinic.example/.")
          ),
          ("language", ["type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"]),
          ("clinic-type", .choice(SchemaType.clinics)),
          (
            "navigation",
            Schema.array(of: .choice(navigationTargets)).described("The entries of the menu, in order.")
          ),
          (
            "review",
            .object([
              ("unreviewed", Self.policy), ("overdue", Self.policy),
              ("months", ["type": "integer", "minimum": 1, "maximum": 120]),
            ])
          ),
          (
            "markdown",
            .object([
              ("raw-html", .flag), ("max-bytes", ["type": "integer", "minimum": 1, "maximum": 67_108_864]),
            ])
          ),
          ("auto-link", .object([("never", .array(of: .words))])),
          ("writing", writing), (CheckerSettings.Key.setting, checker),
          (
            "kinds",
            ["type": "object", "propertyNames": .name, "additionalProperties": ["$ref": "#/$defs/kind"]]
          ),
        ], required: ["name", "base-url", "kinds"]
      ).with(["$defs": ["kind": Self.kind, "field": Self.field, "relation": Self.relation]])
    ).json
  }

  private var navigationTargets: [String] {
    let kinds = index.configuration.kinds
    return ["checker", "search"] + kinds.filter { !$0.isPage }.map(\.folder)
      + kinds.indices.flatMap { kind in ids(of: kind).map { "\(kinds[kind].name):\($0)" } }
  }

  private var checker: Schema {
    let kinds = index.configuration.kinds
    let relations = kinds.flatMap { $0.relations.map(\.name) }
    let names = Schema.choice(
      relations.indices.filter { !relations[..<$0].contains(relations[$0]) }.map { relations[$0] })
    let kind = Schema.choice(kinds.map(\.name))
    let fields = index.configuration.checker.causes.map { kinds[$0].fields.map(\.name) } ?? []
    typealias Key = CheckerSettings.Key
    return .object([
      (Key.causes, kind.described("The kind of the articles that outcomes name as causes.")),
      (Key.stretches, kind.described("The kind of the articles that outcomes name as stretches.")),
      (Key.managedWith, names.described("The relation of a cause to the stretches that help.")),
      (Key.carefulWith, Schema.array(of: names).described("To stretches that need care with it.")),
      (Key.neverWith, Schema.array(of: names).described("To stretches that are never done with it.")),
      (
        Key.stages,
        Schema.choice(fields).described("The field of a cause with the stage of each stretch that helps.")
      ),
      (Key.signs, names.described("To what it feels like.")),
    ])
  }

  private var writing: Schema {
    let kinds = index.configuration.kinds
    let articles = kinds.indices.flatMap { kind in ids(of: kind).map { "\(kinds[kind].name):\($0)" } }
    let list = Schema.array(of: .words)
    return .object(
      WritingCheck.schemas + [
        (
          "glossary",
          Schema.choice(articles).described("The article whose headings are the words it explains.")
        ),
        ("jargon", list.described("Words that the glossary has to explain.")),
        ("claims", list.described("More phrases that promise too much.")),
        ("vague-links", list.described("More link texts that do not say where they lead.")),
      ])
  }

  private static let policy = Schema.choice(ReviewPolicy.Action.allCases.map(\.rawValue))

  private static let kind = Schema.object(
    [
      ("folder", Schema.name.described("The folder below Content, and the first part of the address.")),
      ("title", .words), ("summary", .words),
      (
        "fields",
        ["type": "object", "propertyNames": .name, "additionalProperties": ["$ref": "#/$defs/field"]]
      ),
      (
        "relations",
        ["type": "object", "propertyNames": .name, "additionalProperties": ["$ref": "#/$defs/relation"]]
      ),
      (
        "programme",
        Schema.name.described("The relation whose articles a page of their own collects, to be printed.")
      ),
      ("auto-link", ["enum": [true, "synonyms", false]]),
      ("schema-type", .choice(SchemaType.names)),
    ], required: ["folder"])

  private static let field = Schema.object(
    [
      ("type", .choice(FieldTypes.names)), ("list", .flag), ("required", .flag),
    ] + FieldTypes.all.flatMap { $0.settings.map { ($0.key, $0.schema) } }, required: ["type"]
  ).with([
    "allOf": .list(FieldTypes.all.flatMap { type in type.settings.map { needs(type.name, $0.key) } })
  ])

  /// A key that one type of field needs, and no other has.
  private static func needs(_ type: String, _ key: String) -> Schema {
    [
      "if": ["properties": ["type": ["const": .text(type)]]], "then": ["required": [.text(key)]],
      "else": ["not": ["required": [.text(key)]]],
    ]
  }

  private static let relation = Schema.object(
    [
      ("to", ["anyOf": [.name, .array(of: .name)]]),
      ("inverse", Schema.name.described("What the other article's template calls the way back.")),
      ("symmetric", .flag), ("related", .flag), ("expected", .flag),
    ], required: ["to"])
}
