import Diagnostics
import SymptomTree
import YAML

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

extension RealTreeMutation {
  /// Rules 1, 3 and 8: the file as such, the way from question to question, and being unsure.
  static let shape: [RealTreeMutation] = [
    .init("lead back to the question before", .treeCycle, "`age` → `child` → `child-rest` → `age`") {
      try $0.swap(in: "child-rest", "next: soon-child", "next: age")
    },
    .init("lead a question to itself", .treeCycle, "`where`") {
      try $0.swap(in: "where", "next: unsure-bone", "next: where")
    },
    .init("lead back across six questions", .treeCycle, "`where` → `leg-bone`") {
      try $0.swap(in: "settle-leg", "next: home-leg", "next: where")
    },
    .init("orphan a question", .treeUnreachable, "`severe-implant`") {
      try $0.swap(in: "health-implant", "next: severe-implant", "next: visit-implant")
    },
    .init("orphan an outcome", .treeUnreachable, "`home-leg`") {
      try $0.swap(in: "settle-leg", "next: home-leg", "next: visit-leg")
    },
    .init("add an outcome that nothing leads to", .treeUnreachable, "`spare`") {
      $0.tree += "  spare:\n    level: urgent\n    advice: advice/today.md\n"
    },
    .init("take a question's answers away", .treeDeadEnd, "`severe-spine`") {
      try $0.swap(in: "severe-spine", "    answers:\n", "    answers: {}\n")
      for line in [
        "      severe: {label: \"Yes, 8 or more\", next: soon-spine}\n",
        "      less: {label: \"No, less than 8\", next: visit-spine}\n",
        "      unsure: {label: I am not sure, next: soon-spine}\n",
      ] { try $0.swap(in: "severe-spine", line, "") }
    },
    .init("drop the stage", .missingKey, "`stage`") {
      try $0.swap(in: "same-day", "    stage: red-flag\n", "")
    },
    .init("drop the question's words", .missingKey, "`ask`") {
      try $0.swap(in: "age", "    ask: How old is the person with the pain?\n", "")
    },
    .init("drop a level", .missingKey, "`level`") { try $0.swap(in: "today", "    level: urgent\n", "") },
    .init("drop a `next`", .missingKey, "`next`") {
      try $0.swap(in: "age", "{label: Under 18, next: child}", "{label: Under 18}")
    },
    .init("give a key twice", .duplicateKey, "`stage`") {
      try $0.swap(in: "age", "    stage: gate\n", "    stage: gate\n    stage: gate\n")
    },
    .init("give an answer twice", .duplicateKey, "`adult`") {
      try $0.swap(in: "age", "    answers:\n", "    answers:\n      adult: {label: Grown up, next: where}\n")
    },
    .init("write a key that there is not", .unknownKey, "`cause`") {
      try $0.swap(in: "home-leg", "causes:", "cause:")
    },
    .init("write an answer's key that there is not", .unknownKey, "`goto`") {
      try $0.swap(in: "age", "{label: Under 18, next: child}", "{label: Under 18, next: child, goto: child}")
    },
    .init("write a list where a text belongs", .wrongType, "`ask`") {
      try $0.swap(in: "age", "ask: How old is the person with the pain?", "ask: [How old]")
    },
    .init("break the YAML", .yamlSyntax, "`:`") { try $0.swap("title: Check", "title: Check: ") },
    .init("write a later format", .treeFormat, "`format`") { try $0.swap("format: 1", "format: 2") },
    .init("name an outcome like a question", .treeDuplicateID, "`age`") {
      $0.tree += "  age:\n    level: urgent\n    advice: advice/today.md\n"
    },
    .init("write an id in capitals", .treeInvalidID, "`Child`") {
      try $0.swap(in: "age", "      child: {", "      Child: {")
    },
    .init("hide `none` among the answers", .treeInvalidID, "`none`") {
      try $0.swap(in: "age", "      child: {", "      none: {")
    },
    .init("give a question eleven answers", .treeTooLarge, "`age`") {
      let more = (1...9).map { "      more-\($0): {label: More \($0), next: where}\n" }.joined()
      try $0.swap(in: "age", "    answers:\n", "    answers:\n" + more)
    },
    .init("take `unsure` away", .treeUnsureMissing, "`child-rest` has no answer `unsure`") {
      try $0.swap(in: "child-rest", "      unsure: {label: I am not sure, next: today-child}\n", "")
    },
    .init("lead `unsure` to self-care", .treeUnsureLevel, "`severe-spine.unsure` can end in self-care") {
      try $0.swap(
        in: "severe-spine", "unsure: {label: I am not sure, next: soon-spine",
        "unsure: {label: I am not sure, next: home-spine")
    },
    .init("lead `unsure` to less than anything else", .treeUnsureLevel, "`child-rest.unsure`") {
      try $0.swap(
        in: "child-rest", "unsure: {label: I am not sure, next: today-child",
        "unsure: {label: I am not sure, next: visit-leg")
    },
  ]

  /// Rule 2: what is named is there.
  static let names: [RealTreeMutation] = [
    .init("misspell `start`", .treeUnknownNext, "`emergancy`") {
      try $0.swap("start: emergency", "start: emergancy")
    },
    .init("misspell a `next`", .treeUnknownNext, "`wheere`") {
      try $0.swap(in: "age", "next: where", "next: wheere")
    },
    .init("misspell the `next` of `none`", .treeUnknownNext, "`sameday`") {
      try $0.swap(in: "emergency", "next: same-day", "next: sameday")
    },
    .init("misspell a flag", .treeUnknownFlag, "`rf-chest`") { try $0.swap("rf-chest-breath", "rf-chest") },
    .init("misspell a cause", .treeUnknownCause, "`hip-labral-tears`") {
      try $0.swap(in: "home-click", "hip-labral-tear,", "hip-labral-tears,")
    },
    .init("misspell a stretch", .treeUnknownStretch, "`bridges`") {
      try $0.swap(in: "home-click", "[bridge]", "[bridges]")
    },
    .init("misspell an advice", .treeUnknownAdvice, "`advice/hom.md`") {
      try $0.swap(in: "home-leg", "advice/home-plan.md", "advice/hom.md")
    },
    .init("misspell a help", .treeUnknownAdvice, "`advice/ticks.md`") {
      try $0.swap(in: "child", "advice/tick.md", "advice/ticks.md")
    },
    .init("misspell a safety net", .treeUnknownAdvice, "`advice/worse.md`") {
      try $0.swap(in: "home-leg", "advice/worse-home.md", "advice/worse.md")
    },
    .init("misspell a picture", .treeUnknownPicture, "`bodymap`") {
      try $0.swap(in: "where", "picture: body-map", "picture: bodymap")
    },
    .init("rename an answer of the picture", .treeUnknownPicture, "`groin`") {
      try $0.swap(in: "where", "      front:", "      groin:")
    },
    .init("misspell a `within`", .treeUnknownWithin, "`where.frnt`") {
      try $0.swap("within: [where.front]", "within: [where.frnt]")
    },
    .init("misspell a stage", .treeUnknownWord, "`redflag`") {
      try $0.swap(in: "same-day", "stage: red-flag", "stage: redflag")
    },
    .init("misspell a type", .treeUnknownWord, "`any`") {
      try $0.swap(in: "same-day", "type: any-of", "type: any")
    },
    .init("misspell a level", .treeUnknownWord, "`selfcare`") {
      try $0.swap(in: "home-leg", "level: self-care", "level: selfcare")
    },
    .init("misspell a vignette's source", .treeUnknownSource, "`practise`") {
      try $0.swapVignettes("source: practice", "source: practise")
    },
    .init("misspell a vignette's outcome", .treeUnknownNext, "`call-119`") {
      try $0.swapVignettes("outcome: call-911", "outcome: call-119")
    },
    .init("misspell a vignette's question", .treeVignetteAnswers, "`emergancy`") {
      try $0.swapVignettes("{emergency: cannot-stand}", "{emergancy: cannot-stand}")
    },
    .init("misspell a vignette's answer", .treeVignetteAnswers, "`can-stand`") {
      try $0.swapVignettes("{emergency: cannot-stand}", "{emergency: can-stand}")
    },
    .init("misspell a vignette's level", .treeUnknownWord, "`urgnt`") {
      try $0.swapVignettes("at-least: urgent", "at-least: urgnt")
    },
    .init("name a cause twice", .treeDuplicateID, "`hip-osteoarthritis`") {
      try $0.swap(
        in: "home-leg", "[referred-low-back-pain, hip-osteoarthritis]",
        "[hip-osteoarthritis, hip-osteoarthritis]")
    },
    .init("name a cause that is not published", .treeUnpublished, "`hip-labral-tear`") {
      $0.clinical.causes["hip-labral-tear"]?.state = .draft
    },
    .init("name a stretch that is not published", .treeUnpublished, "`bridge`") {
      $0.clinical.stretches["bridge"]?.state = .draft
    },
  ]
}
