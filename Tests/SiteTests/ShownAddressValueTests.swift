import FixtureSite
import Testing

@testable import Site

/// Values that templates lead to: `params`, words, texts in front matter.
@Suite struct ShownAddressValueTests {
  private static func found(
    _ value: String, link: String = "<a href=\"{{site.params.book}}\">Book</a>", settings: String = "",
    _ changes: [String: String?] = [:]
  ) async throws -> [String] {
    try await faults(
      [
        "site.yaml": FixtureSite.configuration + settings
          + (value.isEmpty ? "" : "params:\n  book: \(value)\n"),
        "Templates/sign.mustache": FixtureSite.page(FixtureSite.body + link),
      ].merging(changes) { $1 })
  }

  private static let line =
    FixtureSite.configuration.split(separator: "\n", omittingEmptySubsequences: false).count + 1

  @Test(arguments: [
    "https://book.example/x", "/about/", "/about/#top", "tel:+15550100", "mailto:desk@bay.example",
    "\"#here\"", "",
    "\"\"",
  ])
  func addresses(value: String) async throws {
    let link = value.isEmpty ? "" : "<a href=\"{{site.params.book}}\">Book</a>"
    expectFaults(
      try await Self.found(value == "\"\"" ? "no" : value, link: value == "\"\"" ? "" : link).filter {
        !$0.contains("is a word here")
      }, [])
  }

  @Test(arguments: [
    (
      "\"javascript:open()\"", "unsafe-link",
      "starts with `javascript:`, which the page's own policy does not allow. » Link to a page, and let a script in `Templates/assets` do the rest."
    ),
    (
      "www.book.example/x", "broken-link",
      "goes to a different place from each page that shows it. » Write `https://www.book.example/x`."
    ),
    ("//book.example/x", "broken-link", "does not start with `https://`. » Write `https://book.example/x`."),
    ("/abuot/", "broken-link", "is not an address on this site. » Did you mean `/about/`?"),
    (
      "about/", "broken-link",
      "goes to a different place from each page that shows it. » Start it at the root of the site: `/about/`."
    ),
    (
      "Physical therapist", "broken-link",
      "is text, which leads nowhere. » Have the template show it outside of an address, or write an address that starts with `https://` or `/`."
    ),
    (
      "page:about", "broken-link",
      "is a link for articles, which does not work in templates. » Write `/about/`."
    ),
    (
      "https://book/", "broken-link",
      "is not a complete address. » Write the whole of it, such as `https://www.example.org/`."
    ),
  ])
  func noAddresses(value: String, code: String, message: String) async throws {
    let shown = value.replacing("\"", with: "")
    let expected = [
      "site.yaml:\(Self.line):9: error \(code): The address `\(shown)` \(message)"
    ]
    expectFaults(try await Self.found(value), expected)
    // However the template comes to it.
    for link in [
      "{{#site.params}}<a class=\"b\" href='{{book}}'>Book</a>{{/site.params}}",
      "<a href=\"{{#site.params.book}}{{site.params.book}}{{/site.params.book}}\">Book</a>",
      "<iframe title=\"x\" loading=\"lazy\"></iframe><form action=\"{{site.params.book}}\"></form>",
    ] {
      let found = try await Self.found(value, link: link)
      #expect(found.contains(expected[0]), "\(link): \(found)")
    }
  }

  /// A value that no template leads to may be anything.
  @Test(arguments: [
    "{{site.params.book}}", "<a href=\"/about/\" title=\"{{site.params.book}}\">x</a>",
    "<a data-href=\"{{site.params.book}}\" href=\"/about/\">x</a>",
    "<a href=\"https://x.example/{{site.params.book}}\">x</a>",
  ])
  func noLinks(link: String) async throws {
    expectFaults(try await Self.found("www.book.example", link: link), [])
  }

  /// Of a beginning, only what is sure is told.
  @Test func beginnings() async throws {
    let link = "<a href=\"{{site.params.book}}{{id}}\">x</a>"
    expectFaults(try await Self.found("/signs/", link: link), [])
    let found = try await Self.found("\"javascript:\"", link: link)
    #expect(found.count == 1 && found[0].contains("error unsafe-link"), "\(found)")
  }

  @Test func listsAndMappings() async throws {
    let settings = """
      params:
        links: [/about/, ftp:x, www.a.example]
        desks:
          - {name: www.no.example, url: /about/}
          - {name: Two, url: www.b.example}

      """
    let found = try await Self.found(
      "",
      link:
        "{{#site.params.links}}<a href=\"{{.}}\">x</a>{{/site.params.links}}{{#site.params.desks}}<a href=\"{{url}}\">{{name}}</a>{{/site.params.desks}}",
      settings: settings)
    #expect(
      found.map { $0.split(separator: " »")[0] }.filter { !$0.contains("ftp") } == [
        "site.yaml:\(Self.line):27: error broken-link: The address `www.a.example` goes to a different place from each page that shows it.",
        "site.yaml:\(Self.line + 3):24: error broken-link: The address `www.b.example` goes to a different place from each page that shows it.",
      ], "\(found)")
  }

  @Test func words() async throws {
    let found = try await Self.found(
      "", link: "<a href=\"{{word.help-url}}\">{{word.help}}</a>",
      ["Templates/words/en.yaml": "help: www.fine.example\nhelp-url: www.help.example\n"])
    expectFaults(
      found,
      [
        "Templates/words/en.yaml:2:11: error broken-link: The address `www.help.example` goes to a different place from each page that shows it. » Write `https://www.help.example`."
      ])
  }

  @Test func textsInFrontMatter() async throws {
    let site = FixtureSite.configuration(
      "    title: Signs\n",
      "    title: Signs\n    fields: {more: {type: text}, others: {type: text, list: true}}\n")
    let found = try await Self.found(
      "", link: "<a href=\"{{more}}\">x</a>{{#others}}<a href=\"{{.}}\">x</a>{{/others}}",
      [
        "site.yaml": site,
        "Content/signs/outer-pain.md": FixtureSite.article(
          "Outer hip pain", "more: \"javascript:go()\"", "others: [/about/, clinic.example/x]"),
      ])
    #expect(
      found.map { $0.split(separator: " »")[0] } == [
        "Content/signs/outer-pain.md:4:7: error unsafe-link: This text starts with `javascript:`, which could run code in the reader's browser.",
        "Content/signs/outer-pain.md:5:19: error broken-link: The address `clinic.example/x` goes to a different place from each page that shows it.",
      ], "\(found)")
  }

  /// However a template may come to it: in a group, a list, a note, a title, with a disguise, and in a translation.
  @Test(arguments: [
    ("stretches: [{id: step-ups, note: \"javascript:go()\"}]", "4:34"),
    ("desk: {street: \"JavaScript:go()\"}", "4:16"), ("desk: {street: \" vbscript:go\"}", "4:16"),
    ("also-known-as: [\"java\\tscript:go()\"]", "4:17"), ("lines: [a, \"javascript:go()\"]", "4:12"),
  ])
  func programsInFrontMatter(line: String, place: String) async throws {
    let configuration = FixtureSite.configuration(
      "    title: Causes\n",
      "    title: Causes\n    fields: {desk: {type: group, fields: {street: {type: text}}}, lines: {type: text, list: true}}\n"
    )
    let keys = ["signs: [outer-pain]", line.hasPrefix("stretches") ? "" : "stretches: [step-ups]"]
    let found = try await faults([
      "site.yaml": configuration,
      "Content/causes/tendon-pain.md": FixtureSite.article(
        "Tendon pain", ([line] + keys.filter { !$0.isEmpty }).joined(separator: "\n")),
    ])
    #expect(
      found.contains {
        $0.hasPrefix("Content/causes/tendon-pain.md:\(place): error unsafe-link: This text starts with")
      },
      "\(found)")
    #expect(found.count { $0.contains("unsafe-link") } == 1, "\(found)")
  }

  @Test func programsInTranslations() async throws {
    let site = try await TranslatedSite.make()
    try site.write(
      try site.text(of: TranslatedSite.causeWords).replacing(
        "desde la semana 3", with: "\"javascript:go()\""),
      to: TranslatedSite.causeWords)
    let errors = site.lines(try await site.check()).filter { $0.contains(" error ") }
    #expect(errors.count == 1 && errors[0].contains("tendon-pain.es.md:5:19: error unsafe-link"), "\(errors)")
  }

  /// Words that only begin alike.
  @Test func noPrograms() async throws {
    let found = try await faults([
      "Content/faqs/data.md": FixtureSite.article(
        "\"Data: what studies say\"", "also-known-as: [\"Javelin: throwing\"]")
    ])
    #expect(!found.contains { $0.contains("unsafe-link") }, "\(found)")
  }

  @Test func mailWithoutMailto() async throws {
    let found = try await Self.found(
      "", link: "{{#site.clinic}}<a href=\"{{email}}\">Write</a>{{/site.clinic}}",
      settings: "clinic: {email: desk@bay.example}\n")
    #expect(
      found.count == 1
        && found[0].hasSuffix(
          "warning broken-link: This link is a mail address without `mailto:`, so it writes to no one. » Write `mailto:{{email}}`."
        ), "\(found)")
  }
}
