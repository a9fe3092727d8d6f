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
    if ByteSearch.begins(rest, with: "!--") {
      let close = ByteSearch.first(Array("-->".utf8), in: html.dropFirst(2))
      end = close?.upperBound ?? html.endIndex
      (isComment, isClosed) = (true, close != nil)
      return
    }
    isEnd = rest.first == UInt8(ascii: "/")
    name = Self.smallLetters(
      of: rest.dropFirst(isEnd ? 1 : 0).prefix { ProseByte.isLetter($0) || ProseByte.isDigit($0) })
    guard !name.isEmpty || rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "?") else {
      return nil
    }
    guard !name.isEmpty else {
      // What is no element ends at the first `>`.
      let close = rest.firstIndex(of: UInt8(ascii: ">"))
      end = close.map { $0 + 1 } ?? html.endIndex
      isClosed = close != nil
      return
    }
    let close = Self.scan(html, from: html.startIndex + 1) { _, _, _ in }
    end = close ?? html.endIndex
    isClosed = close != nil
  }

  struct Attribute {
    /// In small letters.
    var name: String
    /// With the space before it.
    var range: Range<Int>
    /// Without its quotes.
    var value: Range<Int>
  }

  /// Those of the tag at `start` of `html` that have a value.
  func attributes(_ html: [UInt8], _ start: Int) -> [Attribute] {
    guard !name.isEmpty else { return [] }
    var found: [Attribute] = []
    _ = Self.scan(html[start..<end], from: start + 1) { name, range, value in
      found.append(Attribute(name: Self.smallLetters(of: html[name]), range: range, value: value))
    }
    return found
  }

  /// Names are short, and nearly all of ASCII.
  private static func smallLetters(of name: ArraySlice<UInt8>) -> String {
    if name.contains(where: { $0 >= 0x80 }) { return String(decoding: name, as: UTF8.self).lowercased() }
    return String(unsafeUninitializedCapacity: name.count) { text in
      var count = 0
      for byte in name {
        text[count] = byte.small
        count += 1
      }
      return count
    }
  }

  /// The names of its attributes without a value, in small letters.
  func flags(_ html: [UInt8], _ start: Int) -> [String] {
    var (rest, from) = ([UInt8](), min(start + 1 + name.utf8.count, end))
    for attribute in attributes(html, start) {
      rest += html[from..<max(from, attribute.range.lowerBound)] + [0x20]
      from = attribute.range.upperBound
    }
    rest += html[from..<max(from, isClosed ? end - 1 : end)]
    return rest.split { isSpace($0) || $0 == UInt8(ascii: "/") }.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
  }

  /// Goes through a tag as a browser does (WHATWG HTML, sections 13.2.5.8 and 13.2.5.32 to 13.2.5.40): a slash parts two attributes as a
  /// space does, and behind a quote nothing has to. The end of the tag, or nil when it has none.
  /// `found` gets where the name, the whole attribute with the space before it, and the value of each stand.
  private static func scan(
    _ html: ArraySlice<UInt8>, from start: Int,
    _ found: (_ name: Range<Int>, _ attribute: Range<Int>, _ value: Range<Int>) -> Void
  ) -> Int? {
    let (slash, close) = (UInt8(ascii: "/"), UInt8(ascii: ">"))
    func skip(_ i: inout Int, while isPart: (UInt8) -> Bool) {
      while i < html.endIndex, isPart(html[i]) { i += 1 }
    }
    var i = start
    if i < html.endIndex, html[i] == slash { i += 1 }
    skip(&i) { !isSpace($0) && $0 != slash && $0 != close }
    while i < html.endIndex {
      let space = i
      skip(&i) { isSpace($0) || $0 == slash }
      guard i < html.endIndex else { return nil }
      if html[i] == close { return i + 1 }
      let word = i
      i += 1
      skip(&i) { !isSpace($0) && $0 != slash && $0 != close && $0 != UInt8(ascii: "=") }
      let name = word..<i
      var place = i
      skip(&place, while: isSpace)
      guard place < html.endIndex, html[place] == UInt8(ascii: "=") else { continue }
      place += 1
      skip(&place, while: isSpace)
      guard place < html.endIndex else { return nil }
      let quote = html[place]
      var value = place..<place
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let end = html[(place + 1)...].firstIndex(of: quote) else { return nil }
        value = place + 1..<end
        i = end + 1
      } else {
        skip(&place) { !isSpace($0) && $0 != close }
        value = value.lowerBound..<place
        i = place
      }
      found(name, space..<i, value)
    }
    return nil
  }

  /// Where the end tag of an element begins, in whatever letters: what is before it are no tags (WHATWG HTML, section 13.2.5.2).
  static func place(ofEnd name: String, in html: [UInt8], _ range: Range<Int>) -> Int? {
    var next = range.lowerBound
    while let start = ByteSearch.first(Array("</".utf8), in: html[next..<range.upperBound])?.lowerBound {
      let word = html[(start + 2)..<range.upperBound].prefix(name.utf8.count)
      if word.elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }) { return start }
      next = start + 2
    }
    return nil
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
