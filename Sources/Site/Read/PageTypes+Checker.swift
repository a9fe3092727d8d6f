import Mustache
import SiteModel

extension PageTypes {
  /// The language of words that nobody has translated yet.
  private static func foreign<Source>(
    _ language: @escaping @Sendable (Source) -> SiteLanguage?
  ) -> RecordName<Source> {
    .text("language", "The language of its words, if it is not that of the page; otherwise empty.") {
      language($0)?.tag ?? ""
    }
  }

  struct CheckerAnswer {
    let id: String
    let label: String
    let lines: [String]
    let target: String
    let foreign: SiteLanguage?
  }

  static let checkerAnswer = RecordLayout<CheckerAnswer>(
    "checker answer",
    [
      .text("id", "The answer's id in the published JSON.") { $0.id },
      .text("label", "What it says.") { $0.label },
      foreign { $0.foreign }, direction { $0.foreign },
      .init(
        "lines", .list(.text), "The same, with one sign per line if it names more than one; otherwise empty."
      ) { .list($0.lines.map { .text(Array($0.utf8)) }) },
      .text("target", "The anchor of what it leads to, without `#`.") { $0.target },
    ])

  struct CheckerQuestion {
    let anchor: String
    let id: String
    let number: Int
    let stage: String
    let isAnyOf: Bool
    let ask: String
    let foreign: SiteLanguage?
    let help: [UInt8]
    let pictureName: String
    let picture: [UInt8]
    let answers: [CheckerAnswer]
    let none: CheckerAnswer?
  }

  static let checkerQuestion = RecordLayout<CheckerQuestion>(
    "checker question",
    [
      .text("anchor", "The part after `#` in a link to it; reveals nothing about the question.") {
        $0.anchor
      },
      .text("id", "Its id in the published JSON.") { $0.id },
      .text("number", "Its position in the tree, starting at 1.") { String($0.number) },
      .text("stage", "`red-flag`, `gate` or `narrowing`.") { $0.stage },
      .flag("is-any-of", "Whether more than one answer can apply (the most urgent one decides).") {
        $0.isAnyOf
      },
      .text("ask", "The question.") { $0.ask },
      foreign { $0.foreign }, direction { $0.foreign },
      .html("help", "Its explanation; may be empty.") { $0.help },
      .text("picture-name", "The name of its drawing; may be empty.") { $0.pictureName },
      .html(
        "picture",
        "The drawing, with a region for each answer. Only the first question that uses it has it, because it is the same for all."
      ) { $0.picture },
      .list("answers", of: checkerAnswer, "The answers in order, most urgent first.") { $0.answers },
      .record("none", checkerAnswer, "The answer for “none of these”.") { $0.none },
    ])

  struct CheckerLevel {
    let name: String
    let heading: String
    let timeFrame: String
    let phone: String
    let colour: String
    let isEmergency: Bool
    let isVisit: Bool
    let foreign: SiteLanguage?
  }

  static let checkerLevel = RecordLayout<CheckerLevel>(
    "care level",
    [
      .text("name", "`emergency`, `urgent`, `soon`, `routine` or `self-care`.") { $0.name },
      .text("heading", "What it asks the reader to do, in the clinic's own words.") { $0.heading },
      .text("time-frame", "How soon; empty where the heading says it already.") { $0.timeFrame },
      foreign { $0.foreign }, direction { $0.foreign },
      .text("phone", "The number to call; may be empty.") { $0.phone },
      .text("colour", "The color of the card: `red`, `orange`, `yellow`, `green`, `blue` or `grey`.") {
        $0.colour
      },
      .flag("is-emergency", "Whether it is the most urgent level.") { $0.isEmergency },
      .flag(
        "is-visit",
        "Whether it asks for a visit that can wait to be booked: `soon` and `routine`. Anything more urgent needs someone today."
      ) { $0.isVisit },
    ])

  struct CheckerReason {
    let flag: String
    let text: String
    let foreign: SiteLanguage?
  }

  static let checkerReason = RecordLayout<CheckerReason>(
    "checker reason",
    [
      .text("flag", "The red flag's id.") { $0.flag },
      .text("text", "Why it matters and what to tell the clinician.") { $0.text },
      foreign { $0.foreign }, direction { $0.foreign },
    ])

  struct CheckerOutcome {
    let anchor: String
    let id: String
    let level: CheckerLevel?
    let advice: [UInt8]
    let reasons: [CheckerReason]
    let causes: Cards
    let stretches: Cards
    let seekCareIf: [UInt8]
  }

  static let checkerOutcome = RecordLayout<CheckerOutcome>(
    "checker outcome",
    [
      .text("anchor", "The part after `#` in a link to it; reveals nothing about the outcome.") { $0.anchor },
      .text("id", "Its id in the published JSON.") { $0.id },
      .record("level", checkerLevel, "How soon to be seen.") { $0.level },
      .html("advice", "What to do; may be empty.") { $0.advice },
      .list(
        "reasons", of: checkerReason,
        "What each red flag that leads here may mean, in the order of the questions."
      ) { $0.reasons },
      .cards("causes", "Causes worth reading about, in order.") { $0.causes },
      .cards("stretches", "Exercises that may help.") { $0.stretches },
      .html("seek-care-if", "What would change the advice; may be empty.") { $0.seekCareIf },
    ])

  /// A checker, as other pages lead to it.
  struct CheckerLink {
    let id: String
    let title: String
    let url: [UInt8]
  }

  static let checkerLink = RecordLayout<CheckerLink>(
    "checker link",
    [
      .text("id", "The checker's id.") { $0.id },
      .text("title", "Its title.") { $0.title },
      .text("url", "The address of its page.") { $0.url },
    ])

  struct CheckerValues: OnPage {
    let page: PageValues
    let id: String
    let version: String
    /// Nil for the page's own.
    let titleLanguage: SiteLanguage?
    let jsonURL: [UInt8]
    let start: String
    /// Records of `checkerQuestion`.
    let questions: [Record]
    let outcomes: [CheckerOutcome]
    let levels: [CheckerLevel]
    let review: ReviewState
    let showsCauses: Bool
    let others: [CheckerLink]
  }

  static let checkerNames: [RecordName<CheckerValues>] = [
    .text("checker-id", "The checker's id.") { $0.id },
    .text("title-language", "The language of its title, if it is not that of this page; otherwise empty.") {
      $0.titleLanguage?.tag ?? ""
    },
    direction("title-direction") { $0.titleLanguage },
    .text("version", "Its version.") { $0.version },
    .text("json-url", "The address of the tree as JSON.") { $0.jsonURL },
    .text("start", "The anchor of the first question, without `#`.") { $0.start },
    .init(
      "questions", .list(.record(checkerQuestion.type)), "Every question, in the tree's order."
    ) { .list($0.questions.map { .record($0) }) },
    .list("outcomes", of: checkerOutcome, "Every outcome, in the tree's order.") { $0.outcomes },
    .list("levels", of: checkerLevel, "The care levels, most urgent first.") { $0.levels },
    .record("review", review, "The state of its clinical review.") { $0.review },
    .list("other-checkers", of: checkerLink, "The other checkers of the site; may be empty.") { $0.others },
    .flag("shows-causes", "Whether outcomes list causes and exercises.") { $0.showsCauses },
  ]
}
