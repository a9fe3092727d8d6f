extension Leftover {
  /// What to tell of it, and what to do.
  var words: (message: String, hint: String) {
    switch self {
    case .attributes: ("This `{…}` does nothing here and is shown as typed.", "Delete it.")
    case .headingName:
      (
        "This `{#…}` does nothing here and is shown as typed.",
        "Delete it: a heading's address comes from its words."
      )
    case .template, .command:
      (
        "This is a command for another program, so it is shown as typed.",
        "Delete it, or write what it stood for."
      )
    case .container:
      (
        "This `:::` does nothing here, and readers see it as typed.",
        "Delete this line and the `:::` that closes it."
      )
    case .highlight:
      (
        "These `==` do not highlight anything; they are shown as typed.",
        "Write `**words**` to make them stand out."
      )
    case .inserted: ("Readers see these `++` as typed.", "Delete them.")
    case .raised:
      (
        "These `^` do not make superscript; they are shown as typed.",
        "Type the superscript character itself, such as `²`, or delete the marks."
      )
    case .power:
      (
        "This `^` does not make superscript; it is shown as typed.",
        "Type the superscript character itself, such as `²`. To show the sign, write `\\^`."
      )
    case .lowered:
      (
        "These `~` do not make subscript; they are shown as typed.",
        "Type the subscript character itself, such as `₂`, or delete the marks."
      )
    case .formula:
      (
        "This formula is shown as typed.",
        "Write it in plain characters, such as `m × g²`, or use a picture of it."
      )
    case .underscores:
      ("These `__` are shown as typed.", "Write `**words**`, with no spaces inside the marks.")
    case .openUnderscores:
      (
        "This `__` has no partner, so it is shown as typed.",
        "Write `**words**`, with no spaces inside the marks, or delete it."
      )
    case .openStrike:
      (
        "This `~~` has no partner, so it is shown as typed.",
        "Write `~~words~~`, with no spaces inside the marks, or delete it."
      )
    case .singleStrike:
      (
        "These `~` are shown as typed.",
        "Delete them. To strike the words out, write `~~words~~`."
      )
    case .comment:
      ("`%%` does not hide anything: readers see this comment.", "Delete it, or write `<!-- … -->`.")
    case .openComment:
      ("This comment is never closed, so readers see it.", "Add `-->` where it ends, or delete it.")
    case .blockName: ("This `^…` does nothing here and is shown as typed.", "Delete it.")
    case .inlineNote:
      (
        "Readers see this note as typed.",
        "Write `[^1]` here, then `[^1]: ` and the note on a line of its own."
      )
    case .footnoteName(let name):
      (
        "A footnote's name cannot contain a space, so this is shown as typed.",
        "Write `[^\(String(decoding: name, as: UTF8.self))]`, both here and before the note itself."
      )
    case .spacedFootnote(let name):
      (
        "The space in this footnote's mark keeps it from being one, so it is shown as typed.",
        "Write `[^\(String(decoding: name, as: UTF8.self))]`."
      )
    case .doubleBrackets(let mark):
      (
        "There are two brackets on each side, and readers see the outer ones.",
        "Write `[\(String(decoding: mark, as: UTF8.self))]`."
      )
    case .unknownKey(let key):
      (
        "This is not a citation, and `\(String(decoding: key, as: UTF8.self))` is not in the references.",
        "Add the work to the references, and write `[@\(String(decoding: key, as: UTF8.self))]`."
      )
    case .contents:
      (
        "This does not make a table of contents; it is shown as typed.",
        "Delete it: a page with three or more headings gets one automatically."
      )
    case .box:
      ("This checkbox is shown as typed.", "Delete the brackets: readers cannot check boxes on a page.")
    case .definition:
      (
        "This `:` does not start a definition; it is shown as typed.",
        "Write `**term**: what it means` on one line."
      )
    case .foreignHeading: ("This is not a heading here.", "Write `## `, then the heading.")
    case .deepHeading:
      (
        "This is not a heading, because it has more than six `#`.",
        "Use at most six. A section starts with `##`, and a section in it with `###`."
      )
    case .shortCode: ("This emoji code is shown as typed.", "Use the emoji itself, such as ⚠️, or a word.")
    case .swappedLink:
      ("This is not a link: its brackets are the wrong way around.", "Write `[text](address)`.")
    case .swappedPicture:
      (
        "This is not a picture: its brackets are the wrong way around.",
        "Write `![What it shows](file.svg)`."
      )
    case .abbreviation:
      (
        "This does not explain an abbreviation; it is shown as typed.",
        "Delete it, and write what the letters stand for where the text first uses them."
      )
    case .dividedWord:
      (
        "This word is divided at the end of its line, so readers see a space in it.",
        "Write the word on one line."
      )
    case .mailAddress(let address):
      ("This email address is not a link.", "Write `<\(String(decoding: address, as: UTF8.self))>`.")
    case .escapedCitation(let key):
      (
        "Its backslashes make this citation show as typed.",
        "Write `[@\(String(decoding: key, as: UTF8.self))]`."
      )
    case .numberInBrackets:
      (
        "This number does not cite anything: works are numbered automatically.",
        "Write `[@key]`, where `key` is the work's `id` in the references. To show the number, write `\\[` for `[`."
      )
    case .tabs:
      (
        "These columns are separated by tabs, so they run together.",
        "Write each line as `| first | second |`, and `|---|---|` below the first."
      )
    case .encoding:
      (
        "This character was garbled when the text was copied or converted.",
        "Retype it: `â€™` was an apostrophe, for example, and `Ã©` an `é`."
      )
    case .ligature(let letters):
      (
        "This `\(letters)` is a single character, copied from a PDF, so searches miss the word.",
        "Retype the letters `\(letters)`."
      )
    case .symbol(let last):
      (
        "This character is from a symbol font that readers do not have.",
        Self.symbols[last].map {
          "Type the sign it stood for. In Word's font Symbol, that is `\($0)`: compare it with the document."
        } ?? "Type the sign it stood for. Delete it only if it stood for none."
      )
    case .backtick:
      ("Readers see this backtick as typed.", "Put a backtick on each side of the words, or delete it.")
    case .entity:
      ("This HTML code is shown as typed.", "Type the character itself, or a space instead of `&nbsp;`.")
    case .wordError:
      ("This is an error message from Word, not your text.", "Write what should stand here, or delete it.")
    case .fieldCode:
      (
        "This is a field code from a word processor, not your text.",
        "Delete it, and write what it stood for. To cite a work, write `[@key]`."
      )
    case .foreignCitation:
      (
        "This citation is in another style, so it does not lead to a work.",
        "Write `[@key]`, where `key` is the work's `id` in the references."
      )
    case .lostPicture:
      (
        "A picture was here in the message that this text was copied from.",
        "Save the picture next to the article, and write `![What it shows](file.jpg)`, or delete this."
      )
    case .headingNumber(let number):
      (
        "This heading still has its number from another document.",
        "Delete `\(String(decoding: number, as: UTF8.self))`: headings on this site are not numbered."
      )
    case .plainHeading(let words):
      (
        "This is a heading in another document, but not here.",
        "Write `## \(String(decoding: words, as: UTF8.self))`. If it is a sentence, end it with a period."
      )
    case .lostFigure:
      (
        "This is the caption of a picture, but the article has no picture.",
        "Save the picture next to the article, and write `![What it shows](file.jpg)`, or delete this."
      )
    case .bareRows:
      (
        "This is not a table: the line of hyphens under the header is missing.",
        "Add the line `|---|---|` under the header, with one `---` for each column."
      )
    case .grid:
      (
        "This kind of table is not read here, so its lines are shown as typed.",
        "Write each row as `| first | second |`, with `|---|---|` below the first row and no other lines between rows."
      )
    case .officeTag:
      ("This is a tag from a word processor, and readers see it.", "Delete it, and the one that ends it.")
    case .detour(let address):
      (
        "This link goes through the server of another program, which sees who follows it.",
        "Write `\(String(decoding: address, as: UTF8.self))`."
      )
    case .columns:
      (
        "These columns are made of spaces, so they run together.",
        "Write each line as `| first | second |`, and `|---|---|` below the first."
      )
    case .chatbotMark, .chatbotWords, .messageStamp, .mailWords, .hashtags, .wideMark, .spaceBefore:
      wordsOfMessages
    case .smallNumber(let number):
      (
        "This small number does not lead to a note or a work.",
        "Write `[^\(number)]` here, then `[^\(number)]: ` and the note on a line of its own. To cite a work, write `[@key]`."
      )
    case .trackedChange:
      (
        "This notes a change in the document that the text was copied from.",
        "Delete it, and what was deleted there: in Word, accept all changes before you copy."
      )
    case .commentMark:
      (
        "This marks a comment in the document that the text was copied from.",
        "Delete it, and the comment's own text if it was copied, too."
      )
    case .colleague:
      (
        "This is a message to somebody you write with, and readers would see it.",
        "Delete it once it is answered. Until then, write `<!-- … -->` around it."
      )
    case .unwritten(let words):
      (
        "This is not written yet: readers would see `\(String(decoding: words, as: UTF8.self))`.",
        "Write what belongs here, or delete it. To keep a note to yourself, write `<!-- … -->` around it."
      )
    case .gluedItem(let number):
      (
        "This is not an item of the list above: it continues the text before it.",
        "Add an empty line before `\(number).`."
      )
    case .openBold:
      (
        "This `**` has no partner, so it is shown as typed.",
        "Put `**` right before the first word and right after the last, or delete it."
      )
    case .boldBesidePunctuation:
      (
        "These `**` are shown as typed, because of the punctuation inside them.",
        "Move the punctuation outside the bold, as in `“**words**”` or `**words**.`"
      )
    case .openEmphasis(let sign):
      (
        "This `\(Character(Unicode.Scalar(sign)))` has no partner, so it is shown as typed.",
        "Put the same mark right after the last word that it is meant for, or delete it."
      )
    case .looseStar:
      (
        "This `*` is shown as typed: without a space after it, it does not start a list.",
        "Add a space after it to make this a list. For italics, put another `*` right after the last word that it is meant for."
      )
    case .numberInParentheses:
      (
        "This number does not cite anything: works are numbered automatically.",
        "Write `[@key]`, where `key` is the work's `id` in the references. To show the number, write `\\(` for `(`."
      )
    case .remnant(let remnant): remnant.words
    case .slip(let slip): slip.words
    case .typedWorks:
      (
        "These works are typed by hand, so no citation leads to them.",
        "Add each work to the references, and write `[@key]` where the text relies on it. Then delete this list: the page gets one automatically."
      )
    }
  }

  /// Whether a text begins with a sign of the font Symbol before a number: a bullet stands before words.
  static func isSign(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: [0xEF, 0x82] as [UInt8]), let last = text.dropFirst(2).first else { return false }
    let next = text.dropFirst(3).first { $0 != 0x20 && $0 != 0xC2 && $0 != 0xA0 } ?? 0
    return symbols[last] != nil && ProseByte.isDigit(next)
  }

  /// What stands in the font Symbol at U+F0A3 and so on, where a dose may depend on it.
  private static let symbols: [UInt8: String] = [
    0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
  ]
}
