import FixtureSite
import Foundation
import Testing

/// What may lie in the source folder.
@Suite struct SourceTreeTests {
  @Test func symbolicLinks() async throws {
    let site = try FixtureSite()
    for name in ["Content/signs/linked.md", "Content/linked", "Templates/linked.mustache"] {
      try FileManager.default.createSymbolicLink(
        atPath: site.path(to: name), withDestinationPath: "/etc/hostname")
    }
    expectFaults(
      site.lines(try await site.check()),
      ["Content/linked", "Content/signs/linked.md", "Templates/linked.mustache"].map {
        "\($0): error symbolic-link: This is a symbolic link. Sites cannot contain symbolic links. » Replace it with the file itself."
      })
  }

  @Test func contentThatIsASymbolicLink() async throws {
    let site = try FixtureSite()
    try FileManager.default.moveItem(atPath: site.path(to: "Content"), toPath: site.path(to: "Elsewhere"))
    try FileManager.default.createSymbolicLink(
      atPath: site.path(to: "Content"), withDestinationPath: "Elsewhere")
    #expect(
      site.lines(try await site.check()).contains(
        "Content: error symbolic-link: This is a symbolic link. Sites cannot contain symbolic links. » Replace it with the file itself."
      ))
  }

  @Test func pipe() async throws {
    let site = try FixtureSite()
    try #require(RawFile.pipe(site.path(to: "Content/pipe.md")))
    expectFaults(
      site.lines(try await site.check()),
      ["Content/pipe.md: error not-a-file: This is neither a file nor a folder."])
  }

  @Test func articleInAFolderOfNoKind() async throws {
    expectFaults(
      try await faults([
        "Content/stretch/lunge.md": FixtureSite.article("Lunge"),
        "Content/misc/lunge.md": FixtureSite.article("Lunge"),
        "Content/lunge.md": FixtureSite.article("Lunge"),
      ]),
      [
        "Content/lunge.md: error no-such-kind-folder: This article cannot be published: it is not in the folder of a kind. » Move it to one of these folders: causes, signs, stretches, faqs, pages.",
        "Content/misc/lunge.md: error no-such-kind-folder: This article cannot be published: `Content/misc` is not the folder of a kind. » Declare a kind with `folder: misc` in `site.yaml`, or move the articles to the folder of a kind.",
        "Content/stretch/lunge.md: error no-such-kind-folder: This article cannot be published: `Content/stretch` is not the folder of a kind. » Rename the folder to `stretches`, or write `folder: stretch` for that kind in `site.yaml`.",
      ])
  }

  @Test func unusedFile() async throws {
    expectFaults(
      try await faults(["Content/causes/hip.png": "not a picture", "Content/causes/.hidden": ""]),
      [
        "Content/causes/hip.png: warning unused-file: Nothing uses this file, so it is not published. » Use it in an article, or delete it."
      ])
  }

  @Test func missingFolders() async throws {
    let site = try FixtureSite()
    try site.remove("Content")
    try site.remove("Templates")
    let found = site.lines(try await site.check())
    #expect(
      found.contains("-: error missing-folder: The source folder has no `Content`. » Check `--source`."))
    #expect(
      found.contains("-: error missing-folder: The source folder has no `Templates`. » Check `--source`."))
  }

  /// Folders in folders until the system will not name the innermost any more.
  @Test func folderThatCannotBeRead() async throws {
    let site = try FixtureSite()
    let name = String(repeating: "x", count: 250)
    try #require(RawFile.nestFolders(named: name, depth: 20, below: site.path(to: "Content/signs")))
    let report = try await site.build()
    #expect(report.systemFailed && report.publishedTo == nil)
    // A path of 5,000 characters is told by its two ends.
    let lines = site.lines(report)
    #expect(lines.count == 1)
    #expect(
      lines.first?.hasPrefix("-: error cannot-read: Cannot read the folder `SITE/Content/signs/xxx") ?? false)
    #expect(
      lines.first?.hasSuffix("xxx`: File name too long. » Nothing was published.") ?? false)
  }
}
