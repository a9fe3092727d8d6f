import ArgumentParser
import Diagnostics
import PreviewServer
import SiteBuilder
import YAML

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the site in a browser while you write, and reloads it with every save.",
    discussion: """
      The site is for this machine only. Drafts are shown, and marked. What is wrong is shown over the page, with file \
      and line, until it is mended; the page below stays as it was. Nothing is published. Ctrl-C ends it.
      """)

  @OptionGroup var site: SiteSource

  @Option(help: "The port to serve on: a number, or auto for the first free one from 8080 on.")
  var port = Port.fixed(Port.usual)

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Option(
    help: ArgumentHelp(
      "How many articles to work on at once (default: one for each core).", valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The day to build for, for `publish-on`, `expires-on` and reviews (default: today).",
      valueName: "YYYY-MM-DD"))
  var today: String?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if let today, CalendarDate(parsing: today.utf8) == nil {
      throw ValidationError("--today must be a date such as 2026-02-28, not \(today).")
    }
  }

  func run() async throws {
    Machine.endAtOnceOnInterrupt()
    SiteBuild.prepareProcess()
    let day = try today.flatMap { CalendarDate(parsing: $0.utf8) } ?? SiteSource.today()
    let options = BuildOptions(
      source: site.source, output: nil, jobs: jobs ?? Machine.cores, includesDrafts: true, isStrict: false,
      today: day)
    try await SiteSource.run(site.source) {
      do {
        let preview = try await Preview(options, port: port)
        await follow(preview)
      } catch let failure as PortFailure {
        Reporter(format: .text, isQuiet: true, source: site.source).complain(failure.sentence)
        throw ExitCode(74)
      }
    }
  }

  private func follow(_ preview: Preview) async {
    let log = PreviewLog(source: site.source, address: preview.address)
    let opens = open
    await preview.run { update in
      if await log.write(update), opens { Machine.openInBrowser(preview.address) }
    }
  }
}

extension Port: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }

  public var defaultValueDescription: String {
    switch self {
    case .auto: "auto"
    case .fixed(let number): "\(number)"
    }
  }
}

/// What the terminal shows of a preview: for each update a line, every error, and the warnings that are new.
private actor PreviewLog {
  private let reporter: Reporter
  private let address: String
  private var known: Set<Diagnostic> = []
  private var isFirst = true

  init(source: String, address: String) {
    reporter = Reporter(format: .text, isQuiet: false, source: source)
    self.address = address
  }

  /// True for the first update.
  func write(_ update: Preview.Update) -> Bool {
    defer { isFirst = false }
    let report = update.report
    var news = report
    news.diagnostics.removeAll { $0.severity == .warning && known.contains($0) }
    known = Set(report.diagnostics.filter { $0.severity == .warning })
    reporter.report(news)
    let counts = "\(Reporter.count(report.errors, "error")), \(Reporter.count(report.warnings, "warning"))"
    Machine.write("\(isFirst ? "Built" : "Rebuilt") in \(update.milliseconds) ms: \(counts).\n", to: 1)
    if isFirst { Machine.write("The site is at \(address) until you press Ctrl-C.\n", to: 1) }
    return isFirst
  }
}
