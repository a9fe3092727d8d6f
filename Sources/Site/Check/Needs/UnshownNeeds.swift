import Diagnostics
import Mustache
import SiteModel
import SymptomTree
import Text

/// What patients need (`PatientNeed`), the site has, and its templates do not show: one report for each thing.
struct UnshownNeeds {
  let index: SiteIndex
  let parsed: [ParsedArticle]
  let templates: SiteTemplates
  let pages: DesignedPages
  private let lostValues: Set<String>
  var found: [Diagnostic] = []
  private var missing: [MissingNeeds] = []

  /// The faults, and the words of which it follows from them that no template uses them.
  static func run(
    _ index: SiteIndex, _ parsed: [ParsedArticle], _ design: SiteDesign, _ checkers: CheckerStage
  ) -> (faults: [Diagnostic], words: Set<String>) {
    guard let templates = design.templates, let pages = design.pages, !design.hasUnreadableWords else {
      return ([], [])
    }
    var check = UnshownNeeds(
      index: index, parsed: parsed, templates: templates, pages: pages, lostValues: design.lostValues)
    check.emergency()
    check.checker(checkers.checkers.compactMap(\.check.proven), index.redFlags)
    check.articles()
    check.listOfFlags()
    for kind in index.configuration.kinds.indices { check.programme(of: kind) }
    check.withdrawn(design.library)
    check.found += ExchangedLists.run(index, pages, missing: check.missing)
    check.hidden(by: design.assets)
    return (
      check.found + MissingNeeds.reports(check.missing, design.library),
      Set(check.missing.flatMap(\.needs).flatMap(\.words))
    )
  }

  private init(
    index: SiteIndex, parsed: [ParsedArticle], templates: SiteTemplates, pages: DesignedPages,
    lostValues: Set<String>
  ) {
    (self.index, self.parsed, self.templates, self.pages) = (index, parsed, templates, pages)
    self.lostValues = lostValues
  }

  // MARK: Sorts of pages

  private mutating func emergency() {
    guard index.redFlags.flags.contains(where: { $0.level == CareHeading.names[0] }) else { return }
    var need = PatientNeed.emergency
    // A page that lists all flags shows what to do in an emergency there.
    for kind in index.configuration.kinds {
      for field in kind.fields {
        guard case .choice(let names) = field.type.shown, names.contains(UnshownWarnings.listOfFlags) else {
          continue
        }
        need.assuming["\(field.name).is-\(UnshownWarnings.listOfFlags)"] = false
      }
    }
    require(need, of: pages.all)
  }

  private mutating func checker(_ trees: [Tree], _ flags: RedFlags) {
    guard let page = pages.checker, !trees.isEmpty else { return }
    for (part, need) in PatientNeed.checker where trees.contains(where: { part.isPart(of: $0, flags) }) {
      require(need, of: [page])
    }
  }

  private mutating func articles() {
    // That a template has nothing of them is told at the article (`UnshownWarnings`).
    let flagged =
      pages(ofKindsWith: { !$0.redFlags.isEmpty && templates.showsWarnings[$0.kind] })
      + index.configuration.kinds.indices.filter { kind in owners(of: kind).contains { !$0.redFlags.isEmpty }
      }
      .compactMap { pages.programmes[$0] }.prefix(1)
    for need in [PatientNeed.warningText, .warningLevel] { require(need, of: flagged) }
    requireLikeOthers(.review, of: pages(ofKindsWith: { $0.review.status != .exempt }))
    if index.configuration.languages.count > 1 {
      requireLikeOthers(.stale, of: pages(ofKindsWith: { _ in true }))
    }
    guard let causes = index.configuration.checker.causes else { return }
    // A template that lists none of them has left all of them to the text.
    let relations = relations(of: causes)
    let isAnyShown = relations.contains { reason($0.need, pages.articles[causes]) == nil }
    for (need, isOfProgramme) in isAnyShown ? relations : [] {
      let programme = isOfProgramme || owners(of: causes).isEmpty ? nil : pages.programmes[causes]
      require(need, of: [pages.articles[causes]] + [programme].compactMap(\.self))
    }
    for kind in index.configuration.textKinds where !templates.showsBody[kind] {
      let articles = index.articles.indices.filter {
        index.articles[$0].kind == kind && index.articles[$0].hasPage
      }
      // A warning in a text is told at its article.
      if articles.contains(where: { UnshownWarnings.warns(parsed[$0]) }) { continue }
      if articles.contains(where: { !parsed[$0].body.text.blocks.isEmpty }) {
        require(.body, of: [pages.articles[kind]])
      }
    }
  }

  /// Those of the kinds that have such an article.
  private func pages(ofKindsWith has: (Article) -> Bool) -> [ShownPage] {
    let kinds = Set(index.articles.filter { $0.hasPage && has($0) }.map(\.kind))
    return kinds.sorted().map { pages.articles[$0] }
  }

  /// What articles of a kind list that helps, needs care or harms.
  func relations(of kind: Int) -> [(need: PatientNeed, isOfProgramme: Bool)] {
    let settings = index.configuration.checker
    return index.configuration.kinds[kind].relations.enumerated().compactMap { slot, relation in
      guard
        index.articles.contains(where: {
          $0.kind == kind && $0.hasPage && !($0.relations[slot] ?? []).isEmpty
        })
      else { return nil }
      let what: String
      if settings.neverWith.contains(relation.name) {
        what = "which exercises to leave out"
      } else if settings.carefulWith.contains(relation.name) {
        what = "which exercises need care"
      } else if settings.managedWith == relation.name {
        what = "which exercises may help"
      } else {
        return nil
      }
      let isOfProgramme = index.configuration.kinds[kind].programme == slot
      return (
        .relation(relation.name, what: what, others: isOfProgramme ? ["programme.parts.title"] : []),
        isOfProgramme
      )
    }
  }

  /// The page that lists all flags.
  private mutating func listOfFlags() {
    guard let first = index.redFlags.flags.first else { return }
    let levels = Set(index.redFlags.flags.map(\.level))
    for (number, kind) in index.configuration.kinds.enumerated() {
      for (slot, field) in kind.fields.enumerated() {
        guard case .choice(let names) = field.type.shown,
          let choice = names.firstIndex(of: UnshownWarnings.listOfFlags),
          index.articles.contains(where: { article in
            guard article.kind == number, article.hasPage, case .choice(choice) = article.fields[slot] else {
              return false
            }
            return true
          })
        else { continue }
        let hasMilder = levels.count > 1 || first.level != CareHeading.names[0]
        let lost = PatientNeed.list(field.name, hasMilder: hasMilder).first {
          reason($0, pages.articles[number]) != nil
        }
        if let lost { require(lost, of: [pages.articles[number]]) }
      }
    }
  }

  /// The articles of a kind that have a program.
  func owners(of kind: Int) -> [Article] {
    guard let programme = index.configuration.kinds[kind].programme else { return [] }
    return index.articles.filter {
      $0.kind == kind && $0.hasPage && !($0.relations[programme] ?? []).isEmpty
    }
  }

  /// A template for withdrawn articles that says nothing.
  private mutating func withdrawn(_ library: TemplateLibrary) {
    guard templates.withdrawn != nil, index.articles.contains(where: { $0.state == .withdrawn }) else {
      return
    }
    let name = GeneratedPages.withdrawnTemplate
    guard let source = library.sources(reachableFrom: name).first,
      TemplateText.isEmpty(source.bytes)
    else { return }
    found.append(
      .warning(
        .badConfiguration, file: source.file, at: .start,
        "Visitors do not see that a page was withdrawn: the template `\(name)` says nothing.",
        hint: "In `\(source.file)`, write `<p>{{word.page-withdrawn}}</p>`."))
  }

  // MARK: Findings

  func reason(_ need: PatientNeed, _ page: ShownPage) -> ShownPage.Reason? {
    let assuming = assumptions(of: need)
    var reason = ShownPage.Reason.absent
    for name in need.names {
      let one =
        need.isAnything
        ? page.reasonAgainst(anythingOf: name, assuming: assuming)
        : page.reasonAgainst(name, in: need.place, assuming: assuming)
      guard let one else { return nil }
      if reason == .absent { reason = one }
    }
    return reason
  }

  /// What some templates show and others do not: a site may do without it, but not by a slip.
  private mutating func requireLikeOthers(_ need: PatientNeed, of pages: [ShownPage]) {
    guard 2 * pages.count(where: { reason(need, $0) == nil }) >= pages.count else { return }
    // A template that somebody added for a kind of their own may be as they want it.
    let names = index.configuration.textKinds.map { self.pages.articles[$0].name }
    require(need, of: pages.filter { names.contains($0.name) })
  }

  mutating func require(_ need: PatientNeed, of pages: [ShownPage]) {
    // What is lost in a word is told there.
    if let value = need.names[0].split(separator: ".").last, lostValues.contains(String(value)) { return }
    report(need, lacking: pages.compactMap { page in reason(need, page).map { (page, $0) } })
  }

  mutating func report(
    _ need: PatientNeed, lacking: [(page: ShownPage, reason: ShownPage.Reason)]
  ) {
    guard let first = lacking.first else { return }
    let missing = MissingNeeds(
      pages: lacking.map(\.page),
      name: need.isExact
        ? need.names[0] : first.page.missingName(of: need, assuming: assumptions(of: need)),
      reason: first.reason, needs: [need])
    if let same = self.missing.firstIndex(where: {
      $0.name == missing.name && $0.pages.map(\.name) == missing.pages.map(\.name)
    }) {
      self.missing[same].needs.append(need)
    } else {
      self.missing.append(missing)
    }
  }

  private func assumptions(of need: PatientNeed) -> [String: Bool] {
    need.assuming.merging([PageTypes.previewName: false]) { $1 }
  }
}

extension CheckerPart {
  /// Whether a checker has it.
  fileprivate func isPart(of tree: Tree, _ flags: RedFlags) -> Bool {
    switch self {
    case .always: true
    case .help: tree.questions.contains { $0.help != nil }
    case .picture: tree.questions.contains { $0.picture != nil }
    case .none: tree.questions.contains { $0.none != nil }
    case .phone: tree.outcomes.contains { tree.careLevels[$0.level.value]?.phone != nil }
    case .advice: tree.outcomes.contains { $0.advice != nil }
    case .reasons:
      tree.outcomes.contains { outcome in
        tree.flags(leadingTo: outcome).contains { name in
          flags.table[name.utf8].flatMap { flags.flags[$0].why } != nil
        }
      }
    case .safetyNet: tree.outcomes.contains { $0.seekCareIf != nil }
    case .causes: tree.showsCauses && tree.outcomes.contains { !$0.causes.isEmpty }
    case .stretches: tree.showsCauses && tree.outcomes.contains { !$0.stretches.isEmpty }
    }
  }
}
