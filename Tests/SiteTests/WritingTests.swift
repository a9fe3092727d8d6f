import FixtureSite
import Testing

@testable import SiteModel
@testable import Writing

/// What readers may trip over: found, at its place, and only there.
@Suite struct WritingTests {
  private static let longSentence =
    "You can walk and swim and cycle as long as it does not hurt more than a little while you do it, and as long as it is no worse the next morning."
  private static let easySection = longSentence + " Then rest. Sit down. Lie still. Get up. Walk on."
  private static let hardText =
    "Conservative rehabilitation necessitates comprehensive biomechanical evaluation. Individualised multidisciplinary interventions subsequently facilitate progressive neuromuscular adaptation. Physiological characteristics considerably influence musculoskeletal recuperation."

  private static let twenty = Array(repeating: "on", count: 20).joined(separator: " ")

  /// What is found in the text of an article, without its file; the text begins in line 7.
  private func words(
    _ body: String, _ keys: String..., settings: String = "", others: [String: String] = [:]
  ) async throws -> [String] {
    let path = "Content/causes/tendon-pain.md"
    let article =
      (["signs: [outer-pain]", "stretches: [step-ups]"] + keys).reduce(
        "---\ntitle: Tendon pain\nsummary: It hurts.\n"
      ) { $0 + $1 + "\n" } + "---\n" + body + "\n"
    let site = try FixtureSite(
      [path: article, "site.yaml": FixtureSite.configuration + settings + "\n"].merging(others) { $1 })
    return site.lines(try await site.check()).map { $0.replacing(path + ":", with: "") }
  }

  @Test func everyFindingIsWholeAndAtItsPlace() async throws {
    let found = try await words(
      """
      It **hurts**. \(Self.longSentence)

      #### Ärger

      - This is *guaranteed* to help; see [here](../signs/outer-pain.md).

      > A [bursa] is sore. So you have a torn tendon.

      ## Care

      \(Self.hardText)
      """, settings: "writing: {jargon: [bursa], glossary: page:about}")
    expectFaults(
      found,
      [
        "7:15: warning long-sentence: This sentence has 33 words. Sentences of more than 30 words are hard to follow. » Split it into two sentences.",
        "9:1: warning skipped-heading: The first heading has level 4. Below the title, it must have level 2. » Start it with `##`.",
        "11:12: warning absolute-claim: `guaranteed` promises more than anyone can. » Say only what is known, with words such as \"may\", \"often\" or \"in most people\".",
        "11:38: warning vague-link: The link text `here` does not say where the link goes. » Use words that name the page: many readers go from link to link.",
        "13:6: warning unexplained-word: Readers may not know the word `bursa`, and the site does not explain it. » Use a plain word, or explain it under a heading `bursa` in `Content/pages/about.md`.",
        "13:25: warning absolute-claim: \"You have\" tells readers what is wrong with them, but only an examination can show that. » Write \"you may have\", or describe what it can feel like.",
        "15:1: warning hard-to-read: This section has a reading age of 46.3; aim for 14 or younger. » Use shorter sentences and everyday words, then check again.",
      ].map { $0 })
  }

  @Test(arguments: [
    (29, ""), (30, ""), (31, "This sentence has 31 words."), (32, "This sentence has 32 words."),
  ])
  func aSentenceMayHaveThirtyWords(count: Int, told: String) async throws {
    let found = try await words(
      (["Go"] + Array(repeating: "on", count: count - 1)).joined(separator: " ") + ".")
    #expect(
      found
        == (told.isEmpty
          ? []
          : [
            "7:1: warning long-sentence: \(told) Sentences of more than 30 words are hard to follow. » Split it into two sentences."
          ]))
  }

  @Test(arguments: [
    "There is no cure. Nobody can guarantee it. It cannot be guaranteed, and it isn't a cure.",
    "If you have pain, rest. Note the pain you have. Once you have rested, go on. You have to wait.",
    "- You have a fever\n- You have a new limp", "> [!EMERGENCY]\n> You have chest pain.",
    "A well-cured ham and a [cure](sign:outer-pain).".replacing("[cure]", with: "[remedy]"),
    "That you have a torn tendon shows in no test.", "You have felt it.",
    "Go \(twenty)! Go \(twenty)? Go \(twenty).",
    "`cure`\n\n```\na guarantee in code\n```", "Read [here and there](sign:outer-pain) about it.",
    "It is 2.5 km, e.g. On a track. Dr. Bell agrees.",
    "## One\n\n### Two\n\n## Three\n\n### Four\n\n#### Five",
  ])
  func goodTextIsLeftAlone(text: String) async throws {
    expectFaults(try await words(text), [])
  }

  @Test(arguments: [
    (1, "You have red skin."), (1, "You\thave a torn tendon."),
    (17, "This shows that you have a torn tendon."),
    (7, "Look: you have a torn tendon."),
  ])
  func aClaimIsTold(column: Int, text: String) async throws {
    expectFaults(
      try await words(text),
      [
        "7:\(column): warning absolute-claim: \"You have\" tells readers what is wrong with them, but only an examination can show that. » Write \"you may have\", or describe what it can feel like."
      ])
  }

  /// Neither a name, a number, an abbreviation nor a comma.
  @Test(arguments: [
    (54, "See Dr. Bell, Ann Lee (Ann!) and 2.5 others, Bob and Carol, as"),
    (56, "Ask Ann and Prof. Hill, or Bob of fig. 3, i.e. All of us, as"),
  ])
  func whatEndsNoSentence(count: Int, start: String) async throws {
    expectFaults(
      try await words("\(start) \(Self.twenty) \(Self.twenty).", settings: "writing: {hard-to-read: false}"),
      [
        "7:1: warning long-sentence: This sentence has \(count) words. Sentences of more than 30 words are hard to follow. » Split it into two sentences."
      ])
  }

  @Test(arguments: [
    ("hard-to-read", Self.hardText), ("long-sentence", Self.easySection), ("unexplained-word", "A bursa."),
    ("absolute-claim", "It is a cure."), ("skipped-heading", "### Rest"),
    ("vague-link", "[More](sign:outer-pain)."),
  ])
  func eachCanBeSwitchedOff(check: String, text: String) async throws {
    let list = "jargon: [bursa]"
    let on = try await words(text, settings: "writing: {\(list)}")
    #expect(on.count == 1 && on[0].contains("warning \(check):"), "\(on)")
    expectFaults(try await words(text, settings: "writing: {\(list), \(check): false}"), [])
    expectFaults(try await words(text, "writing: {\(check): false}", settings: "writing: {\(list)}"), [])
    let again = try await words(
      text, "writing: {\(check): true}", settings: "writing: {\(list), \(check): false}")
    #expect(again.count == 1, "\(again)")
  }

  /// A translation is held against the formula of its language; where there is none, nothing is said.
  @Test(arguments: [("es", true), ("es-MX", true), ("en", true), ("de", false)])
  func aTranslationIsReadAsItsLanguage(tag: String, isMeasured: Bool) {
    var settings = WritingSettings()
    settings.jargon = ["bursa"]
    let translated = settings.translated(to: SiteLanguage(tag: tag, name: tag))
    #expect(translated.switches[.hardToRead] == isMeasured)
    #expect(translated.switches[.longSentence] && translated.jargon.isEmpty)
    settings.switches[.hardToRead] = false
    #expect(!settings.translated(to: SiteLanguage(tag: tag, name: tag)).switches[.hardToRead])
  }

  @Test func anOrphanCanBeAllowed() async throws {
    let page = "Content/pages/alone.md"
    let found = try await faults([page: FixtureSite.article("Alone", body: "Text.")])
    #expect(found.count == 1 && found[0].contains("warning orphan"))
    expectFaults(
      try await faults([page: FixtureSite.article("Alone", "writing: {orphan: false}", body: "Text.")]), [])
  }

  @Test func whatTheGlossaryOrATitleExplainsMayBeUsed() async throws {
    let settings = "writing: {glossary: page:words, jargon: [bursa, tendon pain, pace, Femoral Neck]}"
    let glossary = [
      "Content/pages/words.md": FixtureSite.article(
        "Words", body: "See [](cause:tendon-pain).\n\n## Bursa, femoral neck\n\nA sac. A bone.")
    ]
    expectFaults(
      try await words(
        "Bursas, the FEMORAL *neck* and [tendon pain](../pages/words.md). One pace, two paces.",
        settings: settings,
        others: glossary),
      [
        "7:70: warning unexplained-word: Readers may not know the word `pace`, and the site does not explain it. » Use a plain word, or explain it under a heading `pace` in `Content/pages/words.md`."
      ])
  }

  @Test func otherLanguagesHaveTheListsOfTheSiteOnly() async throws {
    let settings = "writing: {claims: [Heilung]}"
    let german = FixtureSite.configuration.replacing("language: en", with: "language: de")
    let found = try await words(
      "Cure. Eine Heilung. \(Self.hardText)",
      others: ["site.yaml": german + settings + "\n"])
    expectFaults(
      found,
      [
        "7:12: warning absolute-claim: `heilung` promises more than anyone can. » Say only what is known, with words such as \"may\", \"often\" or \"in most people\"."
      ])
  }

  @Test(arguments: [
    (
      "writing: {long-sentances: false}",
      "unknown-key: There is no key `long-sentances` here. » Did you mean `long-sentence`?"
    ),
    (
      "writing: {long-sentence: off}",
      "wrong-type: `long-sentence` must be `true` or `false`, not `off`. » Write `false`."
    ),
    (
      "writing: {glossary: page:abot}",
      "unknown-target: `glossary` refers to `page:abot`, but there is no such article. » Did you mean `page:about`?"
    ),
    (
      "writing: {jargon: bursa}",
      "wrong-type: `jargon` must be a list of words, such as `[isometric]`, not a single value. » Write `jargon: [bursa]`."
    ),
  ])
  func settingsAreChecked(settings: String, expected: String) async throws {
    let found = try await words("Text.", settings: settings)
    #expect(found.count == 1 && found[0].hasSuffix("error " + expected), "\(found)")
  }

  @Test func placesAreRightInTablesFootnotesAndSecondMentions() async throws {
    let found = try await words(
      """
      | A | B |
      |---|---|
      | rest | a cure |

      No cure here.[^a] A cure.

      [^a]: It is a
        miracle.
      """)
    expectFaults(
      found.map { $0.split(separator: " ")[0] + " " + $0.split(separator: "`")[1] },
      ["9:12: cure", "11:21: cure", "14:3: miracle"])
  }
}
