/// Headings whose text below is not what Limber makes such things of: warnings, and lists of works.
extension HTMLRenderer {
  /// `### ⚠️ Danger` above an ordinary text.
  mutating func reportWarningHeading(_ i: Int, _ walk: inout UnreadWalk) -> Bool {
    guard walk.isOutermost, let text = wholeText(ofHeading: i), let next = following(i),
      body.tree.nodes[next].kind != .quote, body.tree.nodes[next].kind != .heading,
      let callout = ForeignCallout.callout(heading: text)
    else { return false }
    warn(
      at: positionOfBlock(i),
      (
        "The text below this heading looks like any other, although it is meant to stand out.",
        "Above that text, write the line `> [!\(callout.rawValue.uppercased())]`, and start each line of it with `> `."
      ))
    return true
  }

  /// `## References` above works that are typed by hand: a list or paragraph with a year in it.
  mutating func reportTypedWorks(_ i: Int, _ walk: inout UnreadWalk) -> Bool {
    guard walk.isOutermost, let text = wholeText(ofHeading: i), Self.isTitleOfWorks(text),
      let next = following(i), [.list, .paragraph].contains(body.tree.nodes[next].kind)
    else { return false }
    guard holdsYear(in: next) else { return false }
    warn(at: positionOfBlock(i), Leftover.typedWorks.words)
    return true
  }

  /// Whether one of the first texts in a block holds the year of a work.
  func holdsYear(in block: Int) -> Bool {
    let end = min(body.tree.end(of: block), block + 12)
    return (block..<end).contains { part in
      body.tree.nodes[part].kind == .text && Self.holdsYear(body.tree.bytes[body.tree.nodes[part].text.range])
    }
  }

  /// `References`, `BIBLIOGRAPHY:`.
  static func isTitleOfWorks(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.last == UInt8(ascii: ":") ? text.dropLast() : text
    return words.count < 40 && mayNameWorks(words)
      && titlesOfWorks.contains(String(decoding: words, as: UTF8.self).lowercased())
  }

  /// The first two letters tell nearly every heading apart.
  private static func mayNameWorks(_ words: ArraySlice<UInt8>) -> Bool {
    guard words.count > 1 else { return false }
    switch (words[words.startIndex] | 0x20, words[words.startIndex + 1] | 0x20) {
    case (UInt8(ascii: "s"), UInt8(ascii: "o")), (UInt8(ascii: "s"), UInt8(ascii: "t")),
      (UInt8(ascii: "b"), UInt8(ascii: "i")), (UInt8(ascii: "c"), UInt8(ascii: "i")),
      (UInt8(ascii: "f"), UInt8(ascii: "u")), (UInt8(ascii: "l"), UInt8(ascii: "i")),
      (UInt8(ascii: "q"), UInt8(ascii: "u")), (UInt8(ascii: "r"), UInt8(ascii: "e")),
      (UInt8(ascii: "r"), 0xE3), (UInt8(ascii: "w"), UInt8(ascii: "o")):
      return true
    default: return false
    }
  }

  /// `## Table of contents`, and `## Contents` above a list.
  mutating func reportTypedContents(_ i: Int, _ walk: inout UnreadWalk) -> Bool {
    guard walk.isOutermost, let text = wholeText(ofHeading: i), let next = following(i),
      Self.isTitleOfContents(text, isListed: body.tree.nodes[next].kind == .list)
    else { return false }
    warn(at: positionOfBlock(i), Remnant.typedContents.words)
    return true
  }

  /// `isListed` says whether what follows may be its entries.
  static func isTitleOfContents(_ text: ArraySlice<UInt8>, isListed: Bool) -> Bool {
    guard text.count < 24, let first = text.first, mayNameContents(first) else { return false }
    let words = text.last == UInt8(ascii: ":") ? text.dropLast() : text
    switch String(decoding: words, as: UTF8.self).lowercased() {
    case "table of contents", "inhaltsverzeichnis", "tabla de contenido", "tabla de contenidos": return true
    case "contents", "índice", "contenido", "contenidos": return isListed
    default: return false
    }
  }

  private static func mayNameContents(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "C"), UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "c"), UInt8(ascii: "I"), 0xC3:
      true
    default: false
    }
  }

  private static let titlesOfWorks: Set = [
    "references", "reference", "reference list", "sources", "bibliography", "literature", "works cited",
    "cited works", "citations", "further reading and references", "sources and references", "studies",
    "referencias", "bibliografía", "fuentes", "literatur", "quellen", "références", "bibliographie",
  ]

  /// The text of a heading that holds nothing else.
  private func wholeText(ofHeading i: Int) -> ArraySlice<UInt8>? {
    guard Int(body.tree.nodes[i].end) == i + 2, body.tree.nodes[i + 1].kind == .text else { return nil }
    return body.tree.bytes[body.tree.nodes[i + 1].text.range]
  }

  func following(_ i: Int) -> Int? {
    let next = Int(body.tree.nodes[i].end)
    return next < body.tree.nodes.count ? next : nil
  }

  /// `2016`, `(2019)`, `2020;50`: four digits that are a year in which a study can have come out.
  static func holdsYear(_ text: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for (place, byte) in zip(text.indices, text) {
      guard !ProseByte.isDigit(byte) else {
        digits += 1
        continue
      }
      if digits == 4, isYear(text[(place - 4)..<place]) { return true }
      digits = 0
    }
    return digits == 4 && isYear(text.suffix(4))
  }

  private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8)
  }
}
