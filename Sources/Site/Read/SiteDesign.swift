import Diagnostics
import Files
import Search
import SiteModel
import Text

/// What designers made, read and compiled: templates and assets.
package struct SiteDesign: Sendable {
  package let assets: [Asset]
  package let rootFiles: [RootFile]
  package let types: PageTypes
  /// Nil when templates have errors.
  package let templates: SiteTemplates?
  /// The addresses that stand in templates.
  let addresses: [TemplateAddress]
  /// What their elements need of the content policy.
  let needs: [TemplateNeed]
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
    let written = library.markups.filter { !faulty.contains($0.source.file) }.map(TemplateAddresses.find)
    addresses = written.flatMap(\.addresses)
    needs = written.flatMap(\.needs)
    if let clinic = reading.configuration.clinic, let logo = clinic.logo, Self.logo(clinic, assets) == nil {
      let names = assets.map { Self.name(of: $0) }
      found.append(
        .error(
          .missingAsset, file: SiteConfiguration.file, at: logo.position,
          "`logo` is `\(logo.text)`, but `\(AssetReader.folder)` has no such file.",
          hint: NearestName.hint(for: logo.text, among: names) ?? "Put the file into `\(AssetReader.folder)`."
        ))
    }
    diagnostics = found
  }

  /// The file that is the clinic's logo.
  static func logo(_ clinic: ClinicFacts, _ assets: [Asset]) -> Asset? {
    assets.first { name(of: $0) == clinic.logo?.text }
  }

  private static func name(of asset: Asset) -> String {
    String(asset.path.dropFirst(AssetReader.folder.count + 1))
  }
}
