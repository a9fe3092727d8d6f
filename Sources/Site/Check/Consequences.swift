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
  /// Whether a checker lacks its questions or outcomes.
  private let hasHollowTree: Bool
  /// Ids of articles that are not read because of where they lie.
  private let strays: Set<String>

  init(_ index: SiteIndex, strays: Set<String>, _ found: [Diagnostic]) {
    self.index = index
    self.strays = strays
    let broken: Set<DiagnosticCode> = [.yamlSyntax, .yamlTag, .yamlTooLarge, .notUTF8]
    unreadable = Set(
      found.lazy.filter { $0.severity == .error && broken.contains($0.code) }.compactMap(\.file))
    hasHollowTree = found.contains { fault in
      fault.code == .missingKey && fault.file?.hasPrefix(SourceTree.checkerFolder) == true
        && (fault.message.contains("`questions`") || fault.message.contains("`outcomes`"))
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
      silent.formUnion(file.hasSuffix(".vignettes.yaml") ? Self.ofVignettes : Self.ofCareLevels)
    }
    let isSite = index.configuration.hasFaultyKinds
    let missing = missingFiles(found)
    for (_, codes) in missing { silent.formUnion(codes) }
    guard !silent.isEmpty || isSite || hasHollowTree || !unreadable.isEmpty || !strays.isEmpty else {
      return found
    }
    var seen: Set<Diagnostic> = []
    return missing.map(\.fault)
      + found.filter { fault in
        if silent.contains(fault.code) || !strays.isEmpty && isOfStray(fault) { return false }
        if hasHollowTree, fault.code.rawValue.hasPrefix("tree-") || fault.code == .unusedFile { return false }
        if fault.code == .treeUnknownAdvice, isUnreadableAdvice(fault) { return false }
        if isSite, fault.file != SiteConfiguration.file, Self.ofSettings.contains(fault.code) { return false }
        // A file may be read for the pages and again for the checker.
        return !unreadable.contains(fault.file ?? "") || seen.insert(fault).inserted
      }
  }

  /// A file that is not there at all, when more is missed than a name or two.
  private func missingFiles(_ found: [Diagnostic]) -> [(fault: Diagnostic, codes: Set<DiagnosticCode>)] {
    func fault(_ file: String, _ codes: Set<DiagnosticCode>) -> (Diagnostic, Set<DiagnosticCode>)? {
      guard found.count(where: { codes.contains($0.code) }) > Self.mostNames else { return nil }
      let fault = Diagnostic.error(
        .missingFile, file: file, at: nil,
        "There is no `\(file)`, though much on this site names what it holds.",
        hint: "Put the file back.")
      return (fault, codes)
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

  /// Whether an advice that is missed is there and cannot be read.
  private func isUnreadableAdvice(_ fault: Diagnostic) -> Bool {
    unreadable.contains { file in
      let prefix = SourceTree.checkerFolder + "/"
      return file.hasPrefix(prefix) && fault.message.contains("`\(file.dropFirst(prefix.count))`")
    }
  }

  /// Whether what is missed is an article that is there, though not where it is read.
  private func isOfStray(_ fault: Diagnostic) -> Bool {
    if [.orphan, .unusedFile, .unusedReference].contains(fault.code) { return true }
    guard [.brokenLink, .unknownTarget, .treeUnknownCause, .treeUnknownStretch].contains(fault.code) else {
      return false
    }
    return fault.message.split(separator: "`").contains { name in
      let last = name.split { $0 == "/" || $0 == ":" }.last ?? ""
      return strays.contains(String(last.hasSuffix(".md") ? last.dropLast(3) : last))
    }
  }

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
    .treeUncoveredEdge, .treeUncoveredOutcome, .treeUnderTriage, .treeVignetteAnswers, .treeVignetteOutcome,
  ]

  private static let ofCareLevels: Set<DiagnosticCode> = [
    .treeMissingFile, .treeOwnSentence, .treeUnknownWord,
  ]
}
