import Diagnostics
import Files
import Markdown
import SiteModel
import SymptomTree
import YAML

/// Proves every checker of a site against its articles, flags and references.
package struct CheckerStage: Sendable {
  package struct Checker: Sendable {
    package let id: String
    package let check: TreeCheck
  }

  package let checkers: [Checker]
  package let advice: AdviceTexts
  package let pictures: BodyPictures
  private(set) var diagnostics: [Diagnostic]
  /// References that flags rest on are used by the checker as well; so are these files.
  package let usedFiles: [Int]
  /// Files drawn in their pages.
  let drawings: [Int]
  /// Of another language: the texts by ids that were translated, those of the site around the checkers among them.
  package let units: TranslatedUnits?

  init(
    _ index: SiteIndex, _ links: LinkIndex, parsed: [ParsedArticle], files: [CheckerFiles],
    labels: MarkdownLabels,
    from folder: SourceFolder, today: CalendarDate
  ) throws(FileFailure) {
    advice = try AdviceTexts(index, labels: labels, from: folder)
    pictures = try BodyPictures(index.files, from: folder)
    diagnostics = advice.diagnostics + pictures.diagnostics
    var options = TreeOptions(
      today: today, causeKind: index.configuration.causeKind, stretchKind: index.configuration.stretchKind)
    options.reviewPolicy = index.configuration.review
    options.siteLanguage = index.configuration.language
    options.isOneOfSeveral = files.count { $0.sources.vignettes != nil } > 1
    let (kinds, settings) = (index.configuration.kinds, index.configuration.checker)
    options.causeFolder = settings.causes.map { "Content/\(kinds[$0].folder)" }
    options.stretchFolder = settings.stretches.map { "Content/\(kinds[$0].folder)" }
    // All articles are looked at for it, which a site without a checker need not wait for.
    let clinical =
      files.isEmpty
      ? ClinicalIndex() : Self.clinicalIndex(index, links, parsed, advice: advice, pictures: pictures)
    if !files.isEmpty { diagnostics += StageCheck.run(index) }
    var checkers: [Checker] = []
    for file in files {
      let check = TreeCheck(file.sources, index: clinical, options: options)
      if let copy = Self.copy(file, of: check.tree, among: files) {
        // What is wrong with it is wrong with the other, too.
        diagnostics.append(copy)
        continue
      }
      if let tree = check.tree, tree.id.value != file.id {
        diagnostics.append(
          .error(
            .badFileName, file: tree.file, at: tree.id.position,
            "The checker's id is `\(tree.id.value)`, but its file is named `\(file.id).yaml`.",
            hint: "Use the same name for both."))
      }
      diagnostics += check.diagnostics
      if let tree = check.proven {
        diagnostics += tree.differences(
          fromPage: CheckerSteps(tree, advice: advice.texts, pictures: pictures.markup).edges,
          file: "Public\(GeneratedPages.checkerURL)index.html")
      }
      checkers.append(Checker(id: file.id, check: check))
    }
    self.checkers = checkers
    diagnostics = Self.toldOnce(diagnostics)
    units = nil
    // A tree that cannot be read may ask what is missing.
    let trees = checkers.compactMap(\.check.tree).filter { !$0.isHollow }
    if trees.count == checkers.count {
      diagnostics += TreeCheck.unasked(clinical.flags, by: trees) + TreeCheck.unlisted(by: trees)
    }
    // So may it use what seems to be left over.
    let isUnknown = trees.count < checkers.count
    let drawn = Set(checkers.flatMap { $0.check.tree?.questions.compactMap(\.picture?.value) ?? [] })
    let named = Set(checkers.flatMap { Self.adviceNames($0.check.tree) })
    let prefix = SourceTree.checkerFolder + "/"
    drawings = index.files.indices.filter { number in
      drawn.contains { index.files[number].path == "\(prefix)\($0).svg" }
    }
    usedFiles =
      advice.usedFiles
      + index.files.indices.filter { number in
        let path = index.files[number].path
        guard path.hasPrefix(prefix) else { return false }
        let name = String(path.dropFirst(prefix.count))
        return isUnknown || named.contains(name) || drawn.contains { name == "\($0).svg" }
          || Self.isData(name, of: files)
      }
  }

  /// The same checkers in the words of another language.
  init(
    _ original: CheckerStage, _ edition: Edition, _ reading: SourceReading, _ index: SiteIndex,
    _ links: LinkIndex, _ parsed: [ParsedArticle], labels: MarkdownLabels, from folder: SourceFolder,
    today: CalendarDate
  ) throws(FileFailure) {
    let isRequired = index.configuration.translations.required.contains(.checker)
    var units = edition.units
    let advice = AdviceTexts(
      original.advice, edition, reading.words, index, labels: labels, isRequired: isRequired, units: &units)
    self.advice = advice
    pictures = original.pictures.saying(edition.drawingWords)
    diagnostics = advice.diagnostics
    usedFiles = advice.usedFiles
    drawings = original.drawings
    var options = TreeOptions(
      today: today, causeKind: index.configuration.causeKind, stretchKind: index.configuration.stretchKind)
    options.reviewPolicy = index.configuration.review
    let clinical =
      original.checkers.isEmpty
      ? ClinicalIndex() : Self.clinicalIndex(index, links, parsed, advice: advice, pictures: pictures)
    var checkers: [Checker] = []
    for checker in original.checkers {
      guard let tree = checker.check.proven else {
        checkers.append(checker)
        continue
      }
      let file = edition.language.file(of: tree.file)
      let words = TreeTranslation(
        reading.words.file(file), of: tree, file: file, language: edition.language, from: edition.original,
        isRequired: isRequired, options: options, units: &units)
      diagnostics += words.diagnostics
      let translated = words.apply(
        to: tree, language: edition.language, from: edition.original, flags: clinical.flags,
        cards: edition.cards)
      checkers.append(
        Checker(
          id: checker.id,
          check: checker.check.translated(translated, index: clinical, options: options)))
      diagnostics += AdviceTextRule.late(translated, advice.texts) {
        edition.language.file(of: "\(SourceTree.checkerFolder)/\($0)")
      }
    }
    diagnostics = Self.toldOnce(diagnostics)
    self.checkers = checkers
    units.reportUnmarked(into: &diagnostics)
    self.units = units
  }

  /// A file that somebody put aside, such as `knee-pain (1).yaml`: it has the id of another, and nothing of its own beside it.
  private static func copy(_ file: CheckerFiles, of tree: Tree?, among files: [CheckerFiles]) -> Diagnostic? {
    guard let tree, tree.id.value != file.id, files.contains(where: { $0.id == tree.id.value }),
      file.sources.vignettes == nil, file.sources.committedPaths == nil
    else { return nil }
    return .error(
      .badFileName, file: tree.file, at: tree.id.position,
      "`\(file.id).yaml` seems to be a copy of `\(tree.id.value).yaml`: both have the id `\(tree.id.value)`.",
      hint:
        "Delete this file. If it is to be a checker of its own, give it an id of its own, and name the file like that."
    )
  }

  /// What is wrong with a text is told once, however many outcomes and checkers show it.
  private static func toldOnce(_ found: [Diagnostic]) -> [Diagnostic] {
    struct Place: Hashable {
      let file: String
      let position: Position?
      let code: DiagnosticCode
    }
    var seen: Set<Place> = []
    return found.filter { fault in
      guard let file = fault.file, file.hasPrefix(SourceTree.checkerFolder), file.hasSuffix(".md"),
        fault.code == .treeUnknownAdvice || fault.code == .careLevelUrgency || fault.code == .treeOwnSentence
          || fault.code == .treeWording
      else { return true }
      return seen.insert(Place(file: file, position: fault.position, code: fault.code)).inserted
    }
  }

  private static func isData(_ name: String, of files: [CheckerFiles]) -> Bool {
    name == "care-levels.yaml"
      || files.contains {
        name == "\($0.id).yaml" || name == "\($0.id).vignettes.yaml" || name == "\($0.id).paths.tsv"
      }
  }

  private static func adviceNames(_ tree: Tree?) -> [String] {
    guard let tree else { return [] }
    return tree.questions.compactMap(\.help?.value) + tree.outcomes.compactMap(\.advice?.value)
      + tree.outcomes.compactMap(\.seekCareIf?.value)
  }

  static func clinicalFlags(_ redFlags: RedFlags) -> [String: ClinicalIndex.Flag] {
    var flags: [String: ClinicalIndex.Flag] = [:]
    for flag in redFlags.flags {
      guard let level = CareLevel(rawValue: flag.level) else { continue }
      flags[flag.id] = ClinicalIndex.Flag(
        text: flag.text, why: flag.why, level: level, sources: flag.sources.map(\.text),
        isFromPractice: flag.isPractice,
        file: RedFlags.file, position: flag.position, foreign: flag.foreign)
    }
    return flags
  }

  /// What a tree may name of the site.
  static func clinicalIndex(
    _ index: SiteIndex, _ links: LinkIndex, _ parsed: [ParsedArticle], advice: AdviceTexts,
    pictures: BodyPictures
  ) -> ClinicalIndex {
    var clinical = ClinicalIndex(advice: advice.texts, pictures: pictures.regions)
    clinical.unreadableAdvice = advice.unreadable
    let kinds = [index.configuration.checker.causes, index.configuration.checker.stretches].compactMap { $0 }
    clinical.isStray = { id in
      index.isStray(id.utf8)
        || kinds.contains { index.ids[$0][id.utf8].map { index.articles[$0].state == .faulty } ?? false }
    }
    clinical.references = Set(index.references.works.map(\.key))
    clinical.flags = clinicalFlags(index.redFlags)
    let settings = index.configuration.checker
    clinical.stretches = articles(index, settings.stretches) { article, _ in
      ClinicalIndex.Stretch(
        title: text(article.title), url: text(article.url), summary: text(article.summary),
        state: article.state, file: article.file, foreign: article.foreign)
    }
    let citing = parsed.map { !$0.body.citations.isEmpty }
    clinical.causes = articles(index, settings.causes) { article, number in
      func targets(_ names: [String]) -> [String] {
        let relations = index.configuration.kinds[article.kind].relations
        return relations.indices.filter { names.contains(relations[$0].name) }.flatMap { slot in
          links.relations[number][slot].map { text(index.articles[Int($0)].id) }
        }
      }
      return ClinicalIndex.Cause(
        title: text(article.title), url: text(article.url), summary: text(article.summary),
        managedWith: targets([settings.managedWith].compactMap { $0 }),
        caution: targets(settings.carefulWith),
        avoid: targets(settings.neverWith),
        stages: StageCheck.stages(of: article, index.configuration),
        state: article.state, hasCitation: citing[number], file: article.file,
        foreign: article.foreign)
    }
    return clinical
  }

  /// The articles of a kind, by id.
  private static func articles<Value>(
    _ index: SiteIndex, _ kind: Int?, _ make: @escaping @Sendable (Article, Int) -> Value
  ) -> NamedArticles<Value> {
    guard let kind else { return NamedArticles() }
    return NamedArticles {
      // Of one that cannot be read, nothing is known.
      index.ids[kind][$0.utf8].flatMap {
        index.articles[$0].state == .faulty ? nil : make(index.articles[$0], $0)
      }
    } names: {
      index.articles.lazy.filter { $0.kind == kind }.map { text($0.id) }
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
