import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `limber addresses`.
  @Suite struct AddressesCommandTests {
    private static func addresses(_ site: FixtureSite, _ options: String...) throws -> Limber.Run {
      try Limber.run(["addresses", "--source", site.path] + options)
    }

    @Test func whatBecameOfEach() throws {
      let site = try FixtureSite([
        "addresses.txt": "# Ours\n/\n/causes/tendon-pain/\n/old/\n/gone/\n/hours/\n",
        "Content/pages/hours.md": FixtureSite.article("Our hours", "review: {status: withdrawn}"),
        "Content/pages/new.md": FixtureSite.article("Our place", "redirect-from: [/old/]"),
      ])
      let run = try Self.addresses(site)
      #expect(run.status == 0, "\(run)")
      #expect(
        run.output.hasPrefix(
          "/gone/  leads nowhere\n/\n/causes/tendon-pain/\n/old/  leads to /new/\n/hours/  says that `Content/pages/hours.md` was withdrawn\n"
        ), "\(run)")
      #expect(run.output.contains("/new/  is not in `addresses.txt` yet\n"), "\(run)")
    }

    /// After an update, nothing is missing; nothing that was there is lost.
    @Test func update() throws {
      let site = try FixtureSite(["addresses.txt": "# Ours\n/gone/"])
      let first = try Self.addresses(site, "--update")
      #expect(first.status == 0 && first.output.hasPrefix("Added "), "\(first)")
      let text = try site.text(of: "addresses.txt")
      #expect(text.hasPrefix("# Ours\n/gone/\n/\n/about/\n/causes/\n/causes/tendon-pain/\n"), "\(text)")
      #expect(
        try Self.addresses(site, "--update").output
          == "`addresses.txt` has every address of this site already.\n")
      #expect(try site.text(of: "addresses.txt") == text)
      #expect(try Limber.run(["check", "--source", site.path]).errors.contains("/gone/"))
    }

    @Test func makesTheFile() throws {
      let site = try FixtureSite()
      #expect(try Self.addresses(site, "--update").status == 0)
      #expect(try site.text(of: "addresses.txt").hasPrefix("# Every address"))
      #expect(try Limber.run(["check", "--source", site.path]).status == 0)
    }

    /// A site with errors has no addresses, and a list that is a symbolic link is left alone.
    @Test func refused() throws {
      let broken = try FixtureSite([
        "Content/pages/hours.md": FixtureSite.article("Our hours", body: "[x](no.md)")
      ])
      let run = try Self.addresses(broken, "--update")
      #expect(
        run.status == 1 && run.errors.contains("no.md")
          && !FileManager.default.fileExists(atPath: broken.path(to: "addresses.txt")), "\(run)")
      let site = try FixtureSite(["elsewhere.txt": "/\n"])
      try FileManager.default.createSymbolicLink(
        atPath: site.path(to: "addresses.txt"), withDestinationPath: "elsewhere.txt")
      let linked = try Self.addresses(site, "--update")
      #expect(linked.status == 1 && linked.errors.contains("symbolic link"), "\(linked)")
      #expect(try site.text(of: "elsewhere.txt") == "/\n")
    }
  }
}
