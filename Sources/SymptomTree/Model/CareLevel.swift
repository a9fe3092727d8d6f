/// How soon someone should be seen. The ranks are fixed, since the rules are about them; what a level is called and
/// looks like is the clinic's (`CareLevelCard`).
public enum CareLevel: String, CaseIterable, Comparable, Sendable {
  case emergency
  case urgent
  case soon
  case routine
  case selfCare = "self-care"

  /// 5 for an emergency down to 1 for self-care.
  public var rank: Int {
    switch self {
    case .emergency: 5
    case .urgent: 4
    case .soon: 3
    case .routine: 2
    case .selfCare: 1
    }
  }

  /// Less urgent before more urgent.
  public static func < (left: CareLevel, right: CareLevel) -> Bool { left.rank < right.rank }
}

/// What every outcome of one level says at its top.
public struct CareLevelCard: Sendable {
  /// The colours that a card may have, drawn by style sheet and picture.
  public enum Colour: String, CaseIterable, Sendable {
    case red, orange, yellow, green, blue, grey
  }

  public var heading: Placed<String>
  public var timeFrame: Placed<String>
  public var phone: Placed<String>?
  public var colour: Colour
}
