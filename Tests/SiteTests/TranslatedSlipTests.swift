import FixtureSite
import Testing

/// One slip of a translator, one message.
@Suite struct TranslatedSlipTests {
  private static let bridge = "Content/stretches/bridge.es.md"
  private static let tendon = "Content/causes/gluteal-tendinopathy.es.md"
  private static let advice = "Content/symptom-checker/advice/"

  private static func lines(_ file: String, _ old: String, _ new: String) async throws -> [String] {
    let site = try Example.clinic.copy()
    let text = try site.text(of: file)
    try #require(text.contains(old), "\(file): \(old)")
    try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  @Test(arguments: [
    (
      bridge, "summary:", "resumen:",
      "3:1: error unknown-key: There is no key `resumen` here. » Did you mean `summary`?"
    ),
    (
      bridge, "title:", "título:",
      "2:1: error unknown-key: There is no key `título` here. » Did you mean `title`?"
    ),
    (
      bridge, "{status: pending}", "{estado: pendiente}",
      "20:10: error unknown-key: There is no key `estado` here. » Did you mean `status`?"
    ),
    (bridge, "](step-ups.md)", "] (step-ups.md)", "24:121: warning unread-markdown: This is not a link"),
    (bridge, "> [!WARNING]", "> [! WARNING]", "55:3: error unread-callout:"),
    (
      tendon, "[@grimaldi2015] [@long2013]", "[@ grimaldi2015] [@long2013]",
      "23:297: error malformed-citation:"
    ),
    (
      tendon, "[@grimaldi2015] [@long2013]", "@grimaldi2015 [@long2013]",
      "23:297: error unread-markdown: This is not a citation"
    ),
    (bridge, "](bridge-steps.svg)", "]()", "35:289: error missing-image:"),
    (bridge, "- \"No arquee la espalda para subir más.\"", "- \"-\"", "12:5: error translation-missing:"),
    (
      bridge, "title: \"Puente\"", "title: «Puente»",
      "2:8: warning doubtful-value: `title` stands in quotation marks"
    ),
    (
      tendon, "#el-semáforo", "#the-traffic-light",
      "8:10: error broken-fragment: There is no heading `#the-traffic-light` in `Content/pages/load-management.es.md`. » Did you mean `#el-semáforo`?"
    ),
    (tendon, "(5 a 10 cm)", "(5 a 10 m)", "15:13: warning translation-numbers: The original says `cm`"),
  ]) func once(file: String, old: String, new: String, start: String) async throws {
    let told = try await Self.lines(file, old, new)
    #expect(told.count == 1 && told.first?.hasPrefix("\(file):\(start)") == true, "\(told)")
  }

  /// A language may leave out the units that its readers do not know.
  @Test func convertedUnits() async throws {
    #expect(try await Self.lines(Self.tendon, "de 2 a 4 pulgadas (5 a 10 cm)", "de 5 a 10 cm") == [])
    let told = try await Self.lines(Self.tendon, "de 2 a 4 pulgadas (5 a 10 cm)", "de 5 a 12 cm")
    #expect(told.count == 1, "\(told)")
  }

  @Test(arguments: [
    "Content/stretches/bridge", "Content/pages/load-management", "Content/faqs/what-is-runners-hip",
  ])
  func copies(path: String) async throws {
    let site = try Example.clinic.copy()
    try site.write(try site.text(of: path + ".md"), to: path + ".es.md")
    let told = site.lines(try await site.check(today: "2026-11-28"))
      .filter { $0.hasPrefix("\(path).es.md") }
    #expect(told.count == 1 && told[0].contains("This file is a copy of `\(path).md`"), "\(told)")
  }

  @Test(arguments: [("home", "emergency"), ("emergency", "home"), ("home", "today")])
  func pastedAdvice(from: String, to: String) async throws {
    let site = try Example.clinic.copy()
    try site.write(try site.text(of: "\(Self.advice)\(from).es.md"), to: "\(Self.advice)\(to).es.md")
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      told.count == 1
        && told[0].hasPrefix(
          "\(Self.advice)\(to).es.md:1:1: error translation-fact: This says the same as `\(Self.advice)\(from).es.md`"
        ),
      "\(told)")
  }

  /// In the original, too, whatever the two levels are.
  @Test(arguments: [("rest", "go-now"), ("rest", "today"), ("today", "go-now")])
  func pastedOriginal(from: String, to: String) async throws {
    let site = try Example.starter.copy()
    try site.write(try site.text(of: "\(Self.advice)\(from).md"), to: "\(Self.advice)\(to).md")
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      told.contains { $0.contains("tree-urgent-advice") && $0.contains("but says the same as") }, "\(told)")
  }
}
