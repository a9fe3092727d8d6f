import Text

/// Addresses with `blob:` that a script makes of what it has in memory (`URL.createObjectURL`, W3C File API, section 8.4), and what it
/// calls them.
struct MadeAddresses {
  private typealias Files = AssetReferences

  private let script: [UInt8]
  /// What the script calls the addresses that it makes, and from where on; nil until somebody asks.
  private var names: [String: [Int]]?

  init(_ script: [UInt8]) { self.script = script }

  private static let longestName = 100
  /// In bytes, between where an address is made and where it is used.
  private static let farthest = 4_000
  private static let maker = Array("createObjectURL".utf8)

  /// A name or call at `place` that stands for an address with `blob:`.
  mutating func address(at place: Int) -> AssetReferences.Place? {
    var end = place
    while end < script.count, Self.isWordByte(script[end]) || script[end] == UInt8(ascii: ".") { end += 1 }
    guard end > place else { return nil }
    if script[place..<end].suffix(Self.maker.count).elementsEqual(Self.maker) { return place..<end }
    let names = self.names ?? namesOfMadeAddresses()
    self.names = names
    let name = String(decoding: script[place..<end], as: UTF8.self)
    return names[name].flatMap { Self.last(of: $0, before: place) }.flatMap {
      isSeen(from: $0, at: place) ? place..<end : nil
    }
  }

  /// Of ascending places the last one before another.
  private static func last(of places: [Int], before end: Int) -> Int? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] <= end { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1] : nil
  }

  /// The `url` of `url = URL.createObjectURL(…)`.
  private func namesOfMadeAddresses() -> [String: [Int]] {
    func start(ofWordBefore end: Int) -> Int {
      let first = max(end - Self.longestName, 0)
      return script[first..<end].lastIndex { !Self.isWordByte($0) && $0 != UInt8(ascii: ".") }.map { $0 + 1 }
        ?? first
    }
    func skipSpace(before end: Int) -> Int {
      script[..<end].lastIndex { !Files.isSpace($0) }.map { $0 + 1 } ?? 0
    }
    var names: [String: [Int]] = [:]
    var from = 0
    while let call = ByteSearch.first(Self.maker, in: script[from...]) {
      from = call.upperBound
      let equals = skipSpace(before: start(ofWordBefore: call.lowerBound))
      guard equals > 0, script[equals - 1] == UInt8(ascii: "=") else { continue }
      let end = skipSpace(before: equals - 1)
      let start = start(ofWordBefore: end)
      if start < end {
        names[String(decoding: script[start..<end], as: UTF8.self), default: []].append(call.upperBound)
      }
    }
    return names
  }

  /// Whether a name of the block at `start` still means the same at `place`, as far as braces say; another function may call
  /// something else so.
  private func isSeen(from start: Int, at place: Int) -> Bool {
    guard start <= place, place - start < Self.farthest else { return false }
    var depth = 0
    for byte in script[start..<place] {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return true
  }

  /// In names of variables.
  static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }
}
