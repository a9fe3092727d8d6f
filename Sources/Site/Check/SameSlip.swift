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
    .translationUntranslated, .badNavigation, .unknownKind, .treeRedFlagBypassed,
  ]

  func all(_ code: DiagnosticCode) -> [Int] { places[code] ?? [] }

  mutating func drop(_ place: Int, for other: Int) {
    if place != other, dropped[other] == nil { dropped[place] = dropped[place] ?? other }
  }

  /// Drops each fault of `codes` that `follows` from one of `premises` by what both say.
  mutating func drop(
    _ codes: [DiagnosticCode], after premises: [Int], where follows: (Diagnostic, Diagnostic) -> Bool
  ) {
    if premises.isEmpty { return }
    for code in codes {
      for place in all(code) where dropped[place] == nil {
        if let premise = premises.first(where: { $0 != place && follows(found[place], found[$0]) }) {
          drop(place, for: premise)
        }
      }
    }
  }

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
      fault.file == premise.file && fault.position.map(\.line) ?? 0 <= premise.position.map(\.line) ?? .max
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
    drop([.longSentence], after: lists) { $0.file == $1.file && $0.position?.line == $1.position?.line }
    drop([.lostSteps], after: lists) { $0.file == $1.file }
    let cut = all(.unreadCallout).filter { found[$0].message.hasPrefix("This is cut off") }
    drop([.emptyCallout], after: cut) { fault, premise in
      guard let line = fault.position?.line, let below = premise.position?.line else { return false }
      return fault.file == premise.file && line < below && below - line < 4
    }
  }

  private static let noCitation = "This is not a citation"

  /// A work that seems to be cited nowhere, where what cites it is told to be no citation.
  private mutating func citations() {
    let misread =
      all(.malformedCitation) + all(.unreadMarkdown).filter { found[$0].message.hasPrefix(Self.noCitation) }
    drop([.unusedReference], after: misread) { fault, premise in
      guard let key = Self.names(fault.message).first else { return false }
      return Self.names(premise.hint).contains { $0.contains("@\(key)") }
        || Self.names(premise.message).contains(key)
    }
    drop([.treeCauseEvidence], after: misread) { fault, premise in
      premise.file.map(fault.restsOn.contains) ?? false
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
      var left = misread
      for place in all(code) {
        guard let one = left.firstIndex(where: { found[$0].file == found[place].file }) else { continue }
        drop(place, for: left.remove(at: one))
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
    // The address of a part that a template does not show.
    let unshown = all(.badConfiguration).filter { found[$0].message.contains(" does not show `") }
    drop([.brokenFragment], after: unshown) { fault, premise in
      guard let file = fault.file, premise.hint?.contains("`\(file)`") == true,
        let name = Self.names(premise.hint).first, let address = Self.names(fault.message).first
      else { return false }
      return address.hasSuffix(name)
    }
    let foreign = all(.templateBadName).filter { found[$0].message.contains("{%") }
    drop([.templateMismatchedClose], after: foreign) { $0.file == $1.file }
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
