import SiteModel

/// What every outcome of one level says at its top.
package struct CareLevelCard: Sendable {
  /// The colours that a card may have, drawn by style sheet and picture.
  package enum Colour: String, CaseIterable, Sendable {
    case red, orange, yellow, green, blue, grey
  }

  package var heading: Placed<String>
  package var timeFrame: Placed<String>
  package var phone: Placed<String>?
  package var colour: Colour
  /// The language of its words, where it is not that of the site around it.
  package var foreign: SiteLanguage?
  /// Whether its words translate an earlier state of the original's.
  package var isStale = false

  /// What pages show below the heading: the time frame, or nothing where the heading says it already.
  package var timeFrameBesideHeading: String {
    func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    return words(heading.value).contains(words(timeFrame.value)) ? "" : timeFrame.value
  }
}
