import SymptomTree

/// One of a site's symptom checkers, put to every rule.
public struct SiteTree: Sendable {
  public let id: String
  public let check: TreeCheck
  /// Where its list of paths is kept, relative to the source folder.
  public let pathsFile: String
}
