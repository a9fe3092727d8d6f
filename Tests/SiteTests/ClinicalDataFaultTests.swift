import FixtureSite
import Testing

/// `red-flags.yaml` and `references.json`.
@Suite struct ClinicalDataFaultTests {
  typealias Site = FixtureSite
  private static let flags = "Content/red-flags.yaml"
  private static let references = "Content/references.json"

  @Test func unknownRedFlag() async throws {
    expectFaults(
      try await causeFaults(
        Site.cause("red-flags: [rf-fal, rf-fall]"),
        [Self.flags: "rf-fall:\n  text: You fell.\n  level: urgent\n  basis: practice\n"]),
      [
        "6:13: error unknown-red-flag: There is no red flag `rf-fal` in `Content/red-flags.yaml`. » Did you mean `rf-fall`?"
      ])
  }

  @Test(arguments: [
    (
      "rf-fall: {text: You fell., level: urgant, basis: practice}",
      "1:35: error bad-red-flag: `urgant` is not a care level. » Did you mean `urgent`?"
    ),
    (
      "rf-fall: {text: You fell., level: now, basis: practice}",
      "1:35: error bad-red-flag: `now` is not a care level. » The levels are `emergency`, `urgent`, `soon`, `routine`, `self-care`."
    ),
    (
      "rf-fall: {text: You fell., level: urgent}",
      "1:1: error bad-red-flag: The red flag `rf-fall` does not say what it is based on. » Add `sources: [key]` or `basis: practice`."
    ),
    (
      "rf-fall: {text: <b>You</b> fell., level: urgent, basis: practice}",
      "1:17: error bad-red-flag: The text of a red flag must be one plain sentence of at most 200 characters, without `<` or `>`."
    ),
    (
      "rf-fall: {text: You fell., why: <b>Ask.</b>, level: urgent, basis: practice}",
      "1:33: error bad-red-flag: The `why` of a red flag must be plain text of at most 200 characters, without `<` or `>`."
    ),
    (
      "rf-fall: {text: You fell., why: [Ask.], level: urgent, basis: practice}",
      "1:33: error wrong-type: `why` must be text, not a list. » If the brackets are part of the text, write `why: \"[Ask.]\"`. If not, remove them."
    ),
    (
      "rf-fall: {text: You fell., level: urgent, basis: habit}",
      "1:50: error wrong-type: `basis` must be `practice`, not `habit`."
    ),
    (
      "rf-fall: {text: You fell., level: urgent, sources: [a2020]}",
      "1:53: error unknown-reference: The red flag `rf-fall` lists the source `a2020`, but `Content/references.json` has no such work."
    ),
    (
      "rf-fall: {level: urgent, basis: practice}",
      "1:1: error missing-key: The key `text` is missing. » Add `text:`, then its value."
    ),
    (
      "rf-fall: {text: You fell., level: urgent, bases: practice}",
      "1:43: error unknown-key: There is no key `bases` here. » Did you mean `basis`?"
    ),
    (
      "RF fall: {text: You fell., level: urgent, basis: practice}",
      "1:1: error bad-name: `RF fall` cannot be the name of a red flag. Use only lowercase letters and digits, with single hyphens between them. » Write `rf-fall`."
    ),
    (
      "[rf-fall]",
      "1:1: error wrong-type: `red-flags.yaml` must be a mapping of ids to red flags, not a list."
    ),
  ])
  func badRedFlag(text: String, expected: String) async throws {
    let found = try await faults([Self.flags: text + "\n"])
    #expect(found.contains("\(Self.flags):\(expected)"), "\(found)")
  }

  @Test(arguments: [
    (
      "[{\"title\": \"A\"}]",
      "1:2: error bad-reference: This work has no `id`, so it cannot be cited. » Add one, such as `\"id\": \"griffin2016\",`, after its `{`."
    ),
    (
      "[{\"id\": \"a2020\"}]",
      "1:2: error bad-reference: The work `a2020` has no `title`. » Write its `title`, or delete the work."
    ),
    (
      "[\"a2020\"]",
      "1:2: error bad-reference: This work has no `id`, so it cannot be cited. » Write each work as `{\"id\": \"griffin2016\", \"title\": \"…\"}`."
    ),
    (
      "{\"id\": \"a2020\"}",
      "1:1: error wrong-type: `references.json` must be a list of works in CSL-JSON, as Zotero exports it, not a mapping. » Add `[` before the first `{` and `]` after the last `}`."
    ),
    (
      "[{\"id\": \"a2020\", \"title\": \"A\"}]",
      "1:9: warning unused-reference: `a2020` is not cited anywhere. » Cite it where it supports a claim, as in `[@a2020]`, or remove it."
    ),
  ])
  func badReference(text: String, expected: String) async throws {
    expectFaults(try await faults([Self.references: text]), ["\(Self.references):\(expected)"])
  }

  @Test func duplicateReference() async throws {
    let works = "[\n{\"id\": \"a2020\", \"title\": \"A\"},\n{\"id\": \"a2020\", \"title\": \"B\"}\n]\n"
    expectFaults(
      try await causeFaults(Site.cause(body: "A claim [@a2020]."), [Self.references: works]),
      [
        "Content/references.json:3:8: error duplicate-reference: The key `a2020` is used twice; the first is on line 2."
      ])
  }

  @Test func nearestReference() async throws {
    let works = "[{\"id\": \"griffin2016\", \"title\": \"A\"}]"
    expectFaults(
      try await causeFaults(
        Site.cause(body: "Two claims [@griffin2016; @grifin2016]."), [Self.references: works]),
      [
        "7:27: error unknown-citation: `@grifin2016` is cited, but it is not in the references. » Did you mean `@griffin2016`?"
      ])
  }

  /// Zotero indents with tabs.
  @Test func referencesIndentedWithTabs() async throws {
    let works =
      "[\n\t{\n\t\t\"id\":\"a2020\",\n\t\t\"title\":\"A \\\"b\\\" \\/ \\u00e9\",\n\t\t\"issued\":{\"date-parts\":[[2020]]}\n\t}\n]\n"
    expectFaults(try await causeFaults(Site.cause(body: "A claim [@a2020]."), [Self.references: works]), [])
  }
}
