import FixtureSite
import Testing

/// All that is wrong is said in one run, and nothing is published.
@Suite struct SeveralFaultsTests {
  @Test func allAreReportedInOrderAndPublicStaysAsItWas() async throws {
    let site = try FixtureSite()
    expectFaults(site.lines(try await site.build()), [])
    let before = try site.snapshot()
    #expect(before.names.contains("causes/tendon-pain/index.html"))
    try site.write(FixtureSite.configuration("[causes, ", "[cause, "), to: "site.yaml")
    try site.write(
      FixtureSite.cause("draft: no", body: "[x](nowhere.md)\n\n[y](#z)"), to: "Content/causes/tendon-pain.md")
    try site.write("", to: "Content/signs/empty.md")
    try site.write("---\ntitle: a: b\n---\n", to: "Content/signs/yaml.md")
    try site.write("{{nothing}}", to: "Templates/sign.mustache")
    try site.write("[{}]", to: "Content/references.json")
    let report = try await site.build()
    #expect(
      report.diagnostics.map { "\($0.file ?? "-"):\($0.position?.line ?? 0) \($0.code.rawValue)" } == [
        "site.yaml:5 bad-navigation", "Content/references.json:1 bad-reference",
        "Content/signs/empty.md:1 empty-file", "Content/signs/yaml.md:2 yaml-syntax",
        "Content/causes/tendon-pain.md:6 wrong-type", "Content/causes/tendon-pain.md:8 broken-link",
        "Content/causes/tendon-pain.md:10 broken-fragment",
        "Templates/sign.mustache:1 template-unknown-name",
      ])
    #expect(report.errors == 8 && report.warnings == 0 && report.publishedTo == nil && report.written == 0)
    #expect(try site.snapshot() == before, "bytes, modification times and inodes")
    #expect(try site.cachedNames() == ["articles", "last-build", "lock"])
  }

  @Test func checkWritesNothing() async throws {
    let site = try FixtureSite()
    let before = try site.snapshot(".")
    expectFaults(site.lines(try await site.check()), [])
    #expect(try site.snapshot(".") == before)
  }

  @Test func strictRefusesWarnings() async throws {
    let site = try FixtureSite(["Content/pages/alone.md": FixtureSite.article("Alone")])
    let strict = try await site.build(strict: true)
    #expect(strict.publishedTo == nil && strict.errors == 0 && strict.warnings == 1)
    #expect(try site.snapshot().names == [])
    #expect(try await site.build().publishedTo == site.path(to: "Public"))
  }
}
