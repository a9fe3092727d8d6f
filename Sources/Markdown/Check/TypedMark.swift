import Text

/// The mark with which an author, or the program that text was pasted from, begins the line of a list, and which Markdown does not
/// read as one: `a)`, `ii.`, `1-`, `–`, `✓`. One alone may be anything; what is told is a row of them.
struct TypedMark: Equatable {
  enum Kind: UInt8 { case number, letter, capital, circled, dash, symbol }

  private let kind: Kind
  /// What the marks of one list have in common: the signs around a number, or the dash or symbol itself.
  private let style: UInt32
  /// 1 for `1` and `a`; 0 where there is none.
  private let value: Int
  /// What letters are as a Roman numeral; 0 for none.
  private let roman: Int

  /// A dash or symbol, which every line of its list has.
  var isSign: Bool { kind == .dash || kind == .symbol }
  /// A box or a tick, which stands for nothing else before a line.
  var isTick: Bool { kind == .symbol && style == 0xE29C85 }
  /// The first mark of a row of letters.
  var isFirstLetter: Bool { kind == .letter && value == 1 }
  /// A number with no more than a space behind it: several such paragraphs are headings of another document.
  var isBareNumber: Bool { kind == .number && (style == 0x20 || style == 0x2E20 || style >= 0x2E_0000) }
  /// A long dash without a space behind it, as people begin who talk, or whoever was quoted: only in one paragraph it makes a list.
  var isSpoken: Bool { kind == .dash && style == Self.spoken }
  private static let spoken: UInt32 = 0x1E2_8094

  /// A dash, with which the lines of a conversation begin as well.
  var isDash: Bool { kind == .dash }

  /// The mark with which `line` begins, if it does.
  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    func at(_ i: Int) -> UInt8 { line.contains(i) ? bytes[i] : 0 }
    func isBlank(_ i: Int) -> Bool { at(i) == 0x20 || at(i) == 0x09 || at(i) == 0xC2 && at(i + 1) == 0xA0 }
    var i = line.lowerBound
    if at(i) >= 0xE2 || at(i) == 0x2A || at(i) == 0x2B || at(i) == 0x2D {
      guard let sign = Self.sign(at(i), at(i + 1), at(i + 2), at(i + 3)) else { return nil }
      i += sign.length
      // What makes a picture of a sign.
      if at(i) == 0xEF, at(i + 1) == 0xB8, at(i + 2) == 0x8F { i += 3 }
      // `–Walk`; people who talk begin so with a longer dash.
      let isTight = sign.kind == .dash && sign.length == 3 && (at(i) &- 0x41 < 26 || at(i) == 0xC3)
      guard isTight || isBlank(i), sign.length > 1 || at(i) != 0xC2 else { return nil }
      let isSpoken = isTight && at(i - 1) == 0x94
      (kind, style, value, roman) = (sign.kind, isSpoken ? Self.spoken : sign.style, sign.value, 0)
      return
    }
    if at(i) | 0x20 == 0x73, at(i + 1) | 0x20 == 0x74 {
      guard let step = Self.step(bytes[line]) else { return nil }
      (kind, self.style, value, roman) = (.number, 0x73, step, 0)
      return
    }
    var style: UInt32 = at(i) == 0x28 ? 0x28 : 0
    if style != 0 { i += 1 }
    let start = i
    let first = at(i)
    let isNumber = ProseByte.isDigit(first)
    while isNumber ? ProseByte.isDigit(at(i)) : at(i).isLetterOfASCII && at(i) & 0x20 == first & 0x20,
      i - start < 4
    {
      i += 1
    }
    let name = start..<i
    guard name.count > 0, !isNumber || name.count < 3 else { return nil }
    if isNumber, style == 0, let (inner, major) = Self.numbered(bytes[line], name) {
      (kind, self.style, value, roman) = (.number, inner, major, 0)
      return
    }
    switch at(i) {
    case UInt8(ascii: ")"): style |= 0x2900
    case UInt8(ascii: ".") where style == 0:
      style = 0x2E
      if at(i + 1) == UInt8(ascii: "-") || at(i + 1) == UInt8(ascii: ")") { i += 1 }
    case UInt8(ascii: ":") where style == 0 && isNumber: style = 0x3A
    case UInt8(ascii: "/") where style == 0 && isNumber: style = 0x2F
    case UInt8(ascii: "-") where style == 0 && isNumber:
      style = 0x2D
      // `1-First`, but not `1-hour`.
      if at(i + 1) &- 0x41 < 26 { i -= 1 }
    case 0x20 where style == 0 && isNumber:
      let isLong = at(i + 1) == 0xE2 && at(i + 2) == 0x80 && (0x93...0x94).contains(at(i + 3))
      guard isLong || at(i + 1) == UInt8(ascii: "-") else { return nil }
      (style, i) = (0x2D20, isLong ? i + 3 : i + 1)
    case 0xEF where style == 0 && isNumber && at(i + 3) == 0xE2 && at(i + 4) == 0x83:
      // A key of a telephone.
      (style, i) = (0x20E3, i + 5)
    default: return nil
    }
    let isTight = style == 0x2D && at(i + 1) == UInt8(ascii: "-")
    // A no-break space behind a mark of Markdown's is told of as such.
    guard isTight || isBlank(i + 1), !isNumber || at(i + 1) != 0xC2 else { return nil }
    self.style = style
    kind = isNumber ? .number : first & 0x20 == 0 ? .capital : .letter
    roman = isNumber ? 0 : Self.roman(bytes[name])
    value =
      isNumber
      ? bytes[name].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      : name.count == 1 ? Int(first | 0x20) - 0x60 : 0
  }

  /// The style and number of `1 Stand up`, `1 . Stand up` and `1.1 Stand up`; `number` is the first.
  private static func numbered(_ line: ArraySlice<UInt8>, _ number: Range<Int>) -> (
    style: UInt32, value: Int
  )? {
    func value(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    func beginsSentence(_ text: ArraySlice<UInt8>) -> Bool {
      text.first == 0x20 && text.dropFirst().first.map { $0 &- 0x41 < 26 } ?? false
    }
    let rest = line[number.upperBound...]
    if beginsSentence(rest) { return (0x20, value(line[number])) }
    if rest.first == 0x20, rest.dropFirst().first == UInt8(ascii: "."), beginsSentence(rest.dropFirst(2)) {
      return (0x2E20, value(line[number]))
    }
    let digits = rest.dropFirst().prefix(while: ProseByte.isDigit)
    guard rest.first == UInt8(ascii: "."), (1...2).contains(digits.count),
      beginsSentence(line[digits.endIndex...])
    else { return nil }
    return (0x2E_0000 | UInt32(value(line[number])), value(digits))
  }

  /// The number in `Step 1:`, `STEP 2 – `.
  private static func step(_ line: ArraySlice<UInt8>) -> Int? {
    guard ByteSearch.begins(line, with: "step ") else { return nil }
    let digits = line.dropFirst(5).prefix(3).prefix(while: ProseByte.isDigit)
    let next = line[digits.endIndex...].drop { $0 == 0x20 }.first ?? 0
    guard (1...2).contains(digits.count), ":.)-".utf8.contains(next) || next == 0xE2 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func sign(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
  ) -> (kind: Kind, style: UInt32, value: Int, length: Int)? {
    let style = UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    switch (first, second, third) {
    case (0x2A, _, _), (0x2B, _, _), (0x2D, _, _): return (.dash, UInt32(first), 0, 1)
    // Hyphens and dashes; minus.
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): return (.dash, style, 0, 3)
    case (0xE2, 0x91, 0xA0...0xB3): return (.circled, 0, Int(third) - 0x9F, 3)
    // Boxes, ticks and crosses: what is done, or right, and what is not.
    case (0xE2, 0x98, 0x90...0x92), (0xE2, 0x9C, 0x85), (0xE2, 0x9C, 0x93...0x98), (0xE2, 0x9D, 0x8C),
      (0xE2, 0x9D, 0x8E...0x92):
      return (.symbol, 0xE29C85, 0, 3)
    // Arrows, mathematical signs, boxes, ticks and other ornaments.
    case (0xE2, 0x86...0x9E, _), (0xE2, 0xA4...0xAF, _): return (.symbol, style, 0, 3)
    case (0xF0, 0x9F, _): return (.symbol, style << 8 | UInt32(fourth), 0, 4)
    default: return nil
    }
  }

  private static func roman(_ letters: ArraySlice<UInt8>) -> Int {
    switch String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self) {
    case "i": 1
    case "ii": 2
    case "iii": 3
    case "iv": 4
    default: 0
    }
  }

  /// Whether the two begin a list: the first mark of one and the second, or one sign twice.
  func begins(with first: TypedMark) -> Bool {
    guard kind == first.kind, style == first.style else { return false }
    return isSign || first.value == 1 && value == 2 || first.roman == 1 && roman == 2
  }
}

/// Watches the lines of paragraphs for rows of such marks.
struct TypedList {
  private var last: TypedMark?
  private var count = 0
  private var block = 0
  private var start = 0
  /// Whether the last line began with a bullet, which has been told of.
  var hadBullet = false
  /// A byte of the bullet with which the list began that tells it from others.
  private var outer: UInt8?
  /// What was told of the lines of the list: one message stands for all.
  private var told: Set<Slip> = []
  /// Where the list of Markdown's ends in whose items it was.
  private var listEnd = 0

  /// What may be wrong with each line of a list.
  enum Slip { case bullet, innerBullet, bulletInItem, noSpace, noSpaceBehindNumber, box }

  /// Notes a bullet; whether it is another one than the first, as lists in a list have.
  mutating func addBullet(_ sign: UInt8) -> Bool {
    hadBullet = true
    defer { outer = outer ?? sign }
    return outer != nil && outer != sign
  }

  /// What is not in a row with what was before begins anew.
  mutating func reset(at node: Int) {
    (last, count, hadBullet, outer) = (nil, 0, false, nil)
    if node >= listEnd { told = [] }
  }

  /// Whether the list was told of for that slip; `end` is where the list of Markdown's ends whose item is at hand, if there is one.
  mutating func isTold(_ slip: Slip, until end: Int) -> Bool {
    listEnd = max(listEnd, end)
    return !told.insert(slip).inserted
  }

  /// Notes the mark of the line at `i` in paragraph `block`, or that it has none. Where the row begins, once there is one.
  mutating func add(_ mark: TypedMark?, at i: Int, in block: Int) -> (start: Int, block: Int)? {
    guard let mark else {
      // The lines of an item may go on; those with a sign are told from chance by following each other.
      if last?.isSign ?? false { last = nil }
      return nil
    }
    guard let last, mark.begins(with: last), !(mark.isBareNumber || mark.isSpoken) || self.block == block
    else {
      (last, count, self.block, start) = (mark, 1, block, i)
      return nil
    }
    count += 1
    if !mark.isSign { self.last = nil }
    // People who talk take turns: only a third paragraph with a dash makes a list.
    let isRow = mark.isDash && self.block != block ? count == 3 : count == 2
    return isRow ? (start, self.block) : nil
  }
}
