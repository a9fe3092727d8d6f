import Diagnostics
import Markdown
import Mustache
import Text

/// A comment or something hidden in a template, which holds what patients need, or a partial that has it.
struct HidingPlace: Hashable {
  let file: String
  let position: Position
  let isComment: Bool
  /// The tag that stands in it.
  let tag: String

  /// `markups` are those of the files that a page is made of; `need` is the tag that readers do not see, in one of them.
  static func find(_ markups: [TemplateMarkup], hiding need: (file: String, tag: String)) -> HidingPlace? {
    var open: [(file: String, tags: [String])] = [(need.file, [need.tag])]
    var seen: Set<String> = [need.file]
    // In the file itself, then in those that include it.
    if let own = markups.first(where: { $0.source.file == need.file }),
      let place = place(in: own, hiding: [need.tag])
    {
      return place
    }
    while let next = open.popLast() {
      guard let included = markups.first(where: { $0.source.file == next.file }) else { continue }
      let tags = ["{{>\(included.source.name)}}", "{{> \(included.source.name)}}"]
      for markup in markups
      where ByteSearch.first(Array(tags[0].utf8), in: markup.source.bytes[...]) != nil
        || ByteSearch.first(Array(tags[1].utf8), in: markup.source.bytes[...]) != nil
      {
        if let place = place(in: markup, hiding: tags) { return place }
        if seen.insert(markup.source.file).inserted { open.append((markup.source.file, tags)) }
      }
    }
    return nil
  }

  private static func place(in markup: TemplateMarkup, hiding tags: [String]) -> HidingPlace? {
    let (bytes, source) = (markup.bytes, markup.source.bytes)
    func place(_ start: Int, _ range: Range<Int>, isComment: Bool) -> HidingPlace? {
      tags.first { ByteSearch.first(Array($0.utf8), in: source[range]) != nil }.map {
        HidingPlace(
          file: markup.source.file, position: Position(ofByte: start, in: source), isComment: isComment,
          tag: $0)
      }
    }
    var at = 0
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = start + 1
      guard let tag = MarkupTag(bytes, at: start) else { continue }
      at = tag.end
      let isComment = bytes[start...].starts(with: "<!--".utf8)
      if isComment {
        if let found = place(start, start..<tag.end, isComment: true) { return found }
      } else if !tag.isEnd, !tag.isVoid,
        tag.name == "template" || ShownPage.saysHidden(bytes[start..<tag.end])
      {
        let end = end(of: tag.name, in: bytes, from: tag.end)
        if let found = place(start, tag.end..<end, isComment: false) { return found }
      }
    }
    return nil
  }

  /// Where an element ends that may hold others of its name.
  private static func end(of name: String, in bytes: [UInt8], from start: Int) -> Int {
    var (at, depth) = (start, 1)
    while let next = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = next + 1
      guard let tag = MarkupTag(bytes, at: next) else { continue }
      at = tag.end
      guard tag.name == name else { continue }
      depth += tag.isEnd ? -1 : 1
      if depth == 0 { return next }
    }
    return bytes.count
  }
}
