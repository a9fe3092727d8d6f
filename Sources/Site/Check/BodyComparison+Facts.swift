import Diagnostics
import Markdown
import SiteModel
import Text

/// What callouts, steps and lists say: whether a translation leaves it out, and whether it states the same in words.
extension BodyComparison {
  // MARK: Callouts

  /// The texts of callouts that are there in both: their own titles, and as much as the original says.
  func compareCalloutTexts(into found: inout [Diagnostic]) {
    for (theirs, mine) in zip(original.text.callouts, own.text.callouts) {
      guard let title = theirs.blockRange.first, let ownTitle = mine.blockRange.first else { continue }
      let line = Int(original.text.blocks[title].firstLine)
      if original.text.ownTitle(title) != nil, own.text.ownTitle(ownTitle) == nil {
        let text = original.text.ownTitle(title).map { TextComparison.excerpt(original.text.bytes[$0]) } ?? ""
        found.append(
          .error(
            .translationCallouts, file: own.file, at: at(Int(own.text.blocks[ownTitle].firstLine)),
            "This callout has no title, and that of the original has (\(place(line))): “\(text)”.",
            hint: "Write the title in \(words.language.name), behind `[!\(mine.kind.rawValue.uppercased())]`."
          ))
      }
      let (text, ownText) = (original.text.body(of: theirs), own.text.body(of: mine))
      guard let loss = TextLoss(own.text.bytes[ownText], of: original.text.bytes[text]) else { continue }
      found.append(
        words.loss(
          loss, own.text.bytes[ownText], own.file, at(Int(own.text.blocks[ownTitle].firstLine)),
          original.file, line, code: .translationCallouts))
    }
  }

  // MARK: Facts

  /// Numbers, times, negations and opposites in words. Only where the blocks of both stand for each other; of paragraphs, which may be
  /// put otherwise, those with as many sentences.
  func compareFacts(into found: inout [Diagnostic]) {
    guard let facts = words.facts else { return }
    var isByLetter: Bool?
    func compare(_ theirs: [Piece], _ mine: [Piece], bySentence: Bool = false) {
      guard theirs.count == mine.count, isByLetter != true else { return }
      for (piece, ownPiece) in zip(theirs, mine) {
        if bySentence,
          FactComparison.sentences(in: original.text.bytes[piece.range])
            != FactComparison.sentences(in: own.text.bytes[ownPiece.range])
        {
          continue
        }
        let slips = facts.slips(
          own.text.bytes[ownPiece.range], of: original.text.bytes[piece.range], areShort: false)
        if slips.isEmpty || isUntranslated(ownPiece, of: piece) { continue }
        isByLetter = isByLetter ?? isListByLetter
        if isByLetter == true { return }
        for slip in slips {
          found.append(words.slip(slip, own.file, at(ownPiece.line), original.file, piece.line))
        }
      }
    }
    for (section, mine) in zip(original.sections.sections, own.sections.sections) {
      compare(judged(original, section), judged(own, mine))
      compare(headings(original, section), headings(own, mine))
      compare(paragraphs(original, section), paragraphs(own, mine), bySentence: true)
    }
    if found.isEmpty { comparePictureTexts(facts, into: &found) }
  }

  /// What is still the original's is told as that alone.
  private func isUntranslated(_ piece: Piece, of theirs: Piece) -> Bool {
    isUntranslated(own.text.bytes[piece.range], of: original.text.bytes[theirs.range])
  }

  private func isUntranslated(_ text: ArraySlice<UInt8>, of originalText: ArraySlice<UInt8>) -> Bool {
    if text.elementsEqual(originalText) { return true }
    var texts = OriginalTexts()
    texts.add(originalText, line: 0)
    return texts.first(in: text) != nil
  }

  /// What pictures are said to show.
  private func comparePictureTexts(_ facts: FactComparison, into found: inout [Diagnostic]) {
    let (theirs, mine) = (original.rendered.pictureTexts, own.rendered.pictureTexts)
    guard theirs.count == mine.count else { return }
    for (number, (text, ownText)) in zip(theirs, mine).enumerated()
    where !isUntranslated(ownText[...], of: text[...]) {
      for slip in facts.slips(ownText[...], of: text[...], areShort: false) {
        found.append(
          words.slip(
            slip, own.file, at(pictureLine(number, own) ?? own.sections.lastLine), original.file,
            pictureLine(number, original)))
      }
    }
  }

  /// Whether the sections are in the order of the alphabet, as those of a glossary: then each language has an order of its own.
  var isListByLetter: Bool {
    func isSorted(_ body: Body, _ language: SiteLanguage) -> Bool {
      let collation = Collation(language: language.tag)
      let keys = body.rendered.outline.map { collation.key(of: $0.text) }
      return keys.count >= 5 && zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }
    }
    return isSorted(original, words.original) && isSorted(own, words.language)
  }

  /// Words that stand for those of the other text.
  private struct Piece {
    let range: Range<Int>
    let line: Int
  }

  /// What patients act on: steps, lists and callouts; of a text of the checker, all.
  private func judged(_ body: Body, _ section: TextSections.Section) -> [Piece] {
    body.text.blocks[section.blocks].filter { block in
      if block.kind == .calloutTitle || block.place.isFootnotes { return false }
      return judgesAll || block.place.isList || block.callout >= 0
    }.map { Piece(range: $0.range, line: Int($0.firstLine)) }
  }

  /// The words of headings and of the titles of callouts.
  private func headings(_ body: Body, _ section: TextSections.Section) -> [Piece] {
    if judgesAll { return [] }
    return body.text.blocks[section.blocks].filter { $0.kind == .heading || $0.kind == .calloutTitle }
      .compactMap { block in
        body.text.ownWords(of: block).map { Piece(range: $0, line: Int(block.firstLine)) }
      }
  }

  /// Text around lists and callouts: “Do not run with any of these:”.
  private func paragraphs(_ body: Body, _ section: TextSections.Section) -> [Piece] {
    if judgesAll { return [] }
    return body.text.blocks[section.blocks].filter { block in
      block.kind == .paragraph && !block.place.isList && block.callout < 0 && !block.place.isFootnotes
    }.map { Piece(range: $0.range, line: Int($0.firstLine)) }
  }
}

extension ArticleText {
  fileprivate func ownTitle(_ block: Int) -> Range<Int>? {
    blocks[block].kind == .calloutTitle ? ownWords(of: blocks[block]) : nil
  }

  /// What a callout says below its title.
  fileprivate func body(of callout: Aside) -> Range<Int> {
    let inner = callout.blockRange.dropFirst()
    guard let first = inner.first, let last = inner.last else { return 0..<0 }
    return blocks[first].range.lowerBound..<max(blocks[first].range.lowerBound, blocks[last].range.upperBound)
  }
}
