import ArgumentParser
import Authoring
import Diagnostics
import Files
import Site

struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish the site on this machine, or go back to the one before.",
    discussion: """
      Builds a new version of the site next to the one that visitors see, then lets a link lead to it: visitors \
      get the old site or the new one, never a mixture. `limber publish /var/www/clinic` makes the link \
      `/var/www/clinic`, which leads to a folder in `/var/www/clinic-versions`. If there are errors, the link \
      stays as it is.

      `limber publish /var/www/clinic --back` lets visitors see the site before again.
      """)

  @Argument(help: ArgumentHelp("Where your web server looks for the site.", valueName: "place"))
  var place: String

  @Flag(help: "Go back to the site that was published before.")
  var back = false

  @Option(help: ArgumentHelp("How many earlier sites to keep.", valueName: "number"))
  var keep = 5

  @Flag(
    help:
      "Also publish each text compressed by `gzip` and `brotli`, for servers that send such files as they are."
  )
  var precompress = false

  @OptionGroup var options: SiteOptions

  func validate() throws {
    if keep < 1 { throw ValidationError("--keep must be 1 or more.") }
    if options.output != nil {
      throw ValidationError("`limber publish` takes the place as its argument, not as --output.")
    }
    if options.verifyCache { throw ValidationError("--verify-cache is for `limber build`.") }
  }

  func run() async throws {
    if back { return try await goBack() }
    try await options.run(precompress: precompress, versions: (place, kept: keep)) {
      try await $0.build()
    } finish: { report, reporter in
      reporter.finish(report, published: true)
    }
  }

  private func goBack() async throws {
    try await SiteSource.run(options.source) {
      var found: [Diagnostic] = []
      guard let here = SourceFolder("."),
        let versions = try SiteVersions(place, from: here.workingFolder, isThere: true, into: &found)
      else {
        throw Refusal.sentence(found.map { "\($0.message) \($0.hint ?? "")" }.joined(separator: " "))
      }
      guard let number = try versions.back() else {
        throw Refusal.sentence("No earlier site is kept for `\(place)`, so there is nothing to go back to.")
      }
      Machine.print("`\(place)` shows the site before again, version \(number).\n")
    }
  }
}
