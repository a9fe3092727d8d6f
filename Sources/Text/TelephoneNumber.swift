/// Telephone numbers in a text, as people write them.
package enum TelephoneNumber {
  /// The first: seven digits or more with nothing but spaces and `-.()+/` between them, or one of those that are `known`.
  package static func first(in text: String, known: [String] = []) -> String? {
    guard mayHoldOne(text) else { return nil }
    let separators = Set<Character>(" -.()+/\u{A0}\u{2011}")
    let declared = Set(known.map { $0.filter(\.isNumber) }.filter { $0.count >= 3 })
    var run = ""
    for character in text + "x" {
      if character.isNumber || (separators.contains(character) && !run.isEmpty) {
        run.append(character)
        continue
      }
      while let last = run.last, separators.contains(last) { run.removeLast() }
      let digits = run.filter(\.isNumber)
      if digits.count >= 7 || declared.contains(digits) { return run }
      run = ""
    }
    return nil
  }

  /// Whether three digits follow each other with no letter of basic Latin between: most texts are done with that.
  private static func mayHoldOne(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) || byte >= 0x80 {
        digits += 1
        if digits == 3 { return true }
      } else if (0x61...0x7A).contains(byte | 0x20) {
        digits = 0
      }
    }
    return false
  }
}
