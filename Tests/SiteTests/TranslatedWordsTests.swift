import Diagnostics
import FixtureSite
import Testing

@testable import Authoring
@testable import Site
@testable import SiteModel

/// What stands by ids in files of words, and what drawings say, in another language.
@Suite struct TranslatedWordsTests {
  private typealias Site = TranslatedSite

  /// What stands by an id is accepted by its file; a text that came later is told by itself.
  @Test func acceptedByID() async throws {
    let ledger = "Content/translated.es.yaml"
    let site = try await Site.make([Site.flagWords: nil])
    func accept(_ file: String) async throws -> Bool {
      try await SiteTranslations.read(try site.options()).accept(file).isChanged
    }
    #expect(!(try site.text(of: ledger).contains("rf-")))
    try site.write(try #require(Site.files[Site.flagWords]), to: Site.flagWords)
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/red-flags.es.yaml: warning translation-stale: This translation does not say which state of `Content/red-flags.yaml` it is of, so nobody is told when that changes. » Read it beside the original, then run `limber translate accept Content/red-flags.es.yaml`."
      ])
    #expect(try await accept(Site.flagWords))
    #expect(try await !accept(Site.flagWords))
    #expect(site.lines(try await site.check()) == [])
    try site.write(
      try site.text(of: Site.flags).replacing("A hard fall", with: "A fall")
        + "rf-new: {text: A new sign, why: It matters., level: soon, basis: practice}\n", to: Site.flags)
    try site.write(
      try site.text(of: Site.flagWords) + "rf-new: {text: Una señal nueva, why: Importa.}\n",
      to: Site.flagWords)
    let lines = site.lines(try await site.check()).filter { $0.contains("translation") }
    expectFaults(
      lines,
      [
        "Content/red-flags.es.yaml:2:3: warning translation-stale: The red flag `rf-fall` of `Content/red-flags.yaml` has changed since it was translated. » Bring these words up to date, then run `limber translate accept Content/red-flags.es.yaml`.",
        "Content/red-flags.es.yaml:4:9: warning translation-stale: Nothing says which state of `Content/red-flags.yaml` these words are of, so nobody is told when that changes: `rf-new`. » Read it beside the original, then run `limber translate accept Content/red-flags.es.yaml`.",
      ])
    #expect(try await accept(Site.flagWords))
    #expect(site.lines(try await site.check()).filter { $0.contains("translation") } == [])
    // A file that somebody damaged is told, and what it said is not known.
    try site.write("Content/red-flags.yaml: {rf-fall: yes}\n", to: ledger)
    let damaged = site.lines(try await site.check()).filter { $0.contains(" error ") }
    expectFaults(
      damaged,
      [
        "Content/translated.es.yaml:1:35: error wrong-type: `rf-fall` must be what `limber translate accept` writes, not `yes`. » Delete the file, read the translations again, then run `limber translate accept` on them."
      ])
  }

  /// What is known of other files stays, though the site has errors and does not read them now.
  @Test(arguments: [
    ("site.yaml", "site.es.yaml"), ("Content/red-flags.yaml", Site.flagWords),
  ])
  func acceptingBesideErrors(accepted: String, words: String) async throws {
    let ledger = "Content/translated.es.yaml"
    let site = try await Site.make()
    let before = try site.text(of: ledger)
    #expect(before.contains("site.yaml:") && before.contains("red-flags.yaml:"))
    // A checker that cannot be read knows none of its texts.
    try site.write(
      before + "Content/symptom-checker/hip.yaml:\n  title: \"1234567890abcdef\"\n", to: ledger)
    try site.write("---\ntitle: [\n---\n", to: Site.cause)
    _ = try await SiteTranslations.read(try site.options()).accept(words)
    #expect(try site.text(of: ledger).contains("hip.yaml:\n  title: \"1234567890abcdef\""))
    // One that is gone is forgotten once nothing is wrong.
    try site.write(try #require(Site.files[Site.cause]), to: Site.cause)
    try site.write(
      try site.text(of: ledger).replacing("\"1234567890abcdef\"", with: "\"1234567890abcdea\""), to: ledger)
    _ = try await SiteTranslations.read(try site.options()).accept(words)
    #expect(!(try site.text(of: ledger).contains("hip.yaml")))
  }

  /// What somebody damaged is not written again without what it said.
  @Test(arguments: ["<<<<<<< HEAD\n", "site.yaml: [a]\n"]) func acceptingIntoDamage(damage: String)
    async throws
  {
    let ledger = "Content/translated.es.yaml"
    let site = try await Site.make()
    let damaged = try site.text(of: ledger) + damage
    try site.write(damaged, to: ledger)
    await #expect(throws: Refusal.self) {
      try await SiteTranslations.read(try site.options()).accept(Site.flagWords)
    }
    #expect(try site.text(of: ledger) == damaged)
  }

  /// A copy of the original's file is told once; what is translated in it is still compared.
  @Test(arguments: [true, false]) func wordsThatWereCopied(isCopy: Bool) async throws {
    let words = [
      "menu: Menu", "back: Back to the top", "help: Get help", "hide: Hide it", "look: Look at it",
    ]
    let own = ["menu: Menú", "back: Volver arriba", "help: Busque ayuda", "hide: Ocúltelo", "look: Mírelo"]
    func file(_ lines: [String]) -> String {
      (["wait: Wait four weeks"] + lines).joined(separator: "\n") + "\n"
    }
    let site = try await Site.make([
      "Templates/words/en.yaml": file(words),
      "Templates/words/es.yaml": file(isCopy ? words : own).replacing(
        "Wait four weeks", with: "Espere cuatro meses"),
    ])
    let told = site.lines(try await site.check()).filter {
      $0.contains("words/es.yaml") && $0.contains("transl")
    }
    #expect(told.filter { $0.contains("translation-numbers") }.count == 1, "\(told)")
    #expect(told.filter { $0.contains("translation-untranslated") }.count == (isCopy ? 1 : 0), "\(told)")
    if isCopy { #expect(told.contains { $0.contains("5 texts of this file are what") }, "\(told)") }
  }

  /// Readers get the original of a flag that has changed, where the site wants that.
  @Test func flagsHiddenWhenStale() async throws {
    let site = try await Site.make()
    try site.write(
      try site.text(of: "site.yaml").replacing("checker:", with: "translations: {stale: hide}\nchecker:"),
      to: "site.yaml")
    try site.write(try site.text(of: Site.flags).replacing("A hard fall", with: "A fall"), to: Site.flags)
    let report = try await site.build()
    #expect(report.diagnostics.map(\.code) == [.translationStale])
    let page = try site.text(of: "Public/es/causes/tendon-pain/index.html")
    #expect(page.contains("A fall with pain") && !page.contains("Una caída fuerte"))
  }

  /// One drawing for all languages; what it says comes from a file of words.
  @Test func drawings() async throws {
    let words = "Content/drawings.es.yaml"
    let drawing = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" role="img" aria-label="A &quot;step&quot;"><title>Step</title>
      <text x="1"> <tspan>Feet</tspan> <tspan>flat &amp;
        calm</tspan></text><text>1</text><text>Lift</text></svg>

      """
    let site = try await Site.make(["Content/stretches/step.svg": drawing])
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/drawings.es.yaml: warning translation-missing: What 1 drawing of this site says has no words in Español, so readers get those in English. » Write `Content/drawings.es.yaml`, such as `\"A \"step\"\": …`. One drawing is for all languages."
      ])
    try site.write(
      """
      'A "step"': Un "escalón"
      Feet / flat & calm: Pies / planos <ya>
      Lyft: Suba

      """, to: words)
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/drawings.es.yaml: warning translation-missing: What `Content/stretches/step.svg` says (`Lift`) has no words in Español, so readers get those in English. » Write it in `Content/drawings.es.yaml`, such as `\"Lift\": …`.",
        "Content/drawings.es.yaml:3:1: warning translation-fact: No drawing says `Lyft`. » Did you mean `Lift`?",
      ])
    try site.write(
      "'A \"step\"': Un \"escalón\"\nFeet / flat & calm: Pies planos\nLift: Suba\n", to: words)
    expectFaults(
      site.lines(try await site.check()).filter { $0.contains(" error ") },
      [
        "Content/drawings.es.yaml:2:21: error translation-missing: The drawing has `Feet / flat & calm` in 2 lines, and this is 1. » Write ` / ` where a line ends, as often as the original has it."
      ])
    try site.write(
      "'A \"step\"': Un \"escalón\"\nFeet / flat & calm: Pies / planos <ya>\nLift: Suba\n", to: words)
    #expect(site.lines(try await site.build()) == [])
    // Without the spaces between its elements.
    #expect(
      try site.text(of: "Public/stretches/step.svg")
        == drawing.replacing("</title>\n", with: "</title>").replacing("</svg>\n", with: "</svg>"))
    #expect(
      try site.text(of: "Public/es/stretches/step.svg") == """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" role="img" aria-label="Un &#34;escalón&#34;"><title>Step</title>\
        <text x="1"> <tspan>Pies</tspan> <tspan>planos &lt;ya&gt;</tspan></text><text>1</text><text>Suba</text></svg>
        """)
    #expect(!(try site.snapshot().names.contains("es/causes/hip.svg")))
    let again = try await site.build()
    #expect(site.lines(again) == [])
  }

  /// Explanations of the checker in another language are read as carefully as those of the original: what is no text, or says nothing, is told,
  /// and readers get the original.
  @Test(arguments: [
    ([0x4D, 0xE1, 0x73], DiagnosticCode.notUTF8, "The file is not UTF-8 text."),
    ([0xFF, 0xFE, 0x48, 0x00, 0x61, 0x00], .notUTF8, "This text is in UTF-16, not in UTF-8."),
    ([0x0A], .translationMissing, "has no words in Español"),
    (Array("<!-- later -->".utf8), .translationMissing, "has no words in Español"),
  ]) func explanations(_ bytes: [UInt8], _ code: DiagnosticCode, _ message: String) async throws {
    let site = try Example.clinic.copy()
    let file = "Content/symptom-checker/advice/tick.es.md"
    try site.write(bytes, to: file)
    let report = try await site.check(today: "2026-11-28")
    #expect(report.diagnostics.map(\.code) == [code], "\(site.lines(report))")
    #expect(
      report.diagnostics.first?.file == file && report.diagnostics.first?.message.contains(message) == true)
    let (checked, _) = try await SiteBuild(try site.options(today: "2026-11-28")).checked()
    let advice = try #require(checked?.checked.editions.first?.checkers.advice.texts["advice/tick.md"])
    #expect(String(decoding: advice.html, as: UTF8.self).hasPrefix("<div lang=\"en-US\">"))
  }

  /// What templates say keeps what is put into it, in every language.
  @Test(arguments: [
    (
      "call: Llame", "2:7: error wrong-type",
      "The text of `call` must have `{{title}}` in it, as `Templates/words/en.yaml:2` has. » Put `{{title}}` where it belongs in this language."
    ),
    (
      "call: \"Llame {{#title}}ya{{/title}}\"", nil, ""
    ),
    ("call: \"{{! {{title}} }} Llame {{title}}\"", nil, ""),
    (
      "call: \"{{title}}: Ask about it at the front desk of the clinic 24 hours.\"",
      "2:7: warning translation-untranslated",
      "“Ask about it at the front desk of the clinic 24 hours.” is what `Templates/words/en.yaml:2` says in English, word for word. » Write it in Español."
    ),
    (
      "call: \"{{title}}: pregunte en la recepción a las 42 horas.\"", "2:7: warning translation-numbers",
      "The original says `24` (`Templates/words/en.yaml:2`), and this translation `42`. » Write `24` here, or correct the original."
    ),
  ]) func wordsOfTemplates(_ call: String, _ place: String?, _ message: String) async throws {
    let site = try await Site.make()
    try site.write(
      "by: By\ncall: \"{{title}}: Ask about it at the front desk of the clinic 24 hours.\"\n",
      to: "Templates/words/en.yaml")
    let isShort = call.contains("Llame")
    try site.write(
      isShort ? "by: By\ncall: Call {{title}}\n" : try site.text(of: "Templates/words/en.yaml"),
      to: "Templates/words/en.yaml")
    try site.write("by: Por\n\(call)\n", to: "Templates/words/es.yaml")
    let template = try site.text(of: "Templates/sign.mustache")
    try site.write(
      template.replacing("{{{body}}}", with: "{{word.by}}{{word.call}}{{{body}}}"),
      to: "Templates/sign.mustache")
    let found = site.lines(try await site.check())
    #expect(found == (place.map { ["Templates/words/es.yaml:\($0): \(message)"] } ?? []))
  }
}
