import Diagnostics
import Files
import Site
import SiteModel
import Text
import YAML

/// What a site's source names: its kinds, articles, red flags and addresses. For commands that take or offer
/// such names; nothing is parsed beyond front matter.
package struct SiteInventory: Sendable {
  package let source: SourceFolder
  package let index: SiteIndex
  package let today: CalendarDate

  /// Reads the source folder. Articles with faults count as far as their names can be read. Throws
  /// `BuildObstacle.noSource` without a folder, `Refusal.faulty` when `site.yaml` is missing or has errors, and
  /// `FileFailure` when the disk fails.
  package static func read(_ path: String, today: CalendarDate, jobs: Int) async throws -> SiteInventory {
    guard let source = SourceFolder(path) else { throw BuildObstacle.noSource(path) }
    let options = BuildOptions(
      source: path, output: nil, jobs: jobs, includesDrafts: false, isStrict: false, today: today)
    var report = BuildReport()
    let reading = try await SourceReading.read(
      source, options: options, workers: Workers(count: jobs), progress: BuildProgress(),
      into: &report.diagnostics)
    if let reading { report.diagnostics += reading.diagnostics }
    report.diagnostics.removeAll { $0.file != SiteConfiguration.file }
    guard let reading, report.errors == 0 else { throw Refusal.faulty(report) }
    let made = SiteIndexBuilder.build(
      configuration: reading.configuration, articles: reading.articles, files: reading.files,
      references: reading.references, redFlags: reading.redFlags, careLevels: reading.careLevels,
      generated: reading.checkers.isEmpty ? [] : [GeneratedPages.checkerURL])
    return SiteInventory(source: source, index: made.index, today: today)
  }

  package var kindNames: [String] { index.configuration.kinds.map(\.name) }

  /// The kind of that name; else a refusal that names the nearest one.
  package func kind(named name: String) throws(Refusal) -> Int {
    if let kind = index.configuration.kind(named: name) { return kind }
    throw .sentence(Self.noSuchKind(name, index.configuration))
  }

  /// The folder of a kind is easily taken for its name.
  static func noSuchKind(_ name: String, _ configuration: SiteConfiguration) -> String {
    let names = configuration.kinds.map(\.name)
    guard let meant = configuration.kindName(meantBy: name, among: names) else {
      return noSuch("kind", name, among: names)
    }
    return "There is no kind `\(name)`. Did you mean `\(meant)`?"
  }

  /// "There is no kind `caus`. Did you mean `cause`?", or what there is.
  static func noSuch(_ what: String, _ name: String, among names: [String]) -> String {
    let known = names.map { "`\($0)`" }.joined(separator: ", ")
    return "There is no \(what) `\(name)`. "
      + (NearestName.hint(for: name, among: names)
        ?? (names.isEmpty ? "The site has none." : "The \(what)s are \(known)."))
  }

  /// The published articles of a kind, by id.
  package func ids(of kind: Int) -> [String] {
    index.articles.filter { $0.kind == kind && $0.isPublished }.map { String(decoding: $0.id, as: UTF8.self) }
      .sorted()
  }

  /// What the common keys of an article's front matter may name.
  func names(for id: String, _ kind: Kind) -> FrontMatterKey.Names {
    FrontMatterKey.Names(
      redFlags: index.redFlags.flags.map(\.id), today: today, id: id, path: kind.path)
  }

  /// What a relation may name, as it is to be written: bare ids, or `kind:id` where kinds differ.
  package func targets(of relation: Relation) -> [String] {
    let kinds = index.configuration.kinds
    return relation.targets.flatMap { kind in
      ids(of: kind).map { relation.targets.count == 1 ? $0 : "\(kinds[kind].name):\($0)" }
    }
  }
}
