import ArgumentParser
import Files
import Site
import SiteModel
import YAML

/// The options that `build` and `check` share.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with site.yaml, Content and Templates.", valueName: "folder"))
  var source = "."

  @Option(
    help: ArgumentHelp(
      "The folder for the finished site (default: Public in the source folder). It must be empty or come from an earlier build.",
      valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "How many articles to process at once (default: one per core).", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Include drafts, and articles that are scheduled or expired.")
  var drafts = false

  @Flag(help: "Do not publish if there are warnings.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The date to build for, which decides `publish-on`, `expires-on` and reviews (default: today).",
      valueName: "YYYY-MM-DD"))
  var today: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "The address that this build is for, such as a preview's, instead of `base-url` in `site.yaml`.",
      valueName: "url"))
  var baseURL: String?

  @Option(
    help: "The report format: text for people, json for programs, github for annotations on a pull request.")
  var format = ReportFormat.text

  @Flag(
    help: "Show every message as text. Without it, at most 20 of a kind per file and 500 in all are shown.")
  var all = false

  @Flag(help: "Report only problems.")
  var quiet = false

  @Flag(
    help: "Show how long each stage took, on standard error; with --format json, in the summary.")
  var timings = false

  @Option(
    help: ArgumentHelp(
      "The folder for lock and cache (default: LIMBER_CACHE, or .limber in the source folder). With it, the source can be read-only.",
      valueName: "folder"))
  var cache: String?

  @Flag(help: "Build again without the cache, and compare.")
  var verifyCache = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if let today, CalendarDate(parsing: today.utf8) == nil {
      throw ValidationError("--today must be a date, such as 2026-02-28, not \(today).")
    }
    if let baseURL, address == nil {
      throw ValidationError("--base-url must be an address, such as https://clinic.example/, not \(baseURL).")
    }
  }

  private var address: BaseAddress? { baseURL.flatMap { BaseAddress($0) } }

  private func buildOptions(manifest: String?) throws -> BuildOptions {
    guard let day = today.flatMap({ CalendarDate(parsing: $0.utf8) }) ?? Machine.currentDay() else {
      throw ValidationError("This machine's clock does not give a valid date. Add one with --today.")
    }
    var options = BuildOptions(
      source: source, output: output, jobs: jobs ?? Machine.cores, includesDrafts: drafts, isStrict: strict,
      today: day)
    options.manifest = manifest
    options.address = address
    options.cache = cache ?? Machine.variable("LIMBER_CACHE")
    options.verifiesCache = verifyCache
    return options
  }

  /// Runs one build or check and turns what it found into a report and an exit status. `versions` is for a site that is shown
  /// through a link.
  func run(
    manifest: String? = nil, precompress: Bool = false, versions: (place: String, kept: Int)? = nil,
    _ action: (SiteBuild) async throws -> BuildReport,
    finish: (BuildReport, Reporter) -> Void
  ) async throws {
    SiteBuild.prepareProcess()
    let progress = BuildProgress()
    let reporter = Reporter(
      format: format, isQuiet: quiet, source: source, timed: timings ? progress : nil, showsAll: all)
    let report: BuildReport
    do {
      var asked = try buildOptions(manifest: manifest)
      asked.precompresses = precompress
      if let versions {
        (asked.output, asked.keptVersions) = (versions.place, versions.kept)
      }
      var making = try SiteBuild(asked, progress: progress)
      if versions != nil {
        making.furtherFaults = { [source] in LastCommit.changes(of: $0, in: source) }
      }
      let build = making
      report = try await ProgressBar.show(progress, unless: quiet) { try await action(build) }
    } catch BuildObstacle.locked {
      reporter.complain("Another build of this site is running. Try again when it has finished.")
      throw ExitCode(75)
    } catch BuildObstacle.noSource(let path) {
      reporter.complain("The folder `\(path)` does not exist.")
      throw ExitCode(64)
    } catch BuildObstacle.manifest(let sentence), BuildObstacle.cache(let sentence),
      BuildObstacle.program(let sentence)
    {
      reporter.complain(sentence)
      throw ExitCode(64)
    }
    progress.enter(.report)
    reporter.report(report)
    finish(report, reporter)
    reporter.tellTimings(report)
    let status: Int32 = report.systemFailed ? 74 : report.allowsPublishing(strict: strict) ? 0 : 1
    // Not by returning: the report holds the whole site, and the system takes it back faster than we can.
    withExtendedLifetime(report) { Machine.exit(status) }
  }
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case github
}
