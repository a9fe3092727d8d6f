import Diagnostics
import Files
import Site
import SiteModel
import Text

/// A site as one version of its source makes it, read and checked: one side of a comparison.
package struct SiteVersion: Sendable {
  package let site: CheckedSite
  /// Templates, their words and assets by path, each by its content.
  package let design: [String: String]
  /// What each file of words says, by its path and by the key of each.
  let words: [String: [String: String]]
  /// The files that published articles use, below `Content`, each by its content.
  package let files: [String: String]

  /// The site in one of its further languages.
  struct Edition {
    let language: SiteLanguage
    let version: SiteVersion
  }

  var editions: [Edition] {
    site.editions.compactMap { edition in
      edition.edition.map {
        Edition(
          language: $0.language,
          version: SiteVersion(site: edition, design: design, words: words, files: files))
      }
    }
  }

  private init(
    site: CheckedSite, design: [String: String], words: [String: [String: String]], files: [String: String]
  ) {
    (self.site, self.design, self.words, self.files) = (site, design, words, files)
  }

  /// Nil when the site has errors, which the report names, but for those that are `allowed`. Throws `BuildObstacle.noSource` without a
  /// folder.
  package static func read(
    _ options: BuildOptions, allowing allowed: Set<DiagnosticCode> = [],
    progress: BuildProgress = BuildProgress()
  ) async throws -> (version: SiteVersion?, report: BuildReport) {
    guard let source = SourceFolder(options.source) else { throw BuildObstacle.noSource(options.source) }
    let workers = Workers(count: options.jobs)
    var version: SiteVersion?
    let report = try await BuildReport.collecting { report in
      guard
        let reading = try await SourceReading.read(
          source, options: options, workers: workers, progress: progress, into: &report.diagnostics)
      else { return }
      let site = try await CheckedSite.check(
        reading, source: source, options: options, workers: workers, progress: progress)
      report.add(site)
      guard report.diagnostics.allSatisfy({ $0.severity != .error || allowed.contains($0.code) }) else {
        return
      }
      version = try SiteVersion(site, reading.tree, source)
    }
    return (version, report)
  }

  private init(_ site: CheckedSite, _ tree: SourceTree, _ source: SourceFolder) throws(FileFailure) {
    self.site = site
    design = try Self.contents(of: tree.templates + tree.partials + tree.words + tree.assets, in: source)
    var words: [String: [String: String]] = [:]
    for path in tree.words { words[path] = try WordTexts.texts(of: path, in: source) }
    self.words = words
    var used: Set<Int> = []
    for (number, parsed) in site.parsed.enumerated() where site.named.index.articles[number].isPublished {
      used.formUnion(parsed.usedFiles)
    }
    files = try Self.contents(of: used.map { site.named.index.files[$0].path }, in: source)
  }

  private static func contents(
    of paths: [String], in source: SourceFolder
  ) throws(FileFailure) -> [String: String] {
    var digits: [String: String] = [:]
    for path in paths {
      var hash = ContentHash()
      hash.add(try SystemCalls.read(source.path(to: path)))
      digits[path] = hash.digits
    }
    return digits
  }
}
