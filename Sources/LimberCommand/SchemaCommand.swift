import ArgumentParser
import Authoring

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a JSON Schema, which gives a text editor completion.",
    discussion: """
      Without a name, lists the names of all schemas. A schema is printed to standard output: `limber \
      schema front-matter cause`. `limber schema all` writes them all to .limber/schemas, where \
      .vscode/settings.json looks for them. A schema suggests the ids of the articles that the site has \
      now, so run this again after you add articles.
      """)

  enum Name: String, CaseIterable, ExpressibleByArgument {
    case frontMatter = "front-matter"
    case site
    case redFlags = "red-flags"
    case checker, vignettes
    case careLevels = "care-levels"
    case pictures
    case all
  }

  @OptionGroup var site: SiteSource

  @Argument(help: "front-matter, site, red-flags, checker, vignettes, care-levels, pictures or all.")
  var name: Name?

  @Argument(help: "The kind of article; only with front-matter.")
  var kind: String?

  func validate() throws {
    if name == .frontMatter, kind == nil {
      throw ValidationError("Add a kind after front-matter, as in `front-matter cause`.")
    }
    if let kind, name != .frontMatter {
      throw ValidationError("Remove `\(kind)`: the command does not expect another word here.")
    }
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
    case .pictures: inventory.picturesSchema
    case .all: try inventory.writeSchemas().map { $0 + "\n" }.joined()
    case nil:
      (inventory.kindNames.map { "front-matter \($0)" }
        + Name.allCases.filter { $0 != .frontMatter && $0 != .all }.map(\.rawValue))
        .map { $0 + "\n" }.joined()
    }
  }
}
