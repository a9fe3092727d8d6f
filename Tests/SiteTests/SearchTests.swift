import FixtureSite
import Foundation
import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

/// What a build writes for the search.
@Suite struct SearchTests {
  static let template = FixtureSite.page(
    "<div data-search=\"{{index-url}}\"></div>\n{{#groups}}\n<h2>{{title}}</h2>\n<ul>\n{{#articles}}\n{{>card}}\n{{/articles}}\n</ul>\n{{/groups}}\n{{#parts}}<a href=\"{{url}}\">{{number}}</a>{{/parts}}"
  )

  /// The files of the index by name, whatever the folder is called.
  static func index(_ site: FolderSnapshot) throws -> [String: String] {
    var files: [String: String] = [:]
    for (name, bytes) in site.contents where name.hasPrefix("assets/search/") {
      let file = try #require(name.split(separator: "/").last)
      #expect(files.updateValue(String(decoding: bytes, as: UTF8.self), forKey: String(file)) == nil)
    }
    return files
  }

  @Test func everyPublishedPageIsFoundByItsWords() async throws {
    let site = try FixtureSite([
      "Templates/search.mustache": Self.template,
      "Content/causes/tendon-pain.md": FixtureSite.cause(
        "also-known-as: [Runner's pull-up sore]",
        body: "Ça brûle. Pull, pull and *pull*.\n\n## What helps\n\nLess hill running."),
      "Content/causes/secret.md": FixtureSite.article(
        "Unheard of", "draft: true", "signs: []", "stretches: []"),
    ])
    let report = try await site.build()
    #expect(report.diagnostics.isEmpty)
    let published = try site.snapshot()
    let files = try Self.index(published)
    #expect(
      files.keys.sorted() == ["index.json"] + (0..<9).map { "near-\($0).txt" } + [
        "pages-0.json", "words-0.txt",
      ])
    #expect(
      files["index.json"]
        == #"{"pages":5,"perFile":16,"groups":["Causes","Signs","Stretches","Questions","Pages","Symptom checker"],"letters":"ahkoprstw","common":[],"starts":["a"]}"#
    )
    // Pages are 0 tendon-pain, 1 keep-running, 2 about, 3 outer-pain, 4 step-ups; steps count from the page before.
    let lines = try #require(files["words-0.txt"]).split(separator: "\n").map(String.init)
    #expect(lines.contains("tendon|1|||||3"))
    #expect(lines.contains("pain|!J|||||3"))
    #expect(lines.contains("pullup|||1"))
    #expect(lines.contains("pull|||1"))
    #expect(lines.contains("runners|||1"))
    #expect(lines.contains("running||2||||1"))
    #expect(lines.contains("helps||||1"))
    #expect(lines.contains("ca||||||1"))
    #expect(lines.contains("brule||||||1"))
    #expect(lines.contains("stepups|5"))
    #expect(!lines.contains { $0.hasPrefix("unheard") })
    let words = lines.map { $0.prefix { $0 != "|" } }
    #expect(words == words.sorted())
    #expect(
      files["pages-0.json"]?.hasPrefix(#"[[0,"Tendon pain","/causes/tendon-pain/","About it."],[3,"#) == true)
    let page = try #require(published.text("search/index.html"))
    #expect(page.contains("<h2>Causes</h2>\n<ul>\n<li><a href=\"/causes/tendon-pain/\">Tendon pain</a></li>"))
    #expect(page.contains("noindex") && !page.contains("Unheard") && !page.contains(">1</a>"))
  }

  @Test func aSiteWithoutTheTemplateHasNoSearch() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let published = try site.snapshot()
    #expect(!published.names.contains { $0.contains("search") })
  }

  @Test func theNavigationMayLeadToIt() async throws {
    let configuration = FixtureSite.configuration("[causes, page:about]", "[search]")
    let site = try FixtureSite(["site.yaml": configuration, "Templates/search.mustache": Self.template])
    #expect(try await site.build().errors == 0)
    let home = try #require(try site.snapshot().text("index.html"))
    #expect(home.contains("<a href=\"/search/\">Search</a>"))
    expectFaults(
      try await faults(["site.yaml": configuration]).filter { $0.contains("bad-navigation") },
      [
        "site.yaml:5:14: error bad-navigation: The site has no search page. » Remove `search`, or add the template `search.mustache`."
      ])
  }

  @Test func theIndexOfTheLastBuildStaysForPagesThatAreOpen() async throws {
    let site = try FixtureSite(["Templates/search.mustache": Self.template])
    _ = try await site.build()
    let first = try site.snapshot().names.filter { $0.hasPrefix("assets/search/") }
    try site.write(FixtureSite.cause(body: "Changed."), to: "Content/causes/tendon-pain.md")
    _ = try await site.build()
    let second = try site.snapshot().names.filter { $0.hasPrefix("assets/search/") }
    #expect(Set(second).isSuperset(of: first) && second.count > first.count)
    try site.write(FixtureSite.cause(body: "Changed again."), to: "Content/causes/tendon-pain.md")
    _ = try await site.build()
    let third = try site.snapshot().names.filter { $0.hasPrefix("assets/search/") }
    #expect(Set(third).isDisjoint(with: first) && !Set(third).isDisjoint(with: second))
  }

  @Test func aLongListGoesOnOnFurtherPages() async throws {
    var files: [String: String?] = ["Templates/search.mustache": Self.template]
    for number in 100..<400 {
      files["Content/signs/sign-\(number).md"] = FixtureSite.article("Sign number \(number)")
    }
    let site = try FixtureSite(files)
    #expect(try await site.build(jobs: 1).errors == 0)
    let one = try site.snapshot()
    #expect(try await site.build(output: site.path(to: "Other"), jobs: 5).errors == 0)
    let other = try site.snapshot("Other")
    #expect(one.contents == other.contents, "the number of threads shows")
    let pages = try ["", "2/"].map { try #require(one.text("search/\($0)index.html")) }
    let links = pages.joined().matches(of: /<li><a href="(\/[a-z0-9\/-]+)">/).map { String($0.1) }
    #expect(links.count == 305 && Set(links).count == 305)
    #expect(pages.allSatisfy { $0.contains("<a href=\"/search/\">1</a><a href=\"/search/2/\">2</a>") })
    #expect(one.names.contains("search/3/index.html") == false)
  }

  /// What is typed is folded in the same way; `Tests/Browser/test_search.py` types it.
  @Test(arguments: [
    ("Größe GRÖSSE", ["grosse"]), ("naïve Ångström łódź", ["angstrom", "lodz", "naive"]),
    ("Ελλάδα ΟΔΟΣ", ["ελλαδα", "οδοσ"]), ("Ёлка", ["ёлка"]), ("runner’s O'Brien's", ["obriens", "runners"]),
    ("cafe\u{301} x-ray", ["cafe", "ray"]), ("腰痛", ["痛", "腰"]), ("a b c1 --- 90/90", ["90", "c1"]),
    ("Tiếng Việt", ["tieng", "viet"]), ("घुटने में दर्द", ["घुटने", "दर्द", "में"]),
    // Vowel signs, tatweel, a dagger alif, and hamza as one character or two.
    ("أَلَمٌ ألم الـــورك هٰذا", ["الم", "الورك", "هذا"].sorted()), ("مسؤول مسو\u{654}ول", ["مسوول"]),
    ("آلام ا\u{653}لام ا\u{64E}\u{655}", ["الام", "ا"].sorted()),
    ("\u{64E}\u{640}", []), ("שָׁלוֹם שלום", ["שלום"]), ("\u{FB2A}\u{5B8}לום \u{FB4B}", ["ו", "שלום"]),
    ("בְּרֵאשִׁ֖ית־עין", ["בראשית", "עין"]), ("ײַ \u{FB1F}", ["ײ"]),
    // What French, Italian and Catalan elide is no part of a word; other apostrophes are within one.
    ("L'été, d’arthrose, qu'il, jusqu’à dell'anca l'hanche", ["anca", "arthrose", "ete", "hanche", "il"]),
    ("un'anca, quell’anca, mezz'ora, e\u{301}l'anca", ["anca", "elanca", "ora"]),
    (
      "runner's don't o'clock rock'n'roll 'l'eau l'2 c'",
      ["dont", "eau", "l2", "oclock", "rocknroll", "runners"]
    ),
  ]) func wordsAreComparedWithoutCaseAndAccents(text: String, expected: [String]) {
    var reader = SectionReader()
    reader.add(Array(text.utf8), .text)
    reader.endPage()
    let index = SearchIndex([reader.section()])
    #expect(index.words.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  /// The script takes the same off what visitors type.
  @Test func elisionsAreDeclaredOnce() throws {
    let script = String(decoding: SearchScript.bytes, as: UTF8.self)
    #expect(script.contains("(?:\(LetterFolding.elisions.joined(separator: "|")))['\\u2019\\u02bc]"))
  }

  @Test func anyBytesAreRead() {
    var random = SystemRandomNumberGenerator()
    let seed = random.next()
    var generator = SeededGenerator(seed)
    for _ in 0..<300 {
      var reader = SectionReader()
      let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      reader.add(bytes, .text)
      reader.endPage()
      #expect(SearchIndex([reader.section()]).pageCount == 1, "seed \(seed)")
    }
  }
}
