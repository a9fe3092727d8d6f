import FixtureSite
import Testing

/// `TODO` and the like, and letters from a PDF, in every text that readers get.
@Suite struct UnfinishedTextTests {
  typealias Site = FixtureSite

  private static func told(_ place: String, _ word: String) -> String {
    "\(place): warning unfinished-text: `\(word)` is left in this text, where readers would see it. » Write what belongs here, or delete it."
  }

  @Test(arguments: [
    ("TODO", "TODO: how long", 0), ("TBD", "The dose is TBD.", 12), ("XXX", "About XXX weeks", 6),
    ("FIXME", "FIXME", 0), ("Lorem ipsum", "Lorem ipsum dolor sit amet", 0), ("XXXX", "é (XXXX)", 3),
    ("TBC", "Hours: TBC", 7),
  ])
  func inFrontMatterAndBody(word: String, text: String, offset: Int) async throws {
    expectFaults(
      try await causeFaults(Site.cause().replacing("summary: About it.", with: "summary: \"\(text)\"")),
      [Self.told("3:\(11 + offset)", word)])
    expectFaults(try await causeFaults(Site.cause(body: "A - \(text)")), [Self.told("7:\(5 + offset)", word)])
    expectFaults(
      try await causeFaults(Site.cause("easy: x", body: "## What helps\n\n\(text)")).filter {
        !$0.contains("unknown-key")
      }, [Self.told("10:\(1 + offset)", word)])
  }

  @Test func inFilesOfData() async throws {
    let found = try await faults([
      "site.yaml": Site.configuration("Help for sore hips.", "TODO"),
      "Content/red-flags.yaml": "rf-fall:\n  text: You fell, XXX.\n  level: soon\n  basis: practice\n",
      "Content/references.json": "[{\"id\": \"a\", \"title\": \"TBD\"}]",
      "Content/causes/tendon-pain.md": Site.cause("red-flags: [rf-fall]", body: "It hurts [@a]."),
    ])
    expectFaults(
      found,
      [
        Self.told("site.yaml:2:14", "TODO"),
        Self.told("Content/red-flags.yaml:2:19", "XXX"),
        "Content/references.json:1:23: warning bad-reference: The `title` of `a` has `TBD` in it, where readers would see it. » Write the title that the work has.",
      ])
  }

  /// Once each, though several readers want the care levels.
  @Test func inTheChecker() async throws {
    let site = try Example.clinic.copy()
    for (file, old, new) in [
      ("care-levels.yaml", "heading: ", "heading: TODO "), ("hip-pain.yaml", "ask: ", "ask: TBD "),
    ] {
      let path = "Content/symptom-checker/\(file)"
      let text = try site.text(of: path)
      let place = try #require(text.firstRange(of: old))
      let quoted = text[place.upperBound...].hasPrefix("\"")
      try site.write(
        text.replacing(
          quoted ? old + "\"" : old, with: quoted ? old + "\"" + new.suffix(5) : new, maxReplacements: 1),
        to: path)
    }
    try site.write(
      "Rest, TODO.\n" + (try site.text(of: "Content/symptom-checker/advice/bone.md")),
      to: "Content/symptom-checker/advice/bone.md")
    let report = try await site.check(today: "2026-11-28")
    let found = report.diagnostics.filter { $0.code == "unfinished-text" }
    #expect(
      found.compactMap { $0.file?.split(separator: "/").last } == [
        "bone.md", "care-levels.yaml", "hip-pain.yaml",
      ]
        || found.count == 3, "\(found.map(\.line))")
  }

  /// What is not to be published yet is its author's business; code may show what programmers write.
  @Test(arguments: [
    Site.article("Draft", "draft: true").replacing("About it.", with: "TODO"),
    Site.article("Draft", "publish-on: 2026-04-01").replacing("About it.", with: "TBD"),
    Site.article("Draft", "draft: true", body: "TODO"),
  ])
  func draftsAreQuiet(text: String) async throws {
    expectFaults(try await faults(["Content/pages/draft.md": text]), [])
  }

  @Test(arguments: [
    "`TODO` in code", "```\nTODO\n```", "TODO SOBRE LA CADERA", "Lo hago TODO EL DÍA", "Todo list",
    "MRI and FADIR",
    "XX chromosomes", "TODOS", "an XXL shirt", "[TODO list]: # (x)",
  ])
  func ordinaryWordsAreQuiet(body: String) async throws {
    expectFaults(
      try await causeFaults(Site.cause(body: "Text.\n\n\(body)")).filter { $0.contains("unfinished") }, [])
  }

  /// The heading of emergencies is written in one place, and told there alone.
  @Test func whatIsWrittenElsewhere() async throws {
    let found = try await faults([
      "Content/signs/outer-pain.md": Site.article("TODO sign"),
      "Content/causes/tendon-pain.md": Site.cause(body: "See [](sign:outer-pain)."),
    ])
    expectFaults(found, [Self.told("Content/signs/outer-pain.md:2:8", "TODO")])
  }

  /// What was UTF-8 once, in front matter and in data files; words of other languages are none of it.
  @Test(arguments: [("It doesnâ€™t hurt", 16), ("MÃ©niÃ¨re", 9), ("A \u{FFFD} hip", 10), ("25Â°C", 10)])
  func garbledCharacters(words: String, column: Int) async throws {
    let what =
      "warning doubtful-value: This character was garbled when the text was copied or converted. » Retype it: `â€™` was an apostrophe, for example, and `Ã©` an `é`."
    let found = try await faults([
      "Content/signs/outer-pain.md": FixtureSite.article(words, body: "It hurts at the side of the hip.")
    ])
    expectFaults(found, ["Content/signs/outer-pain.md:2:\(column): \(what)"])
  }

  @Test(arguments: ["MANHÃ, CÂMARA, «FORÊT»", "Château, naïve, Ærø", "ESPAÑA £5"])
  func lettersOfOtherLanguages(words: String) async throws {
    expectFaults(
      try await faults([
        "Content/signs/outer-pain.md": FixtureSite.article(
          "\"\(words)\"", body: "It hurts at the side of the hip.")
      ]), [])
  }

  @Test(arguments: [("inﬂammation", "fl", 2), ("oﬃce", "ffi", 1), ("ﬁrm", "fi", 0)])
  func ligatures(word: String, letters: String, offset: Int) async throws {
    let what =
      "warning doubtful-value: This `\(letters)` is a single character, copied from a PDF, so searches miss the word. » Retype the letters `\(letters)`."
    expectFaults(
      try await causeFaults(Site.cause().replacing("Tendon pain", with: "Pain \(word)")),
      ["2:\(13 + offset): \(what)"])
    expectFaults(
      try await faults([
        "site.yaml": Site.configuration("Help for sore hips.", "Help: \(word)").replacing(
          "Help: ", with: "Help ")
      ]),
      ["site.yaml:2:\(19 + offset): \(what)"])
  }
}
