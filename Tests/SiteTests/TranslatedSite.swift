import FixtureSite
import Testing
import YAML

@testable import Authoring
@testable import Site
@testable import SiteModel

/// A small clinic's site in English and Spanish, without a fault.
enum TranslatedSite {
  static let cause = "Content/causes/tendon-pain.md"
  static let causeWords = "Content/causes/tendon-pain.es.md"
  static let stretch = "Content/stretches/step-ups.md"
  static let stretchWords = "Content/stretches/step-ups.es.md"
  static let flags = "Content/red-flags.yaml"
  static let flagWords = "Content/red-flags.es.yaml"

  static let files: [String: String] = [
    "site.yaml": FixtureSite.configuration
      .replacing("language: en\n", with: "language: en\nlanguages: {en: English, es: Español}\n")
      .replacing(
        "    summary: What may be behind it.\n",
        with: "    summary: What may be behind it.\n    programme: stretches\n"
      )
      .replacing("sets: {type: range},", with: "sets: {type: range}, sides: {type: text},"),
    "site.es.yaml": """
    description: Ayuda para caderas adoloridas.
    kinds:
      cause: {title: Causas, summary: Lo que puede estar detrás.}
      sign: {title: Señales}
      stretch: {title: Ejercicios}
      faq: {title: Preguntas}
      page: {title: Páginas}

    """,
    "Templates/programme.mustache": FixtureSite.page(
      "{{#programme}}<p>{{title}}</p>{{#parts}}{{title}}{{#dose}}{{sets}}{{sides}}{{hold}}{{/dose}}{{note}}{{#steps}}{{{html}}}{{/steps}}{{/parts}}{{/programme}}\(FixtureSite.warnings)"
    ),
    "Templates/stretch.mustache": FixtureSite.page(
      "{{#dose}}<p>{{sets}} sets, {{hold}}</p>{{sides}}{{/dose}}\n\(FixtureSite.body)\n<ul>\n{{#easier}}\n<li>{{{html}}}</li>\n{{/easier}}\n{{#helps-with}}\n{{>card}}\n{{/helps-with}}\n</ul>"
    ),
    "Templates/partials/card.mustache":
      "<li{{#language}} lang=\"{{language}}\"{{/language}}><a href=\"{{url}}\">{{title}}</a>{{note}}{{#language}} ({{language-name}}){{/language}}</li>\n",
    "Templates/home.mustache": FixtureSite.page("<p>{{summary}}</p>"),
    "Content/references.json": """
    [{"id": "smith2020", "type": "article-journal", "title": "Tendons", "author": [{"family": "Smith", "given": "A"}],
      "issued": {"date-parts": [[2020]]}, "container-title": "Journal", "DOI": "10.1000/1"},
     {"id": "jones2021", "type": "article-journal", "title": "Hills", "author": [{"family": "Jones", "given": "B"}],
      "issued": {"date-parts": [[2021]]}, "container-title": "Journal", "DOI": "10.1000/2"}]

    """,
    flags: """
    rf-fall:
      text: A hard fall with pain
      why: A bone may be broken.
      level: urgent
      basis: practice

    """,
    flagWords: """
    rf-fall:
      text: Una caída fuerte con dolor
      why: Puede haber un hueso roto.

    """,
    "Content/causes/hip.svg": drawing, "Content/causes/leg.svg": drawing,
    "Content/stretches/step.svg": drawing,
    cause: """
    ---
    title: Tendon pain
    summary: About it.
    also-known-as: [sore tendon]
    signs: [outer-pain]
    stretches: [{id: step-ups, note: from week 3}]
    red-flags: [rf-fall]
    updated: 2026-01-02
    ---
    It hurts at the side [@smith2020]. See [what it feels like](../signs/outer-pain.md).

    > [!EMERGENCY]
    > Call if you cannot stand.

    ![A hip](hip.svg)

    ## What helps

    Less hill running may help [@smith2020; @jones2021].

    > [!WARNING]
    > Stop if it gets worse.

    ![A leg](leg.svg)

    """,
    causeWords: """
    ---
    title: Dolor del tendón
    summary: De qué se trata.
    also-known-as: [tendón adolorido]
    notes: {step-ups: desde la semana 3}
    review: {status: pending}
    ---
    Duele a un lado [@smith2020]. Vea [cómo se siente](../signs/outer-pain.md).

    > [!EMERGENCY]
    > Llame si no puede estar de pie.

    ![Una cadera](hip.svg)

    ## Qué ayuda

    Correr menos cuestas puede ayudar [@smith2020; @jones2021].

    > [!WARNING]
    > Pare si empeora.

    ![Una pierna](leg.svg)

    """,
    stretch: """
    ---
    title: Step-ups
    summary: Up and down a step.
    dose: {sets: 2-3, sides: both legs, hold: 20-30 s}
    easier: [A low step., Hold a rail.]
    figure: {file: step.svg, alt: A person on a step}
    ---
    1. Put one foot on the step.
    2. Step up.
    3. Step down.

    """,
    stretchWords: """
    ---
    title: Subir un escalón
    summary: Arriba y abajo de un escalón.
    dose: {sides: las dos piernas}
    easier: [Un escalón bajo., Tómese de un pasamanos.]
    figure: {alt: Una persona en un escalón}
    review: {status: pending}
    ---
    1. Ponga un pie en el escalón.
    2. Suba.
    3. Baje.

    """,
  ]

  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"><path d=\"M0 0h9v9z\"/></svg>\n"

  static let translations = [causeWords, stretchWords, flagWords, "site.es.yaml"]

  /// With each translation accepted as it is.
  static func make(_ changes: [String: String?] = [:]) async throws -> FixtureSite {
    let site = try FixtureSite(files.merging(changes.compactMapValues { $0 }) { $1 })
    for (path, text) in changes where text == nil { try site.remove(path) }
    for path in translations where changes[path] != .some(.none) {
      let all = try await SiteTranslations.read(try site.options())
      #expect(try all.accept(path).isChanged)
    }
    return site
  }
}
