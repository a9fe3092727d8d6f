import Diagnostics
import SiteModel
import SymptomTree
import YAML

/// Checkers in which a name leads nowhere or a word is none: what their proof finds then follows from it, and comes back once the
/// name is right.
struct MisnamedCheckers {
  /// The ids of those whose tree, or whose vignettes, have such a name.
  private var trees: Set<Substring> = []
  private var vignettes: Set<Substring> = []

  /// Nil where there is none.
  init?(_ found: [Diagnostic], _ counts: [DiagnosticCode: Int]) {
    guard Self.names.contains(where: { counts[$0] != nil }) else { return nil }
    for fault in found where fault.severity == .error && Self.names.contains(fault.code) {
      guard let file = fault.file, let id = Self.id(of: file) else { continue }
      if file.hasSuffix(Self.ofVignettes) { vignettes.insert(id) } else { trees.insert(id) }
    }
    if trees.isEmpty, vignettes.isEmpty { return nil }
  }

  /// Whether nothing but such a name may be behind the fault.
  func explain(_ fault: Diagnostic) -> Bool {
    guard let file = fault.file else { return false }
    // Which checker asks about a flag is not known.
    if file == RedFlags.file { return !trees.isEmpty && fault.code == .treeFlagUnasked }
    guard let id = Self.id(of: file) else { return false }
    if trees.contains(id) {
      return Self.proof.contains(fault.code) || Self.cases.contains(fault.code)
        || fault.code == .treeUnknownNext && file.hasSuffix(Self.ofVignettes)
    }
    return vignettes.contains(id) && Self.cases.contains(fault.code)
  }

  private static let ofVignettes = ".vignettes.yaml"

  /// `knee-pain` of its tree, its vignettes and its paths.
  private static func id(of file: String) -> Substring? {
    let folder = SourceTree.checkerFolder + "/"
    return file.hasPrefix(folder) ? file.dropFirst(folder.count).prefix { $0 != "." } : nil
  }

  private static let names: Set<DiagnosticCode> = [
    .treeUnknownNext, .treeUnknownWord, .treeUnknownFlag, .treeInvalidID, .treeDuplicateID, .unknownKey,
    .missingKey, .duplicateKey, .wrongType, .emptyValue,
  ]

  /// What is proven of a tree.
  private static let proof: Set<DiagnosticCode> = [
    .treeCycle, .treeUnreachable, .treeDeadEnd, .treeRedFlagOutcome, .treeRedFlagOrder, .treeFirstQuestion,
    .treeRedFlagBypassed, .treeWithinEscaped, .treeFlagUnasked, .treeFlagLevel, .treeUrgentAdvice,
    .treeFlagList,
    .treeSafetyNet, .treeUnsureMissing, .treeUnsureLevel, .treeVersion, .treePathsStale, .treeDepth, .treeTie,
  ]

  /// What its vignettes prove.
  private static let cases: Set<DiagnosticCode> = [
    .treeVignetteAnswers, .treeVignetteOutcome, .treeUnderTriage, .treeUncoveredOutcome, .treeUncoveredEdge,
  ]
}
