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
    case translation
    case site
    case redFlags = "red-flags"
    case checker, vignettes
    case careLevels = "care-levels"
    case pictures
    case siteTranslation = "site-translation"
    case redFlagsTranslation = "red-flags-translation"
    case checkerTranslation = "checker-translation"
    case careLevelsTranslation = "care-levels-translation"
    case all

    /// Whether there is one for each kind of article.
    var isOfKinds: Bool { self == .frontMatter || self == .translation }
    /// Whether only sites in several languages have what it is of.
    var isOfTranslations: Bool { rawValue.hasSuffix(Self.translation.rawValue) }
  }

  @OptionGroup var site: SiteSource

  @Argument(
    help:
      "front-matter, site, red-flags, checker, vignettes, care-levels, pictures or all; of translations: translation, site-translation, red-flags-translation, checker-translation or care-levels-translation."
  )
  var name: Name?

  @Argument(help: "The kind of article; only with front-matter and translation.")
  var kind: String?

  func validate() throws {
    if let name, name.isOfKinds, kind == nil {
      throw ValidationError("Add a kind after \(name.rawValue), as in `\(name.rawValue) cause`.")
    }
    if let kind, name?.isOfKinds != true {
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
    case .translation: try inventory.translationSchema(of: kind ?? "")
    case .site: inventory.settingsSchema
    case .redFlags: inventory.redFlagsSchema
    case .checker: inventory.checkerSchema
    case .vignettes: inventory.vignettesSchema
    case .careLevels: inventory.careLevelsSchema
    case .pictures: inventory.picturesSchema
    case .siteTranslation: inventory.settingsTranslationSchema
    case .redFlagsTranslation: inventory.redFlagsTranslationSchema
    case .checkerTranslation: inventory.checkerTranslationSchema
    case .careLevelsTranslation: inventory.careLevelsTranslationSchema
    case .all: try inventory.writeSchemas().map { $0 + "\n" }.joined()
    case nil: Self.names(inventory).map { $0 + "\n" }.joined()
    }
  }

  /// What can be asked for, as it is to be written.
  private static func names(_ inventory: SiteInventory) -> [String] {
    let wanted = Name.allCases.filter { $0 != .all && (inventory.isTranslated || !$0.isOfTranslations) }
    return wanted.flatMap { name in
      name.isOfKinds ? inventory.kindNames.map { "\(name.rawValue) \($0)" } : [name.rawValue]
    }
  }
}
