import FixtureSite
import Testing

@testable import Site

/// Sites that are as small, or of as many kinds, as a site may be: published whole, every address in them leading somewhere.
@Suite struct TinySiteTests {
  /// Every address of the published pages, followed.
  private static func crawl(_ site: FixtureSite, below base: String = "") throws -> (pages: Int, links: Int) {
    let snapshot = try site.snapshot()
    let names = Set(snapshot.names)
    var links = 0
    let pages = snapshot.names.filter { $0.hasSuffix(".html") }
    for page in pages {
      let text = try #require(snapshot.text(page))
      for match in text.matches(of: /(?:href|src)="(\/[^"#?]*)[^"]*"/) {
        let address = String(match.output.1)
        links += 1
        guard address.hasPrefix("\(base)/") else {
          Issue.record("\(page) leads to \(address), outside of the site")
          continue
        }
        let path = String(address.dropFirst(base.count + 1))
        let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        #expect(names.contains(file), "\(page) leads to \(address)")
      }
    }
    return (pages.count, links)
  }

  private static func built(_ changes: [String: String?]) async throws -> FixtureSite {
    let site = try FixtureSite(changes)
    let lines = site.lines(try await site.build(strict: true))
    #expect(lines == [], "\(lines)")
    return site
  }

  /// A site without a checker, and without any article to check.
  @Test func oneKindAndOneArticle() async throws {
    let small = FixtureSite.files.keys.filter { $0.hasPrefix("Content/") || $0.hasPrefix("Templates/") }
    var changes: [String: String?] = Dictionary(uniqueKeysWithValues: small.map { ($0, nil) })
    for kept in ["layout", "index", "404"] {
      changes["Templates/\(kept).mustache"] = FixtureSite.files["Templates/\(kept).mustache"]
    }
    changes["Templates/partials/card.mustache"] = FixtureSite.files["Templates/partials/card.mustache"]
    changes["Templates/assets/site.css"] = FixtureSite.files["Templates/assets/site.css"]
    changes["Templates/home.mustache"] = FixtureSite.page(
      "{{#site.articles.note}}{{>card}}{{/site.articles.note}}{{#site.checker-url}}checker{{/site.checker-url}}"
    )
    changes["Templates/note.mustache"] = FixtureSite.page("{{{body}}}")
    changes["site.yaml"] = """
      name: Tiny Clinic
      base-url: https://tiny.example/
      language: en
      navigation: [notes]
      kinds:
        note:
          folder: notes
          title: Notes
          list: {archive: updated}

      """
    changes["Templates/index.mustache"] = FixtureSite.page(
      "{{#articles}}{{>card}}{{/articles}}{{#years}}<a href=\"{{url}}\">{{year}}</a>{{/years}}")
    changes["Content/notes/sore-toe.md"] = FixtureSite.article("Sore toe", "updated: 2026-02-01")
    let site = try await Self.built(changes)
    let found = try Self.crawl(site)
    #expect(found.pages == 5 && found.links >= 15)
    #expect(try !site.text(of: "Public/index.html").contains("checker"))
    #expect(try !site.snapshot().names.contains { $0.hasPrefix("symptom-checker") })
  }

  /// Forty kinds, each leading to the next, under a path of the host.
  @Test func fortyKindsBelowAPath() async throws {
    let count = 40
    var changes: [String: String?] = [
      "site.yaml": FixtureSite.configuration(
        "base-url: https://clinic.example/", "base-url: https://host.example/clinics/hill/"
      ).replacing(
        "kinds:\n",
        with: "kinds:\n"
          + (0..<count).map { number in
            """
              kind-\(number):
                folder: folder-\(number)
                title: Kind \(number)
                summary: Articles of the kind \(number).
                list: {sort: [-title], per-page: 1}
                relations:
                  next: {to: kind-\((number + 1) % count), inverse: before}

            """
          }.joined()),
      "Templates/index.mustache": FixtureSite.page(
        "<ul>{{#articles}}{{>card}}{{/articles}}</ul>{{#pages}}{{^is-gap}}<a href=\"{{url}}\">{{number}}</a>{{/is-gap}}{{/pages}}"
      ),
    ]
    for number in 0..<count {
      let next = (number + 1) % count
      changes["Templates/kind-\(number).mustache"] = FixtureSite.page(
        "{{{body}}}<ul>{{#next}}{{>card}}{{/next}}{{#before}}{{>card}}{{/before}}</ul>")
      for article in ["a", "b"] {
        changes["Content/folder-\(number)/\(article)\(number).md"] = FixtureSite.article(
          "Title \(article) \(number)", "next: [a\(next), b\(next)]",
          body: "See [](kind-\(next):a\(next)).")
      }
    }
    let site = try await Self.built(changes)
    let found = try Self.crawl(site, below: "/clinics/hill")
    #expect(found.pages > count * 4 && found.links > count * 20)
    #expect(try site.text(of: "Public/folder-7/index.html").contains("Title b 7"))
    #expect(try site.text(of: "Public/folder-7/page/2/index.html").contains("Title a 7"))
  }

  /// The small site as it is has no checker, and nothing of it is anywhere.
  @Test func noChecker() async throws {
    let site = try await Self.built([:])
    #expect(try Self.crawl(site).links > 20)
    let snapshot = try site.snapshot()
    for name in snapshot.names {
      #expect(
        !name.hasPrefix("symptom-checker") && snapshot.text(name)?.contains("symptom-checker") != true,
        "\(name)")
    }
  }
}
