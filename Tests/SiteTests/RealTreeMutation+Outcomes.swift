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
  /// Rules 6, 9, 10 and 17: what outcomes say. Lowered levels are caught by flags or by vignettes.
  static let outcomes: [RealTreeMutation] = [
    .init("name causes at an urgent level", .treeUrgentAdvice, "`today-bone` is `urgent`, but has `causes`") {
      try $0.swap(
        in: "today-bone", "    level: urgent\n",
        "    level: urgent\n    causes: [femoral-neck-stress-fracture]\n")
    },
    .init(
      "name stretches in an emergency", .treeUrgentAdvice, "`call-911` is `emergency`, but has `stretches`"
    ) {
      try $0.swap(
        in: "call-911", "    level: emergency\n", "    level: emergency\n    stretches: [step-ups]\n")
    },
    .init(
      "raise a level and keep its causes", .treeUrgentAdvice, "`soon-front` is `urgent`, but has `causes`"
    ) {
      try $0.swap(in: "soon-front", "level: soon", "level: urgent")
    },
    .init("link to articles in an emergency", .treeEmergencyLinks, "`advice/emergency.md`") {
      $0.clinical.advice["advice/emergency.md"]?.linksToArticles = true
    },
    .init(
      "recommend what a cause says to avoid", .treeStretchContraindicated, "to avoid the stretch `step-ups`"
    ) {
      try $0.swap(in: "bone-front", "    advice:", "    stretches: [step-ups]\n    advice:")
    },
    .init(
      "recommend what a cause says to be careful with", .treeStretchContraindicated,
      "careful with the stretch `leg-swings`"
    ) {
      try $0.swap(in: "home-sit", "    advice:", "    stretches: [leg-swings]\n    advice:")
    },
    .init("recommend what no cause is managed with", .treeStretchUnsupported, "`butterfly-stretch`") {
      try $0.swap(in: "home-spine", "    advice:", "    stretches: [butterfly-stretch]\n    advice:")
    },
    .init(
      "recommend a stretch without a cause", .treeStretchUnsupported,
      "`home-stiff` has the stretch `bridge`, but no cause"
    ) {
      try $0.swap(
        in: "home-stiff",
        "    causes: [hip-osteoarthritis, femoroacetabular-impingement, hip-labral-tear]\n", "")
    },
    .init(
      "recommend swings after a possible strain", .treeStretchContraindicated,
      "The cause `hip-flexor-strain` says to be careful with the stretch `leg-swings`"
    ) {
      try $0.swap(in: "visit-strain", "    advice:", "    stretches: [leg-swings]\n    advice:")
    },
    .init(
      "begin with step-ups after a possible strain", .treeStretchStage,
      "The cause `hip-flexor-strain` has the stretch `step-ups` in stage 3"
    ) {
      try $0.swap(in: "home-strain", "    advice:", "    stretches: [step-ups]\n    advice:")
    },
    .init(
      "begin with anything where a strain is possible", .treeStretchStage,
      "The cause `hip-flexor-strain` has the stretch `bridge` in stage 2"
    ) {
      try $0.swap(in: "home-lift", "    advice:", "    stretches: [bridge]\n    advice:")
    },
    .init(
      "begin with the single-leg squat", .treeStretchStage,
      "The cause `gluteal-tendinopathy` has the stretch `single-leg-squat` in stage 4"
    ) {
      try $0.swap(in: "visit-outer", "[bridge]", "[single-leg-squat]")
    },
    .init(
      "begin with step-ups", .treeStretchStage, "`step-ups` in stage 3, but `visit-outer` can only recommend"
    ) {
      try $0.swap(in: "visit-outer", "[bridge]", "[bridge, step-ups]")
    },
    .init(
      "let a page give a stretch to a later stage", .treeStretchStage,
      "The cause `hip-labral-tear` has the stretch `bridge` in stage 2"
    ) {
      $0.clinical.causes["hip-labral-tear"]?.stages?["bridge"] = 2
    },
    .init(
      "name causes where a red flag led", .treeFlagList,
      "The red flag `rf-blood-supply` leads to `soon-hip`, which has `causes`"
    ) {
      try $0.swap(in: "soon-hip", "    advice:", "    causes: [hip-osteoarthritis]\n    advice:")
    },
    .init(
      "answer a hip that locks with outer-hip causes", .treeFlagList,
      "The red flag `rf-locking` leads to `soon-outer`, which has `causes`"
    ) {
      try $0.swap(in: "days-outer", "rf-locking, next: soon-hip", "rf-locking, next: soon-outer")
    },
    .init(
      "give no reason for a flag", .treeFlagWhy,
      "`rf-walking-cramp` leads to `soon-hip`, but does not say why"
    ) {
      try RealChecker.swap(&$0.redFlags, "  why: \"A cramp when walking", "  #: \"A cramp when walking")
    },
    .init("put a percentage into a reason", .treeWording, "`why` of the red flag `rf-rash`") {
      try RealChecker.swap(&$0.redFlags, "it may be shingles", "in 90% it is shingles")
    },
    .init("put HTML into a reason", .badRedFlag, "`why` of a red flag must be plain text") {
      try RealChecker.swap(&$0.redFlags, "it may be shingles", "it may be <b>shingles</b>")
    },
    .init("name a cause that rests on nothing", .treeCauseEvidence, "`it-band-syndrome`") {
      $0.clinical.causes["it-band-syndrome"]?.hasCitation = false
    },
    .init("name a flag that rests on nothing", .badRedFlag, "`rf-cold-leg` does not say what it is based on")
    {
      let old = "too little blood. Say when it began.\"\n  level: emergency\n"
      try RealChecker.swap(&$0.redFlags, old + "  basis: practice\n", old)
    },
    .init("take a flag's evidence away", .treeFlagEvidence, "`rf-cold-leg`") {
      let old = "too little blood. Say when it began.\"\n  level: emergency\n"
      try RealChecker.swap(&$0.redFlags, old + "  basis: practice\n", old)
    },
    .init("remove the safety net of home care", .treeSafetyNet, "`home-leg` is `self-care`") {
      try $0.swap(in: "home-leg", "    seek-care-if: advice/worse-home.md\n", "")
    },
    .init("remove the safety net of the bone screen", .treeSafetyNet, "`bone-front` is `soon`") {
      try $0.swap(in: "bone-front", "    seek-care-if: advice/worse-bone.md\n", "")
    },
    .init("lower the emergency", .treeFlagLevel, "red flags that lead to it are more urgent") {
      try $0.swap(in: "call-911", "level: emergency", "level: urgent")
    },
    .init("lower what must be seen today", .treeFlagLevel, "red flags that lead to it are more urgent") {
      try $0.swap(in: "today", "level: urgent", "level: routine")
    },
    .init("lower a child's outcome", .treeUnderTriage, "`h085`") {
      try $0.swap(in: "soon-child", "level: soon", "level: routine")
    },
    .init("lower suspected bone", .treeUnderTriage, "`sheet-9-front-impact`") {
      try $0.swap(in: "bone-front", "level: soon", "level: routine")
    },
    .init("lower the bone screen's urgent end", .treeUnderTriage, "`unsure-bone-rest`") {
      try $0.swap(in: "today-bone", "level: urgent", "level: soon")
    },
    .init("lower a flag's outcome", .treeFlagLevel, "`soon-hip`") {
      try $0.swap(in: "soon-hip", "level: soon", "level: self-care")
    },
    .init("lower a visit to home care", .treeUnderTriage, "`visit-front`") {
      try $0.swap(in: "visit-front", "level: routine", "level: self-care")
    },
    .init("show five causes", .treeTooLarge, "`home-leg`") {
      try $0.swap(
        in: "home-leg", "hip-osteoarthritis]",
        "hip-osteoarthritis, hip-labral-tear, hip-flexor-strain, it-band-syndrome]")
    },
  ]

  /// Rules 7 and 11: what may be said, and where.
  static let words: [RealTreeMutation] = [
    .init("put HTML into a label", .treeWording, "`age.child`") {
      try $0.swap("label: Under 18", "label: \"<b>Under 18</b>\"")
    },
    .init("put HTML into the title", .treeWording, "`title`") {
      try $0.swap("title: Check", "title: <i>Check</i>")
    },
    .init("put an entity into a question", .treeWording, "`ask` of `age`") {
      try $0.swap("How old is", "How old&nbsp;is")
    },
    .init("put HTML into a flag", .badRedFlag, "without `<` or `>`") {
      try RealChecker.swap(&$0.redFlags, "A leg that is cold", "A <b>leg</b> that is cold")
    },
    .init("state a percentage", .treeWording, "percentage") {
      try $0.swap("The hip clicks or catches", "The hip clicks (80% do)")
    },
    .init("state a percentage in words", .treeWording, "percentage") {
      try $0.swap("The hip clicks or catches", "Eighty percent of hips click")
    },
    .init("diagnose", .treeWording, "diagnos") {
      try $0.swap("How old is the person with the pain?", "How old were you when it was diagnosed?")
    },
    .init("say \"you have\" in a heading", .treeWording, "you have") {
      try $0.swapCareLevels("Ease your training and", "You have a strain:")
    },
    .init("hide a direction override", .badCharacter, "an invisible character") {
      try $0.swap("label: Under 18", "label: \"Under \\u202E18\"")
    },
    .init("write a label of 201 characters", .treeWording, "longer than 200") {
      try $0.swap("label: Under 18", "label: \(String(repeating: "a", count: 201))")
    },
    .init("write a phone number into a question", .treeOwnSentence, "phone number") {
      try $0.swap("Emergency signs: do any of these fit?", "Do any of these fit? If so call 911.")
    },
    .init("copy a flag's sentence", .treeOwnSentence, "the sentence of the red flag `rf-cold-leg`") {
      try $0.swap(
        "The hip clicks or catches deep inside",
        "\"A leg that is cold, pale or blue; or one that has suddenly gone numb\"")
    },
    .init("give a red-flag answer its own sentence", .treeOwnSentence, "its own text") {
      try $0.swap(in: "same-day", "{flag: rf-hip-implant,", "{label: A new hip,")
    },
    .init("say two answers alike", .treeLabelRepeated, "`age.adult` has the same text") {
      try $0.swap("label: 18 or older", "label: under 18")
    },
  ]
}
