/// The steps of an article: the first numbered list of its text, fit to stand on another page.
enum FirstNumberedList {
  /// Empty when the text has none. Numbers that lead to references and footnotes, and the ids of elements, stay
  /// behind, since they belong to the article's own page; links within it lead to `url`.
  static func html(in body: [UInt8], of url: [UInt8]) -> [UInt8] {
    guard let list = list(in: body) else { return [] }
    var out: [UInt8] = []
    var at = list.startIndex
    while at < list.endIndex {
      guard list[at] == UInt8(ascii: "<") else {
        out.append(list[at])
        at += 1
        continue
      }
      if list[at...].starts(with: "<sup class=".utf8) {
        at = list[at...].firstRange(of: Array("</sup>".utf8))?.upperBound ?? list.endIndex
        continue
      }
      let end = list[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? list.endIndex
      out += tag(list[at..<end], url)
      at = end
    }
    return out
  }

  /// From the first `<ol` to the `</ol>` that closes it. In text and attributes a `<` is always escaped.
  private static func list(in body: [UInt8]) -> ArraySlice<UInt8>? {
    let text = body[
      ..<(body.firstRange(of: Array("<section class=\"footnotes\"".utf8))?.lowerBound ?? body.count)]
    guard let start = text.firstRange(of: Array("<ol".utf8))?.lowerBound else { return nil }
    var depth = 0
    var at = start
    while at < text.endIndex {
      if text[at] == UInt8(ascii: "<") {
        if text[at...].starts(with: "<ol".utf8) { depth += 1 }
        if text[at...].starts(with: "</ol>".utf8) { depth -= 1 }
        if depth == 0 { return text[start..<(at + "</ol>".utf8.count)] }
      }
      at += 1
    }
    return nil
  }

  private static func tag(_ tag: ArraySlice<UInt8>, _ url: [UInt8]) -> [UInt8] {
    var out = Array(tag)
    if let id = out.firstRange(of: Array(" id=\"".utf8)),
      let end = out[id.upperBound...].firstIndex(of: UInt8(ascii: "\""))
    {
      out.removeSubrange(id.lowerBound...end)
    }
    if let fragment = out.firstRange(of: Array(" href=\"#".utf8)) {
      out.insert(contentsOf: url, at: fragment.upperBound - 1)
    }
    return out
  }
}
