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
  /// `kg/m^2`.
  case power
  /// `$$x^2$$`.
  case formula
  /// `__words __`, and `__` without its other half.
  case underscores, openUnderscores
  /// `~~` without its other half.
  case openStrike
  /// `~words~`, as messengers strike them out.
  case singleStrike
  /// `%%a note to myself%%`; `<!-- ask Ann`, which nothing ends.
  case comment, openComment
  /// `^block` at the end of a block.
  case blockName
  /// `^[a note]`.
  case inlineNote
  /// `[^two words]`; the name without spaces.
  case footnoteName([UInt8])
  /// `[^ 1]`, `[ ^1]`; the name alone.
  case spacedFootnote([UInt8])
  /// `[[@key]]`, `[[^1]]`; what stands in both.
  case doubleBrackets([UInt8])
  /// `(@key2016)`, `[ @key ]`: a citation in other brackets, of a work that is not there.
  case unknownKey([UInt8])
  /// `[TOC]`.
  case contents
  /// `[ ]`, `[x]`.
  case box
  /// `: ` at the beginning of a line.
  case definition
  /// `== Heading ==`, `h2. Heading`.
  case foreignHeading
  /// `####### When to rest`: more signs than a heading has.
  case deepHeading
  /// `:warning:`.
  case shortCode
  /// `(text)[address]`.
  case swappedLink
  /// `!(text)[a.png]`.
  case swappedPicture
  /// `*[MRI]: …`, which explains an abbreviation elsewhere.
  case abbreviation
  /// `treat-` at the end of a line, and `ment` in the next, as in a PDF.
  case dividedWord
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
  /// A character of a symbol font, by its last byte in UTF-8 where it is one of U+F080 to U+F0BF; else 0.
  case symbol(UInt8)
  case backtick
  /// `&nbsp`, `&amp;nbsp;`.
  case entity
  /// `Error! Reference source not found.`
  case wordError
  /// `{ REF _Ref1 \h }`: a field of a word processor.
  case fieldCode
  /// `{Griffin, 2016 #12}`, `\cite{griffin2016}`, `(Griffin et al., 2016)`: a citation of EndNote, Mendeley, LaTeX or a journal.
  case foreignCitation
  /// `[cid:image001.png]`, `[image: hip.png]`: where a picture stood in a message.
  case lostPicture
  /// `## 1.2 When to rest`: the number that a heading had in another document.
  case headingNumber([UInt8])
  /// `1.2 When to rest` as a paragraph: a heading of a document; its words.
  case plainHeading([UInt8])
  /// `Figure 1: The hip` in an article without a picture.
  case lostFigure
  /// Rows with bars between their cells, and no line of hyphens.
  case bareRows
  /// `+---+---+`.
  case grid
  /// `<o:p>`.
  case officeTag
  /// A link through a server of the program that text was copied from; where it leads in the end.
  case detour([UInt8])
  /// Lines with columns made of spaces.
  case columns
  /// `citeturn0search0`; "As an AI language model"; "Sent from my iPhone", "-----Original Message-----".
  case chatbotMark, chatbotWords, mailWords
  /// `[12/05/26, 09:14:22] Ann: …`.
  case messageStamp
  /// `#knee #pain`.
  case hashtags
  /// A full-width sign that begins a line, such as `＃`; the sign that was meant.
  case wideMark(UInt8)
  /// A special space before the mark of a heading or list.
  case spaceBefore
  /// `pain.¹`: a small number for a note; the number.
  case smallNumber(Int)
  /// `Deleted: …`, as a word processor notes what was changed.
  case trackedChange
  /// `[a]`, where a comment of a shared document stood.
  case commentMark
  /// `@Ann can you check?`.
  case colleague
  /// `TODO`, `[insert …]`: what has yet to be written.
  case unwritten([UInt8])
  /// An item of a numbered list right below other text; its number.
  case gluedItem(Int)
  /// `**` without its other half, and next to punctuation.
  case openBold
  case boldBesidePunctuation
  /// `*may help`, `_note`: one such sign before a word, and none that ends what it begins.
  case openEmphasis(UInt8)
  /// `*Lie down` at the beginning of a line: the mark of a list without its space, or the first half of slanted words.
  case looseStar
  /// `(1)`, `(1, 2)` behind what a study is to prove.
  case numberInParentheses
  /// Studies that are typed below a heading such as "References".
  case typedWorks
  /// A line that belongs to another document, or says less than it should.
  case remnant(Remnant)
  case slip(TextSlip)
}
