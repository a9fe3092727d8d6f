import ArgumentParser
import YAML

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site in a browser while you write, and reload it on every save.",
    discussion: """
      Only this machine can see the site, unless you use --host. Drafts are shown, with a mark. Errors are shown on top of the \
      page, with file and line, until you fix them; the page underneath stays as it was. Nothing is \
      published. Press Ctrl-C to stop.
      """)

  @OptionGroup var site: SiteSource

  @Option(
    help: ArgumentHelp(
      "The port to serve on: auto takes the first free port from 8080 up, 0 takes any free port.",
      valueName: "number|auto"))
  var port = "8080"

  @Option(
    help: ArgumentHelp(
      "The address of this computer to answer on, for containers and tablets: 0.0.0.0 for all. Other devices need the token in the address that is shown.",
      valueName: "address"))
  var host = "127.0.0.1"

  @Flag(help: "Open the site in your browser.")
  var open = false

  @Option(
    help: ArgumentHelp(
      "How many articles to process at once (default: one per core).", valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The date to build for, which decides `publish-on`, `expires-on` and reviews (default: today).",
      valueName: "YYYY-MM-DD"))
  var today: String?

  func validate() throws {
    if port != "auto", UInt16(port) == nil || !port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      throw ValidationError("--port must be auto or a number up to 65535, not \(port).")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if let today, CalendarDate(parsing: today.utf8) == nil {
      throw ValidationError("--today must be a date, such as 2026-02-28, not \(today).")
    }
  }

  /// What serves is a program beside this one; it takes this one's place.
  func run() async throws {
    let day = try today.flatMap { CalendarDate(parsing: $0.utf8) } ?? SiteSource.today()
    let program = "limber-preview"
    let reason = Machine.become(
      program, [site.source, port, "\(jobs ?? Machine.cores)", "\(day)", open ? "open" : "wait", host])
    let reporter = Reporter(format: .text, isQuiet: true, source: site.source)
    reporter.complain(
      "Cannot start `\(program)`, which should be next to limber: \(reason). To build it, run `make serve`.")
    throw ExitCode(74)
  }
}
