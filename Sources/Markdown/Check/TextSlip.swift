/// What an author wrote otherwise than any reader can take it, and marks of other programs that few texts have.
enum TextSlip: Equatable {
  /// `12 to 8 reps`: the two numbers.
  case turnedRange(Int, Int)
  /// `11 out of 10`.
  case beyondScale(Int, Int)
  /// `February 30`; the day as it is written, and the last one of that month.
  case noSuchDay([UInt8], last: Int)
  /// `31/11/2026`.
  case noSuchDate([UInt8])
  /// `'''bold'''`, as on Wikipedia; how many apostrophes.
  case apostrophes(Int)
  /// `image::knee.svg[]`, `link:page[words]`: AsciiDoc.
  case foreignPicture([UInt8])
  case foreignLink
  /// `[b]words[/b]`: the letter, and the words.
  case forumTag(UInt8, [UInt8])
  /// A letter of the Cyrillic alphabet in a word of ours.
  case foreignLetter

  var words: (message: String, hint: String) {
    switch self {
    case .turnedRange(let first, let second):
      (
        "This range is the wrong way round: `\(first)` is more than `\(second)`.",
        "Write `\(second) to \(first)`, or correct one of the two."
      )
    case .beyondScale(let value, let scale):
      ("This is more than there can be: `\(value)` out of `\(scale)`.", "Correct one of the two numbers.")
    case .noSuchDay(let day, let last):
      (
        "There is no `\(String(decoding: day, as: UTF8.self))`: that month has \(last) days.",
        "Write the day that you mean."
      )
    case .noSuchDate(let date):
      ("There is no day `\(String(decoding: date, as: UTF8.self))`.", "Write the day that you mean.")
    case .apostrophes(let count):
      (
        "These apostrophes mark nothing here and are shown as typed.",
        count == 2
          ? "Write `*words*` for italics, or `\"` for a quotation mark." : "Write `**words**` for bold."
      )
    case .foreignPicture(let file):
      (
        "This does not show a picture: it is shown as typed.",
        "Write `![What it shows](\(String(decoding: file, as: UTF8.self)))`."
      )
    case .foreignLink: ("This is not a link.", "Write `[text](address)`.")
    case .forumTag(let letter, let words):
      (
        "This is a mark of another program, so it is shown as typed.",
        "Write `\(Self.marked(String(decoding: words.prefix(60), as: UTF8.self), letter))`."
      )
    case .foreignLetter:
      (
        "A letter of this word is from another alphabet, although it looks like one of ours, so searches miss the word.",
        "Retype the word."
      )
    }
  }

  private static func marked(_ words: String, _ letter: UInt8) -> String {
    switch letter {
    case UInt8(ascii: "b"): "**\(words)**"
    case UInt8(ascii: "i"): "*\(words)*"
    case UInt8(ascii: "s"): "~~\(words)~~"
    default: words
    }
  }
}
