import FixtureSite
import Testing

@testable import SiteModel
@testable import Text

/// Slips in front matter, data and file names that look right to whoever made them.
@Suite struct WrittenSlipTests {
  private static let wantsIDs =
    "5:12: error wrong-type: `stretches` must be a list of ids, such as `[some-id]`, not a single value. » "

  private func cause(stretches: String, flags: String = "") -> String {
    "---\ntitle: Tendon pain\nsummary: About it.\nsigns: [outer-pain]\nstretches:\(stretches)\n\(flags)---\nText.\n"
  }

  private static let clinic = [
    "Content/stretches/heel-raise.md": FixtureSite.article("Heel raise", "dose: {sets: 2-3, hold: 20-30 s}"),
    "Content/red-flags.yaml":
      "rf-leg: {text: A cold leg, level: urgent, basis: practice}\nrf-arm: {text: A cold arm, level: urgent, basis: practice}\n",
  ]

  private func found(_ text: String) async throws -> [String] {
    try await causeFaults(text, Self.clinic).filter { !$0.contains("orphan") }
  }

  // MARK: Lists

  @Test(arguments: [
    " step-ups,\n  heel-raise", " \"step-ups, heel-raise\"", " step-ups\n  heel-raise",
    " step-ups heel-raise",
    " (step-ups, heel-raise)", " step-ups and heel-raise", " step-ups; heel-raise",
    " |\n  - step-ups\n  - heel-raise",
    " >\n  step-ups\n  heel-raise",
  ])
  func listsWithoutBrackets(value: String) async throws {
    expectFaults(
      try await found(cause(stretches: value)), [Self.wantsIDs + "Write `stretches: [step-ups, heel-raise]`."]
    )
  }

  @Test(arguments: [
    ("[\"step-ups, heel-raise\"]", "Write each of them by itself: `[step-ups, heel-raise]`, without quotes."),
    ("[step-ups heel-raise]", "Separate them with commas: `[step-ups, heel-raise]`."),
    ("[step-ups; heel-raise]", "Separate them with commas: `[step-ups, heel-raise]`."),
    ("[step-ups (avoid in week 1)]", "Write `{id: step-ups, note: avoid in week 1}`."),
    ("[step-ups – from week 3]", "Write `{id: step-ups, note: from week 3}`."),
    ("[step-ups twice a day]", "Write `{id: step-ups, note: twice a day}`."),
    ("[\"step-ups, the high step\"]", "Write `{id: step-ups, note: the high step}`."),
  ])
  func wordsBehindAnID(list: String, hint: String) async throws {
    let name = list.filter { !"[]\"".contains($0) }
    expectFaults(
      try await found(cause(stretches: " \(list)")),
      [
        "5:13: error unknown-target: `stretches` refers to `\(name)`, but there is no such stretch. » \(hint)"
      ])
  }

  @Test(arguments: [
    ("\n  - step-ups: avoid in week 1", "Write `{id: step-ups, note: avoid in week 1}`."),
    ("\n  - step-ups:", "Delete the colon."),
    ("\n  - step-ups: \"not: yet\"", "Write `{id: step-ups, note: …}`."),
  ])
  func notesAsKeys(list: String, hint: String) async throws {
    expectFaults(
      try await found(cause(stretches: list)),
      ["6:5: error wrong-type: This is no id: a `:` with a space behind it makes it a key. » \(hint)"])
  }

  @Test func titlesWithNotes() async throws {
    expectFaults(
      try await found(cause(stretches: " [Step-ups (not yet)]")),
      [
        "5:13: error unknown-target: `stretches` refers to `Step-ups (not yet)`, which is not an id. » Did you mean `step-ups`?"
      ])
  }

  @Test func oneMappingWithoutBrackets() async throws {
    expectFaults(
      try await found(cause(stretches: " {id: step-ups, note: not yet}")),
      [
        "5:12: error wrong-type: `stretches` must be a list of ids, such as `[some-id]`, not a mapping. » Put brackets around it: `stretches: [{id: step-ups, note: …}]`."
      ])
  }

  @Test(arguments: [
    (
      "[rf-leg (call first)]",
      "Write `rf-leg` alone: what readers see of it is its text in `Content/red-flags.yaml`."
    ),
    ("[\"rf-leg, rf-arm\"]", "Write each of them by itself: `[rf-leg, rf-arm]`, without quotes."),
  ])
  func wordsBehindARedFlag(list: String, hint: String) async throws {
    let name = list.filter { !"[]\"".contains($0) }
    expectFaults(
      try await found(cause(stretches: " [step-ups]", flags: "red-flags: \(list)\n")).filter {
        $0.contains("error")
      },
      ["6:13: error unknown-red-flag: There is no red flag `\(name)` in `Content/red-flags.yaml`. » \(hint)"])
  }

  // MARK: Doses

  private func stretch(_ dose: String) async throws -> [String] {
    try await faults(["Content/stretches/step-ups.md": FixtureSite.article("Step-ups", dose)])
      .map { $0.replacing("Content/stretches/step-ups.md:", with: "") }
  }

  @Test(arguments: [
    ("1,5 min", "1.5 min"), ("0,5 hours", "30 min"), ("1 1/2 min", "1.5 min"), ("1·5 min", "1.5 min"),
    ("1,500 s", "1500 s"), ("2 h", "120 min"), ("20, 30 s", "20-30 s"),
  ])
  func timesOtherwiseWritten(written: String, right: String) async throws {
    expectFaults(
      try await stretch("dose:\n  hold: \(written)"),
      [
        "5:9: error wrong-type: `hold` must be a time in `s` or `min`, such as `20-30 s`, not `\(written)`. » Write `\(right)`."
      ])
  }

  @Test(arguments: [
    ("{hold: 1,5 min}", "hold", "Write `hold: 1.5 min`, with a point."),
    ("{sets: 2, 3}", "sets", "Put the whole text in quotes: `sets: \"2, 3\"`."),
  ])
  func commasInBraces(dose: String, key: String, hint: String) async throws {
    expectFaults(
      try await stretch("dose: \(dose)"),
      ["4:14: error wrong-type: `\(key)` ends at the comma: in braces, a comma starts another key. » \(hint)"]
    )
  }

  @Test(arguments: ["dose:\nsets: 3", "dose:\n\nsets: 3"]) func keysThatAreNotIndented(dose: String)
    async throws
  {
    expectFaults(
      try await stretch(dose),
      [
        "\(dose.contains("\n\n") ? 6 : 5):1: error unknown-key: `sets` begins too far left, so it does not belong to `dose`. » Write two spaces in front of it and of each line below that belongs to `dose`."
      ])
  }

  // MARK: Fences

  @Test(arguments: [
    "----", "—", "***", "—-", "```", "```yaml", "−−−", "--- # front matter", "\\---", "<!--", " ---", "- - -",
    ";;;",
  ])
  func firstLines(fence: String) async throws {
    let shown = fence.contains("`") ? "\"\(fence)\"" : "`\(fence)`"
    let text = FixtureSite.cause().replacing("---\n", with: "\(fence)\n", maxReplacements: 1)
    expectFaults(
      try await causeFaults(text).filter { $0.contains("front-matter") },
      [
        "1:1: error front-matter-missing: The front matter has to start with three hyphens, but this line is \(shown). » Write `---` here, and `---` on the line below the last key."
      ])
  }

  @Test(arguments: ["----", "***", "...", "```", "  ---", "___"]) func lastLines(fence: String) async throws {
    let shown = fence.contains("`") ? "\"\(fence)\"" : "`\(fence)`"
    let text = FixtureSite.cause().replacing("]\n---\n", with: "]\n\(fence)\n")
    expectFaults(
      try await causeFaults(text).filter { $0.contains("front-matter") },
      [
        "6:1: error front-matter-unclosed: The front matter is never closed. » This line is \(shown). Replace it with three hyphens, `---`."
      ])
  }

  // MARK: Copies

  @Test(arguments: [
    "about copy", "about (1)", "about~", "Copy of about", "about - Copy (2)", "about.bak",
    "about.sync-conflict-20261101-120000-ABC", "about (conflicted copy)", "Kopie von about",
  ])
  func copiesByName(name: String) async throws {
    expectFaults(
      try await faults(["Content/pages/\(name).md": FixtureSite.files["Content/pages/about.md"]]),
      [
        "Content/pages/\(name).md: error bad-file-name: `\(name).md` cannot be the file name of an article. Use only lowercase letters and digits, with single hyphens between them. » It looks like a copy of `about.md`. Delete it, or, if it is another article, give it another name."
      ])
  }

  @Test(arguments: ["about-2", "about-copy", "copy-of-about", "about-old", "about1"])
  func copiesByTitle(name: String) async throws {
    expectFaults(
      try await faults(["Content/pages/\(name).md": FixtureSite.files["Content/pages/about.md"]]),
      [
        "Content/pages/\(name).md:2:8: warning shared-synonym: This looks like a copy of `Content/pages/about.md`: both have the same title. » If it is an article of its own, change `title`. If not, delete it."
      ])
  }

  @Test func numbersThatAreNames() async throws {
    expectFaults(
      try await faults(["Content/pages/stage 2.md": FixtureSite.article("Stage 2")]),
      [
        "Content/pages/stage 2.md: error bad-file-name: `stage 2.md` cannot be the file name of an article. Use only lowercase letters and digits, with single hyphens between them. » Rename it to `stage-2.md`. If it is a copy of `stage.md`, delete it."
      ])
    let two = try await faults([
      "Content/pages/about-2.md": FixtureSite.article("Part two", body: "See [](page:about).")
    ])
    expectFaults(two.filter { !$0.contains("orphan") }, [])
  }

  // MARK: Opening hours

  @Test(arguments: [
    (
      "09:00", "09:00", "The clinic opens and closes at 09:00, so it is never open.",
      "For a whole day, write `from: \"00:00\", to: \"24:00\"`. For a day without hours, delete this entry."
    ),
    (
      "00:00", "00:00", "The clinic opens and closes at 00:00, so it is never open.",
      "For a whole day, write `from: \"00:00\", to: \"24:00\"`. For a day without hours, delete this entry."
    ),
    (
      "18:00", "00:00", "The clinic closes at 00:00, before it opens at 18:00.",
      "Midnight at the end of a day is `24:00`."
    ),
  ])
  func hoursThatNeverCome(from: String, to: String, message: String, hint: String) async throws {
    let hours = "clinic: {opening-hours: [{days: [monday], from: \"\(from)\", to: \"\(to)\"}]}\nkinds:"
    let found = try await faults(["site.yaml": FixtureSite.configuration("kinds:", hours)])
      .filter { $0.contains("error") }
    expectFaults(found, ["site.yaml:6:62: error bad-configuration: \(message) » \(hint)"])
  }

  @Test(arguments: ["closed: true", "closed: yes, from: \"09:00\""]) func daysWithoutHours(keys: String)
    async throws
  {
    let hours =
      "clinic: {opening-hours: [{days: [monday], from: \"09:00\", to: \"17:00\"}, {days: [sunday], \(keys)}]}\nkinds:"
    let found = try await faults(["site.yaml": FixtureSite.configuration("kinds:", hours)])
      .filter { $0.contains("error") }
    expectFaults(
      found,
      [
        "site.yaml:6:89: error unknown-key: Only days on which the clinic is open are listed: on all others, it is closed. » Delete this entry."
      ])
  }

  @Test func wholeDays() async throws {
    let hours = "clinic: {opening-hours: [{days: [monday], from: \"00:00\", to: \"24:00\"}]}\nkinds:"
    let found = try await faults(["site.yaml": FixtureSite.configuration("kinds:", hours)])
    expectFaults(found.filter { $0.contains("error") }, [])
  }
}
