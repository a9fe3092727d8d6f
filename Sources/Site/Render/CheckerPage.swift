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
        ("checker-id", text(checker.id)),
        ("version", text(tree.version.value.text)),
        ("json-url", .text(json)),
        ("start", text(steps.anchor(of: tree.start.value))),
        ("questions", .list(steps.questions)),
        ("outcomes", .list(tree.outcomes.map(outcome))),
        ("levels", .list(SymptomTree.CareLevel.allCases.sorted(by: >).compactMap(level))),
        ("review", review),
        ("shows-causes", .flag(tree.showsCauses)),
      ]
    return Record(type, filling: values)
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
    return .record(
      Record(
        PageTypes.checkerOutcome,
        filling: [
          ("anchor", text(steps.anchor(of: outcome.id.value))),
          ("id", text(outcome.id.value)),
          ("level", self.level(level) ?? .none),
          ("advice", html(outcome.advice?.value)),
          ("causes", cards(outcome.causes, index.configuration.checker.causes)),
          ("stretches", cards(outcome.stretches, index.configuration.checker.stretches)),
          ("seek-care-if", html(outcome.seekCareIf?.value)),
        ]))
  }

  private func level(_ level: SymptomTree.CareLevel) -> Value? {
    tree.careLevels[level].map { card in
      .record(
        Record(
          PageTypes.checkerLevel,
          filling: [
            ("name", text(level.rawValue)), ("heading", text(card.heading.value)),
            ("time-frame", text(card.timeFrame.value)), ("phone", text(card.phone?.value ?? "")),
            ("colour", text(card.colour.rawValue)), ("is-emergency", .flag(level == .emergency)),
          ]))
    }
  }

  private var review: Value {
    .record(
      Record(
        PageTypes.review,
        filling: [
          ("status", text(tree.review.status.rawValue)),
          ("is-pending", .flag(tree.review.status == .pending)),
          ("is-approved", .flag(tree.review.status == .approved)),
          ("is-overdue", .flag(tree.review.due.map { $0 < records.today } ?? false)),
          ("author", text(tree.review.author ?? "")),
          ("reviewer", text(tree.review.reviewer ?? "")),
          ("reviewed", text(tree.review.reviewed?.text ?? "")),
          ("due", text(tree.review.due?.text ?? "")),
        ]))
  }
}
