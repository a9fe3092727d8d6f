import ArgumentParser
import Authoring

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints a JSON Schema, for completion in an editor.",
    discussion: """
      Without a name, the names of all schemas. A schema goes to standard output: `limber schema front-matter cause`. \
      `limber schema all` writes every one into .limber/schemas, where .vscode/settings.json looks for them. \
      A schema offers the ids of the articles that the site has now, so make it anew when there are others.
      """)

  enum Name: String, CaseIterable, ExpressibleByArgument {
    case frontMatter = "front-matter"
    case site
    case redFlags = "red-flags"
    case checker, vignettes
    case careLevels = "care-levels"
    case all
  }

  @OptionGroup var site: SiteSource

  @Argument(help: "front-matter, site, red-flags, checker, vignettes, care-levels or all.")
  var name: Name?

  @Argument(help: "With front-matter, the kind of article.")
  var kind: String?

  func validate() throws {
    if name == .frontMatter, kind == nil {
      throw ValidationError("Of which kind? Write it after front-matter, such as `front-matter cause`.")
    }
    if let kind, name != .frontMatter { throw ValidationError("`\(kind)` is one word too many.") }
  }

  func run() async throws {
    try await SiteSource.run(site.source) {
      let inventory = try await site.inventory()
      Machine.print(try text(inventory))
    }
  }

  private func text(_ inventory: SiteInventory) throws -> String {
    switch name {
    case .frontMatter: try inventory.frontMatterSchema(of: kind ?? "")
    case .site: inventory.settingsSchema
    case .redFlags: inventory.redFlagsSchema
    case .checker: inventory.checkerSchema
    case .vignettes: inventory.vignettesSchema
    case .careLevels: inventory.careLevelsSchema
    case .all: try inventory.writeSchemas().map { $0 + "\n" }.joined()
    case nil:
      (inventory.kindNames.map { "front-matter \($0)" }
        + Name.allCases.filter { $0 != .frontMatter && $0 != .all }.map(\.rawValue))
        .map { $0 + "\n" }.joined()
    }
  }
}
