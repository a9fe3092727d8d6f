import Diagnostics
import Mustache
import Testing

struct DynamicTemplateTests {
  @Test(
    .enabled(
      if: SpecificationSuites.folder != nil, "The suites are not here; LIMBER_SPECS names their folder."),
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
    .enabled(
      if: SpecificationSuites.folder != nil, "The suites are not here; LIMBER_SPECS names their folder."))
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
}
