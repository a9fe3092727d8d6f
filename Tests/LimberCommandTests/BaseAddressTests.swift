import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `--base-url`, for the preview of a change under an address of its own; and what `--version` says.
  @Suite struct BaseAddressTests {
    /// Nothing of a site that is built for elsewhere leads to where `site.yaml` says it is, or to its root.
    @Test(arguments: Example.allCases)
    func noAddressStaysBehind(example: Example) throws {
      let site = try example.copy()
      let page = "https://\(try host(of: site))/"
      // What authors write out in full moves, too.
      try site.write(
        "---\ntitle: Whole addresses\nsummary: Links.\n---\n\nSee [the first page](\(page)) and [the checker](\(page)symptom-checker/).\n",
        to: "Content/pages/whole-addresses.md")
      let run = try site.limber(
        "build", "--base-url", "https://preview.test/changes/42/", "--today", "2026-11-28")
      #expect(run.status == 0, "\(run.errors)")
      let written = try host(of: site)
      let snapshot = try site.snapshot()
      // `booking-url` and the like lead to other programs, which have their own address.
      let kept = try site.text(of: "site.yaml").split(separator: "\n").filter {
        $0.contains(written) && !$0.hasPrefix("base-url:")
      }
      .flatMap { $0.matches(of: /[^ ]*[.\/@a-z]*[a-z]+\.example[^ ]*/).map { String($0.output) } }
      var places = 0
      // A `CNAME` says the site's own host, wherever this build is for.
      for name in snapshot.names where !name.hasSuffix(".png") && name != "CNAME" {
        var text = try #require(snapshot.text(name))
        for address in kept { text = text.replacing(address, with: "") }
        #expect(!text.contains(written), "\(name)")
        guard name.hasSuffix(".html") else { continue }
        for place in text.matches(of: /(?:href|src|action|srcset|poster)="(\/[^"]*)"/) {
          places += 1
          #expect(place.output.1.hasPrefix("/changes/42/"), "\(name): \(place.output.1)")
        }
        for place in text.matches(of: /"(?:url|@id|item)":"([^"]*)"/) {
          #expect(place.output.1.hasPrefix("https://preview.test/changes/42/"), "\(name): \(place.output.1)")
        }
      }
      #expect(places > 100)
      let moved = try site.text(of: "Public/whole-addresses/index.html")
      #expect(moved.contains("<a href=\"/changes/42/\">the first page</a>"))
      #expect(moved.contains("<a href=\"/changes/42/symptom-checker/\">the checker</a>"))
      // The next build is another one.
      let again = try site.limber("build", "--today", "2026-11-28")
      #expect(again.status == 0 && !again.output.contains("no files new"), "\(again.output)")
    }

    private func host(of site: FixtureSite) throws -> String {
      let line = try #require(
        try site.text(of: "site.yaml").split(separator: "\n").first { $0.hasPrefix("base-url:") })
      return String(try #require(line.firstMatch(of: /https:\/\/([^\/]+)/)).output.1)
    }

    /// What is written out in a template cannot follow.
    @Test func addressesInTemplates() throws {
      let site = try FixtureSite([
        "Templates/404.mustache": FixtureSite.page(
          "<a href=\"https://clinic.example/about/\">A</a> <a href=\"/about/\">B</a>")
      ])
      #expect(try site.limber("check").status == 0)
      let run = try site.limber("check", "--base-url", "https://preview.test/42")
      #expect(run.status == 1)
      #expect(
        run.errors.split(separator: "\n").filter { $0.contains("error:") || $0.contains("hint:") } == [
          "Templates/404.mustache:3:10: error: The address `https://clinic.example/about/` leads to the address in `site.yaml`, not to where this build goes. [broken-link]",
          "  hint: Write `{{site.home-url}}about/`.",
          "Templates/404.mustache:3:56: error: The address `/about/` is outside this site, which starts at `/42/`. [broken-link]",
          "  hint: Write `{{site.home-url}}about/`.",
        ], "\(run.errors)")
    }

    @Test(arguments: ["preview.test", "ftp://preview.test/", "https:///x/", "https://preview.test/../x/", ""])
    func addressesThatAreNone(address: String) throws {
      let run = try FixtureSite().limber("build", "--base-url", address)
      #expect(run.status == 64)
      #expect(
        run.errors.contains(
          "--base-url must be an address, such as https://clinic.example/, not \(address)."), "\(run.errors)")
    }

    @Test func version() throws {
      let run = try Limber.run(["--version"])
      #expect(run.status == 0)
      #expect(
        run.output.contains(
          /^[0-9]+\.[0-9]+\.[0-9]+(-dev)?( \(commit [0-9a-f]{7,} of [0-9]{4}-[0-9]{2}-[0-9]{2}\))?\n$/),
        "\(run.output)")
    }
  }
}
