import Diagnostics
import Text

/// JSON for search engines in a template, `<script type="application/ld+json">`: values that stand in it are escaped as JSON, and what
/// comes out is JSON whatever the page has.
extension Compiler {
  /// A script that is open.
  struct OpenJSON {
    let origin: Origin
    /// Of its tag, in the template.
    let offset: Int
    /// The first instruction of its content.
    let start: Int
  }

  /// Puts in a text of the template, and notices where scripts with JSON begin and end.
  mutating func emit(text range: Range<Int>, of origin: Origin) {
    let bytes = origin.syntax.source.bytes
    var rest = range
    while !rest.isEmpty {
      if let open = json {
        guard let end = Self.first(Self.scriptEnd, in: bytes[rest]) else { break }
        emit(literal: bytes[rest.lowerBound..<end.lowerBound])
        json = nil
        check(open)
        endLiteral()
        rest = end.lowerBound..<rest.upperBound
        emit(literal: bytes[end])
        rest = end.upperBound..<rest.upperBound
      } else {
        guard let tag = Self.jsonTag(in: bytes[rest]) else { break }
        emit(literal: bytes[rest.lowerBound..<tag.upperBound])
        endLiteral()
        json = OpenJSON(origin: origin, offset: tag.lowerBound, start: program.instructions.count)
        rest = tag.upperBound..<rest.upperBound
      }
    }
    emit(literal: bytes[rest])
  }

  private static let scriptStart = Array("<script".utf8)
  private static let scriptEnd = Array("</script".utf8)
  private static let type = Array("application/ld+json".utf8)

  /// The first start tag of a script with JSON.
  private static func jsonTag(in text: ArraySlice<UInt8>) -> Range<Int>? {
    var rest = text
    while let start = first(scriptStart, in: rest) {
      guard let end = rest[start.upperBound...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      if first(type, in: rest[start.upperBound..<end]) != nil {
        return start.lowerBound..<end + 1
      }
      rest = rest[(end + 1)...]
    }
    return nil
  }

  /// Whatever the case of the letters; every byte of `wanted` has the bit that small letters have.
  private static func first(_ wanted: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
    var at = text.startIndex
    while at + wanted.count <= text.endIndex {
      if wanted.indices.allSatisfy({ text[at + $0] | 0x20 == wanted[$0] }) { return at..<at + wanted.count }
      at += 1
    }
    return nil
  }

  /// Reports a script that is still open where the template ends.
  mutating func endJSON() {
    guard let open = json else { return }
    report(
      .templateBadJSON, at: open.offset, in: open.origin.syntax, "This script with JSON is never closed.",
      hint: "Write `</script>` where it ends.")
  }

  /// Tries the script with each list empty, with one entry and with several, and with each value there and not.
  private mutating func check(_ open: OpenJSON) {
    let content = open.start..<program.instructions.count
    let places = Set(program.instructions[content].filter(\.decides).map { program.place(of: $0) })
    for base in [1, 0, 2] {
      if reportJSON(open, content, base: base) { return }
    }
    // More values than any page about one thing has are tried together only.
    guard places.count <= 40 else { return }
    let inOrder = places.sorted { left, right in
      (left.scope, left.slot) != (right.scope, right.slot)
        ? (left.scope, left.slot) < (right.scope, right.slot)
        : left.hops.lexicographicallyPrecedes(right.hops)
    }
    for place in inOrder {
      for (base, own) in [(1, 0), (0, 1), (1, 2)] where reportJSON(open, content, base: base, place, own) {
        return
      }
    }
  }

  /// Lists in lists grow exponentially: what takes more is not tried.
  private static let maximumSteps = 100_000

  /// Whether what comes out is no JSON, which is told.
  private mutating func reportJSON(
    _ open: OpenJSON, _ content: Range<Int>, base: Int, _ place: Place? = nil, _ own: Int = 0
  ) -> Bool {
    var out: [UInt8] = []
    var steps = Self.maximumSteps
    program.tryOut(content, into: &out, &steps) { $0 == place ? own : base }
    guard steps > 0, let fault = JSONSyntax.fault(in: out) else { return false }
    let before = String(decoding: out[..<fault.offset].suffix(24), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    report(
      .templateBadJSON, at: open.offset, in: open.origin.syntax,
      "This JSON is not valid: \(fault.reason)\(before.isEmpty ? "" : ", behind `\(before)`").",
      hint: Self.hint(base: base, place: place, own: own))
    return true
  }

  private static func hint(base: Int, place: Place?, own: Int) -> String {
    let count = place == nil ? base : own
    return switch count {
    case 0:
      "It comes out like that when a value or list is empty. Put what is around it into its section as well."
    case 1: "Write each value in quotes, and a comma between two entries: `\"name\": \"{{title}}\"`."
    default: "It comes out like that when a list has several entries: they need commas between them."
    }
  }
}

extension Instruction {
  /// Whether what follows depends on a value.
  fileprivate var decides: Bool {
    switch operation {
    case .when, .unless, .enter, .each: true
    case .literal, .text, .dialed, .html, .json, .leave: false
    }
  }
}

extension Program {
  fileprivate func place(of instruction: Instruction) -> Place {
    let first = Int(instruction.firstHop)
    return Place(
      scope: Int(instruction.scope), slot: Int(instruction.slot),
      hops: Array(hops[first..<first + Int(instruction.hops)]))
  }

  /// Appends what comes out when each value is as often there as `count` says: a letter for each text.
  fileprivate func tryOut(
    _ range: Range<Int>, into out: inout [UInt8], _ steps: inout Int, _ count: (Place) -> Int
  ) {
    var next = range.lowerBound
    while next < range.upperBound, steps > 0 {
      steps -= 1
      let instruction = instructions[next]
      let end = Int(instruction.end)
      next += 1
      switch instruction.operation {
      case .literal: out += literals[Int(instruction.slot)..<Int(instruction.slot) + end]
      case .text, .dialed, .html, .json: out.append(UInt8(ascii: "x"))
      case .when, .enter: if count(place(of: instruction)) == 0 { next = end }
      case .unless: if count(place(of: instruction)) > 0 { next = end }
      case .leave: break
      case .each:
        for _ in 0..<count(place(of: instruction)) { tryOut(next..<end, into: &out, &steps, count) }
        next = end
      }
    }
  }
}
