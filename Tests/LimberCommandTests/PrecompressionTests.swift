import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// Compressed copies for servers, as far as they need no server.
  @Suite struct PrecompressionTests {
    /// Adds a folder with programs of these names before all others.
    private static func path(_ site: FixtureSite, _ programs: [String: String]) throws -> [String: String] {
      let folder = site.path(to: "Programs")
      for (name, script) in programs {
        try site.write("#!/bin/sh\n\(script)\n", to: "Programs/\(name)")
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
      }
      return ["PATH": "\(folder):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"]
    }

    /// Stands for both programs: writes what was asked for beside each file.
    private static func copying(to ending: String) -> String {
      "for file; do case $file in -*) ;; *) cp \"$file\" \"$file.\(ending)\" ;; esac; done"
    }

    @Test func everyTextOfSomeLengthHasCopies() throws {
      let body = "Take [the plan](plan.pdf).\n\n" + String(repeating: "Pain at the side. ", count: 80)
      let site = try FixtureSite([
        "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", body: body),
        "Content/signs/plan.pdf": "%PDF-1.4\n" + String(repeating: "x", count: 2_000),
      ])
      let programs = try Self.path(
        site, ["gzip": Self.copying(to: "gz"), "brotli": Self.copying(to: "br")])
      let command = ["build", "--precompress", "--source", site.path, "--today", "2026-03-01"]
      #expect(try Limber.run(command, environment: programs).status == 0)
      let contents = try site.snapshot().contents
      let page = try #require(contents["signs/outer-pain/index.html"])
      for ending in [".gz", ".br"] {
        #expect(contents["signs/outer-pain/index.html" + ending] == page)
        #expect(contents["signs/plan.pdf"] != nil && contents["signs/plan.pdf" + ending] == nil)
        for name in contents.keys where name.hasSuffix(ending) {
          #expect(contents[String(name.dropLast(ending.count))]?.count ?? 0 >= 1024, "\(name)")
        }
      }
      #expect(try Limber.run(command, environment: programs).output.contains("no files new or changed"))
    }

    @Test(arguments: ["gzip", "brotli"]) func aProgramThatFails(name: String) throws {
      let site = try FixtureSite()
      #expect(try site.limber("build").status == 0)
      let before = try site.snapshot().contents
      let long = String(repeating: "Pain at the side. ", count: 80)
      try site.write(
        FixtureSite.article("Outer hip pain", body: long), to: "Content/signs/outer-pain.md")
      var scripts = ["gzip": Self.copying(to: "gz"), "brotli": Self.copying(to: "br")]
      scripts[name] = "exit 1"
      let run = try Limber.run(
        ["build", "--precompress", "--source", site.path, "--today", "2026-03-01"],
        environment: try Self.path(site, scripts))
      #expect(run.status == 74 && run.errors.contains("Cannot compress with `\(name)`"), "\(run)")
      #expect(try site.snapshot().contents == before)
    }
  }
}
