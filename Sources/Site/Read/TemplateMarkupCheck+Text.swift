import Diagnostics
import Markdown
import Mustache
import Text

/// What readers see of a template's own text.
extension TemplateMarkupCheck {
  /// `{title}`, `{% if title %}`: marks of other template languages, which readers would see as they are typed.
  static func unread(_ markup: TemplateMarkup) -> [Diagnostic] {
    let bytes = markup.bytes
    var found: [Diagnostic] = []
    forEachText(in: bytes) { range in
      var rest = bytes[range]
      while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
        rest = rest[(open + 1)...]
        guard let (mark, hint) = mark(at: open, in: bytes[open..<range.upperBound]) else { continue }
        found.append(
          .warning(
            .templateBadName, file: markup.source.file, at: Position(ofByte: open, in: bytes),
            "Readers would see `\(mark)` as it is typed.", hint: hint))
      }
    }
    // The end of a section is part of the same slip.
    return found.filter { !$0.message.contains("{% end") && !$0.message.contains("{% else") }
  }

  private static func mark(at start: Int, in text: ArraySlice<UInt8>) -> (mark: String, hint: String)? {
    let inside = text.dropFirst()
    if inside.first == UInt8(ascii: "%"), let end = ByteSearch.first(Array("%}".utf8), in: inside) {
      let mark = String(decoding: text[..<end.upperBound], as: UTF8.self)
      // `{% if keep-going %}`, but not `{% if a == b %}`.
      let words = mark.dropFirst(2).dropLast(2).split(separator: " ")
      let isName = words.count == 2 && ["if", "unless"].contains(words[0])
      let name =
        isName && words[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) })
        ? String(words[1]) : "title"
      let sign = isName && words[0] == "unless" ? "^" : "#"
      return (
        mark,
        "Write `{{\(sign)\(name)}}…{{/\(name)}}` around what is to be there only where `\(name)` is\(sign == "^" ? " not" : "")."
      )
    }
    let name = inside.prefix { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x2E }
    guard name.count > 1, text[name.endIndex...].first == UInt8(ascii: "}") else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    return ("{\(text)}", "Write `{{\(text)}}`.")
  }

  /// A link whose words show one number while it dials another.
  static func misleading(_ markup: TemplateMarkup) -> [Diagnostic] {
    let bytes = markup.bytes
    var found: [Diagnostic] = []
    var i = 0
    while let start = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
      guard let tag = MarkupTag(bytes, at: start) else {
        i = start + 1
        continue
      }
      i = tag.end
      guard tag.name == "a", !tag.isEnd,
        let address = tag.attributes.first(where: { $0.name == "href" })?.value,
        !bytes[address].contains(TemplateMarkup.unknown)
      else { continue }
      let end = MarkupTag.end(of: "a", in: bytes, from: tag.end)
      var label: [UInt8] = []
      forEachText(in: Array(bytes[tag.end..<end])) { range in
        label += bytes[tag.end..<end][(tag.end + range.lowerBound)..<(tag.end + range.upperBound)]
          .map { $0 == TemplateMarkup.unknown ? 0x20 : $0 }
      }
      let fault = Diagnostic.misleadingLink(
        to: Array(bytes[address]), shownAs: label, file: markup.source.file,
        at: Position(ofByte: address.lowerBound, in: bytes))
      if let fault { found.append(fault) }
    }
    return found
  }

  /// Calls `body` with each run of text between tags, but for scripts and styles.
  private static func forEachText(in bytes: [UInt8], _ body: (Range<Int>) -> Void) {
    var (i, from) = (0, 0)
    while let start = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
      guard let tag = MarkupTag(bytes, at: start) else {
        i = start + 1
        continue
      }
      if from < start { body(from..<start) }
      i = tag.end
      if !tag.isEnd, tag.name == "script" || tag.name == "style" {
        i = MarkupTag.end(of: tag.name, in: bytes, from: i)
      }
      from = i
    }
    if from < bytes.count { body(from..<bytes.count) }
  }
}
