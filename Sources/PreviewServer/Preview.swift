import Diagnostics
import Files
import Site
import SiteModel

/// A site shown to the person who writes it, at an address of this machine, and kept up to date while they write.
package struct Preview: Sendable {
  /// One update of what is shown.
  package struct Update: Sendable {
    package let report: BuildReport
    /// Whether pages show the change; false while the site has errors.
    package let isShown: Bool
    package let milliseconds: Int
  }

  private let site: PreviewSite
  private let source: String
  private let shown = ShownSite(run: UInt64.random(in: 1...UInt64.max))
  private let handler: PreviewHandler
  private let listener: PreviewListener

  private let access: PreviewAccess

  /// `http://127.0.0.1:8080/`, with the token behind it where it needs one.
  package var address: String { "http://\(access.host.name):\(listener.port)\(access.base)/" }

  /// What somebody has to know who lets others see the preview; nil when nobody can.
  package var warning: String? {
    if access.host.isThisMachine { return nil }
    let place = access.host.address == "0.0.0.0" ? "every network of this computer" : access.host.address
    return """
      The preview answers on \(place). Whoever has the whole address below can read everything that it shows, drafts included, \
      and what they send and get is not encrypted. Do not pass the address on, and press Ctrl-C when you are done.
      """
  }

  /// For each report the line that it is about, without its end; nil where there is none.
  package func sourceLines(of diagnostics: [Diagnostic]) -> [String?] {
    var excerpts = SourceExcerpts(source: source)
    return diagnostics.map { excerpts.line(of: $0) }
  }

  /// Listens from now on; there is nothing to see before `run`. Throws `PortFailure`, and `BuildObstacle.noSource` when
  /// there is no folder to read.
  package init(_ options: BuildOptions, host: PreviewHost = .thisMachine, port: Port) async throws {
    guard let source = SystemCalls.realPath(options.source) else {
      throw BuildObstacle.noSource(options.source)
    }
    self.source = source
    access = PreviewAccess(host)
    handler = PreviewHandler(shown: shown, access: access)
    listener = try await PreviewListener.start(at: host, on: port, handler)
    var options = options
    if !host.isThisMachine {
      // The site is built for its place below the token, so that its links lead there by themselves.
      options.address = BaseAddress("http://\(host.name):\(listener.port)\(access.base)/")
    }
    site = try PreviewSite(options)
  }

  /// Builds the site, then follows every change of its source; `told` hears of each update, the first included. Returns
  /// when the task is cancelled.
  package func run(told: @Sendable (Update) async -> Void) async {
    let mailbox = ChangeMailbox()
    // Before the first build, so that no change is missed between the two.
    let watcher = SourceWatch.start(source, report: mailbox.put)
    defer { watcher.stop() }
    let pulse = Task {
      while true {
        try await Task.sleep(for: .seconds(5))
        shown.wakeListeners()
      }
    }
    defer { pulse.cancel() }
    await told(await update(.everything))
    for await _ in mailbox.arrivals {
      let changes = mailbox.take()
      if !changes.isEmpty { await told(await update(changes)) }
    }
  }

  private func update(_ changes: ChangeSet) async -> Update {
    let start = ContinuousClock.now
    let update = await site.update(changes.isEverything ? nil : changes.paths)
    let report = update.report
    shown.show(update.snapshot, problems: ProblemList.json(report.diagnostics, source: source))
    let took = (ContinuousClock.now - start).components
    let milliseconds = Int(took.seconds) * 1000 + Int(took.attoseconds / 1_000_000_000_000_000)
    return Update(report: report, isShown: update.snapshot != nil, milliseconds: milliseconds)
  }
}
