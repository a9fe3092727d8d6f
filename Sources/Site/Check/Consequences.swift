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
  /// Ids of articles that are not read because of where they lie.
  private let strays: Set<String>

  init(_ index: SiteIndex, strays: Set<String>, _ found: [Diagnostic]) {
    self.index = index
    self.strays = strays
    let broken: Set<DiagnosticCode> = [.yamlSyntax, .yamlTag, .yamlTooLarge, .notUTF8]
    unreadable = Set(
      found.lazy.filter { $0.severity == .error && broken.contains($0.code) }.compactMap(\.file))
  }

  /// Without what follows from other faults among them, and without repetitions.
  func removed(from found: [Diagnostic]) -> [Diagnostic] {
    var silent: Set<DiagnosticCode> = []
    if !index.references.isReadable {
      silent.formUnion([
        .unknownCitation, .unknownReference, .treeUnknownSource, .treeCauseEvidence, .treeFlagEvidence,
      ])
    }
    if !index.redFlags.isWhole { silent.formUnion(Self.ofRedFlags) }
    for file in unreadable where file.hasPrefix(SourceTree.checkerFolder + "/") {
      // Which of them rest on the file that cannot be read depends on the tree; its own faults come back once it can.
      silent.formUnion(file.hasSuffix(".vignettes.yaml") ? Self.ofVignettes : Self.ofCareLevels)
    }
    let isSite = index.configuration.hasFaultyKinds
    guard !silent.isEmpty || isSite || !unreadable.isEmpty || !strays.isEmpty else { return found }
    var seen: Set<Diagnostic> = []
    return found.filter { fault in
      if silent.contains(fault.code) || !strays.isEmpty && isOfStray(fault) { return false }
      if isSite, fault.file != SiteConfiguration.file, Self.ofSettings.contains(fault.code) { return false }
      // A file may be read for the pages and again for the checker.
      return !unreadable.contains(fault.file ?? "") || seen.insert(fault).inserted
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

  private static let ofRedFlags: Set<DiagnosticCode> = [
    .unknownRedFlag, .treeUnknownFlag, .treeFlagUnasked, .treeFlagLevel, .treeFlagEvidence, .treeFlagWhy,
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
