import Diagnostics

@testable import Mustache

/// A template as the Mustache specification has it: names are looked up when it is rendered, a missing one shows
/// nothing, partials may include themselves. It passes all suites of the specification but "lambdas", and so shows
/// that what sites' templates are compiled from, the tokens and the tree, is read as the specification says.
struct DynamicTemplate: Sendable {
  let template: Syntax
  let partials: [String: Syntax]

  /// What rendering stops at.
  struct Failure: Error, Hashable {
    /// A lambda in the data, or partials inside each other without end.
    let diagnostic: Diagnostic
  }

  /// Nil when the template or one of the partials has faults of syntax, which are reported.
  init?(
    _ template: TemplateSource, partials: [TemplateSource], into diagnostics: inout [Diagnostic]
  ) {
    let partials = partials.map(Syntax.init)
    self.template = Syntax(template)
    self.partials = Dictionary(
      partials.map { ($0.source.name, $0) }, uniquingKeysWith: { first, _ in first })
    let before = diagnostics.count
    for syntax in [self.template] + partials {
      diagnostics += Fault.diagnostics(of: syntax.faults, in: syntax.source)
    }
    if diagnostics.count > before { return nil }
  }

  /// Appends what the template shows of `value`. After a failure `out` holds what came before it.
  func render(_ value: DynamicValue, into out: inout [UInt8]) throws(Failure) {
    var renderer = DynamicRenderer(self, value)
    let origin = Origin(syntax: template, environment: BlockEnvironment())
    defer { out += renderer.out }
    try renderer.render(template.nodes, of: origin, indentation: [])
  }
}

extension DiagnosticCode {
  /// A function in the data, which only JSON of a suite can hold.
  static let templateLambda: DiagnosticCode = "template-lambda"
}
