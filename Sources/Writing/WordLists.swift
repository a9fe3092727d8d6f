import Markdown
import SiteModel
import Text

/// The words and phrases that are looked for, prepared for looking up: those that go with the language, and the
/// site's own.
package final class WordLists: Sendable {
  package enum Use: Sendable { case jargon, claim, vagueLink }

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
  package let phrases: [Phrase]
  /// For each key of a word the first phrase, + 1, that begins with such a word; then on by `next`.
  private let heads: [UInt16]
  private let next: [UInt16]

  /// The words of a site in the language of its settings.
  package convenience init(_ settings: WritingSettings, language: String) {
    self.init(
      language: language, jargon: settings.jargon, claims: settings.claims, vagueLinks: settings.vagueLinks)
  }

  package init(language: String, jargon: [String] = [], claims: [String] = [], vagueLinks: [String] = []) {
    let isEnglish = LanguageCode.primary(of: language) == "en"
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
    add((isEnglish ? Self.claims : []) + claims, .claim)
    add((isEnglish ? Self.vagueLinks : []) + vagueLinks, .vagueLink)
    phrases = Array(phrases.prefix(Int(UInt16.max) - 1))
    var heads = [UInt16](repeating: 0, count: Self.keyCount * 2)
    var next: [UInt16] = []
    for (number, phrase) in phrases.enumerated() {
      let word = phrase.words[0]
      let key = Self.key(word.span, word.indices, startsLink: phrase.use == .vagueLink)
      next.append(heads[key])
      heads[key] = UInt16(number + 1)
    }
    self.phrases = phrases
    self.heads = heads
    self.next = next
  }

  /// Whether some phrase may begin with a word of that key. Most words are passed by on this.
  @inline(__always)
  package func mayBegin(_ key: Int) -> Bool { heads[key] != 0 }

  /// The index of the first phrase that may begin with a word of that key.
  package func first(of key: Int) -> Int? { heads[key] == 0 ? nil : Int(heads[key]) - 1 }

  /// The index of the next one that may.
  package func next(after phrase: Int) -> Int? { next[phrase] == 0 ? nil : Int(next[phrase]) - 1 }

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

  private static let claims = [
    "cure", "cures", "cured", "guarantee", "guarantees", "guaranteed", "you have", "miracle", "risk-free",
    "completely safe", "totally safe", "always works", "never fails", "works for everyone",
  ]
  private static let vagueLinks = [
    "here", "click here", "see here", "read here", "this", "this link", "this page", "link", "page", "more",
    "read more", "learn more", "find out more", "more information", "click", "website",
  ]
}
