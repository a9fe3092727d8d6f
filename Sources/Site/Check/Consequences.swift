import Diagnostics
import Mustache
import SiteModel
import SymptomTree
import YAML

/// One slip, one message: what is wrong only because a file that others rest on could not be read is left out.
package struct Consequences {
  private let index: SiteIndex
  /// Files that could not be read as data.
  private let unreadable: Set<String>

  /// Files of which something is wrong, where the site has further languages: what their translations lack cannot be told.
  private var faultyOriginals: Set<String> = []

  /// How many faults of each code there are.
  private let counts: [DiagnosticCode: Int]
  private let sources: [[UInt8]]

  /// `sources` are the files of the articles, by their numbers.
  init(_ index: SiteIndex, _ found: [Diagnostic], _ sources: [[UInt8]]) {
    self.sources = sources
    self.index = index
    let broken: Set<DiagnosticCode> = [.yamlSyntax, .yamlTag, .yamlTooLarge, .notUTF8]
    var unreadable: Set<String> = []
    var counts: [DiagnosticCode: Int] = [:]
    // By place, since a copy of each of half a million faults costs more than all that is asked of it; and many of one code follow
    // each other, which are counted together.
    var start = 0
    while start < found.count {
      let code = found[start].code
      var end = start + 1
      while end < found.count, found[end].code == code { end += 1 }
      counts[code, default: 0] += end - start
      if broken.contains(code) {
        for i in start..<end where found[i].severity == .error {
          found[i].file.map { _ = unreadable.insert($0) }
        }
      }
      // Of a checker: what has another name was not read.
      if code == .badFileName {
        for file in found[start..<end].lazy.compactMap(\.file)
        where file.hasPrefix(SourceTree.checkerFolder + "/") && !file.hasSuffix(".md") {
          unreadable.insert(file)
        }
      }
      start = end
    }
    self.unreadable = unreadable
    self.counts = counts
    guard index.configuration.languages.count > 1,
      Self.ofTranslations.contains(where: { counts[$0] != nil })
    else { return }
    for fault in found where fault.severity == .error {
      if let file = fault.file, original(of: file) == nil { faultyOriginals.insert(file) }
    }
  }

  /// Without what follows from other faults among them, and without repetitions.
  func removed(from found: [Diagnostic]) -> [Diagnostic] {
    var silent: Set<DiagnosticCode> = []
    if !index.references.isReadable {
      silent.formUnion(Self.ofReferences)
    }
    if !index.redFlags.isWhole { silent.formUnion(Self.ofRedFlags) }
    for file in unreadable where file.hasPrefix(SourceTree.checkerFolder + "/") {
      // Which of them rest on the file that cannot be read depends on the tree; its own faults come back once it can.
      silent.formUnion(file.contains("vignette") ? Self.ofVignettes : Self.ofCareLevels)
    }
    // Which texts its own list says to be up to date.
    let ledgers = index.configuration.languages.dropFirst().filter {
      unreadable.contains(TranslationLedger.file($0))
    }
    let isSite = index.configuration.hasFaultyKinds
    // A kind that could not be read has a template, too.
    if isSite { silent.insert(.unusedTemplate) }
    // What a template that is not there shows is not known.
    if [.templateMissingParent, .templateMissingPartial, .missingTemplate].contains(where: {
      counts[$0] != nil
    }) {
      silent.insert(.unusedWord)
    }
    // What a checker asks that lies where none is read.
    let hasStrayChecker =
      counts[.treeFlagUnasked] != nil && (counts[.unusedFile] != nil || counts[.badFileName] != nil)
      && found.contains {
        ($0.code == .unusedFile || $0.code == .badFileName) && UseCheck.isStrayChecker($0.file ?? "")
      }
    if hasStrayChecker { silent.insert(.treeFlagUnasked) }
    // A site that has no checker because its file has another ending.
    let isMisnamed =
      counts[.badNavigation] != nil && counts[.badFileName] != nil
      && found.contains { $0.code == .badFileName && UseCheck.isStrayChecker($0.file ?? "") }
    // A text that an outcome no longer names, or that took the place of another.
    let hasMissedText = counts[.treeSafetyNet] != nil || counts[.treeUrgentAdvice] != nil
    let renamedWorks = RenamedWorks(found, counts)
    // A label that says the opposite of the original's.
    let worded =
      counts[.translationNegation] == nil || counts[.treeWording] == nil
      ? [] : Set(found.lazy.filter { $0.code == .treeWording }.map(Place.init))
    // A file that is a partial in one template and what another one fills in is missed once.
    let missedPartials =
      counts[.templateMissingParent] == nil || counts[.templateMissingPartial] == nil
      ? [] : Set(found.lazy.filter { $0.code == .templateMissingPartial }.map(Self.firstName))
    let missing = missingFiles
    for (_, codes) in missing { silent.formUnion(codes) }
    let isToldTwice = found.indices.contains { found[$0].file == CareHeading.file }
    let unfinished = unfinished(found)
    let doubted = DoubtedUse(found, counts, index, sources)
    // A file that is not published takes no address away.
    let unpublished =
      counts[.duplicateURL] == nil ? [] : Set(found.lazy.filter { $0.code == .unusedFile }.compactMap(\.file))
    let premises = Premises(found)
    let names = counts[.treeWording] == nil ? nil : ShownNames(found)
    let invalid =
      counts[.badFileName] == nil
      ? [] : Set(found.lazy.filter { $0.code == .badFileName }.map(Place.init))
    let misnamed = MisnamedCheckers(found, counts)
    let followers = SettledElsewhere(found, counts, index)
    let missingNames = Set(missing.compactMap(\.fault.file))
    let faulty = faultyOriginals.union(missingNames)
    let hidesDrift = faulty.contains(References.file)
    guard
      !faulty.isEmpty || !silent.isEmpty || isSite || isToldTwice || !unreadable.isEmpty || doubted != nil
        || premises != nil || names != nil || !invalid.isEmpty || misnamed != nil || !unfinished.isEmpty
        || !unpublished.isEmpty || followers != nil || hasMissedText || renamedWorks != nil || isMisnamed
        || !missedPartials.isEmpty || !worded.isEmpty
    else {
      return found
    }
    var seen: Set<Diagnostic> = []
    func isTold(_ fault: Diagnostic) -> Bool {
      if fault.code == .duplicateURL, fault.restsOn.contains(where: unpublished.contains) { return false }
      if renamedWorks?.explain(fault) == true { return false }
      if fault.code == .translationNegation, worded.contains(Place(fault)) { return false }
      if fault.code == .templateMissingParent, missedPartials.contains(Self.firstName(fault)) {
        return false
      }
      if isMisnamed, fault.code == .badNavigation, fault.message == MenuReading.noChecker { return false }
      if hasMissedText, fault.code == .unusedFile, Self.isAdvice(fault.file) { return false }
      if silent.contains(fault.code) || doubted?.concerns(fault) == true { return false }
      if !fault.restsOn.isEmpty, premises?.explain(fault) == true { return false }
      if misnamed?.explain(fault) == true || names?.explain(fault) == true { return false }
      if followers?.explain(fault) == true { return false }
      if fault.code == .treeInvalidID, invalid.contains(Place(fault)) { return false }
      if fault.code == .unfinishedText, fault.severity == .warning, unfinished.contains(Place(fault)) {
        return false
      }
      if Self.ofTranslations.contains(fault.code), let file = fault.file {
        if fault.code == .translationStale, ledgers.contains(where: { $0.original(of: file) != nil }) {
          return false
        }
        // Citations are part of what a text says.
        if hidesDrift, fault.code == .translationStale || fault.code == .translationCitations {
          return false
        }
        if original(of: file).map(faulty.contains) == true { return false }
      }
      if isSite, fault.file != SiteConfiguration.file, Self.ofSettings.contains(fault.code) { return false }
      // What is wrong with a file may be told for the pages and again for each checker.
      guard let file = fault.file, file == CareHeading.file || unreadable.contains(file) else {
        return true
      }
      return seen.insert(fault).inserted
    }
    let told = found.indices.filter { isTold(found[$0]) }
    // Nearly always: a copy of many faults costs more than what was asked of them.
    if told.count == found.count, missing.isEmpty, names == nil, renamedWorks == nil, !hasStrayChecker {
      return found
    }
    return missing.map(\.fault)
      + told.map { number in
        var fault = names?.raised(found[number]) ?? found[number]
        if let renamedWorks { fault = renamedWorks.told(fault) }
        guard hasStrayChecker, fault.code == .unusedFile, UseCheck.isStrayChecker(fault.file ?? "") else {
          return fault
        }
        // Readers are not asked about its red flags.
        var error = fault
        error.severity = .error
        return error
      }
  }

  private static func isAdvice(_ file: String?) -> Bool {
    file.map { $0.hasPrefix(SourceTree.checkerFolder + "/") && $0.hasSuffix(".md") } ?? false
  }

  /// What a message names first.
  private static func firstName(_ fault: Diagnostic) -> Substring? {
    fault.message.split(separator: "`").dropFirst().first
  }

  private struct Place: Hashable {
    let file: String?
    let position: Position?

    init(_ fault: Diagnostic) { (file, position) = (fault.file, fault.position) }
  }

  /// Where something is of the wrong type because it is still to be written, such as `phone: TBD`.
  private func unfinished(_ found: [Diagnostic]) -> Set<Place> {
    guard counts[.unfinishedText] != nil, counts[.wrongType] != nil else { return [] }
    return Set(found.lazy.filter { $0.code == .wrongType && $0.severity == .error }.map(Place.init))
  }

  /// The file that a translation is of; nil for an original.
  private func original(of file: String) -> String? {
    index.configuration.languages.dropFirst().lazy.compactMap { $0.original(of: file) }.first
  }

  /// A file that is not there at all, when more is missed than a name or two.
  private var missingFiles: [(fault: Diagnostic, codes: Set<DiagnosticCode>)] {
    func fault(_ file: String, _ codes: Set<DiagnosticCode>) -> (Diagnostic, Set<DiagnosticCode>)? {
      guard codes.reduce(0, { $0 + (counts[$1] ?? 0) }) > Self.mostNames else { return nil }
      if index.filePaths[file.utf8] != nil {
        return (
          .error(
            .emptyFile, file: file, at: .start,
            "`\(file)` is empty, though much on this site names what it held.",
            hint: "Put back what stood in it."), codes
        )
      }
      return (
        .error(
          .missingFile, file: file, at: nil,
          "There is no `\(file)`, though much on this site names what it holds.",
          hint: "Put the file back."), codes
      )
    }
    return [
      index.references.works.isEmpty && index.references.isReadable
        ? fault(References.file, Self.ofReferences) : nil,
      index.redFlags.flags.isEmpty && index.redFlags.isWhole
        ? fault(RedFlags.file, Self.ofRedFlags.union([.unknownRedFlag])) : nil,
    ].compactMap { $0 }
  }

  /// So many names may well be slips of their own.
  private static let mostNames = 5

  static let ofTranslations: Set<DiagnosticCode> = [
    .translationFact, .translationMissing, .translationStale, .translationOrphan, .translationCallouts,
    .translationSteps, .translationCitations, .translationPictures, .translationSections, .translationTables,
    .translationLists,
    .translationLinks, .translationNumbers, .translationUntranslated,
  ]

  private static let ofSettings: Set<DiagnosticCode> = [
    .unknownKey, .noSuchKindFolder, .templateUnknownName, .missingTemplate, .unknownTarget, .brokenLink,
    .missingRelation,
    .orphan, .treeNoKind, .treeUnknownCause, .treeUnknownStretch, .stageCount,
  ]

  private static let ofReferences: Set<DiagnosticCode> = [
    .unknownCitation, .unknownReference, .treeUnknownSource, .treeCauseEvidence, .treeFlagEvidence,
  ]

  private static let ofRedFlags: Set<DiagnosticCode> = [
    .treeUnknownFlag, .treeFlagUnasked, .treeFlagLevel, .treeFlagEvidence, .treeFlagWhy,
    .treeFlagList,
    .treeRedFlagOutcome, .treeRedFlagOrder, .treeRedFlagBypassed, .treePathsStale, .treeWording,
  ]

  private static let ofVignettes: Set<DiagnosticCode> = [
    .treeMissingFile,
    .treeUncoveredEdge, .treeUncoveredOutcome, .treeUnderTriage, .treeVignetteAnswers, .treeVignetteOutcome,
  ]

  private static let ofCareLevels: Set<DiagnosticCode> = [
    .treeMissingFile, .treeOwnSentence, .treeUnknownWord,
  ]
}
