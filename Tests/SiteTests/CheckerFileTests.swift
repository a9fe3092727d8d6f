import FixtureSite
import Testing

/// Files of a checker that were copied, renamed, emptied or saved by another program.
@Suite struct CheckerFileTests {
  private static let folder = "Content/symptom-checker/"

  private static func told(_ example: Example = .knee, _ change: (FixtureSite) throws -> Void) async throws
    -> [String]
  {
    let site = try example.copy()
    try change(site)
    return site.lines(try await site.check(today: "2026-11-28")).map { $0.replacing(folder, with: "") }
  }

  @Test(arguments: ["knee-pain (2).yaml", "knee-pain-backup.yaml", "copy of knee-pain.yaml"])
  func copies(name: String) async throws {
    let stem = name.dropLast(5)
    expectFaults(
      try await Self.told { site in
        try site.write(try site.text(of: Self.folder + "knee-pain.yaml"), to: Self.folder + name)
      },
      [
        "\(name):3:5: error bad-file-name: `\(stem).yaml` seems to be a copy of `knee-pain.yaml`: both have the id `knee-pain`. » Delete this file. If it is to be a checker of its own, give it an id of its own, and name the file like that."
      ])
  }

  @Test(arguments: [Example.knee, .starter])
  func otherEndings(example: Example) async throws {
    expectFaults(
      try await Self.told(example) { site in
        try site.write(try site.text(of: Self.folder + "knee-pain.yaml"), to: Self.folder + "knee-pain.yml")
        try site.remove(Self.folder + "knee-pain.yaml")
      },
      [
        "knee-pain.yml: error bad-file-name: `knee-pain.yml` is not read, because files of data must end in `.yaml`. » Rename it to `knee-pain.yaml`."
      ])
  }

  @Test(arguments: ["", "\n", "<!-- later -->\n"])
  func emptyTexts(text: String) async throws {
    expectFaults(
      try await Self.told { try $0.write(text, to: Self.folder + "advice/worse.md") },
      [
        "advice/worse.md:1:1: error tree-unknown-advice: This file has no text, though `knee-pain` shows it. » Write the text, or put it back from your history."
      ])
  }

  @Test func citations() async throws {
    expectFaults(
      try await Self.told { site in
        let file = Self.folder + "advice/worse.md"
        try site.write(try site.text(of: file) + "\nIt is common [@nice2022].\n", to: file)
      },
      [
        "advice/worse.md:3:15: error unknown-citation: A text of the checker cannot contain citations, since it has no list of works below it. » Delete it here, and cite the work on the page of the cause that the text is about."
      ])
  }

  /// As Excel saves it.
  @Test func pathsWithMark() async throws {
    expectFaults(
      try await Self.told { site in
        let file = Self.folder + "knee-pain.paths.tsv"
        try site.write("\u{FEFF}" + (try site.text(of: file)).replacing("\n", with: "\r\n"), to: file)
      }, [])
  }

  @Test func pathsThatAreNone() async throws {
    expectFaults(
      try await Self.told { try $0.write("answers,stages\n", to: Self.folder + "knee-pain.paths.tsv") },
      [
        "knee-pain.paths.tsv:1:1: error tree-paths-stale: This is not the list of paths of `knee-pain`: its first line must have `#`, the checker's id and a version. » Put the list back as it was before, such as with `git checkout HEAD -- \(Self.folder)knee-pain.paths.tsv`. If the checker is new, delete this file and run `limber tree paths`."
          .replacing(Self.folder, with: "")
      ])
  }
}
