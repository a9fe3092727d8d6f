import ArgumentParser

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says everything that is wrong with the site, and writes nothing.",
    discussion: "Finds all that `limber build` would report, and ends with the state of the clinical review.")

  @OptionGroup var options: SiteOptions

  @Option(help: .private) var manifest: String?

  func validate() throws {
    if manifest != nil {
      throw ValidationError("A check publishes nothing to list; `limber build --manifest` does.")
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
