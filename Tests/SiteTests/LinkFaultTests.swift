import FixtureSite
import Testing

/// Links, pictures and citations of an article's text that lead nowhere or may not stand there.
@Suite struct LinkFaultTests {
  typealias Site = FixtureSite

  @Test(arguments: [
    (
      "[pain](../signs/inner-pain.md)",
      "8: error broken-link: The file `Content/signs/inner-pain.md` does not exist. » Did you mean `../signs/outer-pain.md`?"
    ),
    (
      "[pain](../signs/nothing-of-the-sort.md)",
      "8: error broken-link: The file `Content/signs/nothing-of-the-sort.md` does not exist. » Write the path of a file that exists, or a kind and an id, such as `cause:tendon-pain`."
    ),
    (
      "[steps](step-ups.md#how)",
      "9: error broken-link: The file `Content/causes/step-ups.md` does not exist. » Did you mean `../stretches/step-ups.md#how`?"
    ),
    (
      "[NHS](www.nhs.uk)",
      "7: error broken-link: The link `www.nhs.uk` is not a file. » Write `https://www.nhs.uk`."
    ),
    (
      "[pain](sign:outer-pian)",
      "8: error broken-link: There is no sign `outer-pian`. » Did you mean `sign:outer-pain`?"
    ),
    (
      "[pain](sing:outer-pain)",
      "8: error broken-link: The link `sing:outer-pain` starts with `sing:`, which is neither a kind of article nor a type of address. » Did you mean `sign:outer-pain`?"
    ),
    (
      "[pain](signs:outer-pain)",
      "8: error broken-link: The link `signs:outer-pain` starts with `signs:`, which is neither a kind of article nor a type of address. » Did you mean `sign:outer-pain`?"
    ),
    (
      "[pain](/signs/outer-pain)",
      "8: error broken-link: The link `/signs/outer-pain` is not an address on this site. » Did you mean `/signs/outer-pain/`?"
    ),
    (
      "[pain](../../../etc/passwd)",
      "8: error broken-link: The link `../../../etc/passwd` goes outside `Content`."
    ),
    (
      "[pain](//other.example/)",
      "8: error broken-link: The link `//other.example/` does not start with `https://`. » Write `https://other.example/`."
    ),
    (
      "[pain](https:)",
      "8: error broken-link: The link `https:` is not a complete address. » Write the whole of it, such as `https://www.example.org/`."
    ),
    (
      "[pain](mailto:)",
      "8: error broken-link: The link `mailto:` is not a complete address. » Write the address right after the colon."
    ),
    (
      "[pain]()", "8: error broken-link: This link has no address. » Write the address between `(` and `)`."
    ),
    (
      "[](https://other.example/)",
      "4: error empty-link: This link has no text, so readers cannot see or hear where it goes. » Write the text between the brackets: `[text](https://other.example/)`."
    ),
    (
      "[pain](javascript:alert(1))",
      "8: error unsafe-link: This link starts with `javascript:`, which could run code in the reader's browser. » Link to a page, a file or a web address."
    ),
    (
      "[pain](../signs/outer-pain.md#worry)",
      "8: error broken-fragment: There is no heading `#worry` in `Content/signs/outer-pain.md`. » It has no headings."
    ),
    (
      "[pain](#helps)\n\n## What helps\n\nRest.\n\n## And then\n\nWalk.",
      "8: error broken-fragment: There is no heading `#helps` in this article. » The headings there are `#what-helps`, `#and-then`."
    ),
    (
      "[pain](#what-help)\n\n## What helps\n\nRest.",
      "8: error broken-fragment: There is no heading `#what-help` in this article. » Did you mean `#what-helps`?"
    ),
    (
      "A claim [@griffin2016].",
      "10: error unknown-citation: `@griffin2016` is cited, but it is not in the references. » Add the work: `limber new reference` with its DOI makes `Content/references.json`."
    ),
    (
      "![](hip.svg)",
      "1: error missing-alt: This picture has no description, so people who cannot see it do not know what it shows. » Describe the picture between the brackets: `![A runner on a hill](…)`."
    ),
    (
      "![A hip](hop.svg)",
      "10: error missing-image: The picture `Content/causes/hop.svg` does not exist. » Did you mean `hip.svg`?"
    ),
    (
      "![A hip](https://other.example/hip.png)",
      "10: error bad-image: The picture `https://other.example/hip.png` is on another site. » Save the file next to the article, or let pages load it. Write `content-policy: {image: [https://other.example]}` in `site.yaml`."
    ),
    (
      "![A hip](notes.txt)",
      "10: error bad-image: `Content/causes/notes.txt` is not a picture that browsers can show. » Use a PNG, JPEG, GIF, WebP, AVIF or SVG file."
    ),
    (
      "Some <b>bold</b text.",
      "6: error raw-html: This is HTML. Articles cannot contain HTML. » Write `**words**`. To show a `<`, write `\\<`."
    ),
    (
      "<div>Text</div>",
      "1: error raw-html: This is HTML. Articles cannot contain HTML. » Delete the tags and keep the words, or allow HTML with `markdown: {raw-html: true}` in `site.yaml`. To show a `<`, write `\\<`."
    ),
    (
      "> [!NOTICE]\n> Text.",
      "3: error unknown-callout: `[!NOTICE]` is not a kind of callout. » Did you mean `[!NOTE]`?"
    ),
    (
      "> [NOTE]\n> Text.",
      "3: error unread-callout: This looks like a callout, but readers would see it as ordinary text. » Start with the line `> [!NOTE]`, and start each line of its text with `> `."
    ),
    (
      "##What helps",
      "1: warning unread-markdown: This is not a heading, because there is no space after `##`. » Add a space after `##` to make this a heading."
    ),
    (
      "Text.[^1]",
      "6: error undefined-footnote: There is no text for the footnote `[^1]`. » Add the text at the start of a line: `[^1]: …`."
    ),
  ])
  func fault(body: String, expected: String) async throws {
    let files = [
      "Content/causes/hip.svg": "<svg width='4' height='3'></svg>", "Content/causes/notes.txt": "Notes",
    ]
    let found = try await causeFaults(FixtureSite.cause(body: body), files).filter {
      !$0.contains("unused-file")
    }
    expectFaults(found, ["7:" + expected])
  }

  @Test(arguments: [
    (["draft: true"], "a draft"), (["publish-on: 2026-03-02"], "not published yet"),
    (["expires-on: 2026-03-01"], "no longer published"), (["review: {status: withdrawn}"], "withdrawn"),
  ])
  func unpublishedTarget(keys: [String], state: String) async throws {
    let advice = { (what: String) in
      state == "withdrawn"
        ? "Remove \(what), or name another article: this one was withdrawn."
        : "Remove \(what) until that article is published."
    }
    let found = try await faults([
      "Content/signs/outer-pain.md":
        (["---", "title: Outer hip pain", "summary: About it."] + keys + ["---", "Text.", ""]).joined(
          separator: "\n"),
      "Content/causes/tendon-pain.md": Site.cause().replacing("[outer-pain]", with: "[]"),
      "Content/stretches/step-ups.md": Site.article("Step-ups", body: "See [](sign:outer-pain)."),
      "Content/pages/about.md": Site.article("About this site", body: "Start at [](cause:tendon-pain)."),
    ])
    expectFaults(
      found,
      [
        "Content/stretches/step-ups.md:5:8: error unpublished-target: This links to `sign:outer-pain`, which is \(state). » \(advice("the link"))"
      ])
    let relation = try await faults([
      "Content/signs/outer-pain.md":
        (["---", "title: Outer hip pain", "summary: About it."] + keys + ["---", "Text.", ""]).joined(
          separator: "\n"),
      "Content/causes/tendon-pain.md": Site.cause(),
      "Content/pages/about.md": Site.article("About this site", body: "Start at [](cause:tendon-pain)."),
    ])
    expectFaults(
      relation,
      [
        "Content/causes/tendon-pain.md:4:9: error unpublished-target: `signs` refers to `outer-pain`, which is \(state). » \(advice("it"))"
      ])
  }

  @Test func draftsOptionPublishesDraftsButNotWhatIsWithdrawn() async throws {
    for keys in ["draft: true", "publish-on: 2026-03-02", "expires-on: 2026-03-01"] {
      expectFaults(
        try await faults(["Content/signs/outer-pain.md": Site.article("Outer hip pain", keys)], drafts: true),
        [])
    }
    let withdrawn = Site.article("Outer hip pain", "review: {status: withdrawn}")
    #expect(try await faults(["Content/signs/outer-pain.md": withdrawn], drafts: true).count == 1)
  }

  @Test func todayDecidesWhatIsPublished() async throws {
    let changes = [
      "Content/signs/outer-pain.md": Site.article(
        "Outer hip pain", "publish-on: 2026-03-02", "expires-on: 2026-04-01")
    ]
    #expect(try await faults(changes, today: "2026-03-01").count == 1)
    expectFaults(try await faults(changes, today: "2026-03-02"), [])
    expectFaults(try await faults(changes, today: "2026-03-31"), [])
    #expect(try await faults(changes, today: "2026-04-01").count == 1)
  }

  @Test func textOfADraftIsItsAuthorsBusiness() async throws {
    expectFaults(
      try await faults(["Content/signs/new.md": Site.article("New", "draft: true", body: "[x](nowhere.md)")]),
      [])
  }

  @Test func linkToAFaultyArticleIsNotReportedAsWell() async throws {
    #expect(try await faults(["Content/signs/outer-pain.md": ""]).count == 1)
  }

  /// Servers tell `/Causes/` from `/causes/`, so a link goes out with the address that there is.
  @Test func addressInOtherLettersGetsTheRealOne() async throws {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": Site.cause(
        body: "[All](/Signs/), [one](/SIGNS/outer-pain/).\n\n[all](../signs)")
    ])
    _ = try await site.build()
    let page = try site.snapshot().text("causes/tendon-pain/index.html") ?? ""
    #expect(page.contains("<a href=\"/signs/\">All</a>"), "\(page)")
  }

  /// More headings than anybody reads are not listed; names that are none are not called so.
  @Test(arguments: [(1, "`#h1`"), (12, "`#h11`, `#h12`"), (13, "`#h11`, `#h12`")])
  func headingsOfALongPage(count: Int, end: String) async throws {
    let headings = (1...count).map { "## H\($0)\n\nText.[^n\($0)]\n\n[^n\($0)]: A note.\n" }.joined(
      separator: "\n")
    let found = try await causeFaults(FixtureSite.cause(body: "[pain](#quite-elsewhere)\n\n\(headings)"))
    let hint = found.first { $0.contains("broken-fragment") }
    #expect(
      hint?.contains("The headings there are `#h1`") == true && hint?.hasSuffix("\(end).") == true, "\(found)"
    )
  }
}
