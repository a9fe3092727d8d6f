import Mustache
import SiteModel
import SymptomTree
import YAML

/// The page of a checker without JavaScript: every question and outcome a section, every answer a link to one.
struct CheckerPage: Sendable {
  let checker: CheckerStage.Checker
  let tree: Tree
  let steps: CheckerSteps
  let stage: CheckerStage
  let index: SiteIndex
  let records: SiteRecords

  /// Nil for a tree that is not proven.
  init?(_ checker: CheckerStage.Checker, _ stage: CheckerStage, _ index: SiteIndex, _ records: SiteRecords) {
    guard let tree = checker.check.proven else { return nil }
    self.checker = checker
    self.tree = tree
    steps = CheckerSteps(tree, advice: stage.advice.texts, pictures: stage.pictures.markup)
    self.stage = stage
    self.index = index
    self.records = records
  }

  /// Where the checkers of a site are: the only one at the folder's own address.
  static func links(to checkers: [CheckerStage.Checker], _ index: SiteIndex) -> [PageTypes.CheckerLink] {
    checkers.map { checker in
      let place =
        index.configuration.address(of: GeneratedPages.checkerURL)
        + (checkers.count > 1 ? "\(checker.id)/" : "")
      return PageTypes.CheckerLink(
        id: checker.id, title: checker.check.tree?.title.value ?? checker.id,
        url: index.basePath + Array(place.utf8))
    }
  }

  /// `url` is the page's own, base path included.
  func record(url: [UInt8]) -> Record {
    let isApproved = tree.review.status == .approved
    let head = PageHead(
      title: Array(tree.title.value.utf8), summary: Array(index.configuration.description.utf8), url: url,
      isIndexable: tree.review.allowsIndexing,
      subject: records.checkers.firstIndex { $0.id == checker.id }.map { .checker($0) },
      hasStaleTexts: hasStaleTexts,
      structuredPage: records.structuredData.page(
        title: Array(tree.title.value.utf8), url: url, reviewer: isApproved ? tree.review.reviewer : nil,
        reviewed: isApproved ? tree.review.reviewed?.text : nil))
    let json =
      index.basePath
      + Array("\(index.configuration.address(of: GeneratedPages.checkerURL))\(checker.id).json".utf8)
    return records.types.checker.record(
      of: PageTypes.CheckerValues(
        page: head.values(records), id: checker.id, version: tree.version.value.text,
        titleLanguage: tree.foreignTitle, jsonURL: json,
        start: steps.anchor(of: tree.start.value), questions: steps.questions,
        outcomes: tree.outcomes.map(outcome),
        levels: CareLevel.allCases.sorted(by: >).compactMap(level),
        review: PageTypes.ReviewState(
          review: tree.review, today: records.today, language: index.configuration.language),
        showsCauses: tree.showsCauses, others: records.checkers.filter { $0.id != checker.id }))
  }

  /// Whether the original of anything that it says has changed since it was translated.
  private var hasStaleTexts: Bool {
    let named =
      tree.questions.compactMap(\.help?.value)
      + tree.outcomes.flatMap { [$0.advice?.value, $0.seekCareIf?.value].compactMap { $0 } }
    let flags = tree.questions.flatMap(\.answers).compactMap {
      $0.flag.flatMap { index.redFlags.table[$0.value.utf8] }
    }
    return tree.isStale || tree.careLevels.values.contains(where: \.isStale)
      || flags.contains { index.redFlags.flags[$0].isStale }
      || !stage.advice.stale.isDisjoint(with: named)
  }

  private func html(_ name: String?) -> [UInt8] { name.flatMap { stage.advice.texts[$0] }?.html ?? [] }

  private func outcome(_ outcome: Outcome) -> PageTypes.CheckerOutcome {
    func cards(_ ids: [Placed<String>], _ kind: Int?) -> Cards {
      guard tree.showsCauses, let kind else { return records.cards([]) }
      return records.cards(ids.compactMap { index.ids[kind][$0.value.utf8] }.map { Int32($0) })
    }
    let reasons = tree.flags(leadingTo: outcome).compactMap { name in
      index.redFlags.table[name.utf8].map { index.redFlags.flags[$0] }.flatMap { flag in
        flag.why.map { PageTypes.CheckerReason(flag: name, text: $0, foreign: flag.foreign) }
      }
    }
    return PageTypes.CheckerOutcome(
      anchor: steps.anchor(of: outcome.id.value), id: outcome.id.value, level: level(outcome.level.value),
      advice: html(outcome.advice?.value), reasons: reasons,
      causes: cards(outcome.causes, index.configuration.checker.causes),
      stretches: cards(outcome.stretches, index.configuration.checker.stretches),
      seekCareIf: html(outcome.seekCareIf?.value))
  }

  private func level(_ level: CareLevel) -> PageTypes.CheckerLevel? {
    tree.careLevels[level].map { card in
      PageTypes.CheckerLevel(
        name: level.rawValue, heading: card.heading.value, timeFrame: card.timeFrameBesideHeading,
        phone: card.phone?.value ?? "", colour: card.colour.rawValue, isEmergency: level == .emergency,
        isVisit: level == .soon || level == .routine, foreign: card.foreign)
    }
  }
}
