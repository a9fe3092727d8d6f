import FixtureSite
import Testing

/// Letters that are written in two ways are one: a Mac takes é apart in names of files, and other programs in texts.
@Suite struct OneLetterTests {
  private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"></svg>"

  @Test(arguments: [("é", "e\u{301}"), ("e\u{301}", "é"), ("e\u{301}", "e\u{301}"), ("é", "é")])
  func headingsAndFragmentsPicturesAndMentions(one: String, other: String) async throws {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause(
        body:
          "[down](#r\(other)sum\(other)) [again](#r%C3%A9sum\(other)) and coup d\(one)e.\n\n## R\(one)sum\(one)\n\n![The hip](caf\(one).svg)\n\n[There](stretch:step-ups#\(one)t\(other))"
      ),
      "Content/causes/caf\(other).svg": Self.svg,
      "Content/stretches/step-ups.md": FixtureSite.article(
        "Step-ups", "also-known-as: [coup d\(other)e]", body: "Up.\n\n## \(other)T\(one)\n\nDown."),
    ])
    expectFaults(site.lines(try await site.build()), [])
    let published = try site.snapshot()
    let page = try #require(published.text("causes/tendon-pain/index.html"))
    #expect(
      page.contains("<h2 id=\"résumé\">") && page.contains("href=\"/stretches/step-ups/\">coup dée</a>"),
      "\(page)")
    #expect(
      published.names.contains { Array($0.utf8) == Array("causes/café.svg".utf8) }, "\(published.names)")
    #expect(page.contains("/causes/caf%C3%A9.svg"))
  }

  /// Columns are those of the file, in which the letter has two characters.
  @Test func placesAreThoseOfTheFile() async throws {
    expectFaults(
      try await causeFaults(
        FixtureSite.cause(
          "draft: {e\u{301}: 1}", body: "e\u{301}e\u{301} [x](nowhere.md)\ne\u{301} [y](nothing.md)"
        )
        .replacing("draft: {e\u{301}: 1}", with: "\"e\u{301}\": 1")),
      [
        "6:1: error unknown-key: There is no key `é` here. » The keys are `title`, `summary`, `also-known-as`, `redirect-from`, `draft`, `publish-on`, `expires-on`, `updated`, `order`, `review`, `auto-link`, `red-flags`, `writing`, `changes`, `signs`, `stretches`, `caution`, `avoid`, `see-also`.",
        "8:10: error broken-link: The file `Content/causes/nowhere.md` does not exist. » Write the path of a file that exists, or a kind and an id, such as `cause:tendon-pain`.",
        "9:8: error broken-link: The file `Content/causes/nothing.md` does not exist. » Write the path of a file that exists, or a kind and an id, such as `cause:tendon-pain`.",
      ])
  }

  /// Lists follow the site's language, not the order of bytes.
  @Test func titlesInOrder() async throws {
    var changes: [String: String?] = [:]
    for (id, title) in [
      ("a", "Zebra"), ("b", "\"Étude\""), ("c", "A\u{308}pfel"), ("d", "apple"), ("e", "Eve"),
    ] {
      changes["Content/signs/\(id).md"] = FixtureSite.article(title)
    }
    let site = try FixtureSite(changes)
    #expect(try await site.build().errors == 0)
    let list = try #require(try site.snapshot().text("signs/index.html"))
    let titles = list.matches(of: /\/">([^<]+)<\/a><\/li>/).map { String($0.1) }
    #expect(titles == ["Äpfel", "apple", "Étude", "Eve", "Outer hip pain", "Zebra"], "\(list)")
    try site.write(FixtureSite.configuration("language: en", "language: sv"), to: "site.yaml")
    #expect(try await site.build().errors == 0)
    let swedish = try #require(try site.snapshot().text("signs/index.html"))
    #expect(swedish.matches(of: /\/">([^<]+)<\/a><\/li>/).map { String($0.1) }.last == "Äpfel")
  }
}
