import FixtureSite
import Foundation
import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

/// What feed readers, browsers and hosts get.
@Suite struct DiscoveryTests {
  private static let layout = FixtureSite.files["Templates/layout.mustache"]?.replacing(
    "<head>", with: "<head>[{{feed-url}}|{{manifest-url}}|{{{content-policy}}}]")

  @Test func feed() async throws {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause("updated: 2026-01-15").replacing(
        "About it.", with: "Sore & < stiff."),
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", "updated: 2026-02-03"),
      "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", "updated: 2026-02-03"),
      "Content/signs/draft.md": FixtureSite.article("Draft", "draft: true", "updated: 2026-02-20"),
    ])
    #expect(site.lines(try await site.build()) == [])
    func entry(_ title: String, _ path: String, _ day: String, _ summary: String = "About it.") -> String {
      """
      <entry>
      <title>\(title)</title>
      <id>https://clinic.example\(path)</id>
      <link rel="alternate" type="text/html" href="https://clinic.example\(path)"/>
      <updated>\(day)T00:00:00Z</updated>
      <summary>\(summary)</summary>
      </entry>

      """
    }
    #expect(
      try site.snapshot().text("feed.xml") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <title>Hill Clinic</title>
        <subtitle>Help for sore hips.</subtitle>
        <id>https://clinic.example/</id>
        <link rel="self" type="application/atom+xml" href="https://clinic.example/feed.xml"/>
        <link rel="alternate" type="text/html" href="https://clinic.example/"/>
        <updated>2026-02-03T00:00:00Z</updated>
        <author>
        <name>Hill Clinic</name>
        </author>

        """ + entry("Outer hip pain", "/signs/outer-pain/", "2026-02-03")
        + entry("Step-ups", "/stretches/step-ups/", "2026-02-03")
        + entry("Tendon pain", "/causes/tendon-pain/", "2026-01-15", "Sore &amp; &lt; stiff.") + "</feed>\n")
  }

  @Test func feedHoldsTheNewestFifty() async throws {
    var changes: [String: String?] = [:]
    for number in 0..<60 {
      changes["Content/pages/p\(number).md"] = FixtureSite.article(
        "Page \(number)",
        "updated: 2025-0\(number / 25 + 1)-\(number % 25 + 1 < 10 ? "0" : "")\(number % 25 + 1)")
    }
    let site = try FixtureSite(changes)
    _ = try await site.build()
    let ids = try #require(try site.snapshot().text("feed.xml")).matches(
      of: /<id>https:\/\/clinic.example\/p(\d+)\/<\/id>/
    )
    .map { String($0.1) }
    #expect(ids == (10..<60).reversed().map(String.init))
  }

  @Test func namesOnPages() async throws {
    let policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    let text = Self.layout?.replacing("{{{content-policy}}}", with: "{{content-policy}}")
    let plain = try FixtureSite(["Templates/layout.mustache": text])
    #expect(plain.lines(try await plain.build()) == [])
    let escaped = policy.replacing("'", with: "&#39;")
    #expect(try plain.snapshot().text("404.html")?.contains("[|/site.webmanifest|\(escaped)]") == true)
    let dated = try FixtureSite([
      "Templates/layout.mustache": text,
      "Content/causes/tendon-pain.md": FixtureSite.cause("updated: 2026-01-15"),
      "site.yaml": FixtureSite.configuration("https://clinic.example/", "https://clinic.example/hips/"),
    ])
    #expect(dated.lines(try await dated.build()) == [])
    #expect(
      try dated.snapshot().text("404.html")?.contains("[/hips/feed.xml|/hips/site.webmanifest|") == true)
  }

  @Test func filesForHosts() async throws {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause("redirect-from: [/old/, /older/one/]"),
      "site.yaml": FixtureSite.configuration("https://clinic.example/", "https://clinic.example/hips/"),
    ])
    #expect(site.lines(try await site.build()) == [])
    let snapshot = try site.snapshot()
    #expect(
      snapshot.text("_redirects")
        == """
        /hips/old/ /hips/causes/tendon-pain/ 301!
        /hips/old/ /hips/causes/tendon-pain/ 301
        /hips/older/one/ /hips/causes/tendon-pain/ 301!
        /hips/older/one/ /hips/causes/tendon-pain/ 301

        """)
    #expect(
      snapshot.text("_headers") == """
        /hips/*
          Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
          Referrer-Policy: no-referrer
          X-Content-Type-Options: nosniff
          Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
        /hips/assets/*
          Cache-Control: public, max-age=31536000, immutable
        /hips/site.webmanifest
          Content-Type: application/manifest+json
        /hips/
          Cache-Control: no-cache
        /hips/causes/*
          Cache-Control: no-cache
        /hips/signs/*
          Cache-Control: no-cache
        /hips/stretches/*
          Cache-Control: no-cache
        /hips/faqs/*
          Cache-Control: no-cache
        /hips/about/*
          Cache-Control: no-cache

        """)
  }

  @Test func manifest() async throws {
    let site = try FixtureSite(["Templates/assets/favicon.svg": "<svg/>"])
    _ = try await site.build()
    let snapshot = try site.snapshot()
    let icon = try #require(snapshot.names.first { $0.hasPrefix("assets/favicon.") })
    #expect(
      snapshot.text("site.webmanifest")
        == "{\"name\":\"Hill Clinic\",\"short_name\":\"Hill Clinic\",\"lang\":\"en\",\"start_url\":\"/\",\"icons\":[{\"src\":\"/\(icon)\",\"sizes\":\"any\",\"type\":\"image/svg+xml\"}]}\n"
    )
  }
}
