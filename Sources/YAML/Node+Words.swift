import Diagnostics
import Text

/// Texts that readers see as they are.
extension Node {
  /// A text for readers, in which markup would be seen as it is typed. `allowsTags` where HTML is refused by a rule of its
  /// own.
  package func asWords(_ name: String, allowsTags: Bool = false, into diagnostics: inout [Diagnostic])
    -> String?
  {
    guard let text = asText(name, into: &diagnostics) else { return nil }
    lookAtWords(name, allowsTags: allowsTags, into: &diagnostics)
    return text
  }

  /// Warns of markup in it, and of quotation marks around it that YAML takes for letters.
  package func lookAtWords(_ name: String, allowsTags: Bool = false, into diagnostics: inout [Diagnostic]) {
    guard kind == .scalar else { return }
    let bytes = bytes
    if isPlain, bytes.count > 6, Self.isCurlyQuote(bytes.prefix(3)), Self.isCurlyQuote(bytes.suffix(3)) {
      warn(
        "`\(name)` is in curly quotes, which readers will see.",
        "Remove them, or use straight quotes (`\"`).", into: &diagnostics)
    }
    for mark in PlainTextMark.all(in: bytes) {
      if case .tag = mark, allowsTags { continue }
      let (seen, hint) = Self.words(for: mark)
      warn("`\(name)` is shown as plain text, so readers would see \(seen).", hint, into: &diagnostics)
    }
  }

  /// Warns of quotes within its quotes, around all of it.
  package func lookAtQuotes(_ name: String, into diagnostics: inout [Diagnostic]) {
    guard kind == .scalar else { return }
    // U+00AB and U+00BB, which YAML reads as letters.
    if bytes.starts(with: [0xC2, 0xAB] as [UInt8]), bytes.suffix(2).elementsEqual([0xC2, 0xBB] as [UInt8]),
      case let inner = bytes.dropFirst(2).dropLast(2), ByteSearch.first([0xC2, 0xAB], in: inner) == nil
    {
      return warn(
        "`\(name)` stands in quotation marks, which readers will see.",
        "Write `\"\(String(decoding: inner, as: UTF8.self))\"`, in straight quotes.", into: &diagnostics)
    }
    guard !isPlain, let inner = Self.withoutQuotes(bytes) else { return }
    warn(
      "`\(name)` has a second pair of quotes, which readers will see.",
      "Keep only the outer quotes: `\"\(String(decoding: inner, as: UTF8.self))\"`.", into: &diagnostics)
  }

  /// What stands between quotes that are the only ones of a text; nil when there are others, or none.
  private static func withoutQuotes(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = bytes.first, bytes.count > 6 else { return nil }
    let isStraight = "\"'".utf8.contains(first)
    guard isStraight || first == 0xE2 else { return nil }
    let width = isStraight ? 1 : 3
    let (start, end) = (bytes.prefix(width), bytes.suffix(width))
    let inner = bytes.dropFirst(width).dropLast(width)
    guard isStraight ? end == start : isCurlyQuote(start) && isCurlyQuote(end),
      !inner.contains(UInt8(ascii: "\"")), first != UInt8(ascii: "'") || !inner.contains(first)
    else { return nil }
    // U+201C and U+201D inside are the end of one quotation and the beginning of another.
    let hasOther = inner.indices.contains { place in
      inner[place] == 0xE2 && isCurlyQuote(inner[place...].prefix(3)) && inner[place + 2] >= 0x9C
    }
    return hasOther ? nil : inner
  }

  package func warn(_ message: String, _ hint: String, into diagnostics: inout [Diagnostic]) {
    diagnostics.append(.warning(.doubtfulValue, file: file, at: position, message, hint: hint))
  }

  private static func words(for mark: PlainTextMark) -> (seen: String, hint: String) {
    switch mark {
    case .emphasis("~~"):
      ("these `~~` around words that were crossed out", "Delete them, and the words that no longer count.")
    case .emphasis(let sign):
      ("these `\(sign)`", "Delete them. Only the text of an article can have bold and italic words.")
    case .link:
      ("this link as it is typed", "Write only its words, and put the link in the text of an article.")
    case .citation:
      ("this citation as it is typed", "Delete it, and cite the work in the text of an article.")
    case .tag(let tag): ("`\(tag)` as it is typed", "Delete all HTML tags from this text.")
    case .entity(let name):
      (
        "`\(name)` as it is typed",
        name == "&nbsp;" ? "Type a space instead." : "Type the character that it stands for."
      )
    }
  }

  /// U+2018 to U+201F.
  package static func isCurlyQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 3 && bytes.starts(with: [0xE2, 0x80] as [UInt8])
      && (0x98...0x9F).contains(bytes[bytes.endIndex - 1])
  }
}
