import Diagnostics

/// All templates and partials of a site, read once. Its templates are compiled for the records they show.
package struct TemplateLibrary: Sendable {
  private let templates: [String: Syntax]
  let partials: [String: Syntax]
  private let all: [Syntax]
  /// What `{{word.…}}` stands for; nil where it is a name as any other.
  package let words: TemplateWords?

  /// Of sources with the same name, the first counts.
  package init(templates: [TemplateSource], partials: [TemplateSource], words: TemplateWords? = nil) {
    func named(_ syntaxes: [Syntax]) -> [String: Syntax] {
      Dictionary(syntaxes.map { ($0.source.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let read = (templates.map(Syntax.init), partials.map(Syntax.init))
    self.templates = named(read.0)
    self.partials = named(read.1)
    all = read.0 + read.1
    self.words = words
  }

  private init(_ other: TemplateLibrary, words: TemplateWords) {
    templates = other.templates
    partials = other.partials
    all = other.all
    self.words = words
  }

  /// The same templates with the words of another language.
  package func with(_ words: TemplateWords) -> TemplateLibrary { TemplateLibrary(self, words: words) }

  /// Every name behind `word.` in a template or partial.
  package var wordNames: Set<String> { all.reduce(into: []) { $0.formUnion($1.wordNames) } }

  /// Whether there is a template called `name`.
  package func contains(_ name: String) -> Bool { templates[name] != nil }

  /// Reports the faults of syntax of every template and partial, used or not.
  package func parse(into diagnostics: inout [Diagnostic]) {
    for syntax in all + (words?.all ?? []) where !syntax.faults.isEmpty {
      diagnostics += Fault.diagnostics(of: syntax.faults, in: syntax.source)
    }
  }

  /// Every template and partial as what it writes around its tags.
  package var markups: [TemplateMarkup] { all.map(TemplateMarkup.init) }

  /// The template called `name` as a program that shows records of `type`. Nil when there is no such template
  /// or when anything is wrong with it or with what it includes; all that is wrong is reported, each fault
  /// once. The same fault of a partial is reported again, equal, for each template that includes it; those of syntax are
  /// not where `parse` has reported them, and `reportsSyntax` is false.
  package func compile(
    _ name: String, for type: RecordType, reportsSyntax: Bool = true,
    owner: @escaping (String) -> String? = { _ in nil }, into diagnostics: inout [Diagnostic]
  ) -> Template? {
    guard let syntax = templates[name] else { return nil }
    var compiler = Compiler(self, for: type, reportsSyntax: reportsSyntax, owner: owner)
    compiler.root = syntax
    compiler.reportSyntax(of: syntax)
    compiler.compile(
      syntax.nodes, of: Origin(syntax: syntax, environment: BlockEnvironment()), indentation: [])
    compiler.endJSON()
    if compiler.isTooLarge {
      compiler.report(
        .templateTooLarge, at: 0, in: syntax,
        "With everything it includes, this template is too large.",
        hint: "Look for partials that include other partials many times.")
    }
    let faults = compiler.faults.values.filter { !$0.faults.isEmpty }
    guard faults.isEmpty, !compiler.isFaulty else {
      for one in faults.sorted(by: { $0.source.file < $1.source.file }) {
        diagnostics += Fault.diagnostics(of: one.faults, in: one.source)
      }
      return nil
    }
    return Template(
      program: compiler.program, used: compiler.used, addresses: compiler.addresses)
  }

  /// The templates and partials that none of those called `names` includes, directly or through others.
  package func unused(besides names: some Sequence<String>) -> [TemplateSource] {
    var reached: Set<ObjectIdentifier> = []
    for name in names {
      guard let syntax = templates[name] else { continue }
      reached.formUnion(reachable(from: syntax).lazy.map(ObjectIdentifier.init))
    }
    return all.filter { !reached.contains(ObjectIdentifier($0)) }.map(\.source)
  }

  // MARK: Lookup

  package var names: [String] { Array(templates.keys) + Array(partials.keys) }

  /// Of templates alone.
  package var templateNames: [String] { Array(templates.keys) }

  /// Every file as it was read.
  package var sources: [TemplateSource] { all.map(\.source) }

  /// The template called `name`, then what it includes, directly or through others.
  package func sources(reachableFrom name: String) -> [TemplateSource] {
    templates[name].map { reachable(from: $0).map(\.source) } ?? []
  }

  /// What `{{>name}}` includes. Partials and parents share one set of names (Mustache specification,
  /// "inheritance"); a partial is looked for among partials first, a parent among templates.
  func partial(_ name: String) -> Syntax? { partials[name] ?? templates[name] }

  /// What `{{<name}}` includes.
  package func parent(_ name: String) -> Syntax? { templates[name] ?? partials[name] }

  /// How many templates fill that block of that parent.
  func count(filling block: String, of parent: String) -> Int {
    all.count { $0.filledBlocks[parent]?.contains(block) ?? false }
  }

  func blockNames(reachableFrom syntax: Syntax) -> Set<String> {
    reachable(from: syntax).reduce(into: []) { $0.formUnion($1.blockNames) }
  }

  private func reachable(from syntax: Syntax) -> [Syntax] {
    var reached = [syntax]
    var seen: Set = [ObjectIdentifier(syntax)]
    var next = 0
    while next < reached.count {
      for name in reached[next].inclusions.sorted() {
        for other in [partials[name], templates[name]] {
          if let other, seen.insert(ObjectIdentifier(other)).inserted { reached.append(other) }
        }
      }
      next += 1
    }
    return reached
  }
}
