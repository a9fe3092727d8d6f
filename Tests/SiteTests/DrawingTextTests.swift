import FixtureSite
import Testing

/// Words in a drawing that its page does not say are told: not everyone sees it.
@Suite struct DrawingTextTests {
  private static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><title>Knee</title>
    <text x="5" y="9"><tspan>Press the band</tspan> <tspan>outward slowly</tspan></text><text y="20">Feet stay put</text></svg>
    """

  private static func told(_ body: String, _ drawing: String = drawing, _ more: [String: String] = [:])
    async throws -> [String]
  {
    let files = [
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: body), "Content/causes/band.svg": drawing,
    ]
    return try await faults(files.merging(more) { $1 }).filter { $0.contains("missing-alt") }
  }

  @Test(arguments: [
    ("![A person sitting](band.svg)", 7), ("Text.\n\n![A person sitting](band.svg \"Sitting\")", 9),
    ("- One\n- Two\n\n  ![A band around two knees](band.svg)", 10),
  ])
  func wordsThatNobodyHears(body: String, line: Int) async throws {
    #expect(
      try await Self.told(body) == [
        "Content/causes/tendon-pain.md:\(line):1: warning missing-alt: `band.svg` says things that people who cannot see it do not get, such as “Press the band / outward slowly”. » Say them between the brackets of the picture, in its caption or in the text."
      ])
  }

  @Test(arguments: [
    "![A person presses a band outward slowly; the feet stay put.](band.svg)",
    "![A person sitting](band.svg \"Press the bands outward, feet still\")",
    "1. Press the band outward.\n2. Keep the feet put, go slowly.\n\n![A person sitting](band.svg)",
    // The page that it leads to says it.
    "[![A person sitting](band.svg)](../stretches/step-ups.md)",
    // Nothing shows it: it is there to be kept.
    "See [the drawing](band.svg).",
  ])
  func wordsThatThePageSays(body: String) async throws { #expect(try await Self.told(body) == []) }

  @Test(arguments: [
    "<text>L4</text><text>5 of 10</text>", "<text>Left</text><text>Right</text>",
    "<title>Of a long bone seen</title>",
  ])
  func fewWords(inside: String) async throws {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\(inside)</svg>"
    #expect(try await Self.told("![A knee](band.svg)", drawing) == [])
  }
}
