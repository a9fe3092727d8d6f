import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `--format json` and `--format github`.
  @Suite struct ReportFormatTests {
    private struct Line: Decodable {
      let severity: String
      let code: String
      let file: String?
      let line: Int?
      let column: Int?
      let message: String
      let hint: String?
    }

    private static func site() throws -> FixtureSite {
      try FixtureSite([
        "Content/causes/tendon-pain.md": FixtureSite.cause("sumary: \"<b>\"", body: "[x](nowhere.md)"),
        "Content/pages/alone.md": FixtureSite.article("Alone"), "Public/mine.txt": "x",
      ])
    }

    @Test func json() throws {
      let run = try Self.site().limber("build", "--format", "json")
      #expect(run.status == 1 && run.errors == "")
      var found: [String] = []
      for text in run.outputLines.dropLast() {
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object.keys.sorted() == ["code", "column", "file", "hint", "line", "message", "severity"])
        let order = ["severity", "code", "file", "line", "column", "message", "hint"].compactMap {
          text.range(of: "\"\($0)\":")?.lowerBound
        }
        #expect(order.count == 7 && order == order.sorted())
        let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
        found.append(
          "\(line.file ?? "-"):\(line.line ?? 0):\(line.column ?? 0) \(line.severity) \(line.code) \(line.hint == nil)"
        )
      }
      #expect(
        found == [
          "-:0:0 error output-not-ours false", "Content/causes/tendon-pain.md:6:1 error unknown-key false",
          "Content/causes/tendon-pain.md:8:5 error broken-link false",
          "Content/pages/alone.md:1:1 warning orphan false",
        ])
      #expect(
        run.outputLines.last?.contains(
          /^{"summary":{"errors":3,"warnings":1,"pages":12,"written":0,"published":false,"seconds":[0-9.]+,"review":{"pending":6,"approved":0,"due-soon":0,"overdue":0,"reviewers":\[{"name":null,"pending":6,"approved":0,"due-soon":0,"overdue":0}\]}}}$/
        )
          == true, "\(run.outputLines.last ?? "")")
    }

    @Test func jsonOfASiteWithoutFaults() throws {
      let run = try FixtureSite().limber("build", "--format", "json", "--quiet")
      #expect(run.status == 0 && run.errors == "" && run.outputLines.count == 1)
      #expect(
        run.output.hasPrefix(
          "{\"summary\":{\"errors\":0,\"warnings\":0,\"pages\":11,\"written\":16,\"published\":true,"))
    }

    /// As text so many of a kind in a file, and a count of the rest; for programs every one.
    @Test func manyOfAKind() throws {
      let links = (1...50).map { "[x](nowhere-\($0).md)" }.joined(separator: "\n\n")
      let site = try FixtureSite(["Content/causes/tendon-pain.md": FixtureSite.cause(body: links)])
      let run = try site.limber("check")
      #expect(run.errors.components(separatedBy: "[broken-link]").count - 1 == 21)
      #expect(
        run.errors.hasSuffix(
          "30 more are not shown:\n  30 error [broken-link]\nTo see them all, run `limber check --all`.\n\n"))
      let all = try site.limber("check", "--all")
      #expect(all.errors.components(separatedBy: "[broken-link]").count - 1 == 50)
      #expect(!all.errors.contains("not shown"))
      #expect(try site.limber("check", "--format", "json").outputLines.count == 51)
      #expect(try site.limber("check", "--format", "github").outputLines.count == 50)
    }

    @Test func github() throws {
      let site = try Self.site()
      let arguments = ["check", "--today", "2026-03-01", "--format", "github"]
      let run = try Limber.run(arguments, in: site.path)
      #expect(run.status == 1)
      #expect(
        run.outputLines.dropFirst() == [
          "::error file=Content/causes/tendon-pain.md,line=6,col=1,title=unknown-key::There is no key `sumary` here. Did you mean `summary`?",
          "::error file=Content/causes/tendon-pain.md,line=8,col=5,title=broken-link::The file `Content/causes/nowhere.md` does not exist. Write the path of a file that exists, or a kind and an id, such as `cause:tendon-pain`.",
          "::warning file=Content/pages/alone.md,line=1,col=1,title=orphan::Nothing links to this article. Link to it from an article that its readers would come from, or add it to a relation.",
        ])
      #expect(run.outputLines.first?.hasPrefix("::error title=output-not-ours::The output folder `") == true)
      #expect(run.errors.contains("Clinical review: 6 awaiting"), "annotations own standard output")
      // Whatever the source folder is called, files are named from where the command runs.
      let below = try Limber.run(arguments + ["--source", "../.."], in: site.path(to: "Content/causes"))
      #expect(below.outputLines.last?.hasPrefix("::warning file=../../Content/pages/alone.md,") == true)
      let above = try Limber.run(arguments + ["--source", site.path], in: site.path + "/..")
      let name = URL(fileURLWithPath: site.path).lastPathComponent
      #expect(above.outputLines.last?.hasPrefix("::warning file=\(name)/Content/pages/alone.md,") == true)
    }
  }
}
