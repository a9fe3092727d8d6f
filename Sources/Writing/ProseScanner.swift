import Markdown
import SiteModel
import Text

/// Reads an article's HTML once and notes what a reader may trip over.
///
/// All of it is one pass over bytes: a site of 10,000 articles has 70 MB of them.
package struct ProseScanner {
  private let words: WordLists
  private var switches = WritingSwitches()
  private var findings: [ProseFinding] = []
  private var section = ReadingAge()
  private var sectionStart = 0
  private var sentence = ReadingAge()
  private var sentenceStart = 0
  /// The last word; `lowerBound` is -1 before the first of a block.
  private var lastWord = -1..<0
  /// A `.`, `!` or `?` after the last word, that ends a sentence if what follows begins one.
  private var mark: UInt8 = 0
  /// Headings and tables hold no sentences.
  private var isInTitle = false
  private var isInTable = false
  private var isInItem = false
  private var isInCareCard = false
  private var isInFootnotes = false
  private var linkStart = 0
  /// Which words of the jargon the article was found to use.
  private var met: Set<Int> = []

  package init(_ words: WordLists) { self.words = words }

  /// The findings in the order of the text, headings that skip a level last.
  package mutating func scan(_ article: RenderedArticle, _ switches: WritingSwitches) -> [ProseFinding] {
    guard switches.readsText else { return [] }
    self = ProseScanner(words)
    self.switches = switches
    scan(article.html)
    endSection(at: article.html.count)
    if switches[.skippedHeading] { compareLevels(of: article.outline) }
    return findings
  }

  private mutating func scan(_ html: [UInt8]) {
    let bytes = html.span
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if ProseText.beginsWord(byte) {
        i = word(bytes, i, html)
      } else if byte == UInt8(ascii: "<") {
        i = tag(bytes, i, html)
      } else if byte == UInt8(ascii: "&") {
        i = ProseText.skippingEntity(bytes, i)
      } else {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { mark = byte }
        i += 1
      }
    }
  }

  // MARK: Words

  /// What a byte is as a letter of ASCII: nothing, a consonant, or a vowel, which has the lowest bit.
  private enum LetterKind {
    static let none: UInt8 = 0
    static let consonant: UInt8 = 2
    static let vowel: UInt8 = 3
  }

  private static let letterKinds: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    guard ProseText.isLetter(byte) else { return LetterKind.none }
    return Syllables.isVowel((byte | 0x20) - 0x61) == 1 ? LetterKind.vowel : LetterKind.consonant
  }

  private mutating func word(_ bytes: Span<UInt8>, _ start: Int, _ html: [UInt8]) -> Int {
    if mark != 0 { resolveMark(bytes, start) }
    var groups = 0
    var wasVowel: UInt8 = 0
    var i = start
    // The pointer is used only inside the closure; the table has an entry for each byte.
    Self.letterKinds.withUnsafeBufferPointer { kinds in
      while i < bytes.count {
        let kind = kinds[Int(bytes[i])]
        if kind != LetterKind.none {
          let isVowel = kind & 1
          groups &+= Int(isVowel & ~wasVowel)
          if isVowel & wasVowel != 0, Syllables.isHiatus(bytes, i) { groups &+= 1 }
          wasVowel = isVowel
          i &+= 1
          continue
        }
        let length = ProseText.continuesWord(bytes, i)
        if length == 0 { break }
        // A letter of Latin-1 is mostly a vowel with an accent.
        if bytes[i] == 0xC3 { groups &+= 1 }
        wasVowel = 0
        i += length
      }
    }
    if sentence.words == 0 { sentenceStart = start }
    sentence.words &+= 1
    sentence.syllables &+= Syllables.count(bytes, start..<i, groups: groups)
    lastWord = start..<i
    if words.mayBegin(WordLists.key(bytes, start..<i)) { lookUp(start..<i, bytes, html) }
    return i
  }

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
    if !isInTitle, !isInTable {
      if sentence.words > Self.longestSentence, switches[.longSentence] {
        findings.append(ProseFinding(.longSentence, sentenceStart..<end, sentence.words))
      }
      section.words += sentence.words
      section.syllables += sentence.syllables
      section.sentences += 1
    }
    sentence = ReadingAge()
  }

  private static let longestSentence = 30

  private mutating func endSection(at end: Int) {
    endSentence(at: end)
    if switches[.hardToRead], !isInFootnotes, let years = section.years, years > ReadingAge.highest {
      findings.append(ProseFinding(.hardToRead, sectionStart..<end, Int((years * 10).rounded(.up))))
    }
    section = ReadingAge()
    sectionStart = end
  }

  private mutating func compareLevels(of outline: [RenderedArticle.Heading]) {
    var level = 1
    for (number, heading) in outline.enumerated() {
      if heading.level > level + 1 { findings.append(ProseFinding(.skippedHeading, level..<level, number)) }
      level = heading.level
    }
  }

  // MARK: Elements

  /// The tag at `i`; where to go on.
  private mutating func tag(_ bytes: Span<UInt8>, _ i: Int, _ html: [UInt8]) -> Int {
    func at(_ offset: Int) -> UInt8 { i + offset < bytes.count ? bytes[i + offset] : 0 }
    let isEnd = at(1) == UInt8(ascii: "/")
    let first = at(isEnd ? 2 : 1)
    let second = at(isEnd ? 3 : 2)
    let end = ProseText.skippingTag(bytes, i)
    switch (first, second) {
    case (UInt8(ascii: "a"), UInt8(ascii: " ")), (UInt8(ascii: "a"), UInt8(ascii: ">")):
      if isEnd {
        if linkStart > 0 { closeLink(linkStart..<i, bytes, html) }
        linkStart = 0
      } else if at(9) == UInt8(ascii: "#"), Self.isOwnLink(html, i + 10) {
        return Self.skipping("</a>", html, end)
      } else {
        linkStart = end
      }
      return end
    case (UInt8(ascii: "e"), UInt8(ascii: "m")), (UInt8(ascii: "i"), UInt8(ascii: "m")),
      (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "s"), UInt8(ascii: "p")),
      (UInt8(ascii: "d"), UInt8(ascii: "e")), (UInt8(ascii: "b"), UInt8(ascii: "r")):
      return end
    case (UInt8(ascii: "s"), UInt8(ascii: "u")): return Self.skipping("</sup>", html, end)
    case (UInt8(ascii: "c"), UInt8(ascii: "o")): return Self.skipping("</code>", html, end)
    case (UInt8(ascii: "p"), UInt8(ascii: "r")): return Self.skipping("</pre>", html, end)
    default: break
    }
    endSentence(at: i)
    switch first {
    // The headings of callouts and care cards have a class.
    case UInt8(ascii: "p"): isInTitle = !isEnd && second == UInt8(ascii: " ")
    case UInt8(ascii: "h") where second != UInt8(ascii: "r"):
      if !isEnd, at(4) == UInt8(ascii: "i") { endSection(at: i) }
      isInTitle = !isEnd
    case UInt8(ascii: "l"): isInItem = !isEnd
    case UInt8(ascii: "t") where second == UInt8(ascii: "a"): isInTable = !isEnd
    case UInt8(ascii: "s"):
      isInCareCard = !isEnd && at(16) == UInt8(ascii: "c")
      if !isEnd, at(16) == UInt8(ascii: "f") {
        endSection(at: i)
        isInFootnotes = true
      }
    default: break
    }
    return end
  }

  /// A citation's number or the way back from a footnote, by what follows `href="#`.
  private static func isOwnLink(_ html: [UInt8], _ i: Int) -> Bool {
    html[i...].starts(with: "ref-".utf8) || html[i...].starts(with: "fnref-".utf8)
  }

  private static func skipping(_ tag: StaticString, _ html: [UInt8], _ start: Int) -> Int {
    tag.withUTF8Buffer { tag in
      var i = start
      while i < html.count {
        if html[i] == tag[0], html[i...].starts(with: tag) { return i + tag.count }
        i += 1
      }
      return i
    }
  }

  // MARK: Phrases

  private mutating func closeLink(_ range: Range<Int>, _ bytes: Span<UInt8>, _ html: [UInt8]) {
    guard switches[.vagueLink], range.count <= 40 else { return }
    var end = range.lowerBound
    while end < range.upperBound, case let length = ProseText.continuesWord(bytes, end), length > 0 {
      end += length
    }
    guard end > range.lowerBound else { return }
    var candidate = words.first(of: WordLists.key(bytes, range.lowerBound..<end, startsLink: true))
    while let number = candidate {
      if words.phrases[number].words == ProseWords(html, range, .html).map(\.text) {
        return findings.append(ProseFinding(.vagueLink, range, number))
      }
      candidate = words.next(after: number)
    }
  }

  private mutating func lookUp(_ word: Range<Int>, _ bytes: Span<UInt8>, _ html: [UInt8]) {
    var candidate = words.first(of: WordLists.key(bytes, word))
    while let number = candidate {
      candidate = words.next(after: number)
      guard mayMatch(words.phrases[number], at: word, bytes),
        let range = match(words.phrases[number], at: word, html)
      else { continue }
      report(number, range, html)
    }
  }

  private mutating func report(_ number: Int, _ range: Range<Int>, _ html: [UInt8]) {
    let phrase = words.phrases[number]
    switch phrase.use {
    case .vagueLink: break
    case .jargon:
      guard switches[.unexplainedWord], met.insert(phrase.number).inserted else { return }
      findings.append(ProseFinding(.unexplainedWord, range, number))
    case .claim:
      guard switches[.absoluteClaim] else { return }
      let claim = Claim(html, sentence: sentenceStart, range)
      if claim.isDenied { return }
      if phrase.words == Claim.address, isInItem || isInTable || isInCareCard || !claim.isAssertion { return }
      findings.append(ProseFinding(.absoluteClaim, range, number))
    }
  }

  /// A cheap look at the second word: many sentences have a `you`, and few of them a claim.
  private func mayMatch(_ phrase: WordLists.Phrase, at word: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard phrase.words.count > 1, word.upperBound + 1 < bytes.count, bytes[word.upperBound] == 0x20 else {
      return true
    }
    let next = bytes[word.upperBound + 1]
    return next == UInt8(ascii: "<") || next | 0x20 == phrase.words[1][0] | 0x20
  }

  /// Where the phrase stands, if it begins with `word`.
  private func match(_ phrase: WordLists.Phrase, at word: Range<Int>, _ html: [UInt8]) -> Range<Int>? {
    var end = word.lowerBound
    var following = ProseWords(html, end..<html.count, .html)
    for word in phrase.words {
      guard let next = following.next(), next.text == word else { return nil }
      end = next.range.upperBound
    }
    return word.lowerBound..<end
  }
}
