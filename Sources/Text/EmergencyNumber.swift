import CBytes

/// The numbers that people call in an emergency, and texts that say which to call.
package enum EmergencyNumber {
  /// Of North America, the United Kingdom, Europe and Australia.
  package static let all = ["911", "999", "112", "000"]

  package static func isOne(_ digits: ArraySlice<UInt8>) -> Bool {
    all.contains { digits.elementsEqual($0.utf8) }
  }

  /// The first number of two to four digits that a text says to call, if it is none of `own`. Lines that are for something else, such as
  /// those for advice or for a crisis, are none, and nor are hours and days.
  package static func called(in text: ArraySlice<UInt8>, otherThan own: [[UInt8]]) -> ArraySlice<UInt8>? {
    let first = text.startIndex
    // The pointer is used only inside the closure.
    func nextDigit(_ at: Int) -> Int {
      text.withUnsafeBufferPointer {
        first
          + SixteenBytes.first(in: $0, at - first..<$0.count) {
            cbytes_within($0, UInt8(ascii: "0"), UInt8(ascii: "9"))
          }
      }
    }
    var at = nextDigit(first)
    while at < text.endIndex {
      let end = text[at...].firstIndex { !isDigit($0) } ?? text.endIndex
      let digits = text[at..<end]
      if digits.count < 5, mayFollowVerb(at, in: text) {
        if let end = endOfTornNumber(at: at, in: text, own: own), isBehindVerb(at, in: text) {
          return text[at..<end]
        }
        if isNumber(digits, in: text), !own.contains(where: digits.elementsEqual),
          !isForSomethingElse(digits, in: text), isBehindVerb(at, in: text)
        {
          return digits
        }
      }
      at = end < text.endIndex ? nextDigit(end) : end
    }
    return nil
  }

  /// Whether `digits` are a number that a phone can dial. Of three, nearly every one is; two or four may count hours, people or years.
  private static func isNumber(_ digits: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Bool {
    let rest = text[digits.endIndex...]
    if rest.count > 1, let mark = rest.first, "-.%/:,".utf8.contains(mark),
      isDigit(rest.dropFirst().first ?? 0)
    {
      return false
    }
    if digits.count == 3 {
      let unit = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }.prefix { ($0 | 0x20) &- 0x61 < 26 }
      return rest.first != UInt8(ascii: "%")
        && !units.contains(String(decoding: unit, as: UTF8.self).lowercased())
    }
    guard digits.count > 1 else { return false }
    guard let mark = rest.first else { return true }
    if [0x0A, 0x21, 0x22, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F].contains(mark) { return true }
    guard mark == 0x20 else { return false }
    let word = rest.dropFirst().prefix { $0 | 0x20 >= 0x61 && $0 != 0x7B }
    return wordsBehind.contains(String(decoding: word, as: UTF8.self).lowercased())
      && !isDigit(rest.dropFirst(word.count + 2).first ?? 0)
  }

  /// What is counted and measured: “We call 320 px small.”
  private static let units: Set = [
    "px", "pixel", "pixels", "mm", "cm", "m", "km", "ft", "feet", "inches", "mile", "miles", "kg", "lb",
    "lbs", "pounds", "g", "mg",
    "ml", "kcal", "calories", "watts", "bpm", "beats", "steps", "times", "people", "patients", "runners",
    "clinics", "homes", "hours",
    "minutes", "seconds", "days", "weeks", "years", "pages", "degrees", "percent", "dollars", "euros",
    "metros", "minutos", "personas", "pacientes", "veces", "pasos", "días", "semanas", "horas",
  ]

  /// What stands behind a number that is called, and behind no count of hours or people.
  private static let wordsBehind: Set = [
    "now", "if", "when", "right", "straight", "immediately", "at", "and", "or", "for", "first", "instead",
    "today", "tomorrow",
    "ahora", "si", "cuando", "inmediatamente", "de", "y", "o", "ya", "enseguida", "hoy",
  ]

  /// A line for advice or for a crisis. That of 811 is for advice in Canada, and not for right now.
  private static func isForSomethingElse(_ digits: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Bool {
    if digits.elementsEqual("811".utf8) {
      let rest = String(decoding: text[digits.endIndex...].prefix(24), as: UTF8.self).lowercased()
      return !urgentWords.contains(where: rest.hasPrefix)
    }
    return otherLines.contains { digits.elementsEqual($0.utf8) }
  }

  private static let urgentWords = [
    " now", " right", " at once", " immediately", " straight", " ahora", " de inmediato", " inmediatamente",
    " ya",
  ]

  /// Whether the letter before a space at `at` can end one of `verbs`: most numbers stand behind other words.
  private static func mayFollowVerb(_ at: Int, in text: ArraySlice<UInt8>) -> Bool {
    guard at - text.startIndex > 3, [0x20, 0x0A, 0xA0].contains(text[at - 1]) else { return false }
    let letter = text[at - (text[at - 1] == 0xA0 ? 3 : 2)] | 0x20
    return "lgeao".utf8.contains(letter)
  }

  private static func isBehindVerb(_ at: Int, in text: ArraySlice<UInt8>) -> Bool {
    let before = String(decoding: text[..<at].suffix(longestVerb), as: UTF8.self).lowercased()
      .replacing("\u{A0}", with: " ").replacing("\n", with: " ")
    // "Recall" is another word.
    return verbs.contains { before.hasSuffix($0) && !(before.dropLast($0.count).last?.isLetter ?? false) }
  }

  /// Where a number of three digits ends that begins at `start` and has a space in it that nobody meant: `91 1`, but not `9 1 1`.
  private static func endOfTornNumber(
    at start: Int, in text: ArraySlice<UInt8>, own: [[UInt8]]
  ) -> Int? {
    let first = text[start...].prefix { isDigit($0) }
    guard first.count < 3, first.endIndex + 1 < text.endIndex, text[first.endIndex] == 0x20 else {
      return nil
    }
    let second = text[(first.endIndex + 1)...].prefix { isDigit($0) }
    let next = second.endIndex
    guard first.count + second.count == 3,
      next == text.endIndex || !" -.%/".utf8.contains(text[next])
        || next + 1 == text.endIndex || !isDigit(text[next + 1])
    else { return nil }
    let digits = Array(first + second)
    return isOne(digits[...]) || own.contains(digits) ? next : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static let longestVerb = 24
  private static let verbs = [
    "call ", "dial ", "ring ", "phone ", "calling ", "dialing ", "llame al ", "llame a ", "llama al ",
    "marque el ",
    "marque ", "llamar al ", "marcar el ", "llamando al ", "llame al número ", "marque el número ",
  ]
  private static let otherLines = [
    "101", "111", "116", "211", "311", "511", "711", "811", "988",
    // Of France, Belgium, Austria and Sweden.
    "15", "17", "18", "3114", "1733", "1450", "1177",
  ]

  /// The number of some country that was meant by one that is none of any. Nil where it may well be one, or no short number.
  package static func meant(by number: String) -> String? {
    mayBeOne(number) ? nil : NearestName.to(number, among: all) ?? all[0]
  }

  /// The same where only one slip lies between the two: `9111`, `91`.
  package static func slipped(_ number: String) -> String? {
    mayBeOne(number) ? nil : NearestName.to(number, among: all)
  }

  private static func mayBeOne(_ number: String) -> Bool {
    !(1...4).contains(number.utf8.count) || !number.utf8.allSatisfy(isDigit) || known.contains(number)
  }

  /// Of the countries of the world.
  private static let known = Set(
    all + [
      "15", "17", "18", "03", "061", "066", "080", "088", "089", "1122", "1155", "1669", "1990", "4774",
    ] + (100...199).map(String.init))
}
