import Text

/// The values that the names of an open section stand for.
struct Scope {
  /// Of a record, or all the entries of the list that is gone through.
  var values: [Value]
  /// Which entry it is, when `values` are entries.
  var entry = 0

  init(values: [Value]) { self.values = values }

  init(of index: Int, in entries: [Value]) {
    switch entries[index] {
    case .record(let record): values = record.values
    case .none: values = []
    default:
      values = entries
      entry = index
    }
  }
}

/// Rendering is one pass that appends to one buffer. Values are borrowed where they lie, through spans: counting
/// references to what the pages of a site share makes threads wait for each other.
extension Program {
  /// `scopes` has the innermost last.
  func run(_ range: Range<Int>, in scopes: inout [Scope], into out: inout [UInt8]) {
    var next = range.lowerBound
    while next < range.upperBound {
      let instruction = instructions.span[next]
      let end = Int(instruction.end)
      next += 1
      switch instruction.operation {
      case .literal:
        let first = Int(instruction.slot)
        out.append(copying: literals.span.extracting(first..<first + end))
      case .text: look(at: instruction, in: scopes) { $0.showText(in: &out) }
      case .dialed: look(at: instruction, in: scopes) { $0.showDialed(in: &out) }
      case .html: look(at: instruction, in: scopes) { $0.showHTML(in: &out) }
      case .json: look(at: instruction, in: scopes) { $0.showJSON(in: &out) }
      case .when: if !look(at: instruction, in: scopes, { $0.isTruthy }) { next = end }
      case .unless: if look(at: instruction, in: scopes, { $0.isTruthy }) { next = end }
      case .enter:
        if let values = look(at: instruction, in: scopes, { $0.recordValues }) {
          scopes.append(Scope(values: values))
        } else {
          next = end
        }
      case .leave: scopes.removeLast()
      case .each:
        switch look(at: instruction, in: scopes, { $0.listing }) {
        case .entries(let entries):
          for index in entries.indices {
            scopes.append(Scope(of: index, in: entries))
            run(next..<end, in: &scopes, into: &out)
            scopes.removeLast()
          }
        case .picks(let shelf, let places):
          for place in places {
            if let range = shelf.range(of: Int(place), body: Int(instruction.body)) {
              shelf.append(range, ofBody: Int(instruction.body), to: &out)
              continue
            }
            scopes.append(Scope(values: shelf.records[Int(place)].values))
            run(next..<end, in: &scopes, into: &out)
            scopes.removeLast()
          }
        case nil: break
        }
        next = end
      }
    }
  }

  /// Calls `body` with the value that an instruction names.
  @inline(__always)
  private func look<Result>(
    at instruction: Instruction, in scopes: [Scope], _ body: (borrowing Value) -> Result
  ) -> Result {
    let scope = Int(instruction.scope)
    let slot = instruction.slot == Instruction.itself ? scopes.span[scope].entry : Int(instruction.slot)
    return look(at: slot, of: scopes.span[scope].values, instruction, body)
  }

  @inline(__always)
  private func look<Result>(
    at slot: Int, of values: borrowing [Value], _ instruction: Instruction,
    _ body: (borrowing Value) -> Result
  ) -> Result {
    guard slot < values.count else { return body(.none) }
    if instruction.hops == 0 { return body(values.span[slot]) }
    return body(value(after: instruction, from: values.span[slot]))
  }

  /// Follows the dots of a name.
  private func value(after instruction: Instruction, from start: Value) -> Value {
    var value = start
    for hop in 0..<Int(instruction.hops) {
      let slot = Int(hops[Int(instruction.firstHop) + hop])
      guard case .record(let record) = value, slot < record.values.count else { return .none }
      value = record.values[slot]
    }
    return value
  }
}

/// What a section on a list goes through.
private enum Listing {
  case entries([Value])
  case picks(Shelf, [Int32])
}

extension Value {
  fileprivate func showText(in out: inout [UInt8]) {
    if case .text(let bytes) = self { out.append(escaping: bytes.span) }
  }

  fileprivate func showDialed(in out: inout [UInt8]) {
    if case .text(let bytes) = self { out.append(escaping: DialedNumber.dialed(bytes).span) }
  }

  fileprivate func showJSON(in out: inout [UInt8]) {
    if case .text(let bytes) = self { JSONText.append(escaping: bytes, to: &out) }
  }

  fileprivate func showHTML(in out: inout [UInt8]) {
    if case .html(let bytes) = self { out.append(copying: bytes.span) }
  }

  fileprivate var recordValues: [Value]? { if case .record(let record) = self { record.values } else { nil } }

  fileprivate var listing: Listing? {
    switch self {
    case .list(let values): .entries(values)
    case .picks(let shelf, let places): .picks(shelf, places)
    default: nil
    }
  }

  /// Whether a section over the value is shown.
  fileprivate var isTruthy: Bool {
    switch self {
    case .none: false
    case .text(let bytes), .html(let bytes): !bytes.isEmpty
    case .flag(let isSet): isSet
    case .list(let values): !values.isEmpty
    case .picks(_, let places): !places.isEmpty
    case .record: true
    }
  }
}
