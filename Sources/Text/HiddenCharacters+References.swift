/// Character references for what may not be written as itself, either: `&#x202e;`, `&ZeroWidthSpace;`.
extension HiddenCharacters {
  /// Those in UTF-8 text, where the character itself would be told. One for a letter's joiner or a soft hyphen is meant.
  package static func references(in text: ArraySlice<UInt8>) -> [Found] {
    var found: [Found] = []
    // Asked once for all: what has letters written from the right is as long as the text.
    lazy var whole: ArraySlice<UInt8> = hasLettersFromRight(text) ? letterFromRight : []
    var i = text.startIndex
    while let sign = ByteSearch.first(sign, in: text[i...]) {
      i = sign.upperBound
      guard let (scalar, end) = EntityText.scalar(at: sign.lowerBound, in: text),
        isUnusual(scalar.value)
      else { continue }
      let before = text[..<sign.lowerBound].suffix(longestCharacter)
      let character = Array(String(scalar).utf8)
      let around = before + character + text[end...].prefix(longestCharacter)
      guard
        let hidden = all(in: around[...], of: whole).first(where: { $0.offset == before.count }),
        !hidden.isSlight
      else { continue }
      let reference = String(decoding: text[sign.lowerBound..<end], as: UTF8.self)
      found.append(
        Found(
          offset: sign.lowerBound - text.startIndex, scalar: hidden.scalar, isSlight: false,
          reference: reference))
    }
    return found
  }

  private static let sign = Array("&".utf8)
  private static let letterFromRight = Array("\u{5D0}".utf8)[...]
  private static let longestCharacter = 4

  /// Most references stand for a quote, a dash or a sign of markup.
  private static func isUnusual(_ scalar: UInt32) -> Bool {
    isAlwaysHidden(scalar) || [0x61C, 0x200B, 0x200E, 0x200F].contains(scalar)
  }
}
