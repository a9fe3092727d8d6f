import Diagnostics
import FixtureSite
import Testing

/// A hint is something that works when it is followed: each of a corpus of faults is mended by doing what its hint says,
/// to the letter and by machine, and the fault is gone and no other came.
@Suite struct HintTests {
  typealias Files = [String: String?]
  typealias Site = FixtureSite

  private static let others: Files = [
    "Content/causes/hip.svg": "<svg viewBox='0 0 4 3'></svg>", "Content/causes/notes.pdf": "%PDF-1.7",
    "Content/signs/draft.md": Site.article("Draft", "draft: true"),
    "Content/signs/inner-pain.md": Site.article("Inner pain", body: "## When to worry\n\nText."),
    "Content/faqs/keep-running.md": Site.article(
      "Can I keep running?", "about: [cause:tendon-pain, sign:inner-pain]", body: "Often."),
    "Content/causes/bursa-pain.md": Site.article(
      "Bursa pain", "signs: [outer-pain]", "stretches: [step-ups]"),
    "Content/references.json": "[{\"id\": \"griffin2016\", \"title\": \"A trial\"}]",
    "Content/red-flags.yaml":
      "rf-fall: {text: You fell on your hip., level: emergency, basis: practice}\nrf-heat: {text: You are hot., level: urgent, basis: practice}\n",
    "Templates/assets/wave.svg": "<svg/>",
  ]

  private func expectMended(_ code: DiagnosticCode, _ changes: Files, _ comment: Comment? = nil) async throws
  {
    let site = try Site(Self.others.merging(changes) { $1 })
    let before = try await site.check().diagnostics
    let faults = before.filter { $0.code == code }
    #expect(faults.count == 1, "\(before.map(\.line))")
    guard let fault = faults.first else { return }
    guard try HintFollower(site: site).follow(fault) else {
      Issue.record("Nobody can follow: \(fault.line)")
      return
    }
    let after = try await site.check().diagnostics
    let known = Set(before.map { "\($0.file ?? "") \($0.code.rawValue) \($0.message)" })
    let new = after.filter {
      $0.code == code || !known.contains("\($0.file ?? "") \($0.code.rawValue) \($0.message)")
    }
    #expect(new.map(\.line) == [], "after following: \(fault.line)")
  }

  @Test(arguments: [
    ("../signs/outer-pian.md", "broken-link"), ("../signs/outer-pain.html", "broken-link"),
    ("../signs/outer-pain", "broken-link"), ("outer-pain.md", "broken-link"), ("hip.svgg", "broken-link"),
    ("notes.pfd", "broken-link"), ("sign:outer-pian", "broken-link"), ("sing:outer-pain", "broken-link"),
    ("/signs/outer-pain", "broken-link"), ("/sings/outer-pain/", "broken-link"),
    ("/Content/signs/outer-pain.md", "broken-link"),
    ("https://clinic.example/signs/outer-pian/", "broken-link"),
    ("http://localhost:8080/signs/outer-pain/", "broken-link"),
    ("http://127.0.0.1:8080/sings/outer-pain/?x=1", "broken-link"), ("www.nhs.uk", "broken-link"),
    ("example.com/page", "broken-link"), ("//other.example/x", "broken-link"),
    ("https//other.example/x", "broken-link"),
    ("htps://other.example/x", "broken-link"), ("a@b.org", "broken-link"),
    ("“https://other.example/”", "broken-link"),
    ("\"https://other.example/\"", "broken-link"), ("020-7946-0000", "broken-link"),
    ("+1%20(555)%200100", "broken-link"), ("..\\signs\\outer-pain.md", "broken-link"),
    ("C:\\Users\\Anna\\notes.pdf", "broken-link"), ("file:///C:/notes.pdf", "broken-link"),
    ("", "broken-link"),
    ("../signs/inner-pain.md#when-to-wory", "broken-fragment"),
    ("sign:inner-pain#when-to-worryy", "broken-fragment"),
    ("https://clinic.example/signs/inner-pain/#when-to-wory", "broken-fragment"),
    ("../signs/draft.md", "unpublished-target"), ("/signs/draft/", "unpublished-target"),
  ])
  func links(destination: String, code: String) async throws {
    try await expectMended(
      DiagnosticCode(rawValue: code),
      ["Content/causes/tendon-pain.md": Site.cause(body: "Of [pain](\(destination)) here.")])
  }

  @Test(arguments: [
    ("![A hip](hop.svg)", "missing-image"), ("![A hip](../signs/hip.svg)", "missing-image"),
    ("A claim [@grifin2016].", "unknown-citation"), ("Text.[^1]", "undefined-footnote"),
    ("Text.[^nore]\n\n[^note]: A note.", "undefined-footnote"), ("Text.\n\n[^1]: A note.", "unused-footnote"),
    ("[as shown [@griffin2016]](sign:outer-pain)", "nested-link"),
    ("> [!NOTICE]\n> Text.", "unknown-callout"),
    ("> [!WARNNING]\n> Text.", "unknown-callout"), ("> [NOTE]\n> Text.", "unread-callout"),
    ("> [! EMERGENCY]\n> Text.", "unread-callout"), ("## One\n\n#### Two", "skipped-heading"),
    ("# One", "heading-level-one"), ("Some text.\n\n##", "empty-heading"),
  ])
  func text(body: String, code: String) async throws {
    try await expectMended(
      DiagnosticCode(rawValue: code), ["Content/causes/tendon-pain.md": Site.cause(body: body)])
  }

  @Test(arguments: [
    ("also-knwon-as: [sore hip]", "unknown-key"), ("see-also: [tendon-pain]", "self-relation"),
    ("see-also: [bursa-pian]", "unknown-target"), ("caution: [step-ups]", "contradiction"),
    ("red-flags: [rf-fal]", "unknown-red-flag"), ("red-flags: [rf-fall rf-heat]", "unknown-red-flag"),
    ("also-known-as: [outer hip pain]", "shared-synonym"), ("also-known-as: [pain]", "common-name"),
    ("review: {status: pendng}", "wrong-type"),
    ("also-known-as: sore side", "wrong-type"),
    ("also-known-as: sore side, side ache; old side", "wrong-type"),
    ("redirect-from: /old-tendon/", "wrong-type"),
    ("updated: [2026-01-02]", "wrong-type"), ("draft:\n  - false", "wrong-type"),
    ("order: [3]", "wrong-type"),
    ("see-also: [Bursa pain]", "unknown-target"), ("see-also: [Bursa Pain]", "unknown-target"),
    ("redirect-from: [https://other.example/x/]", "bad-redirect"),
    ("redirect-from: [https://www.clinic.example/x/]", "bad-redirect"),
    ("redirect-from: [old page.html]", "bad-redirect"),
  ])
  func frontMatter(key: String, code: String) async throws {
    try await expectMended(
      DiagnosticCode(rawValue: code), ["Content/causes/tendon-pain.md": Site.cause(key)])
  }

  /// Where articles of several kinds may be named, the hint says the kind as well.
  @Test(arguments: [
    "Tendon pain", "outer hip pain", "cause:Tendon pain", "tendon-pian", "sign:Outer Hip Pain",
  ])
  func titlesForIDs(name: String) async throws {
    try await expectMended(
      "unknown-target",
      [
        "Content/faqs/keep-running.md": Site.article(
          "Can I keep running?", "about: [\(name), sign:inner-pain]")
      ])
  }

  @Test(arguments: ["[@griffin 2016]", "[@griffin2016 p. 3]", "[@griffin2016 page 3]"])
  func keysWithSpaces(citation: String) async throws {
    try await expectMended(
      "malformed-citation", ["Content/causes/tendon-pain.md": Site.cause(body: "A claim \(citation).")])
  }

  /// A key with a space can be cited once it is changed, and the two hints agree on what it becomes.
  @Test func keysThatCannotBeCited() async throws {
    let found = try await faults([
      "Content/references.json": "[{\"id\": \"smith 2019\", \"title\": \"A trial\"}]",
      "Content/causes/tendon-pain.md": Site.cause(body: "A claim [@smith 2019]."),
    ])
    expectFaults(
      found,
      [
        "Content/causes/tendon-pain.md:7:9: error malformed-citation: This starts like a citation, but it is not complete. » Write `[@smith2019]`: a key has no spaces in it.",
        "Content/references.json:1:9: warning bad-reference: The key `smith 2019` cannot be cited, because of a space or mark in it. » Change it to `smith2019`, here and where it is used.",
      ].sorted { one, _ in one.contains("references.json") })
    expectFaults(
      try await faults([
        "Content/references.json": "[{\"id\": \"smith2019\", \"title\": \"A trial\"}]",
        "Content/causes/tendon-pain.md": Site.cause(body: "A claim [@smith2019]."),
      ]), [])
  }

  @Test(arguments: [
    ("signs: [outer-pian]\nstretches: [step-ups]", "unknown-target"),
    ("signs: [outer-pain, outer-pain]\nstretches: [step-ups]", "repeated-target"),
    ("signs: [outer-pain]", "missing-relation"),
    ("signs: [outer-pain, draft]\nstretches: []", "unpublished-target"),
  ])
  func relations(keys: String, code: String) async throws {
    let text = "---\ntitle: Tendon pain\nsummary: About it.\n\(keys)\n---\nText.\n"
    try await expectMended(DiagnosticCode(rawValue: code), ["Content/causes/tendon-pain.md": text])
  }

  @Test(arguments: [
    ("<a href=\"/abuot/\">a</a>", "broken-link"),
    ("<a href=\"{{site.home-url}}abuot/\">a</a>", "broken-link"),
    ("<a href=\"/About/\">a</a>", "broken-link"), ("<img src=\"/wave.svg\">", "broken-link"),
    ("<img src=\"/wawe.svg\">", "broken-link"),
    ("<a href=\"http://localhost:8080/about/\">a</a>", "broken-link"),
    ("<a href=\"//other.example/\">a</a>", "broken-link"),
    ("<a href=\"sign:outer-pain\">a</a>", "broken-link"),
    ("{{titel}}", "template-unknown-name"), ("{{>crad}}", "template-missing-partial"),
    ("{{body}}", "template-escaped-html"), ("{{{title}}}", "template-unescaped-text"),
    ("{{title", "template-unclosed-tag"), ("{{#breadcrumbs}}x", "template-unclosed-section"),
  ])
  func templates(html: String, code: String) async throws {
    try await expectMended(
      DiagnosticCode(rawValue: code), ["Templates/page.mustache": Site.page(html)], "\(html)")
  }

  @Test(arguments: [
    ("navigation: [causes", "navigation: [casues", "bad-navigation"),
    ("page:about", "page:abuot", "bad-navigation"),
    ("signs: {to: sign,", "signs: {to: sgin,", "unknown-kind"),
    ("type: range", "type: rnage", "wrong-type"), ("description:", "descripton:", "unknown-key"),
    ("managed-with: stretches", "managed-with: strteches", "bad-configuration"),
  ])
  func settings(old: String, new: String, code: String) async throws {
    let text = Site.configuration(old, new)
    let site = try Site(Self.others.merging(["site.yaml": text]) { $1 })
    let faults = try await site.check().diagnostics.filter { $0.file == "site.yaml" }
    #expect(
      faults.count == 1 && faults.first?.hint?.hasPrefix("Did you mean") == true, "\(faults.map(\.line))")
    guard let fault = faults.first else { return }
    #expect(try HintFollower(site: site).follow(fault))
    expectFaults(site.lines(try await site.check()).filter { !$0.contains("unused-") }, [])
  }

  /// What is written in one file and asked for in another.
  @Test func aFeedWhereNoneIs() async throws {
    let site = try Site(["Content/causes/tendon-pain.md": Site.cause(body: "The [news](/feed.xml).")])
    let fault = try #require(try await site.check().diagnostics.first)
    #expect(try HintFollower(site: site).follow(fault))
    expectFaults(site.lines(try await site.check()), [])
  }
}

@Suite struct CareLevelHintTests {
  /// Levels are no part of a tree.
  @Test(arguments: [("card: red", "card: green"), ("\"Now\"", "Within days")])
  func levelsThatLookCalm(right: String, wrong: String) async throws {
    let site = try Example.knee.copy()
    let file = "Content/symptom-checker/care-levels.yaml"
    let text = try site.text(of: file)
    try site.write(text.replacing(right, with: wrong), to: file)
    let found = try await site.check(today: "2026-11-28").diagnostics
    #expect(found.map(\.code) == [.careLevelUrgency])
    #expect(found.first?.hint?.contains(right.filter { $0 != "\"" }) ?? false)
    try site.write(text, to: file)
    #expect(try await site.check(today: "2026-11-28").diagnostics == [])
  }
}
