import Diagnostics
import SymptomTree

/// One change of a checker, and all that comes out otherwise.
extension SameSlip {
  /// What follows from one change of a checker. Whatever is wrong besides is told once that is mended.
  mutating func checkers() {
    drop([.treeRedFlagBypassed], after: all(.treeRedFlagOutcome)) { Self.isSamePlace($0, $1) }
    drop([.treeEmergencyLinks], after: all(.treeUrgentAdvice)) { Self.isSamePlace($0, $1) }
    dropElsewhere(
      [.treeVersion, .treePathsStale, .treeVignetteAnswers],
      after: all(.treeFlagUnasked).filter { found[$0].severity == .error }
    ) { fault, _ in fault.code != .treeVignetteAnswers || fault.message.contains(" has no answer ") }
    let (vignettes, walks) = (".vignettes.yaml", Self.walks)
    dropElsewhere(
      walks + [.treeVersion, .treePathsStale], after: all(.treeRedFlagOutcome) + all(.treeUnsureLevel)
    ) { fault, premise in
      guard let file = premise.file, fault.severity == .error else { return false }
      return fault.file == file || fault.file == file.dropLast(".yaml".count) + vignettes
    }
    for version in all(.treeVersion) where dropped[version] == nil {
      guard let file = found[version].file else { continue }
      foldVignettes(of: file.dropLast(".yaml".count) + vignettes, into: version, file)
    }
  }

  private static let walks: [DiagnosticCode] = [
    .treeVignetteAnswers, .treeVignetteOutcome, .treeUnderTriage,
  ]

  /// Vignettes that come out otherwise than before, and new ways that none goes through: the version says why.
  private mutating func foldVignettes(of file: String, into version: Int, _ tree: String) {
    let rerouted = Self.names(found[version].hint).filter { $0.contains(".") }
    // What is less urgent than it has to be stays, whatever the version says.
    for place in all(.treeVignetteAnswers) where found[place].file == file {
      if rerouted.contains(where: found[place].message.contains) { drop(place, for: version) }
    }
    // Of one outcome that is less urgent than before, the first stands for all.
    var first: [String: Int] = [:]
    for place in all(.treeUnderTriage) where found[place].file == file && found[place].severity == .error {
      guard dropped[place] == nil, let outcome = Self.names(found[place].message).dropFirst(3).first else {
        continue
      }
      if let other = first[outcome] { drop(place, for: other) } else { first[outcome] = place }
    }
    let uncovered = all(.treeUncoveredEdge).filter { found[$0].file == tree && dropped[$0] == nil }
    guard !uncovered.isEmpty, let hint = found[version].hint else { return }
    for place in uncovered { drop(place, for: version) }
    let ways = uncovered.compactMap { Self.names(found[$0].message).first }.map { "`\($0)`" }
    let listed =
      ways.prefix(3).joined(separator: ", ") + (ways.count > 3 ? " and \(ways.count - 3) more" : "")
    changed[version] = found[version]
    changed[version]?.hint = "\(hint) Then add a vignette to `\(file)` that goes through \(listed)."
  }
}
