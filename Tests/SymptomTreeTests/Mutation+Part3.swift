import YAML

@testable import SymptomTree

extension Mutation {
  static let part3: [Mutation] = [
    Mutation(
      "a circle", .treeCycle,
      [
        "ankle.yaml:57:46 error The questions go around in a circle: `where` → `tendon-check` → `how-long` → `where`. — Make this answer lead to another question or to an outcome."
      ]
    ) { clinic in
      try clinic.swapTree(
        "long: {label: Two weeks or more, next: tendon}", "long: {label: Two weeks or more, next: where}")
    },
    Mutation(
      "a question that leads to itself", .treeCycle,
      [
        "ankle.yaml:25:40 error The questions go around in a circle: `age` → `age`. — Make this answer lead to another question or to an outcome."
      ]
    ) { clinic in
      try clinic.swapTree(
        "adult: {label: 18 or over, next: same-day}", "adult: {label: 18 or over, next: age}")
    },
    Mutation(
      "an orphaned outcome", .treeUnreachable,
      [
        "ankle.yaml:51:3 error No path leads to the question `how-long`. — Make an answer lead to it, or remove it."
      ]
    ) { clinic in
      try clinic.swapTree("none: {label: \"No\", next: how-long}", "none: {label: \"No\", next: tendon}")
    },
    Mutation(
      "no answers", .treeDeadEnd,
      [
        "ankle.yaml:56:7 error `how-long` has no answers, so no one can get past it."
      ]
    ) { clinic in
      try clinic.swapTree(
        "      short: {label: Less than two weeks, next: rest}\n      long: {label: Two weeks or more, next: tendon}\n      unsure: {label: I am not sure, next: tendon}",
        "      {}")
    },
    Mutation(
      "no none", .treeRedFlagShape,
      [
        "ankle.yaml:26:3 error `same-day` has no `none`, so readers cannot say that nothing applies. — Add `none: {label: …, next: …}`."
      ]
    ) { clinic in
      try clinic.swapTree("    none: {label: \"No, none of these fit\", next: where}\n", "")
    },
    Mutation(
      "none in a one-of", .treeRedFlagShape,
      [
        "ankle.yaml:26:11 error `age` is `one-of`, so it cannot have `none`. — Move it into the answers, or make the question `any-of`."
      ]
    ) { clinic in
      try clinic.swapTree(
        "      adult: {label: 18 or over, next: same-day}\n",
        "      adult: {label: 18 or over, next: same-day}\n    none: {label: Older, next: same-day}\n")
    },
    Mutation(
      "a red-flag question with radios", .treeRedFlagShape,
      [
        "ankle.yaml:28:11 error `same-day` is a red-flag question, so it must be `any-of`. — Write `type: any-of`."
      ]
    ) { clinic in
      try clinic.swapTree("type: any-of\n    ask: Does", "type: one-of\n    ask: Does")
    },
    Mutation(
      "a red flag to self-care", .treeRedFlagOutcome,
      [
        "ankle.yaml:49:35 error `snap` is a red flag, but leads to `rest`, which is only `self-care`. It must be `soon`, `urgent` or `emergency`. — Write `next: child` or `next: today`, which is `urgent`."
      ]
    ) { clinic in
      try clinic.swapTree("snap: {flag: rf-snap, next: today}", "snap: {flag: rf-snap, next: rest}")
    },
    Mutation(
      "a red flag to a question", .treeRedFlagOutcome,
      [
        "ankle.yaml:49:35 error `snap` leads to the question `how-long`. A red flag must lead straight to an outcome. — Write `next: child` or `next: today`, which is `urgent`."
      ]
    ) { clinic in
      try clinic.swapTree("snap: {flag: rf-snap, next: today}", "snap: {flag: rf-snap, next: how-long}")
    },
    Mutation(
      "urgency out of order", .treeRedFlagOrder,
      [
        "ankle.yaml:32:7 error `weight` leads to `urgent`, but comes after an answer that leads to `soon`. — Put the most urgent answers first."
      ]
    ) { clinic in
      try clinic.swapTree(
        "      weight: {flag: rf-weight, next: today}\n      numb: {flag: rf-numb, next: this-week}",
        "      numb: {flag: rf-numb, next: this-week}\n      weight: {flag: rf-weight, next: today}")
    },
    Mutation(
      "the emergency question second", .treeFirstQuestion,
      [
        "ankle.yaml:7:8 error `start` refers to `age`, so nobody is asked `emergency`, the question about emergencies. — Write `start: emergency`."
      ]
    ) { clinic in
      try clinic.swapTree("start: emergency", "start: age")
    },
    Mutation(
      "an urgent flag in the first question", .treeFirstQuestion,
      [
        "ankle.yaml:17:35 error `blue` is asked first and leads to `today`, which is `urgent`. All answers to the first question must lead to `emergency`. — Make it lead to an outcome that is `emergency`, or move it to a later red-flag question."
      ]
    ) { clinic in
      try clinic.swapTree("blue: {flag: rf-blue, next: go-now}", "blue: {flag: rf-blue, next: today}")
    },
    Mutation(
      "an outcome first", .treeFirstQuestion,
      [
        "ankle.yaml:7:8 error `start` refers to `go-now`, which is an outcome. A tree must start with a question."
      ]
    ) { clinic in
      try clinic.swapTree("start: emergency", "start: go-now")
    },
    Mutation(
      "within on the first question", .treeFirstQuestion,
      [
        "ankle.yaml:15:14 error The first question is asked on every path, so it cannot have `within`."
      ]
    ) { clinic in
      try clinic.swapTree(
        "    help: advice/emergency.md", "    help: advice/emergency.md\n    within: [age.adult]")
    },
    Mutation(
      "an answer past a red-flag question", .treeRedFlagBypassed,
      [
        "ankle.yaml:26:3 error Every path skips the red-flag question `same-day`. — Make an answer lead to it, before any less urgent outcome."
      ]
    ) { clinic in
      try clinic.swapTree(
        "adult: {label: 18 or over, next: same-day}", "adult: {label: 18 or over, next: where}")
    },
    Mutation(
      "another answer past a red-flag question", .treeRedFlagBypassed,
      [
        "ankle.yaml:24:38 error `age.child` skips the red-flag question `same-day`, which can lead to `urgent`, and goes to an outcome that is only `self-care`. — Make it lead to `same-day` first."
      ]
    ) { clinic in
      try clinic.swapTree("child: {label: Under 18, next: child}", "child: {label: Under 18, next: where}")
    },
    Mutation(
      "an answer past the question asked only there", .treeRedFlagBypassed,
      [
        "ankle.yaml:41:37 error `where.back` skips the red-flag question `tendon-check`, which can lead to `urgent`, and goes to an outcome that is only `self-care`. — Make it lead to `tendon-check` first."
      ]
    ) { clinic in
      try clinic.swapTree(
        "back: {label: The back, next: tendon-check}", "back: {label: The back, next: how-long}")
      try clinic.swapTree(
        "outside: {label: The outer side, next: outer}",
        "outside: {label: The outer side, next: tendon-check}")
    },
    Mutation(
      "a less urgent flag asked before a more urgent one", .treeRedFlagBypassed,
      [
        "ankle.yaml:32:35 error `same-day.numb` skips the red-flag question `tendon-check`, which can lead to `urgent`, and goes to an outcome that is only `soon`. — Ask `tendon-check` before `same-day`."
      ]
    ) { clinic in
      try clinic.swapTree("within: [where.back]", "within: [same-day.numb, where.back]")
    },
  ]
}
