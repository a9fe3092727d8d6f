import FixtureSite
import Foundation
import Testing

@testable import Site
@testable import SiteModel

private typealias Site = TranslatedSite

/// What texts state in words is the same in every language: doses, numbers, times, and whether something is not so.
@Suite struct TranslationFactTests {
  /// The small site with other words in both languages: what is told, but for where.
  private static func told(
    _ changes: [(file: String, old: String, new: String)]
  ) async throws -> [String] {
    var files: [String: String] = [:]
    for change in changes {
      let text = try #require(files[change.file] ?? Site.files[change.file])
      #expect(text.contains(change.old), "\(change)")
      files[change.file] = text.replacing(change.old, with: change.new, maxReplacements: 1)
    }
    // Of which state a translation is does not matter here: what is wrong is not accepted.
    files["site.yaml"] = "translations: {stale: allow}\n" + (Site.files["site.yaml"] ?? "")
    let site = try FixtureSite(Site.files.merging(files) { $1 })
    return site.lines(try await site.check())
  }

  private static func sort(_ line: String) -> String {
    line.split(separator: " ").dropFirst().prefix(2).joined(separator: " ").trimmingCharacters(in: [":"])
  }

  /// Words beside quantities are facts.
  @Test(arguments: [
    ("both legs, 2 to 3 days a week", "las dos piernas, 2 a 3 veces por mes", true),
    ("2 days a week", "4 días por semana", true), ("2 days a week", "dos días por semana", false),
    ("twice a week", "seis veces por semana", true), ("twice a week", "dos veces por semana", false),
    ("both legs", "una pierna", true), ("both legs", "solo el lado sano", true),
    ("one leg", "las dos piernas", true), ("each leg", "cada pierna", false),
    ("each leg", "una sola pierna", true), ("one leg at a time", "una pierna a la vez", false),
    ("once a day", "una vez al día", false), ("once a day", "cinco veces al día", true),
    ("every other day", "cada dos días", false), ("for six weeks", "durante sesenta semanas", true),
    ("for six weeks", "durante seis meses", true), ("for six weeks", "durante 6 semanas", false),
    ("for 35 seconds", "durante treinta y cinco segundos", false),
    ("for 35 seconds", "durante cincuenta y tres segundos", true),
    // Other sides, be it beside a frequency.
    ("2 days a week", "2 días por semana, solo el lado sano", true),
    ("2 days a week", "2 días por semana, cada lado", true),
    ("2 days a week, each side", "2 días por semana, cada lado", false),
    ("each side", "el lado adolorido", true), ("both legs", "la pierna derecha", true),
    ("the sore side", "el lado adolorido", false), ("the sore side", "el lado sano", true),
    ("the leg that does not hurt", "la pierna que no le duele", false),
    ("the left leg", "la pierna izquierda", false), ("the left leg", "la pierna", true),
    ("both legs together", "las dos piernas juntas", false), ("both legs together", "cada pierna", true),
    ("both legs together, later each side", "las dos piernas juntas, luego cada lado", false),
    // Another activity.
    ("after running", "después de nadar", true), ("after running", "después de correr", false),
    ("before a run", "antes de una carrera", false), ("after a bike ride", "después de una caminata", true),
    ("after a walk", "tras una caminata", false), ("after training", "después de correr", false),
    ("before swimming or cycling", "antes de nadar o de andar en bicicleta", false),
    // Opposites.
    ("before running", "después de correr", true), ("before running", "antes de correr", false),
    ("without a band", "sin banda", false),
    ("in the morning", "por la noche", true), ("in the morning", "por la mañana", false),
    ("on days off", "los días sin entrenamiento", false), ("up to 3 times", "hasta 3 veces", false),
    ("every hour", "cada día", true), ("every hour", "cada hora", false),
    ("once a day", "una vez por hora", true),
  ]) func doses(original: String, own: String, isWrong: Bool) async throws {
    let lines = try await Self.told([
      (Site.stretch, "sides: both legs", "sides: \"\(original)\""),
      (Site.stretchWords, "sides: las dos piernas", "sides: \"\(own)\""),
    ])
    #expect(lines.map(Self.sort) == (isWrong ? ["error translation-fact"] : []), "\(lines)")
  }

  /// A language may say in passing what another says with a *not*.
  @Test(arguments: [
    ("after running", "sin correr"), ("with a band", "sin banda"), ("without a band", "con banda"),
    ("not after running", "después de correr"), ("both legs", "nunca las dos piernas"),
  ]) func negationsOfDoses(original: String, own: String) async throws {
    let lines = try await Self.told([
      (Site.stretch, "sides: both legs", "sides: \"\(original)\""),
      (Site.stretchWords, "sides: las dos piernas", "sides: \"\(own)\""),
    ])
    #expect(lines.map(Self.sort) == ["warning translation-negation"], "\(lines)")
  }

  @Test func aDoseIsToldWithItsOriginal() async throws {
    expectFaults(
      try await Self.told([
        (Site.stretch, "sides: both legs", "sides: six weeks"),
        (Site.stretchWords, "sides: las dos piernas", "sides: seis meses"),
      ]),
      [
        "\(Site.stretchWords):4:15: error translation-fact: This dose says `meses`, and the original `weeks` (`\(Site.stretch):4`): it is the same in every language. » Write what the original says. To change it for all languages, change the original."
      ])
  }

  /// What patients act on: steps, precautions, callouts, flags.
  @Test(arguments: [
    ("Rest for six seconds.", "Descanse sesenta segundos.", "translation-numbers"),
    ("Rest for six seconds.", "Descanse seis minutos.", "translation-numbers"),
    ("Rest for six seconds.", "Descanse 6 segundos.", "translation-numbers"),
    ("Wait four weeks.", "Espere cuarenta semanas.", "translation-numbers"),
    ("Call today.", "Llame en unas semanas.", "translation-numbers"),
    ("Call today.", "Llame mañana.", "translation-numbers"), ("Call today.", "Llame hoy.", nil),
    ("Do not run.", "Corra.", "translation-negation"), ("Run.", "No corra.", "translation-negation"),
    ("You may not run.", "Puede correr.", "translation-negation"),
    ("You cannot stand.", "Puede estar de pie.", "translation-negation"),
    ("You can't stand.", "No puede estar de pie.", nil), ("Do not run.", "Evite correr.", nil),
    ("Run without a limp.", "Corra sin cojear.", nil), ("It is painless.", "No duele.", nil),
    ("Go in an hour.", "Vaya en un día.", "translation-numbers"),
    ("Hours count.", "Cada día cuenta.", "translation-numbers"), ("Hours count.", "Cada hora cuenta.", nil),
    ("Rest the sore leg.", "Descanse la pierna sana.", "translation-negation"),
    ("Rest the sore leg.", "Descanse la pierna adolorida.", nil),
    ("Twenty-one days.", "Veintiún días.", nil), ("Twice.", "Dos veces.", nil),
  ]) func words(original: String, own: String, code: String?) async throws {
    let places: [(old: (String, String), own: (String, String))] = [
      ((Site.stretch, "Step up."), (Site.stretchWords, "Suba.")),
      ((Site.stretch, "[A low step.,"), (Site.stretchWords, "[Un escalón bajo.,")),
      ((Site.cause, "Stop if it gets worse."), (Site.causeWords, "Pare si empeora.")),
      ((Site.flags, "A hard fall with pain"), (Site.flagWords, "Una caída fuerte con dolor")),
    ]
    for (there, here) in places {
      let isListed = there.1.hasPrefix("[")
      let lines = try await Self.told([
        (there.0, there.1, isListed ? "[\"\(original)\"," : original),
        (here.0, here.1, isListed ? "[\"\(own)\"," : own),
      ])
      #expect(
        lines.filter { !$0.contains("bad-red-flag") }.map(Self.sort)
          == (code.map { ["warning \($0)"] } ?? []),
        "\(here.0): \(lines)")
    }
  }

  @Test func negationsAreToldWithTheirWords() async throws {
    expectFaults(
      try await Self.told([
        (Site.stretch, "Hold a rail.]", "Do not hold a rail.]"), (Site.stretch, "Step down.", "Stand still."),
        (Site.stretchWords, "Baje.", "Nunca baje."),
      ]),
      [
        "\(Site.stretchWords):5:28: warning translation-negation: The original says `not` (`\(Site.stretch):5`), and nothing in this translation does. » Read both again: one says the opposite of the other, unless you said it in another way."
      ])
  }

  /// Nothing is judged in a language whose words nobody has written down.
  @Test func unknownLanguages() {
    let english = SiteLanguage(tag: "en-US", name: "English")
    #expect(FactComparison(from: english, to: SiteLanguage(tag: "fr", name: "Français")) == nil)
    #expect(FactComparison(from: english, to: SiteLanguage(tag: "es-MX", name: "Español")) != nil)
  }

  // MARK: What is left out

  private static let long = "Stop if it gets worse at night, if it wakes you, or if you begin to limp."

  @Test(arguments: [
    (
      "> [!WARNING] After surgery\n> Stop if it gets worse.", "> [!WARNING]\n> Pare si empeora.",
      "error translation-callouts"
    ),
    (
      "> [!WARNING] After surgery\n> Stop if it gets worse.",
      "> [!WARNING] Después de una operación\n> Pare si empeora.", nil
    ),
    ("> [!WARNING]\n> Stop if it gets worse.", "> [!WARNING]\n> .", "error translation-callouts"),
    ("> [!WARNING]\n> \(long)", "> [!WARNING]\n> Pare si empeora.", "warning translation-callouts"),
    (
      "> [!WARNING]\n> \(long)",
      "> [!WARNING]\n> Pare si empeora por la noche, si lo despierta o si empieza a cojear.", nil
    ),
  ]) func callouts(original: String, own: String, told: String?) async throws {
    let lines = try await Self.told([
      (Site.cause, "> [!WARNING]\n> Stop if it gets worse.", original),
      (Site.causeWords, "> [!WARNING]\n> Pare si empeora.", own),
    ])
    #expect(lines.map(Self.sort) == [told].compactMap { $0 }, "\(lines)")
  }

  @Test(arguments: [(".", "error translation-missing"), ("Pare.", "warning translation-missing")])
  func fields(own: String, told: String) async throws {
    let lines = try await Self.told([
      (Site.stretch, "Hold a rail.]", "\"\(Self.long)\"]"),
      (Site.stretchWords, "Tómese de un pasamanos.]", "\"\(own)\"]"),
    ])
    #expect(lines.map(Self.sort) == [told], "\(lines)")
  }

  // MARK: Citations

  /// Each claim keeps its source.
  @Test(arguments: [
    // In another section, in another order, and in one pair of brackets, where the order says nothing.
    (
      "Duele a un lado [@jones2021].", "Correr menos [@smith2020; @smith2020].", "error translation-citations"
    ),
    (
      "Duele a un lado [@smith2020].", "Correr [@jones2021] menos [@smith2020].",
      "warning translation-citations"
    ),
    ("Duele a un lado [@smith2020].", "Correr [@smith2020] menos [@jones2021].", nil),
  ]) func citations(first: String, second: String, told: String?) async throws {
    let lines = try await Self.told([
      (
        Site.cause, "Less hill running may help [@smith2020; @jones2021]",
        "Less [@smith2020] hills [@jones2021]"
      ),
      (Site.causeWords, "Duele a un lado [@smith2020].", first),
      (Site.causeWords, "Correr menos cuestas puede ayudar [@smith2020; @jones2021].", second),
    ])
    #expect(lines.map(Self.sort) == [told].compactMap { $0 }, "\(lines)")
  }

  @Test func citationsInBrackets() async throws {
    let lines = try await Self.told([
      (Site.causeWords, "[@smith2020; @jones2021]", "[@jones2021; @smith2020]")
    ])
    #expect(lines == [])
  }

  /// In a glossary, each language has the order of its own alphabet.
  @Test func glossaries() async throws {
    func text(_ words: [(String, String)]) -> String {
      words.sorted { $0.0 < $1.0 }.map { "## \($0.0)\n\nIt is so [@\($0.1)].\n\n" }.joined()
    }
    let works = ["smith2020", "jones2021", "smith2020", "jones2021", "smith2020", "jones2021"]
    let lines = try await Self.told([
      (
        Site.cause, "## What helps",
        text(Array(zip(["Bone", "Camber", "Dose", "Foot", "Hip", "Knee"], works))) + "## What helps"
      ),
      (
        Site.causeWords, "## Qué ayuda",
        text(Array(zip(["Hueso", "Peralte", "Dosis", "Pie", "Cadera", "Abajo"], works)))
          .replacing("It is so", with: "Es así") + "## Qué ayuda"
      ),
    ])
    #expect(lines == [])
  }
}
