import Diagnostics
import YAML

/// How soon somebody should be seen, in the clinic's words.
package struct CareHeading: Sendable {
  package let name: String
  package let heading: String

  /// Most urgent first.
  package static let names = ["emergency", "urgent", "soon", "routine", "self-care"]
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
