import Text

/// A mark of what a text says: the same as long as the words are, whatever their formatting. A translation keeps that of the original
/// it was made from.
package struct TextState {
  private var bytes: [UInt8] = []

  package init() {}

  /// Takes a piece of the text; the order matters.
  package mutating func add(_ words: some Sequence<UInt8>) {
    // Generic code of another room is not specialized here: byte by byte it took half of all checks.
    let isTaken: Void? = words.withContiguousStorageIfAvailable { add($0) }
    if isTaken == nil { Array(words).withUnsafeBufferPointer { add($0) } }
  }

  private mutating func add(_ words: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: words)
    bytes.append(0x0A)
    let end = bytes.withUnsafeMutableBufferPointer { bytes in
      // Runs of white space are one, so that a line may be broken elsewhere.
      var (end, needsSpace) = (start, false)
      for place in start..<bytes.count - 1 {
        let byte = bytes[place]
        if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
          needsSpace = end > start
          continue
        }
        if needsSpace {
          bytes[end] = 0x20
          end += 1
        }
        needsSpace = false
        bytes[end] = byte
        end += 1
      }
      bytes[end] = 0x0A
      return end + 1
    }
    bytes.removeLast(bytes.count - end)
  }

  /// 16 hexadecimal digits. Files of editors keep it: another way to make it would take every translation for stale.
  package var mark: String {
    let digits = String(FileHash(bytes).high, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Whether a text can be such a mark.
  static func isOne(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
  }
}
