import Diagnostics
import Text

/// What is refused before an article is parsed, found in linear time.
struct SourceCheck {
  /// Characters that are not text are reported up to this number: a binary file has thousands.
  static let reportedCharacters = 1_000
  /// cmark looks at every open `![` of a paragraph for each link in it.
  static let imagesInParagraph = 1000
  /// cmark looks at every open list for each blank line.
  static let blankLinesTimesDepth = 50_000_000

  /// The offset of what would take cmark more than linear time to read; nil when nothing would.
  static func complexity(of text: [UInt8]) -> Int? {
    // Short texts cannot be slow enough to matter.
    guard text.count > 20_000 else { return nil }
    var images = 0
    var blankLines = 0
    var depth = 0
    var deepest = 0
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      let prefix = prefix(text, start..<end)
      if prefix.end == end {
        blankLines += 1
        images = 0
      } else if prefix.markers > 0 {
        images = 0
        let levels = prefix.markers + prefix.spaces / 2
        if levels > depth { (depth, deepest) = (levels, start) }
      }
      var i = prefix.end
      while i + 1 < end {
        if text[i] == UInt8(ascii: "!"), text[i + 1] == UInt8(ascii: "[") {
          images += 1
          if images > imagesInParagraph { return i }
        }
        i += 1
      }
      start = end + 1
    }
    return depth * blankLines > blankLinesTimesDepth ? deepest : nil
  }

  /// A line's beginning: white space, quote marks and bullets or numbers of lists.
  private static func prefix(_ text: [UInt8], _ line: Range<Int>) -> (markers: Int, spaces: Int, end: Int) {
    var (markers, spaces) = (0, 0)
    var i = line.lowerBound
    while i < line.upperBound {
      switch text[i] {
      case 0x20: spaces += 1
      case 0x09: spaces += 4
      case UInt8(ascii: ">"): break
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard i + 1 < line.upperBound, text[i + 1] == 0x20 || text[i + 1] == 0x09 else {
          return (markers, spaces, i)
        }
        markers += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var after = i
        while after < line.upperBound, (0x30...0x39).contains(text[after]) { after += 1 }
        guard after < line.upperBound, text[after] == UInt8(ascii: ".") || text[after] == UInt8(ascii: ")")
        else {
          return (markers, spaces, i)
        }
        markers += 1
        i = after
      default: return (markers, spaces, i)
      }
      i += 1
    }
    return (markers, spaces, i)
  }
}

extension HTMLRenderer {
  /// Whether the body is small enough to read.
  mutating func accepts(_ body: ArraySlice<UInt8>) -> Bool {
    guard body.count <= options.maximumBytes else {
      article.diagnostics.append(
        .error(
          .articleTooLarge, file: options.file, at: nil,
          "The article has \(body.count) bytes; the limit is \(options.maximumBytes).",
          hint: "Split it into several articles."))
      return false
    }
    return true
  }

  /// Whether the source is text that can be parsed in reasonable time. Characters that are not text are
  /// reported but keep nothing else from being checked.
  mutating func acceptsSource() -> Bool {
    let bad = HiddenCharacters.all(in: body.source.text[...], upTo: SourceCheck.reportedCharacters)
    if bad.count >= SourceCheck.reportedCharacters, let last = bad.last {
      article.diagnostics.append(
        .warning(
          .badCharacter, file: options.file, at: place(of: last.offset),
          "There may be more invisible characters in the rest of the article.",
          hint: "Delete those that are listed, then check again."))
    }
    for bad in bad {
      if bad.isSlight {
        article.diagnostics.append(
          .warning(
            .badCharacter, file: options.file, at: place(of: bad.offset), bad.message, hint: bad.hint))
      } else {
        report(.badCharacter, at: place(of: bad.offset), bad.message, hint: bad.hint)
      }
    }
    if let mark = MergeConflict.mark(in: body.source.text[...]) {
      report(.unfinishedText, at: place(of: mark), MergeConflict.message, hint: MergeConflict.hint)
      return false
    }
    guard let offset = SourceCheck.complexity(of: body.source.text) else { return true }
    report(
      .tooComplex, at: place(of: offset),
      "There are too many nested lists here, or too many pictures in one paragraph.",
      hint: "Make this part simpler.")
    return false
  }
}
