import Diagnostics
import FixtureSite
import Testing

@testable import Site

/// Where it is told that a translation is not as its original.
@Suite struct TranslationPlaceTests {
  private typealias Site = TranslatedSite

  @Test(arguments: [
    (
      Site.causeWords, "[@smith2020; @jones2021]", "[@jones2021]",
      "23:1: error translation-citations: The original cites `smith2020` 2 times (`Content/causes/tendon-pain.md:19`), and this translation once. » Write `[@smith2020]` where `Content/causes/tendon-pain.md` has it."
    ),
    (
      Site.causeWords, " [@smith2020].", ".",
      "14:1: error translation-citations: The original cites `smith2020` 2 times (`Content/causes/tendon-pain.md:10`), and this translation once. » Write `[@smith2020]` where `Content/causes/tendon-pain.md` has it."
    ),
    (
      Site.causeWords, "Pare si empeora.", "Pare si empeora [@jones2021].",
      "21:1: error translation-citations: The original cites `jones2021` once (`Content/causes/tendon-pain.md:19`), and this translation 2 times. » Cite it as often as `Content/causes/tendon-pain.md` does."
    ),
    (
      Site.stretchWords, "3. Baje.\n", "",
      "11:1: error translation-steps: The original has 3 steps (`Content/stretches/step-ups.md:8` to line 10), and this translation has 2. » Write the same steps as `Content/stretches/step-ups.md`, each as an item of one numbered list."
    ),
    (
      Site.causeWords, "![Una cadera](hip.svg)", "",
      "12:1: error translation-pictures: The original shows `Content/causes/hip.svg` (`Content/causes/tendon-pain.md:15`), and this translation does not. » Show it here, with `![…](…)` and what it shows in this language."
    ),
    (
      Site.causeWords, "(leg.svg)", "(leg.svg)\n\n![Otra](leg.svg)",
      "25:1: error translation-pictures: This translation shows `Content/causes/leg.svg`, and the original does not. » Delete it, or show it in `Content/causes/tendon-pain.md`, too."
    ),
    (
      Site.causeWords, "> [!WARNING]\n> Pare si empeora.\n", "",
      "21:1: error translation-callouts: The original has `[!WARNING]` at `Content/causes/tendon-pain.md:21`, and this translation does not. » Write it here with the words of the original, starting with `> [!WARNING]`."
    ),
  ]) func places(_ file: String, _ old: String, _ new: String, _ expected: String) async throws {
    let site = try await Site.make()
    let text = try site.text(of: file)
    #expect(text.contains(old))
    try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    expectFaults(site.lines(try await site.check()), ["\(file):\(expected)"])
  }

  /// Of many sections, that is named in which something is missing, be it all or one of two.
  @Test(arguments: 0..<7, [false, true]) func inALongText(_ lacking: Int, _ isTwice: Bool) async throws {
    let site = try await Site.make()
    var original = try site.text(of: Site.cause)
    var own = try site.text(of: Site.causeWords)
    var (there, here) = (0, 0)
    for number in 0..<7 {
      let isLacking = number == lacking
      original += "\n## Part \(number)\n\nRest is good here [@smith2020].\n"
      own += "\n## Parte \(number)\n\nDescansar es bueno\(isLacking && !isTwice ? "" : " [@smith2020]").\n"
      guard isLacking else { continue }
      if isTwice {
        original += "So is sleep [@smith2020].\n"
        own += "Dormir, otro tanto.\n"
      }
      (there, here) = (original.count { $0 == "\n" }, own.count { $0 == "\n" })
    }
    try site.write(original, to: Site.cause)
    try site.write(own, to: Site.causeWords)
    let count = isTwice ? 10 : 9
    expectFaults(
      site.lines(try await site.check()).filter { !$0.contains("translation-stale") },
      [
        "\(Site.causeWords):\(here):1: error translation-citations: The original cites `smith2020` \(count) times (`\(Site.cause):\(there)`), and this translation \(count - 1) times. » Write `[@smith2020]` where `\(Site.cause)` has it."
      ])
  }

  /// Explanations of the checker are held against their originals as articles are.
  @Test func explanations() async throws {
    let site = try Example.clinic.copy()
    let name = "visit.es.md"
    let folder = "Content/symptom-checker/advice"
    try site.write(
      try site.text(of: "\(folder)/visit.md")
        + "\nAsk about it at the front desk of the clinic.\n\n> [!WARNING]\n> Stop.\n",
      to: "\(folder)/visit.md")
    try site.write(
      try site.text(of: "\(folder)/\(name)") + "\nAsk about it at the front desk of the clinic.\n",
      to: "\(folder)/\(name)")
    let found = try await site.check(today: "2026-11-28").diagnostics.filter {
      $0.file == "\(folder)/\(name)"
    }
    #expect(
      Set(found.map(\.code)) == [.translationCallouts, .translationUntranslated, .translationStale],
      "\(found)")
  }

  /// A text full of numbers, the same in both languages or others: each that lacks is told, however many there are.
  @Test(arguments: [0, 30_000]) func manyNumbers(others: Int) async throws {
    func text(from first: Int) -> String { (first..<first + 30_000).map { "\nn \($0)" }.joined() }
    let site = try await Site.make([
      Site.cause: try #require(Site.files[Site.cause]) + text(from: 0),
      Site.causeWords: try #require(Site.files[Site.causeWords]) + text(from: others),
    ])
    let found = try await site.check().diagnostics.count { $0.code == .translationNumbers }
    #expect(found == others)
  }
}
