import FixtureSite
import Foundation
import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import SymptomTree
@testable import Text
@testable import Writing

/// The JSON-LD of pages: byte for byte what it says, and that it says no more than schema.org has words for.
@Suite struct StructuredDataTests {
  static let changes: [String: String?] = {
    var configuration = FixtureSite.configuration
    for (folder, type) in [
      ("causes", "MedicalCondition"), ("signs", "MedicalSymptom"), ("stretches", "ExercisePlan"),
      ("faqs", "FAQPage"),
    ] {
      configuration = configuration.replacing(
        "folder: \(folder)\n", with: "folder: \(folder)\n    schema-type: \(type)\n")
    }
    configuration = configuration.replacing(
      "hold: {type: duration}",
      with: "hold: {type: duration}, reps: {type: range}, rest: {type: duration}, frequency: {type: text}")
    return [
      "site.yaml": configuration.replacing(
        "language: en\n", with: "language: en\nclinic-type: Physiotherapy\n"),
      "Templates/layout.mustache": FixtureSite.files["Templates/layout.mustache"]?
        .replacing("<head>", with: "<head>{{{structured-data}}}"),
    ]
  }()

  private static let clinic =
    "{\"@type\":\"Physiotherapy\",\"name\":\"Hill Clinic\",\"url\":\"https://clinic.example/\"}"

  private static func crumbs(_ steps: [(String, String)]) -> String {
    let entries = ([("Hill Clinic", "/")] + steps).enumerated().map { place, step in
      "{\"@type\":\"ListItem\",\"position\":\(place + 1),\"name\":\"\(step.0)\",\"item\":{\"@id\":\"https://clinic.example\(step.1)\"}}"
    }
    return "{\"@type\":\"BreadcrumbList\",\"itemListElement\":[\(entries.joined(separator: ","))]}"
  }

  /// What every page that teaches says first and then.
  private static func start(_ type: String, _ title: String, _ url: String) -> String {
    "{\"@type\":\(type),\"url\":\"https://clinic.example\(url)\",\"headline\":\"\(title)\",\"inLanguage\":\"en\","
  }
  private static let rest = "\"publisher\":\(clinic),\"audience\":{\"@type\":\"Patient\"}"

  private static func data(_ files: [String: String?], on page: String) async throws -> String? {
    let site = try FixtureSite(changes.merging(files) { $1 })
    let lines = site.lines(try await site.build())
    #expect(lines == [], "\(lines)")
    let text = try #require(try site.snapshot().text(page))
    let found = text.matches(of: /<script type="application\/ld\+json">(.*?)<\/script>/).map { String($0.1) }
    #expect(found.count == 1)
    let graph = try #require(found.first)
    _ = try JSONSerialization.jsonObject(with: Data(graph.utf8))
    let head = "{\"@context\":\"https://schema.org\",\"@graph\":["
    #expect(graph.hasPrefix(head) && graph.hasSuffix("]}"))
    return String(graph.dropFirst(head.count).dropLast(2))
  }

  @Test func home() async throws { #expect(try await Self.data([:], on: "index.html") == Self.clinic) }

  @Test func list() async throws {
    #expect(try await Self.data([:], on: "causes/index.html") == Self.crumbs([("Causes", "/causes/")]))
  }

  @Test func pageOfNoType() async throws {
    #expect(
      try await Self.data([:], on: "about/index.html")
        == Self.crumbs([("About this site", "/about/")]) + ","
        + Self.start("\"MedicalWebPage\"", "About this site", "/about/") + Self.rest + "}")
  }

  /// People, places, articles, events and how-tos: what their fields say, by name and type.
  @Test(arguments: [
    (
      "Person",
      "role: {type: text}, languages: {type: text, list: true}, phone: {type: text}, profile: {type: url}, photo: {type: image}",
      [
        "role: Physical \"therapist\"", "languages: [en, es]", "phone: +1 555 0100",
        "profile: https://x.example/a",
        "photo: {file: a.svg, alt: A face}",
      ],
      "\"jobTitle\":\"Physical \\\"therapist\\\"\",\"knowsLanguage\":[\"en\",\"es\"],\"telephone\":\"+1 555 0100\",\"sameAs\":\"https://x.example/a\",\"image\":\"https://clinic.example/news/a.svg\""
    ),
    (
      "Place", "address: {type: group, fields: {street: {type: text}, city: {type: text}}}, map: {type: url}",
      ["address: {street: 1 Main Street, city: Springfield}", "map: https://map.example/1"],
      "\"address\":{\"@type\":\"PostalAddress\",\"streetAddress\":\"1 Main Street\",\"addressLocality\":\"Springfield\"},\"hasMap\":\"https://map.example/1\""
    ),
    ("Article", "day: {type: date}", ["day: 2026-01-02"], "\"datePublished\":\"2026-01-02\""),
    (
      "Event", "start: {type: date}, end: {type: date}, place: {type: text}",
      ["start: 2026-05-01", "end: 2026-05-02", "place: Town hall"],
      "\"startDate\":\"2026-05-01\",\"endDate\":\"2026-05-02\",\"location\":\"Town hall\""
    ),
    (
      "HowTo", "minutes: {type: range}, tools: {type: text, list: true}",
      ["minutes: 5-10", "tools: [a chair]"],
      "\"totalTime\":\"PT10M\",\"tool\":[\"a chair\"]"
    ),
    // Of another type a field of that name says nothing.
    ("Article", "day: {type: text}, photo: {type: text}", ["day: soon", "photo: none"], ""),
  ])
  func thingsOfFields(type: String, fields: String, values: [String], said: String) async throws {
    let configuration = (Self.changes["site.yaml"] ?? nil) ?? ""
    let article = (["---", "title: News item", "summary: About it."] + values + ["---", "Text.", ""]).joined(
      separator: "\n")
    let found = try await Self.data(
      [
        "site.yaml": configuration.replacing(
          "kinds:\n",
          with:
            "kinds:\n  news:\n    folder: news\n    title: News\n    schema-type: \(type)\n    list: {archive: updated}\n    fields: {\(fields)}\n"
        ),
        "Templates/index.mustache": FixtureSite.page(
          "{{#years}}{{year}}{{/years}}{{#articles}}{{>card}}{{/articles}}"),
        "Templates/news.mustache": FixtureSite.page("{{{body}}}{{#facts}}{{name}}{{/facts}}"),
        "Content/news/one.md": article,
        "Content/news/a.svg": values.contains { $0.hasPrefix("photo: {") }
          ? "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"/>" : nil,
      ], on: "news/one/index.html")
    #expect(
      found?.hasSuffix(
        "\"mainEntity\":{\"@type\":\"\(type)\",\"name\":\"News item\"\(said.isEmpty ? "" : ",")\(said)}}")
        == true,
      "\(found ?? "")")
  }

  @Test func condition() async throws {
    let files: [String: String?] = [
      "Content/causes/tendon-pain.md": FixtureSite.cause(
        "also-known-as: [\"sore </script> hip\"]", "updated: 2026-01-15", "see-also: [bursa-pain]",
        "review: {status: approved, author: A. Bell, reviewer: B. Cole, reviewed: 2026-02-01}",
        body: "As known [@a]."),
      "Content/causes/bursa-pain.md": FixtureSite.article(
        "Bursa pain", "signs: [outer-pain]", "stretches: []"),
      "Content/references.json": """
      [{"id": "a", "title": "The <i>Warwick</i> agreement & \\"more\\"", "author": [{"family": "Griffin", "given": "D. R."}],
        "container-title": "Br J Sports Med", "issued": {"date-parts": [[2016]]}}]
      """,
    ]
    let data = try #require(try await Self.data(files, on: "causes/tendon-pain/index.html"))
    #expect(
      data.replacing(
        Self.crumbs([("Causes", "/causes/"), ("Tendon pain", "/causes/tendon-pain/")]), with: "")
        == "," + Self.start("\"MedicalWebPage\"", "Tendon pain", "/causes/tendon-pain/")
        + "\"dateModified\":\"2026-01-15\",\"lastReviewed\":\"2026-02-01\",\"reviewedBy\":{\"@type\":\"Person\",\"name\":\"B. Cole\"},"
        + Self.rest
        + ",\"citation\":[\"Griffin DR. The Warwick agreement & \\\"more\\\". Br J Sports Med. 2016.\"],"
        + "\"mainEntity\":{\"@type\":\"MedicalCondition\",\"name\":\"Tendon pain\",\"alternateName\":[\"sore \\u003c/script> hip\"],"
        + "\"signOrSymptom\":[{\"@type\":\"MedicalSymptom\",\"name\":\"Outer hip pain\",\"url\":\"https://clinic.example/signs/outer-pain/\"}],"
        + "\"possibleTreatment\":[{\"@type\":[\"ExercisePlan\",\"MedicalTherapy\"],\"name\":\"Step-ups\",\"url\":\"https://clinic.example/stretches/step-ups/\"}],"
        + "\"differentialDiagnosis\":[{\"@type\":\"DDxElement\",\"diagnosis\":{\"@type\":\"MedicalCondition\",\"name\":\"Bursa pain\",\"url\":\"https://clinic.example/causes/bursa-pain/\"}}]}}"
    )
  }

  @Test func reviewIsToldOnlyWhenApproved() async throws {
    let files: [String: String?] = [
      "Content/causes/tendon-pain.md": FixtureSite.cause("review: {status: pending, author: A. Bell}")
    ]
    let data = try #require(try await Self.data(files, on: "causes/tendon-pain/index.html"))
    #expect(!data.contains("eviewed") && !data.contains("Bell"))
  }

  @Test func exercise() async throws {
    let files: [String: String?] = [
      "Content/stretches/step-ups.md": FixtureSite.article(
        "Step-ups", "dose: {sets: 2-3, hold: 20-30 s, reps: \"8\", rest: 1 min, frequency: 3 days a week}")
    ]
    let data = try #require(try await Self.data(files, on: "stretches/step-ups/index.html"))
    #expect(
      data.hasSuffix(
        "\"mainEntity\":{\"@type\":\"ExercisePlan\",\"name\":\"Step-ups\","
          + "\"activityDuration\":{\"@type\":\"QuantitativeValue\",\"minValue\":20,\"maxValue\":30,\"unitCode\":\"SEC\"},"
          + "\"repetitions\":{\"@type\":\"QuantitativeValue\",\"value\":8},"
          + "\"restPeriods\":{\"@type\":\"QuantitativeValue\",\"value\":1,\"unitCode\":\"MIN\"},"
          + "\"activityFrequency\":\"3 days a week\"}}"))
  }

  @Test func question() async throws {
    let files: [String: String?] = [
      "Content/faqs/keep-running.md": FixtureSite.article(
        "Can I keep running?", "about: [cause:tendon-pain]",
        body: "Often & *less* [@a].\n\n## How\n\n- a<b\n- \"c\"\n\nNext[^1].\n\n[^1]: No."),
      "Content/references.json": "[{\"id\": \"a\", \"title\": \"A\"}]",
    ]
    let data = try #require(try await Self.data(files, on: "faqs/keep-running/index.html"))
    #expect(
      data.contains(
        Self.start("[\"MedicalWebPage\",\"FAQPage\"]", "Can I keep running?", "/faqs/keep-running/")))
    #expect(
      data.hasSuffix(
        "\"about\":[{\"@type\":\"MedicalCondition\",\"name\":\"Tendon pain\",\"url\":\"https://clinic.example/causes/tendon-pain/\"}],"
          + "\"mainEntity\":{\"@type\":\"Question\",\"name\":\"Can I keep running?\",\"acceptedAnswer\":{\"@type\":\"Answer\","
          + "\"text\":\"Often & less. How a\\u003cb “c” Next.\"}}}"))
  }
}
