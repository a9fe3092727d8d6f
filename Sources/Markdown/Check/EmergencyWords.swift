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

  private static let verbs = ["Call ", "CALL ", "Dial ", "DIAL ", "Llame al ", "Llama al ", "Call\u{A0}"]
  /// Of North America, the United Kingdom, Europe and Australia.
  private static let numbers = ["911", "999", "112", "000"]
}
