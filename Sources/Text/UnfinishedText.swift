/// Words that stand for a text which is still to be written: `TODO`, `TBD`, `TBC`, `FIXME`, `XXX`, `TKTK`, Lorem ipsum.
package enum UnfinishedText {
  /// The first of them in UTF-8 text. Most texts are only looked through for three capitals in a row.
  package static func first(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard mayHold(bytes) else { return nil }
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard isLetter(bytes[at]) else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.endIndex, isLetter(bytes[end]) || isPart(bytes[end]) { end += 1 }
      if isMark(bytes[at..<end]), !isAmongCapitals(at..<end, bytes) { return at..<end }
      if ByteSearch.begins(bytes[at...], with: "lorem ipsum") { return at..<at + 11 }
      at = end
    }
    return nil
  }

  private static let marks = ["TODO", "TBD", "TBC", "FIXME", "TKTK"].map { Array($0.utf8) }

  private static func isMark(_ word: ArraySlice<UInt8>) -> Bool {
    if word.count >= 3, word.allSatisfy({ $0 == UInt8(ascii: "X") }) { return true }
    return marks.contains { word.elementsEqual($0) }
  }

  /// `TODO` is Spanish for "all", and stands in headings that are all capitals.
  private static func isAmongCapitals(_ word: Range<Int>, _ bytes: ArraySlice<UInt8>) -> Bool {
    func isCapitals(_ other: ArraySlice<UInt8>) -> Bool {
      other.count > 1 && other.contains(where: isCapital) && other.allSatisfy { isCapital($0) || $0 >= 0x80 }
    }
    let next = bytes[word.upperBound...].drop { $0 == 0x20 }.prefix { isLetter($0) || $0 >= 0x80 }
    var end = word.lowerBound
    while end > bytes.startIndex, bytes[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > bytes.startIndex, isLetter(bytes[start - 1]) || bytes[start - 1] >= 0x80 { start -= 1 }
    return isCapitals(next) || isCapitals(bytes[start..<end])
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// What a word goes on with: digits, `_` and letters beyond ASCII.
  private static func isPart(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80 }

  /// Whether there are three capitals in a row, or the middle of "ipsum".
  package static func mayHold(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard buffer.count >= 3 else { return false }
      var found: UInt8 = 0
      // Without branches, so that it runs over many bytes at once.
      for i in 2..<buffer.count {
        let (first, second, third) = (buffer[i - 2], buffer[i - 1], buffer[i])
        let capitals = first &- 0x41 < 26 && second &- 0x41 < 26 && third &- 0x41 < 26
        let ipsum = first == 0x70 && second == 0x73 && third == 0x75
        found |= capitals || ipsum ? 1 : 0
      }
      return found != 0
    }
  }
}

/// Single characters for several letters (the Unicode Standard, U+FB00 to U+FB06), which come along from a PDF.
package enum Ligature {
  /// The first one in UTF-8 text: where it begins, and its letters.
  package static func first(in bytes: ArraySlice<UInt8>) -> (offset: Int, letters: String)? {
    guard mayHold(bytes) else { return nil }
    for place in bytes.indices where bytes[place] == 0xEF {
      if let letters = letters(at: place, in: bytes) { return (place, letters) }
    }
    return nil
  }

  private static func mayHold(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var found: UInt8 = 0
      // Without branches, so that it runs over many bytes at once.
      for byte in buffer { found |= byte == 0xEF ? 1 : 0 }
      return found != 0
    }
  }

  /// The letters of the one that begins at `place`, where 0xEF stands.
  private static func letters(at place: Int, in bytes: ArraySlice<UInt8>) -> String? {
    guard place + 2 < bytes.endIndex, bytes[place + 1] == 0xAC else { return nil }
    return letters(last: bytes[place + 2])
  }

  /// By the last of its three bytes, `EF AC 80` to `EF AC 86`.
  package static func letters(last byte: UInt8) -> String? {
    let names = ["ff", "fi", "fl", "ffi", "ffl", "ft", "st"]
    let number = Int(byte) - 0x80
    return names.indices.contains(number) ? names[number] : nil
  }
}
