import Markdown
import SiteModel
import Text

/// Goes through an article's text once and notes what a reader may trip over.
///
/// All of it is one pass over bytes: a site of 10,000 articles has 40 MB of them.
package struct ProseScanner {
  private let words: WordLists
  /// What is known of words that were met before, in whatever article.
  private var known: KnownWords
  private var switches = WritingSwitches()
  private var findings: [ProseFinding] = []
  private var counted = 0
  private var section = Readability()
  /// The block that it begins with.
  private var sectionStart = 0
  private var sentence = Readability()
  private var sentenceStart = 0
  /// The last word; `lowerBound` is -1 before the first of a block.
  private var lastWord = -1..<0
  /// A `.`, `!` or `?` after the last word, that ends a sentence if what follows begins one.
  private var mark: UInt8 = 0
  /// Of the block.
  private var end = 0
  /// Headings and cells hold no sentences.
  private var holdsSentences = true
  /// Where `you have` stands for "if you have": in lists, tables and care cards.
  private var listsSigns = false
  private var isInFootnotes = false
  private var conditions = Claim.Conditions()
  /// Which words of the jargon the article was found to use.
  private var met: Set<Int> = []

  /// Who has mended as many will see the others.
  package static let mostInOneArticle = 100

  package init(_ words: WordLists) {
    self.words = words
    known = KnownWords(words)
  }

  /// The findings in the order of the text, headings that skip a level last.
  package mutating func scan(_ article: RenderedArticle, _ switches: WritingSwitches) -> [ProseFinding] {
    guard switches.readsText else { return [] }
    begin(switches)
    for block in article.text.blocks.indices { scan(block, of: article.text) }
    endSection(before: article.text.blocks.count)
    if switches[.skippedHeading] { compareLevels(of: article) }
    return findings
  }

  private mutating func begin(_ switches: WritingSwitches) {
    self.switches = switches
    findings = []
    counted = 0
    (section, sectionStart) = (Readability(), 0)
    (sentence, sentenceStart) = (Readability(), 0)
    (lastWord, mark) = (-1..<0, 0)
    isInFootnotes = false
    conditions = Claim.Conditions()
    met.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ finding: ProseFinding) {
    // A word to explain counts once at most, and may be one that the site explains.
    if finding.check != .unexplainedWord {
      counted += 1
      if counted > Self.mostInOneArticle { return }
    }
    findings.append(finding)
  }

  private mutating func scan(_ number: Int, of text: ArticleText) {
    let block = text.blocks[number]
    if block.kind == .code { return }
    if block.kind == .heading && block.heading >= 0 || !isInFootnotes && block.place.isFootnotes {
      endSection(before: number)
    }
    isInFootnotes = block.place.isFootnotes
    holdsSentences = block.kind == .paragraph || block.kind == .html
    listsSigns =
      block.kind == .cell || block.place.isList || block.place.isFootnotes
      || block.callout >= 0 && text.callouts[Int(block.callout)].kind == .emergency
    end = block.range.upperBound
    var start = block.range.lowerBound
    let runs = text.runs[block.runRange]
    for run in runs where run.role == .code && run.range.lowerBound >= start {
      scan(start..<run.range.lowerBound, text.bytes)
      start = run.range.upperBound
    }
    scan(start..<end, text.bytes)
    endSentence(at: end)
    if switches[.vagueLink] {
      for run in runs where run.role.isLink { checkLink(run.range, text.bytes) }
    }
  }

  private mutating func scan(_ range: Range<Int>, _ text: [UInt8]) {
    let bytes = text.span
    // The pointer is used only inside the closure, at places below its count.
    text.withUnsafeBufferPointer { pointer in
      var i = range.lowerBound
      while i < range.upperBound {
        let byte = pointer[i]
        if ProseText.beginsWord(byte) {
          if mark != 0 { resolveMark(bytes, i) }
          let (end, word) = known.word(pointer, i, upTo: range.upperBound, bytes)
          if sentence.words == 0 { sentenceStart = i }
          sentence.words &+= 1
          sentence.syllables &+= Int(word.syllables)
          lastWord = i..<end
          if word.mayBeginPhrase { lookUp(i..<end, bytes, text) }
          // Nearly every word ends in a space.
          i = end < range.upperBound && pointer[end] == 0x20 ? end &+ 1 : end
        } else {
          if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
            mark = byte
          }
          i &+= 1
        }
      }
    }
  }

  // MARK: Words

  /// Ends the sentence before the word at `start` unless the mark belongs to a number or an abbreviation.
  private mutating func resolveMark(_ bytes: Span<UInt8>, _ start: Int) {
    defer { mark = 0 }
    let letter = bytes[start]
    // "2.5", "e.g.", "(well?) before": no sentence begins with a small letter, nor right behind the mark.
    if ProseText.isLetter(letter), letter >= 0x61 { return }
    let before = bytes[max(start - 1, 0)]
    if before == UInt8(ascii: ".") { return }
    if mark == UInt8(ascii: "."), lastWord.lowerBound >= 0, isAbbreviation(bytes) { return }
    endSentence(at: start)
  }

  private func isAbbreviation(_ bytes: Span<UInt8>) -> Bool {
    guard lastWord.count <= 6 else { return false }
    var packed: UInt64 = 0
    for i in lastWord { packed = packed << 8 | UInt64(bytes[i] | 0x20) }
    if lastWord.count == 1 { return ProseText.isLetter(bytes[lastWord.lowerBound]) && packed != 0x69 }
    return Self.abbreviations.contains(packed)
  }

  private static let abbreviations: [UInt64] = ["dr", "mr", "mrs", "ms", "prof", "vs", "fig", "approx"].map {
    $0.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  // MARK: Sentences and sections

  private mutating func endSentence(at end: Int) {
    mark = 0
    lastWord = -1..<0
    guard sentence.words > 0 else { return }
    if holdsSentences {
      if sentence.words > Self.longestSentence, switches[.longSentence] {
        note(ProseFinding(.longSentence, sentenceStart..<end, sentence.words))
      }
      section.words += sentence.words
      section.syllables += sentence.syllables
      section.sentences += 1
    }
    sentence = Readability()
  }

  private static let longestSentence = 30
  /// In years: a text is read with ease at the age of its grade's pupils.
  private static let highestAge = 14.0
  private static let ageInFirstGrade = 5.0

  /// Each section is told of at its first block.
  private mutating func endSection(before next: Int) {
    if switches[.hardToRead], !isInFootnotes, let value = hardness {
      note(ProseFinding(.hardToRead, inBlock: sectionStart, value))
    }
    section = Readability()
    sectionStart = next
  }

  /// Of a section that is hard to read, what its language's formula says, times ten: an age in years, or an ease.
  private var hardness: Int? {
    switch words.formula {
    case .fleschKincaid:
      guard let grade = section.grade(fewest: Self.fewestWords) else { return nil }
      let age = grade + Self.ageInFirstGrade
      return age > Self.highestAge ? Int((age * 10).rounded(.up)) : nil
    case .fernandezHuerta:
      guard let ease = section.ease(fewest: Self.fewestWords), ease < Self.leastEase else { return nil }
      return Int((max(ease, 0) * 10).rounded(.down))
    case nil: return nil
    }
  }

  /// Of less, a formula says nothing.
  private static let fewestWords = 20
  /// What readers from 12 to 14 years on understand.
  private static let leastEase = 60.0

  private mutating func compareLevels(of article: RenderedArticle) {
    var level = 1
    for (number, block) in article.text.blocks.enumerated() where block.heading >= 0 {
      let heading = article.outline[Int(block.heading)]
      if heading.level > level + 1 {
        note(ProseFinding(.skippedHeading, inBlock: number, Int(block.heading)))
      }
      level = heading.level
    }
  }

  // MARK: Phrases

  private mutating func checkLink(_ range: Range<Int>, _ text: [UInt8]) {
    guard range.count <= 40 else { return }
    let bytes = text.span
    var end = range.lowerBound
    while end < range.upperBound, case let length = ProseText.continuesWord(bytes, end), length > 0 {
      end += length
    }
    guard end > range.lowerBound else { return }
    guard words.mayBegin(WordLists.key(bytes, range.lowerBound..<end, startsLink: true)),
      let group = words.group(bytes, range.lowerBound..<end, startsLink: true)
    else { return }
    let written = ProseWords(text, range).map(\.text)
    if let number = group.numbers.first(where: { words.phrases[$0].words == written }) {
      note(ProseFinding(.vagueLink, range, number))
    }
  }

  private mutating func lookUp(_ word: Range<Int>, _ bytes: Span<UInt8>, _ text: [UInt8]) {
    guard let group = words.group(bytes, word) else { return }
    for number in group.candidates(text, word.lowerBound, end: end) {
      guard mayMatch(words.phrases[number], at: word, bytes),
        let range = match(words.phrases[number], at: word, text)
      else { continue }
      report(number, range, text)
    }
  }

  private mutating func report(_ number: Int, _ range: Range<Int>, _ text: [UInt8]) {
    let phrase = words.phrases[number]
    switch phrase.use {
    case .vagueLink: break
    case .jargon:
      guard switches[.unexplainedWord], met.insert(phrase.number).inserted else { return }
      note(ProseFinding(.unexplainedWord, range, number))
    case .claim:
      guard switches[.absoluteClaim] else { return }
      // Who has mended as many will see the others.
      guard counted <= Self.mostInOneArticle else { return }
      let claim = Claim(text, sentence: sentenceStart, range, end: end)
      if claim.isDenied { return }
      if Claim.addresses.contains(phrase.words) {
        if listsSigns { return }
        conditions.read(text, sentence: sentenceStart, upTo: range.lowerBound)
        if !claim.isAssertion(afterCondition: conditions.areMet) { return }
      }
      note(ProseFinding(.absoluteClaim, range, number))
    case .promise:
      guard switches[.absoluteClaim], counted <= Self.mostInOneArticle else { return }
      let claim = Claim(text, sentence: sentenceStart, range, end: end, reach: Claim.manyWords)
      guard !claim.isDenied, claim.isPromise(phrase.words) else { return }
      conditions.read(text, sentence: sentenceStart, upTo: range.lowerBound)
      if !conditions.areMet { note(ProseFinding(.absoluteClaim, range, number)) }
    }
  }

  /// A cheap look at the second word: many sentences have a `you`, and few of them a claim.
  private func mayMatch(_ phrase: WordLists.Phrase, at word: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard phrase.words.count > 1, word.upperBound + 1 < bytes.count, bytes[word.upperBound] == 0x20 else {
      return true
    }
    let next = bytes[word.upperBound + 1]
    return next | 0x20 == phrase.words[1][0] | 0x20
  }

  /// Where the phrase stands, if it begins with `word`: in one block, with nothing but space between its words.
  private func match(_ phrase: WordLists.Phrase, at word: Range<Int>, _ text: [UInt8]) -> Range<Int>? {
    var last = word.lowerBound
    var following = ProseWords(text, last..<end)
    for word in phrase.words {
      guard let next = following.next(), next.text == word else { return nil }
      if text[last..<next.range.lowerBound].contains(where: { !Self.mayDivide($0) }) { return nil }
      last = next.range.upperBound
    }
    return word.lowerBound..<last
  }

  /// A space, one that does not break, or the end of a line.
  private static func mayDivide(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0xC2 || byte == 0xA0
  }
}

extension ArticleText.Role {
  /// One that the author wrote.
  fileprivate var isLink: Bool { self == .link || self == .outsideLink }
}
