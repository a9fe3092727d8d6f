/// Where in a page a word stands; a word that stands in several places counts by the first of these.
package enum SearchWeight: UInt8, CaseIterable {
  /// In a title of at most three words.
  case shortTitle
  /// In a longer title.
  case title
  /// In a synonym; on the page that shows the red flags and in the symptom checker, in one of them.
  case name
  /// In the summary, a heading or a red flag that the page carries.
  case heading
  /// At least three times in the text.
  case frequent
  case text

  package static let bits = 3
}
