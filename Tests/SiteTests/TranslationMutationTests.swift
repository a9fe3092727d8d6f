import Diagnostics
import FixtureSite
import Testing

@testable import Site

/// What drifts apart between the languages of a site is told, each sort by its own code.
@Suite struct TranslationMutationTests {
  struct Mutation: CustomStringConvertible, Sendable {
    let file: String
    let old: String
    let new: String
    /// Of every report; none for a change that no translation needs to follow.
    let code: DiagnosticCode?

    init(_ file: String, _ old: String, _ new: String, _ code: DiagnosticCode?) {
      (self.file, self.old, self.new, self.code) = (file, old, new, code)
    }

    var description: String { "\(file): \(old) » \(new)" }
  }

  private typealias Site = TranslatedSite

  static let inTranslations: [Mutation] = [
    Mutation(
      Site.causeWords, "> [!EMERGENCY]\n> Llame si no puede estar de pie.\n", "", .translationCallouts),
    Mutation(Site.causeWords, "> [!EMERGENCY]\n", "> ", .translationCallouts),
    Mutation(Site.causeWords, "> [!WARNING]\n> Pare si empeora.\n", "", .translationCallouts),
    Mutation(Site.causeWords, "> [!WARNING]", "> [!NOTE]", .translationCallouts),
    Mutation(Site.causeWords, "> [!EMERGENCY]", "> [!CAUTION]", .translationCallouts),
    Mutation(Site.causeWords, "## Qué ayuda", "> [!TIP]\n> Descanse.\n\n## Qué ayuda", .translationCallouts),
    Mutation(
      Site.causeWords, "> [!EMERGENCY]\n> Llame si no puede estar de pie.",
      "> [!WARNING]\n> Llame si no puede estar de pie.", .translationCallouts),
    Mutation(Site.causeWords, " [@smith2020].", ".", .translationCitations),
    Mutation(Site.causeWords, "[@smith2020; @jones2021]", "[@smith2020]", .translationCitations),
    Mutation(Site.causeWords, " [@smith2020; @jones2021]", "", .translationCitations),
    Mutation(Site.causeWords, "Pare si empeora.", "Pare si empeora [@jones2021].", .translationCitations),
    Mutation(Site.causeWords, "![Una cadera](hip.svg)", "", .translationPictures),
    Mutation(Site.causeWords, "(leg.svg)", "(hip.svg)", .translationPictures),
    Mutation(
      Site.causeWords, "![Una pierna](leg.svg)", "![Una pierna](leg.svg)\n\n![Otra](leg.svg)",
      .translationPictures),
    Mutation(Site.stretchWords, "3. Baje.\n", "", .translationSteps),
    Mutation(Site.stretchWords, "2. Suba.\n3. Baje.", "2. Suba y baje.", .translationSteps),
    Mutation(Site.stretchWords, "3. Baje.", "3. Baje.\n4. Descanse.", .translationSteps),
    Mutation(
      Site.stretchWords, "easier: [Un escalón bajo., Tómese de un pasamanos.]\n", "", .translationMissing),
    Mutation(Site.stretchWords, ", Tómese de un pasamanos.]", "]", .translationMissing),
    Mutation(Site.stretchWords, "pasamanos.]", "pasamanos., Otra.]", .translationMissing),
    Mutation(Site.stretchWords, "dose: {sides: las dos piernas}\n", "", .translationMissing),
    Mutation(Site.stretchWords, "figure: {alt: Una persona en un escalón}\n", "", .translationMissing),
    Mutation(Site.stretchWords, "{sides:", "{sets: 4, sides:", .translationFact),
    Mutation(Site.stretchWords, "{sides:", "{hold: 60 s, sides:", .translationFact),
    Mutation(Site.stretchWords, "{alt:", "{file: step.svg, alt:", .translationFact),
    Mutation(Site.causeWords, "review:", "signs: [outer-pain]\nreview:", .translationFact),
    Mutation(Site.causeWords, "review:", "stretches: []\nreview:", .translationFact),
    Mutation(Site.causeWords, "review:", "red-flags: []\nreview:", .translationFact),
    Mutation(Site.causeWords, "review:", "updated: 2026-01-02\nreview:", .translationFact),
    Mutation(Site.causeWords, "review:", "order: 1\nreview:", .translationFact),
    Mutation(Site.causeWords, "review:", "expires-on: 2027-01-01\nreview:", .translationFact),
    Mutation(Site.causeWords, "{step-ups:", "{step-up:", .translationFact),
    Mutation(Site.flagWords, "  text: Una caída fuerte con dolor\n", "", .translationMissing),
    Mutation(Site.flagWords, "  why: Puede haber un hueso roto.\n", "", .translationMissing),
    Mutation(Site.flagWords, "  why:", "  level: soon\n  why:", .translationFact),
    Mutation(Site.flagWords, "rf-fall:", "rf-fall:\n  basis: practice", .translationFact),
    Mutation("site.es.yaml", "  sign: {title: Señales}\n", "", .translationMissing),
    // Cards and the search name the kind of pages, too.
    Mutation("site.es.yaml", "  page: {title: Páginas}\n", "", .translationMissing),
    Mutation("site.es.yaml", "description: Ayuda para caderas adoloridas.\n", "", .translationMissing),
    Mutation("site.es.yaml", "faq:", "faqs: {title: Otras}\n  faq:", .translationFact),
    Mutation(Site.causeWords, "title: Dolor del tendón\n", "", .missingKey),
  ]

  static let inOriginals: [Mutation] = [
    Mutation(Site.cause, "Stop if it gets worse.", "Stop at once if it gets worse.", .translationStale),
    Mutation(Site.cause, "you cannot stand", "you cannot stand or walk", .translationStale),
    Mutation(Site.cause, "title: Tendon pain", "title: Sore tendon at the hip", .translationStale),
    Mutation(Site.cause, "summary: About it.", "summary: More about it.", .translationStale),
    Mutation(Site.cause, "[sore tendon]", "[sore tendon, tendinopathy]", .translationStale),
    Mutation(Site.cause, "from week 3", "from week 6", .translationStale),
    Mutation(Site.cause, "![A hip]", "![A sore hip]", .translationStale),
    Mutation(Site.stretch, "2. Step up.", "2. Step up slowly.", .translationStale),
    Mutation(Site.stretch, "both legs", "each leg", .translationStale),
    Mutation(Site.stretch, "Hold a rail.", "Hold a rail or a wall.", .translationStale),
    Mutation(Site.stretch, "A person on a step", "A person next to a step", .translationStale),
    Mutation(Site.flags, "A hard fall with pain", "A fall with pain", .translationStale),
    Mutation(Site.flags, "A bone may be broken.", "A bone may be broken or cracked.", .translationStale),
    Mutation("site.yaml", "What may be behind it.", "What may be behind your pain.", .translationStale),
    // Facts are those of the original at once, and formatting is no change.
    Mutation(Site.stretch, "hold: 20-30 s", "hold: 40 s", nil),
    Mutation(Site.stretch, "sets: 2-3", "sets: 3", nil),
    Mutation(Site.cause, "updated: 2026-01-02", "updated: 2026-01-05", nil),
    Mutation(Site.cause, "Less hill running", "*Less* hill running", nil),
    Mutation(Site.cause, "Less hill running may", "Less hill running\nmay", nil),
    Mutation(Site.cause, "updated:", "order: 3\nupdated:", nil),
    Mutation(Site.flags, "level: urgent", "level: emergency", nil),
  ]

  @Test(arguments: inTranslations + inOriginals) func isTold(_ mutation: Mutation) async throws {
    let site = try await TranslatedSite.make()
    #expect(site.lines(try await site.check()) == [])
    let text = try site.text(of: mutation.file)
    #expect(text.contains(mutation.old), "\(mutation)")
    try site.write(text.replacing(mutation.old, with: mutation.new, maxReplacements: 1), to: mutation.file)
    let report = try await site.check()
    #expect(
      Set(report.diagnostics.map(\.code)) == Set([mutation.code].compactMap { $0 }), "\(site.lines(report))")
    if let code = mutation.code {
      // What is told is told where the translation is.
      #expect(report.diagnostics.allSatisfy { $0.file?.contains(".es.") ?? false }, "\(code)")
    }
  }

  @Test func whole() async throws {
    let site = try await TranslatedSite.make()
    func change(_ file: String, _ old: String, _ new: String) throws {
      let text = try site.text(of: file)
      #expect(text.contains(old))
      try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    }
    try change(TranslatedSite.causeWords, "> [!EMERGENCY]\n> Llame si no puede estar de pie.\n\n", "")
    try change(TranslatedSite.causeWords, "[@smith2020; @jones2021]", "[@smith2020]")
    try change(TranslatedSite.stretchWords, "3. Baje.\n", "")
    try change(TranslatedSite.stretchWords, "{sides:", "{hold: 60 s, sides:")
    try change(TranslatedSite.cause, "Stop if it gets worse.", "Stop at once if it gets worse.")
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/causes/tendon-pain.es.md:7:13: warning translation-stale: `Content/causes/tendon-pain.md` has changed since it was translated. » Bring this translation up to date, then run `limber translate accept Content/causes/tendon-pain.es.md`.",
        "Content/causes/tendon-pain.es.md:17:1: error translation-callouts: The original has `[!EMERGENCY]` at `Content/causes/tendon-pain.md:12`, and this translation does not. » Write it here with the words of the original, starting with `> [!EMERGENCY]`.",
        "Content/causes/tendon-pain.es.md:20:1: error translation-citations: The original cites `jones2021` once (`Content/causes/tendon-pain.md:19`), and this translation never. » Write `[@jones2021]` where `Content/causes/tendon-pain.md` has it.",
        "Content/stretches/step-ups.es.md:4:14: error translation-fact: A translation cannot have its own `hold`: it is what `Content/stretches/step-ups.md:4` says, in every language. » Delete this line here. To change it for all languages, change the original.",
        "Content/stretches/step-ups.es.md:11:1: error translation-steps: The original has 3 steps (`Content/stretches/step-ups.md:8` to line 10), and this translation has 2. » Write the same steps as `Content/stretches/step-ups.md`, each as an item of one numbered list.",
      ])
  }
}
