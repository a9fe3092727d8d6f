import Text

/// Finds in text what was meant as the mark of a callout and is none: `[! EMERGENCY]`, `[EMERGENCY!]`, a mark that does
/// not stand at the beginning of a quote. A mark that is read stands where `HTMLRenderer` looks for one.
struct MisreadCallout {
  let callout: Callout
  /// Offset of its `[` in the text, and where the mark ends.
  let range: Range<Int>

  /// Those in one run of text, which may be what is left of a line or several.
  static func find(in bytes: [UInt8], _ range: Range<Int>) -> [MisreadCallout] {
    var found: [MisreadCallout] = []
    var from = range.lowerBound
    while let place = TextScanner.first(UInt8(ascii: "["), in: bytes, from..<range.upperBound) {
      if let callout = MisreadCallout(in: bytes, place..<range.upperBound, startsAt: range.lowerBound) {
        found.append(callout)
      }
      from = place + 1
    }
    return found
  }

  /// What looks like a mark at the `[` where `range` begins.
  private init?(in bytes: [UInt8], _ range: Range<Int>, startsAt start: Int) {
    func at(_ i: Int) -> UInt8 { i < range.upperBound ? bytes[i] : 0 }
    var end = range.lowerBound + 1
    var hasMark = false
    // Exclamation marks of any kind, and what may have slipped in between.
    func skipSigns() {
      while true {
        switch (at(end), at(end + 1), at(end + 2)) {
        case (UInt8(ascii: "!"), _, _): (hasMark, end) = (true, end + 1)
        case (0xC2, 0xA1, _): (hasMark, end) = (true, end + 2)
        case (0xEF, 0xBC, 0x81): (hasMark, end) = (true, end + 3)
        case (0x20, _, _), (0x09, _, _), (UInt8(ascii: "-"), _, _), (UInt8(ascii: "["), _, _): end += 1
        case (0xC2, 0xA0, _): end += 2
        default: return
        }
        if end > range.lowerBound + 20 { return }
      }
    }
    skipSigns()
    let first = end
    while end < first + 13, at(end).isLetterOfASCII { end += 1 }
    guard (3...12).contains(end - first) else { return nil }
    let name = String(decoding: bytes[first..<end], as: UTF8.self)
    skipSigns()
    let isClosed = at(end) == UInt8(ascii: "]")
    let exact = Callout(rawValue: name.lowercased())
    if hasMark {
      let near = NearestName.to(name, among: Callout.allCases.map(\.rawValue)).flatMap(
        Callout.init(rawValue:))
      guard let callout = exact ?? (isClosed ? near : nil) else { return nil }
      self.callout = callout
    } else {
      // In capitals, alone on its line.
      let beginsLine = range.lowerBound == start || bytes[range.lowerBound - 1] == 0x0A
      let endsLine = end + 1 >= range.upperBound || at(end + 1) == 0x0A
      guard isClosed, beginsLine, endsLine, let exact, name == name.uppercased() else { return nil }
      callout = exact
    }
    self.range = range.lowerBound..<(isClosed ? end + 1 : end)
  }

  /// The callout that the first line of a quote seems to be meant as: when it begins with its name in capitals in
  /// brackets, or says nothing but its name with signs around it or in capitals (`[Note]`, `!EMERGENCY`,
  /// `(! EMERGENCY)`, `EMERGENCY`).
  static func callout(inFirstLine line: ArraySlice<UInt8>) -> Callout? {
    func callout(_ name: some Sequence<UInt8>) -> Callout? {
      Callout(rawValue: String(decoding: Array(name), as: UTF8.self).lowercased())
    }
    let head = line.drop { $0 == 0x20 || $0 == UInt8(ascii: "!") }
    if head.first == UInt8(ascii: "["), let close = head.prefix(20).firstIndex(of: UInt8(ascii: "]")) {
      let name = head[..<close].dropFirst().trimmed
      if name.allSatisfy({ $0 &- 0x41 < 26 }), let found = callout(name) { return found }
    }
    guard line.count < 40, !line.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    // The name has to stand there in one piece.
    let name = line.drop { !$0.isLetterOfASCII }.prefix(while: \.isLetterOfASCII)
    guard !name.isEmpty, !line[name.endIndex...].contains(where: \.isLetterOfASCII),
      let found = callout(name)
    else {
      return nil
    }
    let signs: [UInt8] = [UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "]")]
    let isMarked = line.contains { signs.contains($0) || $0 >= 0xC2 }
    return isMarked || name.allSatisfy { $0 < 0x61 } ? found : nil
  }
}
