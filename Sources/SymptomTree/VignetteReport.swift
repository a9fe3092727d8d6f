/// What became of every vignette, and what none of them walks.
public struct VignetteReport: Sendable {
  public struct Result: Sendable {
    public var id: String
    public var source: String
    public var expected: String
    public var atLeast: CareLevel
    /// Where it came out; nil when an answer on its way is missing.
    public var actual: String?
    public var level: CareLevel?
    public var steps: [TreePath.Step]

    public var isUnderTriage: Bool { level.map { $0 < atLeast } ?? false }
    public var passes: Bool { actual == expected && !isUnderTriage }
  }

  public var results: [Result]
  /// Of all that could be walked.
  public var outcomeCount: Int
  public var edgeCount: Int
  public var uncoveredOutcomes: [String]
  public var uncoveredEdges: [TreeEdge]

  /// A line per vignette with its path, then what is not covered.
  public var text: String {
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
