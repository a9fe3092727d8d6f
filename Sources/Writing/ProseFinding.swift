import SiteModel

/// Something in an article's text that a reader may trip over.
package struct ProseFinding: Sendable {
  package let check: WritingCheck
  /// Hard to read: the reading age in tenths of a year. Long sentence: its words. Skipped heading: its index in the
  /// outline. Else the index of the phrase in the word lists, for a word to explain that of the jargon.
  package let value: Int32
  /// Where it begins.
  package let start: Start

  package enum Start: Sendable {
    /// A byte of the article's text.
    case byte(Int32)
    /// The beginning of one of its blocks.
    case block(Int32)
  }

  init(_ check: WritingCheck, _ range: Range<Int>, _ value: Int) {
    self.init(check, .byte(Int32(truncatingIfNeeded: range.lowerBound)), value)
  }

  init(_ check: WritingCheck, inBlock block: Int, _ value: Int) {
    self.init(check, .block(Int32(truncatingIfNeeded: block)), value)
  }

  private init(_ check: WritingCheck, _ start: Start, _ value: Int) {
    self.check = check
    self.start = start
    self.value = Int32(truncatingIfNeeded: value)
  }
}
