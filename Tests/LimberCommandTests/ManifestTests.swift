import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `--manifest` and `--timings`.
  @Suite struct ManifestTests {
    /// What `sha256sum --check` says in the output folder.
    private static func check(_ manifest: String, in folder: String) throws -> (status: Int32, output: String)
    {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      #if os(macOS)
        process.arguments = ["shasum", "-a", "256", "--check", manifest]
      #else
        process.arguments = ["sha256sum", "--check", "--strict", manifest]
      #endif
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test func everyFileIsListed() throws {
      let site = try FixtureSite([
        "Content/pages/index.md": FixtureSite.article("Home", body: "[One](a\\\\b.pdf), [two](x%20y.pdf)"),
        "Content/pages/a\\b.pdf": "%PDF-1", "Content/pages/x y.pdf": "%PDF-2", "Public/.gitignore": "*\n",
      ])
      let file = site.path(to: "site.sha256")
      let run = try site.limber("build", "--manifest", file)
      #expect(run.status == 0, "\(run.errors)")
      let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
      let names = lines.map { $0.drop { $0 == "\\" }.dropFirst(66).replacing("\\\\", with: "\\") }
      let published = try site.snapshot().names
      #expect(names.map(String.init).sorted() == published.sorted())
      #expect(
        names.map { Array($0.utf8) }
          == names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
      let whole = try Self.check(file, in: site.path(to: "Public"))
      #expect(whole.status == 0, "\(whole.output)")
      try "else".write(toFile: site.path(to: "Public/404.html"), atomically: false, encoding: .utf8)
      let broken = try Self.check(file, in: site.path(to: "Public"))
      #expect(broken.status == 1 && broken.output.contains("404.html: FAILED"))
    }

    @Test func itIsWrittenWheneverTheSiteIsPublished() throws {
      let site = try FixtureSite()
      let file = site.path(to: "site.sha256")
      #expect(try site.limber("build").status == 0)
      #expect(!FileManager.default.fileExists(atPath: file))
      // Nothing to do is still a site that is published.
      #expect(try site.limber("build", "--manifest", file).output.contains("no files new or changed"))
      let first = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(!first.isEmpty)
      try site.write(FixtureSite.cause("sumary: Twice."), to: "Content/causes/tendon-pain.md")
      #expect(try site.limber("build", "--manifest", file).status == 1)
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == first)
    }

    @Test func placesThatAreRefused() throws {
      let site = try FixtureSite(["notes.txt": "mine"])
      let before = try String(contentsOfFile: site.path(to: "site.yaml"), encoding: .utf8)
      let inPublic = "would be in the output folder `\(site.path(to: "Public"))`. Choose a file outside it."
      func inFolder(_ name: String) -> String {
        "would be in `\(name)`, which is not for published files. Choose a file next to it."
      }
      let other = "already exists and is not a manifest. Choose another file, or remove this one yourself."
      for (place, reason) in [
        ("Public/site.sha256", inPublic), ("Public", inPublic), ("Content/../Public/deep/list", inPublic),
        ("Content/a.txt", inFolder("Content")), ("Templates/a.txt", inFolder("Templates")),
        (".limber/lock", inFolder(".limber")), ("Content", inFolder("Content")), ("site.yaml", other),
        ("notes.txt", other),
        ("nowhere/list", "cannot be written, because its folder does not exist. Create the folder first."),
      ] {
        let path = site.path(to: place)
        let run = try site.limber("build", "--manifest", path)
        #expect(run.status == 64 && run.output.isEmpty, "\(place): \(run)")
        #expect(run.errors == "limber: The manifest `\(path)` \(reason)\n", "\(place)")
        #expect(try site.snapshot().names == [], "\(place)")
      }
      let after = try String(contentsOfFile: site.path(to: "site.yaml"), encoding: .utf8)
      #expect(before == after)
      let check = try site.limber("check", "--manifest", site.path(to: "list"))
      #expect(check.status == 64 && check.errors.contains("Use `limber build --manifest`."))
    }

    @Test func timings() throws {
      let site = try FixtureSite()
      let build = try site.limber("build", "--timings", "--quiet", "--manifest", site.path(to: "list"))
      #expect(build.status == 0 && build.output == "")
      let lines = build.errors.split(separator: "\n").map(String.init)
      let stages = [
        "cache", "read", "index", "parse", "check", "render", "publish", "manifest", "report", "all",
      ]
      #expect(lines.first?.hasPrefix("stage ") == true)
      #expect(
        lines.dropFirst().prefix(stages.count).map { $0.prefix { $0 != " " } } == stages.map { $0[...] })
      #expect(lines.contains("Cache: 0 of 5 articles found in it, 5 not."))
      #expect(lines.last?.contains(/^Peak memory: [0-9]+\.[0-9] MB\.$/) == true, "\(build.errors)")
      let again = try site.limber("build", "--timings", "--quiet").errors
      #expect(again.contains("Cache: 5 of 5 articles found in it, 0 not.\n"))
      #expect(!again.contains("\nparse"))
      let other = try site.limber("build", "--timings", "--quiet", today: "2026-03-02").errors
      #expect(other.contains("Cache: The record of the last build is damaged, or comes from a different"))
      #expect(try site.limber("check", "--timings", "--quiet").errors.contains("\nparse "))
      #expect(try site.limber("check", "--quiet").errors == "")
    }

    @Test func timingsAsJSON() throws {
      let run = try FixtureSite().limber("build", "--timings", "--format", "json")
      #expect(run.status == 0 && run.errors == "")
      let line = try #require(run.outputLines.last)
      let whole = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: [String: Any]])
      let timings = try #require(whole["summary"]?["timings"] as? [String: Any])
      #expect(
        timings.keys.sorted() == [
          "articles", "articles-per-second", "cache", "cpu-seconds", "peak-memory-bytes", "seconds", "stages",
        ])
      let stages = try #require(timings["stages"] as? [[String: Any]])
      let sum = stages.reduce(0) { $0 + ($1["seconds"] as? Double ?? -1) }
      #expect(abs(sum - (timings["seconds"] as? Double ?? -1)) < 0.001)
      #expect(timings["cache"] as? [String: Int] == ["hits": 0, "misses": 5])
      #expect((timings["peak-memory-bytes"] as? Int ?? 0) > 1_000_000)
    }
  }
}
