import ArgumentParser
import Authoring

struct Initialize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Create a small, complete site to start from.",
    discussion: """
      The site is about the knee and builds right away. It has articles, red flags, a symptom checker and \
      templates, all awaiting clinical review. The folder must be new or empty; nothing is ever overwritten.
      """)

  @Argument(help: "The folder for the new site, such as my-clinic.")
  var folder: String

  @Option(help: "The clinic's name, such as \"Hill Street Clinic\".")
  var name: String?

  func run() async throws {
    try await SiteSource.run(folder) {
      let count = try StarterSite.write(to: folder, name: name)
      Machine.print(
        "Wrote \(count) files to \(folder). Next, run `limber check --source \(folder)` and `limber build --source \(folder)`.\n"
      )
    }
  }
}
