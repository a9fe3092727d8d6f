import Diagnostics
import FixtureSite
import Testing

@testable import Authoring
@testable import Comparison
@testable import Site

/// Where readers of a further language found something, they find something, and a reviewer is told what is another page now.
@Suite struct TranslationAddressTests {
  private typealias Site = TranslatedSite

  private static let shin = "Content/causes/shin-pain.md"
  private static let shinWords = "Content/causes/shin-pain.es.md"

  /// With a second cause, and keys in the front matter of both translations.
  private static func site(
    tendon: String = "", shin keys: String = "", _ changes: [String: String] = [:]
  ) async throws -> FixtureSite {
    let words = try #require(Site.files[Site.causeWords])
    var files: [String: String?] = [
      Site.causeWords: words.replacing("review:", with: "\(tendon)review:"),
      shin: "---\ntitle: Shin pain\nsummary: About shins.\nsigns: [outer-pain]\n---\nIt hurts in front.\n",
      shinWords:
        "---\ntitle: Dolor de espinilla\nsummary: Sobre la espinilla.\n\(keys)review: {status: pending}\n---\nDuele por delante.\n",
    ]
    for (file, text) in changes { files[file] = text }
    return try await Site.make(files)
  }

  private static func comparison(_ old: FixtureSite, _ new: FixtureSite) async throws -> [Change] {
    func read(_ site: FixtureSite) async throws -> SiteVersion {
      let (version, report) = try await SiteVersion.read(try site.options())
      return try #require(version, "\(site.lines(report))")
    }
    return try await SiteComparison(from: try await read(old), to: try await read(new), jobs: 2).changes
      .filter { $0.area == .addresses }
  }

  private static func lines(_ changes: [Change]) -> [String] {
    changes.map { "\($0.isAlarm ? "!! " : "")\($0.code) \($0.subject): \($0.message)" }.sorted()
  }

  /// An address that is another page's now can lead nowhere else, so there is no redirect to add.
  @Test func exchangedSlugs() async throws {
    let old = try await Self.site(tendon: "slug: tendon\n", shin: "slug: espinilla\n")
    let new = try await Self.site(tendon: "slug: espinilla\n", shin: "slug: tendon\n")
    #expect(
      Self.lines(try await Self.comparison(old, new)) == [
        "!! page-replaced /es/causes/espinilla/: Moved to /es/causes/tendon/, and “Dolor del tendón” is now at the old address: who follows a link or bookmark gets that.",
        "!! page-replaced /es/causes/tendon/: Moved to /es/causes/espinilla/, and “Dolor de espinilla” is now at the old address: who follows a link or bookmark gets that.",
      ])
    // Each is at its new address, and nothing leads in a circle.
    #expect(try await new.build().errors == 0)
    for (slug, title) in [("tendon", "Dolor de espinilla"), ("espinilla", "Dolor del tendón")] {
      #expect(try new.text(of: "Public/es/causes/\(slug)/index.html").contains("<h1>\(title)"))
    }
    #expect(try new.text(of: "Public/_redirects") == "/es/* /es/404.html 404\n")
  }

  /// As with originals, an address that a page has is no old address of another.
  @Test func exchangedSlugsWithRedirects() async throws {
    let site = try await Self.site(tendon: "slug: espinilla\n", shin: "slug: tendon\n")
    let words = try site.text(of: Site.causeWords)
    try site.write(
      words.replacing("review:", with: "redirect-from: [/es/causes/tendon/]\nreview:"), to: Site.causeWords)
    #expect(
      try await site.check().diagnostics.filter { $0.severity == .error }.map(\.line) == [
        "Content/causes/tendon-pain.es.md:7:17: error duplicate-url: The old address `/es/causes/tendon/` is already taken by `Content/causes/shin-pain.es.md`. » Remove it, or give the other page a different address."
      ])
  }

  /// The originals' addresses change places when their kinds' folders do.
  @Test func exchangedFolders() async throws {
    let folders = FixtureSite.configuration.replacing("folder: faqs", with: "folder: other").replacing(
      "folder: signs", with: "folder: faqs"
    ).replacing("folder: other", with: "folder: signs")
    let (faq, sign) = ("Content/faqs/outer-pain.md", "Content/signs/outer-pain.md")
    let comparing = try Comparing(
      both: [faq: FixtureSite.article("Why does it hurt?")],
      to: [
        "site.yaml": folders, faq: FixtureSite.article("Outer hip pain"),
        sign: FixtureSite.article("Why does it hurt?"),
        "Content/signs/keep-running.md": FixtureSite.article("May I keep running?"),
      ])
    try comparing.new.remove("Content/faqs/keep-running.md")
    let found = try await comparing.comparison().changes.filter { $0.code == "page-replaced" }
    #expect(
      found.map(\.message).sorted() == [
        "Moved to /faqs/outer-pain/, and “Why does it hurt?” is now at the old address: who follows a link or bookmark gets that.",
        "Moved to /signs/outer-pain/, and “Outer hip pain” is now at the old address: who follows a link or bookmark gets that.",
      ])
  }

  /// Another page has taken over the old address as one of its own.
  @Test func redirectToAnother() async throws {
    let old = try await Self.site(tendon: "slug: tendon\n")
    let new = try await Self.site(
      tendon: "slug: tendones\n", shin: "redirect-from: [/es/causes/tendon/]\n")
    #expect(
      Self.lines(try await Self.comparison(old, new)).first
        == "!! page-moved-unreachably /es/causes/tendon/: Moved to /es/causes/tendones/, and the old address redirects to Dolor de espinilla (`cause:shin-pain`). Move `redirect-from: [/es/causes/tendon/]` from there to this page."
    )
  }

  // MARK: The list of addresses

  private static func faults(_ site: FixtureSite) async throws -> [String] {
    try await site.check().diagnostics.filter { $0.code == .lostAddress }.map(\.line)
  }

  @Test func listed() async throws {
    let site = try await Self.site(
      tendon: "slug: tendon\nredirect-from: [/es/tendon-viejo/, \"/es/?p=3\"]\n")
    _ = try await AddressHistory.read(try site.options()).update()
    let list = try site.text(of: "addresses.txt")
    for address in ["/es/causes/tendon/", "/es/tendon-viejo/", "/es/?p=3", "/es/causes/tendon/programme/"] {
      #expect(list.contains("\n\(address)\n"), "\(list)")
    }
    expectFaults(try await Self.faults(site), [])
    let words = try site.text(of: Site.causeWords)
    try site.write(words.replacing("slug: tendon\n", with: "slug: tendones\n"), to: Site.causeWords)
    expectFaults(
      try await Self.faults(site).map { String($0.drop { $0 != " " }) },
      ["/es/causes/tendon/", "/es/causes/tendon/programme/"].map {
        " error lost-address: Readers once found something at `\($0)`, and now it leads nowhere. » Add `redirect-from: [\($0)]` to the front matter of the article that replaces it\($0.hasSuffix("programme/") ? "" : ", such as `Content/causes/tendon-pain.es.md`")."
      })
  }

  /// A translation that was published and is a draft again.
  @Test(arguments: [Site.causeWords, Site.cause]) func draft(_ file: String) async throws {
    let site = try await Self.site()
    try site.write("/es/causes/tendon-pain/\n", to: "addresses.txt")
    let text = try site.text(of: file)
    try site.write(text.replacing("summary:", with: "draft: true\nsummary:"), to: file)
    expectFaults(
      try await Self.faults(site),
      [
        "addresses.txt:1:1: error lost-address: Readers once found something at `/es/causes/tendon-pain/`, and now it leads nowhere, because `\(file)` is a draft. » To take it back on purpose, write `review: {status: withdrawn}` in `\(file)`. If another article replaces it, add `redirect-from: [/es/causes/tendon-pain/]` there."
      ])
  }

  /// What was taken back says so in its language, with or without its original, and only there.
  @Test(arguments: [true, false]) func withdrawn(_ withOriginal: Bool) async throws {
    let site = try await Self.site(shin: "redirect-from: [/es/viejo/]\n")
    try site.write("/es/causes/shin-pain/\n/es/viejo/\n", to: "addresses.txt")
    let file = withOriginal ? Self.shin : Self.shinWords
    let text = try site.text(of: file)
    try site.write(
      text.replacing("review: {status: pending}\n", with: "").replacing(
        "summary:", with: "review: {status: withdrawn}\nsummary:"), to: file)
    expectFaults(try await Self.faults(site), [])
    let report = try await AddressHistory.read(try site.options()).report
    #expect(
      report.contains("/es/viejo/  says that `Content/causes/shin-pain.es.md` was withdrawn"), "\(report)")
    #expect(try await site.build().errors == 0)
    for place in ["es/causes/shin-pain", "es/viejo"] {
      let page = try site.text(of: "Public/\(place)/index.html")
      #expect(page.contains("Esta página fue retirada") && page.contains("Dolor de espinilla"), "\(page)")
    }
    let original = try site.text(of: "Public/causes/shin-pain/index.html")
    #expect(original.contains("This page was withdrawn") == withOriginal)
    #expect(!original.contains("retirada"))
    // What names it leads to the original.
    let list = try site.text(of: "Public/es/causes/index.html")
    #expect(!list.contains("/es/causes/shin-pain/"))
  }
}
