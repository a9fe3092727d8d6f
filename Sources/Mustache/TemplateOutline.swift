/// A template with all that it includes as one text: what it writes by itself, where values stand in it, and under which
/// conditions. It tells what a page can show before there is one.
package struct TemplateOutline: Sendable {
  /// A name that a section asks about, or that is put out, from the page's own record on: `site.red-flags.heading`.
  package struct Condition: Sendable, Equatable {
    package let path: String
    /// Whether what follows stands where there is nothing of it.
    package let isInverted: Bool
  }

  package struct Shown: Sendable {
    package let path: String
    /// Where it stands in `bytes`.
    package let offset: Int
    /// The sections around it, outermost first.
    package let conditions: [Condition]
  }

  package struct Section: Sendable {
    /// From the outermost to the section's own.
    package let conditions: [Condition]
    /// Its content in `bytes`.
    package let range: Range<Int>
  }

  /// The text, with `TemplateMarkup.unknown` for what a value puts out.
  package private(set) var bytes: [UInt8] = []
  /// The values, in their order.
  package private(set) var values: [Shown] = []
  /// The sections, innermost first.
  package private(set) var sections: [Section] = []
  private var conditions: [Condition] = []

  fileprivate init(_ program: Program, _ type: RecordType) {
    add(program, 0..<program.instructions.count, [(path: "", type: .record(type))])
  }

  private typealias Scopes = [(path: String, type: ValueType)]

  private mutating func add(_ program: Program, _ range: Range<Int>, _ scopes: Scopes) {
    var next = range.lowerBound
    while next < range.upperBound {
      let instruction = program.instructions[next]
      let end = Int(instruction.end)
      next += 1
      switch instruction.operation {
      case .literal:
        let first = Int(instruction.slot)
        bytes += program.literals[first..<first + end]
      case .text, .dialed, .html, .json:
        let path = program.path(of: instruction, in: scopes).path
        values.append(Shown(path: path, offset: bytes.count, conditions: conditions))
        bytes.append(TemplateMarkup.unknown)
      case .leave: break
      case .when, .unless, .enter, .each:
        let (path, type) = program.path(of: instruction, in: scopes)
        let start = bytes.count
        conditions.append(Condition(path: path, isInverted: instruction.operation == .unless))
        switch (instruction.operation, type) {
        case (.each, .list(let element)): add(program, next..<end, scopes + [(path, element)])
        case (.enter, .record): add(program, next..<end, scopes + [(path, type)])
        default: add(program, next..<end, scopes)
        }
        sections.append(Section(conditions: conditions, range: start..<bytes.count))
        conditions.removeLast()
        next = end
      }
    }
  }
}

extension Template {
  /// `type` is the one that the template was compiled for.
  package func outline(of type: RecordType) -> TemplateOutline { TemplateOutline(program, type) }
}

extension Program {
  /// The name of the value that an instruction asks for, and its type.
  fileprivate func path(
    of instruction: Instruction, in scopes: [(path: String, type: ValueType)]
  ) -> (path: String, type: ValueType) {
    var (path, type) = scopes[Int(instruction.scope)]
    if instruction.slot == Instruction.itself { return (path, type) }
    let first = Int(instruction.firstHop)
    for slot in [instruction.slot] + hops[first..<first + Int(instruction.hops)] {
      guard case .record(let record) = type else { break }
      let field = record.fields[Int(slot)]
      path += path.isEmpty ? field.name : "." + field.name
      type = field.type
    }
    return (path, type)
  }
}
