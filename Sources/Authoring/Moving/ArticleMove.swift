import Diagnostics
import Files
import Site
import SiteModel
import Text

/// An article that gets another id: its file and pictures another name, and everything that names it that name, so that
/// nothing is left dangling and the old address leads on.
///
/// Nothing is written until every change is known and a check of the changed site has found nothing that a check of the
/// site as it is does not find.
package struct ArticleMove: Sendable {
  /// What is changed and what a person has to look at, file by file.
  package let report: String
  package let changes: [FileChange]
  private let source: SourceFolder
  /// No build sees a half of it.
  private let lock: BuildLock

  /// Works out the move of `name`, `kind:id`, to another id. `options` are those of a check of the site.
  ///
  /// Throws `BuildObstacle.noSource` and `.locked`, `Refusal` where it cannot be done, and `FileFailure`.
  package static func prepare(_ name: ArticleName, to id: String, _ options: BuildOptions) async throws
    -> ArticleMove
  {
    guard let source = SourceFolder(options.source) else { throw BuildObstacle.noSource(options.source) }
    let lock = try begin(source)
    let sites = try await MoveSites.read(options)
    let plan = try MovePlan(name, to: id, in: sites, source: source)
    let staged = StagedSite(source: source)
    defer { try? staged.remove() }
    try staged.make(plan.changes)
    let faults = try await sites.newFaults(in: staged, changes: plan.changes)
    guard faults.isEmpty else { throw Refusal.wouldBreak(faults) }
    return ArticleMove(
      report: MoveReport(plan: plan).text, changes: plan.changes, source: source, lock: lock)
  }

  /// Makes the changes, all of them or none.
  package func apply() throws(FileReplacement.Failure) {
    defer { withExtendedLifetime(lock) {} }
    try FileReplacement.apply(changes, to: source)
  }

  private static func begin(_ source: SourceFolder) throws -> BuildLock {
    try Refusal.checkOwnFolder(of: source)
    if try SystemCalls.status(source.path(to: FileReplacement.savedFolder)) != nil {
      throw Refusal.sentence(
        "An earlier move was interrupted. The original files are in `\(FileReplacement.savedFolder)`. "
          + "Put back the ones you need, delete that folder, then try again.")
    }
    guard let lock = try BuildLock(source: source) else { throw BuildObstacle.locked }
    try FileReplacement.clean(source)
    return lock
  }
}

/// An article as commands are given it: `kind:id`.
package struct ArticleName: Sendable {
  package let kind: String
  package let id: String

  /// Nil for what is no such name.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    (kind, id) = (parts[0], parts[1])
  }
}

/// The site as visitors get it and, where that differs, with everything that they do not get yet or no longer.
struct MoveSites {
  let options: BuildOptions
  let reading: SourceReading
  /// Drafts and the like included.
  let site: CheckedSite
  let references: [WrittenReference]
  /// What a check of each finds, drafts and the like included or not.
  private let found: [(includesDrafts: Bool, diagnostics: [Diagnostic])]

  /// Throws `Refusal.faulty` for a site with errors.
  static func read(_ options: BuildOptions) async throws -> MoveSites {
    var options = options
    options.includesDrafts = false
    let visible = try await SiteBuild(options).references()
    if visible.report.errors > 0 { throw Refusal.faulty(errorsOnly(visible.report)) }
    guard let site = visible.site else { throw Refusal.faulty(visible.report) }
    let found = [(includesDrafts: false, diagnostics: visible.report.diagnostics)]
    let translations = site.checked.editions.reduce(0) { $0 + ($1.edition?.translationCount ?? 0) }
    guard
      site.checked.index.articles.contains(where: { !$0.isPublished })
        || translations < site.reading.tree.translationFiles.count
    else {
      return MoveSites(
        options: options, reading: site.reading, site: site.checked, references: site.references, found: found
      )
    }
    options.includesDrafts = true
    let all = try await SiteBuild(options).references()
    guard let site = all.site else { throw Refusal.faulty(all.report) }
    return MoveSites(
      options: options, reading: site.reading, site: site.checked, references: site.references,
      found: found + [(includesDrafts: true, diagnostics: all.report.diagnostics)])
  }

  private static func errorsOnly(_ report: BuildReport) -> BuildReport {
    var report = report
    report.diagnostics.removeAll { $0.severity != .error }
    return report
  }

  func newFaults(in staged: StagedSite, changes: [FileChange]) async throws -> [Diagnostic] {
    for (includesDrafts, before) in found {
      var options = options
      options.includesDrafts = includesDrafts
      let faults = try await staged.newFaults(since: before, options, changes: changes)
      if !faults.isEmpty { return faults }
    }
    return []
  }
}
