import Text

/// How articles tell readers to get help at once.
enum EmergencyWords {
  /// Whether `text` begins so.
  static func begin(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first >= 0x41, text.count > 7 else { return false }
    // U+00A0 may stand before a number.
    let start = String(decoding: text.prefix(48), as: UTF8.self).replacing("\u{A0}", with: " ").lowercased()
    return calls.contains { start.hasPrefix($0) } || names(callIn: text, before: [])
  }

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
  static func call(in text: ArraySlice<UInt8>, before bold: ArraySlice<UInt8>) -> Int? {
    var sentence = text.startIndex
    var i = text.startIndex
    while i + 1 < text.endIndex {
      defer { i += 1 }
      guard text[i + 1] == 0x20 || text[i + 1] == 0x0A else { continue }
      let isEnd = text[i] == UInt8(ascii: ".") || text[i] == UInt8(ascii: "!") || text[i] == UInt8(ascii: "?")
      if isEnd { sentence = i + 2 }
      guard isEnd || text[i] == UInt8(ascii: ",") && isCondition(text[sentence..<i]) else { continue }
      let clause = text[(i + 2)...]
      guard let first = clause.first, "CcDdGgSsLlVvAaBb".utf8.contains(first) else { continue }
      if begin(clause) || names(callIn: [first & 0xDF] + clause.dropFirst(), before: bold) { return i + 2 }
    }
    return nil
  }

  private static func isCondition(_ sentence: ArraySlice<UInt8>) -> Bool {
    ["if ", "when ", "should ", "in an emergency", "as soon as ", "si "].contains { word in
      sentence.count > word.utf8.count && zip(sentence, word.utf8).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  /// Whether such a call may stand in `source`: two letters or digits, which each of them has, and most articles have none of.
  static func mayHold(_ source: [UInt8]) -> Bool {
    let raw = source.span.bytes
    guard source.count >= 8 else { return false }
    var i = 0
    // Words overlap by a byte, and the last one by more.
    while i < source.count - 1 {
      let place = min(i, source.count - 8)
      let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      // `911`, `999`, `112`; emergency and urgencias.
      let nines = EightBytes.zeros(word ^ EightBytes.every(UInt8(ascii: "9")))
      let ones = EightBytes.zeros(word ^ EightBytes.every(UInt8(ascii: "1")))
      let r = EightBytes.zeros(word ^ EightBytes.every(UInt8(ascii: "r")))
      let g = EightBytes.zeros(word ^ EightBytes.every(UInt8(ascii: "g")))
      // `ambulance`.
      let b = EightBytes.zeros(word ^ EightBytes.every(UInt8(ascii: "b")))
      let u = EightBytes.zeros(word ^ EightBytes.every(UInt8(ascii: "u")))
      if (nines | ones) & (nines | ones) >> 8 | r & g >> 8 | b & u >> 8 != 0 { return true }
      i += 7
    }
    return false
  }

  private static let verbs = ["Call ", "CALL ", "Dial ", "DIAL ", "Llame al ", "Llama al ", "Call\u{A0}"]
  /// Of North America, the United Kingdom, Europe and Australia.
  private static let numbers = ["911", "999", "112", "000"]
}
