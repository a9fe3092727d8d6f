import Diagnostics
import Markdown
import Mustache

/// One build or check of a site: discover, read, parse, index, check, render, publish.
public struct SiteBuild: Sendable {
  private let options: BuildOptions
  private let source: SourceFolder
  private let progress: BuildProgress
  private let workers: Workers

  /// Throws `BuildObstacle.noSource` when there is no folder to read.
  public init(_ options: BuildOptions, progress: BuildProgress = BuildProgress()) throws {
    guard let source = SourceFolder(options.source) else { throw BuildObstacle.noSource(options.source) }
    self.options = options
    self.source = source
    self.progress = progress
    workers = Workers(count: options.jobs)
  }

  /// Finds everything that `build` would report and writes nothing.
  public func check() async throws -> BuildReport { try await run(publishes: false) }

  /// Publishes the site if it has no errors, and else leaves what is published as it is. Throws
  /// `BuildObstacle.locked` while another build of the same site is running.
  public func build() async throws -> BuildReport { try await run(publishes: true) }

  private func run(publishes: Bool) async throws -> BuildReport {
    let start = SystemCalls.monotonicSeconds()
    var report = BuildReport()
    do {
      try await run(publishes: publishes, into: &report)
    } catch let failure as FileFailure {
      report.systemFailed = true
      let code: DiagnosticCode = failure.operation.hasPrefix("read") || failure.operation == "look at" ? .cannotRead : .cannotWrite
      report.diagnostics.append(.error(code, file: nil, at: nil, failure.sentence, hint: "What was published is as it was."))
    }
    report.diagnostics.sort()
    report.seconds = SystemCalls.monotonicSeconds() - start
    return report
  }

  private func run(publishes: Bool, into report: inout BuildReport) async throws {
    let lock = publishes ? try BuildLock(source: source) : nil
    if publishes, lock == nil { throw BuildObstacle.locked }
    defer { withExtendedLifetime(lock) {} }
    let outputFolder = options.output ?? source.path(to: "Public")
    let output = try OutputFolder(outputFolder, source: source, into: &report.diagnostics)
    guard
      let reading = try await SourceReading.read(
        source, options: options, workers: workers, progress: progress, into: &report.diagnostics),
      let site = try await CheckedSite.check(
        reading, source: source, options: options, workers: workers, progress: progress, into: &report)
    else { return }
    report.pages = site.pageCount
    guard publishes, report.allowsPublishing(strict: options.isStrict), let output else { return }
    report.written = try await SitePublishing(site: site, output: output, source: source, workers: workers, progress: progress)
      .run()
    report.publishedTo = output.shown
  }
}
