import SiteModel
import SymptomTree

/// JSON Schemas (draft 2020-12) of what editors write, for completion in their editor. They offer the ids of the
/// articles, flags and works that the site has; what only a check of the whole site can tell, `limber check` tells.
extension SiteInventory {
  /// The schema of a kind's front matter. Refuses an unknown kind.
  package func frontMatterSchema(of name: String) throws(Refusal) -> String {
    let kind = index.configuration.kinds[try kind(named: name)]
    let fields = kind.fields.map { ($0.name, Schema($0)) }
    let relations = kind.relations.map { relation in
      (
        relation.name,
        Schema.array(of: .choice(targets(of: relation))).with(["uniqueItems": true]).described(
          relation.isExpected ? "Needed, or `[]` for deliberately none." : "What this article leads to.")
      )
    }
    return Schema.document(
      title: "Front matter of a \(name)",
      .object(
        commonKeys + fields + relations,
        required: ["title", "summary"] + kind.fields.filter(\.isRequired).map(\.name))
    ).json
  }

  private var commonKeys: [(String, Schema)] {
    let address: Schema = ["type": "string", "pattern": "^/.+/$"]
    return [
      ("title", .line),
      (
        "summary",
        Schema.line.described(
          "One plain sentence or two, at most 200 characters, for lists and search engines.")
      ),
      (
        "also-known-as",
        Schema.array(of: .words).described("Other names; mentions of them in other articles become links.")
      ),
      ("redirect-from", Schema.array(of: address).described("Old addresses that lead here.")),
      ("draft", Schema.flag.described("true: not published.")),
      ("publish-on", Schema.date.described("Published from that day on.")),
      ("expires-on", Schema.date.described("No longer published from that day on.")),
      ("updated", Schema.date.described("The day of the last change that readers care about.")),
      ("order", Schema.wholeNumber.described("Smaller comes first in lists.")),
      ("review", Self.review),
      (
        "auto-link",
        Schema.members([("anyOf", [.flag, .array(of: .words)])]).described(
          "false: no automatic links in this text. A list: not for these terms.")
      ),
      ("writing", Schema.object(Self.checks).described("Which checks of its words are on for this article.")),
      (
        "red-flags",
        Schema.array(of: .choice(index.redFlags.flags.map(\.id))).described("Warning signs, shown first.")
      ),
    ]
  }

  static let review = Schema.object([
    ("status", .choice(Review.Status.allCases.map(\.rawValue))),
    ("author", .words), ("reviewer", .words), ("reviewed", .date), ("due", .date),
  ]).with([
    "if": ["properties": ["status": ["const": "approved"]], "required": ["status"]],
    "then": ["required": ["reviewer", "reviewed"]],
  ])

  /// The schema of `Content/red-flags.yaml`.
  package var redFlagsSchema: String {
    let flag = Schema.object(
      [
        ("text", Schema.line.described("One plain sentence, shown wherever the flag applies.")),
        (
          "why",
          Schema.line.described(
            "Why it matters and what to tell the clinician; the symptom checker shows it.")
        ),
        ("level", Schema.choice(CareHeading.names).described("How soon to be seen.")),
        (
          "sources",
          Schema.array(of: .choice(index.references.works.map(\.key))).described(
            "Keys of the works that it rests on.")
        ),
        ("basis", ["const": "practice"]),
      ], required: ["text", "level"]
    ).with(["anyOf": [["required": ["sources"]], ["required": ["basis"]]]])
    return Schema.document(
      title: "Red flags",
      ["type": "object", "propertyNames": .name, "additionalProperties": flag]
    ).json
  }
}
