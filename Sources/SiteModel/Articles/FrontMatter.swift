import Diagnostics
import Text
import YAML

/// Where an article's front matter lies in its file: between a first line `---` and the next such line.
package struct FrontMatter {
  /// The YAML between the fences.
  package let yaml: Range<Int>
  package let bodyStart: Int
  package let bodyLine: Int

  /// The YAML begins on the line below the opening fence.
  package static let firstLine = 2

  /// Nil, with a diagnostic, for a file that is empty, has no front matter, or never closes it.
  package init?(in bytes: [UInt8], file: String, into diagnostics: inout [Diagnostic]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
    guard bytes[start...].contains(where: { $0 > 0x20 }) else {
      diagnostics.append(
        .error(
          .emptyFile, file: file, at: .start, "The file is empty.",
          hint:
            "Write an article, or delete the file. `limber new` creates an article with the front matter it needs."
        )
      )
      return nil
    }
    var lines = LineCursor(bytes, from: start)
    guard let first = lines.next(), Self.isFence(bytes[first]) else {
      if let line = Self.lateFence(in: bytes, from: lines.offset) {
        if let fences = Self.codeFences(around: line, in: bytes, from: start) {
          diagnostics.append(
            .error(
              .frontMatterMissing, file: file, at: .start,
              "This line makes a block of code of the front matter below it.", hint: fences))
          return nil
        }
        let isBlank = !bytes[start..<line.offset].contains { $0 > 0x20 }
        diagnostics.append(
          .error(
            .frontMatterMissing, file: file, at: .start,
            "The front matter starts on line \(line.number), but it must come first in the file.",
            hint: isBlank
              ? "Delete the empty lines above it." : "Move the text above it to below the front matter."))
        return nil
      }
      if let first = Self.nearFence(in: bytes, at: start) {
        diagnostics.append(
          .error(
            .frontMatterMissing, file: file, at: .start,
            "The front matter has to start with three hyphens, but this line is \(Self.quoted(first)).",
            hint: "Write `---` here, and `---` on the line below the last key."))
        return nil
      }
      diagnostics.append(
        .error(
          .frontMatterMissing, file: file, at: .start, "The article has no front matter.",
          hint: "Start the file with a line `---`, then `title:` and `summary:`, then another line `---`."))
      return nil
    }
    let yamlStart = lines.offset
    var line = 1
    while let next = lines.next() {
      line += 1
      if Self.isFence(bytes[next]) {
        yaml = yamlStart..<next.lowerBound
        bodyStart = lines.offset
        bodyLine = line + 1
        if let second = Self.secondArticle(below: lines, line, bytes) {
          diagnostics.append(
            .error(
              .frontMatterUnclosed, file: file, at: Position(line: second, column: 1),
              "A second article starts here, so readers would see its front matter as text.",
              hint:
                "If it is the same article twice, delete it from here on. Otherwise, move it to a file of its own."
            ))
          return nil
        }
        Self.reportKeys(below: lines, line, bytes, file: file, into: &diagnostics)
        return
      }
    }
    let near = Self.nearFence(in: bytes, from: yamlStart)
    diagnostics.append(
      .error(
        .frontMatterUnclosed, file: file, at: near.map { Position(line: $0.line, column: 1) } ?? .start,
        "The front matter is never closed.",
        hint: near.map { "This line is \(Self.quoted($0.text)). Replace it with three hyphens, `---`." }
          ?? "Add a line `---` below the last key."))
    return nil
  }

  /// The keys of a file that was read before, and told what is wrong with it; nil when it has none.
  package static func root(in bytes: [UInt8], file: String) -> Node? {
    var told: [Diagnostic] = []
    guard let frontMatter = FrontMatter(in: bytes, file: file, into: &told) else { return nil }
    return YAMLDocument.parse(
      bytes[frontMatter.yaml], file: file, firstLine: firstLine, into: &told)?.root
  }

  /// Keys that decide whether an article is published, or what it is, and stand below the fence: readers would see them, and
  /// nothing else would come of them.
  private static func reportKeys(
    below cursor: LineCursor, _ fence: Int, _ bytes: [UInt8], file: String,
    into diagnostics: inout [Diagnostic]
  ) {
    var lines = cursor
    var number = fence
    while let next = lines.next() {
      number += 1
      if isFence(bytes[next]) || !bytes[next].contains(where: { $0 > 0x20 }) { continue }
      let key = bytes[next].prefix { $0 &- 0x61 < 26 || $0 == UInt8(ascii: "-") }
      let rest = bytes[next][key.endIndex...]
      guard rest.first == UInt8(ascii: ":"), rest.dropFirst().first ?? 0x20 <= 0x20 else { return }
      let name = String(decoding: key, as: UTF8.self)
      guard keys.contains(name) else { return }
      diagnostics.append(
        .error(
          .frontMatterUnclosed, file: file, at: Position(line: number, column: 1),
          "`\(name)` is below the front matter, so readers would see it as text.",
          hint: "Move it above the line `---` that ends the front matter."))
      return
    }
  }

  /// The line of a fence with a title and a summary below it: another article, or the same one pasted twice.
  private static func secondArticle(below cursor: LineCursor, _ fence: Int, _ bytes: [UInt8]) -> Int? {
    guard
      ByteSearch.first(Array("\n---".utf8), in: bytes[cursor.offset...]) != nil
        || isFenceFirst(cursor, bytes)
    else { return nil }
    let required = FrontMatterKey.all.filter(\.isRequired).map { Array(($0.name + ":").utf8) }
    var lines = cursor
    var number = fence
    // The last fence so far, and which keys stand below it.
    var open: (line: Int, found: Set<[UInt8]>)?
    while let next = lines.next() {
      number += 1
      if isFence(bytes[next]) {
        open = (number, [])
      } else if let key = required.first(where: { bytes[next].starts(with: $0) }), open != nil {
        open?.found.insert(key)
        if open?.found.count == required.count { return open?.line }
      } else if !bytes[next].contains(where: { $0 > 0x20 }) {
        // Front matter has no empty lines before its title and summary.
        open = nil
      }
    }
    return nil
  }

  private static func isFenceFirst(_ cursor: LineCursor, _ bytes: [UInt8]) -> Bool {
    var lines = cursor
    return lines.next().map { isFence(bytes[$0]) } ?? false
  }

  private static let keys = Set(
    [
      FrontMatterKey.draft, .publishOn, .expiresOn, .redirectFrom, .review, .redFlags, .title, .summary,
    ].map(\.name))

  /// A fence with a key below it, under other lines: the number of its line, and where that begins.
  private static func lateFence(in bytes: [UInt8], from offset: Int) -> (number: Int, offset: Int)? {
    var lines = LineCursor(bytes, from: offset)
    var number = 1
    var fence: (number: Int, offset: Int)?
    while let next = lines.next(), number < 200 {
      number += 1
      let key = bytes[next].prefix { $0 &- 0x61 < 26 || $0 == UInt8(ascii: "-") }
      if fence != nil, !key.isEmpty, bytes[next][key.endIndex...].first == UInt8(ascii: ":") { return fence }
      fence = isFence(bytes[next]) ? (number, next.lowerBound) : nil
    }
    return nil
  }

  /// What to delete where nothing but the fence of a block of code stands above the front matter, as programs that answer in Markdown
  /// have it; nil where there is something else.
  private static func codeFences(
    around fence: (number: Int, offset: Int), in bytes: [UInt8], from start: Int
  ) -> String? {
    var lines = LineCursor(bytes, from: start)
    guard let first = lines.next(), let sign = fenceSign(bytes[first]),
      !bytes[lines.offset..<fence.offset].contains(where: { $0 > 0x20 })
    else { return nil }
    let opening = quoted(text(bytes[first]))
    // What closes it stands right below the front matter or, where the whole article is in the block, at its end.
    var number = 1
    var isBelow = false
    var isRightBelow = false
    var rows: [Int] = []
    while let next = lines.next(), !isRightBelow || rows.isEmpty {
      number += 1
      let isRow = isBelow && fenceSign(bytes[next]) == sign
      if isRow { rows.append(number) }
      if isRightBelow, !isRow, bytes[next].contains(where: { $0 > 0x20 }) { isRightBelow = false }
      if !isBelow, number > fence.number, isFence(bytes[next]) { (isBelow, isRightBelow) = (true, true) }
    }
    guard let closing = rows.last, isRightBelow || rows.count % 2 == 1 else {
      return "Delete this line, \(opening)."
    }
    return "Delete this line, \(opening), and line \(closing), which closes the block."
  }

  /// The sign of a row of at least three that begins or ends a block of code.
  private static func fenceSign(_ line: ArraySlice<UInt8>) -> UInt8? {
    let line = line.drop { $0 == 0x20 }
    guard let sign = line.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    let row = line.prefix { $0 == sign }
    let rest = line[row.endIndex...]
    return row.count > 2 && rest.allSatisfy { $0 <= 0x20 || $0 &- 0x61 < 26 } ? sign : nil
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    var text = String(decoding: line, as: UTF8.self)[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// The first line, when it can only be meant as the fence: a row of signs, as `———`, `+++` or "```", with a key below it.
  private static func nearFence(in bytes: [UInt8], at start: Int) -> String? {
    var lines = LineCursor(bytes, from: start)
    guard let first = lines.next(), let next = lines.next(), bytes[next].count > 2,
      let text = rowOfSigns(bytes[first])
    else { return nil }
    let key = bytes[next].prefix { $0 &- 0x61 < 26 || $0 == UInt8(ascii: "-") }
    let mark = bytes[next][key.endIndex...].first { $0 != 0x20 }
    return !key.isEmpty && (mark == UInt8(ascii: ":") || mark == UInt8(ascii: "=")) ? text : nil
  }

  /// The first line that can only be meant as the fence: hyphens too many or too few, dashes, or a row of other signs.
  private static func nearFence(in bytes: [UInt8], from start: Int) -> (line: Int, text: String)? {
    var lines = LineCursor(bytes, from: start)
    var line = 1
    while let next = lines.next() {
      line += 1
      if let text = rowOfSigns(bytes[next]) ?? fenceWithText(bytes[next]), text != "-" { return (line, text) }
    }
    return nil
  }

  /// `--- end`: three hyphens and a few words.
  private static func fenceWithText(_ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "--- ".utf8), line.count < 60 else { return nil }
    return text(line)
  }

  /// A line as it is written, if it holds nothing but dashes or three of another sign, and perhaps the name of a language or a comment behind
  /// those or the backslash of a program that exports Markdown before them.
  private static func rowOfSigns(_ line: ArraySlice<UInt8>) -> String? {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }), line.count < 240,
      first >= 0x80 || "-+=_*~;`.\\<#".utf8.contains(first)
    else { return nil }
    let written = text(line)
    var row = written.filter { $0 != " " && $0 != "\t" }[...]
    if row.first == "\\" { row.removeFirst() }
    if row == "<!--" || row == "-->" { return written }
    let dashes = row.prefix { "-–—―−".contains($0) }
    let behind = row[dashes.endIndex...]
    if !dashes.isEmpty {
      let isNamed = dashes.count == 3 && (behind == "yaml" || behind == "yml" || behind.first == "#")
      return behind.isEmpty || isNamed ? written : nil
    }
    guard let sign = row.first, "+=_*~;`.".contains(sign) else { return nil }
    let signs = row.prefix { $0 == sign }
    let rest = row[signs.endIndex...]
    return signs.count > 2 && (rest.isEmpty || rest == "yaml" || rest == "yml") ? written : nil
  }

  private static func quoted(_ line: String) -> String { line.contains("`") ? "\"\(line)\"" : "`\(line)`" }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
