import Diagnostics
import Mustache
import Specifications
import Testing

struct DynamicTemplateTests {
  @Test(
    .enabled(if: Specifications.test("mustache"), "\(Specifications.absence)"),
    arguments: SpecificationSuites.names)
  func passes(suite: String) throws {
    let examples = try SpecificationSuites.examples(suite)
    #expect(examples.count >= 10)
    for example in examples {
      var diagnostics: [Diagnostic] = []
      let template = DynamicTemplate(example.source, partials: example.partialSources, into: &diagnostics)
      #expect(diagnostics == [])
      var out: [UInt8] = []
      try template?.render(example.data.dynamic, into: &out)
      #expect(String(decoding: out, as: UTF8.self) == example.expected, "\(example.title)")
    }
  }

  @Test(
    .enabled(if: Specifications.test("mustache"), "\(Specifications.absence)"))
  func refusesEveryLambda() throws {
    for example in try SpecificationSuites.examples("lambdas") {
      var diagnostics: [Diagnostic] = []
      let template = try #require(
        DynamicTemplate(example.source, partials: example.partialSources, into: &diagnostics))
      var out: [UInt8] = []
      let failure = #expect(throws: DynamicTemplate.Failure.self) {
        try template.render(example.data.dynamic, into: &out)
      }
      #expect(failure?.diagnostic.code == .templateLambda)
    }
  }

  @Test func stopsWhatNeverEnds() throws {
    let template = TemplateSource(name: "t", file: "t.mustache", bytes: Array("\n {{>a}}".utf8))
    let partial = TemplateSource(name: "a", file: "a.mustache", bytes: Array("x{{>a}}".utf8))
    var diagnostics: [Diagnostic] = []
    let dynamic = try #require(DynamicTemplate(template, partials: [partial], into: &diagnostics))
    var out: [UInt8] = []
    let failure = #expect(throws: DynamicTemplate.Failure.self) { try dynamic.render(.null, into: &out) }
    #expect(
      failure?.diagnostic
        == .error(
          .templateNesting, file: "a.mustache", at: Position(line: 1, column: 2),
          "Sections and partials are inside each other here without an end in sight.",
          hint: "Let a partial include itself only in a section over something smaller."))
    #expect(out.count > 100)
  }

  @Test func namesTheLambda() throws {
    let template = TemplateSource(name: "t", file: "t.mustache", bytes: Array("\n{{#a}}{{/a}}".utf8))
    var diagnostics: [Diagnostic] = []
    let dynamic = try #require(DynamicTemplate(template, partials: [], into: &diagnostics))
    var out: [UInt8] = []
    let failure = #expect(throws: DynamicTemplate.Failure.self) {
      try dynamic.render(.record(["a": .lambda]), into: &out)
    }
    #expect(
      failure?.diagnostic
        == .error(
          .templateLambda, file: "t.mustache", at: Position(line: 2, column: 1),
          "`a` is a function, and functions in data are not called.", hint: "Give the value itself."))
  }

  @Test func reportsSyntax() {
    let template = TemplateSource(name: "t", file: "t.mustache", bytes: Array("{{#a}}".utf8))
    var diagnostics: [Diagnostic] = []
    #expect(DynamicTemplate(template, partials: [], into: &diagnostics) == nil)
    #expect(diagnostics.map(\.code) == [.templateUnclosedSection])
  }
}
