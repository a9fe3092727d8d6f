import Mustache
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

  /// `url` is the page's own, base path included.
  func record(url: [UInt8]) -> Record {
    let type = records.types.checker
    let isApproved = tree.review.status == .approved
    let head = PageHead(
      title: Array(tree.title.value.utf8), summary: Array(index.configuration.description.utf8), url: url,
      isIndexable: tree.review.status == .approved,
      structuredPage: records.structuredData.page(
        title: Array(tree.title.value.utf8), url: url, reviewer: isApproved ? tree.review.reviewer : nil,
        reviewed: isApproved ? tree.review.reviewed?.text : nil))
    let json = index.basePath + Array("\(GeneratedPages.checkerURL)\(checker.id).json".utf8)
    let values =
      head.values(records) + [
        text(checker.id), text(tree.version.value.text), .text(json),
        text(steps.anchor(of: tree.start.value)),
        .list(steps.questions), .list(tree.outcomes.map(outcome)),
        .list(SymptomTree.CareLevel.allCases.sorted(by: >).compactMap(level)), review,
        .flag(tree.showsCauses),
      ]
    return Record(type, presence(type, values))
  }

  private func text(_ value: String) -> Value { .text(Array(value.utf8)) }

  private func html(_ name: String?) -> Value {
    name.flatMap { stage.advice.texts[$0] }.map { .html($0.html) } ?? .none
  }

  private func outcome(_ outcome: Outcome) -> Value {
    let level = outcome.level.value
    func cards(_ ids: [Placed<String>], _ kind: Int?) -> Value {
      guard tree.showsCauses, let kind else { return .list([]) }
      return .list(ids.compactMap { index.ids[kind][$0.value.utf8] }.map { records.cards[$0] })
    }
    let reasons = tree.flags(leadingTo: outcome).compactMap { name in
      index.redFlags.table[name.utf8].flatMap { index.redFlags.flags[$0].why }.map { why in
        Value.record(Record(PageTypes.checkerReason, [text(name), text(why)]))
      }
    }
    let values: [Value] = [
      text(steps.anchor(of: outcome.id.value)), text(outcome.id.value), self.level(level) ?? .none,
      html(outcome.advice?.value), .list(reasons), cards(outcome.causes, index.configuration.checker.causes),
      cards(outcome.stretches, index.configuration.checker.stretches), html(outcome.seekCareIf?.value),
    ]
    return .record(Record(PageTypes.checkerOutcome, presence(PageTypes.checkerOutcome, values)))
  }

  private func level(_ level: SymptomTree.CareLevel) -> Value? {
    tree.careLevels[level].map { card in
      .record(
        Record(
          PageTypes.checkerLevel,
          [
            text(level.rawValue), text(card.heading.value), text(card.timeFrame.value),
            text(card.phone?.value ?? ""),
            text(card.colour.rawValue), .flag(level == .emergency),
          ]))
    }
  }

  private var review: Value {
    .record(
      Record(
        PageTypes.review,
        [
          text(tree.review.status.rawValue), .flag(tree.review.status == .pending),
          .flag(tree.review.status == .approved),
          .flag(tree.review.due.map { $0 < records.today } ?? false), text(tree.review.author ?? ""),
          text(tree.review.reviewer ?? ""), text(tree.review.reviewed?.text ?? ""),
          text(tree.review.due?.text ?? ""),
        ]))
  }
}
