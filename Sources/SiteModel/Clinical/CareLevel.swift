import Diagnostics
import YAML

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

  /// Most urgent first.
  package static let names = CareLevel.allCases.map(\.rawValue)
  package static let file = "Content/symptom-checker/care-levels.yaml"

  /// Every level, most urgent first. Without the file the names of the levels serve as headings.
  package static func read(_ bytes: [UInt8]?, into diagnostics: inout [Diagnostic]) -> [CareHeading] {
    var headings: [String: String] = [:]
    if let bytes, let root = YAMLDocument.parse(bytes[...], file: file, into: &diagnostics)?.root {
      for (key, value) in root.entries {
        headings[key.text] = value.value(for: "heading")?.text
      }
    }
    return names.map { CareHeading(name: $0, heading: headings[$0] ?? standardHeadings[$0] ?? $0) }
  }

  private static let standardHeadings = [
    "emergency": "Call for an ambulance or go to an emergency department now",
    "urgent": "Get medical help today",
    "soon": "Be seen within a few days", "routine": "Book a visit",
    "self-care": "Look after it yourself for now",
  ]
}
