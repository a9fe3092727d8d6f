import Diagnostics
import Mustache
import Specifications
import Testing

/// The specification's suites once more, compiled: each example's data gives the record type it is compiled for.
struct TemplateSpecificationTests {
  /// What compiled templates refuse on purpose, or have no values for.
  static let refused: Set<DiagnosticCode> = [
    .templateUnknownName, .templateCycle, .templateMissingPartial, .templateOutsideBlock,
  ]

  @Test(
    .enabled(if: Specifications.test("mustache"), "\(Specifications.absence)"),
    arguments: [
      ("comments", 0), ("delimiters", 0), ("interpolation", 12), ("inverted", 4), ("partials", 2),
      ("sections", 5), ("inheritance", 4),
    ])
  func showsTheSame(suite: String, butFor refusable: Int) throws {
    let examples = try SpecificationSuites.examples(suite)
    #expect(examples.count >= 12)
    var shown = 0
    for example in examples {
      guard case .record(let fields) = example.data, !Self.needsScopes.contains(example.name) else {
        continue
      }
      let isUnescaped = ["Triple", "triple", "Ampersand", "Standalone Indentation"].contains {
        example.name.contains($0)
      }
      let (type, record) = Self.record(fields, asHTML: isUnescaped)
      let library = TemplateLibrary(templates: [example.source], partials: example.partialSources)
      var faults: [Diagnostic] = []
      guard let template = library.compile("template", for: type, into: &faults) else {
        #expect(faults.allSatisfy { Self.refused.contains($0.code) }, "\(example.title): \(faults)")
        continue
      }
      var out: [UInt8] = []
      template.render(record, into: &out)
      #expect(String(decoding: out, as: UTF8.self) == example.expected, "\(example.title)")
      shown += 1
    }
    #expect(shown >= examples.count - refusable)
  }

  /// Examples in which a section over a text makes that text the context; here such a section only asks whether
  /// there is any.
  static let needsScopes: Set = ["Variable test", "Deeply Nested Contexts"]

  static func record(_ fields: [String: JSON], asHTML: Bool) -> (RecordType, Record) {
    let sorted = fields.sorted { $0.key < $1.key }
    let typed = sorted.map { ($0.key, value($0.value, asHTML: asHTML)) }
    let type = RecordType("data", typed.map { RecordType.Field($0, $1.0, "") })
    return (type, Record(type, typed.map(\.1.1)))
  }

  private static func value(_ json: JSON, asHTML: Bool) -> (ValueType, Value) {
    switch json {
    case .null: return (asHTML ? .html : .text, .none)
    case .flag(let value): return (.flag, .flag(value))
    case .number(let number): return value(.text(JSON.shown(number)), asHTML: asHTML)
    case .text(let text): return asHTML ? (.html, .html(Array(text.utf8))) : (.text, .text(Array(text.utf8)))
    case .list(let entries):
      let typed = entries.map { value($0, asHTML: asHTML) }
      return (.list(typed.first?.0 ?? .text), .list(typed.map(\.1)))
    case .record(let fields):
      let (type, record) = record(fields, asHTML: asHTML)
      return (.record(type), .record(record))
    }
  }
}
