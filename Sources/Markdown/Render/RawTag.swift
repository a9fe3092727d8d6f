import Text

/// A tag, comment or declaration at the beginning of some raw HTML.
struct RawTag {
  let end: Int
  private(set) var isEnd = false
  /// In small letters; empty for what is no element.
  private(set) var name = ""
  private(set) var isComment = false
  /// Whether the text goes on behind it.
  private(set) var isClosed = true

  /// Nil when the `<` there begins none.
  init?(_ html: ArraySlice<UInt8>) {
    let rest = html.dropFirst()
    if rest.starts(with: "!--".utf8) {
      let close = ByteSearch.first(Array("-->".utf8), in: html.dropFirst(2))
      end = close?.upperBound ?? html.endIndex
      (isComment, isClosed) = (true, close != nil)
      return
    }
    isEnd = rest.first == UInt8(ascii: "/")
    name = String(
      decoding: rest.dropFirst(isEnd ? 1 : 0).prefix { ProseByte.isLetter($0) || ProseByte.isDigit($0) },
      as: UTF8.self
    ).lowercased()
    guard !name.isEmpty || rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "?") else {
      return nil
    }
    var quote: UInt8 = 0
    for i in rest.indices {
      switch html[i] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == 0 { quote = html[i] } else if quote == html[i] { quote = 0 }
      case UInt8(ascii: ">") where quote == 0:
        end = i + 1
        return
      default: break
      }
    }
    end = html.endIndex
    isClosed = false
  }

  struct Attribute {
    /// In small letters.
    var name: String
    /// With the space before it.
    var range: Range<Int>
    /// Without its quotes.
    var value: Range<Int>
  }

  /// Those of the tag at `start` of `html`.
  func attributes(_ html: [UInt8], _ start: Int) -> [Attribute] {
    var found: [Attribute] = []
    var i = start + 1
    while !name.isEmpty, i < end {
      guard isSpace(html[i]) else {
        i += 1
        continue
      }
      let space = i
      let word = html[i..<end].drop(while: isSpace).prefix { $0.isWordOfASCII || $0 == UInt8(ascii: "-") }
      i = max(word.endIndex, space + 1)
      guard !word.isEmpty, let value = Self.value(html, i..<end) else { continue }
      i = value.end
      found.append(
        Attribute(
          name: String(decoding: word, as: UTF8.self).lowercased(), range: space..<value.end,
          value: value.range))
    }
    return found
  }

  /// What stands behind the `=` where `range` begins, white space around it allowed (WHATWG HTML, section 13.1.2.3).
  private static func value(_ html: [UInt8], _ range: Range<Int>) -> (range: Range<Int>, end: Int)? {
    let rest = html[range].drop(while: isSpace)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop(while: isSpace)
    guard let first = value.first else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let start = value.startIndex + 1
      guard let close = TextScanner.first(first, in: html, start..<range.upperBound) else { return nil }
      return (start..<close, close + 1)
    }
    let plain = value.prefix { !isSpace($0) && $0 != UInt8(ascii: ">") }
    return (plain.indices, plain.endIndex)
  }

  /// Whether what stands in the element is no text.
  var isHiding: Bool { name == "script" || name == "style" }
  /// Elements that have no end tag (WHATWG HTML, section 13.1.2).
  var isVoid: Bool { Self.voidNames.contains(name) }

  private static let voidNames: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  var endsHiding: Bool { isEnd && isHiding }
  /// Whether words before and after it are two words.
  var isBlock: Bool { !name.isEmpty && !Self.inlineNames.contains(name) }

  private static let inlineNames: Set = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q",
    "s", "samp", "script", "small", "span", "strong", "style", "sub", "sup", "time", "u", "var", "wbr",
  ]
}
