import YAML

/// A file's content and its name in diagnostics.
public struct SourceFile: Sendable {
  public var name: String
  public var bytes: ArraySlice<UInt8>

  public init(name: String, bytes: ArraySlice<UInt8>) {
    self.name = name
    self.bytes = bytes
  }
}

/// The files that make up a checker; nil for one that is not there.
public struct TreeSources: Sendable {
  public var tree: SourceFile
  public var careLevels: SourceFile?
  public var vignettes: SourceFile?
  /// The paths as they were last agreed on.
  public var committedPaths: SourceFile?

  public init(
    tree: SourceFile, careLevels: SourceFile?, vignettes: SourceFile?, committedPaths: SourceFile?
  ) {
    self.tree = tree
    self.careLevels = careLevels
    self.vignettes = vignettes
    self.committedPaths = committedPaths
  }
}

/// What the caller decides about a check.
public struct TreeOptions: Sendable {
  public var today: CalendarDate
  public var reviewPolicy: ReviewPolicy
  /// What the site calls the kinds of article that outcomes name; in JSON before their ids (`KIND:ID`).
  /// Nil for one that no outcome may name.
  public var causeKind: String?
  public var stretchKind: String?

  public init(
    today: CalendarDate, reviewPolicy: ReviewPolicy = ReviewPolicy(), causeKind: String? = nil,
    stretchKind: String? = nil
  ) {
    self.today = today
    self.reviewPolicy = reviewPolicy
    self.causeKind = causeKind
    self.stretchKind = stretchKind
  }
}
