/// What other programs read as markup, or leave behind when text is pasted, and this dialect shows as it was typed.
enum Leftover: Equatable {
  /// `{#id}`.
  case headingName
  /// `{.class}`, `{: .class}`, `{width=50%}`.
  case attributes
  /// `{{ name }}`, `{% command %}`, `{{< command >}}`, `{==marked==}`.
  case template
  /// `[gallery]`, `[/caption]`, `[url=…]`.
  case command
  /// `::: columns`.
  case container
  /// `==x==`, `++x++`, `x^2^`, `H~2~O`.
  case highlight, inserted
  case raised, lowered
  /// `$$x^2$$`.
  case formula
  /// `__words __`.
  case underscores
  /// `~~` without its other half.
  case openStrike
  /// `%%a note to myself%%`.
  case comment
  /// `^block` at the end of a block.
  case blockName
  /// `^[a note]`.
  case inlineNote
  /// `[^two words]`; the name without spaces.
  case footnoteName([UInt8])
  /// `[TOC]`.
  case contents
  /// `[ ]`, `[x]`.
  case box
  /// `: ` at the beginning of a line.
  case definition
  /// `== Heading ==`, `h2. Heading`.
  case foreignHeading
  /// `:warning:`.
  case shortCode
  /// `(text)[address]`.
  case swappedLink
  /// `name@clinic.example`.
  case mailAddress([UInt8])
  /// `\[@key\]`.
  case escapedCitation([UInt8])
  /// `[1]`.
  case numberInBrackets
  /// Lines divided by tabs.
  case tabs
  /// `â€™` for ’.
  case encoding
  /// One character for several letters.
  case ligature(String)
  /// A character of a symbol font.
  case symbol
  case backtick
  /// `&nbsp`, `&amp;nbsp;`.
  case entity
  /// `Error! Reference source not found.`
  case wordError
  /// `a)` and `b)` at the beginning of lines.
  case letteredList
  /// An item of a numbered list right below other text; its number.
  case gluedItem(Int)
  /// `**` without its other half, and next to punctuation.
  case openBold
  case boldBesidePunctuation

  /// What to tell of it, and what to do.
  var words: (message: String, hint: String) {
    switch self {
    case .attributes:
      ("This `{…}` sets nothing here and is shown as typed.", "Delete it.")
    case .headingName:
      (
        "This `{#…}` names nothing here and is shown as typed.",
        "Delete it: a heading gets its address from its words."
      )
    case .template:
      (
        "This is a command for another program and is shown as typed.",
        "Delete it, or write what it stood for."
      )
    case .command:
      (
        "This is a command for another program and is shown as typed.",
        "Delete it, or write what it stood for in Markdown."
      )
    case .container:
      ("This `:::` does nothing here and is shown as typed.", "Delete this line and the `:::` that ends it.")
    case .highlight:
      ("These `==` are shown as typed: they highlight nothing.", "Write `**text**` for words that matter.")
    case .inserted: ("These `++` are shown as typed.", "Take them out.")
    case .raised:
      (
        "These `^` are shown as typed: they raise nothing.",
        "Type the raised character itself, such as `²`, or take them out."
      )
    case .lowered:
      (
        "These `~` are shown as typed: they lower nothing.",
        "Type the lowered character itself, such as `₂`, or take them out."
      )
    case .formula:
      (
        "This formula is shown as typed.",
        "Write it in plain characters, such as `m × g²`, or show it as a picture."
      )
    case .underscores:
      ("These `__` are shown as typed.", "Write `**words**`, without a space inside the marks.")
    case .openStrike:
      ("This `~~` is shown as typed.", "Write `~~text~~`, without a space inside the marks, or take it out.")
    case .comment: ("This `%%` hides nothing: readers see your comment.", "Delete the comment.")
    case .blockName: ("This `^…` names nothing here and is shown as typed.", "Delete it.")
    case .inlineNote:
      (
        "This note is shown as typed.",
        "Write `[^1]` here, and at the end of the file a line `[^1]: ` with the note."
      )
    case .footnoteName(let name):
      (
        "This is no footnote: its name has a space in it.",
        "Write `[^\(String(decoding: name, as: UTF8.self))]`, here and before the note itself."
      )
    case .contents:
      ("This is shown as typed.", "Delete it: a page with three headings or more lists them by itself.")
    case .box: ("This box is shown as typed: there is nothing to tick on a page.", "Take the brackets out.")
    case .definition:
      (
        "This `:` at the beginning of a line defines nothing and is shown as typed.",
        "Write `**word**: what it means`, on one line."
      )
    case .foreignHeading: ("This is no heading.", "Write `## `, then the heading.")
    case .shortCode:
      ("This code is shown as typed.", "Put the picture itself here, as in ⚠️, or write a word.")
    case .swappedLink:
      ("This is no link: its brackets are the wrong way round.", "Write `[text](address)`.")
    case .mailAddress(let address):
      ("This mail address is no link.", "Write `<\(String(decoding: address, as: UTF8.self))>`.")
    case .escapedCitation(let key):
      (
        "This citation is shown as typed, because of the backslashes.",
        "Write `[@\(String(decoding: key, as: UTF8.self))]`."
      )
    case .numberInBrackets:
      (
        "This number cites nothing: works are numbered by themselves.",
        "Write `[@key]`, with the work's `id` in the references; to show the number, write `\\[` for the `[`."
      )
    case .tabs:
      (
        "These lines come from a spreadsheet: their columns are run together.",
        "Write each line as `| first | second |`, and below the first one `|---|---|`."
      )
    case .encoding:
      ("This character was garbled on its way here.", "Type it again; `â€™` was an apostrophe, `Ã©` an `é`.")
    case .ligature(let letters):
      (
        "This `\(letters)` is one character, from a PDF: no search finds its word.",
        "Type the letters `\(letters)`."
      )
    case .symbol:
      (
        "This character belongs to a symbol font that readers do not have.",
        "Delete it, or type the sign that it stood for."
      )
    case .backtick: ("This backtick is shown as typed.", "Put one on each side of the words, or take it out.")
    case .entity: ("This is shown as typed.", "Type the character itself, or a space for `&nbsp;`.")
    case .wordError:
      ("This is an error message of Word, not your text.", "Write what the cross-reference said.")
    case .letteredList:
      (
        "These lines are no list, so they run together.",
        "Begin each with `- `, or with `1. `, `2. ` and so on."
      )
    case .gluedItem(let number):
      (
        "This is no item of the list above: it goes on with the text before it.",
        "Leave an empty line before `\(number).`."
      )
    case .openBold:
      (
        "This `**` is shown as typed: its other half is missing.",
        "Put one right before the first word and one right behind the last, or take it out."
      )
    case .boldBesidePunctuation:
      (
        "These `**` are shown as they are: punctuation inside keeps them from being read.",
        "Move the punctuation out of the bold, as in `“**words**”` and `**words**.`"
      )
    }
  }
}
