/// How soon someone should be seen. The ranks are fixed, since the rules are about them; what a level is called and
/// looks like is the clinic's (`CareLevelCard`).
package enum CareLevel: String, CaseIterable, Comparable, Sendable {
  case emergency
  case urgent
  case soon
  case routine
  case selfCare = "self-care"

  /// 5 for an emergency down to 1 for self-care.
  package var rank: Int {
    switch self {
    case .emergency: 5
    case .urgent: 4
    case .soon: 3
    case .routine: 2
    case .selfCare: 1
    }
  }

  /// Less urgent before more urgent.
  package static func < (left: CareLevel, right: CareLevel) -> Bool { left.rank < right.rank }
}

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
}
