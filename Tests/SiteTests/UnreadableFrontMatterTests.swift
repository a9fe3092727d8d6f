import FixtureSite
import Testing

@testable import SiteModel

/// Front matter, or a file, that cannot be read at all.
@Suite struct UnreadableFrontMatterTests {
  typealias Site = FixtureSite

  @Test func notYAML() async throws {
    expectFaults(
      try await causeFaults("---\ntitle: Hip: the outside\n---\nText.\n"),
      [
        """
        2:11: error yaml-syntax: This `:` is not allowed here. » Put the text in quotes: write \
        `title: "Hip: the outside"`.
        """
      ])
    expectFaults(
      try await causeFaults("---\ntitle: Hip\nsigns: [one, two\n---\nText.\n"),
      [
        "3:8: error yaml-syntax: This `[` is never closed. » Add `]` behind `two`."
      ])
  }

  @Test func notAMapping() async throws {
    expectFaults(
      try await causeFaults("---\n- title\n---\nText.\n"),
      [
        "2:1: error wrong-type: `front matter` must be a mapping (`key: value` lines), not a list."
      ])
  }

  @Test func duplicateKey() async throws {
    expectFaults(
      try await causeFaults(Site.cause("order: 1", "title: Again")),
      [
        "7:1: error duplicate-key: `title` appears twice; the first is on line 2. » Remove one of the two."
      ])
  }

  @Test func neverClosed() async throws {
    expectFaults(
      try await causeFaults("---\ntitle: Tendon pain\nsummary: About it.\n\nText.\n"),
      [
        "1:1: error front-matter-unclosed: The front matter is never closed. » Add a line `---` below the last key."
      ])
  }

  @Test(arguments: ["—", "--", "----", " - - -"]) func nearlyClosed(_ fence: String) async throws {
    expectFaults(
      try await causeFaults("---\ntitle: Tendon pain\nsummary: About it.\n\(fence)\n\nText.\n"),
      [
        "4:1: error front-matter-unclosed: The front matter is never closed. » This line is `\(fence)`. Replace it with three hyphens, `---`."
      ])
  }

  @Test func missing() async throws {
    expectFaults(
      try await causeFaults("# Tendon pain\n\nText.\n"),
      [
        """
        1:1: error front-matter-missing: The article has no front matter. » Start the file with a line \
        `---`, then `title:` and `summary:`, then another line `---`.
        """
      ])
  }

  @Test(arguments: ["", "\n \n", "\u{FEFF}"]) func emptyFile(_ text: String) async throws {
    expectFaults(
      try await causeFaults(text),
      [
        """
        1:1: error empty-file: The file is empty. » Write an article, or delete the file. `limber new` \
        creates an article with the front matter it needs.
        """
      ])
  }

  @Test func notUTF8() async throws {
    let site = try FixtureSite()
    try site.write(
      Array("---\ntitle: Café\nsummary: A caf".utf8) + [0xE9] + Array(".\n---\nText.\n".utf8),
      to: "Content/causes/tendon-pain.md")
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/causes/tendon-pain.md:3:15: error not-utf-8: The file is not UTF-8 text. » Save it again as UTF-8."
      ])
  }
}
