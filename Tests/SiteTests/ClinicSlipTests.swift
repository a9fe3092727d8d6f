import FixtureSite
import Testing

@testable import Site

/// What a clinic gets wrong while it makes a site its own: each slip is told once, with what to write.
@Suite struct ClinicSlipTests {
  private static func site(
    _ fields: String, kind: String = "person", folder: String = "team", settings: String = "",
    _ changes: [String: String?] = [:]
  ) -> [String: String?] {
    [
      "site.yaml": FixtureSite.configuration(
        "  page:\n    folder: pages",
        "  \(kind):\n    folder: \(folder)\n    title: Own\n    review: none\n    fields: {\(fields)}\n\(settings)  page:\n    folder: pages"
      ).replacing("[causes, page:about]", with: "[causes, \(folder), page:about]"),
      "Templates/\(kind).mustache": FixtureSite.page(FixtureSite.body + "{{#facts}}{{label}}{{/facts}}"),
    ].merging(changes) { $1 }
  }

  private static func member(_ keys: String) -> String {
    "---\ntitle: Ana\nsummary: About her.\n\(keys)\n---\nText.\n"
  }
  private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n"

  // MARK: Pictures

  @Test(arguments: [
    "photo: ana.svg", "photo: {file: ana.svg}", "photo: {file: other.heic, alt: Ana}", "photo: {alt: Ana}",
    "photo: {flie: ana.svg, alt: Ana}", "photo: {file: mia.svg, alt: Ana}",
  ])
  func photos(key: String) async throws {
    let found = try await faults(
      Self.site(
        "photo: {type: image}",
        ["Content/team/ana.md": Self.member(key), "Content/team/ana.svg": Self.drawing]))
    #expect(found.count == 1 && found[0].hasPrefix("Content/team/ana.md:4:"), "\(found)")
  }

  /// What nothing uses is told as long as no picture is named wrongly.
  @Test func picturesThatNothingUses() async throws {
    let found = try await faults(
      Self.site(
        "role: {type: text}",
        ["Content/team/ana.md": Self.member("role: Desk"), "Content/team/ana.svg": Self.drawing]))
    #expect(found.count == 1 && found[0].contains("unused-file"), "\(found)")
  }

  // MARK: Settings

  @Test(arguments: [
    (
      "role: text",
      "`role` must be a mapping (`key: value` lines), not a single value. » Write `role: {type: text}`."
    ),
    (
      "open: hours",
      "`open` must be a mapping (`key: value` lines), not a single value. » Write `open: {type: hours}`."
    ),
  ])
  func fieldWithoutBraces(field: String, message: String) async throws {
    let found = try await faults(Self.site(field, ["Content/team/ana.md": Self.member("order: 1")]))
    #expect(found.count == 1 && found[0].hasSuffix("error wrong-type: \(message)"), "\(found)")
  }

  @Test(arguments: [
    ("social.example/ana", "Write `https://social.example/ana`."),
    ("//social.example/ana", "Write `https://social.example/ana`."),
    ("\"@ana\"", "Write the address of that page, such as `https://social.example/ana`."),
    ("ana@bay.example", "Write `mailto:ana@bay.example`."), ("+1 555 0100", "Write `tel:+15550100`."),
  ])
  func profiles(value: String, hint: String) async throws {
    let found = try await faults(
      Self.site("profile: {type: url}", ["Content/team/ana.md": Self.member("profile: \(value)")]))
    #expect(found.count == 1 && found[0].hasSuffix("» \(hint)"), "\(found)")
  }

  private static let lists = [
    "Templates/index.mustache": FixtureSite.page(
      "{{#articles}}{{>card}}{{/articles}}{{#years}}{{year}}{{/years}}{{list-feed-url}}")
  ]

  @Test(arguments: [
    ("day: {type: date, required: true}", "day", "title: x", "The key `day` is missing."),
    (
      "day: {type: date}", "title", "day: 2026-01-02",
      "`archive` is `title`, but the kind `notice` has no such date."
    ),
  ])
  func newsWithoutADay(field: String, archive: String, key: String, message: String) async throws {
    let found = try await faults(
      Self.site(
        field, kind: "notice", folder: "news", settings: "    list: {archive: \(archive)}\n    feed: true\n",
        ["Content/news/one.md": Self.member(key == "title: x" ? "order: 1" : key)].merging(Self.lists) { $1 })
    )
    #expect(
      found.filter { !$0.contains("orphan") }.count == 1 && found.contains { $0.contains(message) },
      "\(found)")
  }

  // MARK: Folders

  @Test(arguments: [
    (
      ["Content/notices/a.md"], "notice", "news",
      ["Rename the folder to `news`, or write `folder: notices` for that kind in `site.yaml`."]
    ),
    (
      ["Content/people/a.md"], "person", "team",
      ["Rename the folder to `team`, or write `folder: people` for that kind in `site.yaml`."]
    ),
    (
      ["Content/teams/a.md"], "person", "team",
      ["Rename the folder to `team`, or write `folder: teams` for that kind in `site.yaml`."]
    ),
  ])
  func foldersWithOtherNames(files: [String], kind: String, folder: String, hints: [String]) async throws {
    var changes: [String: String?] = [:]
    for file in files { changes[file] = Self.member("order: 1") }
    let stray = files[0].split(separator: "/")[1]
    changes["Content/pages/about.md"] = FixtureSite.article(
      "About this site",
      body:
        "Start at [](cause:tendon-pain), [](sign:outer-pain), [](stretch:step-ups) or [](../\(stray)/a.md).")
    let found = try await faults(
      Self.site(
        "role: {type: text}", kind: kind, folder: folder, settings: "    feed: true\n",
        changes.merging(Self.lists) { $1 }))
    #expect(
      found.count == hints.count && zip(found, hints).allSatisfy { $0.hasSuffix("» \($1)") }, "\(found)")
  }

  // MARK: CNAME

  @Test func hostNameInTwoPlaces() async throws {
    let root = ["Templates/root/CNAME": "clinic.example\n"]
    for (files, hint) in [
      (root, "Delete it: `Templates/root/CNAME` is the one that is published."),
      ([:], "Move it to `Templates/root/CNAME`, which is published at the top of the site, or delete it."),
    ] as [([String: String], String)] {
      expectFaults(
        try await faults(files.merging(["Content/CNAME": "clinic.example\n"]) { $1 }),
        ["Content/CNAME: warning unused-file: Nothing uses this file, so it is not published. » \(hint)"])
    }
    // What an article offers for download is published, so that both cannot be.
    let found = try await faults(
      root.merging([
        "Content/CNAME": "clinic.example\n",
        "Content/faqs/host.md": FixtureSite.article(
          "Which host?", "about: [cause:tendon-pain]", body: "See [it](../CNAME)."),
      ]) { $1 })
    #expect(found.contains { $0.contains("duplicate-url") }, "\(found)")
  }

  // MARK: Another language

  @Test(arguments: [
    ("kinds: {casue: {title: Causas, summary: Todas.}}", "Did you mean `cause`?", "of the kind `cause`"),
    (
      "kinds: {cause: {titel: Causas, summary: Todas.}}", "Did you mean `title`?",
      "`title` of the kind `cause`"
    ),
    ("labels: {Rol: Papel}", "Did you mean `Role`?", "the label `Role`"),
  ])
  func wordsOfSettings(line: String, hint: String, missing: String) async throws {
    var files = Self.site(
      "role: {type: text, label: Role}", ["Content/team/ana.md": Self.member("role: Desk")])
    files["site.yaml"] = files["site.yaml"]??.replacing(
      "language: en\n", with: "language: en\nlanguages: {en: English, es: Español}\n")
    files["site.es.yaml"] = line + "\n"
    let found = try await faults(files).filter { $0.hasPrefix("site.es.yaml") }
    #expect(found.count { $0.contains(hint) } == 1, "\(found)")
    #expect(!found.contains { $0.contains("get these words") && $0.contains(missing) }, "\(found)")
    // All else is still missing.
    #expect(
      found.contains { $0.contains("get these words") && $0.contains("`title` of the kind `sign`") },
      "\(found)")
  }
}
