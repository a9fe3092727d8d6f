import CBytes

/// The numbers that people call in an emergency, and texts that say which to call.
package enum EmergencyNumber {
  /// Of North America, the United Kingdom, Europe and Australia.
  package static let all = ["911", "999", "112", "000"]

  package static func isOne(_ digits: ArraySlice<UInt8>) -> Bool {
    all.contains { digits.elementsEqual($0.utf8) }
  }

  /// The first number of three digits that a text says to call, if it is not `own`. Lines that are for something else, such as
  /// those for advice or for a crisis, are none.
  package static func called(in text: ArraySlice<UInt8>, otherThan own: [UInt8]) -> ArraySlice<UInt8>? {
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
      let goesOn = end + 1 < text.endIndex && "-.%".utf8.contains(text[end]) && isDigit(text[end + 1])
      if let end = endOfTornNumber(at: at, in: text, own: own) {
        let before = String(decoding: text[..<at].suffix(longestVerb), as: UTF8.self).lowercased()
        if verbs.contains(where: before.hasSuffix) { return text[at..<end] }
      }
      if digits.count == 3, !goesOn, !digits.elementsEqual(own),
        !otherLines.contains(where: { digits.elementsEqual($0.utf8) })
      {
        let before = String(decoding: text[..<at].suffix(longestVerb), as: UTF8.self).lowercased()
        if verbs.contains(where: before.hasSuffix) { return digits }
      }
      at = end < text.endIndex ? nextDigit(end) : end
    }
    return nil
  }

  /// Where a number of three digits ends that begins at `start` and has a space in it that nobody meant: `91 1`, but not `9 1 1`.
  private static func endOfTornNumber(
    at start: Int, in text: ArraySlice<UInt8>, own: [UInt8]
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
    return isOne(digits[...]) || digits == own ? next : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static let longestVerb = 16
  private static let verbs = [
    "call ", "dial ", "ring ", "phone ", "llame al ", "llame a ", "llama al ", "marque el ", "marque ",
    "llamar al ",
  ]
  private static let otherLines = ["111", "116", "211", "311", "811", "988"]
}
