import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// What is repeated beyond all reason, in files of every sort, takes no more than its size.
  @Suite struct CostTests {
    /// Processor seconds of a check, the programs being built without optimisation.
    private static func seconds(_ files: [String: String]) throws -> Double {
      let (status, seconds) = try FixtureSite(files).timedCheck("--format", "json")
      #expect(status == 0 || status == 1)
      return seconds
    }

    @Test(arguments: [
      "cure ", "no cure ", "you have ", "if you have ", "you have: ", "— you have ", "this is not a cure; ",
      "guaranteed, guaranteed ",
    ])
    func claims(text: String) throws {
      let body = String(repeating: text, count: 20_000) + "."
      let seconds = try Self.seconds(["Content/causes/tendon-pain.md": FixtureSite.cause(body: body)])
      #expect(seconds < 4, "\(text): \(seconds) s")
    }

    @Test(arguments: [
      "\"\\\"", "'\\'", "url(\"\\\")", "url('", "@import \"\\\"", "@import '", "url(", "/*", "\\\"",
    ])
    func stylesheets(text: String) throws {
      let seconds = try Self.seconds([
        "Templates/assets/site.css": String(repeating: text, count: 20_000)
      ])
      #expect(seconds < 4, "\(text): \(seconds) s")
    }

    @Test(arguments: [
      "import \"\\\"", "import '", "from \"\\\" ", " \n", "from\n\n", "import(\n", "import \"a\n",
      "from\"b\" ",
      "createObjectURL.", "x=URL.createObjectURL(b);y.src=x;", "new Worker(", "new URL(`$",
      "importScripts('a',",
    ])
    func scripts(text: String) throws {
      let seconds = try Self.seconds(["Templates/assets/site.js": String(repeating: text, count: 20_000)])
      #expect(seconds < 4, "\(text): \(seconds) s")
    }

    @Test(arguments: ["<b>", "<div/>", "</b>", "<b></i>", "<b>\n", "<svg/>", "<i><b></i>"])
    func tagsOfRawHTML(text: String) throws {
      let body = String(repeating: text, count: 10_000)
      let seconds = try Self.seconds([
        "site.yaml": FixtureSite.configuration + "markdown: {raw-html: true}\n",
        "Content/causes/tendon-pain.md": FixtureSite.cause(
          body: body + "\n\n" + body + String(repeating: "</i>", count: 10_000)),
      ])
      #expect(seconds < 4, "\(text): \(seconds) s")
    }

    /// Every address that leads nowhere is told at its line and column.
    @Test func missingAssets() throws {
      let sheet = (0..<2_000).map { ".a\($0) { background: url(\"zzz\($0).png\") }\n" }.joined()
      #expect(try Self.seconds(["Templates/assets/site.css": sheet]) < 4)
    }

    @Test(arguments: ["{{", "{{{", "{{#a}}", "{{^a}}", "{{#a", "{{$a}}", "{{<a}}", "{{/a}}", "{{&", "{{ {{="])
    func templates(text: String) throws {
      let seconds = try Self.seconds([
        "Templates/partials/odd.mustache": String(repeating: text, count: 5_000)
      ])
      #expect(seconds < 4, "\(text): \(seconds) s")
    }

    /// Each includes the next twice: whole, it would be a million pieces for each template.
    @Test(arguments: ["{{>pNEXT}}{{>pNEXT}}", "{{<pNEXT}}{{/pNEXT}}{{<pNEXT}}{{/pNEXT}}"])
    func partialsThatDouble(text: String) throws {
      var files = ["Templates/partials/p20.mustache": "x"]
      for number in 0..<20 {
        files["Templates/partials/p\(number).mustache"] = text.replacing("NEXT", with: "\(number + 1)")
      }
      files["Templates/sign.mustache"] = "{{>p0}}"
      let seconds = try Self.seconds(files)
      #expect(seconds < 8, "\(text): \(seconds) s")
    }

    @Test func manyKinds() throws {
      let kinds = (0..<200).map { number in
        "  kind\(number):\n    folder: folder\(number)\n    title: Kind \(number)\n    fields:\n"
          + (0..<10).map { "      field\(number)-\($0): {type: text}\n" }.joined()
      }.joined()
      let site = try FixtureSite()
      let settings = try String(contentsOfFile: site.path(to: "site.yaml"), encoding: .utf8)
      let seconds = try Self.seconds(["site.yaml": settings + kinds])
      #expect(seconds < 4, "\(seconds) s")
    }
  }
}
