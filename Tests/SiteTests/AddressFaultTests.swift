import FixtureSite
import Testing

/// Ids and addresses that clash, and old addresses that cannot be.
@Suite struct AddressFaultTests {
  typealias Site = FixtureSite

  @Test func sameIDInSubfolders() async throws {
    expectFaults(
      try await faults(["Content/signs/hip/outer-pain.md": Site.article("Outer pain, again")]),
      [
        "Content/signs/outer-pain.md: error duplicate-id: The sign `outer-pain` is also in `Content/signs/hip/outer-pain.md`. » Rename one of the two files."
      ])
  }

  @Test func subfoldersMeanNothing() async throws {
    let site = try FixtureSite([
      "Content/signs/outer-pain.md": nil, "Content/signs/hip/outer-pain.md": Site.article("Outer hip pain"),
      "Content/causes/tendon-pain.md": Site.cause(
        body: "See [what it feels like](../signs/hip/outer-pain.md)."),
    ])
    expectFaults(site.lines(try await site.build()), [])
    #expect(try site.snapshot().names.contains("signs/outer-pain/index.html"))
  }

  /// The symptom checker's address is free where there is none.
  @Test func pageInThePlaceOfAChecker() async throws {
    let site = try FixtureSite([
      "Content/pages/symptom-checker.md": Site.article(
        "Where does it hurt?", body: "Soon, you can ask here."),
      "Content/causes/tendon-pain.md": Site.cause(body: "[Ask](page:symptom-checker)."),
    ])
    expectFaults(site.lines(try await site.build()), [])
    #expect(try site.snapshot().names.contains("symptom-checker/index.html"))
  }

  @Test func pageThatHidesAListOfAKind() async throws {
    #expect(
      try await faults(["Content/pages/signs.md": Site.article("Signs", "auto-link: false")]).first
        == "Content/pages/signs.md: error duplicate-url: The address `/signs/` is already taken by the list of signs. » Rename the file."
    )
  }

  @Test func twoPagesByRedirect() async throws {
    expectFaults(
      try await causeFaults(
        Site.cause(
          "redirect-from: [/old/, /Signs/OUTER-pain/, /signs/, /OLD/, /404.html/, /assets/site.c6d5cbd2.css/]"
        )),
      [
        "6:24: error duplicate-url: The old address `/Signs/OUTER-pain/` is already taken by `Content/signs/outer-pain.md`. » Remove it, or give the other page a different address.",
        "6:44: error duplicate-url: The old address `/signs/` is already taken by the list of signs. » Remove it, or give the other page a different address.",
        "6:53: error duplicate-url: The old address `/OLD/` is already taken by a redirect to `Content/causes/tendon-pain.md`. » Remove it, or give the other page a different address.",
        "6:60: error duplicate-url: The old address `/404.html/` is already taken by a file that every build writes. » Remove it, or give the other page a different address.",
        "6:72: error duplicate-url: The old address `/assets/site.c6d5cbd2.css/` is already taken by a file that every build writes. » Remove it, or give the other page a different address.",
      ])
  }

  private static let anyPath =
    "Write a path of this site, such as `/old-page/`, `/old.html` or `/blog/?p=12`."

  @Test(arguments: [
    ("/../secret/", anyPath), ("/a/../../b/", anyPath), ("../x/", anyPath), ("/.git/", anyPath),
    ("old/", "Write `/old/`."),
    ("/", anyPath), ("//", anyPath), ("/a//b/", anyPath), ("/a b/", "Write `/a%20b/`."), ("/./", anyPath),
    ("/a/%2E%2e/b/", anyPath), ("/%zz/", anyPath), ("/a/#b", "Write `/a/`."), ("/a?", "Write `/a`."),
    ("https://clinic.example/old.html", "Write `/old.html`."),
  ])
  func badRedirect(path: String, hint: String) async throws {
    expectFaults(
      try await causeFaults(Site.cause("redirect-from: ['\(path)']")),
      ["6:17: error bad-redirect: `\(path)` cannot be an old address of this article. » \(hint)"])
  }

  /// Each old address is a file where one can stand for it, and a rule for hosts that read rules.
  @Test func everyFormOfOldAddress() async throws {
    let site = try FixtureSite()
    try site.write(
      Site.cause(
        "redirect-from: [/old.html, '/blog/?p=12&x=1', /caf%C3%A9/, /käse, '/a%20b/', /old, /old/, /index.php, '/?p=3']"
      ),
      to: "Content/causes/tendon-pain.md")
    expectFaults(site.lines(try await site.build()), [])
    let published = try site.snapshot()
    for file in [
      "old.html", "café/index.html", "käse/index.html", "a b/index.html", "old/index.html",
      "index.php/index.html",
    ] {
      #expect(
        published.text(file)?.contains("url=/causes/tendon-pain/") == true, "\(file) of \(published.names)")
    }
    #expect(
      published.text("_redirects") == """
        /blog/ p=12 x=1 /causes/tendon-pain/ 301!
        /blog/ p=12 x=1 /causes/tendon-pain/ 301
        / p=3 /causes/tendon-pain/ 301!
        / p=3 /causes/tendon-pain/ 301
        /old.html /causes/tendon-pain/ 301!
        /old.html /causes/tendon-pain/ 301
        /caf%C3%A9/ /causes/tendon-pain/ 301!
        /caf%C3%A9/ /causes/tendon-pain/ 301
        /k%C3%A4se /causes/tendon-pain/ 301!
        /k%C3%A4se /causes/tendon-pain/ 301
        /a%20b/ /causes/tendon-pain/ 301!
        /a%20b/ /causes/tendon-pain/ 301
        /old /causes/tendon-pain/ 301!
        /old /causes/tendon-pain/ 301
        /old/ /causes/tendon-pain/ 301!
        /old/ /causes/tendon-pain/ 301
        /index.php /causes/tendon-pain/ 301!
        /index.php /causes/tendon-pain/ 301

        """)
  }

  @Test func oneAddressInTwoForms() async throws {
    let other = Site.article(
      "About this site", "redirect-from: [\"/cafe\u{301}/\"]",
      body: "Start at [](cause:tendon-pain), [](sign:outer-pain) or [](stretch:step-ups).")
    let found = try await faults(
      inCause: Site.cause("redirect-from: [/Caf%c3%a9/]"), ["Content/pages/about.md": other])
    expectFaults(
      found,
      [
        "Content/pages/about.md:4:17: error duplicate-url: The old address `/café/` is already taken by a redirect to `Content/causes/tendon-pain.md`. » Remove it, or give the other page a different address."
      ])
  }

  /// What a build could not write, a check says, at its place.
  @Test(arguments: [("a", 256), ("\u{E9}", 128), ("b/", 401)])
  func addressTooLongForAFile(_ letter: String, count: Int) async throws {
    let path = "/" + String(repeating: letter, count: count) + (letter == "b/" ? "" : "/")
    expectFaults(
      try await causeFaults(Site.cause("redirect-from: ['\(path)']")),
      [
        "6:17: error bad-redirect: `\(path)` cannot be an old address of this article. » Remove it. An address can have up to 255 letters between two slashes, and 800 in all."
      ])
  }

  @Test func addressAsLongAsAFileCanBe() async throws {
    let path = "/" + String(repeating: "a", count: 255) + "/"
    let site = try FixtureSite(["Content/causes/tendon-pain.md": Site.cause("redirect-from: ['\(path)']")])
    expectFaults(site.lines(try await site.build()), [])
  }

  @Test func folderOfAKindTooLongForAFile() async throws {
    let folder = String(repeating: "a", count: 256)
    let found = try await faults(["site.yaml": Site.configuration("folder: faqs", "folder: \(folder)")])
    #expect(found.first?.contains("a folder name in lowercase letters") == true, "\(found)")
  }

  /// A folder of one old address where another is a file, in both orders.
  @Test(arguments: ["/a.html/b/, /a.html", "/a.html, /a.html/b/", "/x/y.htm/z, /x/y.htm"])
  func redirectThatIsFileAndFolder(_ both: String) async throws {
    let second = both.split(separator: " ")[1]
    #expect(
      try await causeFaults(Site.cause("redirect-from: [\(both)]")).map {
        $0.split(separator: ": ", maxSplits: 1)[1]
      }
        == [
          "error duplicate-url: The old address `\(second)` is already taken by a redirect to `Content/causes/tendon-pain.md`. » Remove it, or give the other page a different address."
        ])
  }

  @Test(arguments: ["Content/assets", "Content/causes/tendon-pain"])
  func fileWhereABuildNeedsAFolder(_ path: String) async throws {
    let site = try FixtureSite([
      path: "Words.", "Content/pages/about.md": Site.article("About", body: "[it](../\(path.dropFirst(8)))"),
    ])
    let (checked, built) = (site.lines(try await site.check()), site.lines(try await site.build()))
    #expect(checked == built)
    #expect(
      checked.contains {
        $0.hasPrefix("\(path): error duplicate-url: The address `/\(path.dropFirst(8))` is already taken by ")
      }, "\(checked)")
  }

  /// Names that are one on file systems which do not tell letters by case or by how they are composed.
  @Test(arguments: [
    ("\u{E9}", "\u{C9}"), ("e\u{301}", "\u{E9}"), ("e\u{301}", "\u{C9}"), ("stra\u{DF}e", "STRASSE"),
    ("\u{44F}", "\u{42F}"), ("knee", "Knee"),
  ])
  func namesThatAreOneElsewhere(_ one: String, _ other: String) async throws {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>"
    let site = try FixtureSite()
    // One after the other: to a dictionary the two can be one name, too.
    try site.write(drawing, to: "Content/pages/\(one).svg")
    try site.write(drawing, to: "Content/pages/\(other).svg")
    let found = site.lines(try await site.check()).filter { $0.contains("duplicate-url") }
    #expect(found.count == 1, "\(found)")
  }

  /// A redirect's page would be a file inside what is a file already.
  @Test func redirectBelowAFile() async throws {
    expectFaults(
      try await causeFaults(Site.cause("redirect-from: [/robots.txt/old/, /signs/index.html/]")),
      [
        "6:17: error duplicate-url: The old address `/robots.txt/old/` is already taken by a file that every build writes. » Remove it, or give the other page a different address.",
        "6:35: error duplicate-url: The old address `/signs/index.html/` is already taken by the list of signs. » Remove it, or give the other page a different address.",
      ])
  }

  /// A download of an article that would lie where a page is published.
  @Test func fileWithAPagesAddress() async throws {
    expectFaults(
      try await causeFaults(
        Site.cause(body: "See [the list](../signs/index.html)."), ["Content/signs/index.html": "<p>List</p>"]),
      [
        "Content/signs/index.html: error duplicate-url: The address `/signs/index.html` is already taken by the list of signs. » Rename the file.",
        "Content/signs/index.html: error unsafe-download: A browser opens this file as a page, and a script in it would run as part of the site. » Publish it as a PDF or a ZIP file, or write it as an article. To publish it as it is, allow HTML with `markdown: {raw-html: true}` in `site.yaml`.",
      ])
  }
}
