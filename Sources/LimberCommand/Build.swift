import ArgumentParser

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Check the site and publish it.",
    discussion: """
      Reads `site.yaml`, `Content` and `Templates` from the source folder and writes the finished site to \
      the output folder. If there are errors, they are all reported and the site that was published before \
      stays as it is.
      """)

  @OptionGroup var options: SiteOptions

  @Option(
    help: ArgumentHelp(
      "Write a list of all published files with their SHA-256 to this file, for `sha256sum --check`. It must be outside the output folder.",
      valueName: "file"))
  var manifest: String?

  @Flag(
    help:
      "Also publish each text compressed by `gzip` and `brotli`, for servers that send such files as they are."
  )
  var precompress = false

  func run() async throws {
    try await options.run(manifest: manifest, precompress: precompress) {
      try await $0.build()
    } finish: { report, reporter in
      reporter.finish(report, published: true)
    }
  }
}
