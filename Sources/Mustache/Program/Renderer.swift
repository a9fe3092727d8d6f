/// Runs a program: one pass, appending to one buffer.
struct Renderer {
  private let program: Program
  /// Innermost last.
  private var scopes: [Value]

  init(_ program: Program, _ record: Record) {
    self.program = program
    scopes = [.record(record)]
    scopes.reserveCapacity(8)
  }

  mutating func run(_ range: Range<Int>, into out: inout [UInt8]) {
    var next = range.lowerBound
    while next < range.upperBound {
      let instruction = program.instructions[next]
      next += 1
      switch instruction.operation {
      case .literal:
        let first = Int(instruction.slot)
        out.append(contentsOf: program.literals[first..<first + Int(instruction.end)])
      case .text:
        switch value(at: instruction) {
        case .text(let bytes), .html(let bytes): out.append(escaping: bytes)
        default: break
        }
      case .html:
        if case .html(let bytes) = value(at: instruction) { out.append(contentsOf: bytes) }
      case .when: if !value(at: instruction).isTruthy { next = Int(instruction.end) }
      case .unless: if value(at: instruction).isTruthy { next = Int(instruction.end) }
      case .enter:
        let value = value(at: instruction)
        if case .record = value { scopes.append(value) } else { next = Int(instruction.end) }
      case .leave: scopes.removeLast()
      case .each:
        if case .list(let values) = value(at: instruction) {
          for value in values {
            scopes.append(value)
            run(next..<Int(instruction.end), into: &out)
            scopes.removeLast()
          }
        }
        next = Int(instruction.end)
      }
    }
  }

  private func value(at instruction: Instruction) -> Value {
    let scope = scopes[Int(instruction.scope)]
    if instruction.slot == Instruction.itself { return scope }
    var value = scope.value(at: instruction.slot)
    for hop in 0..<Int(instruction.hops) {
      value = value.value(at: program.hops[Int(instruction.firstHop) + hop])
    }
    return value
  }
}

extension Value {
  /// Whether a section over the value is shown.
  var isTruthy: Bool {
    switch self {
    case .none: false
    case .text(let bytes), .html(let bytes): !bytes.isEmpty
    case .flag(let isSet): isSet
    case .list(let values): !values.isEmpty
    case .record: true
    }
  }

  /// The value at `slot` of a record.
  func value(at slot: Int32) -> Value {
    guard case .record(let record) = self, record.values.indices.contains(Int(slot)) else { return .none }
    return record.values[Int(slot)]
  }
}
