import Diagnostics
import Files
import Markdown
import Mustache
import SiteModel
import Text

/// The site's templates, compiled for the pages they make.
package struct SiteTemplates: Sendable {
  /// For each kind the template of its articles.
  let articles: [Template]
  /// For each kind the template of its articles' programmes; nil where it wants none.
  let programmes: [Template?]
  let home: Template
  let index: Template
  let notFound: Template
  /// Nil for a site without a checker.
  let checker: Template?
  /// Nil for a site without a search page.
  let search: Template?
  /// Nil for a site without a page of its own for withdrawn articles.
  let withdrawn: Template?
  /// Every `id` that a template gives an element itself: no heading of an article may take one.
  let identifiers: Set<[UInt8]>
  /// Whether some template lists all articles of the site, wherever it stands.
  let showsAllArticles: Bool
  /// Whether some page shows the menu at its foot, and some template submenus.
  let showsFooter: Bool
  let showsSubmenus: Bool
  /// Whether the template of lists links to their further pages.
  let showsListPages: Bool
  /// Whether it links to the archive and the feed of a kind, and whether some card shows what `list: {card: …}` names.
  let showsYears: Bool
  let showsListFeed: Bool
  /// Whether the list of a kind shows groups, and whether any card stands out.
  let showsGroups: Bool
  let showsHighlight: Bool
  let showsDetails: Bool
  /// Whether some card shows what an article says of it in a relation.
  let showsNotes: Bool
  /// For each kind whether the template of its programmes does; true where it has none.
  let programmesShowNotes: [Bool]
  /// For each kind whether its template shows the text of an article, its red flags, and whose its pictures are.
  let showsBody: [Bool]
  let showsWarnings: [Bool]
  let showsCredits: [Bool]
  /// For each kind and each of its fields whether its template, or one of a programme, shows it.
  let showsFields: [[Bool]]
  /// For each kind the fields that `facts` of its pages has: those that its template does not show by name; none where no
  /// template asks for them.
  let facts: [[Int]]
  /// What the templates of articles look up of them.
  let used: UsedNames
  /// All of them.
  let all: [Template]
  /// What they do with each card of a list.
  let cardBodies: [SharedBody]

  /// Reads every template and partial.
  static func library(
    _ tree: SourceTree, from folder: SourceFolder, into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> TemplateLibrary {
    var templates: [TemplateSource] = []
    for path in tree.templates {
      templates.append(try source(path, below: "Templates/", of: folder, into: &diagnostics))
    }
    var partials: [TemplateSource] = []
    for path in tree.partials {
      partials.append(try source(path, below: "Templates/partials/", of: folder, into: &diagnostics))
    }
    return TemplateLibrary(templates: templates, partials: partials)
  }

  /// The templates with placeholders for frames of other sites; nil when they have no such frames, or pages may show none.
  static func withPlaceholders(
    _ library: TemplateLibrary, _ configuration: SiteConfiguration, _ script: [UInt8],
    _ labels: MarkdownLabels
  ) -> TemplateLibrary? {
    if script.isEmpty { return nil }
    let own = [configuration.address, configuration.writtenAddress].compactMap {
      WebAddressParts($0.origin.utf8)?.host
    }
    var isChanged = false
    let sources = library.markups.map { markup in
      guard let changed = TemplateAddresses.withPlaceholders(markup, script: script, own: Set(own), labels)
      else {
        return markup.source
      }
      isChanged = true
      return changed
    }
    func isPartial(_ source: TemplateSource) -> Bool { source.file.hasPrefix("Templates/partials/") }
    return isChanged
      ? TemplateLibrary(
        templates: sources.filter { !isPartial($0) }, partials: sources.filter(isPartial),
        words: library.words) : nil
  }

  /// Compiles every template; nil after errors. All files are checked, also those that nothing uses.
  static func compile(
    _ library: TemplateLibrary, _ tree: SourceTree, types: PageTypes, kinds: [Kind], hasChecker: Bool,
    into diagnostics: inout [Diagnostic]
  ) -> SiteTemplates? {
    var found: [Diagnostic] = []
    library.parse(into: &found)
    func compile(_ name: String, _ type: RecordType, _ purpose: String) -> Template? {
      guard library.contains(name) else {
        found.append(
          .error(
            .missingTemplate, file: "Templates/\(name).mustache", at: nil,
            "There is no template for \(purpose).",
            hint: NearestName.to(name, among: library.templateNames).map {
              "If `Templates/\($0).mustache` is meant for it, rename it to `\(name).mustache`."
            }
              ?? (kinds.contains { $0.name == name } ? copyHint(for: name, type, library, kinds) : nil)))
        return nil
      }
      return library.compile(
        name, for: type, reportsSyntax: false,
        owner: { name in types.articles.first { $0.type.slot(of: name) != nil }?.type.name }, into: &found)
    }
    let articles = kinds.indices.map {
      compile(kinds[$0].name, types.articles[$0].type, "articles of the kind `\(kinds[$0].name)`")
    }
    // Called for each kind that wants one, since each has names of its own.
    let programmes = kinds.indices.map {
      kinds[$0].programme == nil
        ? nil
        : compile(
          Programme.template, types.articles[$0].type, "the programs of the kind `\(kinds[$0].name)`")
    }
    let home = compile("home", types.home.type, "the home page")
    let index = compile("index", types.index.type, "the list pages of a kind")
    let notFound = compile("404", types.notFound.type, "the page for addresses that do not exist")
    let checker = hasChecker ? compile("checker", types.checker.type, "the symptom checker") : nil
    let hasSearch = hasTemplate(GeneratedPages.searchTemplate, tree, kinds)
    let hasWithdrawn = hasTemplate(GeneratedPages.withdrawnTemplate, tree, kinds)
    let search = hasSearch ? compile(GeneratedPages.searchTemplate, types.search.type, "the search") : nil
    let withdrawn =
      hasWithdrawn
      ? compile(GeneratedPages.withdrawnTemplate, types.withdrawn.type, "withdrawn articles") : nil
    diagnostics += withoutRepeats(found, library.words)
    let compiled = articles.compactMap { $0 }
    let wanted = kinds.count { $0.programme != nil }
    guard compiled.count == kinds.count, programmes.count(where: { $0 != nil }) == wanted, let home,
      let index, let notFound, checker != nil || !hasChecker, search != nil || !hasSearch,
      withdrawn != nil || !hasWithdrawn
    else { return nil }
    let many = compiled + programmes.compactMap { $0 }
    var all =
      many + [home, index, notFound]
      + [checker, search, withdrawn].compactMap { $0 }
    let facts = kinds.indices.map { kind in
      let type = types.articles[kind].type
      let shown = [articles[kind], programmes[kind], home].compactMap(\.self)
      return shown.contains { $0.uses(PageTypes.factsName, of: type) }
        ? unnamed(kinds[kind], in: compiled[kind], type) : []
    }
    let bodies = Template.shareBodies(over: PageTypes.card.type, ofFirst: many.count, in: &all)
    var rest = all[...]
    func next() -> Template { rest.removeFirst() }
    return SiteTemplates(
      articles: compiled.map { _ in next() }, programmes: programmes.map { $0 == nil ? nil : next() },
      home: next(), index: next(), notFound: next(), checker: checker == nil ? nil : next(),
      search: search == nil ? nil : next(), withdrawn: withdrawn == nil ? nil : next(),
      identifiers: identifiers(in: library.sources),
      showsAllArticles: all.contains { $0.uses("articles", of: types.site.type) },
      showsFooter: zip(compiled + [home], types.articles + [types.home]).contains {
        $0.uses(PageTypes.footerName, of: $1.type)
      },
      showsSubmenus: all.contains { $0.uses(PageTypes.itemsName, of: PageTypes.navigationEntry.type) },
      showsListPages: index.uses(PageTypes.pagesName, of: types.index.type),
      showsYears: index.uses(PageTypes.yearsName, of: types.index.type),
      showsListFeed: index.uses(PageTypes.listFeedName, of: types.index.type),
      showsGroups: index.uses(PageTypes.groupsName, of: types.index.type),
      showsHighlight: all.contains { $0.uses(PageTypes.highlightName, of: PageTypes.card.type) },
      showsDetails: all.contains { $0.uses(PageTypes.detailsName, of: PageTypes.card.type) },
      showsNotes: all.contains { $0.uses(PageTypes.noteName, of: PageTypes.card.type) },
      programmesShowNotes: zip(programmes, types.articles).map { template, layout in
        guard let template, let part = Programme.partType(in: layout.type) else { return true }
        return template.uses(PageTypes.noteName, of: part)
      },
      showsBody: zip(compiled, types.articles).map { $0.uses(PageTypes.bodyName, of: $1.type) },
      showsWarnings: zip(compiled, types.articles).map { $0.uses(PageTypes.warningsName, of: $1.type) },
      showsCredits: zip(compiled, types.articles).map { $0.uses(PageTypes.creditsName, of: $1.type) },
      showsFields: kinds.indices.map { kind in
        kinds[kind].fields.enumerated().map { slot, field in
          shows(field, compiled[kind], types.articles[kind].type) || facts[kind].contains(slot)
            || zip(programmes, types.articles).contains { template, layout in
              guard let template, let part = Programme.partType(in: layout.type) else { return false }
              return shows(field, template, part)
            }
        }
      },
      facts: facts, used: UsedNames(articles: compiled, programmes: programmes, home: home, types), all: all,
      cardBodies: bodies)
  }

  /// What the template of a kind may begin as: a copy of one that shows nothing which the kind does not have.
  private static func copyHint(
    for name: String, _ type: RecordType, _ library: TemplateLibrary, _ kinds: [Kind]
  ) -> String {
    let fitting = (kinds.filter(\.isPage) + kinds.filter { !$0.isPage }).first { kind in
      var faults: [Diagnostic] = []
      return library.compile(kind.name, for: type, into: &faults) != nil && faults.isEmpty
    }
    if let fitting { return "Copy `Templates/\(fitting.name).mustache` to that name, and change the copy." }
    return library.contains("layout")
      ? "Write `{{<layout}}{{$main}}{{{body}}}{{/main}}{{/layout}}` into a file of that name, then add what else it should show."
      : "Write `{{{body}}}` into a file of that name, then add what else it should show."
  }

  /// A partial is compiled for every page that includes it; one report of each of its faults is enough. Nor need each place be told
  /// that wants a file which is not there.
  private static func withoutRepeats(_ found: [Diagnostic], _ words: TemplateWords?) -> [Diagnostic] {
    var missing: Set<String> = []
    var kept: [Diagnostic] = []
    for fault in found.sorted() {
      if fault.code == .templateMissingPartial || fault.code == .templateMissingParent || isOfWord(fault) {
        if missing.insert(fault.message).inserted { kept.append(fault) }
      } else if let last = kept.last, last.file == fault.file, last.position == fault.position,
        last.code == fault.code, fault.position != nil || last.message == fault.message
      {
        continue
      } else {
        kept.append(fault)
      }
    }
    guard let words, !words.isWritten, kept.count(where: isOfWord) > mostWords else { return kept }
    return [
      .error(
        .missingFile, file: words.file, at: nil,
        "There is no `\(words.file)`, though templates show words from it.",
        hint: "Put the file back.")
    ] + kept.filter { !isOfWord($0) }
  }

  /// So many words may well be slips of their own.
  private static let mostWords = 5

  /// Whether it is about a word that no file has.
  static func isOfWord(_ fault: Diagnostic) -> Bool {
    fault.code == .templateUnknownName && fault.message.hasPrefix("There is no word ")
  }

  /// Whether the site has a template for the search page.
  static func hasSearch(_ tree: SourceTree, _ kinds: [Kind]) -> Bool {
    hasTemplate(GeneratedPages.searchTemplate, tree, kinds)
  }

  /// Whether the site has that template, which is not that of a kind with its name.
  private static func hasTemplate(_ name: String, _ tree: SourceTree, _ kinds: [Kind]) -> Bool {
    tree.templates.contains("Templates/\(name).mustache") && !kinds.contains { $0.name == name }
  }

  /// The fixed values of `id="…"`; one with a tag in it belongs to what the tag stands for.
  private static func identifiers(in sources: [TemplateSource]) -> Set<[UInt8]> {
    let mark = Array(" id=\"".utf8)
    var found: Set<[UInt8]> = []
    for source in sources {
      var rest = source.bytes[...]
      while let start = ByteSearch.first(mark, in: rest)?.upperBound {
        rest = rest[start...]
        let value = rest.prefix { $0 != UInt8(ascii: "\"") }
        if !value.contains(UInt8(ascii: "{")) { found.insert(Array(value)) }
      }
    }
    return found
  }
}
