import ArgumentParser
import ExternalLinks
import Site

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything that is wrong with the site, without writing anything.",
    discussion: "Reports everything that `limber build` would, then shows the state of the clinical review.")

  @OptionGroup var options: SiteOptions

  @Option(help: .private) var manifest: String?

  @Flag(help: "Also ask other sites whether what the site links to is still there, with the program `curl`.")
  var external = false

  @Option(
    help: ArgumentHelp("With --external: how long to ask, in all.", valueName: "seconds"))
  var timeLimit = ExternalLinks.Manner().timeLimit

  @Option(
    help: ArgumentHelp("With --external: how long to wait for one answer.", valueName: "seconds"))
  var patience = ExternalLinks.Manner().patience

  func validate() throws {
    if timeLimit < 1 || patience < 1 {
      throw ValidationError("--time-limit and --patience must be 1 or more.")
    }
    if manifest != nil {
      throw ValidationError(
        "A check publishes nothing, so there is nothing to list. Use `limber build --manifest`.")
    }
  }

  func run() async throws {
    var changes = ""
    try await options.run { build in
      var report = try await build.check()
      if let site = report.site { report.add(LastCommit.changes(of: site, in: build.options.source)) }
      if external, let site = report.site { try await askOthers(site, build, &report) }
      if options.format == .text, !options.quiet {
        changes = await changesSinceTranslation(report, build.options)
      }
      return report
    } finish: { report, reporter in
      Machine.print(changes)
      reporter.finish(report, published: false)
    }
  }

  private func askOthers(_ site: CheckedSite, _ build: SiteBuild, _ report: inout BuildReport) async throws {
    var manner = ExternalLinks.Manner()
    (manner.timeLimit, manner.patience) = (timeLimit, patience)
    let configuration = site.index.configuration
    manner.agent = "limber (checks the links of \(configuration.origin)\(configuration.basePath)/)"
    let links = ExternalLinks(try await build.outsideLinks(of: site), of: site, manner)
    let (counts, found) = try links.check(memory: build.memory())
    report.add(counts, found)
  }
}
