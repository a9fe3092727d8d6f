import ArgumentParser

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the site and publishes it.",
    discussion: """
      Reads `site.yaml`, `Content` and `Templates` from the source folder and writes the finished site to the output \
      folder. If anything is wrong, everything that is wrong is reported and what was published stays as it was.
      """)

  @OptionGroup var options: SiteOptions

  @Option(
    help: ArgumentHelp(
      "List every published file with its SHA-256 in this file, for `sha256sum --check`. It must lie outside of the output folder.",
      valueName: "file"))
  var manifest: String?

  func run() async throws {
    try await options.run(manifest: manifest) {
      try await $0.build()
    } finish: { report, reporter in
      reporter.finish(report, published: true)
    }
  }
}
