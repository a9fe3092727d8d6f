import FixtureSite
import Foundation
import Testing

/// Output folders that a build must not touch.
@Suite struct OutputFolderTests {
  private static func found(_ site: FixtureSite, output: String) async throws -> [String] {
    let report = try await site.build(output: output)
    #expect(report.publishedTo == nil)
    return site.lines(report)
  }

  @Test func containsTheSource() async throws {
    let site = try FixtureSite()
    expectFaults(
      try await Self.found(site, output: site.path),
      [
        "-: error output-contains-source: The output folder `SITE` contains the site's own source files, which a build would overwrite. » Choose a separate folder, such as `Public`."
      ])
    expectFaults(
      try await Self.found(site, output: "/"),
      [
        "-: error output-contains-source: The output folder `/` contains the site's own source files, which a build would overwrite. » Choose a separate folder, such as `Public`."
      ])
  }

  @Test func containsTheSourceThroughALink() async throws {
    let site = try FixtureSite()
    let link = try FixtureSite([:]).path
    try FileManager.default.createSymbolicLink(atPath: link + "-link", withDestinationPath: site.path)
    defer { try? FileManager.default.removeItem(atPath: link + "-link") }
    #expect(
      try await Self.found(site, output: link + "-link").first?.contains("error output-contains-source: ")
        == true)
  }

  @Test(arguments: ["Content", "Content/causes", "Templates/x", ".limber", ".git/x", "Public/../Content"])
  func amongTheSource(folder: String) async throws {
    let site = try FixtureSite()
    let before = try site.snapshot("Content")
    let room = folder.hasSuffix("Content") ? "Content" : String(folder.prefix { $0 != "/" })
    expectFaults(
      try await Self.found(site, output: site.path(to: folder)),
      [
        "-: error output-inside-source: The output folder `SITE/\(folder)` is inside `\(room)`, which is not for published files. » Choose a folder next to it, such as `Public`."
      ])
    #expect(try site.snapshot("Content") == before)
  }

  @Test func fileInTheWay() async throws {
    let site = try FixtureSite(["Public": "A file."])
    for output in ["Public", "Public/site"] {
      expectFaults(
        try await Self.found(site, output: site.path(to: output)),
        [
          "-: error output-not-a-folder: The output folder `SITE/\(output)` cannot be created: `SITE/Public` is a file. » Move it somewhere else, or choose another folder with `--output`."
        ])
    }
    #expect(try site.text(of: "Public") == "A file.")
  }

  @Test func linkToNothingInTheWay() async throws {
    let site = try FixtureSite()
    try FileManager.default.createSymbolicLink(
      atPath: site.path(to: "Public"), withDestinationPath: "Nowhere")
    expectFaults(
      try await Self.found(site, output: site.path(to: "Public")),
      [
        "-: error output-not-a-folder: The output folder `SITE/Public` cannot be created: `SITE/Public` is a symbolic link to something that does not exist. » Move it somewhere else, or choose another folder with `--output`."
      ])
  }

  @Test func filesOfSomebodyElse() async throws {
    let site = try FixtureSite([
      "Public/thesis.txt": "Years.", "Public/notes.txt": "More.", "Public/.gitignore": "*",
    ])
    let before = try site.snapshot()
    expectFaults(
      try await Self.found(site, output: site.path(to: "Public")),
      [
        "-: error output-not-ours: The output folder `SITE/Public` contains files that Limber did not create (`notes.txt` and 1 more). Nothing there was changed. » Choose an empty folder with `--output`, or empty this one yourself."
      ])
    #expect(try site.snapshot() == before)
  }

  @Test func checkReportsTheOutputFolderToo() async throws {
    let site = try FixtureSite(["Public/notes.txt": "More."])
    #expect(try await site.check().diagnostics.map(\.code.rawValue) == ["output-not-ours"])
  }
}
