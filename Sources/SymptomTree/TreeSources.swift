import SiteModel
import YAML

/// A file's content and its name in diagnostics.
package struct SourceFile: Sendable {
  package var name: String
  package var bytes: ArraySlice<UInt8>

  package init(name: String, bytes: ArraySlice<UInt8>) {
    self.name = name
    self.bytes = bytes
  }
}

/// The files that make up a checker; nil for one that is not there.
package struct TreeSources: Sendable {
  package var tree: SourceFile
  package var careLevels: CareLevels?
  package var vignettes: SourceFile?
  /// The paths as they were last agreed on.
  package var committedPaths: SourceFile?

  package init(
    tree: SourceFile, careLevels: CareLevels?, vignettes: SourceFile?, committedPaths: SourceFile?
  ) {
    self.tree = tree
    self.careLevels = careLevels
    self.vignettes = vignettes
    self.committedPaths = committedPaths
  }
}

/// What the caller decides about a check.
package struct TreeOptions: Sendable {
  package var today: CalendarDate
  package var reviewPolicy: ReviewPolicy
  /// What the site calls the kinds of article that outcomes name; in JSON before their ids (`KIND:ID`).
  /// Nil for one that no outcome may name.
  package var causeKind: String?
  package var stretchKind: String?
  /// Whether the site has other checkers, which ask about red flags of their own.
  package var isOneOfSeveral = false
  /// Where their articles lie, relative to the source folder, so that a file that is gone can be named.
  package var causeFolder: String?
  package var stretchFolder: String?
  /// The language of the site's pages, as a language tag; nil when nobody minds.
  package var siteLanguage: String?

  package init(
    today: CalendarDate, reviewPolicy: ReviewPolicy = ReviewPolicy(), causeKind: String? = nil,
    stretchKind: String? = nil
  ) {
    self.today = today
    self.reviewPolicy = reviewPolicy
    self.causeKind = causeKind
    self.stretchKind = stretchKind
  }
}
