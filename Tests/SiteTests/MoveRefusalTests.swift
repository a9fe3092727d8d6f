import FixtureSite
import Foundation
import Testing

@testable import Authoring
@testable import Files
@testable import Site

/// `limber move`: when it does nothing, and what it says then.
@Suite struct MoveRefusalTests {
  @Test(arguments: [
    ("sing:outer-pain", "side", "There is no kind `sing`. Did you mean `sign`?"),
    ("signs:outer-pain", "side", "There is no kind `signs`. Did you mean `sign`?"),
    ("sign:outer-pian", "side", "There is no sign `outer-pian`. Did you mean `outer-pain`?"),
    ("sign:tendon-pain", "side", "There is no sign `tendon-pain`."),
    (
      "sign:outer-pain", "Side_Pain",
      "`Side_Pain` cannot be an id. Use only lowercase letters and digits, with single hyphens between them. Use `side-pain`."
    ),
    ("sign:outer-pain", "sign:side", "An article keeps its kind. Write only the new id, `side`."),
    (
      "sign:outer-pain", String(repeating: "a", count: 101),
      "The id has 101 characters; the limit is 100."
    ),
    ("sign:outer-pain", "outer-pain", "`sign:outer-pain` already has that id."),
    (
      "sign:outer-pain", "night-pain",
      "There is already a sign `night-pain`: `Content/signs/night-pain.md`. Choose another id."
    ),
    (
      "sign:outer-pain", "drafted",
      "There is already a sign `drafted`: `Content/signs/deep/drafted.md`. Choose another id."
    ),
    ("sign:outer-pain", "folder", "The file `Content/signs/folder.md` already exists. Choose another id."),
    (
      "sign:outer-pain", "former",
      "The address `/signs/former/` redirects to `Content/signs/night-pain.md`, which lists it in `redirect-from`. Choose another id, or remove it there."
    ),
    (
      "sign:outer-pain", "planned",
      "The address `/signs/planned/` redirects to `Content/signs/deep/drafted.md`, which lists it in `redirect-from`. Choose another id, or remove it there."
    ),
    (
      "page:about", "signs",
      "Another page already has the address `/signs/`. Choose another id."
    ),
    ("page:about", "index", "`index` is the id of the home page. Choose another id."),
    ("page:index", "home", "`page:index` is the home page because of its id, so it must keep that id."),
    (
      "sign:outer-pain", "pictured",
      "`Content/signs/outer-pain.svg` would become `Content/signs/pictured.svg`, but a file with that name already exists. Rename one of the two, or choose another id."
    ),
  ])
  func names(_ name: String, _ id: String, _ sentence: String) async throws {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n"
    let site = try FixtureSite([
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", body: "![It](outer-pain.svg)"),
      "Content/signs/outer-pain.svg": drawing,
      "Content/signs/pictured.svg": drawing,
      "Content/signs/night-pain.md": FixtureSite.article("Night", "redirect-from: [/signs/former/]"),
      "Content/signs/deep/drafted.md": FixtureSite.article(
        "Drafted", "draft: true", "redirect-from: [/Signs/Planned/]"),
      "Content/signs/folder.md/.keep": "",
      "Content/pages/index.md": FixtureSite.article("Home"),
    ])
    #expect(try await site.refusal(name, id) == sentence)
  }

  @Test(arguments: [
    (
      "causes/tendon-pain.md", FixtureSite.cause(body: "See [it](../signs/outer&#45;pain.md)."),
      "Content/causes/tendon-pain.md:7:10 refers to the article in a way that cannot be changed automatically: `../signs/outer&#45;pain.md`. Write the id in full there, without escapes or `*`, then try again."
    ),
    (
      "causes/tendon-pain.md",
      FixtureSite.cause(body: "See [it](../signs/outer%2Dpain.md#x) and\n\n## X").replacing("#x", with: ""),
      "Content/causes/tendon-pain.md:7:10 refers to the article in a way that cannot be changed automatically: `../signs/outer%2Dpain.md`. Write the id in full there, without escapes or `*`, then try again."
    ),
    (
      "causes/other.md",
      FixtureSite.article("Other", "also-known-as: [&it outer-pain]", "signs: [*it]", "stretches: []"),
      "Content/causes/other.md:5:9 refers to the article in a way that cannot be changed automatically: `outer-pain`. Write the id in full there, without escapes or `*`, then try again."
    ),
    (
      "causes/other.md", FixtureSite.article("Other", "signs: [\"outer\\x2Dpain\"]", "stretches: []"),
      "Content/causes/other.md:4:9 refers to the article in a way that cannot be changed automatically: `outer-pain`. Write the id in full there, without escapes or `*`, then try again."
    ),
    (
      "signs/outer-pain.md", FixtureSite.article("Outer", "also-known-as: &it [/a/]", "redirect-from: *it"),
      "`redirect-from` of `Content/signs/outer-pain.md` repeats another list by `*`, so the old address cannot be added. Write it as `redirect-from: [/old-page/]`, then try again."
    ),
    (
      "signs/outer-pain.md", FixtureSite.article("Outer", "redirect-from: [\"/a\\", "  /\"]"),
      "`redirect-from` of `Content/signs/outer-pain.md` has an address that spans several lines, so the old address cannot be added. Write it as `redirect-from: [/old-page/]`, then try again."
    ),
  ])
  func placesThatCannotBeChanged(_ file: String, _ text: String, _ sentence: String) async throws {
    let site = try FixtureSite(["Content/\(file)": text])
    #expect(try await site.refusal("sign:outer-pain", "side") == sentence)
  }

  /// What two places share by `&` and `*` is right as soon as it is changed, if both name the article.
  @Test func aliasesOfWhatIsChanged() async throws {
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration(
        "easier: {type: markdown, list: true}",
        "easier: {type: markdown, list: true}\n      harder: {type: markdown, list: true}"),
      "Content/stretches/step-ups.md": FixtureSite.article(
        "Step-ups", "easier: [&it \"Not [there](sign:outer-pain).\"]", "harder: [*it]", body: "Step up."),
    ])
    try await site.move("sign:outer-pain", "side")
    let text = try site.text(of: "Content/stretches/step-ups.md")
    #expect(text.contains("easier: [&it \"Not [there](sign:side).\"]\nharder: [*it]\n"))
  }

  @Test func aliasesOfWhatElseWouldChange() async throws {
    for (keys, place) in [
      (["about: [&it sign:outer-pain]", "auto-link: [*it]"], "5:13"),
      (["about: &it [sign:outer-pain]", "auto-link: *it"], "5:12"),
    ] {
      let site = try FixtureSite([
        "Content/faqs/keep-running.md": FixtureSite.article("Can I keep running?", keys[0], keys[1])
      ])
      #expect(
        try await site.refusal("sign:outer-pain", "side")
          == "Content/faqs/keep-running.md:\(place) repeats by `*` what would change. Write it out there, then try again."
      )
    }
  }

  @Test func sitesWithErrors() async throws {
    let site = try FixtureSite([
      "Content/faqs/new.md": FixtureSite.article("New", body: "[x](nothing.md) ==y==")
    ])
    do {
      try await site.move("sign:outer-pain", "side")
      Issue.record("moved")
    } catch Refusal.faulty(let report) {
      #expect(site.lines(report).count == 1 && report.errors == 1)
      #expect(report.diagnostics.first?.code == .brokenLink)
    }
    try site.remove("site.yaml")
    await #expect(throws: Refusal.self) { try await site.move("sign:outer-pain", "side") }
  }

  /// What only the check of the changed site sees.
  @Test func sitesThatWouldHaveErrors() async throws {
    let site = try FixtureSite([
      "Content/signs/side": "A file without an ending.",
      "Content/pages/about.md": FixtureSite.article("About", body: "[A file](../signs/side)"),
    ])
    let before = try site.snapshot("Content").contents
    do {
      try await site.move("sign:outer-pain", "side")
      Issue.record("moved")
    } catch Refusal.wouldBreak(let faults) {
      #expect(
        faults.map(\.line) == [
          "Content/signs/side: error duplicate-url: The address `/signs/side` is already taken by `Content/signs/side.md`. » Rename the file."
        ])
    }
    #expect(try site.snapshot("Content").contents == before)
    #expect(try site.snapshot(".limber").names == ["lock"])
  }

  @Test func linksAndLeftovers() async throws {
    let site = try FixtureSite()
    try FileManager.default.createSymbolicLink(
      atPath: site.path(to: ".limber"), withDestinationPath: "/tmp")
    await #expect(throws: Refusal.self) { try await site.move("sign:outer-pain", "side") }
    try site.remove(".limber")
    try site.write("x", to: ".limber/move/before/Content/x.md")
    func refusalSentence() async throws -> String {
      do { try await site.move("sign:outer-pain", "side") } catch Refusal.sentence(let text) { return text }
      return ""
    }
    let sentence = try await refusalSentence()
    #expect(
      sentence
        == "An earlier move was interrupted. The original files are in `.limber/move/before`. Put back the ones you need, delete that folder, then try again."
    )
    try site.remove(".limber/move")
    // What was prepared and not begun is no matter.
    try site.write("x", to: ".limber/move/spare/Content/x.md")
    try site.write("x", to: "Content/signs/.outer-pain.md.limber-new")
    try await site.move("sign:outer-pain", "side")
    #expect(try site.snapshot(".limber").names == ["lock"])
    #expect(try site.snapshot("Content/signs").names == ["side.md"])
    try site.remove("Content/faqs")
    try FileManager.default.createSymbolicLink(
      atPath: site.path(to: "Content/faqs"), withDestinationPath: site.path(to: "Content/causes"))
    await #expect(throws: Refusal.self) { try await site.move("sign:side", "outer-pain") }
  }

  @Test func filesThatChangeMeanwhile() async throws {
    let site = try FixtureSite()
    let move = try await ArticleMove.prepare(
      try #require(ArticleName("sign:outer-pain")), to: "side", try site.options())
    try site.write(try site.text(of: "Content/pages/about.md") + "More.\n", to: "Content/pages/about.md")
    let before = try site.snapshot("Content").contents
    #expect(throws: FileReplacement.Failure.self) { try move.apply() }
    #expect(try site.snapshot("Content").contents == before)
  }
}

/// Files are put in place together or not at all.
@Suite struct FileReplacementTests {
  private static func failure(_ changes: [FileChange], _ source: SourceFolder) -> FileReplacement.Failure? {
    do {
      try FileReplacement.apply(changes, to: source)
      return nil
    } catch {
      return error
    }
  }

  private static func isRestored(_ failure: FileReplacement.Failure?) -> Bool {
    if case .disk(_, let isRestored) = failure { isRestored } else { false }
  }

  @Test func aFailureLeavesEverythingAsItWas() throws {
    let site = try FixtureSite(["a/one.md": "1", "a/two.md": "2", "b/three.md": "3", "b/four.svg": "4"])
    let source = try #require(SourceFolder(site.path))
    func change(_ path: String, _ newPath: String? = nil, _ new: String) throws -> FileChange {
      FileChange(path: path, newPath: newPath, old: Array(try site.text(of: path).utf8), new: Array(new.utf8))
    }
    let changes = [
      try change("b/four.svg", "b/five.svg", "4"), try change("a/one.md", "a/uno.md", "ONE"),
      try change("a/two.md", nil, "TWO"), try change("b/three.md", "c/missing/three.md", "THREE"),
    ]
    let before = ["a", "b"].map { try? site.snapshot($0) }
    for failing in [changes, Array(changes.reversed())] {
      #expect(Self.isRestored(Self.failure(failing, source)))
      #expect(["a", "b"].map { try? site.snapshot($0).contents } == before.map { $0?.contents })
      #expect(try site.snapshot(".limber").names == [])
    }
    try FileReplacement.apply(Array(changes.dropLast()), to: source)
    #expect(try site.text(of: "a/uno.md") == "ONE" && site.text(of: "a/two.md") == "TWO")
    #expect(try site.snapshot("a").names == ["two.md", "uno.md"])
    #expect(try site.snapshot("b").names == ["five.svg", "three.md"])
    guard case .taken("a/two.md") = Self.failure([try change("a/uno.md", "a/two.md", "x")], source) else {
      Issue.record("done")
      return
    }
    #expect(try site.text(of: "a/two.md") == "TWO")
  }

  /// The last step fails, when all others are done.
  @Test func whatWasDoneIsTakenBack() throws {
    let site = try FixtureSite(["a/one.md": "1", "a/two.md": "2", "a/pic.svg": "3"])
    let source = try #require(SourceFolder(site.path))
    let before = try site.snapshot("a").contents
    func change(_ path: String, _ newPath: String? = nil, _ new: String) throws -> FileChange {
      FileChange(path: path, newPath: newPath, old: Array(try site.text(of: path).utf8), new: Array(new.utf8))
    }
    // Two that go to the same place: the second finds it taken only then.
    let changes = [
      try change("a/pic.svg", "a/new.svg", "3"), try change("a/one.md", "a/new.md", "ONE"),
      try change("a/two.md", "a/new.md", "TWO"),
    ]
    #expect(Self.isRestored(Self.failure(changes, source)))
    #expect(try site.snapshot("a").contents == before)
    #expect(try site.snapshot(".limber").names == [])
  }

  @Test func modesStay() throws {
    let site = try FixtureSite(["a/one.md": "1"])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: site.path(to: "a/one.md"))
    let source = try #require(SourceFolder(site.path))
    try FileReplacement.apply(
      [FileChange(path: "a/one.md", old: Array("1".utf8), new: Array("2".utf8))], to: source)
    let mode =
      try FileManager.default.attributesOfItem(atPath: site.path(to: "a/one.md"))[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }
}
