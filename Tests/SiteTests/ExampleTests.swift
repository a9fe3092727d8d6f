import FixtureSite
import Foundation
import Testing
import YAML

@testable import Authoring
@testable import Files
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text

/// The complete sites of this repository: its own, and those in `Examples`.
@Suite struct ExampleTests {
  @Test(arguments: Example.allCases) func buildsWithoutFault(example: Example) async throws {
    let site = try example.copy()
    #expect(site.lines(try await site.build(strict: true)) == [])
    #expect(try site.snapshot().files["symptom-checker/index.html"] != nil)
  }

  /// Kinds and relations of other names do all that the hip site's do.
  @Test func kneeClinicNamesItsKindsItself() async throws {
    let site = try Example.knee.copy()
    _ = try await site.build()
    let published = try site.snapshot()
    let checker = try #require(published.text("symptom-checker/knee-pain.json"))
    #expect(checker.contains(#""causes":["condition:kneecap-pain","condition:knee-osteoarthritis"]"#))
    #expect(checker.contains(#""stretches":["exercise:straight-leg-raise","exercise:wall-sit"]"#))
    let page = try #require(published.text("symptom-checker/index.html"))
    #expect(page.contains(#"<a href="/exercises/wall-sit/">Wall sit</a>"#))
    let programme = try #require(published.text("conditions/kneecap-pain/programme/index.html"))
    #expect(programme.contains("Slide down a little, and hold.") && programme.contains("Lie on your back."))
    let condition = try #require(published.text("conditions/kneecap-pain/index.html"))
    for property in ["signOrSymptom", "possibleTreatment", "differentialDiagnosis"] {
      #expect(condition.contains("\"\(property)\":["))
    }
    #expect(!condition.contains("\"name\":\"Deep squat\""), "what must not be done is no treatment")
    let exercise = try #require(published.text("exercises/wall-sit/index.html"))
    for property in ["activityDuration", "restPeriods", "activityFrequency"] {
      #expect(exercise.contains("\"\(property)\":"))
    }
  }

  @Test(arguments: [
    (
      "deep-squat",
      "The cause `kneecap-pain` says to avoid the stretch `deep-squat`, which `front` recommends."
    ),
    (
      "step-down",
      "The cause `kneecap-pain` says to be careful with the stretch `step-down`, which `front` recommends."
    ),
  ]) func kneeClinicIsProvenSafe(exercise: String, message: String) async throws {
    let site = try Example.knee.copy()
    let file = "Content/symptom-checker/knee-pain.yaml"
    try site.write(
      try site.text(of: file).replacing(
        "[straight-leg-raise, wall-sit]", with: "[straight-leg-raise, \(exercise)]"),
      to: file)
    let report = try await site.check()
    #expect(report.diagnostics.map(\.message).contains(message), "\(site.lines(report))")
  }

  /// What warns makes nothing related, whatever it is called.
  @Test func kneeClinicWarnsWithoutRelating() async throws {
    let site = try Example.knee.copy()
    _ = try await site.build()
    let page = try #require(try site.snapshot().text("exercises/deep-squat/index.html"))
    #expect(page.contains("<h2>Not with</h2>") && !page.contains("<h2>Related pages</h2>"))
  }

  /// The knee clinic's site is there to show, and to try, every setting and every key of front matter.
  @Test func kneeClinicUsesEverySetting() async throws {
    let site = try Example.knee.copy()
    let inventory = try await SiteInventory.read(
      site.path, today: try CalendarDate.parsing("2026-03-01"), jobs: 2)
    let settings = try site.text(of: "site.yaml")
    func isUsed(_ key: String, in text: String) throws -> Bool {
      try text.contains(Regex("(?m)(^|[ {])\(key): "))
        || text.contains(Regex("(?m)^ *\(key):$"))
    }
    let schema = try JSONSerialization.jsonObject(with: Data(inventory.settingsSchema.utf8))
    let keys = Self.properties(of: schema)
    #expect(keys.count > 30)
    for key in keys { #expect(try isUsed(key, in: settings), "site.yaml does not use `\(key)`") }
    for type in FieldTypes.names {
      #expect(settings.contains("type: \(type)"), "no field of the type `\(type)`")
    }
    for type in SchemaType.names {
      #expect(settings.contains("schema-type: \(type)"), "no kind of `\(type)`")
    }
    let articles = try site.snapshot("Content").contents.filter { $0.key.hasSuffix(".md") }.values
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    let fields = inventory.index.configuration.kinds.flatMap(\.fields).map(\.name)
    for key in FrontMatterKey.names + fields {
      #expect(try isUsed(key, in: articles), "no article has `\(key)`")
    }
  }

  /// The names of all properties that a JSON Schema describes.
  private static func properties(of schema: Any) -> Set<String> {
    if let list = schema as? [Any] { return list.reduce(into: []) { $0.formUnion(properties(of: $1)) } }
    guard let members = schema as? [String: Any] else { return [] }
    let own = members.keys.contains("required") || members["type"] as? String == "object"
    var names = Set((own ? members["properties"] as? [String: Any] : nil)?.keys.map { $0 } ?? [])
    for value in members.values { names.formUnion(properties(of: value)) }
    return names
  }
}
