import FixtureSite
import Foundation
import Testing

@testable import PreviewServer
@testable import Site

/// What becomes of `Templates/root`, and of files that somebody puts into the output folder instead.
@Suite struct RootFileTests {
  private static let files: [String: String?] = [
    "Templates/root/CNAME": "clinic.example\n", "Templates/root/.nojekyll": "",
    "Templates/root/.well-known/security.txt": "Contact: mailto:help@clinic.example\n",
    "Templates/root/signs/plan b.txt": "As it is: {{title}} <p>",
  ]

  @Test func arePublishedAsTheyAre() async throws {
    let site = try FixtureSite(
      Self.files.merging([
        "Templates/root/.gitkeep": "", "Templates/root/.well-known/.DS_Store": "x",
      ]) { $1 })
    #expect(site.lines(try await site.build()) == [])
    let published = try site.snapshot()
    for (file, text) in Self.files {
      #expect(published.text(String(file.dropFirst("Templates/root/".count))) == text, "\(file)")
    }
    #expect(!published.names.contains(".gitkeep") && !published.names.contains(".well-known/.DS_Store"))
    // A change in a hidden file is noticed, and one that goes is gone.
    try site.write("Contact: https://clinic.example/\n", to: "Templates/root/.well-known/security.txt")
    try site.remove("Templates/root/CNAME")
    let report = try await site.build()
    #expect(report.written == 1)
    #expect(try site.snapshot().text(".well-known/security.txt") == "Contact: https://clinic.example/\n")
    #expect(try !site.snapshot().names.contains("CNAME"))
    #expect(try await site.build().written == 0)
  }

  @Test(arguments: [
    ("robots.txt", "`/robots.txt` is already taken by a file that every build writes"),
    ("_headers", "`/_headers` is already taken by a file that every build writes"),
    (".limber-output", "`/.limber-output` is already taken by a file that every build writes"),
    ("index.html", "`/index.html` is already taken by a file that every build writes"),
    ("About/index.html", "`/About/index.html` is already taken by `Content/pages/about.md`"),
    ("causes", "`/causes` is already taken by the list of causes"),
    ("old/index.html", "`/old/index.html` is already taken by a redirect to `Content/pages/about.md`"),
    ("old.html", "`/old.html` is already taken by a redirect to `Content/pages/about.md`"),
    ("pages/plan.pdf", "`/pages/plan.pdf` is already taken by `Content/pages/plan.pdf`"),
    ("pages", "`/pages` is already taken by `Content/pages/plan.pdf`"),
    ("pages/plan.pdf/x", "`/pages/plan.pdf/x` is already taken by `Content/pages/plan.pdf`"),
  ])
  func addressThatIsTaken(_ name: String, _ what: String) async throws {
    let found = try await faults([
      "Templates/root/\(name)": "Mine.", "Content/pages/plan.pdf": "%PDF-1.4\n1 0 obj\n%%EOF\n",
      "Content/pages/about.md": FixtureSite.article(
        "About this site", "redirect-from: [/old/, /old.html]",
        body: "[](cause:tendon-pain) [](sign:outer-pain) [](stretch:step-ups) [plan](plan.pdf)"),
    ])
    #expect(
      found.count == 1
        && found[0].hasPrefix(
          "Templates/root/\(name): error duplicate-url: The address \(what). » Rename the file"),
      "\(found)")
  }

  @Test func ownFeedOfASiteWithoutOne() async throws {
    #expect(try await faults(["Templates/root/feed.xml": "<feed/>"]) == [])
    let found = try await faults([
      "Templates/root/feed.xml": "<feed/>",
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", "updated: 2026-01-02"),
    ])
    expectFaults(
      found,
      [
        "Templates/root/feed.xml: error duplicate-url: The address `/feed.xml` is already taken by a file that every build writes. » Rename the file, or delete it."
      ])
  }

  @Test func filesAmongTheAssets() async throws {
    expectFaults(
      try await faults(["Templates/root/Assets/x.css": "p {}"]),
      [
        "Templates/root/Assets/x.css: error duplicate-url: `assets/` is the folder of the site's own assets, which browsers keep for a year without asking again. » Move it to `Templates/assets`, or give its folder another name."
      ])
  }

  @Test func symbolicLinks() async throws {
    let site = try FixtureSite(["Templates/root/x.txt": "x"])
    for name in [".y.txt", "deep"] {
      try FileManager.default.createSymbolicLink(
        atPath: site.path(to: "Templates/root/\(name)"), withDestinationPath: "/etc")
    }
    expectFaults(
      site.lines(try await site.check()),
      [".y.txt", "deep"].map {
        "Templates/root/\($0): error symbolic-link: This is a symbolic link. Sites cannot contain symbolic links. » Replace it with the file itself."
      })
  }

  @Test func linksLeadToThem() async throws {
    let page = FixtureSite.page(
      "<a href=\"/.well-known/security.txt\">x</a> <a href=\"{{site.home-url}}cname\">y</a> {{{body}}}")
    let links = "[a](/.well-known/security.txt) [b](/signs/plan%20b.txt) [c](/.well-known/securty.txt)"
    var files = Self.files
    files["Templates/faq.mustache"] = page
    files["Content/causes/tendon-pain.md"] = FixtureSite.cause(body: links)
    expectFaults(
      try await faults(files),
      [
        "Content/causes/tendon-pain.md:7:61: error broken-link: The link `/.well-known/securty.txt` is not an address on this site. » Did you mean `/.well-known/security.txt`?",
        "Templates/faq.mustache:3:52: error broken-link: The address `{{site.home-url}}cname` is not an address on this site. » Did you mean `{{site.home-url}}CNAME`?",
      ])
    for (name, _) in Self.files { files[name] = String?.none }
    #expect(try await faults(files).count == 5)
  }

  /// What an article may link to is asked again when a root file comes or goes.
  @Test func cachesKnowThem() async throws {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "[a](/well-known.txt)"),
      "Templates/root/well-known.txt": "x",
    ])
    #expect(site.lines(try await site.build()) == [])
    try site.remove("Templates/root/well-known.txt")
    #expect(try await site.build().diagnostics.map(\.code.rawValue) == ["broken-link"])
    let preview = try PreviewSite(try site.options())
    #expect(await preview.update(nil).report.errors == 1)
    try site.write("y", to: "Templates/root/well-known.txt")
    let update = await preview.update(["Templates/root/well-known.txt"])
    #expect(update.report.errors == 0)
    #expect(update.snapshot?.file(at: "/well-known.txt")?.bytes == Array("y".utf8))
  }

  @Test(arguments: ["CNAME", ".well-known/x/y", "causes/tendon-pain/notes.txt", "assets/mine.css"])
  func strangerInTheOutputFolder(_ name: String) async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    try site.write("Mine.", to: "Public/\(name)")
    try site.write("Theirs.", to: "Public/.DS_Store")
    let before = try site.snapshot()
    let fault =
      "-: error output-not-ours: The output folder `SITE/Public` contains files that no build wrote (`\(name)`), which a build would delete. Nothing there was changed. » Move what should be published to `Templates/root/`, and delete the rest."
    expectFaults(site.lines(try await site.build()), [fault])
    expectFaults(site.lines(try await site.check()), [fault])
    #expect(try site.snapshot() == before)
    // The hint, to the letter.
    try site.remove("Public/\(name)")
    if !name.hasPrefix("assets/") { try site.write("clinic.example", to: "Templates/root/\(name)") }
    #expect(site.lines(try await site.build()) == [])
    #expect(try site.snapshot().text(name) == (name.hasPrefix("assets/") ? nil : "clinic.example"))
  }

  @Test func repositoryInTheOutputFolder() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    try site.write("ref: refs/heads/pages", to: "Public/.git/HEAD")
    #expect(
      try await site.build().diagnostics.map(\.hint) == [
        "Choose another folder with `--output`, and copy the site from there."
      ])
    #expect(try site.text(of: "Public/.git/HEAD") == "ref: refs/heads/pages")
  }

  @Test func outputInsideTheOutputOfAnotherSite() async throws {
    let (one, other) = (try FixtureSite(), try FixtureSite())
    _ = try await one.build()
    let report = try await other.build(output: one.path(to: "Public/knee/site"))
    expectFaults(
      one.lines(report),
      [
        "-: error output-not-ours: The output folder `SITE/Public/knee/site` is inside `SITE/Public`, where another site is published. » Choose a folder outside that one with `--output`."
      ])
    #expect(!FileManager.default.fileExists(atPath: one.path(to: "Public/knee")))
  }

  @Test(arguments: ["Content/x", "Content/pages/a/b", "Templates/root/preview", ".git/x"])
  func outputInsideTheSourceOfAnotherSite(_ place: String) async throws {
    let (one, other) = (try FixtureSite(), try FixtureSite())
    let folder = place.prefix { $0 != "/" }
    let report = try await other.build(output: one.path(to: place))
    expectFaults(
      one.lines(report),
      [
        "-: error output-inside-source: The output folder `SITE/\(place)` is inside `SITE/\(folder)`, where another site has its source files. » Choose a folder outside that site's source with `--output`."
      ])
    #expect(!FileManager.default.fileExists(atPath: one.path(to: place)))
  }

  /// A site among the files of another one, as examples are, has its own output.
  @Test(arguments: ["Examples/small/Public", "Public", "Pages/Content"])
  func outputBesideTheSourceOfAnotherSite(_ place: String) async throws {
    let (one, other) = (try FixtureSite(), try FixtureSite())
    let report = try await other.build(output: one.path(to: place))
    expectFaults(one.lines(report), [])
    #expect(FileManager.default.fileExists(atPath: one.path(to: place + "/index.html")))
  }
}
