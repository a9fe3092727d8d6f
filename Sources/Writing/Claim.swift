/// A phrase such as `guaranteed` or `you have` in its sentence: whether it claims what nobody can know.
package struct Claim {
  /// The phrase that is a claim only where it judges the reader.
  package static let address = [Array("you".utf8), Array("have".utf8)]

  /// "There is no cure", "nobody can guarantee that".
  let isDenied: Bool
  /// For `you have`: whether the sentence says so on its own account, rather than of whoever it is true of ("if you
  /// have", "the pain you have") or of the past and of duties ("you have been", "you have to").
  let isAssertion: Bool

  /// `sentence` is where the phrase's sentence begins, `phrase` where the phrase stands, `end` that of its block.
  package init(_ bytes: [UInt8], sentence: Int, _ phrase: Range<Int>, end: Int) {
    let start = max(sentence, phrase.lowerBound - Self.longestLookBack)
    let before = Array(ProseWords(bytes, start..<phrase.lowerBound))
    isDenied = before.suffix(5).contains { word in
      Self.denials.contains(Self.text(word)) || word.text.suffix(3).elementsEqual("n't".utf8)
    }
    var following = ProseWords(bytes, phrase.upperBound..<end)
    isAssertion =
      !(following.next().map { Self.text($0) }.map { Self.isParticiple($0) } ?? false)
      && Self.asserts(before, bytes, phrase.lowerBound)
  }

  /// In bytes, so that a sentence of a whole megabyte is not gone through for each of its claims.
  private static let longestLookBack = 2000

  private static func asserts(_ before: [ProseWords.Word], _ bytes: [UInt8], _ start: Int) -> Bool {
    guard let last = before.last else { return true }
    let word = text(last)
    if assertions.contains(word) { return true }
    if word == "that", before.count > 1 { return assertions.contains(text(before[before.count - 2])) }
    guard !before.contains(where: { conditions.contains(text($0)) }) else { return false }
    return bytes[last.range.upperBound..<start].contains {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";")
    }
  }

  private static func text(_ word: ProseWords.Word) -> String { String(decoding: word.text, as: UTF8.self) }

  private static func isParticiple(_ word: String) -> Bool {
    duties.contains(word) || word.count > 3 && word.hasSuffix("ed")
  }

  private static let denials: Set = [
    "no", "not", "never", "cannot", "nothing", "none", "nobody", "without", "nor", "neither",
  ]
  private static let assertions: Set = [
    "means", "mean", "shows", "show", "proves", "prove", "confirms", "confirm", "so", "then", "probably",
    "certainly", "clearly", "definitely",
  ]
  private static let conditions: Set = ["if", "when", "whether", "unless", "until", "once", "for"]
  private static let duties: Set = [
    "to", "been", "had", "done", "seen", "felt", "made", "gone", "got", "ever", "already", "just", "not",
    "questions", "any",
  ]
}
