/// The character with which each line begins, for the rare source in which libyaml sees more line ends than an
/// editor does: YAML 1.1 (section 5.4) also breaks lines at U+0085, U+2028 and U+2029.
struct LineStarts {
  private var starts: [Int] = [0]

  /// Nil when both count the same lines, which is nearly always.
  init?(_ source: UnsafeBufferPointer<UInt8>) {
    guard Self.mayHoldRareBreak(source), Self.hasRareBreak(source) else { return nil }
    var character = 0
    for (place, byte) in source.enumerated() where byte & 0xC0 != 0x80 {
      character += 1
      let endsLine =
        byte == 0x0A || (byte == 0x0D && !(place + 1 < source.count && source[place + 1] == 0x0A))
      if endsLine { starts.append(character) }
    }
  }

  /// Line and column, both from 0, of a character.
  func place(ofCharacter index: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return (low, index - starts[low])
  }

  /// Without branches, so that it runs over many bytes at once; most sources end here.
  private static func mayHoldRareBreak(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in source { found |= (byte == 0x85 || byte & 0xFE == 0xA8) ? 1 : 0 }
    return found != 0
  }

  private static func hasRareBreak(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 1
    while place < source.count {
      switch source[place] {
      case 0x85 where source[place - 1] == 0xC2: return true
      case 0xA8, 0xA9:
        if place >= 2, source[place - 1] == 0x80, source[place - 2] == 0xE2 { return true }
      default: break
      }
      place += 1
    }
    return false
  }
}
