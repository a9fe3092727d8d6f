import Files

/// The schemas as files, for an editor that finds them by name.
extension SiteInventory {
  /// Where they are written, relative to the source folder.
  package static let schemaFolder = ".limber/schemas"

  /// Every schema by its file's name.
  package var schemas: [(file: String, text: String)] {
    let frontMatter = kindNames.compactMap { kind in
      (try? frontMatterSchema(of: kind)).map { ("front-matter-\(kind).schema.json", $0) }
    }
    return [
      ("site.schema.json", settingsSchema), ("red-flags.schema.json", redFlagsSchema),
      ("checker.schema.json", checkerSchema), ("vignettes.schema.json", vignettesSchema),
      ("care-levels.schema.json", careLevelsSchema), ("pictures.schema.json", picturesSchema),
    ] + frontMatter + (isTranslated ? translationSchemas : [])
  }

  /// Those of translations.
  private var translationSchemas: [(file: String, text: String)] {
    let frontMatter = kindNames.compactMap { kind in
      (try? translationSchema(of: kind)).map { ("translation-\(kind).schema.json", $0) }
    }
    return [
      ("site-translation.schema.json", settingsTranslationSchema),
      ("red-flags-translation.schema.json", redFlagsTranslationSchema),
      ("checker-translation.schema.json", checkerTranslationSchema),
      ("care-levels-translation.schema.json", careLevelsTranslationSchema),
    ] + frontMatter
  }

  /// Writes all of them, each in one step; their paths, relative to the source folder.
  package func writeSchemas() throws -> [String] {
    try Refusal.checkOwnFolder(of: source)
    try FolderTree.make(source.path(to: Self.schemaFolder))
    var written: [String] = []
    for (file, text) in schemas {
      let path = "\(Self.schemaFolder)/\(file)"
      try SystemCalls.replace(source.path(to: path), with: Array(text.utf8))
      written.append(path)
    }
    return written
  }
}
