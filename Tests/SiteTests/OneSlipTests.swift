import FixtureSite
import Foundation
import Testing

/// Files that lie there under another name, empty or edited by hand: told once, and nothing of what follows.
@Suite struct OneSlipTests {
  private static let checker = "Content/symptom-checker/"

  private func rename(_ file: String, to name: String, of example: Example = .knee) async throws -> [String] {
    let site = try example.copy()
    try FileManager.default.moveItem(atPath: site.path(to: file), toPath: site.path(to: name))
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  private func change(
    _ file: String, of example: Example = .starter, _ edit: (String) -> String
  ) async throws -> [String] {
    let site = try example.copy()
    try site.write(edit(try site.text(of: file)), to: file)
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  // MARK: Names

  /// Of an article that five others name.
  @Test(arguments: ["wall-sit.MD", "wall-sit.markdown", "wall-sit.md.txt", "Wall-Sit.md", "wall_sit.md"])
  func articles(name: String) async throws {
    let found = try await rename("Content/exercises/wall-sit.md", to: "Content/exercises/\(name)")
    #expect(
      found.count == 1 && found[0].hasPrefix("Content/exercises/\(name): error bad-file-name: ")
        && found[0].hasSuffix(" » Rename it to `wall-sit.md`."), "\(found)")
  }

  @Test(arguments: [
    ("Content/pictures.yaml", "Content/Pictures.yaml"), ("Content/pictures.yaml", "Content/picture.yaml"),
    ("Content/red-flags.yaml", "Content/red_flags.yaml"),
    ("Content/references.json", "Content/reference.json"),
    (checker + "care-levels.yaml", checker + "carelevels.yaml"),
    (checker + "knee-pain.vignettes.yaml", checker + "knee-pain-vignettes.yaml"),
  ])
  func data(file: String, name: String) async throws {
    let (old, new) = (file.split(separator: "/").last ?? "", name.split(separator: "/").last ?? "")
    expectFaults(
      try await rename(file, to: name),
      [
        "\(name): error bad-file-name: `\(new)` is not read, because this file must be named `\(old)`. » Rename it to `\(old)`."
      ])
  }

  @Test(arguments: ["Content/pictures", "Content/red-flags", checker + "care-levels"])
  func otherEndings(file: String) async throws {
    let name = file.split(separator: "/").last ?? ""
    expectFaults(
      try await rename(file + ".yaml", to: file + ".yml"),
      [
        "\(file).yml: error bad-file-name: `\(name).yml` is not read, because files of data must end in `.yaml`. » Rename it to `\(name).yaml`."
      ])
  }

  // MARK: Contents

  @Test func unreadablePictures() async throws {
    expectFaults(
      try await change("Content/pictures.yaml", of: .knee) {
        $0.replacing("credit: Pat Example", with: "credit: Photo: Pat")
      },
      [
        "Content/pictures.yaml:5:43: error yaml-syntax: This `:` is not allowed here. » Put the text in quotes: write `credit: \"Photo: Pat\"`."
      ])
  }

  @Test(arguments: [
    ("conditions/kneecap.svg", "conditions/knecap.svg", 3, "There is no picture or video"),
    ("exercises/", "exercise/", 2, "There is no picture or video in the folder"),
  ])
  func misspeltPictures(path: String, slip: String, line: Int, what: String) async throws {
    expectFaults(
      try await change("Content/pictures.yaml", of: .knee) { $0.replacing(path, with: slip) },
      [
        "Content/pictures.yaml:\(line):1: error missing-image: \(what) `Content/\(slip)`. » Did you mean `\(path)`?"
      ])
  }

  @Test(arguments: [
    ("Content/red-flags.yaml", ""), ("Content/red-flags.yaml", "# To be written\n"),
    ("Content/references.json", "[]"),
  ])
  func emptyData(file: String, text: String) async throws {
    expectFaults(
      try await change(file, of: .clinic) { _ in text },
      [
        "\(file):1:1: error empty-file: `\(file)` is empty, though much on this site names what it held. » Put back what stood in it."
      ])
  }

  @Test func emptyVignettes() async throws {
    let file = Self.checker + "knee-pain.vignettes.yaml"
    expectFaults(
      try await change(file) { _ in "" }, ["\(file):1:1: error empty-value: This file is empty."])
    expectFaults(
      try await change(file) {
        String($0.prefix { $0 != "5" }.prefix(250)).replacing(/\n- id: now-cold[\s\S]*/, with: "\n")
      },
      [
        "\(file):1:1: error tree-uncovered-edge: No vignette goes through 18 of the 19 answers, such as `emergency.cold-leg`. » If there were more vignettes before, put them back. `limber tree test` lists what none of them covers."
      ])
  }

  @Test(arguments: [
    ("today\turgent", "today\tsoon", 8), ("emergency.cold-leg\t", "<<<<<<< HEAD\nemergency.cold-leg\t", 4),
    ("red-flag > red-flag\ttoday", "red-flag\ttoday", 7),
  ])
  func editedPaths(old: String, new: String, line: Int) async throws {
    let file = Self.checker + "knee-pain.paths.tsv"
    expectFaults(
      try await change(file) { text in
        text.firstRange(of: old).map { text.replacingCharacters(in: $0, with: new) } ?? text
      },
      [
        "\(file):\(line):1: error tree-paths-stale: This line does not fit the others, so somebody edited or merged this list, which only `limber tree paths` should write. » Put the list back as it was before, such as with `git checkout HEAD -- \(file)`. Then run `limber tree paths`."
      ])
  }

  // MARK: Checkers

  @Test(arguments: [
    (
      "{flag: rf-cold-leg, next: go-now}", "{flag: rf-cold-leg, next:go-now}",
      "19:37: error unknown-key: There is no space after `next:`. » Add a space after `next:`."
    ),
    (
      "{flag: rf-cold-leg, next", "{flag:rf-cold-leg, next",
      "19:18: error unknown-key: There is no space after `flag:`. » Add a space after `flag:`."
    ),
    (
      "label: \"No, it does not\"", "label: No, it does not",
      "48:21: error wrong-type: `label` ends at the comma: in braces, a comma starts another key. » Put the whole text in quotes: `label: \"No, it does not\"`."
    ),
    (
      "      short: {", "      short: {label: For a few days, next: at-home}\n      short: {",
      "56:7: error duplicate-key: `short` appears twice; the first is on line 55. » Remove one of the two."
    ),
    (
      "version: 1.0.0", "version: 1.0",
      "4:10: error tree-format: `version` is `1.0`, but it must be three numbers, such as `1.0.0`."
    ),
  ])
  func slipsInACheckersWords(old: String, new: String, fault: String) async throws {
    let file = Self.checker + "knee-pain.yaml"
    expectFaults(
      try await change(file) { $0.replacing(old, with: new) }, ["\(file):\(fault)"])
  }

  @Test func sourceOfARedFlag() async throws {
    expectFaults(
      try await change("Content/red-flags.yaml", of: .knee) { text in
        text.firstRange(of: "basis: practice").map {
          text.replacingCharacters(in: $0, with: "sources: [collins218]")
        } ?? text
      },
      [
        "Content/red-flags.yaml:7:13: error unknown-reference: The red flag `rf-cannot-stand` lists the source `collins218`, but `Content/references.json` has no such work. » Did you mean `collins2018`?"
      ])
  }
}
