/// How soon someone should be seen. The ranks are fixed, since the rules are about them; what a level is called and
/// looks like is the clinic's.
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

/// A level in the clinic's words.
package struct CareHeading: Sendable {
  package let name: String
  package let heading: String
  /// The language of the heading, where it is not that of the site around it.
  package var foreign: SiteLanguage?
  /// Whether the heading translates an earlier state of the original's.
  package var isStale = false

  /// Most urgent first.
  package static let names = CareLevel.allCases.map(\.rawValue)
  package static let file = "Content/symptom-checker/care-levels.yaml"

  /// Every level, most urgent first. Those that `heading` does not know have a heading of Limber's.
  package static func all(_ heading: (CareLevel) -> String? = { _ in nil }) -> [CareHeading] {
    CareLevel.allCases.map { level in
      CareHeading(
        name: level.rawValue, heading: heading(level) ?? standardHeadings[level.rawValue] ?? level.rawValue)
    }
  }

  private static let standardHeadings = [
    "emergency": "Call for an ambulance or go to an emergency department now",
    "urgent": "Get medical help today",
    "soon": "Be seen within a few days", "routine": "Book a visit",
    "self-care": "Look after it yourself for now",
  ]
}
