import YAML

@testable import SymptomTree

extension Mutation {
  static let part6: [Mutation] = [
    Mutation(
      "a lower level", .treeFlagLevel,
      [
        "ankle.yaml:62:18 error `today` is `soon`, but all 2 red flags that lead to it are more urgent: `rf-weight`, for example, is `urgent`. — Write `level: urgent`, or make their answers lead to another outcome."
      ]
    ) { clinic in
      try clinic.swapTree("today: {level: urgent}", "today: {level: soon, seek-care-if: advice/worse.md}")
    },
    Mutation(
      "a vignette that answers too much", .treeVignetteAnswers,
      [
        "ankle.vignettes.yaml:3:74 error `a-child` answers `where`, but its path does not reach that question. — Delete `where: back` here."
      ]
    ) { clinic in
      try clinic.swapVignettes("emergency: none, age: child}", "emergency: none, age: child, where: back}")
    },
    Mutation(
      "a vignette that answers too little", .treeVignetteAnswers,
      [
        "ankle.vignettes.yaml:3:8 error `a-child` reaches the question `age`, but does not answer it, after emergency.none."
      ]
    ) { clinic in
      try clinic.swapVignettes("emergency: none, age: child}", "emergency: none}")
    },
    Mutation(
      "a vignette with an unknown answer", .treeVignetteAnswers,
      [
        "ankle.vignettes.yaml:3:67 error `age` has no answer `chidl`. — Did you mean `child`?"
      ]
    ) { clinic in
      try clinic.swapVignettes("age: child}", "age: chidl}")
    },
    Mutation(
      "a vignette with none and more", .treeVignetteAnswers,
      [
        "ankle.vignettes.yaml:2:59 error `none` cannot be combined with another answer."
      ]
    ) { clinic in
      try clinic.swapVignettes("emergency: [blue]", "emergency: [none, blue]")
    },
    Mutation(
      "a vignette with two radios", .treeVignetteAnswers,
      [
        "ankle.vignettes.yaml:3:75 error `age` takes only one answer."
      ]
    ) { clinic in
      try clinic.swapVignettes("age: child}", "age: [child, adult]}")
    },
    Mutation(
      "an outcome that no vignette has", .treeUncoveredOutcome,
      [
        "ankle.yaml:61:3 error No vignette ends in `child`."
      ]
    ) { clinic in
      try clinic.swapVignettes(
        "- {id: a-child, source: practice, answers: {emergency: none, age: child}, outcome: child, at-least: soon}\n",
        "")
    },
    Mutation(
      "an answer that no vignette gives", .treeUncoveredEdge,
      [
        "ankle.yaml:17:7 error No vignette goes through `emergency.blue` to `go-now`. — Add a vignette to `ankle.vignettes.yaml`."
      ]
    ) { clinic in
      try clinic.swapVignettes(
        "- {id: blue-foot, source: practice, answers: {emergency: [blue]}, outcome: go-now, at-least: emergency}\n",
        "")
    },
    Mutation(
      "no safety net", .treeSafetyNet,
      [
        "ankle.yaml:63:3 error `this-week` is `soon`, but does not say when to seek care sooner. — Add `seek-care-if` with the name of an advice file."
      ]
    ) { clinic in
      try clinic.swapTree(
        "this-week: {level: soon, seek-care-if: advice/worse.md}", "this-week: {level: soon}")
    },
    Mutation(
      "a red-flag question dropped", .treeFlagUnasked,
      [
        "red-flags.yaml:7:1 error No red-flag question in `ankle` asks about the red flag `rf-weight`. — Add an answer `{flag: rf-weight, next: …}` to a red-flag question.",
        "red-flags.yaml:10:1 error No red-flag question in `ankle` asks about the red flag `rf-numb`. — Add an answer `{flag: rf-numb, next: …}` to a red-flag question.",
      ]
    ) { clinic in
      try clinic.swapTree(
        "adult: {label: 18 or over, next: same-day}", "adult: {label: 18 or over, next: where}")
      try clinic.swapTree(
        "  same-day:\n    stage: red-flag\n    type: any-of\n    ask: Does any of this fit?\n    answers:\n      weight: {flag: rf-weight, next: today}\n      numb: {flag: rf-numb, next: this-week}\n    none: {label: \"No, none of these fit\", next: where}\n",
        "")
    },
    Mutation(
      "a flag that leads to less than its level", .treeFlagLevel,
      [
        "ankle.yaml:31:39 error The red flag `rf-weight` is `urgent`, but leads to `this-week`, which is only `soon`."
      ]
    ) { clinic in
      try clinic.swapTree(
        "weight: {flag: rf-weight, next: today}", "weight: {flag: rf-weight, next: this-week}")
    },
    Mutation(
      "a flag outside a red-flag question", .treeFlagMisplaced,
      [
        "ankle.yaml:49:20 error `rf-snap` is a red flag, but `tendon-check` is not a red-flag question. — Set `stage: red-flag`, or give the answer a `label` instead."
      ]
    ) { clinic in
      try clinic.swapTree("stage: red-flag\n    within", "stage: gate\n    within")
    },
    Mutation(
      "none as a flag", .treeFlagMisplaced,
      [
        "ankle.yaml:50:18 error `none` means that no red flag applies, so it cannot be a red flag itself."
      ]
    ) { clinic in
      try clinic.swapTree("none: {label: \"No\",", "none: {flag: rf-snap,")
    },
    Mutation(
      "hard words", .treeReadingLevel,
      [
        "ankle.yaml:47:10 warning `ask` of `tendon-check` is hard to read (about school grade 20). — Use shorter words and sentences; aim for readers of 9 to 14."
      ]
    ) { clinic in
      try clinic.swapTree(
        "ask: Did this happen?",
        "ask: Did you experience an instantaneous perception of discontinuity in the posterior musculature inferiorly?"
      )
    },
    Mutation(
      "two outcomes of one urgency", .treeTie,
      [
        "ankle.yaml:17:35 warning `emergency.bone` and `emergency.blue` are equally urgent but have different outcomes. Readers who check both see `go-now`."
      ]
    ) { clinic in
      try clinic.swapTree("blue: {flag: rf-blue, next: go-now}", "blue: {flag: rf-blue, next: go-there}")
      try clinic.swapTree("outcomes:\n", "outcomes:\n  go-there: {level: emergency}\n")
    },
  ]
}
