/// What is told of each finding.
extension HTMLRenderer {
  func words(for kind: UnreadMarkdown.Kind) -> (message: String, hint: String) {
    switch kind {
    case .heading(let level):
      let marks = String(repeating: "#", count: level)
      // A heading with one `#` is the page's title.
      return (
        "This is not a heading, because there is no space after `\(marks)`.",
        "Add a space after `\(level == 1 ? "##" : marks)` to make this a heading."
      )
    case .space:
      return (
        "This is not a heading or a list: the space after the mark is a special character, probably pasted from a word processor.",
        "Delete that space and type it again."
      )
    case .bullet, .list, .table: return ("", "")
    case .item(let mark):
      let mark = String(decoding: body.tree.bytes[mark], as: UTF8.self)
      return (
        "This is not a list, because there is no space after `\(mark)`.",
        "Add a space after `\(mark)`, on each line of the list."
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
        "Write `![What it shows](file.svg)`, with no space between `]` and `(`."
      )
    case .link(let address):
      if let address, body.tree.bytes[address].contains(0x20) {
        return (
          "This is not a link, because its address contains a space.",
          SpacedAddress.link(String(decoding: body.tree.bytes[address], as: UTF8.self))
        )
      }
      return ("This is not a link.", "Write `[text](address)`, all on one line.")
    case .gap:
      return ("This is not a link, because there is a space between `]` and `(`.", "Remove the space.")
    case .reference:
      return ("This is not a link.", "Write `[text](address)`, as in `[hip pain](sign:outer-hip-pain)`.")
    case .citation(let key):
      let key = String(decoding: key, as: UTF8.self)
      return ("This is not a citation, although `\(key)` is in the references.", "Write `[@\(key)]`.")
    case .emphasis:
      return (
        "Readers will see these `**` as they are.",
        "Put one `**` directly before the first word and one directly after the last, with no spaces, or remove them."
      )
    case .times:
      return (
        "Readers will not see this `*` between two numbers: it turns text into italics.",
        "Write `×` to multiply, or `\\*` to show a star."
      )
    case .leftover(let leftover): return leftover.words
    case .callout: return ("", "")
    case .address:
      return (
        "This address is not a link.", "Write a link text and the address: `[the guideline](https://…)`."
      )
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
