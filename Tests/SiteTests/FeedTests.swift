import FixtureSite
import Testing

@testable import Site

/// What feed readers keep of an article, and how they find a feed.
@Suite struct FeedTests {
  private static func site(_ articles: [String: String]) throws -> FixtureSite {
    var files = FixtureSite.news("list: {archive: day}\nfeed: true", articles: articles)
    files["Templates/layout.mustache"] = (FixtureSite.files["Templates/layout.mustache"] ?? "").replacing(
      "</head>",
      with:
        "{{#kind-feed-url}}<link rel=\"alternate\" title=\"{{kind-feed-title}}\" href=\"{{kind-feed-url}}\">{{/kind-feed-url}}</head>"
    )
    return try FixtureSite(files.mapValues { $0 })
  }

  private func parts(_ tag: String, of feed: String) -> [String] {
    feed.split(separator: "<\(tag)>").dropFirst().map { String($0.prefix { $0 != "<" }) }
  }

  @Test func movedArticlesKeepTheirNames() async throws {
    let site = try Self.site([
      "new-hall": FixtureSite.article(
        "New hall", "day: 2026-02-01", "redirect-from: [/news/hall/, /hall.html]"),
      "hours": FixtureSite.article("Hours", "day: 2026-01-01"),
      "old": FixtureSite.article("Old", "day: 2025-12-01", "redirect-from: [\"/caf%C3%A9/\"]"),
    ])
    #expect(site.lines(try await site.build()).filter { $0.contains(": error ") } == [])
    let feed = try site.text(of: "Public/news/feed.xml")
    #expect(
      parts("id", of: feed) == [
        "https://clinic.example/news/", "https://clinic.example/news/hall/",
        "https://clinic.example/news/hours/",
        "https://clinic.example/caf%C3%A9/",
      ])
    #expect(feed.contains("href=\"https://clinic.example/news/new-hall/\""))
  }

  @Test func daysToCome() async throws {
    let site = try Self.site([
      "party": FixtureSite.article("Party", "day: 2026-06-01"),
      "hours": FixtureSite.article("Hours", "day: 2026-01-01"),
    ])
    #expect(site.lines(try await site.build()).filter { $0.contains("error") } == [])
    #expect(
      parts("updated", of: try site.text(of: "Public/news/feed.xml")) == [
        "2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-01-01T00:00:00Z",
      ])
    let only = try Self.site(["party": FixtureSite.article("Party", "day: 2026-06-01")])
    _ = try await only.build()
    #expect(
      parts("updated", of: try only.text(of: "Public/news/feed.xml")).first == "2026-03-01T00:00:00Z")
  }

  @Test func headsLeadToTheKindsFeed() async throws {
    let site = try Self.site(["hours": FixtureSite.article("Hours", "day: 2026-01-01")])
    #expect(site.lines(try await site.build()).filter { $0.contains(": error ") } == [])
    let link = "<link rel=\"alternate\" title=\"News\" href=\"/news/feed.xml\">"
    for page in ["news/index.html", "news/hours/index.html", "news/2026/index.html"] {
      #expect(try site.text(of: "Public/\(page)").contains(link), "\(page)")
    }
    for page in ["index.html", "causes/index.html", "causes/tendon-pain/index.html"] {
      #expect(!(try site.text(of: "Public/\(page)").contains(link)), "\(page)")
    }
  }
}
