import FixtureSite
import Testing

/// Words to explain are found however many there are, and however they are written.
@Suite struct JargonTests {
  private static func found(_ body: String, jargon: [String]) async throws -> [String] {
    let settings =
      FixtureSite.configuration
      + "writing: {jargon: [\(jargon.map { "\"\($0)\"" }.joined(separator: ", "))]}\n"
    let site = try FixtureSite([
      "site.yaml": settings, "Content/causes/tendon-pain.md": FixtureSite.cause(body: body),
    ])
    return site.lines(try await site.check()).filter { $0.contains("unexplained-word") }
      .map { String($0.split(separator: "`")[1]) }
  }

  /// Quotation marks are set as typesetters do before the words are read.
  @Test(arguments: ["A Baker's cyst.", "A BAKER’S cyst.", "Two baker's cysts."])
  func apostrophes(body: String) async throws {
    #expect(try await Self.found(body, jargon: ["Baker's cyst"]) == ["Baker's cyst"])
  }

  /// More than are compared one after another, of one to three words.
  @Test func manyThatBeginAlike() async throws {
    let jargon = (1...40).map { "loin part\($0)" } + ["loin", "loin part7 edge", "loin cloth"]
    #expect(
      try await Self.found("The loin part7 edges and loin part12. Loins hurt.", jargon: jargon).sorted()
        == ["loin", "loin part12", "loin part7", "loin part7 edge"])
    #expect(try await Self.found("The sloin parted; a hipster.", jargon: jargon).isEmpty)
  }

  /// No text is compared with every word of the list.
  @Test func thousands() async throws {
    let jargon = (0..<5_000).map { "word\($0)" }
    #expect(
      try await Self.found("A word4321 and a Word17, a word5000.", jargon: jargon).sorted() == [
        "word17", "word4321",
      ])
  }

  /// "If" at the beginning of a sentence holds to its end, whatever its length.
  @Test func conditionsReachFar() async throws {
    let long = String(repeating: "or so it goes, ", count: 200)
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause(
        "writing: {long-sentence: false, hard-to-read: false}",
        body: "If it hurts, \(long)then rest: you have time. So: you have a tear.")
    ])
    let found = site.lines(try await site.check())
    #expect(found.count == 1 && found[0].contains("absolute-claim"), "\(found)")
  }
}
