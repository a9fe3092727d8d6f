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

  /// Numbers, times and negations in words. Only where the blocks of both stand for each other: paragraphs may be put otherwise.
  func compareFacts(into found: inout [Diagnostic]) {
    guard let facts = words.facts else { return }
    var isByLetter: Bool?
    for (section, mine) in zip(original.sections.sections, own.sections.sections) {
      let theirs = judged(original, section)
      let written = judged(own, mine)
      guard theirs.count == written.count else { continue }
      for (block, ownBlock) in zip(theirs, written) {
        let slips = facts.slips(
          own.text.bytes[ownBlock.range], of: original.text.bytes[block.range], areShort: false)
        if slips.isEmpty { continue }
        isByLetter = isByLetter ?? isListByLetter
        if isByLetter == true { return }
        for slip in slips {
          found.append(
            words.slip(slip, own.file, at(Int(ownBlock.firstLine)), original.file, Int(block.firstLine)))
        }
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

  /// What patients act on: steps, lists and callouts; of a text of the checker, all.
  private func judged(_ body: Body, _ section: TextSections.Section) -> [ArticleText.Block] {
    body.text.blocks[section.blocks].filter { block in
      if block.kind == .calloutTitle || block.place.isFootnotes { return false }
      return judgesAll || block.place.isList || block.callout >= 0
    }
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
