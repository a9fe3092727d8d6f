import Diagnostics
import Mustache
import Testing

/// A library of sources given as text; a template lies in `name.mustache`, a partial in `partials/`.
func library(_ templates: [String: String], partials: [String: String] = [:]) -> TemplateLibrary {
  func sources(_ texts: [String: String], in folder: String) -> [TemplateSource] {
    texts.sorted { $0.key < $1.key }.map {
      TemplateSource(name: $0.key, file: "\(folder)\($0.key).mustache", bytes: Array($0.value.utf8))
    }
  }
  return TemplateLibrary(
    templates: sources(templates, in: ""), partials: sources(partials, in: "partials/"))
}

let sign = RecordType("sign", [.init("title", .text, "Its title."), .init("url", .text, "Its address.")])
let cause = RecordType(
  "cause",
  [
    .init("title", .text, "Its title."),
    .init("body", .html, "Its text."),
    .init("draft", .flag, "Whether it is a draft."),
    .init("red-flags", .list(.text), "When to seek help."),
    .init("signs", .list(.record(sign)), "Its signs."),
    .init("main-sign", .record(sign), "Its first sign."),
  ])

func signRecord(_ title: String, _ url: String) -> Record {
  Record(sign, [.text(Array(title.utf8)), .text(Array(url.utf8))])
}

let tendinopathy = Record(
  cause,
  [
    .text(Array("Tendons & <hips>".utf8)), .html(Array("<p>Body</p>".utf8)), .flag(true),
    .list([.text(Array("Fever".utf8)), .text(Array("\"Night\" pain".utf8))]),
    .list([.record(signRecord("A", "/a/")), .record(signRecord("B", "/b/"))]),
    .record(signRecord("Main", "/m/")),
  ])

struct TemplateTests {
  func rendered(
    _ template: String, partials: [String: String] = [:], templates: [String: String] = [:],
    _ record: Record = tendinopathy
  ) throws -> String {
    var diagnostics: [Diagnostic] = []
    let all = templates.merging(["cause": template]) { $1 }
    let compiled = library(all, partials: partials).compile("cause", for: cause, into: &diagnostics)
    #expect(diagnostics == [])
    var out: [UInt8] = []
    try #require(compiled).render(record, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test func showsValues() throws {
    #expect(
      try rendered("{{title}}|{{{body}}}|{{&body}}") == "Tendons &amp; &lt;hips&gt;|<p>Body</p>|<p>Body</p>")
    #expect(
      try rendered("{{main-sign.title}} {{#main-sign}}{{title}} {{url}}{{/main-sign}}") == "Main Main /m/")
    #expect(try rendered("{{#red-flags}}[{{.}}]{{/red-flags}}") == "[Fever][&quot;Night&quot; pain]")
  }

  @Test func goesThroughSections() throws {
    #expect(try rendered("{{#signs}}<{{title}} {{url}}>{{/signs}}") == "<A /a/><B /b/>")
    #expect(try rendered("{{#draft}}draft{{/draft}}{{^draft}}final{{/draft}}") == "draft")
    #expect(
      try rendered("{{^main-sign.title}}no{{/main-sign.title}}{{#main-sign.url}}yes{{/main-sign.url}}")
        == "yes")
    let empty = Record(cause, [])
    #expect(
      try rendered("{{title}}{{#main-sign}}x{{/main-sign}}{{^signs}}none{{/signs}}{{main-sign.url}}", empty)
        == "none")
  }

  @Test func includesPartialsAndParents() throws {
    let layout = "<main>\n  {{$main}}\n  {{/main}}\n</main>\n{{$foot}}foot{{/foot}}\n"
    #expect(
      try rendered(
        "{{<layout}}\n{{$main}}\n<h1>{{title}}</h1>\n{{>list}}\n{{/main}}\n{{/layout}}\n",
        partials: ["list": "<ul>\n{{#signs}}\n  <li>{{title}}\n{{/signs}}\n</ul>\n"],
        templates: ["layout": layout])
          == """
          <main>
            <h1>Tendons &amp; &lt;hips&gt;</h1>
            <ul>
              <li>A
              <li>B
            </ul>
          </main>
          foot

          """)
  }
}
