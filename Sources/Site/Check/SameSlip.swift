import Diagnostics
import Markdown
import Mustache
import SiteModel
import SymptomTree

/// One slip, one message: what two checks find of the same words. The one that says what to do stays, as grave as the graver of the two.
struct SameSlip {
  let found: [Diagnostic]
  /// Of the codes that rules ask about, the places in `found`.
  private var places: [DiagnosticCode: [Int]] = [:]
  /// What goes, and what it says the same as.
  var dropped: [Int: Int] = [:]
  /// What stays, where it says more than before.
  var changed: [Int: Diagnostic] = [:]

  /// `found` without what another of them says.
  static func told(_ found: [Diagnostic], _ configuration: SiteConfiguration) -> [Diagnostic] {
    if found.count < 2 { return found }
    var slips = SameSlip(found)
    if slips.places.isEmpty { return found }
    slips.apply(configuration)
    return slips.dropped.isEmpty ? found : slips.rest
  }

  private init(_ found: [Diagnostic]) {
    self.found = found
    var start = 0
    while start < found.count {
      let code = found[start].code
      var end = start + 1
      while end < found.count, found[end].code == code { end += 1 }
      if Self.asked.contains(code) { places[code, default: []] += start..<end }
      start = end
    }
  }

  private static let asked: Set<DiagnosticCode> = [
    .unknownKey, .missingRelation, .missingKey, .unreadMarkdown, .malformedCitation, .unusedReference,
    .treeCauseEvidence, .translationLinks, .translationCallouts, .translationCitations,
    .translationPictures, .translationMissing, .notInline, .unreadCallout, .unknownCallout, .emptyCallout,
    .missingImage, .badImage, .lostSteps, .longSentence, .missingFolder, .badConfiguration,
    .brokenFragment, .templateBadName, .templateMismatchedClose, .treeFlagUnasked, .treeVersion,
    .treePathsStale, .treeVignetteAnswers, .treeVignetteOutcome, .treeUnderTriage, .treeRedFlagOutcome,
    .treeUnsureLevel, .treeUncoveredEdge, .treeUrgentAdvice, .treeEmergencyLinks,
    .translationUntranslated, .badNavigation, .unknownKind, .treeRedFlagBypassed, .orphan,
  ]

  func all(_ code: DiagnosticCode) -> [Int] { places[code] ?? [] }

  mutating func drop(_ place: Int, for other: Int) {
    if place != other, dropped[other] == nil { dropped[place] = dropped[place] ?? other }
  }

  /// Drops each fault of `codes` that `follows` from one of `premises` in its file by what both say. A site may have as many faults of
  /// each as it has articles, so only those of one file are held against each other.
  mutating func drop(
    _ codes: [DiagnosticCode], after premises: [Int],
    where follows: (Diagnostic, Diagnostic) -> Bool = { _, _ in true }
  ) {
    if premises.isEmpty { return }
    let byFile = Dictionary(grouping: premises) { found[$0].file }
    drop(codes, among: { byFile[$0.file] ?? [] }, where: follows)
  }

  /// The same where premises lie in other files: those of checkers, which are as many as a tree has signs.
  mutating func dropElsewhere(
    _ codes: [DiagnosticCode], after premises: [Int], where follows: (Diagnostic, Diagnostic) -> Bool
  ) {
    if !premises.isEmpty { drop(codes, among: { _ in premises }, where: follows) }
  }

  private mutating func drop(
    _ codes: [DiagnosticCode], among premises: (Diagnostic) -> [Int],
    where follows: (Diagnostic, Diagnostic) -> Bool
  ) {
    for code in codes {
      for place in all(code) where dropped[place] == nil {
        let fault = found[place]
        if let premise = premises(fault).first(where: { $0 != place && follows(fault, found[$0]) }) {
          drop(place, for: premise)
        }
      }
    }
  }

  /// All that was found, by file.
  var byFile: [String?: [Int]] { Dictionary(grouping: found.indices) { found[$0].file } }

  private var rest: [Diagnostic] {
    var told = found
    for (place, fault) in changed { told[place] = fault }
    for (place, other) in dropped where found[place].severity == .error { told[other].severity = .error }
    return told.indices.lazy.filter { dropped[$0] == nil }.map { told[$0] }
  }

  private mutating func apply(_ configuration: SiteConfiguration) {
    // Nothing is there that anything could be said about.
    if let folder = all(.missingFolder).first {
      for place in found.indices where found[place].code != .missingFolder { drop(place, for: folder) }
      return
    }
    copies()
    misplaced(configuration)
    renamedKinds()
    misspeltKeys()
    oneText()
    citations()
    lostParts()
    templates()
    checkers()
  }

  // MARK: Articles

  /// What an article lacks that it has under a name that is told to be wrong.
  private mutating func misspeltKeys() {
    let misspelt = all(.unknownKey).filter { found[$0].hint?.hasPrefix("Did you mean `") ?? false }
    drop([.missingRelation, .missingKey], after: misspelt) { fault, premise in
      // A mapping begins before its keys.
      fault.position.map(\.line) ?? 0 <= premise.position.map(\.line) ?? .max
        && Self.names(fault.message).contains(Self.names(premise.hint).first ?? "")
    }
  }

  /// Several faults of one text: that a list has lost its marks makes one long sentence of it and leaves no steps.
  private mutating func oneText() {
    drop([.notInline, .unreadMarkdown], after: all(.translationMissing)) { Self.isSamePlace($0, $1) }
    drop([.unreadMarkdown], after: all(.notInline)) { Self.isSamePlace($0, $1) }
    let lists = all(.unreadMarkdown).filter {
      found[$0].message.hasPrefix("These lines are not a list")
        || found[$0].message.hasPrefix("This is not a list")
    }
    drop([.longSentence], after: lists) { $0.position?.line == $1.position?.line }
    drop([.lostSteps], after: lists)
    let cut = all(.unreadCallout).filter { found[$0].message.hasPrefix("This is cut off") }
    drop([.emptyCallout], after: cut) { fault, premise in
      guard let line = fault.position?.line, let below = premise.position?.line else { return false }
      return line < below && below - line < 4
    }
  }

  private static let noCitation = "This is not a citation"

  /// A work that seems to be cited nowhere, where what cites it is told to be no citation.
  private mutating func citations() {
    let misread =
      all(.malformedCitation) + all(.unreadMarkdown).filter { found[$0].message.hasPrefix(Self.noCitation) }
    var (byKey, byFile): ([Substring: Int], [String: Int]) = ([:], [:])
    for place in misread {
      let written = Self.names(found[place].message).map { $0[...] }
      // `[@key, p. 3]`
      let meant = Self.names(found[place].hint).flatMap { name in
        name.split(separator: "@", omittingEmptySubsequences: false).dropFirst().map {
          $0.prefix { !" ,;]".contains($0) }
        }
      }
      for key in written + meant where byKey[key] == nil { byKey[key] = place }
      if let file = found[place].file, byFile[file] == nil { byFile[file] = place }
    }
    for place in all(.unusedReference) {
      if let misread = Self.names(found[place].message).first.flatMap({ byKey[$0[...]] }) {
        drop(place, for: misread)
      }
    }
    for place in all(.treeCauseEvidence) {
      if let misread = found[place].restsOn.lazy.compactMap({ byFile[$0] }).first {
        drop(place, for: misread)
      }
    }
  }

  /// What a translation seems to lack, where it is there and told to be written wrongly: as many as are.
  private mutating func lostParts() {
    func unread(_ start: String) -> [Int] {
      all(.unreadMarkdown).filter { found[$0].message.hasPrefix(start) }
    }
    let parts: [(DiagnosticCode, [Int])] = [
      (.translationLinks, unread("This is not a link")),
      (.translationCallouts, all(.unreadCallout) + all(.unknownCallout)),
      (.translationCitations, all(.malformedCitation) + unread(Self.noCitation)),
      (.translationPictures, all(.missingImage) + all(.badImage) + unread("This picture is not shown")),
    ]
    for (code, misread) in parts where !misread.isEmpty {
      var left = Dictionary(grouping: misread.reversed()) { found[$0].file }
      for place in all(code) {
        if let one = left[found[place].file]?.popLast() { drop(place, for: one) }
      }
    }
  }

  // MARK: Templates

  private mutating func templates() {
    // One element that is hidden holds several things that visitors need.
    let unseen = all(.badConfiguration).filter { found[$0].message.hasPrefix("Visitors do not see") }
    drop([.badConfiguration], after: unseen) {
      Self.isSamePlace($0, $1) && $0.message.hasPrefix("Visitors do not see")
    }
    // The address of a part that a template does not show; what is to be written there, and in which file.
    let unshown = all(.badConfiguration).filter { found[$0].message.contains(" does not show `") }
      .map { (place: $0, names: Self.names(found[$0].hint)) }
    for place in unshown.isEmpty ? [] : all(.brokenFragment) {
      guard let file = found[place].file, let address = Self.names(found[place].message).first,
        let premise = unshown.first(where: { one in
          one.names.contains(file) && one.names.first.map(address.hasSuffix) == true
        })
      else { continue }
      drop(place, for: premise.place)
    }
    let foreign = all(.templateBadName).filter { found[$0].message.contains("{%") }
    drop([.templateMismatchedClose], after: foreign)
  }

  // MARK: Places

  static func isSamePlace(_ one: Diagnostic, _ other: Diagnostic) -> Bool {
    one.file == other.file && one.position == other.position
  }

  /// What stands between backticks.
  static func names(_ text: String?) -> [String] {
    (text ?? "").split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
  }
}
