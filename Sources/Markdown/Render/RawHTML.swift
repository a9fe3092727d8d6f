import Diagnostics
import Text

extension HTMLRenderer {
  /// Whether the HTML node `i` may go out; reports it when not.
  mutating func acceptsHTML(at i: Int) -> Bool {
    if !isPage || (options.rawHTML && !around.isQuoting) { return true }
    let html = body.tree.bytes[body.tree.nodes[i].text.range]
    let isBlock = body.tree.nodes[i].kind == .htmlBlock
    report(
      .rawHTML, at: isBlock ? positionOfBlock(i) : position(ofMark: i),
      html.starts(with: "<!--".utf8)
        ? "This is an HTML comment, and pages are written without HTML."
        : "This is HTML, and pages are written without it.",
      hint: html.starts(with: "<!--".utf8)
        ? "Remove it." : "Write it as Markdown. To show a `<`, write `\\<`.")
    return false
  }

  /// Puts out the HTML node `i`, which is a whole block or, in a line of text, one tag.
  mutating func appendHTML(_ node: SyntaxTree.Node) {
    let start = out.count
    out.append(node.text.range, of: body.tree.bytes)
    guard isPage else { return }
    collector.append(html: node.text.range, of: body.tree.bytes)
    var i = start
    while let next = TextScanner.first(UInt8(ascii: "<"), in: out, i..<out.count) {
      guard let tag = RawTag(out[next...]) else {
        i = next + 1
        continue
      }
      note(tag.attributes(out, next))
      i = tag.end
    }
  }

  /// What of a tag's attributes the site has to know, and what of them belongs to this page alone.
  private mutating func note(_ attributes: [RawTag.Attribute]) {
    for attribute in attributes {
      let value = Array(out[attribute.value])
      switch attribute.name {
      case "id": steps.leaveOut(attribute.range)
      case "href" where value.first == UInt8(ascii: "#"): steps.insertURL(at: attribute.value.lowerBound)
      case "href"
      where ["http:", "https:", "tel:", "sms:", "mailto:"].contains { value.starts(with: $0.utf8) }:
        article.outsideLinks.append(value)
      case "alt": article.pictureTexts.append(value)
      default: break
      }
    }
  }
}

/// The words of raw HTML: no tags, comments, scripts or styles (WHATWG HTML, section 13.2.5).
extension TextCollector {
  /// What is a whole block or, in a line of text, one tag.
  mutating func append(html range: Range<Int>, of bytes: [UInt8]) {
    guard isOpen else { return }
    var i = range.lowerBound
    var start = i
    while i < range.upperBound {
      switch bytes[i] {
      case UInt8(ascii: "<"):
        guard !isHidden || i + 1 < range.upperBound && bytes[i + 1] == UInt8(ascii: "/"),
          let tag = RawTag(bytes[i..<range.upperBound]), !isHidden || tag.endsHiding
        else {
          i += 1
          continue
        }
        append(start..<i, of: bytes)
        if tag.isHiding { isHidden = !tag.isEnd }
        if tag.isBlock, text.bytes.last != 0x0A, text.bytes.count > Int(text.blocks.last?.start ?? 0) {
          append(0x0A, at: i)
        }
        i = tag.end
        start = i
      case UInt8(ascii: "&"):
        guard let (scalar, end) = Self.reference(bytes, i..<range.upperBound) else {
          i += 1
          continue
        }
        append(start..<i, of: bytes)
        append(foreign: Array(String(scalar).utf8), at: i)
        i = end
        start = i
      default: i += 1
      }
    }
    append(start..<i, of: bytes)
  }

  /// The character reference at the `&` where `range` begins, if it is one of those that are common, and where it ends.
  private static func reference(_ bytes: [UInt8], _ range: Range<Int>) -> (Unicode.Scalar, Int)? {
    let rest = bytes[range].prefix(12)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: rest[..<end].dropFirst(), as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      return (isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)).flatMap(Unicode.Scalar.init).map
      {
        ($0, end + 1)
      }
    }
    return references[name].map { ($0, end + 1) }
  }

  private static let references: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "\u{2013}",
    "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}", "rdquo": "\u{201D}",
    "hellip": "\u{2026}", "times": "\u{D7}", "deg": "\u{B0}", "frac12": "\u{BD}", "eacute": "\u{E9}",
  ]
}

/// A tag, comment or declaration at the beginning of some raw HTML.
struct RawTag {
  let end: Int
  private(set) var isEnd = false
  private var name = ""

  /// Nil when the `<` there begins none.
  init?(_ html: ArraySlice<UInt8>) {
    let rest = html.dropFirst()
    if rest.starts(with: "!--".utf8) {
      end = ByteSearch.first(Array("-->".utf8), in: html)?.upperBound ?? html.endIndex
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
  }

  struct Attribute {
    /// In small letters.
    var name: String
    /// With the space before it.
    var range: Range<Int>
    /// Between its quotes; empty for one without.
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
      guard i + 1 < end, html[i] == UInt8(ascii: "="),
        [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(html[i + 1]),
        let close = TextScanner.first(html[i + 1], in: html, i + 2..<end)
      else { continue }
      found.append(
        Attribute(
          name: String(decoding: word, as: UTF8.self).lowercased(), range: space..<close + 1,
          value: i + 2..<close))
      i = close + 1
    }
    return found
  }

  /// Whether what stands in the element is no text.
  var isHiding: Bool { name == "script" || name == "style" }
  var endsHiding: Bool { isEnd && isHiding }
  /// Whether words before and after it are two words.
  var isBlock: Bool { !name.isEmpty && !Self.inlineNames.contains(name) }

  private static let inlineNames: Set = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q",
    "s", "samp", "script", "small", "span", "strong", "style", "sub", "sup", "time", "u", "var", "wbr",
  ]
}
