import Diagnostics
import Files
import Mustache
import Search
import SiteModel
import Text
import YAML

/// What designers made, read and compiled: templates and assets.
package struct SiteDesign: Sendable {
  package let assets: [Asset]
  package let rootFiles: [RootFile]
  package let types: PageTypes
  /// Those of the site's own language, or of the one that this was translated into; nil when templates have errors.
  package private(set) var templates: SiteTemplates?
  /// The others, by their codes in small letters.
  private let translated: [String: SiteTemplates]
  private let ownLanguage: String
  private let words: SiteWords
  /// What pages made with the templates of the site's own language can show.
  let pages: DesignedPages?
  /// The templates as they are written.
  let library: TemplateLibrary
  /// Values that words have lost, which is told there.
  let lostValues: Set<String>
  /// The addresses that stand in templates.
  let addresses: [TemplateAddress]
  /// What their elements need of the content policy.
  let needs: [TemplateNeed]
  /// The address of the script that shows frames of other sites; empty when pages show none.
  let frameScript: [UInt8]
  package let diagnostics: [Diagnostic]

  /// `languages` are those that the site is published in, its own first; those of its settings when nil.
  package init(
    _ reading: SourceReading, languages: [String]? = nil, from source: SourceFolder
  ) throws(FileFailure) {
    var found: [Diagnostic] = []
    let (tree, configuration) = (reading.tree, reading.configuration)
    let kinds = configuration.kinds
    var supplied: [(path: String, bytes: [UInt8])] = []
    if SiteTemplates.hasSearch(tree, kinds) { supplied.append((SearchScript.path, SearchScript.bytes)) }
    if FrameScript.isNeeded(configuration) { supplied.append((FrameScript.path, FrameScript.bytes)) }
    assets = try AssetReader.read(
      tree.assets, supplied: supplied.filter { !tree.assets.contains($0.path) }, from: source, into: &found)
    let script = FrameScript.isNeeded(configuration) ? assets.first { $0.path == FrameScript.path } : nil
    frameScript = script.map { Array(configuration.basePath.utf8) + $0.url } ?? []
    rootFiles = tree.rootFiles
    let types = PageTypes(configuration, assetNames: assets.map(\.name))
    self.types = types
    let library = try SiteTemplates.library(reading.tree, from: source, into: &found)
    self.library = library
    found += TemplateMarkupCheck.run(library)
    let hasChecker = !reading.checkers.isEmpty
    let tags = configuration.languages.map(\.tag)
    let languages = languages ?? (tags.isEmpty ? [configuration.language] : tags)
    ownLanguage = configuration.language.lowercased()
    words = try SiteWords.read(tree, languages, from: source, into: &found)
    found += words.faults(used: library.wordNames, published: configuration.languages)
    lostValues = words.lostValues(used: library.wordNames)
    let (words, frameScript) = (words, frameScript)
    func compile(_ language: String, into found: inout [Diagnostic]) -> SiteTemplates? {
      func compile(_ library: TemplateLibrary, into found: inout [Diagnostic]) -> SiteTemplates? {
        SiteTemplates.compile(
          library, tree, types: types, kinds: kinds, hasChecker: hasChecker, into: &found)
      }
      let library = library.with(words.templateWords(in: language))
      let labels = words.own(in: language).labels
      let compiled = compile(library, into: &found)
      guard compiled != nil,
        let changed = SiteTemplates.withPlaceholders(library, configuration, frameScript, labels)
      else { return compiled }
      // What is wrong was told of the templates as they are written.
      var known: [Diagnostic] = []
      return compile(changed, into: &known)
    }
    let templates = compile(configuration.language, into: &found)
    found = Self.withoutConsequences(TemplateUse.renamed(found, tree.otherTemplates), tree)
    // Of a word that only has another name, that is told.
    for word in words.misnamed(used: library.wordNames).values {
      found.removeAll {
        $0.code == .templateUnknownName && $0.message.hasPrefix("There is no word `\(word)`")
      }
    }
    self.templates = templates
    pages = templates.map { DesignedPages($0, types, library) }
    var translated: [String: SiteTemplates] = [:]
    for language in words.languages(besides: configuration.language).sorted() {
      var own: [Diagnostic] = []
      translated[language] = compile(language, into: &own)
      // All else was told of the site's own language.
      found += own.filter { $0.file?.hasPrefix(WordFile.folder) ?? false }
    }
    self.translated = translated
    // A value under a wrong name is not missing.
    let unknown = found.filter {
      $0.code == .templateUnknownName && $0.file?.hasPrefix(WordFile.folder) ?? false
    }
    found.removeAll { fault in
      fault.code == .wrongType && unknown.contains { $0.file == fault.file && $0.position == fault.position }
    }
    // What stands in a template whose tags cannot be read is anybody's guess.
    let faulty = Set(found.lazy.filter { $0.severity == .error }.compactMap(\.file))
    let markups = library.markups.filter { !faulty.contains($0.source.file) }
    found += TemplateMarkupCheck.videos(markups)
    if markups.count == library.markups.count { found += TemplateMarkupCheck.unbalanced(markups) }
    let written = markups.map(TemplateAddresses.find)
    addresses = written.flatMap(\.addresses)
    needs = written.flatMap(\.needs)
    if let clinic = reading.configuration.clinic, let logo = clinic.logo, Self.logo(clinic, assets) == nil {
      let names = assets.map { Self.name(of: $0) }
      found.append(
        .error(
          .missingAsset, file: SiteConfiguration.file, at: logo.position,
          "`logo` is `\(logo.text)`, but `\(AssetReader.folder)` has no such file.",
          hint: Self.hint(forAsset: logo.text, among: names)
        ))
    }
    found += TemplateUse.unread(
      tree.otherTemplates, besides: Set(found.filter { $0.code == .missingTemplate }.compactMap(\.file)))
    if let templates {
      // What a template with faults includes is not known.
      found += TemplateUse.unused(library, kinds)
      found += Self.unshown(kinds, templates) + Self.unshownMenus(configuration, templates)
    }
    if let analytics = configuration.analytics {
      found += Self.faults(analytics, assets, pages)
    } else if let analytics = configuration.faultyAnalytics, !analytics.script.bytes.isEmpty,
      let missing = Self.missingScript(analytics, assets)
    {
      found.append(missing)
    }
    diagnostics = found
  }

  /// Without what follows from a file of words that has another name, and from words that stand in single braces.
  private static func withoutConsequences(_ found: [Diagnostic], _ tree: SourceTree) -> [Diagnostic] {
    let start = "Write `{{\(TemplateWords.name)."
    let braced = Set(
      found.lazy.filter { $0.code == .templateBadName }.compactMap { fault -> String? in
        guard let hint = fault.hint, hint.hasPrefix(start) else { return nil }
        return String(hint.dropFirst(start.count).prefix { $0 != "}" })
      })
    let hasMisnamedWords = tree.misnamed.contains { $0.hasPrefix(WordFile.folder) }
    if braced.isEmpty, !hasMisnamedWords { return found }
    return found.filter { fault in
      if fault.code == .unusedWord, fault.isAbout(wordIn: braced) { return false }
      guard hasMisnamedWords else { return true }
      return !(fault.code == .missingFile && fault.file.map(tree.misnamed.contains) == true)
        && !SiteTemplates.isOfWord(fault)
    }
  }

  /// Whether the words of the site's own language could not be read, so that nobody knows what pages say.
  var hasUnreadableWords: Bool { words.isUnreadable(in: ownLanguage) }

  /// The same templates with the words of one of the site's languages; nil when they have errors.
  package func templates(in language: String) -> SiteTemplates? {
    language.lowercased() == ownLanguage ? templates : translated[language.lowercased()]
  }

  /// The design for readers of another of the site's languages.
  func translated(into language: SiteLanguage) -> SiteDesign {
    var design = self
    design.templates = templates(in: language.tag)
    return design
  }

  /// What Limber itself writes into pages of that language.
  package func words(in language: String) -> Words { words.own(in: language) }

  /// The words that templates show as addresses, in every language, but for those that a page completes.
  func addressWords(
    _ templates: SiteTemplates
  ) -> [(text: [UInt8], file: String, position: Position, isWhole: Bool)] {
    words.entries.compactMap { file, entry in
      guard let isWhole = templates.leads(byWord: entry.key), !entry.text.contains("{{") else { return nil }
      return (Array(entry.text.utf8), file, entry.position, isWhole)
    }
  }

  /// What settings of lists ask for and no template shows.
  private static func unshown(_ kinds: [Kind], _ templates: SiteTemplates) -> [Diagnostic] {
    kinds.flatMap { kind -> [Diagnostic] in
      let list = kind.list
      let wanted: [(key: String, node: YAML.Node?, isShown: Bool, value: String, file: String)] = [
        ("per-page", list.perPage?.node, templates.showsListPages, PageTypes.pagesName, "index.mustache"),
        ("archive", list.archive?.node, templates.showsYears, PageTypes.yearsName, "index.mustache"),
        ("feed", list.feed?.node, templates.showsListFeed, PageTypes.listFeedName, "index.mustache"),
        ("group-by", list.groupBy?.node, templates.showsGroups, PageTypes.groupsName, "index.mustache"),
        (
          "highlight", list.highlight?.node, templates.showsHighlight, PageTypes.highlightName,
          "partials/card.mustache"
        ),
        ("card", list.cardNode, templates.showsDetails, PageTypes.detailsName, "partials/card.mustache"),
      ]
      return wanted.compactMap { key, node, isShown, value, file in
        guard let node, !isShown else { return nil }
        return unshown(key, at: node.position, value, in: file)
      }
    }
  }

  private static func hint(forAsset name: String, among assets: [String]) -> String {
    // A path from elsewhere: what it ends with may be there.
    if let meant = assets.filter({ name.hasSuffix("/" + $0) }).max(by: { $0.count < $1.count }) {
      return "Write `\(meant)`: the name starts below `\(AssetReader.folder)`."
    }
    return NearestName.hint(for: name, among: assets) ?? "Put the file into `\(AssetReader.folder)`."
  }

  /// A script that is not there, or that no page loads.
  private static func faults(_ analytics: Analytics, _ assets: [Asset], _ pages: DesignedPages?)
    -> [Diagnostic]
  {
    if let missing = missingScript(analytics, assets) { return [missing] }
    guard let pages, !pages.all.contains(where: \.loadsAnalytics) else { return [] }
    return [
      .error(
        .badConfiguration, file: SiteConfiguration.file, at: analytics.script.position,
        "No template loads this script, so it would count nothing.",
        hint:
          "Write `{{#site.analytics}}<script defer src=\"{{script}}\"></script>{{/site.analytics}}` in the head of `Templates/layout.mustache`."
      )
    ]
  }

  private static func missingScript(_ analytics: Analytics, _ assets: [Asset]) -> Diagnostic? {
    guard let name = analytics.asset, script(analytics, assets) == nil else { return nil }
    let names = assets.map { Self.name(of: $0) }
    let folder = name.prefix { $0 != "/" }
    // A folder that is called like a site.
    let address =
      folder.contains(".") && folder.count < name.count && !names.contains { $0.hasPrefix(folder + "/") }
      ? ContentSource.meant(by: name) : nil
    return .error(
      .missingAsset, file: SiteConfiguration.file, at: analytics.script.position,
      "`script` is `\(name)`, but `\(AssetReader.folder)` has no such file.",
      hint: address.map { "Write `\($0)`." } ?? hint(forAsset: name, among: names))
  }

  /// The file that counts visits; nil when that is an address.
  static func script(_ analytics: Analytics, _ assets: [Asset]) -> Asset? {
    assets.first { name(of: $0) == analytics.asset }
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

  static func name(of asset: Asset) -> String {
    String(asset.path.dropFirst(AssetReader.folder.count + 1))
  }
}
