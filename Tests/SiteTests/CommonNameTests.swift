import FixtureSite
import Testing

@testable import PreviewServer
@testable import Site
@testable import Writing

/// Which names become links where others mention them.
@Suite struct CommonNameTests {
  private static let told =
    "Write `auto-link: always` here to link it anyway, or add it to `never` under `auto-link` in `site.yaml`."

  @Test(arguments: [("Home", "en"), ("rest", "en-GB"), ("Types", "en"), ("Dolor", "es"), ("Inicio", "es-MX")])
  func wordsOfTheList(name: String, language: String) async throws {
    let changes = [
      "Content/signs/outer-pain.md": FixtureSite.article(name, body: "It is felt at the side."),
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "Text on \(name.lowercased()) here."),
      "site.yaml": FixtureSite.configuration("language: en", "language: \(language)"),
    ]
    let site = try FixtureSite(changes)
    #expect(
      site.lines(try await site.build()) == [
        "Content/signs/outer-pain.md:2:8: warning common-name: `\(name)` is a word with many meanings, so Limber does not link it in other articles. » \(Self.told)"
      ])
    #expect(
      try site.snapshot().text("causes/tendon-pain/index.html")?.contains("on \(name.lowercased()) here")
        == true)
    let always = FixtureSite.article(name, "auto-link: always", body: "It is felt at the side.")
    try site.write(always, to: "Content/signs/outer-pain.md")
    #expect(site.lines(try await site.build()) == [])
    #expect(
      try site.snapshot().text("causes/tendon-pain/index.html")?.contains(
        "on <a href=\"/signs/outer-pain/\">\(name.lowercased())</a> here") == true)
    try site.write(changes["Content/signs/outer-pain.md"] ?? "", to: "Content/signs/outer-pain.md")
    try site.write(
      FixtureSite.configuration("language: en", "language: \(language)\nauto-link: {never: [\(name)]}"),
      to: "site.yaml")
    #expect(site.lines(try await site.build()) == [])
  }

  @Test(arguments: ["pain", "IT", "back", "help"]) func synonyms(name: String) async throws {
    expectFaults(
      try await faults([
        "Content/signs/outer-pain.md": FixtureSite.article(
          "Outer hip pain", "also-known-as: [sore side, \(name)]")
      ]),
      [
        "Content/signs/outer-pain.md:4:28: warning common-name: `\(name)` is a word with many meanings, so Limber does not link it in other articles. » \(Self.told)"
      ])
  }

  /// That every "x" in a text should be a link is expected by nobody; of two letters, it is.
  @Test func aSingleLetterIsNoName() async throws {
    let site = try FixtureSite([
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", "also-known-as: [x, qz]"),
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "An x here and a qz there."),
    ])
    #expect(site.lines(try await site.build()) == [])
    let page = try site.snapshot().text("causes/tendon-pain/index.html")
    #expect(page?.contains("An x here and a <a href=\"/signs/outer-pain/\">qz</a> there.") == true)
  }

  @Test func namesOfSeveralWordsAreNotWordsOfTheList() {
    for name in ["hip pain", "rest day", "back pain"] {
      #expect(!CommonWords.contains(Array(name.utf8), language: "en"))
    }
    #expect(!CommonWords.contains(Array("pain".utf8), language: "de"))
  }

  private static func files(mentioning: Int, of count: Int, _ keys: String...) -> [String: String?] {
    var files: [String: String?] = [
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain"),
      "Content/signs/limp.md":
        (["---", "title: Limping", "summary: About it."] + keys + ["---", "Text.", ""])
        .joined(separator: "\n"),
    ]
    for number in 0..<count {
      files["Content/faqs/q-\(number).md"] = FixtureSite.article(
        "Question \(number)", "about: [sign:limp]",
        body: number < mentioning ? "You may see *limping* here, and limping there." : "Text.")
    }
    return files
  }

  /// More than a fifth of the articles, and more than twenty of them. A larger site guesses from a sample, which tells nothing
  /// between the last two: one of them is guessed wrong.
  @Test(arguments: [
    (20, 30, false), (21, 30, true), (21, 200, false), (45, 200, true), (221, 1100, false), (222, 1100, true),
  ])
  func countedNames(mentioning: Int, count: Int, isCommon: Bool) async throws {
    let site = try FixtureSite(Self.files(mentioning: mentioning, of: count))
    let lines = site.lines(try await site.build())
    // Six articles are the small site's own.
    #expect(
      lines
        == (isCommon
          ? [
            "Content/signs/limp.md:2:8: warning common-name: `Limping` is in \(mentioning) of \(count + 6) articles, so Limber does not link it in any of them. » \(Self.told)"
          ] : []))
    let link = "<a href=\"/signs/limp/\">limping</a>"
    #expect(try site.text(of: "Public/faqs/q-0/index.html").contains(link) == !isCommon)
    guard isCommon else { return }
    let always = try FixtureSite(Self.files(mentioning: mentioning, of: count, "auto-link: always"))
    #expect(always.lines(try await always.build()) == [])
    #expect(try always.text(of: "Public/faqs/q-0/index.html").contains(link))
  }

  /// The preview knows when a name becomes common, and when it no longer is.
  @Test func previewFollows() async throws {
    let site = try FixtureSite(Self.files(mentioning: 20, of: 30))
    let preview = try PreviewSite(try site.options())
    func page(_ update: PreviewSite.Update) throws -> String {
      let page = try #require(update.snapshot?.file(at: "/faqs/q-0/"))
      return String(decoding: page.bytes, as: UTF8.self)
    }
    let link = "<a href=\"/signs/limp/\">limping</a>"
    #expect(try page(await preview.update(nil)).contains(link))
    let file = "Content/faqs/q-25.md"
    let before = try site.text(of: file)
    try site.write(before.replacingOccurrences(of: "Text.", with: "No limping."), to: file)
    let common = await preview.update([file])
    #expect(try !page(common).contains(link))
    #expect(common.report.diagnostics.map(\.code) == [.commonName])
    try site.write(before, to: file)
    let again = await preview.update([file])
    #expect(try page(again).contains(link) && again.report.diagnostics.isEmpty)
  }

  /// Two articles of one title, or a title and another's synonym: neither is linked.
  @Test func sharedNames() async throws {
    let site = try FixtureSite([
      "Content/signs/limp.md": FixtureSite.article("Walking badly", "also-known-as: [limping]"),
      "Content/signs/zebra.md": FixtureSite.article("Limping"),
      "Content/pages/about.md": FixtureSite.article(
        "About this site",
        body:
          "Limping: [](cause:tendon-pain), [](sign:outer-pain), [](stretch:step-ups), [](sign:zebra), [](sign:limp)."
      ),
    ])
    #expect(
      site.lines(try await site.build()).filter { $0.contains("shared-synonym") } == [
        "Content/signs/limp.md:4:17: warning shared-synonym: `limping` is also a name of `Content/signs/zebra.md`, so Limber does not link it in other articles. » Keep it in only one of the two articles."
      ])
    #expect(try site.text(of: "Public/about/index.html").contains("<p>Limping: "))
  }

  @Test(arguments: [
    ("Impingement (FAI)", "An impingement (FAI) hurts.", "<a href=\"/signs/x/\">impingement (FAI)</a> hurts"),
    ("St. Vitus knee", "The St. Vitus knee.", "The <a href=\"/signs/x/\">St. Vitus knee</a>."),
    ("C++ & knees", "On C++ & knees.", "On <a href=\"/signs/x/\">C++ &amp; knees</a>."),
    ("A/B", "Is it A/B or A / B?", "Is it <a href=\"/signs/x/\">A/B</a> or A / B?"),
    ("Patella – tendon", "The patella-tendon.", "The <a href=\"/signs/x/\">patella-tendon</a>."),
    ("Low-impact day", "A low – impact day.", "A <a href=\"/signs/x/\">low – impact day</a>."),
    ("Runner’s knee", "A runner's knee.", "A <a href=\"/signs/x/\">runner’s knee</a>."),
    ("Knee: what now?", "See knee: what now, then.", "See <a href=\"/signs/x/\">knee: what now</a>, then."),
    ("(Dys)function", "A (dys)function.", "A <a href=\"/signs/x/\">(dys)function</a>."),
    ("Omega-3, fish oil", "Take omega-3, fish oil.", "Take <a href=\"/signs/x/\">omega-3, fish oil</a>."),
    ("Grade 2+", "Of grade 2+ here.", "Of <a href=\"/signs/x/\">grade 2+</a> here."),
    // What differs in its signs is another name.
    ("Impingement (FAI)", "An impingement, FAI.", "<p>An impingement, FAI.</p>"),
    ("Hip pain", "The hip. Pain, too.", "<p>The hip. Pain, too.</p>"),
    ("C++", "Vitamin C is none, C++11 neither.", "<p>Vitamin C is none, C++11 neither.</p>"),
  ])
  func punctuation(title: String, text: String, expected: String) async throws {
    let site = try FixtureSite([
      "Content/signs/x.md": FixtureSite.article("\"\(title)\""),
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: text),
      "Content/faqs/keep-running.md": FixtureSite.article(
        "Can I keep running?", "about: [cause:tendon-pain, sign:x]", body: "Often."),
    ])
    #expect(site.lines(try await site.build()) == [])
    let page = try site.text(of: "Public/causes/tendon-pain/index.html")
    #expect(page.contains(expected), "\(page)")
  }
}
