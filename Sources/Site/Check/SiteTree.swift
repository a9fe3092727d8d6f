import SymptomTree

/// One of a site's symptom checkers, put to every rule.
package struct SiteTree: Sendable {
  package let id: String
  package let check: TreeCheck
  /// Where its list of paths is kept, relative to the source folder.
  package let pathsFile: String
}
