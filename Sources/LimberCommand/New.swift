import ArgumentParser
import Authoring

struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Create a new article, as a draft, or a new entry in the references.",
    discussion: """
      The new file has the front matter that its kind needs, with every key explained. For example, `limber \
      new cause snapping-hip` writes Content/causes/snapping-hip.md. Nothing is ever overwritten.

      `limber new reference griffin2016`, or `limber new reference 10.1136/bjsports-2016-096743` with the \
      DOI of a study, \
      adds an entry to Content/references.json for you to fill in, and leaves the rest of that file as it is.

      `limber new cause snapping-hip --language es` begins the translation of an article: a file with the \
      words of the original, for you to replace.
      """)

  @OptionGroup var site: SiteSource

  @Argument(help: "A kind declared in site.yaml, such as cause, or the word reference.")
  var kind: String

  @Argument(
    help:
      "The article's id: lowercase letters, digits and single hyphens, such as snapping-hip. For a reference: its key or DOI."
  )
  var id: String

  @Option(
    help: ArgumentHelp(
      "Begin the translation of this article into a language of site.yaml.", valueName: "code"))
  var language: String?

  func run() async throws {
    try await SiteSource.run(site.source) {
      if let language {
        let draft = try await SiteTranslations.read(try site.buildOptions()).draft(
          kind: kind, id: id, language: language)
        try draft.write()
        Machine.print(
          "Wrote \(draft.path), a draft with the words of the original. When you have translated them, delete the line `draft: true`.\n"
        )
        return
      }
      let inventory = try await site.inventory()
      // A site may have a kind of that name.
      if kind == "reference", !inventory.kindNames.contains(kind) {
        let reference = try NewReference(id, in: inventory)
        try reference.write()
        Machine.print(
          "Added `\(reference.key)` to \(reference.path). Fill in the empty fields, then cite it as `[@\(reference.key)]`.\n"
        )
        return
      }
      let article = try NewArticle(kind: kind, id: id, in: inventory)
      try article.write()
      Machine.print("Wrote \(article.path), a draft. When it is ready, delete the line `draft: true`.\n")
    }
  }
}
