import FixtureSite
import Testing

/// Which articles a page calls related, and in which order.
@Suite struct RelatedArticlesTests {
  private static func cause(_ title: String, _ keys: String...) -> String {
    (["---", "title: \(title)", "summary: About it.", "auto-link: false"] + keys + ["---", "Text.", ""])
      .joined(separator: "\n")
  }

  /// The titles that the page of a cause lists under "Related".
  private static func related(to id: String, _ changes: [String: String?]) async throws -> [String] {
    let site = try FixtureSite(changes)
    #expect(try await site.build().errors == 0)
    return try related(to: id, in: site)
  }

  private static func related(to id: String, in site: FixtureSite) throws -> [String] {
    let page = try site.snapshot().text("causes/\(id)/index.html") ?? ""
    guard let start = page.range(of: "<h2>Related</h2>") else { return [] }
    return page[start.upperBound...].matches(of: /">([^<]*)<\/a><\/li>/).map { String($0.1) }
  }

  @Test func mostSharedFirstThenInOrder() async throws {
    let found = try await Self.related(
      to: "tendon-pain",
      [
        "Content/signs/groin-pain.md": FixtureSite.article("Groin pain"),
        "Content/causes/tendon-pain.md": Self.cause(
          "Tendon pain", "signs: [outer-pain, groin-pain]", "stretches: [step-ups]", "see-also: [known]"),
        "Content/causes/known.md": Self.cause(
          "Known", "signs: [outer-pain, groin-pain]", "stretches: [step-ups]"),
        "Content/causes/two.md": Self.cause("Two", "signs: [outer-pain, groin-pain]", "stretches: []"),
        "Content/causes/one-b.md": Self.cause("B one", "signs: [outer-pain]", "stretches: []"),
        "Content/causes/one-a.md": Self.cause("A one", "signs: [groin-pain]", "stretches: []"),
        "Content/causes/first.md": Self.cause("Z first", "signs: [groin-pain]", "stretches: []", "order: 1"),
        "Content/causes/warned.md": Self.cause("Warned", "signs: []", "stretches: []", "caution: [step-ups]"),
        "Content/causes/none.md": Self.cause("None", "signs: []", "stretches: []"),
      ])
    // `known` is joined already; sharing only a caution makes nothing related.
    #expect(found == ["Two", "Z first", "A one", "B one"])
  }

  @Test func atMostSix() async throws {
    var changes: [String: String?] = [:]
    for number in 0..<9 {
      changes["Content/causes/c\(number).md"] = Self.cause(
        "C\(number)", "signs: [outer-pain]", "stretches: []")
    }
    #expect(try await Self.related(to: "tendon-pain", changes) == ["C0", "C1", "C2", "C3", "C4", "C5"])
  }

  /// A sign that 500 causes share still says that two of them are alike; one that 501 share says nothing.
  @Test func aTargetOfACrowdSaysNothing() async throws {
    var changes: [String: String?] = [
      "Content/signs/groin-pain.md": FixtureSite.article("Groin pain"),
      "Content/causes/tendon-pain.md": Self.cause("Tendon pain", "signs: [outer-pain]", "stretches: []"),
      "Content/causes/other.md": Self.cause("Other", "signs: [groin-pain]", "stretches: []"),
      "Content/causes/further.md": Self.cause("Further", "signs: [groin-pain]", "stretches: []"),
    ]
    for number in 1..<500 {
      changes["Content/causes/c\(number).md"] = Self.cause(
        "C\(number)", "signs: [outer-pain, groin-pain]", "stretches: []", "order: \(number)")
    }
    let site = try FixtureSite(changes)
    #expect(try await site.build().errors == 0)
    #expect(try Self.related(to: "tendon-pain", in: site) == ["C1", "C2", "C3", "C4", "C5", "C6"])
    #expect(try Self.related(to: "other", in: site) == [])
  }

  @Test func relationThatDoesNotCount() async throws {
    let settings = FixtureSite.configuration(
      "{to: sign, inverse: causes}", "{to: sign, inverse: causes, related: false}")
    let other = Self.cause("Other", "signs: [outer-pain]", "stretches: []")
    #expect(try await Self.related(to: "tendon-pain", ["Content/causes/other.md": other]) == ["Other"])
    #expect(
      try await Self.related(to: "tendon-pain", ["site.yaml": settings, "Content/causes/other.md": other])
        == [])
  }

  @Test func symmetricRelationShowsOnBothEnds() async throws {
    let site = try FixtureSite([
      "Content/causes/other.md": Self.cause("Other", "signs: []", "stretches: []", "see-also: [tendon-pain]"),
      "Templates/cause.mustache": FixtureSite.page("{{#see-also}}also {{title}}{{/see-also}}"),
    ])
    _ = try await site.build()
    let snapshot = try site.snapshot()
    #expect(snapshot.text("causes/tendon-pain/index.html")?.contains("also Other") == true)
    #expect(snapshot.text("causes/other/index.html")?.contains("also Tendon pain") == true)
  }
}
