import FixtureSite
import Foundation
import Testing

/// One slip in a file that others rest on is one message, and the first.
@Suite struct CascadeTests {
  /// A slip in one of the clinic's own files: what is put in place of what, and where it is told.
  struct Slip: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let place: String

    var testDescription: String { "\(file): \(old) → \(new)".replacing("\n", with: "⏎") }
  }

  static let checker = "Content/symptom-checker/"

  static let slips = [
    Slip(file: "Content/references.json", old: "},\n  {", new: "}\n  {", place: "yaml-syntax"),
    Slip(
      file: "Content/references.json", old: "\"id\": \"christmas2002\",", new: "\"id\": \"christmas2002\"",
      place: "yaml-syntax"),
    Slip(file: "Content/references.json", old: "\"title\": \"", new: "\"title\": ", place: "yaml-syntax"),
    Slip(file: "Content/references.json", old: "\"title\"", new: "\"titel\"", place: "bad-reference"),
    Slip(file: "Content/red-flags.yaml", old: "\n  ", new: "\n\t", place: "yaml-syntax"),
    Slip(file: "Content/red-flags.yaml", old: "text:", new: "text", place: "yaml-syntax"),
    Slip(file: "Content/red-flags.yaml", old: "\n  level:", new: "\n  levle:", place: "unknown-key"),
    Slip(file: checker + "care-levels.yaml", old: "\n  ", new: "\n\t", place: "yaml-syntax"),
    Slip(file: checker + "hip-pain.yaml", old: "\n  ", new: "\n\t", place: "yaml-syntax"),
    Slip(file: checker + "hip-pain.vignettes.yaml", old: "\n  ", new: "\n\t", place: "yaml-syntax"),
    Slip(file: "Content/red-flags.yaml", old: "text: \"", new: "text: \"<b>", place: "bad-red-flag"),
    Slip(file: checker + "hip-pain.yaml", old: "\nquestions:", new: "\nquestion:", place: "unknown-key"),
    Slip(file: checker + "care-levels.yaml", old: "emergency:", new: "emergncy:", place: "unknown-key"),
    Slip(file: "site.yaml", old: "\n  ", new: "\n\t", place: "yaml-syntax"),
    Slip(file: "site.yaml", old: "type: range", new: "type: rnge", place: "wrong-type"),
    Slip(file: "Templates/layout.mustache", old: "{{", new: "{{{#", place: "template-"),
    Slip(file: "Templates/partials/card.mustache", old: "{{", new: "{{{#", place: "template-"),
  ]

  @Test(arguments: slips) func isToldOnceAndFirst(_ slip: Slip) async throws {
    let site = try Example.clinic.copy()
    let text = try site.text(of: slip.file)
    let place = try #require(text.firstRange(of: slip.old))
    try site.write(text.replacingCharacters(in: place, with: slip.new), to: slip.file)
    let report = try await site.check(today: "2026-11-28")
    let lines = site.lines(report)
    let first = try #require(report.diagnostics.first)
    #expect(first.file == slip.file && first.code.rawValue.hasPrefix(slip.place), "\(lines.prefix(5))")
    #expect(
      report.diagnostics.allSatisfy { $0.file == slip.file }
        && lines.count <= (slip.place == "unknown-key" ? 1 : 2),
      "\(lines.prefix(5))")
  }

  /// Files that are gone are one slip, too.
  @Test(arguments: ["Content/references.json", "Content/red-flags.yaml"]) func missingFile(_ file: String)
    async throws
  {
    let site = try Example.clinic.copy()
    try site.remove(file)
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "\(file): error missing-file: There is no `\(file)`, though much on this site names what it holds. » Put the file back."
      ])
  }

  @Test func unreadableAdvice() async throws {
    let site = try Example.clinic.copy()
    try site.write([0xFF], to: Self.checker + "advice/bone.md")
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(lines.count == 1 && lines[0].contains("not-utf-8"), "\(lines)")
  }

  /// What nobody can read is not missed wherever the site names it: one slip in the front matter, one message.
  @Test(
    arguments: [
      "causes/gluteal-tendinopathy", "stretches/bridge", "signs/outer-hip-pain", "pages/glossary",
      "faqs/can-i-keep-running",
    ], ["title: ", "summary: "])
  func unreadableArticle(_ name: String, _ key: String) async throws {
    let site = try Example.clinic.copy()
    let file = "Content/\(name).md"
    let text = try site.text(of: file)
    let place = try #require(text.firstRange(of: key))
    for slip in [key + "\"", key.replacing(":", with: "")] {
      try site.write(text.replacingCharacters(in: place, with: slip), to: file)
      let report = try await site.check(today: "2026-11-28")
      #expect(
        report.diagnostics.map(\.code) == [.yamlSyntax] && report.diagnostics[0].file == file,
        "\(site.lines(report).prefix(5))")
    }
  }

  /// Nobody is told to delete what an error beside it may only have misspelt.
  @Test func misspeltUses() async throws {
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0\"/></svg>"
    let found = try await faults([
      "Content/causes/tendon.svg": picture,
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "![A tendon](tendn.svg)"),
      "Content/causes/late-pain.md": FixtureSite.cause(body: "Text.").replacing(
        "Tendon pain", with: "Late pain"),
      "Content/signs/outer-pain.md": FixtureSite.files["Content/signs/outer-pain.md"].flatMap {
        $0 + "\nSee [late pain](../causes/late-pian.md).\n"
      } ?? "",
    ])
    #expect(found.map { $0.contains("error") } == [true, true], "\(found)")
    // With nothing wrong beside it, it is told of.
    let unused = try await faults(["Content/causes/tendon.svg": picture])
    #expect(unused.count == 1 && unused[0].contains("unused-file"), "\(unused)")
  }

  /// A partial that is not there is told where it is first wanted, not in each template.
  @Test func missingPartial() async throws {
    let found = try await faults(["Templates/partials/card.mustache": nil])
    #expect(
      found.count == 1 && found[0].contains("template-missing-partial: The partial `card` does not exist."),
      "\(found)")
  }

  /// Whoever renames a folder is told of the folder, not of each link into it.
  @Test func renamedFolder() async throws {
    let site = try Example.clinic.copy()
    try FileManager.default.moveItem(
      atPath: site.path(to: "Content/causes"), toPath: site.path(to: "Content/cause"))
    let report = try await site.check(today: "2026-11-28")
    let lines = site.lines(report)
    #expect(
      lines.first
        == "Content/cause/adductor-groin-pain.md: error no-such-kind-folder: This article cannot be published: `Content/cause` is not the folder of a kind. » Rename the folder to `causes`, or write `folder: cause` for that kind in `site.yaml`.",
      "\(lines.prefix(3))")
    #expect(report.diagnostics.count { $0.code != .noSuchKindFolder } < 5, "\(lines.prefix(12))")
  }

  /// The same slip in the settings: not even the words are missed that the glossary there explains.
  @Test(arguments: [("folder: pages", "folder: page"), ("folder: signs", "folder: sings")])
  func folderOfAnotherName(old: String, new: String) async throws {
    let site = try Example.clinic.copy()
    try site.write(try site.text(of: "site.yaml").replacing(old, with: new), to: "site.yaml")
    let report = try await site.check(today: "2026-11-28")
    let folder = old.split(separator: " ")[1]
    let wrong = new.split(separator: " ")[1]
    let lines = site.lines(report)
    #expect(
      lines.count == 1
        && lines[0].hasSuffix(
          "is not the folder of a kind. » Rename the folder to `\(wrong)`, or write `folder: \(folder)` for that kind in `site.yaml`."
        ), "\(site.lines(report).prefix(8))")
  }

  /// A checker without outcomes is one slip as well, whatever its messages say.
  @Test(arguments: ["\nquestions:", "\noutcomes:"]) func hollowChecker(key: String) async throws {
    let site = try Example.clinic.copy()
    let file = Self.checker + "hip-pain.yaml"
    try site.write(try site.text(of: file).replacing(key, with: key.dropLast() + "-old:"), to: file)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(lines.count == 1 && lines[0].hasPrefix("\(file):"), "\(lines.prefix(6))")
  }

  /// Errors of shared files come before those of articles, whatever their names.
  @Test func orderOfMending() async throws {
    let found = try await faults([
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "[x](nowhere.md)"),
      "Content/red-flags.yaml": "[", "site.yaml": FixtureSite.configuration("[causes, ", "[cause, "),
    ])
    #expect(
      found.map { String($0.prefix { $0 != ":" }) } == [
        "site.yaml", "Content/red-flags.yaml", "Content/causes/tendon-pain.md",
      ])
  }
}
