import ArgumentParser
import Authoring
import Site

struct Translate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate", abstract: "Keep translations true to their originals.",
    discussion: """
      `limber new cause hip-pain --language es` begins a translation. `limber check` tells you when its \
      original has changed since.
      """, subcommands: [Accept.self])

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "Note that a translation says what its original says now.",
      discussion: """
        Read the translation beside its original before you do this: from then on, the build takes it for up \
        to date. The command writes the line `translates:` of its front matter; of red flags, care levels, \
        checkers, their explanations and `site.yaml`, it keeps the state in `Content/translated.LANGUAGE.yaml`. \
        It refuses a translation that lacks something of the original.
        """)

    @OptionGroup var site: SiteSource

    @Argument(
      help: "The files of translations, such as Content/causes/hip-pain.es.md or Content/red-flags.es.yaml.")
    var files: [String]

    func run() async throws {
      try await SiteSource.run(site.source) {
        let translations = try await SiteTranslations.read(try site.buildOptions())
        for file in files {
          let (path, isChanged) = try translations.accept(file)
          Machine.print(
            isChanged
              ? "Accepted \(path): it is of today's original.\n"
              : "\(path) is of today's original already.\n")
        }
      }
    }
  }
}
