import FixtureSite
import Testing

/// What Git leaves of a merge, each line of it by itself, in every sort of file.
@Suite struct MergeLeftoverTests {
  private static let told =
    "error CODE: Git left this line here when it merged two versions of this text. » Keep one version, and delete every line that starts with `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>`."
  private static let article = "Content/conditions/kneecap-pain.md"

  private static func knee(
    _ file: String, _ old: String, _ new: String, _ place: String, code: String = "unfinished-text"
  ) -> EditedExample {
    EditedExample(
      .knee, [.init(file, old, new)], ["\(file):\(place): \(told.replacing("CODE", with: code))"])
  }

  static let leftovers: [EditedExample] = [
    knee(article, "\n## What may help\n", "\n>>>>>>> ann\n\n## What may help\n", "32:1"),
    knee(article, "\n## What may help\n", "\n||||||| 1a2b3c\n\n## What may help\n", "32:1"),
    knee(article, "\n## What may help\n", "\n=======\n\n## What may help\n", "32:1"),
    knee(article, "\n## What may help\n", "\n<<<<<<< HEAD\r\n\n## What may help\n", "32:1"),
    // Right below a sentence, where it would make a heading of it.
    knee(article, "it may become sore.\n", "it may become sore.\n=======\n", "31:1"),
    knee(article, "and hold the rail.\n", "and hold the rail.\n=======\n", "38:1"),
    knee(article, "weeks: 6-12\n", "weeks: 6-12\n=======\n", "15:1", code: "yaml-syntax"),
    knee(article, "weeks: 6-12\n", "weeks: 6-12\n>>>>>>> ann\n", "15:1", code: "yaml-syntax"),
    knee("Content/red-flags.yaml", "rf-calf:\n", "||||||| 1a2b3c\nrf-calf:\n", "23:1", code: "yaml-syntax"),
    knee("Content/references.json", "[\n", "[\n=======\n", "2:1", code: "yaml-syntax"),
    knee(
      "Content/symptom-checker/knee-pain.yaml", "questions:\n", "questions:\n>>>>>>> ann\n", "13:1",
      code: "yaml-syntax"),
    knee("Templates/condition.mustache", "{{>warnings}}\n", "{{>warnings}}\n=======\n", "32:1"),
    knee("Templates/words/en.yaml", "menu: Menu\n", "menu: Menu\n=======\n", "71:1"),
    knee("Templates/assets/site.css", "body {", ">>>>>>> ann\nbody {", "48:1"),
    // Both versions: what the text cites and leads to is not known.
    knee(
      article, "\n## What may help\n",
      "\n<<<<<<< HEAD\nOne text.\n=======\nAnother text.\n>>>>>>> ann\n\n## What may help\n", "32:1"),
  ]

  @Test(arguments: leftovers) func eachIsToldOnce(_ edited: EditedExample) async throws {
    try await edited.check()
  }

  @Test(arguments: [
    "Warm up\n=======\n\nWalk.", "A longer heading\n================\n\nWalk.",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "> > > Text.", "It is 5 ======= 5.", ">>>>>>>> Text.",
  ])
  func otherRowsOfSigns(body: String) async throws {
    expectFaults(
      try await causeFaults(FixtureSite.cause(body: body)).filter { $0.contains("unfinished-text") }, [])
  }

  @Test func ornamentsOfStylesheets() async throws {
    expectFaults(
      try await faults(["Templates/assets/site.css": "/*\n=======\nPage\n=======\n*/\nmain { color: red; }\n"]
      ), [])
  }

  @Test(arguments: ["```", "````"]) func suggestions(fence: String) async throws {
    expectFaults(
      try await causeFaults(
        FixtureSite.cause(body: "Rest.\n\n\(fence)suggestion\nRest for a day.\n\(fence)\n")),
      [
        "9:1: error unfinished-text: This is a suggestion from GitHub, which readers would see as program code. » Put its text in place of what it changes, and delete the two lines with backticks around it."
      ])
  }

  // MARK: Front matter

  private static let text =
    "---\ntitle: Tendon pain\nsummary: About it.\nsigns: [outer-pain]\nstretches: [step-ups]\n---\n"

  @Test(arguments: [
    ("```yaml\n" + text + "```\n\nText.\n", "\"```yaml\", and line 8"),
    ("```markdown\n" + text + "\nText.\n```\n", "\"```markdown\", and line 10"),
    ("~~~\n" + text + "\n~~~\n\nText.\n", "`~~~`, and line 9"),
  ])
  func inABlockOfCode(article: String, lines: String) async throws {
    expectFaults(
      try await causeFaults(article),
      [
        "1:1: error front-matter-missing: This line makes a block of code of the front matter below it. » Delete this line, \(lines), which closes the block."
      ])
  }

  @Test func blockOfCodeWithoutAnEnd() async throws {
    expectFaults(
      try await causeFaults("```\n" + Self.text + "\nText.\n"),
      [
        "1:1: error front-matter-missing: This line makes a block of code of the front matter below it. » Delete this line, \"```\"."
      ])
  }

  @Test(arguments: ["--- end", "--- text below"]) func fenceWithWords(line: String) async throws {
    expectFaults(
      try await causeFaults(Self.text.dropLast(4) + line + "\nText.\n"),
      [
        "6:1: error front-matter-unclosed: The front matter is never closed. » This line is `\(line)`. Replace it with three hyphens, `---`."
      ])
  }

  @Test(arguments: ["", "\nMore.\n\n"]) func pastedTwice(between: String) async throws {
    let lines = (Self.text + "Text.\n" + between).split(separator: "\n", omittingEmptySubsequences: false)
    expectFaults(
      try await causeFaults(Self.text + "Text.\n" + between + Self.text + "Text.\n"),
      [
        "\(lines.count):1: error front-matter-unclosed: A second article starts here, so readers would see its front matter as text. » If it is the same article twice, delete it from here on. Otherwise, move it to a file of its own."
      ])
  }

  @Test func rulesBetweenTexts() async throws {
    expectFaults(
      try await causeFaults(FixtureSite.cause(body: "Text.\n\n---\n\nThe title: a word.\n\n---\n\nMore.")), []
    )
  }
}
