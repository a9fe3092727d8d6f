import Mustache
import SiteModel

extension PageTypes {
  static let checkerAnswer = RecordType(
    "checker answer",
    [
      .init("id", .text, "The answer's id in the published JSON."),
      .init("label", .text, "What it says."),
      .init("lines", .list(.text), "The same, one sign to a line, where it names several; else empty."),
      .init("target", .text, "The anchor of what it leads to, without `#`."),
    ])

  static let checkerQuestion = RecordType(
    "checker question",
    withPresence([
      .init("anchor", .text, "What follows `#` in a link to it; says nothing about the question."),
      .init("id", .text, "Its id in the published JSON."),
      .init("number", .text, "Its place in the tree, from 1."),
      .init("stage", .text, "`red-flag`, `gate` or `narrowing`."),
      .init("is-any-of", .flag, "Whether several answers may apply (the most urgent decides)."),
      .init("ask", .text, "The question."),
      .init("help", .html, "What explains it; may be empty."),
      .init("picture-name", .text, "The name of its drawing; may be empty."),
      .init(
        "picture", .html,
        "The drawing, with a region for each answer: on the first question that has it, since it is the same on all."
      ),
      .init("answers", .list(.record(checkerAnswer)), "The answers in order, most urgent first."),
      .init("none", .record(checkerAnswer), "The answer that denies all others."),
    ]))

  static let checkerLevel = RecordType(
    "care level",
    [
      .init("name", .text, "`emergency`, `urgent`, `soon`, `routine` or `self-care`."),
      .init("heading", .text, "What it asks of the reader, in the clinic's words."),
      .init("time-frame", .text, "How soon."),
      .init("phone", .text, "The number to call; may be empty."),
      .init("colour", .text, "The card's colour: `red`, `orange`, `yellow`, `green`, `blue` or `grey`."),
      .init("is-emergency", .flag, "Whether it is the most urgent level."),
    ])

  static let checkerReason = RecordType(
    "checker reason",
    [
      .init("flag", .text, "The red flag's id."),
      .init("text", .text, "Why it matters and what to tell the clinician."),
    ])

  static let checkerOutcome = RecordType(
    "checker outcome",
    withPresence([
      .init("anchor", .text, "What follows `#` in a link to it; says nothing about the outcome."),
      .init("id", .text, "Its id in the published JSON."),
      .init("level", .record(checkerLevel), "How soon to be seen."),
      .init("advice", .html, "What to do; may be empty."),
      .init(
        "reasons", .list(.record(checkerReason)),
        "What each red flag that leads here may mean, in the order of the questions."
      ),
      .init("causes", .list(.record(card)), "Causes worth reading about, in order."),
      .init("stretches", .list(.record(card)), "Exercises that may help."),
      .init("seek-care-if", .html, "What would change the advice; may be empty."),
    ]))

  static let checkerFields: [RecordType.Field] = [
    .init("checker-id", .text, "The checker's id."),
    .init("version", .text, "Its version."),
    .init("json-url", .text, "The address of the tree as JSON."),
    .init("start", .text, "The anchor of the first question, without `#`."),
    .init("questions", .list(.record(checkerQuestion)), "Every question, in the tree's order."),
    .init("outcomes", .list(.record(checkerOutcome)), "Every outcome, in the tree's order."),
    .init("levels", .list(.record(checkerLevel)), "The care levels, most urgent first."),
    .init("review", .record(review), "The state of its clinical review."),
    .init("shows-causes", .flag, "Whether outcomes name causes and exercises."),
  ]
}
