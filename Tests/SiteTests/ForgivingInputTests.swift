import FixtureSite
import Testing

/// Input that is odd but not wrong, or too much.
@Suite struct ForgivingInputTests {
  /// A byte-order mark and CRLF are read as if they were not there.
  @Test func byteOrderMarkAndLineEnds() async throws {
    let plain = try FixtureSite()
    let odd = try FixtureSite()
    for (file, text) in FixtureSite.files where !file.hasPrefix("Templates/assets") {
      // A template's own line ends go out as they are.
      let ends = file.hasPrefix("Templates/") ? "\n" : "\r\n"
      try odd.write("\u{FEFF}" + text.replacing("\n", with: ends), to: file)
    }
    #expect(plain.lines(try await plain.build()) == [])
    #expect(odd.lines(try await odd.build()) == [])
    #expect(try odd.snapshot().contents == plain.snapshot().contents)
  }

  @Test func positionsAreTheSameWithThem() async throws {
    let text = FixtureSite.cause("sumary: x", body: "[x](nowhere.md)")
    let plain = try await faults(inCause: text)
    #expect(plain.count == 2)
    expectFaults(try await faults(inCause: "\u{FEFF}" + text.replacing("\n", with: "\r\n")), plain)
    expectFaults(try await faults(inCause: text.replacing("\n", with: "\r")), plain)
  }

  @Test func articleOverAMegabyte() async throws {
    let body = String(repeating: "word ", count: 1 << 18)
    let bytes = FixtureSite.cause(body: body).utf8.count
    expectFaults(
      try await faults(inCause: FixtureSite.cause(body: body)),
      [
        "Content/causes/tendon-pain.md: error article-too-large: The article has \(bytes) bytes; the limit is 1048576. » Split it into several articles, or raise `max-bytes` under `markdown` in `site.yaml`."
      ])
  }

  @Test func smallerLimitOfTheSite() async throws {
    let settings = FixtureSite.configuration("language: en", "language: en\nmarkdown: {max-bytes: 150}")
    let found = try await faults(["site.yaml": settings])
    expectFaults(
      found,
      [
        "Content/causes/tendon-pain.md: error article-too-large: The article has \(FixtureSite.files["Content/causes/tendon-pain.md"]?.utf8.count ?? 0) bytes; the limit is 150. » Split it into several articles, or raise `max-bytes` under `markdown` in `site.yaml`."
      ])
  }

  @Test func rawHTMLWhereTheSiteAllowsIt() async throws {
    let settings = FixtureSite.configuration("language: en", "language: en\nmarkdown: {raw-html: true}")
    expectFaults(
      try await faults(inCause: FixtureSite.cause(body: "Some <b>bold</b> text."), ["site.yaml": settings]),
      [])
  }
}
