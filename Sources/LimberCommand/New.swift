import ArgumentParser
import Authoring

struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the file of a new article, as a draft.",
    discussion: """
      The file has the front matter that its kind needs, with every key explained: `limber new cause snapping-hip` \
      writes Content/causes/snapping-hip.md. Nothing is ever overwritten.
      """)

  @OptionGroup var site: SiteSource

  @Argument(help: "A kind that site.yaml declares, such as cause.")
  var kind: String

  @Argument(help: "The article's id: small letters, digits and single hyphens, such as snapping-hip.")
  var id: String

  func run() async throws {
    try await SiteSource.run(site.source) {
      let article = try NewArticle(kind: kind, id: id, in: try await site.inventory())
      try article.write()
      Machine.print("Wrote \(article.path), a draft. When it is ready, take out the line `draft: true`.\n")
    }
  }
}
