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

  @Option(
    help: ArgumentHelp(
      "The kinds of article, with commas between them: cause (or condition), sign (or symptom), stretch (or exercise), faq (or question), and any others. Without it: cause,sign,stretch,faq.",
      valueName: "list"))
  var kinds: String?

  @Option(help: ArgumentHelp("The site's language, such as en-US.", valueName: "tag"))
  var language: String?

  func run() async throws {
    try await SiteSource.run(folder) {
      let choices = try StarterChoices(name: name, kinds: kinds, language: language)
      let count = try StarterSite.write(to: folder, choices)
      Machine.print(
        "Wrote \(count) files to \(folder). Next, run `limber check --source \(folder)` and `limber build --source \(folder)`.\n"
      )
      if let note = choices.languageNote { Machine.print(note + "\n") }
    }
  }
}
