import SiteModel

/// What became of every vignette, and what none of them walks.
package struct VignetteReport: Sendable {
  package struct Result: Sendable {
    package var id: String
    package var source: String
    package var expected: String
    package var atLeast: CareLevel
    /// Where it came out; nil when an answer on its way is missing.
    package var actual: String?
    package var level: CareLevel?
    package var steps: [TreePath.Step]

    package var isUnderTriage: Bool { level.map { $0 < atLeast } ?? false }
    package var passes: Bool { actual == expected && !isUnderTriage }
  }

  package var results: [Result]
  /// Of all that could be walked.
  package var outcomeCount: Int
  package var edgeCount: Int
  package var uncoveredOutcomes: [String]
  package var uncoveredEdges: [TreeEdge]
  /// Whether a vignette gives an answer by a name that it had before.
  var usesOldNames = false

  /// A line per vignette with its path, then what is not covered.
  package var text: String {
    var text = ""
    for result in results {
      let mark = result.passes ? "pass" : result.isUnderTriage ? "UNDER-TRIAGE" : "FAIL"
      text += "\(mark)  \(result.id)\n"
      let level = result.level.map { " (\($0.rawValue))" } ?? ""
      if result.passes {
        text += "      \(result.expected)\(level), at least \(result.atLeast.rawValue)\n"
      } else {
        text += "      expected \(result.expected), at least \(result.atLeast.rawValue)\n"
        text += "      actual   \(result.actual ?? "none: an answer is missing")\(level)\n"
      }
      text += "      path     \(TreePath.text(of: result.steps))\n"
    }
    for outcome in uncoveredOutcomes { text += "not covered  \(outcome)\n" }
    for edge in uncoveredEdges { text += "not covered  \(edge.question).\(edge.answer) > \(edge.next)\n" }
    let passed = results.filter(\.passes).count
    text +=
      "\(passed) of \(results.count) vignettes pass, \(results.filter(\.isUnderTriage).count) under-triage; "
    text += "\(outcomeCount - uncoveredOutcomes.count) of \(outcomeCount) outcomes and "
    text += "\(edgeCount - uncoveredEdges.count) of \(edgeCount) edges covered\n"
    return text
  }
}
