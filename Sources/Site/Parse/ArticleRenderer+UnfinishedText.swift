import Diagnostics
import Markdown
import Text
import YAML

extension ArticleRenderer {
  /// So many are told at once.
  private static let mostUnfinished = 20

  /// Reports of headings right above another one that is not below them, and of one that ends the article.
  /// `isContinued` says whether the template may go on where the text ends.
  mutating func emptySections(of body: RenderedArticle, file: String, isContinued: Bool) -> [Diagnostic] {
    let blocks = body.text.blocks
    // A picture without words is no block; where there is one, nobody can tell what stands below what.
    guard body.pictureTexts.isEmpty, blocks.contains(where: { $0.kind != .heading }) else { return [] }
    return blocks.indices.compactMap { i in
      guard blocks[i].kind == .heading, blocks[i].callout < 0, !blocks[i].range.isEmpty,
        !isHeadingByAccident(i)
      else { return nil }
      let next = i + 1
      if next < blocks.count {
        guard blocks[next].kind == .heading, blocks[next].level <= blocks[i].level, !isHeadingByAccident(next)
        else { return nil }
      } else if isContinued || !endsInHeading {
        return nil
      }
      return .warning(
        .emptyHeading, file: file, at: position(ofBlock: i), "There is nothing below this heading.",
        hint: WarningOpening.mark(ofHeading: body.text.bytes[blocks[i].range]).map {
          "If it is the warning itself, write the line `> \($0)` in its place, and its words on the next line, after `> `. If it is a heading, write its text."
        } ?? "Write its text, or delete the heading.")
    }
  }

  /// Reports of `TODO` and the like in the words of `body`, which was rendered last; in code they may be meant.
  mutating func unfinishedTexts(of body: RenderedArticle, file: String) -> [Diagnostic] {
    let text = body.text
    var found = conversations(in: text, file: file)
    var from = 0
    for _ in 0..<Self.mostUnfinished {
      guard let word = UnfinishedText.first(in: text.bytes[from...]) else { break }
      from = word.upperBound
      let isCode =
        text.runs.contains { $0.role == .code && $0.range.contains(word.lowerBound) }
        || text.blocks.contains { $0.kind == .code && $0.range.contains(word.lowerBound) }
      if isCode || !isWritten(word, of: text) { continue }
      found.append(
        .warning(
          .unfinishedText, file: file, at: position(ofText: word.lowerBound),
          "`\(String(decoding: text.bytes[word], as: UTF8.self))` is left in this text, where readers would see it.",
          hint: "Write what belongs here, or delete it."))
    }
    return found
  }

  /// What GitHub makes of a proposed change when somebody copies it out of a review: a block of code called `suggestion`.
  static func suggestions(in bytes: [UInt8], from start: Int, line first: Int, file: String) -> [Diagnostic] {
    guard ByteSearch.first(Array("```suggestion".utf8), in: bytes[start...]) != nil else { return [] }
    var lines = LineCursor(bytes, from: start)
    var number = first - 1
    var found: [Diagnostic] = []
    while let line = lines.next() {
      number += 1
      let text = bytes[line].drop { $0 == 0x20 }
      guard text.starts(with: "```".utf8),
        text.drop(while: { $0 == UInt8(ascii: "`") }).starts(with: "suggestion".utf8)
      else { continue }
      found.append(
        .error(
          .unfinishedText, file: file, at: Position(line: number, column: 1),
          "This is a suggestion from GitHub, which readers would see as program code.",
          hint: "Put its text in place of what it changes, and delete the two lines with backticks around it."
        ))
    }
    return found
  }

  /// Paragraphs with which a chatbot speaks to the author.
  private mutating func conversations(in text: ArticleText, file: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for i in text.blocks.indices {
      let block = text.blocks[i]
      guard block.kind != .heading, block.kind != .code,
        let length = ChatbotWords.length(atStartOf: text.bytes[block.range])
      else { continue }
      let words = text.bytes[block.range].prefix(length)
      found.append(
        .warning(
          .unfinishedText, file: file, at: position(ofBlock: i),
          "`\(String(decoding: words, as: UTF8.self))…` is what a chatbot says to you, and readers would see it.",
          hint: "Delete this paragraph."))
    }
    return found
  }
}
