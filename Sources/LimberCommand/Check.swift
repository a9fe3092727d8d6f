import ArgumentParser

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report everything that is wrong with the site, without writing anything.",
    discussion: "Reports everything that `limber build` would, then shows the state of the clinical review.")

  @OptionGroup var options: SiteOptions

  @Option(help: .private) var manifest: String?

  func validate() throws {
    if manifest != nil {
      throw ValidationError(
        "A check publishes nothing, so there is nothing to list. Use `limber build --manifest`.")
    }
  }

  func run() async throws {
    try await options.run {
      try await $0.check()
    } finish: { report, reporter in
      reporter.finish(report, published: false)
    }
  }
}
