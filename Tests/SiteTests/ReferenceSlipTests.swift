import FixtureSite
import Testing

/// Works with keys of other programs, and files of references that are no JSON.
@Suite struct ReferenceSlipTests {
  private static let file = "Content/references.json"

  private static func slip(_ old: String, _ new: String, _ fault: String) -> EditedExample {
    EditedExample(.knee, [.init(file, old, new)], ["\(file):\(fault)"])
  }

  static let keys = [
    slip(
      "\"container-title\": \"J Orthop", "\"publicationTitle\": \"J Orthop",
      "18:5: warning bad-reference: The work `malliaras2015` has `publicationTitle`, which is not read, so readers do not see it. » Write `\"container-title\"` for `\"publicationTitle\"`."
    ),
    slip(
      "\"issued\": {\"date-parts\": [[2015]]}", "\"year\": 2015",
      "19:5: warning bad-reference: The work `malliaras2015` has `year`, which is not read, so readers do not see it. » Write `\"issued\": {\"date-parts\": [[2015]]}` for `\"year\"`."
    ),
    slip(
      "\"page\": \"887-898\"", "\"pages\": \"887-898\"",
      "22:5: warning bad-reference: The work `malliaras2015` has `pages`, which is not read, so readers do not see it. » Write `\"page\"` for `\"pages\"`."
    ),
    slip(
      "    \"issued\": {\"date-parts\": [[2015]]},\n", "",
      "13:3: warning bad-reference: The work `malliaras2015` has no year, so readers cannot tell how old it is. » Add `\"issued\": {\"date-parts\": [[2016]]}`, with the year in which it was published."
    ),
    slip(
      "\"title\": \"Osteoarthritis in over 16s: diagnosis and management (NG226)\"",
      "\"title\": \"Osteoarthritis in over 16s. BMJ. 2022; 12:1-3.\"",
      "27:14: warning bad-reference: The `title` of `nice2022` is a whole citation, so readers would see the journal and the year twice. » Write the title alone: authors, journal, year, volume and pages have keys of their own."
    ),
    slip(
      "\"issued\": {\"date-parts\": [[2022]]}",
      "\"issued\": {\"date-parts\": [[2022]]},\n    \"URL\": \"https://www-nice-org-uk.ezproxy.uni.example/guidance/ng226\"",
      "30:12: warning private-link: This address leads through the sign-in of a library, so visitors cannot open it. » Write `https://www.nice.org.uk/guidance/ng226`."
    ),
    slip(
      "[\n  {\n    \"id\": \"collins2018\"",
      "[\n  {\"id\": \"ono2021\", \"title\": \" \", \"author\": [], \"issued\": \"\"},\n  {\n    \"id\": \"collins2018\"",
      "2:3: error bad-reference: The work `ono2021` has no `title`. » Write its `title`, or delete the work."),
  ]

  static let syntax = [
    slip(
      "    \"volume\": \"45\",", "    /* checked */\n    \"volume\": \"45\",",
      "20:5: error bad-reference: This is a comment, and JSON cannot have any. » Delete it, from `/*` to `*/`."
    ),
    slip(
      "    \"volume\": \"45\",", "    // checked by Ann\n    \"volume\": \"45\",",
      "20:5: error bad-reference: This is a comment, and JSON cannot have any. » Delete this line."),
    slip(
      "    \"volume\": \"45\",",
      "<<<<<<< HEAD\n    \"volume\": \"45\",\n=======\n    \"volume\": \"46\",\n>>>>>>> ann",
      "20:1: error yaml-syntax: Git left this line here when it merged two versions of this text. » Keep one version, and delete every line that starts with `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>`."
    ),
    slip(
      "(NG226)\",", "(NG226)\",\n@article{lee2020, title = {Knees}}",
      "28:1: error bad-reference: This is BibTeX, not CSL-JSON. » Delete it here. In Zotero, Mendeley or EndNote, export the works as \"CSL JSON\", and add those to this list."
    ),
  ]

  @Test(arguments: keys + syntax)
  func isToldOnce(_ slip: EditedExample) async throws { try await slip.check() }

  @Test func pastedAtTheEnd() async throws {
    let site = try Example.knee.copy()
    let text = try site.text(of: Self.file)
    try site.write(text + "PMID- 123\nTI  - Knees\n", to: Self.file)
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      told.count == 1 && told[0].contains(": error bad-reference: This is a PubMed file, not CSL-JSON."),
      "\(told)")
  }

  /// A work whose key was changed is one slip, told where it is cited.
  @Test(arguments: ["15", "http://zotero.org/users/9/items/XYZ", "ABC9"])
  func anotherKey(id: String) async throws {
    let site = try Example.knee.copy()
    try site.write(
      try site.text(of: Self.file).replacing("\"id\": \"malliaras2015\"", with: "\"id\": \"\(id)\""),
      to: Self.file)
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(told.count == 1, "\(told)")
    #expect(
      told[0].hasSuffix(
        " » If it is the work on line 14 of `Content/references.json`, which nothing cites, write `\"id\": \"malliaras2015\"` there."
      ), "\(told)")
  }

  /// Better BibTeX writes the key that people cite beside one of its own.
  @Test func citationKeys() async throws {
    try await EditedExample(
      .knee,
      [
        .init(
          Self.file, "\"id\": \"malliaras2015\"", "\"id\": \"XYZ9\", \"citation-key\": \"malliaras2015\"")
      ], []
    ).check()
  }

  /// One work under two keys, of which both are cited.
  @Test func sharedTitles() async throws {
    let article = "Content/conditions/kneecap-pain.md"
    let site = try Example.knee.copy()
    let text = try site.text(of: Self.file)
    let other =
      "{\"id\": \"nice\", \"title\": \"Osteoarthritis in over 16s – diagnosis and management (NG226).\", \"issued\": {\"date-parts\": [[2022]]}}"
    try site.write("[" + other + "," + text.dropFirst(), to: Self.file)
    try site.write(try site.text(of: article) + "\nIt is common [@nice].\n", to: article)
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "\(Self.file):27:14: warning duplicate-reference: `nice2022` has the same title and year as `nice` on line 1. » If both are one study, keep only one of them and cite it everywhere."
      ])
  }

  @Test(arguments: [
    ("\"container-title\": \"J Orthop", "\"journal\": \"JOSPT\", \"container-title\": \"J Orthop"),
    ("\"type\": \"report\",", "\"type\": \"report\", \"URL\": \"https://www.nice.org.uk/guidance/ng226\","),
    ("\"issued\": {\"date-parts\": [[2015]]}", "\"status\": \"in press\""),
    ("(NG226)\"", "(2022; second edition)\""),
  ])
  func isQuiet(old: String, new: String) async throws {
    try await EditedExample(.knee, [.init(Self.file, old, new)], []).check()
  }
}
