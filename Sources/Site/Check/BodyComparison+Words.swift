import Diagnostics
import Markdown
import SiteModel
import Text

/// Links, numbers, and sentences that are still those of the original.
extension BodyComparison {
  // MARK: Links

  /// Where a link leads, as far as it is the same in every language.
  private enum Target: Hashable {
    case article(Int)
    /// A place on the page, or a file.
    case near
    /// A page of another site may have one in each language.
    case site(String)
    case other([UInt8])
  }

  private struct WrittenLink {
    let target: Target
    let line: Int
    let address: [UInt8]
  }

  private func links(_ body: Body, _ section: TextSections.Section) -> [WrittenLink] {
    body.text.blocks[section.blocks].flatMap { block in
      body.text.runs[block.runRange].compactMap { run -> WrittenLink? in
        let line = Int(block.firstLine)
        switch run.role {
        case .link:
          let article = run.index >= 0 ? body.rendered.links[Int(run.index)].article : nil
          return WrittenLink(target: article.map { .article($0) } ?? .near, line: line, address: [])
        case .outsideLink:
          let address = body.rendered.outsideLinks[Int(run.index)]
          return WrittenLink(target: target(address), line: line, address: address)
        case .code, .automaticLink, .picture, .deletion: return nil
        }
      }
    }
  }

  private func target(_ address: [UInt8]) -> Target {
    guard let host = WebAddressParts(address)?.host else { return .other(address) }
    let labels = host.split(separator: ".")
    let languages = [words.original, words.language].map { LanguageCode.primary(of: $0.tag) }
    guard labels.count > 2, let first = labels.first, first == "www" || languages.contains(String(first))
    else {
      return .site(host)
    }
    return .site(labels.dropFirst().joined(separator: "."))
  }

  func compareLinks(into found: inout [Diagnostic]) {
    var isTold = false
    // A link may stand in another section than in the original; it is looked for where it was.
    let theirs = original.sections.sections.map { links(original, $0) }
    let mine = own.sections.sections.map { links(own, $0) }
    let (wanted, written) = (theirs.flatMap { $0 }, mine.flatMap { $0 })
    let lacking = Set(wanted.map(\.target).places(lackingIn: written.map(\.target)).map { wanted[$0].target })
    let added = Set(written.map(\.target).places(lackingIn: wanted.map(\.target)).map { written[$0].target })
    if lacking.isEmpty, added.isEmpty { return compareFiles(into: &found) }
    for number in theirs.indices where !lacking.isEmpty {
      let here = mine[number].map(\.target)
      for place in theirs[number].map(\.target).places(lackingIn: here) {
        let link = theirs[number][place]
        guard lacking.contains(link.target) else { continue }
        isTold = true
        let (name, hint) = shown(link)
        found.append(
          .warning(
            .translationLinks, file: own.file, at: at(own.sections.lastLine(number)),
            "The original links to \(name) (\(self.place(link.line))), and this translation does not.",
            hint: hint))
      }
    }
    // Another one in the place of one that is missing is one slip.
    if isTold { return }
    for number in mine.indices {
      let there = theirs[number].map(\.target)
      for place in mine[number].map(\.target).places(lackingIn: there) {
        let link = mine[number][place]
        guard added.contains(link.target) else { continue }
        found.append(
          .warning(
            .translationLinks, file: own.file, at: at(link.line),
            "This translation links to \(shown(link).name), and the original does not.",
            hint: "Delete the link, or write it in `\(original.file)`, too."))
      }
    }
  }

  private func shown(_ link: WrittenLink) -> (name: String, hint: String) {
    switch link.target {
    case .article(let number):
      let file = index.articles[number].file
      let from = "/" + PathText.folder(of: own.file)
      let path =
        PathText.relativeFolder("/" + PathText.folder(of: file), from: from) + PathText.name(of: file)
      return ("`\(file)`", "Write the link in this section: `[…](\(path))`.")
    case .near: return ("a file, or a place on its page,", "Write the link in this section.")
    case .site, .other:
      let address = String(decoding: link.address, as: UTF8.self)
      return ("`\(address)`", "Write the link in this section: `[…](\(address))`.")
    }
  }

  /// Files to download: links to them are known by what they use.
  private func compareFiles(into found: inout [Diagnostic]) {
    let pictures = Set(original.rendered.images + own.rendered.images)
    let (wanted, written) = (Set(original.usedFiles), Set(own.usedFiles))
    let end = at(own.sections.lastLine)
    func report(_ files: Set<Int>, _ message: (String) -> String, hint: String) {
      for file in files.subtracting(pictures).sorted() {
        found.append(
          .warning(
            .translationLinks, file: own.file, at: end, message("`\(index.files[file].path)`"), hint: hint))
      }
    }
    report(
      wanted.subtracting(written), { "The original links to \($0), and this translation does not." },
      hint: "Link to it where `\(original.file)` does.")
    report(
      written.subtracting(wanted), { "This translation links to \($0), and the original does not." },
      hint: "Delete the link, or write it in `\(original.file)`, too.")
  }

  // MARK: Numbers

  private struct PlacedNumber {
    let value: String
    let line: Int
    /// The block's place in its section.
    let block: Int
  }

  private func numbers(_ body: Body, _ section: TextSections.Section) -> [PlacedNumber] {
    section.blocks.enumerated().flatMap { place, number -> [PlacedNumber] in
      let block = body.text.blocks[number]
      // The title of an emergency is the heading of its care level, which is compared where it is written.
      if block.kind == .calloutTitle, block.callout >= 0,
        body.text.callouts[Int(block.callout)].kind == .emergency
      {
        return []
      }
      // Each line is counted once, however many numbers there are.
      var (line, counted) = (Int(block.firstLine), block.range.lowerBound)
      return WrittenNumber.all(in: body.text.bytes[block.range]).map { number in
        line += body.text.bytes[counted..<number.offset].count { $0 == 0x0A }
        counted = number.offset
        return PlacedNumber(value: number.value, line: line, block: place)
      }
    }
  }

  func compareNumbers(into found: inout [Diagnostic]) {
    for (section, mine) in zip(original.sections.sections, own.sections.sections) {
      let (wanted, written) = (numbers(original, section), numbers(own, mine))
      let lacking = differences(wanted, from: written)
      let added = differences(written, from: wanted)
      var isTold = [Bool](repeating: false, count: added.count)
      // Of each block, those that are not told yet, the next last.
      var places = Dictionary(grouping: added.indices.reversed(), by: { added[$0].block })
      for number in lacking {
        // What stands in its place is told with it.
        let place =
          places[number.block]?.popLast() ?? (lacking.count == 1 && added.count == 1 ? 0 : nil)
        let other = place.map { added[$0] }
        if let place { isTold[place] = true }
        let isAligned = section.blocks.count == mine.blocks.count && number.block < mine.blocks.count
        let line =
          other?.line
          ?? (isAligned
            ? Int(own.text.blocks[mine.blocks.lowerBound + number.block].firstLine)
            : mine.blocks.first.map { Int(own.text.blocks[$0].firstLine) } ?? own.sections.lastLine)
        found.append(
          words.number(
            missing: number.value, extra: other?.value, own.file, at(line), original.file, number.line))
      }
      for (number, isTold) in zip(added, isTold) where !isTold {
        let line = section.blocks.count == mine.blocks.count ? section.blocks.lowerBound + number.block : nil
        found.append(
          words.number(
            missing: nil, extra: number.value, own.file, at(number.line), original.file,
            (line ?? section.blocks.first).map { Int(original.text.blocks[$0].firstLine) }))
      }
    }
  }

  /// What one section has and the other not, where the blocks that stand in the same place differ, if some do.
  private func differences(_ wanted: [PlacedNumber], from others: [PlacedNumber]) -> [PlacedNumber] {
    let lacking = wanted.map(\.value).places(lackingIn: others.map(\.value))
    if lacking.isEmpty { return [] }
    struct Key: Hashable {
      let value: String
      let block: Int
    }
    var left = Dictionary(lacking.map { (wanted[$0].value, 1) }, uniquingKeysWith: +)
    let here = wanted.map { Key(value: $0.value, block: $0.block) }
      .places(lackingIn: others.map { Key(value: $0.value, block: $0.block) })
    return here.compactMap { place in
      guard let count = left[wanted[place].value], count > 0 else { return nil }
      left[wanted[place].value] = count - 1
      return wanted[place]
    }
  }

  // MARK: Words

  /// So many of one text are enough to see what is wrong.
  private static let mostUntranslated = 5

  func findUntranslated(into found: inout [Diagnostic]) {
    guard words.findsUntranslated else { return }
    var texts = OriginalTexts()
    for block in original.text.blocks {
      if let range = original.text.ownWords(of: block) {
        texts.add(original.text.bytes[range], line: Int(block.firstLine))
      }
    }
    let pictures = original.rendered.pictureTexts
    for block in original.text.blocks {
      for run in original.text.runs[block.runRange] where run.role == .picture {
        texts.add(pictures[Int(run.index)][...], line: Int(block.firstLine))
      }
    }
    var reports: [Diagnostic] = []
    func look(in words: ArraySlice<UInt8>, line: Int, butFor names: [Range<Int>] = []) {
      guard let same = texts.first(in: words, butFor: names) else { return }
      let line = line + words[..<same.range.lowerBound].count { $0 == 0x0A }
      reports.append(
        self.words.untranslated(words[same.range], own.file, at(line), original.file, same.line))
    }
    for block in own.text.blocks {
      let runs = own.text.runs[block.runRange]
      if let range = own.text.ownWords(of: block) {
        look(
          in: own.text.bytes[range], line: Int(block.firstLine),
          butFor: runs.filter(isName).map(\.range))
      }
      for run in runs where run.role == .picture {
        look(in: own.rendered.pictureTexts[Int(run.index)][...], line: Int(block.firstLine))
      }
    }
    found += reports.prefix(Self.mostUntranslated)
    if reports.count > Self.mostUntranslated, let next = reports[Self.mostUntranslated].position {
      found.append(
        .warning(
          .translationUntranslated, file: own.file, at: next,
          "\(reports.count - Self.mostUntranslated) more texts from here on are in \(words.original.name), word for word as in `\(original.file)`.",
          hint: "Write them in \(words.language.name)."))
    }
  }

  /// The names of other sites and of articles that are not translated stay as they are.
  private func isName(_ run: ArticleText.Run) -> Bool {
    switch run.role {
    case .outsideLink, .code: return true
    case .link:
      guard run.index >= 0, let article = own.rendered.links[Int(run.index)].article else { return false }
      return own.text.bytes[run.range].elementsEqual(index.articles[article].title)
    case .automaticLink, .picture, .deletion: return false
    }
  }
}

extension ArticleText {
  /// What its author wrote of a block: of a callout's title only what stands behind the word for its kind. Nil for what the site writes.
  func ownWords(of block: Block) -> Range<Int>? {
    guard block.kind == .calloutTitle else { return block.range }
    guard block.callout >= 0, callouts[Int(block.callout)].kind != .emergency,
      let colon = ByteSearch.first(Array(": ".utf8), in: bytes[block.range])?.upperBound
    else { return nil }
    return colon..<block.range.upperBound
  }
}
