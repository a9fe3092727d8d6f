import Text

/// How articles tell readers to get help at once.
enum EmergencyWords {
  /// Whether `text` begins so.
  static func begin(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first >= 0x41, text.count > 7 else { return false }
    // Nearly every sentence begins otherwise.
    guard openings.contains(where: { ByteSearch.begins(text, with: $0) }) else {
      return names(callIn: text, before: [])
    }
    // U+00A0 may stand before a number.
    let start = String(decoding: text.prefix(48), as: UTF8.self).replacing("\u{A0}", with: " ").lowercased()
    return calls.contains { start.hasPrefix($0) } || names(callIn: text, before: [])
  }

  /// The first words of `calls` and `verbs`.
  private static let openings: [StaticString] = [
    "call", "go ", "seek ", "get ", "dial ", "llame ", "llama ", "vaya ", "acuda ", "busque ",
  ]

  /// Whether one of them begins with that letter.
  private static func mayBegin(_ letter: UInt8) -> Bool {
    let place = UInt32((letter | 0x20) &- 0x61)
    return place < 26 && initials & 1 << place != 0
  }

  /// Bit 0 is for the letter a.
  private static let initials: UInt32 = "abcdgslv".utf8.reduce(0) { $0 | 1 << UInt32($1 - 0x61) }

  private static let calls = [
    "call an ambulance", "call emergency services", "call for emergency help", "call for an ambulance",
    "call for help right away", "call your local emergency number", "call the emergency number",
    "go to the er ", "go to the emergency", "go to an emergency", "go to a&e", "go straight to a&e",
    "go straight to the emergency", "go to the nearest emergency", "go to your nearest emergency",
    "go to the hospital right away", "go to the hospital immediately",
    "seek emergency", "seek medical help immediately", "seek medical help right away",
    "seek immediate medical", "seek urgent medical", "get emergency", "get medical help right away",
    "get medical help immediately", "get help right away", "get immediate medical", "get urgent medical",
    "llame a emergencias", "llame a una ambulancia", "vaya a urgencias", "acuda a urgencias",
    "vaya a la sala de emergencias", "busque atención médica inmediata", "busque ayuda médica de inmediato",
  ]

  /// Whether `text` begins with a call to an emergency number, which may be in bold right behind it: `Call **911**`.
  static func names(callIn text: ArraySlice<UInt8>, before bold: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first,
      first == UInt8(ascii: "C") || first == UInt8(ascii: "D") || first == UInt8(ascii: "L"),
      let verb = verbs.first(where: { text.starts(with: $0.utf8) })
    else { return false }
    let rest = text.dropFirst(verb.utf8.count)
    let number = (rest.isEmpty ? bold : rest).prefix(while: ProseByte.isDigit)
    return numbers.contains { number.elementsEqual($0.utf8) }
  }

  /// Where in `text` a sentence, or what follows on its condition, tells readers to call for help: `If you cannot walk, call 911.` `bold` is
  /// what stands in bold right behind it.
  static func call(in text: ArraySlice<UInt8>, before bold: @autoclosure () -> ArraySlice<UInt8>) -> Int? {
    var sentence = text.startIndex
    var i = text.startIndex
    while let mark = nextMark(in: text, from: i), mark + 2 < text.endIndex {
      i = mark + 1
      guard text[i] == 0x20 || text[i] == 0x0A, ".,!?".utf8.contains(text[mark]) else { continue }
      let isEnd = text[mark] != UInt8(ascii: ",")
      let clause = text[(i + 1)...]
      // Nearly all begin otherwise.
      if mayBegin(text[i + 1]), openings.contains(where: { ByteSearch.begins(clause, with: $0) }),
        isEnd || isCondition(text[sentence..<mark]),
        begin(clause)
          || names(callIn: [text[i + 1] & 0xDF] + clause.dropFirst().prefix(longestCall), before: bold())
      {
        return i + 1
      }
      if isEnd { sentence = i + 1 }
    }
    return nil
  }

  /// The next comma or end of a sentence, or another sign that may be one.
  private static func nextMark(in text: ArraySlice<UInt8>, from start: Int) -> Int? {
    let raw = text.span.bytes
    let first = text.startIndex
    var i = start - first
    while i + 8 <= raw.byteCount {
      let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
      // A bit apart are `,` and `.`; of the others that look like `!` and `?` here, few stand before a space.
      let marks =
        EightBytes.zeros((word | EightBytes.every(0x02)) ^ EightBytes.every(UInt8(ascii: ".")))
        | EightBytes.zeros((word | EightBytes.every(0x1E)) ^ EightBytes.every(UInt8(ascii: "?")))
      if marks != 0 { return first + i + marks.trailingZeroBitCount / 8 }
      i += 8
    }
    return text[(first + i)...].firstIndex { ".,!?".utf8.contains($0) }
  }

  /// Such a word alone names no condition: "In an emergency, call 911" is said on many pages.
  private static func isCondition(_ sentence: ArraySlice<UInt8>) -> Bool {
    conditions.contains {
      sentence.count > $0.utf8CodeUnitCount && ByteSearch.begins(sentence, with: $0)
    }
  }

  private static let conditions: [StaticString] = [
    "if ", "when ", "should ", "in an emergency", "as soon as ", "si ",
  ]
  /// More bytes than a verb and a number have.
  private static let longestCall = 24

  private static let verbs = ["Call ", "CALL ", "Dial ", "DIAL ", "Llame al ", "Llama al ", "Call\u{A0}"]
  /// Of North America, the United Kingdom, Europe and Australia.
  private static let numbers = ["911", "999", "112", "000"]
}
