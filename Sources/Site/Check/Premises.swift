import Diagnostics
import Markdown
import SiteModel
import SymptomTree

/// What faults rest on: a stretch that no cause of an outcome lists is no slip of its own where the cause's list names it wrongly.
struct Premises {
  /// The codes of the errors in each file that a fault rests on.
  private var errors: [String: Set<DiagnosticCode>] = [:]
  /// Files that have to change for an error elsewhere to go.
  private var causes: Set<String> = []

  /// Nil where no fault rests on anything.
  init?(_ found: [Diagnostic]) {
    for number in found.indices where !found[number].restsOn.isEmpty {
      for file in found[number].restsOn { errors[file] = [] }
    }
    if errors.isEmpty { return nil }
    for number in found.indices where found[number].severity == .error {
      if let file = found[number].file { errors[file]?.insert(found[number].code) }
      if let cause = found[number].cause { causes.insert(cause) }
    }
  }

  /// Whether nothing but another error may be behind the fault.
  func explain(_ fault: Diagnostic) -> Bool {
    guard let codes = Self.codes[fault.code] else { return false }
    return fault.restsOn.contains { file in
      causes.contains(file) || !(errors[file]?.isDisjoint(with: codes) ?? true)
    }
  }

  private static let codes: [DiagnosticCode: Set<DiagnosticCode>] = [
    .treeStretchUnsupported: ofRelations.union([.badConfiguration, .unknownKind]),
    .treeStretchContraindicated: [.contradiction],
    .treeStretchStage: ofRelations.union([.stageCount]),
    .stageCount: ofRelations,
    .treeCauseEvidence: [.unknownCitation, .malformedCitation, .unfinishedText, .tooComplex],
    .treeVersion: ofTree,
    .treePathsStale: ofTree,
    // Of two questions with one id, the second has not been read.
    .treeUnknownNext: [.duplicateKey],
    // An answer with words of its own has not said which red flag it is.
    .treeFlagUnasked: [.treeOwnSentence],
    .orphan: [],
    .translationStale: [.wrongType],
    // No page chose what it shows, or one chose it in a misspelt word.
    .badConfiguration: [.wrongType, .unknownKey],
    .treeWording: [.textTooLong],
  ]

  /// What makes of a checker another than is meant.
  private static let ofTree: Set<DiagnosticCode> = [
    .badFileName, .unknownKey, .missingKey, .duplicateKey, .wrongType, .emptyValue, .treeUnknownWord,
    .treeUnknownNext, .treeUnknownFlag, .treeInvalidID, .treeDuplicateID,
    .treeFormat,
  ]

  /// What keeps a list in front matter from being known as it is meant.
  private static let ofRelations: Set<DiagnosticCode> = [
    .unknownKey, .duplicateKey, .wrongType, .emptyValue, .unknownTarget, .unpublishedTarget, .repeatedTarget,
    .selfRelation, .contradiction,
  ]
}
