import Diagnostics
import SymptomTree
import Testing

@testable import Site
@testable import SiteModel

/// The hints of the symptom checker's proof, followed: each for a fault that `RealTreeMutation` makes.
@Suite struct TreeHintTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let mutation: String
    let code: DiagnosticCode
    let hint: String
    let follow: @Sendable (inout RealChecker) throws -> Void

    init(
      _ mutation: String, _ code: DiagnosticCode, _ hint: String,
      _ follow: @escaping @Sendable (inout RealChecker) throws -> Void
    ) {
      (self.mutation, self.code, self.hint, self.follow) = (mutation, code, hint, follow)
    }

    var testDescription: String { mutation }
  }

  private func errors(_ checker: RealChecker, _ mutation: RealTreeMutation) throws -> [Diagnostic] {
    try (mutation.isUnsigned ? checker.check() : checker.checkSigned()).diagnostics.filter {
      $0.severity == .error
    }
  }

  @Test(arguments: examples) func isMended(example: Example) async throws {
    let mutation = try #require(RealTreeMutation.all.first { $0.name == example.mutation })
    var checker = try await RealChecker.sound()
    try mutation.change(&checker)
    let before = try errors(checker, mutation)
    let found = before.filter { $0.code == example.code }
    #expect(found.contains { $0.hint == example.hint }, "\(found.map(\.line))")
    try example.follow(&checker)
    let known = Set(before.map(\.message))
    let new = try errors(checker, mutation).filter { $0.code == example.code || !known.contains($0.message) }
    #expect(new.map(\.line) == [], "after following: \(example.hint)")
  }

  /// Names that are misspelt are followed by machine, wherever they stand.
  @Test(arguments: [
    ("misspell an advice", "tree-unknown-advice"), ("misspell a help", "tree-unknown-advice"),
    ("misspell a cause", "tree-unknown-cause"), ("misspell `start`", "tree-unknown-next"),
    ("misspell a `next`", "tree-unknown-next"), ("misspell the `next` of `none`", "tree-unknown-next"),
    ("misspell a picture", "tree-unknown-picture"), ("misspell a stretch", "tree-unknown-stretch"),
    ("misspell a `within`", "tree-unknown-within"), ("misspell a stage", "tree-unknown-word"),
    ("misspell a level", "tree-unknown-word"), ("misspell a vignette's source", "tree-unknown-source"),
    ("misspell a vignette's question", "tree-vignette-answers"),
    ("misspell a vignette's answer", "tree-vignette-answers"),
    ("write a key that there is not", "unknown-key"),
  ])
  func isMendedByMachine(name: String, code: String) async throws {
    let mutation = try #require(RealTreeMutation.all.first { $0.name == name })
    var checker = try await RealChecker.sound()
    try mutation.change(&checker)
    let fault = try #require(
      try errors(checker, mutation).first {
        $0.code.rawValue == code && $0.hint?.hasPrefix("Did you mean") ?? false
      })
    let words = fault.message.matches(of: /`([^`]+)`/).map { String($0.1) }
    let meant = try #require(fault.hint?.firstMatch(of: /`([^`]+)`/)).1
    func mend(_ text: String, _ words: [String]) throws -> String {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let first = try #require(fault.position).line - 1
      let number = try #require(
        lines.indices.dropFirst(first).first { index in words.contains { lines[index].contains($0) } })
      let word = try #require(words.last { lines[number].contains($0) })
      lines[number] = lines[number].replacing(word, with: meant)
      return lines.joined(separator: "\n")
    }
    switch fault.file {
    case "tree": checker.tree = try mend(checker.tree, words)
    case "vignettes": checker.vignettes = try mend(checker.vignettes ?? "", words)
    // Their places are those of the whole flag; the message names what is wrong in it last.
    default: checker.redFlags = try mend(checker.redFlags, words.suffix(1))
    }
    let left = try errors(checker, mutation).map(\.line)
    #expect(left == [])
  }

  static let examples: [Example] = [
    .init(
      "name a cause that rests on nothing", .treeCauseEvidence,
      "Cite its evidence on that page, or remove the cause here."
    ) { $0.clinical.causes["it-band-syndrome"]?.hasCitation = true },
    .init(
      "lead back to the question before", .treeCycle,
      "Make this answer lead to another question or to an outcome."
    ) { try $0.swap(in: "child-rest", "next: age", "next: soon-child") },
    .init(
      "link to articles in an emergency", .treeEmergencyLinks,
      "Remove the links: no one should keep reading in an emergency."
    ) { $0.clinical.advice["advice/emergency.md"]?.linksToArticles = false },
    .init("begin with the age", .treeFirstQuestion, "Write `start: emergency`.") {
      try $0.swap("start: age", "start: emergency")
    },
    .init(
      "answer an emergency with a day's notice", .treeFirstQuestion,
      "Make it lead to an outcome that is `emergency`, or move it to a later red-flag question."
    ) {
      try $0.swap("rf-chest-breath, next: today", "rf-chest-breath, next: call-911")
    },
    .init(
      "take a flag's evidence away", .treeFlagEvidence,
      "Add the references that support it, or write `basis: practice`."
    ) {
      let old = "too little blood. Say when it began.\"\n  level: emergency\n"
      try RealChecker.swap(&$0.redFlags, old, old + "  basis: practice\n")
    },
    .init(
      "name causes where a red flag led", .treeFlagList,
      "Remove `causes`, or make the red flag lead to a different outcome."
    ) { try $0.swap(in: "soon-hip", "    causes: [hip-osteoarthritis]\n", "") },
    .init(
      "drop `stage: red-flag` for narrowing", .treeFlagMisplaced,
      "Set `stage: red-flag`, or give the answer a `label` instead."
    ) { try $0.swap(in: "days-outer", "stage: narrowing", "stage: red-flag") },
    .init(
      "drop one emergency answer", .treeFlagUnasked,
      "Add an answer `{flag: rf-cold-leg, next: …}` to a red-flag question."
    ) {
      try $0.swap(
        in: "emergency", "    answers:\n",
        "    answers:\n      cold-leg: {flag: rf-cold-leg, next: call-911}\n")
    },
    .init(
      "give no reason for a flag", .treeFlagWhy,
      "Add `why: …` to say why it matters and what to tell the clinician."
    ) {
      try RealChecker.swap(&$0.redFlags, "  #: \"A cramp when walking", "  why: \"A cramp when walking")
    },
    .init(
      "write an id in capitals", .treeInvalidID,
      "Use lowercase letters, digits and hyphens, at most 40. Start with a letter."
    ) { try $0.swap(in: "age", "Child:", "child:") },
    .init(
      "copy a flag's sentence", .treeOwnSentence, "Write `flag: rf-cold-leg` in a red-flag question."
    ) {
      try $0.swap(
        in: "front", "\"A leg that is cold, pale or blue; or one that has suddenly gone numb\"",
        "The hip clicks or catches deep inside")
    },
    .init("give a red-flag answer its own sentence", .treeOwnSentence, "Write `flag: …`.") {
      try $0.swap(in: "same-day", "{label: A new hip,", "{flag: rf-hip-implant,")
    },
    .init(
      "raise the version and not the paths", .treePathsStale,
      "Run `limber tree paths` and commit the file it writes."
    ) { $0.paths = try $0.check().tree.pathsFile },
    .init(
      "change a route and not the version", .treeVersion,
      "What changed: `settle-leg.strong`. If that was a slip, change it back. If not, a clinician must approve this change by setting the version to 3.0.0."
    ) {
      try $0.swap("version: 2.1.2", "version: 3.0.0")
      $0.paths = try $0.check().tree.pathsFile
    },
    .init(
      "lead everybody past a red-flag question", .treeRedFlagBypassed,
      "Make an answer lead to it, before any less urgent outcome."
    ) { try $0.swap(in: "emergency", "next: age", "next: same-day") },
    .init(
      "lead one answer past a red-flag question", .treeRedFlagBypassed, "Make it lead to `days-front` first."
    ) {
      try $0.swap(in: "where", "next: home-front", "next: unsure-bone")
      try $0.swap(
        in: "days-front", "    within: [where.front, where.unsure]\n", "    within: [where.front]\n")
    },
    .init(
      "put the most urgent flag last", .treeRedFlagOrder, "Put the most urgent answers first."
    ) { try $0.swap(in: "days-back", "rf-groin-lump, next: today", "rf-groin-lump, next: soon-hip") },
    .init(
      "remove `none` from a red-flag question", .treeRedFlagShape, "Add `none: {label: …, next: …}`."
    ) {
      try $0.swap(
        in: "days-leg", "    answers:\n",
        "    none: {label: \"No, none of these fit\", next: health-leg}\n    answers:\n")
    },
    .init("let one red flag only be chosen", .treeRedFlagShape, "Write `type: any-of`.") {
      try $0.swap(in: "same-day", "one-of", "any-of")
    },
    .init(
      "give a one-of question `none`", .treeRedFlagShape,
      "Move it into the answers, or make the question `any-of`."
    ) { try $0.swap(in: "age", "    none: {label: I will not say, next: where}\n", "") },
    .init(
      "remove the safety net of home care", .treeSafetyNet,
      "Add `seek-care-if` with the name of an advice file."
    ) { try $0.swap(in: "home-leg", "    level:", "    seek-care-if: advice/worse-home.md\n    level:") },
    .init(
      "begin with step-ups after a possible strain", .treeStretchStage,
      "Remove it: that cause has nothing in the first stage."
    ) { try $0.swap(in: "home-strain", "    stretches: [step-ups]\n", "") },
    .init(
      "recommend a stretch without a cause", .treeStretchUnsupported, "Add the causes, or remove the stretch."
    ) {
      try $0.swap(
        in: "home-stiff", "    stretches:",
        "    causes: [hip-osteoarthritis, femoroacetabular-impingement, hip-labral-tear]\n    stretches:")
    },
    .init("orphan a question", .treeUnreachable, "Make an answer lead to it, or remove it.") {
      try $0.swap(in: "health-implant", "next: visit-implant", "next: severe-implant")
    },
    .init("take `unsure` away", .treeUnsureMissing, "Add `unsure: {label: I am not sure, next: …}`.") {
      try $0.swap(
        in: "child-rest", "    answers:\n",
        "    answers:\n      unsure: {label: I am not sure, next: today-child}\n")
    },
    .init("name causes at an urgent level", .treeUrgentAdvice, "Remove `causes`.") {
      try $0.swap(in: "today-bone", "    causes: [femoral-neck-stress-fracture]\n", "")
    },
    .init("name stretches in an emergency", .treeUrgentAdvice, "Remove `stretches`.") {
      try $0.swap(in: "call-911", "    stretches: [step-ups]\n", "")
    },
    .init(
      "ask a question outside its `within`", .treeWithinEscaped,
      "Add those answers to `within`, or remove `within` so that the question is asked on every path."
    ) { try $0.swap(in: "days-back", "next: days-front}", "next: health-back}") },
    .init("drop a vignette", .treeUncoveredEdge, "Add a vignette to `vignettes`.") {
      $0.vignettes?.append(
        "\n- id: h085\n  source: practice\n  answers: {emergency: none, same-day: none, age: child, child: none, child-rest: fine}\n  outcome: soon-child\n  at-least: soon\n"
      )
    },
  ]
}
