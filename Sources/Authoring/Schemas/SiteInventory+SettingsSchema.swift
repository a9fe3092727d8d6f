import SiteModel

extension SiteInventory {
  /// The schema of `site.yaml`.
  package var settingsSchema: String {
    let names = settingNames
    return Schema.document(
      title: "Site settings",
      SiteSettings.site.schema(names).with([
        "$defs": [
          "kind": KindDraft.block.schema(names), "field": FieldDraft.schema,
          "relation": RelationDraft.block.schema(names),
        ]
      ])
    ).json
  }

  private var settingNames: SettingNames {
    let kinds = index.configuration.kinds
    var names = SettingNames()
    names.kinds = kinds.map(\.name)
    names.articles = kinds.indices.flatMap { kind in ids(of: kind).map { "\(kinds[kind].name):\($0)" } }
    names.entries = ["checker", "search"] + kinds.filter { !$0.isPage }.map(\.folder) + names.articles
    for relation in kinds.flatMap(\.relations) where !names.relations.contains(relation.name) {
      names.relations.append(relation.name)
    }
    names.fieldsOfCauses = index.configuration.checker.causes.map { kinds[$0].fields.map(\.name) } ?? []
    return names
  }
}
