import Markdown
import SiteModel
import Text

/// The words and phrases that are looked for, prepared for looking up: those that go with the language, and the
/// site's own.
package final class WordLists: Sendable {
  package enum Use: Sendable { case jargon, claim, promise, vagueLink }

  package struct Phrase: Sendable {
    package let use: Use
    /// As it is written in the list.
    package let text: String
    /// In small letters.
    package let words: [[UInt8]]
    /// The index in the list's own order.
    package let number: Int

    /// Its words, as a message names what was found.
    package var shown: String { words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") }
  }

  package let jargon: [String]
  /// Nil where nothing can be said of how hard a text is.
  package let formula: ReadingFormula?
  package let phrases: [Phrase]
  /// For each key of a word whether some phrase may begin with it.
  private let mayBegin: [Bool]
  /// The phrases that begin with the same word; and where to find them by it: places of `groups`, -1 for none, the first
  /// place tried being that of the word's hash.
  private let groups: [Group]
  private let table: [Int32]

  /// Phrases that begin with the same word, the last of the lists first.
  package final class Group: Sendable {
    package let numbers: [Int]
    fileprivate let word: [UInt8]
    fileprivate let startsLink: Bool
    /// When there are many: by all of their words, and how many words each may have.
    private let byWords: [[[UInt8]]: [Int]]
    private let lengths: [Int]
    /// Which letters their second words begin with, one bit for each; all where one has no second word that begins with a letter of
    /// ASCII.
    private let seconds: UInt32

    /// Few are compared one after another.
    private static let few = 8

    fileprivate init(_ numbers: [Int], of phrases: [Phrase]) {
      self.numbers = numbers
      word = phrases[numbers[0]].words[0]
      startsLink = phrases[numbers[0]].use == .vagueLink
      let many = numbers.count > Self.few ? numbers : []
      byWords = Dictionary(grouping: many) { phrases[$0].words }
      lengths = Set(many.map { phrases[$0].words.count }).sorted()
      seconds = many.reduce(0) { seconds, number in
        let words = phrases[number].words
        guard words.count > 1, let first = words[1].first, ProseText.isLetter(first) else { return .max }
        return seconds | 1 << UInt32(first & 0x1F)
      }
    }

    /// Those that may stand where `text` has the word at `start`: all when they are few, else those whose words do.
    package func candidates(_ text: [UInt8], _ start: Int, end: Int) -> [Int] {
      guard let longest = lengths.last else { return numbers }
      if let second = Self.secondLetter(text, start, end), seconds & 1 << UInt32(second & 0x1F) == 0 {
        return []
      }
      let words = Array(ProseWords(text, start..<end).lazy.prefix(longest).map(\.text))
      let found = lengths.lazy.filter { $0 <= words.count }.flatMap {
        self.byWords[Array(words.prefix($0))] ?? []
      }
      return found.sorted(by: >)
    }

    /// The letter of ASCII that the second word from `start` begins with; nil where the words are not so plain.
    private static func secondLetter(_ text: [UInt8], _ start: Int, _ end: Int) -> UInt8? {
      var i = start
      while i < end, ProseText.isLetter(text[i]) { i += 1 }
      guard i < end, text[i] == 0x20 || text[i] == 0x0A else { return nil }
      while i < end, text[i] == 0x20 || text[i] == 0x0A { i += 1 }
      return i < end && ProseText.isLetter(text[i]) ? text[i] : nil
    }
  }

  /// The words of a site in the language of its settings.
  package convenience init(_ settings: WritingSettings, language: String) {
    self.init(
      language: language, jargon: settings.jargon, claims: settings.claims, vagueLinks: settings.vagueLinks)
  }

  package init(language: String, jargon: [String] = [], claims: [String] = [], vagueLinks: [String] = []) {
    formula = ReadingFormula(language: language)
    let own = Self.own[LanguageCode.primary(of: language)]
    self.jargon = jargon
    var phrases: [Phrase] = []
    func add(_ list: [String], _ use: Use) {
      for (number, text) in list.enumerated() {
        let words = ProseWords.words(of: text)
        guard let last = words.last else { continue }
        let forms = use == .jargon ? [last] + Self.plurals(of: last) : [last]
        for form in forms {
          phrases.append(Phrase(use: use, text: text, words: words.dropLast() + [form], number: number))
        }
      }
    }
    add(jargon, .jargon)
    add((own?.claims ?? []) + claims, .claim)
    add(Promise.phrases[LanguageCode.primary(of: language)] ?? [], .promise)
    add((own?.vagueLinks ?? []) + vagueLinks, .vagueLink)
    var mayBegin = [Bool](repeating: false, count: Self.keyCount * 2)
    var numbers: [[UInt8]: [Int]] = [:]
    for (number, phrase) in phrases.enumerated().reversed() {
      let word = phrase.words[0]
      let isLink = phrase.use == .vagueLink
      // An apostrophe of typesetters takes three bytes instead of one.
      for apostrophe in word.contains(UInt8(ascii: "'")) ? ["'", "\u{2019}"] : ["'"] {
        let written = word.flatMap { $0 == UInt8(ascii: "'") ? Array(apostrophe.utf8) : [$0] }
        mayBegin[Self.key(written.span, written.indices, startsLink: isLink)] = true
      }
      numbers[word + [isLink ? 1 : 0], default: []].append(number)
    }
    var size = 16
    while size < numbers.count * 4 { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    var groups: [Group] = []
    for list in numbers.values {
      let group = Group(list, of: phrases)
      let word = group.word
      var place = Self.hash(word.span, word.indices, group.startsLink) & (size - 1)
      while table[place] >= 0 { place = (place + 1) & (size - 1) }
      table[place] = Int32(groups.count)
      groups.append(group)
    }
    self.phrases = phrases
    self.mayBegin = mayBegin
    self.groups = groups
    self.table = table
  }

  /// Whether some phrase may begin with a word of that key. Most words are passed by on this.
  @inline(__always)
  package func mayBegin(_ key: Int) -> Bool { mayBegin[key] }

  /// The phrases that begin with the word at `range`, of links or of running text. The word is looked up as it is
  /// written: of those that get here, few begin a phrase.
  package func group(_ bytes: Span<UInt8>, _ range: Range<Int>, startsLink: Bool = false) -> Group? {
    var place = Self.hash(bytes, range, startsLink) & (table.count - 1)
    while table[place] >= 0 {
      let group = groups[Int(table[place])]
      if group.startsLink == startsLink, Self.isSame(bytes, range, group.word) { return group }
      place = (place + 1) & (table.count - 1)
    }
    return nil
  }

  /// FNV-1a of the letters.
  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>, _ startsLink: Bool) -> Int {
    var hash: UInt32 = startsLink ? 0x811C_9DC4 : 0x811C_9DC5
    var i = range.lowerBound
    while i < range.upperBound { hash = (hash ^ UInt32(letter(bytes, &i))) &* 0x0100_0193 }
    return Int(hash)
  }

  private static func isSame(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    var i = range.lowerBound
    for wanted in word {
      if i >= range.upperBound || letter(bytes, &i) != wanted { return false }
    }
    return i >= range.upperBound
  }

  /// The next letter, small, as `ProseWords` has it: inside a word an E2 begins an apostrophe.
  @inline(__always)
  private static func letter(_ bytes: Span<UInt8>, _ i: inout Int) -> UInt8 {
    let byte = bytes[i]
    i += byte == 0xE2 ? 3 : 1
    if byte == 0xE2 { return UInt8(ascii: "'") }
    return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The jargon that a name is, as it stands; by its number.
  package func jargon(named name: [UInt8]) -> Int? {
    var start = 0
    while start < name.count, !ProseText.beginsWord(name[start]) { start += 1 }
    var end = start
    while end < name.count, case let length = ProseText.continuesWord(name.span, end), length > 0 {
      end += length
    }
    guard end > start, mayBegin(Self.key(name.span, start..<end)), let group = group(name.span, start..<end)
    else {
      return nil
    }
    let words = ProseWords(name, start..<name.count).map(\.text)
    return group.candidates(name, start, end: name.count).first {
      phrases[$0].use == .jargon && phrases[$0].words == words
    }.map { phrases[$0].number }
  }

  private static let keyCount = 2048

  /// What tells words apart cheaply: first and last byte in small letters, and length; and whether phrases of links
  /// are looked for, or of running text.
  @inline(__always)
  package static func key(_ bytes: Span<UInt8>, _ word: Range<Int>, startsLink: Bool = false) -> Int {
    let (first, last) = (bytes[word.lowerBound] | 0x20, bytes[word.upperBound - 1] | 0x20)
    let key = (Int(first) &* 71 &+ Int(last) &* 13 &+ word.count) & (keyCount - 1)
    return startsLink ? key + keyCount : key
  }

  /// `bursas`, `biopsies`, `reflexes`.
  private static func plurals(of word: [UInt8]) -> [[UInt8]] {
    switch word[word.count - 1] {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "h"): [word + Array("es".utf8)]
    case UInt8(ascii: "y"): [word.dropLast() + Array("ies".utf8), word + Array("s".utf8)]
    default: [word + Array("s".utf8)]
    }
  }

  /// What is looked for in each language, by its code.
  private static let own = ["en": (claims: claims, vagueLinks: vagueLinks), "es": spanish]

  private static let spanish = (
    claims: [
      "cura", "curan", "curará", "garantiza", "garantizan", "garantizado", "garantizada", "usted tiene",
      "milagro", "milagroso", "milagrosa", "sin ningún riesgo", "totalmente seguro", "totalmente segura",
      "completamente seguro", "completamente segura", "siempre funciona", "nunca falla",
      "funciona para todos",
    ],
    vagueLinks: [
      "aquí", "haga clic aquí", "clic aquí", "vea aquí", "lea aquí", "esto", "este enlace", "esta página",
      "enlace", "página", "más", "leer más", "lea más", "más información", "saber más", "clic", "sitio web",
    ]
  )

  private static let claims = [
    "cure", "cures", "cured", "guarantee", "guarantees", "guaranteed", "you have", "miracle", "risk-free",
    "completely safe", "totally safe", "always works", "never fails", "works for everyone",
  ]
  private static let vagueLinks = [
    "here", "click here", "see here", "read here", "this", "this link", "this page", "link", "page", "more",
    "read more", "learn more", "find out more", "more information", "click", "website",
  ]
}
