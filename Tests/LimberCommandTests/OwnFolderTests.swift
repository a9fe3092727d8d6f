import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// A build writes nowhere but where it should, whatever lies in `.limber` and in the output folder.
  @Suite struct OwnFolderTests {
    private static func link(_ path: String, in site: FixtureSite, to target: String) throws {
      let place = site.path(to: path)
      try FileManager.default.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
    }

    /// A folder of somebody else, with what a build might take for its own.
    private static func elsewhere() throws -> FixtureSite {
      try FixtureSite(
        FixtureSite.files.mapValues { _ in nil }.merging([
          "staging/a": "Years.", "previous/b": "Of work.", "lock": "", "schemas/site.schema.json": "{}",
        ]) { $1 })
    }

    @Test(arguments: [
      ".limber", ".limber/lock", ".limber/schemas", ".limber/staging", ".limber/previous",
      ".limber/last-build",
      ".limber/move", ".limber/anything",
    ])
    func links(_ path: String) throws {
      let other = try Self.elsewhere()
      let before = try other.snapshot(other.path)
      let site = try FixtureSite()
      try Self.link(path, in: site, to: path == ".limber" ? other.path : other.path(to: "staging"))
      let said =
        "\(path): error: This is a symbolic link. Limber does not write through links. [symbolic-link]\n  hint: Remove it. The next build creates what it needs there.\n"
      for command in ["build", "check"] {
        let run = try site.limber(command)
        #expect(run.status == 1 && run.errors.contains(said), "\(run)")
      }
      for command in [["schema", "all"], ["move", "sign:outer-pain", "side-pain"]] {
        let run = try Limber.run(command + ["--source", site.path])
        #expect(
          run.status == 1
            && run.errors
              == "limber: `\(path)` is a symbolic link. Remove it; Limber creates what it needs there.\n",
          "\(run)")
      }
      #expect(try other.snapshot(other.path) == before)
      #expect(try site.snapshot().names.isEmpty)
      try site.remove(path)
      #expect(try site.limber("build").status == 0)
    }

    /// A link to nothing is none the less one: what it names is not made.
    @Test func linkToNothing() throws {
      let site = try FixtureSite()
      let target = site.path + "-made"
      try Self.link(".limber/lock", in: site, to: target)
      #expect(try site.limber("build").status == 1)
      #expect(!FileManager.default.fileExists(atPath: target))
    }

    /// What lies deeper in folders of Limber's own is replaced, not followed.
    @Test func deeperLinks() throws {
      let other = try Self.elsewhere()
      let before = try other.snapshot(other.path)
      let site = try FixtureSite()
      try Self.link(".limber/schemas/site.schema.json", in: site, to: other.path(to: "staging/a"))
      try Self.link(".limber/staging/causes", in: site, to: other.path(to: "staging"))
      try Self.link("Public/.limber-staging", in: site, to: other.path(to: "previous"))
      #expect(try Limber.run(["schema", "all", "--source", site.path]).status == 0)
      #expect(
        try site.limber("build").status == 1, "a link in the output folder is nothing that a build made")
      try site.remove("Public")
      #expect(try site.limber("build").status == 0)
      #expect(try other.snapshot(other.path) == before)
    }

    @Test(arguments: [".gitkeep", "README.md", ".gitignore", ".limber-staging", ".limber-output"])
    func placeholderThatIsNoFile(_ name: String) throws {
      let isFolderOfOurs = name == ".limber-staging"
      let site = try FixtureSite(
        isFolderOfOurs ? ["Public/\(name)": "A file."] : ["Public/\(name)/photo.jpg": "A picture."])
      let before = try site.snapshot()
      let run = try site.limber("build")
      #expect(
        run.status == 1
          && run.errors.contains(
            "contains files that Limber did not create (`\(name)`). Nothing there was changed. [output-not-ours]"
          ), "\(run)")
      #expect(try site.snapshot() == before)
    }

    @Test func placeholderThatIsNoFileInASite() throws {
      let site = try FixtureSite()
      #expect(try site.limber("build").status == 0)
      try site.write("A picture.", to: "Public/README.md/photo.jpg")
      let run = try site.limber("build")
      #expect(run.status == 1 && run.errors.contains("[output-not-ours]"), "\(run)")
      #expect(try site.text(of: "Public/README.md/photo.jpg") == "A picture.")
    }

    /// Nonsense among the assets that the marker lists is passed over.
    @Test(arguments: [
      "assets/" + String(repeating: "x", count: 300), String(repeating: "assets/", count: 700) + "x",
      "assets/\u{0}", "assets/../../site.yaml", "/etc/passwd", "assets", "assets//x", "\u{FFFD}",
    ])
    func damagedMarker(_ line: String) throws {
      let site = try FixtureSite()
      #expect(try site.limber("build").status == 0)
      let marker = try site.text(of: "Public/.limber-output")
      try site.write(marker + line + "\n", to: "Public/.limber-output")
      let run = try site.limber("build")
      #expect(run.status == 0, "\(run)")
      #expect(try site.text(of: "Public/.limber-output") == marker)
    }

    /// The list of files is written beside its place under a name that nobody else has.
    @Test func manifestLeavesItsNeighborsAlone() throws {
      let site = try FixtureSite(["sums.new": "Mine."])
      #expect(try site.limber("build", "--manifest", site.path(to: "sums")).status == 0)
      #expect(try site.text(of: "sums.new") == "Mine.")
    }
  }
}
