import SiteModel
import SymptomTree

/// JSON Schemas (draft 2020-12) of what editors write, for completion in their editor. They offer the ids of the
/// articles, flags and works that the site has; what only a check of the whole site can tell, `limber check` tells.
extension SiteInventory {
  /// The schema of a kind's front matter. Refuses an unknown kind.
  package func frontMatterSchema(of name: String) throws(Refusal) -> String {
    let kind = index.configuration.kinds[try kind(named: name)]
    let names = names(for: "", kind)
    let common = settingSchemas(of: kind, names) { _ in true }
    let fields = kind.fields.map { ($0.name, Schema($0)) }
    let relations = kind.relations.map { relation in
      (
        relation.name,
        Schema.array(of: RelationTargets.schema(.choice(targets(of: relation)))).with(["uniqueItems": true])
          .described(
            relation.isExpected
              ? "Required; write `[]` if there are none on purpose." : "The articles this one leads to.")
      )
    }
    return Schema.document(
      title: "Front matter for a \(name)",
      .object(
        common + fields + relations,
        required: FrontMatterKey.settings.filter { $1.isRequired }.map { key, _ in key.name }
          + kind.fields.filter(\.isRequired).map(\.name))
    ).json
  }

  /// The keys that Limber itself acts upon, as far as a kind has them and they are wanted.
  func settingSchemas(
    of kind: Kind, _ names: FrontMatterKey.Names, where isWanted: (FrontMatterKey) -> Bool
  ) -> [(String, Schema)] {
    var common = FrontMatterKey.settings.filter { kind.allows($0.0) && isWanted($0.0) }.map { key, setting in
      (key.name, setting.schema(names).described(key.description))
    }
    if !kind.allows(.review) {
      let withdrawn = Schema.object([("status", .choice([Review.Status.withdrawn.rawValue]))])
      common.append((FrontMatterKey.review.name, withdrawn.described("Whether the article was taken back.")))
    }
    return common
  }

  /// The schema of `Content/pictures.yaml`.
  package var picturesSchema: String {
    Schema.document(title: "Whose the pictures are", PictureCredits.schema).json
  }

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
            "The reference keys it is based on.")
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
