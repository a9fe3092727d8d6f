/// Records of one type that many lists name by their places, so that naming one neither copies nor counts it. What a
/// template shows of a record, where that depends on nothing else, may be prepared: then it is put in as it is.
package final class Shelf: Sendable {
  package let records: [Record]
  /// For each shared body, in its order, what it shows of each record.
  private let drawings: [Drawing]

  /// What one body shows of every record: the bytes of all, and where each one's end.
  fileprivate struct Drawing {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
  }

  package init(_ records: [Record]) {
    self.records = records
    drawings = []
  }

  /// The same records with what `bodies` show of them, from `parts`: those of one run of records after another.
  package init(_ shelf: Shelf, _ parts: [Part]) {
    records = shelf.records
    var drawings: [Drawing] = []
    for body in parts.first?.drawings.indices ?? 0..<0 {
      var drawing = Drawing()
      drawing.bytes.reserveCapacity(parts.reduce(0) { $0 + $1.drawings[body].bytes.count })
      drawing.ends.reserveCapacity(records.count)
      for part in parts {
        let start = UInt32(drawing.bytes.count)
        drawing.bytes += part.drawings[body].bytes
        drawing.ends += part.drawings[body].ends.lazy.map { $0 + start }
      }
      drawings.append(drawing)
    }
    self.drawings = drawings
  }

  /// What bodies show of one run of records, made apart from the others so that several threads can.
  package struct Part: Sendable {
    fileprivate var drawings: [Drawing]
  }

  /// Prepares the records of `range`.
  package func part(_ range: Range<Int>, bodies: [SharedBody]) -> Part {
    Part(
      drawings: bodies.map { body in
        var drawing = Drawing()
        drawing.ends.reserveCapacity(range.count)
        body.show(records[range], in: &drawing.bytes, ends: &drawing.ends)
        return drawing
      })
  }

  /// What the shared body of that number shows of a record; nil when that was not prepared.
  @inline(__always)
  package func range(of record: Int, body: Int) -> Range<Int>? {
    guard drawings.indices.contains(body) else { return nil }
    let ends = drawings[body].ends
    return Int(record == 0 ? 0 : ends[record - 1])..<Int(ends[record])
  }

  @inline(__always)
  package func append(_ range: Range<Int>, ofBody body: Int, to out: inout [UInt8]) {
    let bytes = drawings[body].bytes
    out.append(copying: bytes.span.extracting(range))
  }
}

/// What templates do with each entry of a list of records, where it depends on the record alone.
package struct SharedBody: Sendable {
  private let program: Program
  private let range: Range<Int>
  private let depth: Int

  fileprivate init(_ program: Program, _ body: Program.Body) {
    self.program = program
    range = body.range
    depth = body.scope
  }

  /// Appends what it shows of each of the records to `out`, and where that ends to `ends`.
  fileprivate func show(_ records: ArraySlice<Record>, in out: inout [UInt8], ends: inout [UInt32]) {
    // Nothing of the scopes around it is looked at.
    var scopes = [Scope](repeating: Scope(values: []), count: depth)
    for record in records {
      scopes.append(Scope(values: record.values))
      program.run(range, in: &scopes, into: &out)
      scopes.removeLast()
      ends.append(UInt32(out.count))
    }
  }
}

extension Template {
  /// The bodies of lists over `type` in the first `count` of the templates, each once however often it stands there; all of the
  /// templates know from then on which of them is which. Those that only others have are not worth preparing: pages that are made
  /// once show most records never, or once.
  package static func shareBodies(
    over type: RecordType, ofFirst count: Int, in templates: inout [Template]
  ) -> [SharedBody] {
    var bodies: [SharedBody] = []
    var numbers: [[UInt8]: Int] = [:]
    for index in templates.indices {
      for body in templates[index].program.bodies where body.type === type {
        let program = templates[index].program
        let text = program.text(of: body)
        let number = numbers[text] ?? bodies.count
        if number == bodies.count, index >= count { continue }
        if number == bodies.count { bodies.append(SharedBody(program, body)) }
        numbers[text] = number
        templates[index].program.instructions[body.instruction].body = Int32(number)
      }
    }
    return bodies
  }
}

extension Program {
  /// The part of a program that runs for each entry of a list and looks at nothing but the entry.
  struct Body {
    /// The `each` that begins it.
    let instruction: Int
    let range: Range<Int>
    /// The number of the entry's scope.
    let scope: Int
    let type: RecordType
  }

  /// Whether what runs in `range` looks at the record in `scope` alone, and at what is in it.
  func isClosed(_ range: Range<Int>, scope: Int) -> Bool {
    instructions[range].allSatisfy { instruction in
      switch instruction.operation {
      case .literal, .leave: true
      case .text, .dialed, .html, .json, .when, .unless, .enter, .each:
        Int(instruction.scope) > scope
          || Int(instruction.scope) == scope && instruction.slot != Instruction.itself
      }
    }
  }

  /// The same for two bodies that do the same.
  fileprivate func text(of body: Body) -> [UInt8] {
    var text: [UInt8] = []
    func add(_ number: Int32) { withUnsafeBytes(of: number.littleEndian) { text += $0 } }
    for instruction in instructions[body.range] {
      text.append(instruction.operation.rawValue)
      if instruction.operation == .literal {
        let first = Int(instruction.slot)
        add(instruction.end)
        text += literals[first..<first + Int(instruction.end)]
      } else {
        add(instruction.slot)
        add(Int32(instruction.scope) - Int32(instruction.operation == .leave ? 0 : body.scope))
        add(Int32(instruction.hops))
        for hop in 0..<Int(instruction.hops) { add(hops[Int(instruction.firstHop) + hop]) }
        add(instruction.end == 0 ? 0 : instruction.end - Int32(body.range.lowerBound))
      }
    }
    return text
  }
}
