import ArgumentParser
import Files
import Site
import YAML

/// The options that `build` and `check` share.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds site.yaml, Content and Templates.", valueName: "folder"))
  var source = "."

  @Option(
    help: ArgumentHelp(
      "The folder for the finished site (default: Public in the source folder). It must be empty or made by an earlier build.",
      valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "How many articles to work on at once (default: one for each core).", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Treat drafts, and articles that are not published yet or no longer, like any other.")
  var drafts = false

  @Flag(help: "Let warnings, too, keep the site from being published.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The day to build for, for `publish-on`, `expires-on` and reviews (default: today).",
      valueName: "YYYY-MM-DD"))
  var today: String?

  @Option(help: "How to report: text for people, json for programs, github for marks in a pull request.")
  var format = ReportFormat.text

  @Flag(help: "Show every fault as text; without it at most 20 of a kind in a file, and 500 in all.")
  var all = false

  @Flag(help: "Report only what is wrong.")
  var quiet = false

  @Flag(
    help: "Say what each stage took, on standard error; with --format json in the summary.")
  var timings = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if let today, CalendarDate(parsing: today.utf8) == nil {
      throw ValidationError("--today must be a date such as 2026-02-28, not \(today).")
    }
  }

  private func buildOptions(manifest: String?) throws -> BuildOptions {
    guard let day = today.flatMap({ CalendarDate(parsing: $0.utf8) }) ?? Machine.currentDay() else {
      throw ValidationError("This machine's clock shows no usable day; give one with --today.")
    }
    var options = BuildOptions(
      source: source, output: output, jobs: jobs ?? Machine.cores, includesDrafts: drafts, isStrict: strict,
      today: day)
    options.manifest = manifest
    return options
  }

  /// Runs one build or check and turns what it found into a report and an exit status.
  func run(
    manifest: String? = nil, _ action: (SiteBuild) async throws -> BuildReport,
    finish: (BuildReport, Reporter) -> Void
  ) async throws {
    SiteBuild.prepareProcess()
    let progress = BuildProgress()
    let reporter = Reporter(
      format: format, isQuiet: quiet, source: source, timed: timings ? progress : nil, showsAll: all)
    let report: BuildReport
    do {
      let build = try SiteBuild(try buildOptions(manifest: manifest), progress: progress)
      report = try await ProgressBar.show(progress, unless: quiet) { try await action(build) }
    } catch BuildObstacle.locked {
      reporter.complain("Another build of this site is running. Try again when it is done.")
      throw ExitCode(75)
    } catch BuildObstacle.noSource(let path) {
      reporter.complain("There is no folder `\(path)`.")
      throw ExitCode(64)
    } catch BuildObstacle.manifest(let sentence) {
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
