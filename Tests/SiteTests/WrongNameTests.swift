import FixtureSite
import Testing

/// Names that are those of something else: of a link, a title, a translation, a setting.
@Suite struct WrongNameTests {
  private static let file = "Content/conditions/kneecap-pain.md"
  private static let wallSit = "Content/exercises/wall-sit.md"

  @Test(arguments: [
    (
      "[Knee osteoarthritis](patellar-tendon-pain.md)", "knee-osteoarthritis.md",
      "Content/conditions/patellar-tendon-pain.md"
    ),
    ("[wall sit](../exercises/step-down.md)", "../exercises/wall-sit.md", "Content/exercises/step-down.md"),
  ])
  func links(_ link: String, _ path: String, _ target: String) async throws {
    let site = try Example.knee.copy()
    let text = try site.text(of: Self.file)
    try site.write(text + "\nIt may be \(link).\n", to: Self.file)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    let name = link.dropFirst().prefix { $0 != "]" }
    #expect(
      lines.count == 1 && lines[0].contains("warning misleading-link: This link says `\(name)`"), "\(lines)")
    #expect(
      lines.first?.contains("it leads to `\(target)`. » Write `[\(name)](\(path))`") ?? false, "\(lines)")
    // The hint works.
    try site.write(text + "\nIt may be [\(name)](\(path)).\n", to: Self.file)
    #expect(site.lines(try await site.check(today: "2026-11-28")) == [])
  }

  @Test(arguments: [
    "[Knee osteoarthritis](knee-osteoarthritis.md)", "[a worn knee](knee-osteoarthritis.md)",
    "[Wall sit](../exercises/wall-sit.md#how-to-do-it)",
    "[the wall sit, step by step](../exercises/wall-sit.md)", "[other pains](patellar-tendon-pain.md)",
  ])
  func linksInOrder(_ link: String) async throws {
    let site = try Example.knee.copy()
    try site.write(try site.text(of: Self.file) + "\nIt may be \(link).\n", to: Self.file)
    #expect(site.lines(try await site.check(today: "2026-11-28")) == [])
  }

  @Test(arguments: [
    ("Wall sit (draft)", "(draft)"), ("Wall sit (copy)", "(copy)"), ("Copy of Wall sit", "Copy of"),
    ("Wall sit (v2)", "(v2)"), ("Wall sit - Copy", "Copy"), ("Wall sit.md", ".md"),
    ("Wall sit (final)", "(final)"),
    ("Wall sit v1.2", "v1.2"), ("Wall sit_copy 2", "copy 2"), ("Wall sit [borrador]", "[borrador]"),
  ])
  func titles(_ title: String, _ remnant: String) async throws {
    try await EditedExample(
      .knee, [.init(Self.wallSit, "title: Wall sit\n", "title: \(title)\n")],
      [
        "\(Self.wallSit):2:8: warning doubtful-value: `title` has `\(remnant)` in it, which readers would see. » Write `title: Wall sit`."
      ]
    ).check()
  }

  @Test(arguments: [
    "Wall sit (for runners)", "Get a copy", "Copy of your records", "Vitamin D (D3)", "Stage 2",
    "The final week",
    "Old shoes (and new ones)", "Knee MRI v. CT", "What is new - and old shoes",
  ])
  func titlesInOrder(_ title: String) async throws {
    try await EditedExample(
      .knee, [.init(Self.wallSit, "title: Wall sit\n", "title: \(title)\n")], []
    ).check()
  }

  @Test(arguments: [1, 2]) func indentedKinds(spaces: Int) async throws {
    let site = try Example.knee.copy()
    let text = try site.text(of: "site.yaml")
    let space = String(repeating: " ", count: spaces)
    try site.write(text.replacing("\nkinds:", with: "\n\(space)kinds:"), to: "site.yaml")
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(lines.count == 1 && lines[0].contains(" in front of `kinds:`"), "\(lines)")
  }
}
