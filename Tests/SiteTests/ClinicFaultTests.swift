import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// What a clinic may write wrongly about its places, its menus, its languages and its checkers.
@Suite struct ClinicFaultTests {
  private static func kind(_ line: String, _ settings: String = "") -> [String: String?] {
    [
      "site.yaml": FixtureSite.configuration(
        "  page:\n    folder: pages", "  \(line)\n  page:\n    folder: pages"
      )
      .replacing("[causes, page:about]", with: "[causes, team, page:about]").replacing(
        "language: en\n", with: "language: en\n\(settings)"),
      "Content/team/hill.md": FixtureSite.article("Hill Street", body: "Text."),
    ]
  }

  private static let address =
    "address: {type: group, fields: {street: {type: text}, country: {type: text}, floor: {type: text}}}"

  @Test(arguments: [
    ("US", nil), ("AT", nil),
    ("Narnia", "not `Narnia`."), ("USA", "not `USA`. » Write `US`."), ("us", "not `us`. » Write `US`."),
    ("\"United Kingdom\"", "not the text \"United Kingdom\". » Write `GB`."),
  ])
  func countryOfAPlace(country: String, expected: String?) async throws {
    var files = Self.kind("spot: {folder: team, title: Places, review: none, fields: {\(Self.address)}}")
    files["Content/team/hill.md"] = FixtureSite.article(
      "Hill Street", "address: {street: 1 Main Street, country: \(country)}", body: "Text.")
    files["Templates/spot.mustache"] = FixtureSite.page(
      FixtureSite.body + "{{#address}}{{street}} {{country}} {{floor}}{{/address}}")
    let found = try await faults(files)
    expectFaults(
      found.map(Self.told),
      expected.map {
        [
          "error wrong-type: `country` must be the code of a country in two capital letters, such as `US`, \($0)"
        ]
      } ?? [])
  }

  /// Without its file and position.
  private static func told(_ line: String) -> String {
    line.firstRange(of: "error ").map { String(line[$0.lowerBound...]) } ?? line
  }

  @Test(arguments: [
    ("people", "person", "team"), ("therapies", "therapy", "team"), ("persons", "person", "team"),
    ("staff", "person", "team"), ("classes", "class", "team"), ("person", "person", "team"),
  ])
  func kindsInMenus(word: String, kind: String, folder: String) async throws {
    var files = Self.kind("\(kind): {folder: \(folder), title: Team, review: none}")
    files["site.yaml"] = files["site.yaml"]??.replacing("[causes, team,", with: "[causes, team, \(word),")
    files["Templates/\(kind).mustache"] = FixtureSite.page(FixtureSite.body)
    let found = try await faults(files)
    #expect(
      found.contains {
        $0.hasSuffix(
          "error bad-navigation: `\(word)` is neither the folder of a kind nor `kind:id`. » Write `\(folder)`."
        )
      }, "\(found)")
  }

  @Test(arguments: [
    ("{en: English, es: English}", "5:30", "es"), ("{en: English, en-GB: english}", "5:33", "en-GB"),
  ])
  func languagesOfOneName(setting: String, place: String, tag: String) async throws {
    let found = try await faults([
      "site.yaml": FixtureSite.configuration("language: en", "language: en\nlanguages: \(setting)")
    ])
    #expect(
      found.contains(
        "site.yaml:\(place): error bad-configuration: The languages `en` and `\(tag)` have the same name, so readers cannot choose between them. » Write what `\(tag)` calls itself."
      ), "\(found)")
  }

  /// People may have an address, too.
  @Test(arguments: ["Person", "Event", "Article"])
  func placesOfAnotherType(type: String) async throws {
    var files = Self.kind(
      "spot: {folder: team, title: Places, review: none, schema-type: \(type), fields: {\(Self.address)}}",
      "clinic: {locations: spot}\n")
    files["Templates/spot.mustache"] = FixtureSite.page(
      FixtureSite.body + "{{#address}}{{street}} {{country}} {{floor}}{{/address}}")
    expectFaults(
      try await faults(files),
      [
        "site.yaml:5:21: error bad-configuration: `locations` names the kind `spot`, whose articles are of the type `\(type)`, so they are no places. » Write `schema-type: Place` in that kind."
      ])
  }

  /// A list that says nothing.
  @Test(arguments: [
    ("external-links: {allow: []}", "5:25", "allow"), ("auto-link: {never: []}", "5:20", "never"),
    ("writing: {jargon: []}", "5:19", "jargon"), ("writing: {claims: []}", "5:19", "claims"),
    ("writing: {vague-links: []}", "5:24", "vague-links"),
    ("translations: {required: []}", "5:26", "required"),
    ("params: {desks: []}", "5:17", "desks"), ("params: {a: {b: []}}", "5:17", "b"),
  ])
  func emptyLists(setting: String, place: String, name: String) async throws {
    let found = try await faults([
      "site.yaml": FixtureSite.configuration("language: en", "language: en\n" + setting)
    ])
    #expect(
      found.contains(
        "site.yaml:\(place): error empty-value: `\(name)` is empty. » Delete the line if there is nothing to say."
      ),
      "\(found)")
  }

  @Test(arguments: [
    ("fields: {where: {type: choice, of: []}}", "of", "Write the choices, such as `[care, prevention]`."),
    (
      "relations: {with: {to: [], inverse: of}}", "to",
      "Write the kinds that it may lead to, such as `[cause]`."
    ),
  ])
  func emptyListsOfKinds(keys: String, name: String, hint: String) async throws {
    let found = try await faults(
      Self.kind("spot: {folder: team, title: Places, review: none, \(keys)}", ""))
    #expect(
      found.contains { $0.hasSuffix("error empty-value: `\(name)` is empty. » \(hint)") }, "\(found)")
  }

  /// A program that a text of the settings, the red flags or a checker would run where a template leads to it.
  @Test func scriptsInOtherFiles() async throws {
    let site = try Example.knee.copy()
    func replace(_ old: String, _ new: String, _ file: String) throws {
      let text = try site.text(of: file)
      #expect(text.contains(old), "\(file)")
      try site.write(text.replacing(old, with: new), to: file)
    }
    try replace("name: Example Knee Clinic", "name: \"javascript:go()\"", "site.yaml")
    try replace("street: 1 Example Street", "street: \" JavaScript:go()\"", "site.yaml")
    try replace(
      "title: Check your knee pain", "title: \"vbscript:go\"", "Content/symptom-checker/knee-pain.yaml")
    let found = site.lines(try await site.check(today: "2026-11-28")).filter { $0.contains("unsafe-link") }
    expectFaults(
      found.map { $0.replacing(" » Write the address of a page, a file or another site.", with: "") },
      [
        "site.yaml:3:7: error unsafe-link: This text starts with `javascript:`, which could run code in the reader's browser.",
        "site.yaml:92:21: error unsafe-link: This text starts with `javascript:`, which could run code in the reader's browser.",
        "Content/symptom-checker/knee-pain.yaml:5:8: error unsafe-link: This text starts with `vbscript:`, which could run code in the reader's browser.",
      ])
  }

  @Test func placesOfAnotherKind() async throws {
    var files = Self.kind(
      "spot: {folder: team, title: Places, review: none, fields: {\(Self.address)}}",
      "clinic: {locations: faq}\n")
    files["Templates/spot.mustache"] = FixtureSite.page(
      FixtureSite.body + "{{#address}}{{street}} {{country}} {{floor}}{{/address}}")
    expectFaults(
      try await faults(files),
      [
        "site.yaml:5:21: error bad-configuration: `locations` names the kind `faq`, whose articles have no address, so they are no places. » Write `locations: spot`."
      ])
  }

  @Test(arguments: [
    (
      "\"https://*\"",
      "not the text \"https://*\". » Name each site by its address: policies do not work with less."
    ),
    ("\"*\"", "not the text \"*\". » Name each site by its address: policies do not work with less."),
    ("maps.example", "not `maps.example`. » Write `frame: [https://maps.example]`."),
    (
      "[\"https://*\"]",
      "not the text \"https://*\". » Name each site by its address: policies do not work with less."
    ),
  ])
  func sourcesWithoutASite(value: String, expected: String) async throws {
    let found = try await faults([
      "site.yaml": FixtureSite.configuration(
        "language: en", "language: en\ncontent-policy: {frame: \(value)}")
    ])
    let start =
      "error wrong-type: `frame` must be the address of a site that starts with `https://`, such as `https://maps.example`, or `self`, "
    expectFaults(found.map(Self.told), [start + expected])
  }

  /// An empty list of the flags that a checker must ask about says nothing, and nothing else is told for it.
  @Test func aCheckerThatMustAskNothing() async throws {
    let site = try Example.knee.copy()
    let file = "Content/symptom-checker/knee-pain.yaml"
    let text = try site.text(of: file)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("asks:") })
    try site.write(text.replacing(line, with: "asks: []"), to: file)
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "\(file):10:7: error empty-value: `asks` is empty. » List the red flags that this checker must ask about. If it must ask about all, delete `asks`."
      ])
  }
}
