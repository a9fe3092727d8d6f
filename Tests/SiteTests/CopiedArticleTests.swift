import FixtureSite
import Testing

/// A copied file is told once, at the copy; so is one whose right name another file has.
@Suite struct CopiedArticleTests {
  private static let original = "Content/conditions/kneecap-pain.md"

  private func found(_ change: (FixtureSite) throws -> Void) async throws -> [String] {
    let site = try Example.knee.copy()
    try change(site)
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  private func copies(_ name: String, _ change: (String) -> String = { $0 }) async throws -> [String] {
    try await found { try $0.write(change($0.text(of: Self.original)), to: "Content/conditions/\(name)") }
  }

  @Test(arguments: ["kneecap-pain-2", "2nd-kneecap", "con", String(repeating: "a", count: 90)])
  func wholeCopies(id: String) async throws {
    expectFaults(
      try await copies(id + ".md"),
      [
        "Content/conditions/\(id).md:2:8: error duplicate-url: This looks like a copy of `\(Self.original)`: both have the same title, other name and old addresses. » If it is an article of its own, change `title`, change `also-known-as` and take `/kneecap/` and `/conditions/runners-knee/` out of `redirect-from`. If not, delete it."
      ])
  }

  @Test func oldAddressesAlone() async throws {
    expectFaults(
      try await copies("runner-soreness.md") {
        $0.replacing("title: Kneecap pain", with: "title: Soreness of runners")
          .replacing("also-known-as: [patellofemoral pain]\n", with: "")
      },
      [
        "Content/conditions/runner-soreness.md:9:17: error duplicate-url: This looks like a copy of `\(Self.original)`: both have the same old addresses. » If it is an article of its own, take `/kneecap/` and `/conditions/runners-knee/` out of `redirect-from`. If not, delete it."
      ])
  }

  /// One old address of two articles is a slip of its own.
  @Test func oneOldAddress() async throws {
    let found = try await copies("zone.md") {
      $0.replacing("title: Kneecap pain", with: "title: Soreness of runners")
        .replacing("also-known-as: [patellofemoral pain]\n", with: "")
        .replacing(", /conditions/runners-knee/", with: "")
    }
    #expect(found.count == 1 && found[0].contains("The old address `/kneecap/` is already taken"), "\(found)")
  }

  @Test(arguments: [
    (
      "kneecap-pain-DESKTOP-AB12.md",
      "It looks like a copy of `kneecap-pain.md`. Delete it, or, if it is another article, give it another name."
    ),
    ("Kneecap-Pain.md", there), ("kneecap--pain.md", there), ("kneecap-pain.md.md", there),
    (
      "README.md", "It is for those who work on the site. Move it out of `Content`, or delete it."
    ),
    (
      "_template.md",
      "If it is not for readers, move it out of `Content`, or delete it. If it is an article, rename it to `template.md`."
    ),
    ("Outer-Knee.md", "Rename it to `outer-knee.md`."),
  ])
  func names(name: String, hint: String) async throws {
    expectFaults(
      try await copies(name),
      [
        "Content/conditions/\(name): error bad-file-name: `\(name)` cannot be the file name of an article. Use only lowercase letters and digits, with single hyphens between them. » \(hint)"
      ])
  }

  private static let there =
    "`kneecap-pain.md` is there already. If this is a copy of it, delete this one. If it is another article, give it another name."

  @Test func otherEnding() async throws {
    expectFaults(
      try await copies("kneecap-pain.MD"),
      [
        "Content/conditions/kneecap-pain.MD: error bad-file-name: `kneecap-pain.MD` is not read, because the file name of an article must end in `.md`. » \(Self.there)"
      ])
  }

  @Test func languageOfTheOriginal() async throws {
    expectFaults(
      try await copies("kneecap-pain.en.md"),
      [
        "Content/conditions/kneecap-pain.en.md: error bad-file-name: The original of a text has no language in its file name. » \(Self.there)"
      ])
  }

  @Test func wordsAboveAList() async throws {
    expectFaults(
      try await copies("index.md"),
      [
        "Content/conditions/index.md: error bad-file-name: `index.md` cannot be the file name of a condition: Limber makes the list of them itself. » Write the words above the list after `summary:` of `condition` in `site.yaml`, and delete this file. If it is an article, give it another name."
      ])
  }

  @Test func notesOfAuthors() async throws {
    expectFaults(
      try await found { try $0.write("# Read me\n", to: "Content/README.md") },
      [
        "Content/README.md: warning unused-file: `README.md` is for those who work on the site, so it is not published. » Move it out of `Content`, or delete it."
      ])
  }

  @Test(arguments: ["Thumbs.db", "desktop.ini", "Icon\r", ".DS_Store"]) func leftByDesktops(name: String)
    async throws
  {
    expectFaults(
      try await found {
        try $0.write("x", to: "Content/conditions/\(name)")
        try $0.write("x", to: "Templates/assets/\(name)")
      }, [])
  }

  @Test(arguments: ["~$eecap-pain.md", "~$eecap-pain.docx"]) func leftByWord(name: String) async throws {
    expectFaults(
      try await copies(name),
      [
        "Content/conditions/\(name): warning unused-file: Word made this file while the document was open. » Close the document, then delete this file."
      ])
  }

  @Test(arguments: ["conditions copy", "Conditions", "conditions-old", "conditions (1)"])
  func folders(name: String) async throws {
    expectFaults(
      try await found { try $0.write($0.text(of: Self.original), to: "Content/\(name)/kneecap-pain.md") },
      [
        "Content/\(name)/kneecap-pain.md: error no-such-kind-folder: This article cannot be published: `Content/\(name)` is not the folder of a kind. » It looks like a copy of the folder `conditions`. Move what is new in it there, then delete it."
      ])
  }

  @Test(arguments: [
    ("kneecap.svg (1)", "It looks like a copy of `kneecap.svg`. Delete it, or use it in an article."),
    ("kneecap copy.svg", "It looks like a copy of `kneecap.svg`. Delete it, or use it in an article."),
    (
      "IMG_2041.HEIC",
      "Browsers do not show such pictures. Save it as JPEG and use that in an article, or delete it."
    ),
  ])
  func pictures(name: String, hint: String) async throws {
    let found = try await found { try $0.write("x", to: "Content/conditions/\(name)") }
    expectFaults(
      found,
      [
        "Content/conditions/\(name): warning unused-file: Nothing uses this file, so it is not published. » \(hint)"
      ])
  }
}
