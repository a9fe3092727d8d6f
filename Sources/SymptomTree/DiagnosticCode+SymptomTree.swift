import Diagnostics

/// Rule numbers are those of the checker's rule table in the documentation.
extension DiagnosticCode {
  // Reading (rule 1); unknown, duplicate, missing and wrongly typed keys have the codes of YAML.
  /// `format`, `version`, `language` or `id` is not one that can be read.
  public static let treeFormat: DiagnosticCode = "tree-format"
  /// An id that is not lower-case letters, digits and hyphens, beginning with a letter, 40 at most.
  public static let treeInvalidID: DiagnosticCode = "tree-invalid-id"
  /// Two questions or outcomes, or two vignettes, of one id.
  public static let treeDuplicateID: DiagnosticCode = "tree-duplicate-id"
  /// A stage, type, care level or card that does not exist.
  public static let treeUnknownWord: DiagnosticCode = "tree-unknown-word"
  /// A file that belongs to the tree is not there.
  public static let treeMissingFile: DiagnosticCode = "tree-missing-file"
  /// More questions, answers, causes, stretches or bytes than a page can hold.
  public static let treeTooLarge: DiagnosticCode = "tree-too-large"

  // What names something that is not there (rule 2).
  public static let treeUnknownNext: DiagnosticCode = "tree-unknown-next"
  public static let treeUnknownFlag: DiagnosticCode = "tree-unknown-flag"
  /// An outcome names articles of a kind that the site's settings do not name.
  public static let treeNoKind: DiagnosticCode = "tree-no-kind"
  public static let treeUnknownCause: DiagnosticCode = "tree-unknown-cause"
  public static let treeUnknownStretch: DiagnosticCode = "tree-unknown-stretch"
  public static let treeUnknownAdvice: DiagnosticCode = "tree-unknown-advice"
  public static let treeUnknownSource: DiagnosticCode = "tree-unknown-source"
  public static let treeUnknownWithin: DiagnosticCode = "tree-unknown-within"
  /// A picture that does not exist, or whose regions are not the answers.
  public static let treeUnknownPicture: DiagnosticCode = "tree-unknown-picture"
  /// A cause or stretch that exists and is not published.
  public static let treeUnpublished: DiagnosticCode = "tree-unpublished"

  // The shape (rule 3).
  public static let treeCycle: DiagnosticCode = "tree-cycle"
  public static let treeUnreachable: DiagnosticCode = "tree-unreachable"
  /// A question that has no answers.
  public static let treeDeadEnd: DiagnosticCode = "tree-dead-end"

  // Red flags (rules 4, 5, 18).
  /// A red-flag question that is not `any-of` with `none`.
  public static let treeRedFlagShape: DiagnosticCode = "tree-red-flag-shape"
  /// A red flag that does not lead straight to an outcome of level `soon` or above.
  public static let treeRedFlagOutcome: DiagnosticCode = "tree-red-flag-outcome"
  /// A red flag that stands below a less urgent one.
  public static let treeRedFlagOrder: DiagnosticCode = "tree-red-flag-order"
  /// The tree does not begin with the emergency question.
  public static let treeFirstQuestion: DiagnosticCode = "tree-first-question"
  /// An answer that leads past a red-flag question to something less urgent.
  public static let treeRedFlagBypassed: DiagnosticCode = "tree-red-flag-bypassed"
  /// A question that is asked on other paths than its `within` says.
  public static let treeWithinEscaped: DiagnosticCode = "tree-within-escaped"
  /// A declared flag that no red-flag question asks.
  public static let treeFlagUnasked: DiagnosticCode = "tree-flag-unasked"
  /// A flag that leads to less than its declared level.
  public static let treeFlagLevel: DiagnosticCode = "tree-flag-level"
  /// A flag outside a red-flag question.
  public static let treeFlagMisplaced: DiagnosticCode = "tree-flag-misplaced"

  // Outcomes (rules 6, 9, 17).
  /// An urgent outcome with causes or stretches.
  public static let treeUrgentAdvice: DiagnosticCode = "tree-urgent-advice"
  /// An emergency card with links to articles.
  public static let treeEmergencyLinks: DiagnosticCode = "tree-emergency-links"
  /// A stretch that none of the outcome's causes is managed with.
  public static let treeStretchUnsupported: DiagnosticCode = "tree-stretch-unsupported"
  /// A stretch that one of the outcome's causes warns of.
  public static let treeStretchContraindicated: DiagnosticCode = "tree-stretch-contraindicated"
  /// An outcome without `seek-care-if`.
  public static let treeSafetyNet: DiagnosticCode = "tree-safety-net"

  // Being unsure (rule 8).
  public static let treeUnsureMissing: DiagnosticCode = "tree-unsure-missing"
  public static let treeUnsureLevel: DiagnosticCode = "tree-unsure-level"

  // Words and evidence (rules 7, 10, 11).
  /// A heading, phone number or red-flag sentence written here and not in the one place for it.
  public static let treeOwnSentence: DiagnosticCode = "tree-own-sentence"
  public static let treeFlagEvidence: DiagnosticCode = "tree-flag-evidence"
  public static let treeCauseEvidence: DiagnosticCode = "tree-cause-evidence"
  /// HTML, percentages, "diagnos…", "you have" in a heading, a text too long or with invisible characters.
  public static let treeWording: DiagnosticCode = "tree-wording"
  /// Two answers of a question with one label.
  public static let treeLabelRepeated: DiagnosticCode = "tree-label-repeated"

  // Review (rule 12).
  /// Dates or names of a review that contradict each other.
  public static let reviewInvalid: DiagnosticCode = "review-invalid"
  /// A review whose day has passed.
  public static let reviewOverdue: DiagnosticCode = "review-overdue"
  /// A review that is due within 60 days.
  public static let reviewDueSoon: DiagnosticCode = "review-due-soon"
  /// What nobody has approved, where the site wants it approved.
  public static let reviewPending: DiagnosticCode = "review-pending"

  // Versions and paths (rules 13, 15).
  /// Routing, stages or levels changed and the major version did not.
  public static let treeVersion: DiagnosticCode = "tree-version"
  /// The committed paths are not those of the tree.
  public static let treePathsStale: DiagnosticCode = "tree-paths-stale"
  public static let treeTooManyPaths: DiagnosticCode = "tree-too-many-paths"

  // Vignettes (rule 14).
  /// A vignette that does not fit the questions on its path.
  public static let treeVignetteAnswers: DiagnosticCode = "tree-vignette-answers"
  /// A vignette that comes out otherwise than written.
  public static let treeVignetteOutcome: DiagnosticCode = "tree-vignette-outcome"
  /// A vignette that comes out less urgent than it may.
  public static let treeUnderTriage: DiagnosticCode = "tree-under-triage"
  public static let treeUncoveredOutcome: DiagnosticCode = "tree-uncovered-outcome"
  public static let treeUncoveredEdge: DiagnosticCode = "tree-uncovered-edge"

  // The page (rule 16).
  /// The page without JavaScript has other edges than the tree.
  public static let treePageEdges: DiagnosticCode = "tree-page-edges"

  // For a person to decide (rule 19).
  public static let treeDepth: DiagnosticCode = "tree-depth"
  public static let treeReadingLevel: DiagnosticCode = "tree-reading-level"
  /// Two answers that are equally urgent and have different outcomes.
  public static let treeTie: DiagnosticCode = "tree-tie"
}
