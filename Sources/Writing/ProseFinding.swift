import SiteModel

/// Something in an article's text that a reader may trip over.
package struct ProseFinding: Sendable {
  package let check: WritingCheck
  /// Offsets in the article's HTML.
  package let start: Int32
  package let end: Int32
  /// Hard to read: the reading age in tenths of a year. Long sentence: its words. Skipped heading: its index in the
  /// outline. Else the index of the phrase in the word lists, for a word to explain that of the jargon.
  package let value: Int32

  package init(_ check: WritingCheck, _ range: Range<Int>, _ value: Int) {
    self.check = check
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
    self.value = Int32(truncatingIfNeeded: value)
  }

  package var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}
