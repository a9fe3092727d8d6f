/// What a text states that is true in every language: numbers and units of time in words, which day, and that something is not so.
/// One bit for each, so that a text costs one pass and two are held against each other at once.
struct StatedFacts: Equatable, Sendable {
  /// What its words say for sure.
  private(set) var certain: UInt64 = 0
  /// What they may mean as well, or say in passing: `second`, `each`, `avoid`.
  private(set) var possible: UInt64 = 0
  /// What they say for sure behind a number: opening hours are no duration.
  private(set) var counted: UInt64 = 0

  /// How many words say for sure that something is not so, and how many may.
  private(set) var negations = (certain: 0, all: 0)

  init() {}

  init(certain: UInt64 = 0, possible: UInt64 = 0, counted: UInt64 = 0) {
    (self.certain, self.possible, self.counted) = (certain, possible | counted, counted)
  }

  /// What may be said in any way.
  var all: UInt64 { certain | possible }

  /// Whether what follows is a quantity: `24 hours`, `una hora`.
  var counts: Bool { all & (Self.numbers | Self.oneSide) != 0 }

  /// Takes what one more meaning of the same word states.
  mutating func add(entry other: StatedFacts) {
    certain |= other.certain
    possible |= other.possible
    counted |= other.counted
  }

  /// Takes a word of a text.
  mutating func add(word: StatedFacts, isBehindNumber: Bool) {
    certain |= isBehindNumber ? word.certain | word.counted : word.certain
    possible |= word.possible
    if word.certain & Self.negation != 0 { negations.certain += 1 }
    if word.all & Self.negation != 0 { negations.all += 1 }
  }

  static func == (one: StatedFacts, other: StatedFacts) -> Bool {
    one.certain == other.certain && one.possible == other.possible && one.counted == other.counted
  }

  // MARK: Bits

  /// The numbers that words say: 2 to 19, the tens and a hundred; one is an article in most languages.
  static func number(_ value: Int) -> UInt64 {
    switch value {
    case 2..<20: 1 << UInt64(value)
    case 20..<100: 1 << UInt64(18 + value / 10) | number(value % 10)
    case 100: 1 << 28
    default: 0
    }
  }

  /// What such bits say together, as of `twenty-five`; nil where they are no single number.
  static func value(of numbers: UInt64) -> Int? {
    guard numbers != 0, case let value = (2...100).first(where: { number($0) == numbers }) else { return nil }
    return value
  }

  static let seconds: UInt64 = 1 << 32
  static let minutes: UInt64 = 1 << 33
  static let hours: UInt64 = 1 << 34
  static let days: UInt64 = 1 << 35
  static let weeks: UInt64 = 1 << 36
  static let months: UInt64 = 1 << 37
  static let years: UInt64 = 1 << 38
  static let millimeters: UInt64 = 1 << 48
  static let centimeters: UInt64 = 1 << 49
  static let meters: UInt64 = 1 << 50
  static let kilometers: UInt64 = 1 << 51
  static let inches: UInt64 = 1 << 52
  static let feet: UInt64 = 1 << 53
  static let miles: UInt64 = 1 << 54
  static let kilograms: UInt64 = 1 << 55
  static let grams: UInt64 = 1 << 56
  static let pounds: UInt64 = 1 << 57
  static let today: UInt64 = 1 << 40
  static let tomorrow: UInt64 = 1 << 41
  static let negation: UInt64 = 1 << 44
  /// Of the sides of an exercise.
  static let oneSide: UInt64 = 1 << 46
  static let bothSides: UInt64 = 1 << 47
  static let side: UInt64 = 1 << 42

  /// Of each, what a text has in place of another.
  static let numbers: UInt64 = (1 << 29) - 1
  static let times = units | today | tomorrow
  static let units = seconds | minutes | hours | days | weeks | months | years
  static let measures =
    millimeters | centimeters | meters | kilometers | inches | feet | miles | kilograms | grams | pounds
}
