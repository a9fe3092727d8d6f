import SiteModel
import SymptomTree

/// JSON Schemas of translations, which hold words only.
extension SiteInventory {
  package var isTranslated: Bool { index.configuration.languages.count > 1 }

  /// The schema of the front matter of a kind's translations. Refuses an unknown kind.
  package func translationSchema(of name: String) throws(Refusal) -> String {
    let kind = index.configuration.kinds[try kind(named: name)]
    var noted: [String] = []
    for target in kind.relations.flatMap({ targets(of: $0) }) where !noted.contains(target) {
      noted.append(target)
    }
    let common = settingSchemas(of: kind, names(for: "", kind), where: \.isOfTranslations)
    let fields = kind.fields.compactMap { field in Schema(wordsOf: field).map { (field.name, $0) } }
    let own = ArticleTranslation.schemas(noted: noted).map { ($0.key, $0.schema) }
    return Schema.document(
      title: "Front matter for a translation of a \(name)",
      .object(
        common + fields + own,
        required: FrontMatterKey.settings.filter { $0.isOfTranslations && $1.isRequired }.map { key, _ in
          key.name
        })
    ).json
  }

  /// The schema of `site.LANGUAGE.yaml`.
  package var settingsTranslationSchema: String {
    Schema.document(title: "Words of the site", SiteTranslation.schema(index.configuration)).json
  }

  /// The schema of `Content/red-flags.LANGUAGE.yaml`.
  package var redFlagsTranslationSchema: String {
    let flag = Schema.object([
      ("text", Schema.line.described("The sentence of the original.")),
      ("why", Schema.line.described("Why it matters and what to tell the clinician.")),
    ])
    return Schema.document(
      title: "Words of the red flags", .object(index.redFlags.flags.map { ($0.id, flag) })
    ).json
  }

  /// The schema of `Content/symptom-checker/care-levels.LANGUAGE.yaml`.
  package var careLevelsTranslationSchema: String {
    let level = Schema.object([
      ("heading", Schema.words.described("What to do, in the clinic's own words.")),
      ("time-frame", Schema.words.described("By when.")),
    ])
    return Schema.document(
      title: "Words of the care levels", .object(CareLevel.allCases.map { ($0.rawValue, level) })
    ).json
  }

  /// The schema of `Content/symptom-checker/ID.LANGUAGE.yaml`.
  package var checkerTranslationSchema: String {
    let label = Schema.object([("label", Schema.line.described("The text the reader checks."))])
    let question = Schema.object([
      ("ask", Schema.line.described("The question, in plain words.")),
      ("answers", Self.mapping(to: "answer").described("The answers that are no red flags, by id.")),
      ("none", ["$ref": "#/$defs/answer"]),
    ])
    return Schema.document(
      title: "Words of a symptom checker",
      Schema.object([
        ("title", Schema.words.described("The page's heading.")),
        ("review", Review.schema.with(["required": ["status"]])),
        ("questions", Self.mapping(to: "question").described("Questions by id.")),
      ]).with(["$defs": ["question": question, "answer": label]])
    ).json
  }
}
