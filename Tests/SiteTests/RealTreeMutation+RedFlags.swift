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
  /// Rules 4, 5 and 18: red flags are asked first, of everybody, and lead where they must.
  static let redFlags: [RealTreeMutation] = [
    .init("drop the question of today's flags", .treeFlagUnasked, "`rf-bone-stress`") {
      try $0.swap(in: "emergency", "next: same-day", "next: age")
      try $0.drop("same-day")
    },
    .init("drop the children's red-flag question", .treeFlagUnasked, "`rf-teen-limp`") {
      try $0.swap(in: "age", "next: child}", "next: child-rest}")
      try $0.drop("child")
    },
    .init("drop one emergency answer", .treeFlagUnasked, "`rf-cold-leg`") {
      try $0.swap("      cold-leg: {flag: rf-cold-leg, next: call-911}\n", "")
    },
    .init("declare a flag that nobody asks", .treeFlagUnasked, "`rf-new`") {
      $0.redFlags += "rf-new:\n  text: A new sign\n  level: soon\n  basis: practice\n"
    },
    .init("promise a flag and not ask it", .treeFlagUnasked, "`asks` lists the red flag `rf-cold-leg`") {
      try $0.swap("\nquestions:", "\nasks: [rf-cold-leg]\nquestions:")
      try $0.swap("      cold-leg: {flag: rf-cold-leg, next: call-911}\n", "")
    },
    .init("promise a flag that is not declared", .treeUnknownFlag, "`asks` refers to `rf-cold`") {
      try $0.swap("\nquestions:", "\nasks: [rf-cold]\nquestions:")
    },
    .init(
      "lead everybody past a red-flag question", .treeRedFlagBypassed,
      "Every path skips the red-flag question `same-day`"
    ) {
      try $0.swap(in: "emergency", "next: same-day", "next: age")
    },
    .init("lead one answer past a red-flag question", .treeRedFlagBypassed, "`where.unsure` skips") {
      try $0.swap(
        in: "days-front", "    within: [where.front]\n", "    within: [where.front, where.unsure]\n")
      try $0.swap(in: "where", "next: unsure-bone", "next: home-front")
    },
    .init("lead children past theirs", .treeRedFlagBypassed, "`child`") {
      try $0.swap(in: "age", "next: child}", "next: child-rest}")
    },
    .init("lead one place past its red-flag question", .treeRedFlagBypassed, "`days-front`") {
      try $0.swap(in: "front-bone", "next: days-front", "next: front")
    },
    .init("lead groin pain past its red-flag question", .treeRedFlagBypassed, "`where.front` skips") {
      try $0.swap(in: "days-front", "within: [where.front]", "within: [where.front, where.outer]")
      try $0.swap(in: "where", "next: outer-bone", "next: days-front")
      try $0.swap(in: "where", "next: front-bone", "next: front")
    },
    .init("remove `none` from a red-flag question", .treeRedFlagShape, "`days-leg` has no `none`") {
      try $0.swap(in: "days-leg", "    none: {label: \"No, none of these fit\", next: health-leg}\n", "")
    },
    .init("remove `none` from the bone screen", .treeRedFlagShape, "`front-bone` has no `none`") {
      try $0.swap(in: "front-bone", "    none: {label: \"No, none of these fit\", next: days-front}\n", "")
    },
    .init("let one red flag only be chosen", .treeRedFlagShape, "`same-day` is a red-flag question") {
      try $0.swap(in: "same-day", "any-of", "one-of")
    },
    .init("give a one-of question `none`", .treeRedFlagShape, "`age` is `one-of`") {
      try $0.swap(in: "age", "    answers:", "    none: {label: I will not say, next: where}\n    answers:")
    },
    .init("send a red flag into self-care", .treeRedFlagOutcome, "`home-front`") {
      try $0.swap(in: "days-front", "rf-groin-lump, next: soon-hip", "rf-groin-lump, next: home-front")
    },
    .init("send a red flag to a visit in two weeks", .treeRedFlagOutcome, "`visit-leg`") {
      try $0.swap(in: "days-leg", "rf-locking, next: soon-hip", "rf-locking, next: visit-leg")
    },
    .init("send a red flag on to a question", .treeRedFlagOutcome, "leads to the question `age`") {
      try $0.swap(in: "same-day", "rf-pop-bruise, next: today", "rf-pop-bruise, next: age")
    },
    .init("put a less urgent flag above a more urgent one", .treeFlagLevel, "`rf-bone-stress`") {
      try $0.swap(in: "same-day", "rf-bone-stress, next: today", "rf-bone-stress, next: soon")
    },
    .init("put the most urgent flag last", .treeRedFlagOrder, "`lump`") {
      try $0.swap(in: "days-back", "rf-groin-lump, next: soon-hip", "rf-groin-lump, next: today")
    },
    .init("ask for emergencies second", .treeFirstQuestion, "`bone-stress` is asked first") {
      try $0.swap("start: emergency", "start: same-day")
      try $0.swap(in: "same-day", "next: age", "next: emergency")
      try $0.swap(in: "emergency", "next: same-day", "next: age")
    },
    .init("begin with the age", .treeFirstQuestion, "so nobody is asked `emergency`") {
      try $0.swap("start: emergency", "start: age")
    },
    .init("begin with an outcome", .treeFirstQuestion, "is an outcome") {
      try $0.swap("start: emergency", "start: home-leg")
    },
    .init("answer an emergency with a day's notice", .treeFirstQuestion, "`chest` is asked first") {
      try $0.swap("rf-chest-breath, next: call-911", "rf-chest-breath, next: today")
    },
    .init("ask for emergencies of some only", .treeFirstQuestion, "cannot have `within`") {
      try $0.swap(in: "emergency", "    type:", "    within: [age.adult]\n    type:")
    },
    .init("lead to less than a flag's level", .treeFlagLevel, "`rf-teen-limp` is `urgent`") {
      try $0.swap(in: "child", "rf-teen-limp, next: today-child", "rf-teen-limp, next: soon-child")
    },
    .init("raise a flag's level and not its route", .treeFlagLevel, "`rf-groin-lump` is `urgent`") {
      let old = "go to an emergency room.\"\n  level: soon"
      try RealChecker.swap(&$0.redFlags, old, old.replacing("soon", with: "urgent"))
    },
    .init("drop `stage: red-flag` for a gate", .treeFlagMisplaced, "`same-day` is not a red-flag question") {
      try $0.swap(in: "same-day", "stage: red-flag", "stage: gate")
    },
    .init(
      "drop `stage: red-flag` for narrowing", .treeFlagMisplaced, "`days-outer` is not a red-flag question"
    ) {
      try $0.swap(in: "days-outer", "stage: red-flag", "stage: narrowing")
    },
    .init("put a flag into another question", .treeFlagMisplaced, "`front` is not a red-flag question") {
      try $0.swap(
        in: "front", "click: {label: The hip clicks or catches deep inside,", "click: {flag: rf-locking,")
    },
    .init(
      "use a flag twice in a question", .treeLabelRepeated,
      "`days-front.lump` has the same text as `days-front.locking`"
    ) {
      try $0.swap(in: "days-front", "rf-groin-lump", "rf-locking")
    },
    .init("ask a question outside its `within`", .treeWithinEscaped, "`days-front` is also asked") {
      try $0.swap(in: "days-back", "next: health-back}", "next: days-front}")
    },
    .init("name the wrong place in `within`", .treeWithinEscaped, "`days-leg` is also asked") {
      try $0.swap(in: "days-leg", "within: [where.leg]", "within: [where.back]")
    },
  ]
}
