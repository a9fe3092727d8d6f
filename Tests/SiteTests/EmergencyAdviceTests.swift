import FixtureSite
import Testing

/// What an emergency says to do: one may call from there, and leave for nothing else.
@Suite struct EmergencyAdviceTests {
  private static func links(_ markdown: String) async throws -> [String] {
    let site = try Example.knee.copyOfOriginal()
    let file = "Content/symptom-checker/advice/go-now.md"
    try site.write(try site.text(of: file) + "\n" + markdown + "\n", to: file)
    return site.lines(try await site.check(today: "2026-11-28"))
      .filter { $0.contains("tree-emergency-links") && $0.contains("knee-pain.yaml") }
  }

  @Test(arguments: [
    "[Call now](tel:911).", "[Write now](sms:911).", "[Call now](tel:911) or [write now](sms:911).",
  ])
  func callingIsNoWayAway(markdown: String) async throws {
    #expect(try await Self.links(markdown) == [])
  }

  @Test(arguments: [
    ("[Read this](https://heart.example/).", "other sites"),
    ("[Call now](tel:911), or [write](mailto:us@clinic.example).", "other sites"),
    ("See [the knee](../../conditions/kneecap-pain.md).", "articles"),
  ])
  func everyOtherLinkIs(markdown: String, what: String) async throws {
    #expect(
      try await Self.links(markdown) == [
        "Content/symptom-checker/knee-pain.yaml:62:38: error tree-emergency-links: `go-now` is an emergency, but its text `advice/go-now.md` links to \(what). » Remove the links: no one should keep reading in an emergency."
      ])
  }
}
