import Diagnostics
import Mustache
import Testing

/// Lists that pick records from a shelf, prepared or not, show what lists of the records themselves show.
struct ShelfTests {
  private static let card = RecordType(
    "card", [.init("title", .text, ""), .init("url", .text, ""), .init("summary", .text, "")])
  private static let page = RecordType(
    "page",
    [
      .init("name", .text, ""), .init("one", .list(.record(card)), ""),
      .init("two", .list(.record(card)), ""),
    ])

  private static let records = (0..<7).map { number in
    Record(
      card,
      [
        .text(Array("Card <\(number)>".utf8)), .text(Array("/\(number)/".utf8)),
        .text(number.isMultiple(of: 2) ? [] : Array("About \(number)".utf8)),
      ])
  }

  /// Alike, with names of the page, with sections inside, indented, inverted, twice the same.
  @Test(arguments: [
    "{{#one}}\n<li>{{title}}</li>\n{{/one}}", "{{#one}}{{name}}: {{title}} {{/one}}",
    "{{#one}}{{#summary}}<p>{{summary}}</p>{{/summary}}{{^summary}}-{{/summary}}{{/one}}",
    "<ul>\n  {{#one}}\n  {{>card}}\n  {{/one}}\n</ul>\n{{#two}}\n{{>card}}\n{{/two}}\n",
    "{{#one}}{{>card}}{{/one}}{{#two}}{{>card}}{{/two}}{{^two}}none{{/two}}", "{{#one}}x{{/one}}",
    "{{#one}}{{title}}{{#two}}{{url}}{{/two}}{{/one}}", "{{#one}}{{#name}}{{url}}{{/name}}{{/one}}",
  ])
  func picksShowWhatListsShow(_ text: String) throws {
    func source(_ name: String, _ text: String) -> TemplateSource {
      TemplateSource(name: name, file: name, bytes: Array(text.utf8))
    }
    let library = TemplateLibrary(
      templates: [source("page", text), source("other", "{{#two}}{{>card}}{{/two}}")],
      partials: [source("card", "<a href=\"{{url}}\">{{title}}</a>\n")])
    var faults: [Diagnostic] = []
    var templates = ["page", "other"].compactMap { library.compile($0, for: Self.page, into: &faults) }
    try #require(templates.count == 2 && faults.isEmpty)
    let bare = Shelf(Self.records)
    func show(_ list: ([Int32]) -> Value) -> [UInt8] {
      var out: [UInt8] = []
      for (one, two) in [([3, 0, 6, 3], [5]), ([], []), ([6], [0, 1, 2])] as [([Int32], [Int32])] {
        let record = Record(Self.page, [.text(Array("Page".utf8)), list(one), list(two)])
        for template in templates { template.render(record, into: &out) }
      }
      return out
    }
    let wanted = show { .list($0.map { .record(Self.records[Int($0)]) }) }
    #expect(show { .picks(bare, $0) } == wanted)
    let bodies = Template.shareBodies(over: Self.card, ofFirst: templates.count, in: &templates)
    #expect(show { .picks(bare, $0) } == wanted)
    let prepared = Shelf(bare, [bare.part(0..<3, bodies: bodies), bare.part(3..<7, bodies: bodies)])
    #expect(show { .picks(prepared, $0) } == wanted)
    #expect(Template.shareBodies(over: Self.page, ofFirst: templates.count, in: &templates).isEmpty)
  }

  @Test func aBodyIsSharedHoweverOftenItStands() throws {
    let text =
      "{{#one}}{{title}}{{/one}}{{#two}}{{title}}{{/two}}{{#one}}{{url}}{{/one}}{{#two}}{{name}}{{/two}}"
    let library = TemplateLibrary(
      templates: [TemplateSource(name: "page", file: "page", bytes: Array(text.utf8))], partials: [])
    var faults: [Diagnostic] = []
    var templates = [try #require(library.compile("page", for: Self.page, into: &faults))]
    templates.append(templates[0])
    #expect(Template.shareBodies(over: Self.card, ofFirst: templates.count, in: &templates).count == 2)
  }
}
