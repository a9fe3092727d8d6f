extension Leftover {
  /// What to tell of what chat programs, mail and telephones leave behind, and what to do.
  var wordsOfMessages: (message: String, hint: String) {
    switch self {
    case .chatbotMark:
      (
        "This mark of a chat program stands for a source that readers cannot see.",
        "Delete it, and write `[@key]` for a work that you have read."
      )
    case .chatbotWords:
      ("This is what a chat program says of itself, not your text.", "Delete the sentence.")
    case .messageStamp:
      (
        "A chat program wrote this before a message, and readers see it.",
        "Delete it, with the name of who sent the message."
      )
    case .hashtags: ("These hashtags do nothing here and are shown as typed.", "Delete them.")
    case .wideMark(let sign):
      (
        "This is a full-width sign, so it is shown as typed.",
        "Write `\(Character(Unicode.Scalar(sign)))` in its place."
      )
    case .spaceBefore:
      (
        "This is not a heading or a list: a special space stands before its mark, probably pasted from a word processor.",
        "Delete that space."
      )
    case .mailWords:
      ("A mail program added this line, and readers see it.", "Delete it.")
    default: ("", "")
    }
  }
}
