import FixtureSite
import Testing

/// Sentences of red flags that are no signs, and times that close before they open.
@Suite struct SignWordingTests {
  private static let file = "Content/red-flags.yaml"

  private func told(_ text: String) async throws -> [String] {
    let site = try Example.starter.copy()
    let old = "\"A calf that is newly swollen, warm, red or sore\""
    try site.write(try site.text(of: Self.file).replacing(old, with: "\"\(text)\""), to: Self.file)
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  @Test(arguments: [
    ("Is your calf swollen?", "asks something"), ("Does the calf hurt, or is it warm?", "asks something"),
    ("A CALF THAT IS NEWLY SWOLLEN OR SORE", "all in capitals"), ("SWOLLEN CALF, SORE", "all in capitals"),
    ("A calf that is newly swollen...", "cut off"), ("A calf that is swollen, or…", "cut off"),
    ("A calf that is not swollen", "so readers without the sign"),
  ]) func slips(text: String, words: String) async throws {
    let found = try await told(text)
    #expect(found.count == 1 && found[0].contains(words), "\(found)")
  }

  @Test(arguments: [
    "A calf that is swollen for no reason, warm, red or sore",
    "Swollen for no clear reason, warm or red calf",
    "A calf that swells for no known cause, hot or sore", "A calf clot (DVT) in the past, and it swells",
  ]) func signs(text: String) async throws {
    #expect(try await told(text) == [])
  }

  @Test(arguments: [
    ("to: \"05:00\"", "If it closes in the afternoon, write `17:00`."),
    ("to: \"5:00\"", "Write `05:00`, or `17:00` if it is in the afternoon."),
    ("to: \"5:30\"", "Write `05:30`, or `17:30` if it is in the afternoon."),
  ]) func afternoons(to: String, hint: String) async throws {
    let site = try Example.starter.copy()
    let settings = try site.text(of: "site.yaml")
    try site.write(
      settings.replacing(
        "clinic-type: Physiotherapy",
        with:
          "clinic-type: Physiotherapy\nclinic: {opening-hours: [{days: [monday], from: \"09:00\", \(to)}]}"),
      to: "site.yaml")
    let found = site.lines(try await site.check(today: "2026-11-28"))
    #expect(found.count == 1 && found[0].contains(hint), "\(found)")
  }
}
