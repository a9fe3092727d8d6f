/// What is told of each finding.
extension HTMLRenderer {
  func words(for kind: UnreadMarkdown.Kind) -> (message: String, hint: String) {
    switch kind {
    case .heading(let level):
      let marks = String(repeating: "#", count: level)
      // A heading with one `#` is the page's title.
      return (
        "This is no heading: behind `\(marks)` a space is missing.",
        "Write `\(level == 1 ? "##" : marks) `, then the heading."
      )
    case .space:
      return (
        "This is no heading and no list: the space behind the mark is another character, pasted from a word processor.",
        "Delete it and type the space again."
      )
    case .bullet:
      return (
        "This is no list: a list's lines begin with `-` and a space.", "Write `- ` in place of the dot."
      )
    case .item(let mark):
      let mark = String(decoding: body.tree.bytes[mark], as: UTF8.self)
      return ("This is no list: behind `\(mark)` a space is missing.", "Write `\(mark) `, then the text.")
    case .table:
      return (
        "This is no table: under its first line, the header, there is no line of hyphens.",
        "Write `|---|---|` there, with one `---` for each column."
      )
    case .picture(let address):
      if let address, body.tree.bytes[address].contains(0x20) {
        if let hint = Self.hint(behindAddress: body.tree.bytes[address]) {
          return ("This picture is not shown.", hint)
        }
        return SpacedAddress.picture(String(decoding: body.tree.bytes[address], as: UTF8.self))
      }
      return (
        "This picture is not shown.",
        "Write `![What it shows](file.svg)`, without a space between `]` and `(`."
      )
    case .link(let address):
      if let address, body.tree.bytes[address].contains(0x20) {
        return (
          "This is no link: there is a space in where it leads.",
          SpacedAddress.link(String(decoding: body.tree.bytes[address], as: UTF8.self))
        )
      }
      return ("This is no link.", "Write `[text](address)`, all on one line.")
    case .gap:
      return ("This is no link: there is a space between `]` and `(`.", "Take the space out.")
    case .reference:
      return ("This is no link.", "Write `[text](address)`, as in `[hip pain](sign:outer-hip-pain)`.")
    case .citation(let key):
      let key = String(decoding: key, as: UTF8.self)
      return ("This is no citation, though `\(key)` is a work in the references.", "Write `[@\(key)]`.")
    case .emphasis:
      return (
        "These `**` are shown as they are.",
        "Put one pair right before the first word and one right behind the last, without a space, or take them out."
      )
    case .times:
      return (
        "This `*` between two numbers is not shown: it makes text slanted.", "Write `×`, or `\\*` for a star."
      )
    case .leftover(let leftover): return leftover.words
    case .callout: return ("", "")
    case .address:
      return ("This address is no link.", "Write what it is, then the address: `[the guideline](https://…)`.")
    }
  }

  /// What to do about a size that stands behind a picture's address.
  private static func hint(behindAddress text: ArraySlice<UInt8>) -> String? {
    guard let space = text.firstIndex(of: 0x20) else { return nil }
    let rest = text[space...].trimmed
    guard rest.first == UInt8(ascii: "="), rest.dropFirst().first.map(ProseByte.isDigit) ?? false else {
      return nil
    }
    return "Delete `\(String(decoding: rest, as: UTF8.self))`: pictures get their size automatically."
  }
}
