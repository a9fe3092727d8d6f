import Diagnostics

@testable import Mustache

/// Walks a template's tree with a stack of contexts.
struct DynamicRenderer {
  /// Sections, partials and blocks inside each other: more would run out of stack.
  static let maximumDepth = 256
  /// Partials that include partials grow exponentially.
  static let maximumInclusions = 1_000_000

  private let partials: [String: Syntax]
  /// Innermost last.
  private var contexts: [DynamicValue]
  private(set) var out: [UInt8] = []
  private var depth = 0
  private var inclusions = 0

  init(_ template: DynamicTemplate, _ value: DynamicValue) {
    partials = template.partials
    contexts = [value]
  }

  mutating func render(
    _ nodes: [Node], of origin: Origin, indentation: [UInt8]
  ) throws(DynamicTemplate.Failure) {
    depth += 1
    defer { depth -= 1 }
    for node in nodes {
      switch node {
      case .text(let range, let startsLine):
        if startsLine { out += indentation }
        out += origin.syntax.source.bytes[range]
      case .variable(let name, let escaped):
        let bytes = Array(try value(of: name, in: origin).shown.utf8)
        if escaped { out.append(escaping: bytes.span) } else { out += bytes }
      case .section(let name, let inverted, let content):
        try section(name, inverted: inverted, content, of: origin, indentation: indentation)
      case .partial(let inclusion):
        try include(inclusion, [], of: origin, indentation: indentation)
      case .parent(let inclusion, let arguments):
        try include(inclusion, arguments.blocks, of: origin, indentation: indentation)
      case .block(let block): try self.block(block, of: origin, indentation: indentation)
      }
    }
  }

  private mutating func section(
    _ name: TagName, inverted: Bool, _ content: [Node], of origin: Origin, indentation: [UInt8]
  ) throws(DynamicTemplate.Failure) {
    try checkDepth(at: name, in: origin)
    let value = try value(of: name, in: origin)
    if inverted {
      if !value.isTruthy { try render(content, of: origin, indentation: indentation) }
      return
    }
    guard value.isTruthy else { return }
    let entries = if case .list(let entries) = value { entries } else { [value] }
    for entry in entries {
      contexts.append(entry)
      defer { contexts.removeLast() }
      try render(content, of: origin, indentation: indentation)
    }
  }

  private mutating func include(
    _ inclusion: Inclusion, _ blocks: [Block], of origin: Origin, indentation: [UInt8]
  ) throws(DynamicTemplate.Failure) {
    try checkDepth(at: inclusion.name, in: origin)
    var name = inclusion.name.text
    if inclusion.isDynamic { name = try value(of: inclusion.name, in: origin).shown }
    guard let syntax = partials[name] else { return }
    inclusions += 1
    let own = inclusion.indentation.map { indentation + origin.syntax.source.bytes[$0] } ?? []
    let environment = blocks.isEmpty ? origin.environment : BlockEnvironment(blocks, from: origin)
    try render(syntax.nodes, of: Origin(syntax: syntax, environment: environment), indentation: own)
  }

  private mutating func block(
    _ block: Block, of origin: Origin, indentation: [UInt8]
  ) throws(DynamicTemplate.Failure) {
    try checkDepth(at: block.name, in: origin)
    let expansion = origin.expansion(of: block, indentation: indentation)
    out += expansion.lead
    try render(expansion.content, of: expansion.origin, indentation: expansion.indentation)
  }

  private func checkDepth(at name: TagName, in origin: Origin) throws(DynamicTemplate.Failure) {
    guard depth >= Self.maximumDepth || inclusions >= Self.maximumInclusions else { return }
    throw failure(
      .templateNesting, at: name, in: origin,
      "Sections and partials are inside each other here without an end in sight.",
      hint: "Let a partial include itself only in a section over something smaller.")
  }

  // MARK: Names

  /// What a name stands for in the innermost context that has it, then through records at each dot.
  private func value(of name: TagName, in origin: Origin) throws(DynamicTemplate.Failure) -> DynamicValue {
    let path = name.path
    var found: DynamicValue? = contexts.last
    if let first = path.first {
      found = nil
      for case .record(let record) in contexts.reversed() {
        if let value = record[String(first)] {
          found = value
          break
        }
      }
    }
    for part in path.dropFirst() {
      guard case .record(let record)? = found else { return .null }
      found = record[String(part)]
    }
    if case .lambda? = found {
      throw failure(
        .templateLambda, at: name, in: origin,
        "`\(name.text)` is a function, and functions in data are not called.",
        hint: "Give the value itself.")
    }
    return found ?? .null
  }

  private func failure(
    _ code: DiagnosticCode, at name: TagName, in origin: Origin, _ message: String, hint: String
  ) -> DynamicTemplate.Failure {
    let source = origin.syntax.source
    let position = Position(ofByte: name.tag, in: source.bytes)
    return DynamicTemplate.Failure(
      diagnostic: .error(code, file: source.file, at: position, message, hint: hint))
  }
}
