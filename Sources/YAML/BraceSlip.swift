/// A second colon in what stands between braces as one key's value: a comma is missing before a key, or a text has to stand in quotes.
struct BraceSlip {
  /// Of the key before which a comma is missing; nil where the colon itself is the place.
  let offset: Int?
  let message: String
  let hint: String

  /// Nil where the mark is no such colon, or the value has quotes of its own.
  init?(colonAt mark: EventReader.Mark, in source: UnsafeBufferPointer<UInt8>) {
    guard SourceLines.byte(at: mark, in: source) == UInt8(ascii: ":"),
      let line = SourceLines.all(of: source, upTo: mark.line).last
    else { return nil }
    let text = String(decoding: source[line], as: UTF8.self).unicodeScalars
    guard let colon = text.index(text.startIndex, offsetBy: mark.column, limitedBy: text.endIndex),
      let start = text[..<colon].lastIndex(where: { "{,".unicodeScalars.contains($0) })
    else { return nil }
    let end = text[colon...].firstIndex { "},".unicodeScalars.contains($0) } ?? text.endIndex
    let words = String(text[text.index(after: start)..<end]).split(separator: " ").map(String.init)
    let pair = words.joined(separator: " ")
    guard let first = pair.firstRange(of: ": ") else { return nil }
    let value = pair[first.upperBound...]
    guard let begin = value.first, begin.isLetter || begin.isNumber, value.contains(": ") else { return nil }
    let quoted = "\(pair[..<first.lowerBound]): \(SourceLines.quoted(String(value)))"
    let before = Array(String(text[..<colon]).utf8)
    let key = String(
      decoding: before[((before.lastIndex { !SourceLines.isInKey($0) } ?? -1) + 1)...], as: UTF8.self)
    let pairs = Self.pairs(words)
    guard pairs.count > 1, pairs.contains(where: { $0.key == key }) else {
      (offset, message, hint) = (nil, Self.colon, "Put the text in quotes: write `\(quoted)`.")
      return
    }
    guard pairs.dropLast().allSatisfy(\.isWhole) else {
      (offset, message) = (nil, Self.colon)
      hint =
        "If `\(key)` is a key, add a comma before it. If it is part of the text, put the text in quotes: write `\(quoted)`."
      return
    }
    offset = line.lowerBound + before.count - key.utf8.count
    message = "There is no `,` before `\(key)`."
    hint = "Write `\(pairs.map(\.text).joined(separator: ", "))`."
  }

  private static let colon = "This `:` is not allowed here."

  private struct Pair {
    let key: String
    var value: [String] = []

    var text: String { "\(key): \(value.joined(separator: " "))" }

    /// Whether the value can only be all of it: one word in small letters, or a number with its unit.
    var isWhole: Bool {
      guard let first = value.first, let start = first.unicodeScalars.first else { return false }
      if value.count == 1 { return !start.properties.isUppercase }
      return value.count == 2 && start.properties.numericType != nil && value[1].count < 8
    }
  }

  /// The words as pairs, each begun by a word in small letters with a colon that is not the first of a value.
  private static func pairs(_ words: [String]) -> [Pair] {
    var pairs: [Pair] = []
    for word in words {
      let key = word.dropLast()
      let isKey =
        word.hasSuffix(":") && key.utf8.allSatisfy(SourceLines.isInKey) && key.first?.isLowercase == true
      if isKey, pairs.last.map({ !$0.value.isEmpty }) ?? true {
        pairs.append(Pair(key: String(key)))
      } else if pairs.isEmpty {
        return []
      } else {
        pairs[pairs.count - 1].value.append(word)
      }
    }
    return pairs
  }
}
