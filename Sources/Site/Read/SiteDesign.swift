import Diagnostics
import Files
import Search
import SiteModel
import Text
import YAML

/// What designers made, read and compiled: templates and assets.
package struct SiteDesign: Sendable {
  package let assets: [Asset]
  package let rootFiles: [RootFile]
  package let types: PageTypes
  /// Nil when templates have errors.
  package let templates: SiteTemplates?
  /// The addresses that stand in templates.
  let addresses: [TemplateAddress]
  package let diagnostics: [Diagnostic]

  package init(_ reading: SourceReading, from source: SourceFolder) throws(FileFailure) {
    var found: [Diagnostic] = []
    let (tree, kinds) = (reading.tree, reading.configuration.kinds)
    let needsScript = SiteTemplates.hasSearch(tree, kinds) && !tree.assets.contains(SearchScript.path)
    assets = try AssetReader.read(
      tree.assets, supplied: needsScript ? [(SearchScript.path, SearchScript.bytes)] : [], from: source,
      into: &found)
    rootFiles = tree.rootFiles
    types = PageTypes(reading.configuration, assetNames: assets.map(\.name))
    let library = try SiteTemplates.library(reading.tree, from: source, into: &found)
    templates = SiteTemplates.compile(
      library, reading.tree, types: types, kinds: kinds, hasChecker: !reading.checkers.isEmpty, into: &found)
    // What stands in a template whose tags cannot be read is anybody's guess.
    let faulty = Set(found.lazy.filter { $0.severity == .error }.compactMap(\.file))
    addresses = library.markups.lazy.filter { !faulty.contains($0.source.file) }
      .flatMap(TemplateAddresses.find)
    if let clinic = reading.configuration.clinic, let logo = clinic.logo, Self.logo(clinic, assets) == nil {
      let names = assets.map { Self.name(of: $0) }
      found.append(
        .error(
          .missingAsset, file: SiteConfiguration.file, at: logo.position,
          "`logo` is `\(logo.text)`, but `\(AssetReader.folder)` has no such file.",
          hint: NearestName.hint(for: logo.text, among: names) ?? "Put the file into `\(AssetReader.folder)`."
        ))
    }
    if let templates {
      found += Self.unshown(kinds, templates) + Self.unshownMenus(reading.configuration, templates)
    }
    diagnostics = found
  }

  /// What settings of lists ask for and no template shows.
  private static func unshown(_ kinds: [Kind], _ templates: SiteTemplates) -> [Diagnostic] {
    kinds.flatMap { kind -> [Diagnostic] in
      let list = kind.list
      let wanted: [(key: String, node: Node?, isShown: Bool, value: String, file: String)] = [
        ("per-page", list.perPage?.node, templates.showsListPages, PageTypes.pagesName, "index.mustache"),
        ("archive", list.archive?.node, templates.showsYears, PageTypes.yearsName, "index.mustache"),
        ("feed", list.feed?.node, templates.showsListFeed, PageTypes.listFeedName, "index.mustache"),
        ("card", list.cardNode, templates.showsDetails, PageTypes.detailsName, "partials/card.mustache"),
      ]
      return wanted.compactMap { key, node, isShown, value, file in
        guard let node, !isShown else { return nil }
        return unshown(key, at: node.position, value, in: file)
      }
    }
  }

  /// The same of menus.
  private static func unshownMenus(
    _ configuration: SiteConfiguration, _ templates: SiteTemplates
  ) -> [Diagnostic] {
    let submenu = configuration.navigation.first { entry in
      if case .items = entry.destination { true } else { false }
    }
    let wanted: [(key: String, entry: MenuEntry?, isShown: Bool, value: String)] = [
      (MenuSettings.footer, configuration.footer.first, templates.showsFooter, PageTypes.footerName),
      (MenuSettings.items, submenu, templates.showsSubmenus, PageTypes.itemsName),
    ]
    return wanted.compactMap { key, entry, isShown, value in
      guard let entry, !isShown else { return nil }
      return unshown(key, at: entry.position, value, in: "layout.mustache")
    }
  }

  private static func unshown(
    _ key: String, at position: Position, _ value: String, in file: String
  ) -> Diagnostic {
    .error(
      .badConfiguration, file: SiteConfiguration.file, at: position,
      "No template shows `\(value)`, so readers would see nothing of `\(key)`.",
      hint: "Use `\(value)` in `Templates/\(file)`, or delete `\(key)`.")
  }

  /// The file that is the clinic's logo.
  static func logo(_ clinic: ClinicFacts, _ assets: [Asset]) -> Asset? {
    assets.first { name(of: $0) == clinic.logo?.text }
  }

  private static func name(of asset: Asset) -> String {
    String(asset.path.dropFirst(AssetReader.folder.count + 1))
  }
}
