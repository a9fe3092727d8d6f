import Diagnostics

/// Rule numbers are those of the checker's rule table in the documentation.
extension DiagnosticCode {
  /// A care level that looks or sounds less urgent than it is.
  package static let careLevelUrgency: DiagnosticCode = "care-level-urgency"
  // Reading (rule 1); unknown, duplicate, missing and wrongly typed keys have the codes of YAML.
  /// `format`, `version`, `language` or `id` is not one that can be read.
  package static let treeFormat: DiagnosticCode = "tree-format"
  /// An id that is not lower-case letters, digits and hyphens, beginning with a letter, 40 at most.
  package static let treeInvalidID: DiagnosticCode = "tree-invalid-id"
  /// Two questions or outcomes, or two vignettes, of one id.
  package static let treeDuplicateID: DiagnosticCode = "tree-duplicate-id"
  /// A stage, type, care level or card that does not exist.
  package static let treeUnknownWord: DiagnosticCode = "tree-unknown-word"
  /// A file that belongs to the tree is not there.
  package static let treeMissingFile: DiagnosticCode = "tree-missing-file"
  /// More questions, answers, causes, stretches or bytes than a page can hold.
  package static let treeTooLarge: DiagnosticCode = "tree-too-large"

  // What names something that is not there (rule 2).
  package static let treeUnknownNext: DiagnosticCode = "tree-unknown-next"
  package static let treeUnknownFlag: DiagnosticCode = "tree-unknown-flag"
  /// An outcome names articles of a kind that the site's settings do not name.
  package static let treeNoKind: DiagnosticCode = "tree-no-kind"
  package static let treeUnknownCause: DiagnosticCode = "tree-unknown-cause"
  package static let treeUnknownStretch: DiagnosticCode = "tree-unknown-stretch"
  package static let treeUnknownAdvice: DiagnosticCode = "tree-unknown-advice"
  package static let treeUnknownSource: DiagnosticCode = "tree-unknown-source"
  package static let treeUnknownWithin: DiagnosticCode = "tree-unknown-within"
  /// A picture that does not exist, or whose regions are not the answers.
  package static let treeUnknownPicture: DiagnosticCode = "tree-unknown-picture"
  /// A cause or stretch that exists and is not published.
  package static let treeUnpublished: DiagnosticCode = "tree-unpublished"

  // The shape (rule 3).
  package static let treeCycle: DiagnosticCode = "tree-cycle"
  package static let treeUnreachable: DiagnosticCode = "tree-unreachable"
  /// A question that has no answers.
  package static let treeDeadEnd: DiagnosticCode = "tree-dead-end"

  // Red flags (rules 4, 5, 18).
  /// A red-flag question that is not `any-of` with `none`.
  package static let treeRedFlagShape: DiagnosticCode = "tree-red-flag-shape"
  /// A red flag that does not lead straight to an outcome of level `soon` or above.
  package static let treeRedFlagOutcome: DiagnosticCode = "tree-red-flag-outcome"
  /// A red flag that stands below a less urgent one.
  package static let treeRedFlagOrder: DiagnosticCode = "tree-red-flag-order"
  /// The tree does not begin with the emergency question.
  package static let treeFirstQuestion: DiagnosticCode = "tree-first-question"
  /// An answer that leads past a red-flag question to something less urgent.
  package static let treeRedFlagBypassed: DiagnosticCode = "tree-red-flag-bypassed"
  /// A question that is asked on other paths than its `within` says.
  package static let treeWithinEscaped: DiagnosticCode = "tree-within-escaped"
  /// A declared flag that no red-flag question asks.
  package static let treeFlagUnasked: DiagnosticCode = "tree-flag-unasked"
  /// A flag that leads to less than its declared level.
  package static let treeFlagLevel: DiagnosticCode = "tree-flag-level"
  /// A flag outside a red-flag question.
  package static let treeFlagMisplaced: DiagnosticCode = "tree-flag-misplaced"

  // Outcomes (rules 6, 9, 17, 20).
  /// An urgent outcome with causes or stretches.
  package static let treeUrgentAdvice: DiagnosticCode = "tree-urgent-advice"
  /// An emergency card with links to articles.
  package static let treeEmergencyLinks: DiagnosticCode = "tree-emergency-links"
  /// A stretch that none of the outcome's causes is managed with.
  package static let treeStretchUnsupported: DiagnosticCode = "tree-stretch-unsupported"
  /// A stretch that one of the outcome's causes warns of.
  package static let treeStretchContraindicated: DiagnosticCode = "tree-stretch-contraindicated"
  /// A stretch that one of the outcome's causes gives to a later stage.
  package static let treeStretchStage: DiagnosticCode = "tree-stretch-stage"
  /// An outcome that a red flag leads to and that lists causes or stretches.
  package static let treeFlagList: DiagnosticCode = "tree-flag-list"
  /// A flag that leads somewhere and does not say why.
  package static let treeFlagWhy: DiagnosticCode = "tree-flag-why"
  /// An outcome without `seek-care-if`.
  package static let treeSafetyNet: DiagnosticCode = "tree-safety-net"

  // Being unsure (rule 8).
  package static let treeUnsureMissing: DiagnosticCode = "tree-unsure-missing"
  package static let treeUnsureLevel: DiagnosticCode = "tree-unsure-level"

  // Words and evidence (rules 7, 10, 11).
  /// A heading, phone number or red-flag sentence written here and not in the one place for it.
  package static let treeOwnSentence: DiagnosticCode = "tree-own-sentence"
  package static let treeFlagEvidence: DiagnosticCode = "tree-flag-evidence"
  package static let treeCauseEvidence: DiagnosticCode = "tree-cause-evidence"
  /// HTML, percentages, "diagnos…", "you have" in a heading, a text too long or with invisible characters.
  package static let treeWording: DiagnosticCode = "tree-wording"
  /// Two answers of a question with one label.
  package static let treeLabelRepeated: DiagnosticCode = "tree-label-repeated"

  // Versions and paths (rules 13, 15).
  /// Routing, stages or levels changed and the major version did not.
  package static let treeVersion: DiagnosticCode = "tree-version"
  /// The committed paths are not those of the tree.
  package static let treePathsStale: DiagnosticCode = "tree-paths-stale"
  package static let treeTooManyPaths: DiagnosticCode = "tree-too-many-paths"

  // Vignettes (rule 14).
  /// A vignette that does not fit the questions on its path.
  package static let treeVignetteAnswers: DiagnosticCode = "tree-vignette-answers"
  /// A vignette that comes out otherwise than written.
  package static let treeVignetteOutcome: DiagnosticCode = "tree-vignette-outcome"
  /// A vignette that comes out less urgent than it may.
  package static let treeUnderTriage: DiagnosticCode = "tree-under-triage"
  package static let treeUncoveredOutcome: DiagnosticCode = "tree-uncovered-outcome"
  package static let treeUncoveredEdge: DiagnosticCode = "tree-uncovered-edge"

  // The page (rule 16).
  /// The page without JavaScript has other edges than the tree.
  package static let treePageEdges: DiagnosticCode = "tree-page-edges"

  // For a person to decide (rule 19).
  package static let treeDepth: DiagnosticCode = "tree-depth"
  package static let treeReadingLevel: DiagnosticCode = "tree-reading-level"
  /// Two answers that are equally urgent and have different outcomes.
  package static let treeTie: DiagnosticCode = "tree-tie"
}
