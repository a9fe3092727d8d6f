import FixtureSite
import Testing

/// Files that were meant as articles, and names that cannot be.
@Suite struct MisnamedFileTests {
  private static let article = FixtureSite.article("Another sign")

  @Test(arguments: [
    ("x.md.txt", "x.md"), ("x.MD", "x.md"), ("X.markdown", "x.md"), ("Hip pain.mdown", "hip-pain.md"),
    ("é.mkd", "e.md"), ("x.md.docx", "x.md"),
  ])
  func otherEndings(name: String, right: String) async throws {
    expectFaults(
      try await faults(["Content/signs/\(name)": Self.article]),
      [
        "Content/signs/\(name): error bad-file-name: `\(name)` is not read, because the file name of an article must end in `.md`. » Rename it to `\(right)`."
      ])
  }

  @Test(arguments: [("x.docx", "x"), ("Hip pain.RTF", "hip-pain"), ("x.odt", "x")])
  func otherPrograms(name: String, id: String) async throws {
    let fault =
      "Content/signs/\(name): error bad-file-name: `\(name)` is not published, because articles must be text files in Markdown. » Save its text as `\(id).md`. If it is a download, link to it from an article."
    expectFaults(try await faults(["Content/signs/\(name)": "x"]), [fault])
  }

  @Test func downloadsAreQuiet() async throws {
    expectFaults(
      try await faults(
        inCause: FixtureSite.cause(body: "[A leaflet](leaflet.pdf)"),
        ["Content/causes/leaflet.pdf": "%PDF-1.7"]),
      [])
  }

  @Test(arguments: [
    ("über-uns", "uber-uns"), ("Größe", "grosse"), ("smørrebrød", "smorrebrod"), ("e\u{301}tude", "etude"),
    ("łza", "lza"),
  ])
  func lettersAreKept(stem: String, id: String) async throws {
    let found = try await faults(["Content/signs/\(stem).md": Self.article])
    #expect(found.count == 1 && found[0].hasSuffix("» Rename it to `\(id).md`."), "\(found)")
  }

  @Test(arguments: ["new.md", "signs/new.md"]) func besideContent(_ name: String) async throws {
    expectFaults(
      try await faults([name: Self.article, "README.md": "# Read me\n"]),
      [
        "\(name): error no-such-kind-folder: This article cannot be published: it is outside `Content`. » Move it to the folder of its kind: `Content/causes`, `Content/signs`, `Content/stretches`, `Content/faqs`, `Content/pages`."
      ])
  }

  /// A folder that is nearly `Content` is one slip, whatever lies in it.
  @Test(arguments: ["content", "Contents", "Conten"]) func besideContentInAnother(_ folder: String)
    async throws
  {
    expectFaults(
      try await faults([
        "\(folder)/signs/new.md": Self.article, "\(folder)/causes/x.md": Self.article,
        "\(folder)/causes/y.md": Self.article,
      ]),
      [
        "\(folder)/causes/x.md: error no-such-kind-folder: This article cannot be published: it is outside `Content`. » Move everything in `\(folder)` to `Content`."
      ])
  }

  /// Nor does a build that finds its sources as they were pass over one that is new there.
  @Test func besideContentAfterABuild() async throws {
    let site = try FixtureSite()
    #expect(try await site.build().errors == 0)
    #expect(try await site.build().written == 0)
    try site.write(Self.article, to: "new.md")
    #expect(try await site.build().diagnostics.map(\.code) == [.noSuchKindFolder])
  }

  @Test(arguments: [
    ("my pic.png", "my-pic.png"), ("“my pic’s” (1).png", "my-pic-s-1.png"),
  ])
  func picturesWithMarksInTheirNames(name: String, plain: String) async throws {
    let found = try await faults(["Content/signs/\(name)": "x"])
    #expect(found.count == 1 && found[0].contains("Rename the file to `\(plain)`, and use it"), "\(found)")
  }

  @Test(arguments: [
    (#"C:\Users\me\hip.png"#, "bad-image: The picture PATH is on your own computer", "Write `hip.png`."),
    ("file:///home/me/hip.png", "bad-image: The picture PATH is on your own computer", "Write `hip.png`."),
    (
      #"..\causes\hip.png"#, "missing-image: The path PATH has backslashes, but addresses need slashes",
      "Write `../causes/hip.png`."
    ),
    (#"C:\Users\me\My knee.png"#, "", ""),
    (
      "D:/knee.png", "bad-image: The picture PATH is on your own computer",
      "Save the file next to the article, and write its name: `knee.png`."
    ),
  ])
  func pathsOfComputers(path: String, what: String, hint: String) async throws {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "![The hip](\(path))")
    ])
    try site.write(FileFaultTests.png, to: "Content/causes/hip.png")
    let found = site.lines(try await site.check())
    guard !what.isEmpty else { return #expect(found.contains { $0.contains("unread-markdown") }) }
    #expect(
      found.contains(
        "Content/causes/tendon-pain.md:7:12: error \(what.replacing("PATH", with: "`\(path)`")). » \(hint)"),
      "\(found)")
  }

  @Test func drawingsWithoutASize() async throws {
    let found = try await faults(
      inCause: FixtureSite.cause(body: "![The hip](hip.svg)"),
      ["Content/causes/hip.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\"></svg>"])
    expectFaults(
      found,
      [
        "Content/causes/tendon-pain.md:7:12: error bad-image: `Content/causes/hip.svg` does not give its size. » Add `viewBox=\"0 0 400 300\"`, with the drawing's own width and height, to its `<svg>` tag."
      ])
  }

  @Test(arguments: [
    ("![The joint](si-joint.png “The joint”)", "Write `si-joint.png \"The joint\"`."),
    ("![The joint](my joint.png)", "Rename the file, and write `my-joint.png`."),
    ("[Call](tel:+1 555 0100)", "Write `tel:+15550100`, without spaces."),
    ("[Text us](sms:+1 555 0100)", "Write `sms:+15550100`, without spaces."),
    ("[Pain](sign:Outer pain)", "Write the article's id, which has hyphens, such as `sign:outer-pain`."),
    (
      "[Pain](../signs/outer pain.md#what-helps)",
      "Write `../signs/outer-pain.md#what-helps`: the file name of an article has hyphens."
    ),
    ("[Leaflet](my leaflet.pdf)", "Rename the file, and write `my-leaflet.pdf`."),
    ("[There](https://a.example/b c)", "Write `https://a.example/b%20c`."),
  ])
  func addressesWithSpaces(body: String, hint: String) async throws {
    let found = try await faults(inCause: FixtureSite.cause(body: body))
    #expect(found.count == 1 && found[0].hasSuffix(" » \(hint)"), "\(found)")
  }

  @Test func titlesThatTwoArticlesHave() async throws {
    expectFaults(
      try await faults([
        "Content/signs/outer-pain.md": FixtureSite.article(
          "Outer hip pain", "see-also: []", body: "Felt here."
        )
        .replacing("see-also: []\n", with: ""),
        "Content/pages/about.md": FixtureSite.article(
          "outer Hip pain",
          body: "Start at [](cause:tendon-pain), [](sign:outer-pain) or [](stretch:step-ups)."),
      ]),
      [
        "Content/signs/outer-pain.md:2:8: warning shared-synonym: `Outer hip pain` is also the title of `Content/pages/about.md`. Readers cannot tell the two apart, and Limber does not link the name in other articles. » Give one of the two a different title."
      ])
  }

  @Test func articlesWithoutText() async throws {
    expectFaults(
      try await causeFaults(FixtureSite.cause("order: 1", body: "")),
      [
        "1:1: warning empty-article: This article has no text. » Write it below the second `---`, or set `draft: true` for now."
      ])
    let draft = try await causeFaults(FixtureSite.cause("draft: true", body: ""))
    #expect(!draft.contains { $0.contains("has no text") }, "\(draft)")
    let stretch = FixtureSite.article("Step-ups", "dose: {sets: 2}", body: "")
    #expect(
      try await faults(["Content/stretches/step-ups.md": stretch]).contains { $0.contains("has no text") })
  }

  @Test(arguments: [("2027-03-02", true), ("2027-02-01", false), ("2036-01-01", true)])
  func changesThatLieAhead(day: String, isTold: Bool) async throws {
    let fault =
      "6:10: warning doubtful-value: This change is dated \(day), which is in the future. » Check the year: today is 2026-03-01."
    expectFaults(try await causeFaults(FixtureSite.cause("updated: \(day)")), isTold ? [fault] : [])
  }
}
