import FixtureSite
import Testing

@testable import SiteModel
@testable import Text

/// Slips that editors made in a trial, outside the text of articles.
@Suite struct EditorSlipTests {
  private static let flags = "Content/red-flags.yaml"

  // MARK: Red flags

  @Test(arguments: ["\"???\"", "…", "Text", "\"[warning sign]\"", "A leg that is ??", "xx", "1. a"])
  func redFlagsToBeWritten(text: String) async throws {
    let shown = text.replacing("\"", with: "")
    expectFaults(
      try await faults([Self.flags: "rf-leg: {text: \(text), level: urgent, basis: practice}\n"]),
      [
        "\(Self.flags):1:16: error bad-red-flag: The text of the red flag `rf-leg` is still to be written: readers would see `\(shown)`. » Write the warning sign in one plain sentence, or delete the red flag."
      ])
  }

  @Test(arguments: ["\"• A cold leg • A numb leg\"", "\"1. A cold leg 2. A numb leg\"", "\"- A cold leg\""])
  func redFlagsWithMarks(text: String) async throws {
    expectFaults(
      try await faults([Self.flags: "rf-leg: {text: \(text), level: urgent, basis: practice}\n"]),
      [
        "\(Self.flags):1:16: warning bad-red-flag: The text of the red flag `rf-leg` has the marks of a list in it, which readers see as they are typed. » Write one sentence, with `; or` between several signs, or a red flag for each of them."
      ])
  }

  @Test func redFlagsThatAComment() async throws {
    expectFaults(
      try await faults([
        Self.flags: "rf-leg:\n  text: A cold leg # or numb\n  level: urgent\n  basis: practice\n"
      ]),
      [
        "\(Self.flags):2:20: warning doubtful-value: `text` ends here: everything after a space and a `#` is ignored. » Put the whole text in straight quotes: `text: \"…\"`. If this is a comment, move it to a line of its own."
      ])
  }

  @Test(arguments: [
    "发烧", "Fit", "é", "Ein Bein ist kalt – oder taub", "You fell 2. hours ago", "Temperature of 38.5 °C",
  ])
  func redFlagsInOrder(text: String) async throws {
    expectFaults(
      try await faults([Self.flags: "rf-leg: {text: \(text), level: urgent, basis: practice}\n"]), [])
  }

  // MARK: Templates

  private static let exercises = FixtureSite.configuration(
    "title: Causes", "title: Causes\n    programme: stretches")

  @Test func fieldsThatNoTemplateShows() async throws {
    let page = FixtureSite.page(FixtureSite.body)
    expectFaults(
      try await faults([
        "site.yaml": Self.exercises,
        "Templates/programme.mustache": FixtureSite.page(
          "{{#programme}}{{#parts}}{{title}}{{/parts}}{{/programme}}"),
        "Templates/stretch.mustache": page,
        "Content/stretches/step-ups.md": FixtureSite.article(
          "Step-ups", "dose: {sets: 2-3}", "easier: [Hold a rail.]"),
      ]).filter { !$0.contains("orphan") },
      [
        "Content/stretches/step-ups.md:1:1: warning bad-configuration: Readers do not see `dose` of this article: the template `stretch` does not show it. » Use `dose` in `Templates/stretch.mustache`.",
        "Content/stretches/step-ups.md:1:1: warning bad-configuration: Readers do not see `easier` of this article: the template `stretch` does not show it. » Use `easier` in `Templates/stretch.mustache`.",
      ])
  }

  @Test func pagesWithoutLanguageAndTitle() async throws {
    let layout = try #require(FixtureSite.files["Templates/layout.mustache"])
    expectFaults(
      try await faults(["Templates/layout.mustache": layout.replacing(" lang=\"{{language}}\"", with: "")]),
      [
        "Templates/layout.mustache:2:1: warning bad-configuration: This page does not say its language, so screen readers may speak it wrongly. » Write `<html lang=\"{{language}}\">`."
      ])
    expectFaults(
      try await faults([
        "Templates/layout.mustache": layout.replacing("<title>{{head-title}}</title>", with: "")
      ]),
      [
        "Templates/layout.mustache:3:1: warning bad-configuration: This page has no title for tabs, bookmarks and search engines. » Add `<title>{{head-title}}</title>` below `<head>`."
      ])
  }

  @Test func numbersWithoutTel() async throws {
    let site = FixtureSite.configuration + "clinic: {phone: +1 555 0100}\n"
    func found(_ link: String) async throws -> [String] {
      try await faults([
        "site.yaml": site, "Templates/faq.mustache": FixtureSite.page(FixtureSite.body + link),
      ])
    }
    expectFaults(
      try await found("{{#site.clinic}}<a href=\"{{phone}}\">Call</a>{{/site.clinic}}"),
      [
        "Templates/faq.mustache:3:\(FixtureSite.body.count + 26): warning broken-link: This link is a telephone number without `tel:`, so it calls no one. » Write `tel:{{phone}}`."
      ])
    #expect(try await found("{{#site.clinic}}<a href=\"{{phone-url}}\">{{phone}}</a>{{/site.clinic}}") == [])
  }

  // MARK: Front matter

  private static func stretch(_ keys: String) -> [String: String?] {
    [
      "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", keys)
    ]
  }

  @Test(arguments: ["none", "n/a", "[none]"]) func listsOfNothing(value: String) async throws {
    let shown = value.filter { $0 != "[" && $0 != "]" }
    expectFaults(
      try await faults(Self.stretch("easier: \(value)")),
      [
        "Content/stretches/step-ups.md:4:\(value.hasPrefix("[") ? 10 : 9): warning doubtful-value: `easier` says `\(shown)`, which readers would see as an entry of the list. » Delete this key."
      ])
  }

  @Test(arguments: ["–", "•"]) func listsInOneText(mark: String) async throws {
    expectFaults(
      try await faults(Self.stretch("easier:\n  \(mark) Hold a rail\n  \(mark) Sit down")).filter {
        $0.contains("doubtful-value")
      },
      [
        "Content/stretches/step-ups.md:5:3: warning doubtful-value: `easier` is read as one entry here, because `\(mark)` begins no entry of a list. » Write each entry on a line of its own that starts with `- `."
      ])
  }

  @Test func textsThatACommaSplits() async throws {
    expectFaults(
      try await faults(Self.stretch("easier: [Stop at pain, or swelling, Hold a rail]")),
      [
        "Content/stretches/step-ups.md:4:24: warning doubtful-value: This entry of `easier` begins in the middle of a sentence: the comma before it ends the entry. » Put each entry that has a comma in it in straight quotes: `[\"…, …\"]`."
      ])
  }

  @Test(arguments: [
    ("0", "0, so readers are told to do nothing. » Write how many are meant, or delete this line."),
    ("300", "300, which is more than anybody is told to do. » Check the number: at most 20 are likely."),
  ])
  func doses(sets: String, told: String) async throws {
    expectFaults(
      try await faults(Self.stretch("dose: {sets: \(sets), hold: 20 s}")),
      ["Content/stretches/step-ups.md:4:14: warning doubtful-value: `sets` is \(told)"])
  }

  @Test(arguments: [
    "easier: [Hold a rail – or a wall., \"Sit, or lie.\"]", "easier: No hands at first.",
    "dose: {sets: 1-20}",
    "easier:\n  - Hold a rail.\n  - or a wall", "easier: [– Hold a rail]",
  ])
  func valuesInOrder(keys: String) async throws { expectFaults(try await faults(Self.stretch(keys)), []) }

  @Test(arguments: ["x", "?", "…"]) func textsToBeWritten(value: String) async throws {
    let site = FixtureSite.configuration(
      "hold: {type: duration}", "hold: {type: duration}, frequency: {type: text}")
    var files = Self.stretch("dose: {frequency: \"\(value)\"}")
    files["site.yaml"] = site
    expectFaults(
      try await faults(files),
      [
        "Content/stretches/step-ups.md:4:19: warning unfinished-text: `frequency` is `\(value)`, which says nothing to readers. » Write your own text, or delete this line."
      ])
  }

  @Test(arguments: [
    ("## What helps\n\n## At night\n\nRest.", 9, 1),
    ("Text.\n\n## What helps\n\n## When to rest\n\nText.", 9, 1),
  ])
  func headingsWithNothingBelow(body: String, line: Int, column: Int) async throws {
    expectFaults(
      try await causeFaults(FixtureSite.cause(body: body.hasPrefix("#") ? "Text.\n\n" + body : body)),
      [
        "\(line):\(column): warning empty-heading: There is nothing below this heading. » Write its text, or delete the heading."
      ])
  }

  /// What is a heading only because of the line below it is told as that.
  @Test func headingsByAccident() async throws {
    expectFaults(
      try await causeFaults(
        FixtureSite.cause(body: "Text.\n\n## What helps\n\nRest helps. Walk.\n---\n\nText.")),
      [
        "12:1: warning unread-markdown: This line turns the text right above it into a heading. » Add an empty line above it, or delete it."
      ])
  }

  @Test(arguments: [
    "## A\n\n### B\n\nText.", "## A\n\n- b", "## A\n\n| a |\n|---|\n| b |", "## A\n\n    code",
  ])
  func headingsWithText(body: String) async throws {
    #expect(
      try await causeFaults(FixtureSite.cause(body: body)).filter { $0.contains("empty-heading") } == [])
  }

  // MARK: Settings and references

  @Test(arguments: [
    ("https://clinic.example/index.html", "https://clinic.example/"),
    ("https://clinic.example/site/Home.html", "https://clinic.example/site/"),
  ])
  func addressesOfPages(address: String, right: String) async throws {
    let found = try await faults([
      "site.yaml": FixtureSite.configuration("https://clinic.example/", address)
    ])
    expectFaults(
      found,
      [
        "site.yaml:3:11: error wrong-type: `base-url` must be the address of the site, not of a page that ends in `.html`, not `\(address)`. » Write `\(right)`."
      ])
  }

  @Test(arguments: ["http://localhost:8080/", "http://127.0.0.1/"]) func ownComputer(address: String)
    async throws
  {
    expectFaults(
      try await faults(["site.yaml": FixtureSite.configuration("https://clinic.example/", address)]),
      [
        "site.yaml:3:11: warning bad-configuration: `base-url` is an address of your own computer, so links to this site lead nowhere for anybody else. » Write the address at which readers find the site, such as `https://clinic.example/`."
      ])
  }

  @Test func worksWithOtherKeys() async throws {
    let works =
      "[{\"id\": \"a1\", \"title\": \"A\", \"doi\": \"10.1000/1\", \"issued\": {\"date-parts\": [[2016, 13]]}}]"
    expectFaults(
      try await faults(
        inCause: FixtureSite.cause(body: "Common [@a1]."), ["Content/references.json": works]),
      [
        "Content/references.json:1:36: warning bad-reference: The work `a1` has `doi`, which is not read, so readers get no link to it. » Write `\"DOI\"` for `\"doi\"`.",
        "Content/references.json:1:82: warning bad-reference: The work `a1` has the month 13, which is none. » Write year, month and day in this order, such as `[2016, 5, 31]`.",
      ])
  }

  // MARK: Names of files

  @Test(arguments: [("Content/causes/a.yml", "a"), ("Content/red-flags.yml", "red-flags")])
  func dataWithAnotherEnding(path: String, name: String) async throws {
    expectFaults(
      try await faults([path: "a: b\n"]),
      [
        "\(path): error bad-file-name: `\(name).yml` is not read, because files of data must end in `.yaml`. » Rename it to `\(name).yaml`."
      ])
  }

  @Test(arguments: ["about (1)", "about copy", "about - Copy"]) func copies(stem: String) async throws {
    let found = try await faults(["Content/pages/\(stem).md": FixtureSite.article("About us")])
    #expect(
      found.contains {
        $0.hasSuffix(
          "» It looks like a copy of `about.md`. Delete it, or, if it is another article, give it another name."
        )
      }, "\(found)")
  }

  // MARK: What was told in vain

  @Test(arguments: [
    "https://outlook.office.com/bookwithme/user/1a2b3c@clinic.example",
    "https://outlook.office.com/owa/calendar/Clinic@clinic.example/bookings/",
  ])
  func bookingPages(address: String) { #expect(PrivateAddress.place(of: address.utf8) == nil) }

  @Test(arguments: [
    ("+1 555 0100 ext. 12", "+15550100;ext=12"), ("+1-555-0100 x7", "+15550100;ext=7"),
    ("555 0100 extension 3", "5550100;ext=3"),
  ])
  func extensions(number: String, dialed: String) {
    #expect(ClinicFacts.Telephone(number)?.dialed == dialed)
  }

  @Test(arguments: ["+1 555 0100 ext.", "+1 555 0100 ext. twelve", "ext. 12", "+0 555 0100", "2026-11-30"])
  func noNumbers(number: String) {
    #expect(ClinicFacts.Telephone(number) == nil)
  }
}
