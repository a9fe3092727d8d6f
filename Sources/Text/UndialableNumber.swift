/// Digits that look like a telephone number and that no phone can dial.
package enum UndialableNumber {
  /// What is wrong with one and what to write; nil where nothing is.
  package static func hint(_ text: some Collection<UInt8>) -> String? {
    let number = Array(text)
    let groups = number.split { $0 &- 0x30 >= 10 }.map { Array($0) }
    let digits = groups.joined()
    guard !digits.isEmpty else { return nil }
    if digits.allSatisfy({ $0 == 0x30 }) { return "Write the number itself: these are only zeros." }
    if number.first == UInt8(ascii: "+") { return hint(abroad: Array(digits)) }
    let separators = Set(number.filter { $0 &- 0x30 >= 10 })
    if separators.count == 1, isDay(groups) { return "This is a date. Write the telephone number." }
    if separators == [UInt8(ascii: ".")], isComputer(groups) {
      return "This is the address of a computer. Write the telephone number."
    }
    // France and its neighbors in numbering write five pairs.
    if groups.count == 4, groups.allSatisfy({ $0.count == 2 }), groups[0][0] == 0x30 {
      return "Two digits are missing: a number in pairs that starts with 0 has five of them."
    }
    return nil
  }

  /// What follows a `+`: the code of a country, which never starts with 0, then a number. The shortest are those of islands, with four
  /// digits behind a code of three (ITU-T E.164); behind 1 there are ten, or seven in numbers that are kept for examples.
  private static func hint(abroad digits: [UInt8]) -> String? {
    if digits[0] == 0x30 { return "Write the code of the country right after `+`, such as `+44`." }
    let isTooShort =
      digits.count < 7 || digits[0] == 0x31 && digits.count < 11 && digits.count != 8
    return isTooShort
      ? "Write the whole number after `+`, with its code of the country and of the area." : nil
  }

  /// A year of four digits, a month and a day, from either end.
  private static func isDay(_ groups: [[UInt8]]) -> Bool {
    guard groups.count == 3 else { return false }
    for parts in [groups, groups.reversed()] {
      guard parts[0].count == 4, [19, 20].contains(value(parts[0].prefix(2))), parts[1].count <= 2,
        parts[2].count <= 2
      else { continue }
      let rest = [value(parts[1][...]), value(parts[2][...])].sorted()
      return (1...12).contains(rest[0]) && (1...31).contains(rest[1])
    }
    return false
  }

  /// Four numbers up to 255, as machines have them (RFC 791), one of them of a single digit: telephone numbers have no such part there.
  private static func isComputer(_ groups: [[UInt8]]) -> Bool {
    groups.count == 4 && groups.contains { $0.count == 1 }
      && groups.allSatisfy { $0.count <= 3 && value($0[...]) < 256 && ($0.count == 1 || $0[0] != 0x30) }
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
}
