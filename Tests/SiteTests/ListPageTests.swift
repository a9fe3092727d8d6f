import FixtureSite
import Testing

@testable import Site
@testable import SiteModel
@testable import Text

/// What the lists of a kind look like: their order, cards, pages, archive and feed.
@Suite struct ListPageTests {
  private static func built(_ settings: String, _ articles: [String: String], _ more: [String: String] = [:])
    async throws -> FixtureSite
  {
    let site = try FixtureSite(
      FixtureSite.news(settings, articles: articles).merging(more) { $1 })
    let report = try await site.build()
    #expect(site.lines(report).filter { $0.contains(" error ") } == [])
    #expect(report.publishedTo != nil)
    return site
  }

  private static func article(_ title: String, _ keys: String...) -> String {
    (["---", "title: \(title)", "summary: About it."] + keys + ["---", "Text.", ""]).joined(separator: "\n")
  }

  @Test(arguments: [
    ("[-day, title]", ["c", "a", "b", "d"]), ("[day]", ["a", "b", "c", "d"]),
    ("[title]", ["d", "a", "b", "c"]),
    ("[-title]", ["c", "b", "a", "d"]), ("[floor]", ["b", "c", "a", "d"]),
    ("[-floor]", ["a", "c", "b", "d"]),
    ("[weeks]", ["b", "a", "c", "d"]), ("[hold]", ["c", "b", "a", "d"]),
    ("[open, title]", ["b", "a", "c", "d"]),
    ("[place]", ["c", "a", "b", "d"]), ("[role]", ["c", "a", "b", "d"]), ("[-order]", ["b", "d", "a", "c"]),
    ("[order]", ["d", "b", "a", "c"]), ("[-updated]", ["d", "a", "b", "c"]),
  ])
  func order(_ sort: String, _ expected: [String]) async throws {
    let site = try await Self.built(
      "list: {sort: \(sort)}",
      [
        "a": Self.article(
          "Étude", "day: 2026-01-02", "floor: 12", "weeks: 8-12", "hold: 2 min", "open: false",
          "place: chair",
          "role: edit"),
        "b": Self.article(
          "Zebra", "day: 2026-01-02", "floor: 2.5", "weeks: 2-20", "hold: 1.5 min", "open: true",
          "place: chair", "role: Éditer", "order: 2"),
        "c": Self.article(
          "Zürich", "day: 2026-02-01", "floor: 2.75", "weeks: 12", "hold: 45-90 s", "open: false",
          "place: wall", "role: Dean"),
        "d": Self.article("Äpfel", "updated: 2026-01-01", "order: 1"),
      ])
    #expect(try site.listed("news/index.html") == expected)
  }

  /// The same amount, however it is written, leaves the order to what comes next.
  @Test func sameAmounts() async throws {
    let site = try await Self.built(
      "list: {sort: [hold, -title]}",
      [
        "a": Self.article("A", "hold: 90 s"), "b": Self.article("B", "hold: 1.5 min"),
        "c": Self.article("C", "hold: 90-100 s"), "d": Self.article("D", "hold: 1.51 min"),
        "e": Self.article("E", "hold: 90.55 s"),
      ])
    #expect(try site.listed("news/index.html") == ["c", "b", "a", "e", "d"])
  }

  @Test func cards() async throws {
    let site = try await Self.built(
      "list: {card: [day, photo, tags, role, map, leaflet, open, place, floor, weeks]}",
      [
        "a": Self.article(
          "First", "day: 2026-01-02", "tags: [hip, \"a & b\"]", "role: Head",
          "map: https://x.example/a?b=1&c=2",
          "leaflet: a.pdf", "open: true", "place: wall", "floor: 2.50", "weeks: 8-12",
          "photo: {file: a.svg, alt: A \"hill\"}"),
        "b": Self.article("Second", "open: false"),
      ],
      [
        "Content/news/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"/>",
        "Content/news/a.pdf": "%PDF-1.4",
      ])
    let lines = try site.text(of: "Public/news/index.html").split(separator: "\n").filter {
      $0.hasPrefix("<li>")
    }
    #expect(
      lines == [
        "<li><a href=\"/news/a/\">First</a> [day||January 2, 2026|2026-01-02||] [photo|||||/news/a.svg 20 10 A &quot;hill&quot;] [tags||hip|||] [tags||a &amp; b|||] [role|Role|Head|||] [map||map||https://x.example/a?b=1&amp;c=2|] [leaflet||leaflet||/news/a.pdf|] [open||open|||] [place||wall|||] [floor||2.50|||] [weeks||8–12|||]</li>",
        "<li><a href=\"/news/b/\">Second</a></li>",
      ])
  }

  /// 23 articles of three years, 5 on a page: each article once, whatever the list, and every page reached from the first.
  @Test func pagesAndYears() async throws {
    var articles: [String: String] = [:]
    for number in 1...23 {
      let year = number < 3 ? 2024 : number < 10 ? 2025 : 2026
      articles["n\(number)"] = Self.article(
        "News \(number)", "day: \(year)-03-\(number < 10 ? "0" : "")\(number)")
    }
    articles["undated"] = Self.article("Undated")
    let site = try await Self.built(
      "list: {sort: [-day], per-page: 5, archive: day}\nfeed: true", articles)
    let newest = (1...23).reversed().map { "n\($0)" } + ["undated"]
    for page in 0..<5 {
      let file = page == 0 ? "news/index.html" : "news/page/\(page + 1)/index.html"
      #expect(try site.listed(file) == Array(newest[page * 5..<min(24, page * 5 + 5)]))
    }
    #expect(try site.listed("news/2026/index.html") == Array(newest[0..<5]))
    #expect(try site.listed("news/2026/page/3/index.html") == Array(newest[10..<14]))
    #expect(try site.listed("news/2025/page/2/index.html") == ["n4", "n3"])
    #expect(try site.listed("news/2024/index.html") == ["n2", "n1"])
    let files = try site.snapshot().names.filter { $0.hasPrefix("news/") && !$0.hasPrefix("news/n") }
    #expect(
      files.sorted() == [
        "news/2024/index.html", "news/2025/index.html", "news/2025/page/2/index.html", "news/2026/index.html",
        "news/2026/page/2/index.html", "news/2026/page/3/index.html", "news/feed.xml", "news/index.html",
        "news/page/2/index.html", "news/page/3/index.html", "news/page/4/index.html",
        "news/page/5/index.html", "news/undated/index.html",
      ])
    let third = try site.text(of: "Public/news/page/3/index.html")
    #expect(third.contains("<title>News (3) – Hill Clinic</title>"))
    #expect(third.contains("<link rel=\"canonical\" href=\"https://clinic.example/news/page/3/\">"))
    #expect(third.contains("<p>before /news/page/2/</p>"))
    #expect(third.contains("<p>1 /news/</p><p>2 /news/page/2/</p><p>3 /news/page/3/ here</p>"))
    #expect(third.contains("<p>after /news/page/4/</p>"))
    #expect(third.contains("<p>2026 /news/2026/ 14</p><p>2025 /news/2025/ 7</p><p>2024 /news/2024/ 2</p>"))
    #expect(third.contains("<p>feed /news/feed.xml</p>"))
    #expect(
      try site.text(of: "Public/news/2025/page/2/index.html").contains("<p>2025 /news/2025/ 7 here</p>"))
    let sitemap = try site.text(of: "Public/sitemap.xml")
    for address in ["news/", "news/page/5/", "news/2025/", "news/2025/page/2/"] {
      #expect(sitemap.contains("<loc>https://clinic.example/\(address)</loc>"))
    }
    let feed = try site.text(of: "Public/news/feed.xml")
    #expect(feed.contains("<updated>2026-03-23T00:00:00Z</updated>"))
    #expect(!feed.contains("undated"))
    #expect(
      feed.contains(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://clinic.example/news/feed.xml\"/>"))
  }

  /// Of 400 pages each links to a few.
  @Test func manyPages() async throws {
    var articles: [String: String] = [:]
    for number in 100..<140 { articles["n\(number)"] = Self.article("News \(number)") }
    let site = try await Self.built("list: {per-page: 2}", articles)
    #expect(
      try site.text(of: "Public/news/page/10/index.html").contains(
        "<p>1 /news/</p><p>gap</p><p>8 /news/page/8/</p><p>9 /news/page/9/</p><p>10 /news/page/10/ here</p><p>11 /news/page/11/</p><p>12 /news/page/12/</p><p>gap</p><p>20 /news/page/20/</p>"
      ))
  }

  /// More than a page holds, and nothing is said of it: pages if the template links to them, else all on one.
  @Test func standard() async throws {
    var articles: [String: String] = [:]
    for number in 100..<201 { articles["n\(number)"] = Self.article("News \(number)") }
    let site = try await Self.built("summary: Ours.", articles)
    #expect(try site.listed("news/index.html").count == 100)
    #expect(try site.listed("news/page/2/index.html") == ["n200"])
    let plain = try await Self.built(
      "summary: Ours.", articles,
      ["Templates/index.mustache": FixtureSite.files["Templates/index.mustache"] ?? ""])
    #expect(try plain.listed("news/index.html").count == 101)
    #expect(try !plain.snapshot().names.contains { $0.hasPrefix("news/page/") })
  }

  /// Links may lead to further pages; an article cannot take the place of one, and none is an address that must not be lost.
  @Test func addresses() async throws {
    let settings = "list: {per-page: 1, archive: day}"
    let news = ["a": Self.article("One", "day: 2025-01-01"), "b": Self.article("Two", "day: 2026-01-01")]
    func found(_ more: [String: String]) async throws -> [String] {
      try await faults(FixtureSite.news(settings, articles: news.merging(more) { $1 })).filter {
        $0.contains(" error ")
      }
    }
    #expect(
      try await found(["c": Self.article("Three") + "[x](/news/page/2/) [y](/news/2025/)"]) == [])
    #expect(
      try await found(["2025": Self.article("Three")]) == [
        "Content/news/2025.md: error duplicate-url: The address `/news/2025/` is already taken by the list of news. » Rename the file."
      ])
    expectFaults(
      try await found(["c": Self.article("Three") + "[x](/news/2024/)"]),
      [
        "Content/news/c.md:6:5: error broken-link: The link `/news/2024/` is not an address on this site. » Did you mean `/news/2025/`?"
      ])
    let site = try FixtureSite(FixtureSite.news(settings, articles: news))
    _ = try await site.build()
    let checked = try await site.check()
    let all = checked.site.map { SiteAddresses($0).all() } ?? []
    #expect(all.contains("/news/") && !all.contains("/news/page/2/") && !all.contains("/news/2025/"))
    // The list is shorter now, and a year is gone.
    try site.remove("Content/news/a.md")
    try site.write(
      Self.article("Two", "day: 2026-01-01", "redirect-from: [/news/a/]"), to: "Content/news/b.md")
    #expect(site.lines(try await site.build()).filter { $0.contains("lost-address") } == [])
  }

  /// Only a further page itself may go without a word, not what once lay in its folder.
  @Test(arguments: [
    ("/news/page/2/", true), ("/news/2026/", true), ("/news/2026/page/3/", true), ("/news/", false),
    ("/news/page/2/leaflet.pdf", false), ("/news/2026/other/", false), ("/news/2026/page/", false),
    ("/news/page/two/", false), ("/news/page/", false),
    ("/news/one/", false),
    ("/causes/2026/", false), ("/causes/page/2/", true), ("/page/2/", false), ("/", false),
  ])
  func furtherPages(address: String, isOne: Bool) async throws {
    let site = try FixtureSite(FixtureSite.news("list: {archive: day}"))
    let checked = try #require(try await site.check().site)
    #expect(ListPages.isFurther(Array(address.utf8), checked.named.index.configuration.kinds) == isOne)
  }

  /// A feed says when something changed, so it is there only if something does.
  @Test func feedWithoutDates() async throws {
    let site = try await Self.built("list: {archive: day}\nfeed: true", ["a": Self.article("One")])
    #expect(try !site.snapshot().names.contains("news/feed.xml"))
    #expect(try !site.text(of: "Public/news/index.html").contains("<p>feed"))
    #expect(
      site.lines(try await site.check()).filter { $0.hasPrefix("site.yaml") } == [
        "site.yaml:11:11: warning bad-configuration: No published article of the kind `news` says when it changed, so the kind has no feed. » Write `updated` or `day` in the front matter of an article."
      ])
  }
}
