import Diagnostics

/// What designers made, read and compiled: templates and assets.
struct SiteDesign: Sendable {
  let assets: [Asset]
  let types: PageTypes
  /// Nil when templates have errors.
  let templates: SiteTemplates?
  let diagnostics: [Diagnostic]

  init(_ reading: SourceReading, from source: SourceFolder) throws(FileFailure) {
    var found: [Diagnostic] = []
    assets = try AssetReader.read(
      reading.tree.assets, supplied: SearchScript.supplied(for: reading.tree, reading.configuration.kinds),
      from: source, into: &found)
    types = PageTypes(reading.configuration, assetNames: assets.map(\.name))
    templates = try SiteTemplates.read(
      reading.tree, from: source, types: types, kinds: reading.configuration.kinds,
      hasChecker: !reading.checkers.isEmpty, into: &found)
    diagnostics = found
  }
}
