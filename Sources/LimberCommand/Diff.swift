import ArgumentParser
import Comparison
import Diagnostics
import Files
import Site
import YAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what a change means for readers: safety, the checker, addresses, advice.",
    discussion: """
      Compares the source with another version of it: another folder, or a revision of the source's git \
      repository, such as `main`. Both versions are checked and must have no errors. Nothing is published.

      The exit status is 0 whether or not anything changed. With --exit-code, it is 1 if something changed.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "A folder with site.yaml, Content and Templates, or a git commit, tag or branch.")
  var base: String

  @Option(help: ArgumentHelp("The folder with site.yaml, Content and Templates.", valueName: "folder"))
  var source = "."

  @Option(
    help: ArgumentHelp(
      "How many articles to process at once (default: one per core).", valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("The date to check both versions for (default: today).", valueName: "YYYY-MM-DD"))
  var today: String?

  @Option(
    help: ArgumentHelp(
      "Where a git revision is unpacked for a moment (default: LIMBER_CACHE, or .limber in the source folder). With it, the source can be read-only.",
      valueName: "folder"))
  var cache: String?

  @Option(help: "The report format: text for people, json for programs.")
  var format = Form.text

  @Flag(help: "Exit with status 1 if anything changed for readers.")
  var exitCode = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if let today, CalendarDate(parsing: today.utf8) == nil {
      throw ValidationError("--today must be a date, such as 2026-02-28, not \(today).")
    }
  }

  func run() async throws {
    SiteBuild.prepareProcess()
    guard
      let day = try today.flatMap({ CalendarDate(parsing: $0.utf8) }) ?? SiteSource.today() as CalendarDate?
    else { return }
    try await SiteSource.run(source) {
      let new = try await version(source, named: "The source", day)
      let (old, name) = try await baseVersion(day)
      let comparison = try await SiteComparison(from: old, to: new, jobs: jobs ?? Machine.cores)
      switch format {
      case .text: Machine.print(comparison.text(comparedWith: name))
      case .json: Machine.print(comparison.json(comparedWith: base))
      }
      let status: Int32 = exitCode && !comparison.changes.isEmpty ? 1 : 0
      // Not by returning: the system takes both sites back faster than we can.
      withExtendedLifetime((old, new)) { Machine.exit(status) }
    }
  }

  /// The base, and what it is called.
  private func baseVersion(_ day: CalendarDate) async throws -> (SiteVersion, String) {
    if access(base + "/site.yaml", F_OK) == 0 {
      return (try await version(base, named: "The base `\(base)`", day), "`\(base)`")
    }
    let repository: Repository
    let commit: String
    do throws(Repository.Failure) {
      repository = try Repository(holding: source)
      guard let found = repository.commit(base) else {
        throw Repository.Failure(
          sentence: "`\(base)` is neither a folder with a `site.yaml` nor a git revision.")
      }
      commit = found
    } catch { throw wrongUsage(error.sentence) }
    let short = commit.prefix(10)
    let name = commit.hasPrefix(base) ? "`\(short)`" : "`\(base)` (\(short))"
    do {
      return try await repository.withSource(
        source, at: commit, cache: cache ?? Machine.variable("LIMBER_CACHE")
      ) { folder in
        (try await version(folder, named: "The base \(name)", day), name)
      }
    } catch let failure as Repository.Failure { throw wrongUsage(failure.sentence) }
  }

  private func wrongUsage(_ sentence: String) -> ExitCode {
    Reporter(format: .text, isQuiet: true, source: source).complain(sentence)
    return ExitCode(64)
  }

  /// A version of the source; with errors in it these are reported, and there is nothing to compare.
  private func version(_ folder: String, named name: String, _ day: CalendarDate) async throws -> SiteVersion
  {
    var options = BuildOptions(
      source: folder, output: nil, jobs: jobs ?? Machine.cores, includesDrafts: false, isStrict: false,
      today: day)
    options.asksForCommits = false
    var (version, report) = try await SiteVersion.read(options)
    if let version { return version }
    let reporter = Reporter(format: .text, isQuiet: true, source: folder)
    report.diagnostics.removeAll { $0.severity != .error }
    reporter.report(report)
    reporter.complain("\(name) has errors. Fix them first: only versions without errors can be compared.")
    throw ExitCode(report.systemFailed ? 74 : 1)
  }
}
