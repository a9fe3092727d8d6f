import Diagnostics
import Markdown
import SiteModel
import Text

/// Headings and tables.
extension BodyComparison {
  // MARK: Headings

  /// What tells a section from its neighbors whatever its language.
  private struct Trait: Hashable {
    let level: Int?
    let numbers: [String]
    let articles: [Int?]
    let callouts: [Callout]
    let pictures: Int
    let cells: Int
  }

  private static func traits(_ body: Body) -> [Trait] {
    body.sections.sections.map { section in
      let blocks = body.text.blocks[section.blocks]
      return Trait(
        level: section.heading.map { body.rendered.outline[$0].level },
        numbers: blocks.flatMap { WrittenNumber.all(in: body.text.bytes[$0.range]).map(\.value) },
        articles: blocks.flatMap { block in
          body.text.runs[block.runRange].filter { $0.role == .link && $0.index >= 0 }.map {
            body.rendered.links[Int($0.index)].article
          }
        },
        callouts: blocks.filter { $0.kind == .calloutTitle && $0.callout >= 0 }.map {
          body.text.callouts[Int($0.callout)].kind
        },
        pictures: blocks.reduce(0) { sum, block in
          sum + body.text.runs[block.runRange].count { $0.role == .picture }
        },
        cells: blocks.count { $0.kind == .cell })
    }
  }

  func compareHeadings(into found: inout [Diagnostic]) {
    if haveSameSections { return }
    let (theirs, mine) = (Self.traits(original), Self.traits(own))
    // What is alike before and behind the difference.
    let start = zip(theirs, mine).prefix { $0 == $1 }.count
    let same = zip(theirs.reversed(), mine.reversed()).prefix { $0 == $1 }.count
    let end = min(same, theirs.count - start, mine.count - start)
    // Where sections are too much alike, it may be any from here on.
    let earliest = min(start, min(theirs.count, mine.count) - same)
    let (lacking, added) = (start..<theirs.count - end, start..<mine.count - end)
    func heading(_ section: Int, of body: Body) -> (text: String, line: Int, level: Int)? {
      body.sections.sections[section].heading.map {
        let heading = body.rendered.outline[$0]
        return (TextComparison.excerpt(heading.text), heading.line, heading.level)
      }
    }
    func report(_ position: Position, _ message: String, _ hint: String) {
      found.append(.warning(.translationSections, file: own.file, at: position, message, hint: hint))
    }
    func count(_ body: Body) -> String {
      let count = body.rendered.outline.count
      return count == 0 ? "none" : "\(count)"
    }
    let total = original.rendered.outline.count
    let headings =
      "The original has \(total) \(total == 1 ? "heading" : "headings"), and this translation \(count(own))"
    if lacking.count > added.count,
      let first = (earliest..<theirs.count).lazy.compactMap({ heading($0, of: original) }).first
    {
      let isSure = added.isEmpty && earliest == start
      let next = (earliest..<mine.count).lazy.compactMap { heading($0, of: own)?.line }.first
      report(
        at(next ?? own.sections.lastLine),
        isSure
          ? "\(headings): “\(first.text)” (\(place(first.line))) is missing here."
          : "\(headings). They differ from “\(first.text)” (\(place(first.line))) on.",
        "Write each section of the original, under a heading of the same level: `\(Self.mark(first.level)) …`."
      )
    } else if lacking.count < added.count,
      let first = (earliest..<mine.count).lazy.compactMap({ heading($0, of: own) }).first
    {
      report(
        at(first.line),
        lacking.isEmpty && earliest == start
          ? "\(headings): it has none for “\(first.text)”."
          : "\(headings). They differ from “\(first.text)” on.",
        "Take the heading out, or write the section in `\(original.file)`, too.")
    } else {
      // As many, of other levels.
      for (section, other) in zip(lacking, added) {
        guard let wanted = heading(section, of: original), let written = heading(other, of: own),
          wanted.level != written.level
        else { continue }
        report(
          at(written.line),
          "This heading is one of level \(written.level), and that of the original (“\(wanted.text)”, \(place(wanted.line))) of level \(wanted.level).",
          "Start it with `\(Self.mark(wanted.level))`.")
        return
      }
    }
  }

  private static func mark(_ level: Int) -> String { String(repeating: "#", count: level) }

  // MARK: Tables

  /// A row of a table: its line in the file, and how many of its cells say something.
  private struct Row {
    let line: Int
    var cells: Int
  }

  private static func rows(_ body: Body, _ section: TextSections.Section) -> [Row] {
    var rows: [Row] = []
    for block in body.text.blocks[section.blocks] where block.kind == .cell {
      if let last = rows.last, last.line == Int(block.firstLine) {
        rows[rows.count - 1].cells += 1
      } else {
        rows.append(Row(line: Int(block.firstLine), cells: 1))
      }
    }
    return rows
  }

  func compareTables(into found: inout [Diagnostic]) {
    for (number, section) in original.sections.sections.enumerated() {
      let theirs = Self.rows(original, section)
      let mine = Self.rows(own, own.sections.sections[number])
      if theirs.map(\.cells) == mine.map(\.cells) { continue }
      let (message, hint): (String, String)
      let position: Position
      if theirs.count != mine.count {
        position = mine.last.map { at($0.line) } ?? at(own.sections.lastLine(number))
        let lines = theirs.first.map { " (\(place($0.line)))" } ?? ""
        message =
          "The original has \(theirs.count) \(theirs.count == 1 ? "row" : "rows") of a table in this section\(lines), and this translation \(mine.isEmpty ? "none" : "\(mine.count)")."
        hint = "Write the same rows as `\(original.file)`, in the same order."
      } else {
        guard let (wanted, written) = zip(theirs, mine).first(where: { $0.cells != $1.cells }) else {
          continue
        }
        position = at(written.line)
        message =
          "\(written.cells) \(written.cells == 1 ? "cell" : "cells") of this row \(written.cells == 1 ? "says" : "say") something, and \(wanted.cells) of the original's (\(place(wanted.line)))."
        hint = "Write each cell of the original in this language."
      }
      found.append(.warning(.translationTables, file: own.file, at: position, message, hint: hint))
    }
  }

  // MARK: Lists

  /// Texts in lists, which a sign that is left out would shorten. Only warned of: two items may be one in another language.
  func compareLists(into found: inout [Diagnostic]) {
    func items(_ body: Body, _ section: TextSections.Section) -> [(line: Int, callout: Int32)] {
      body.text.blocks[section.blocks].filter { $0.place.isList && !$0.place.isFootnotes }.map {
        (Int($0.firstLine), $0.callout)
      }
    }
    for (number, section) in original.sections.sections.enumerated() {
      let theirs = Dictionary(grouping: items(original, section), by: \.callout)
      let mine = Dictionary(grouping: items(own, own.sections.sections[number]), by: \.callout)
      for callout in Set(theirs.keys).union(mine.keys).sorted() {
        let (wanted, written) = (theirs[callout] ?? [], mine[callout] ?? [])
        if wanted.count == written.count { continue }
        let lines = wanted.first.map { " (\(place($0.line)))" } ?? ""
        found.append(
          .warning(
            .translationLists, file: own.file,
            at: at(written.last?.line ?? own.sections.lastLine(number)),
            "The original has \(wanted.count) \(wanted.count == 1 ? "item" : "items") in \(callout < 0 ? "lists of this section" : "the list of this callout")\(lines), and this translation \(written.isEmpty ? "none" : "\(written.count)").",
            hint: "Write each item of the original, in the same order."))
      }
    }
  }

  // MARK: Paragraphs

  /// Of a text of the checker: a paragraph that is left out. Two may be one, as long as they have as many sentences.
  func compareParagraphs(into found: inout [Diagnostic]) {
    func paragraphs(_ body: Body, _ section: TextSections.Section) -> [ArticleText.Block] {
      body.text.blocks[section.blocks].filter {
        $0.kind == .paragraph && !$0.place.isList && !$0.place.isFootnotes
      }
    }
    func sentences(_ body: Body, _ blocks: [ArticleText.Block]) -> Int {
      blocks.reduce(0) { $0 + FactComparison.sentences(in: body.text.bytes[$1.range]) }
    }
    for (number, section) in original.sections.sections.enumerated() {
      let (theirs, mine) = (paragraphs(original, section), paragraphs(own, own.sections.sections[number]))
      guard mine.count < theirs.count, sentences(own, mine) < sentences(original, theirs) else { continue }
      let lines = theirs.last.map { " (up to \(place(Int($0.firstLine))))" } ?? ""
      found.append(
        .warning(
          .translationMissing, file: own.file, at: at(own.sections.lastLine(number)),
          "The original has \(theirs.count) \(theirs.count == 1 ? "paragraph" : "paragraphs")\(lines), and this translation \(mine.isEmpty ? "none" : "\(mine.count)").",
          hint: "Write each paragraph of the original."))
    }
  }
}
