import FixtureSite
import Foundation
import Testing

@testable import Authoring
@testable import Site

/// What `docs/another-clinic.md` says about kinds of one's own works as it stands there.
@Suite struct AnotherClinicTests {
  /// The kinds of the table, as they are to be written under `kinds`, with their names and folders.
  private static func kinds() throws -> [(name: String, folder: String, line: String)] {
    let docs = try String(
      contentsOf: URL(filePath: Example.repository).appending(path: "docs/another-clinic.md"), encoding: .utf8
    )
    return docs.matches(of: /\| `(([a-z]+): \{folder: ([a-z]+),[^`]*\})`/).map {
      (String($0.2), String($0.3), String($0.1))
    }
  }

  private static func starter(_ kinds: String = "condition,symptom,exercise,question,therapy") throws
    -> FixtureSite
  {
    let site = try FixtureSite()
    for file in FixtureSite.files.keys { try site.remove(file) }
    try site.remove("Content")
    try site.remove("Templates")
    try StarterSite.write(to: site.path, StarterChoices(kinds: kinds))
    return site
  }

  private static func declare(_ kind: (name: String, folder: String, line: String), in site: FixtureSite)
    throws
  {
    let settings = try site.text(of: "site.yaml")
    try site.write(
      settings.replacing("\nkinds:\n", with: "\nkinds:\n  \(kind.line)\n").replacing(
        "navigation: [", with: "navigation: [\(kind.folder), "), to: "site.yaml")
    try site.write(
      "---\ntitle: A sample\nsummary: About it.\n\(["notice": "day: 2026-01-10\n", "event": "start: 2026-01-10\n"][kind.name] ?? "")---\nText.\n",
      to: "Content/\(kind.folder)/sample.md")
  }

  @Test func everyKindOfTheTable() async throws {
    let kinds = try Self.kinds()
    #expect(kinds.map(\.name) == ["person", "notice", "event", "place"])
    for kind in kinds {
      let site = try Self.starter()
      try Self.declare(kind, in: site)
      if kind.name == "place" {
        try site.write(
          try site.text(of: "site.yaml") + "clinic: {locations: place}\n", to: "site.yaml")
      }
      try site.write(
        try site.text(of: "Templates/therapy.mustache"), to: "Templates/\(kind.name).mustache")
      let report = try await site.check()
      #expect(report.errors == 0, "\(kind.name): \(site.lines(report))")
    }
  }

  /// Without a template, the message names one that fits; that of pages of the starter shows what only pages have.
  @Test(arguments: [
    ("therapy", "Copy `Templates/therapy.mustache` to that name, and change the copy."),
    (
      "condition,symptom",
      "Write `{{<layout}}{{$main}}{{{body}}}{{/main}}{{/layout}}` into a file of that name, then add what else it should show."
    ),
  ])
  func templateToBeginWith(chosen: String, hint: String) async throws {
    let kind = try #require(try Self.kinds().first)
    let site = try Self.starter(chosen)
    try Self.declare(kind, in: site)
    let found = site.lines(try await site.check())
    expectFaults(
      found,
      [
        "Templates/person.mustache: error missing-template: There is no template for articles of the kind `person`. » \(hint)"
      ])
    try site.write(
      hint.hasPrefix("Copy")
        ? try site.text(of: "Templates/therapy.mustache")
        : "{{<layout}}{{$main}}{{{body}}}{{/main}}{{/layout}}", to: "Templates/person.mustache")
    #expect(try await site.check().errors == 0)
  }

  /// What is about the sample articles stands in them and in the drawing, not in the settings.
  @Test func settingsOfNoPartOfTheBody() throws {
    #expect(!(try Self.starter().text(of: "site.yaml").lowercased().contains("knee")))
  }
}
