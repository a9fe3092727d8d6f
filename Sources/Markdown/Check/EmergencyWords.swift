import CBytes
import Text

/// How articles tell readers to get help at once.
enum EmergencyWords {
  /// Whether `text` begins so.
  static func begin(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first >= 0x41, text.count > 7 else { return false }
    // Nearly every sentence begins otherwise.
    guard isOpening(text) else { return false }
    return isCall(text) || names(callIn: text, before: [])
  }

  /// Whether the sentence that `text` begins with says that it is for right now, or in which case.
  static func isUrgent(_ text: ArraySlice<UInt8>) -> Bool {
    let sentence = text.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "!") }
    let words = String(decoding: sentence, as: UTF8.self).lowercased().split { !$0.isLetter }
    return words.contains { urgentWords.contains($0) }
      || zip(words, words.dropFirst()).contains { $0 == "at" && $1 == "once" }
  }

  private static let urgentWords: Set<Substring> = [
    "now", "right", "straight", "immediately", "if", "when", "ahora", "inmediato", "inmediatamente", "si",
    "cuando", "ya",
  ]

  /// Whether it begins with one of `calls`.
  private static func isCall(_ text: ArraySlice<UInt8>) -> Bool {
    let start = plain(text.prefix(48))[...]
    return calls.contains { call in
      guard ByteSearch.begins(start, with: call) else { return false }
      let rest = start.dropFirst(call.utf8CodeUnitCount)
      // "The ER" is a word of its own. "Go to the ER only for these signs" sends nobody there.
      let isWhole = !endsInShortWord(call) || !(rest.first.map(ProseByte.isLetter) ?? false)
      return isWhole && !ByteSearch.begins(rest, with: " only")
    }
  }

  private static func endsInShortWord(_ call: StaticString) -> Bool {
    call.withUTF8Buffer { $0.suffix(3).elementsEqual(" er".utf8) }
  }

  /// Whether it begins with the first word of one of `calls` and `verbs`. The first two letters tell nearly every text apart.
  private static func isOpening(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 1, let word = opening(text[text.startIndex], text[text.startIndex + 1]) else {
      return false
    }
    return ByteSearch.begins(text, with: word)
  }

  /// The word that may begin with such letters.
  private static func opening(_ first: UInt8, _ second: UInt8) -> StaticString? {
    switch (first | 0x20, second | 0x20) {
    case (UInt8(ascii: "c"), UInt8(ascii: "a")): "call"
    case (UInt8(ascii: "c"), UInt8(ascii: "o")): "contact "
    case (UInt8(ascii: "r"), UInt8(ascii: "i")): "ring "
    case (UInt8(ascii: "r"), UInt8(ascii: "u")): "rush "
    case (UInt8(ascii: "p"), UInt8(ascii: "h")): "phone "
    case (UInt8(ascii: "g"), UInt8(ascii: "o")): "go "
    case (UInt8(ascii: "g"), UInt8(ascii: "e")): "get "
    case (UInt8(ascii: "s"), UInt8(ascii: "e")): "seek "
    case (UInt8(ascii: "d"), UInt8(ascii: "i")): "dial "
    case (UInt8(ascii: "l"), UInt8(ascii: "l")): "llam"
    case (UInt8(ascii: "v"), UInt8(ascii: "a")): "vaya "
    case (UInt8(ascii: "a"), UInt8(ascii: "c")): "acuda "
    case (UInt8(ascii: "b"), UInt8(ascii: "u")): "busque "
    default: nil
    }
  }

  /// `text` with U+0020 for each U+00A0, which may stand before a number, and small letters with accents.
  private static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    for byte in text {
      if byte == 0xA0, plain.last == 0xC2 {
        plain[plain.count - 1] = 0x20
      } else {
        plain.append(plain.last == 0xC3 && byte < 0x9F ? byte | 0x20 : byte)
      }
    }
    return plain
  }

  private static let calls: [StaticString] = [
    "call an ambulance", "phone an ambulance", "ring an ambulance", "phone for an ambulance",
    "ring for an ambulance", "rush to the hospital", "rush to hospital", "rush to the er",
    "rush to the emergency",
    "get to the er", "get to an er", "get to the nearest er", "get to the emergency",
    "get to the nearest emergency",
    "get to an emergency", "get to a&e", "get to the nearest hospital", "call emergency services",
    "call for emergency help", "call for an ambulance",
    "call for help right away", "call your local emergency number", "call the emergency number",
    "go to the er", "go to an er", "go straight to the er", "go to the nearest er", "go to the emergency",
    "go to an emergency", "go to a&e", "go straight to a&e", "go to your nearest a&e",
    "go to the nearest a&e",
    "go to hospital", "go to the hospital.", "go to the hospital if", "go to the hospital now",
    "go to the hospital at once", "go straight to the hospital",
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
    guard let first = text.first, mayBeginVerb(first),
      let verb = verbs.first(where: { text.starts(with: $0.utf8) })
    else { return false }
    let rest = text.dropFirst(verb.utf8.count)
    let number = (rest.isEmpty ? bold : rest).prefix(while: ProseByte.isDigit)
    return EmergencyNumber.isOne(number)
  }

  /// Where in `text` a sentence, or what follows on its condition, tells readers to call for help: `If you cannot walk, call 911.` `bold` is
  /// what stands in bold right behind it. Before the first sentence of a paragraph, which `isFirst`, no mark stands.
  static func call(
    in text: ArraySlice<UInt8>, isFirst: Bool, before bold: @autoclosure () -> ArraySlice<UInt8>
  ) -> Int? {
    if isFirst, isOpening(text), isCall(text) { return text.startIndex }
    var sentence = text.startIndex
    var i = text.startIndex
    while let mark = nextMark(in: text, from: i), mark + 2 < text.endIndex {
      i = mark + 1
      guard text[i] == 0x20 || text[i] == 0x0A, isMark(text[mark]) else { continue }
      let isEnd = text[mark] != UInt8(ascii: ",")
      // Nearly all begin otherwise.
      if i + 2 < text.endIndex, opening(text[i + 1], text[i + 2]) != nil,
        case let clause = text[(i + 1)...], isOpening(clause),
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
    let first = text.startIndex
    // The pointer is used only inside the closure.
    let place = text.withUnsafeBufferPointer { buffer in
      SixteenBytes.first(in: buffer, start - first..<buffer.count) { bytes in
        cbytes_equal_with(bytes, 0x02, UInt8(ascii: ".")) | cbytes_equal(bytes, UInt8(ascii: "!"))
          | cbytes_equal(bytes, UInt8(ascii: "?"))
      }
    }
    return place < text.count ? first + place : nil
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: false
    }
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

  private static func mayBeginVerb(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "L"), UInt8(ascii: "P"), UInt8(ascii: "R"): true
    default: false
    }
  }

  private static let verbs = [
    "Call ", "CALL ", "Dial ", "DIAL ", "Ring ", "RING ", "Phone ", "PHONE ", "Contact ", "CONTACT ",
    "Llame al ",
    "Llama al ", "Call\u{A0}",
  ]
}
