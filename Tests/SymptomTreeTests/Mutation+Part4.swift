import YAML

@testable import SymptomTree

extension Mutation {
  static let part4: [Mutation] = [
    Mutation(
      "within that does not say all", .treeWithinEscaped,
      [
        "ankle.yaml:45:14 error `tendon-check` is also asked on paths that do not go through any of its `within` answers (by `where.unsure`). — Add those answers to `within`, or remove `within` so that the question is asked on every path."
      ]
    ) { clinic in
      try clinic.swapTree(
        "unsure: {label: I am not sure, next: see-someone}",
        "unsure: {label: I am not sure, next: tendon-check}")
    },
    Mutation(
      "causes of an urgent outcome", .treeUrgentAdvice,
      [
        "ankle.yaml:62:35 error `today` is `urgent`, but has `causes`. An urgent outcome must say only where to go. — Remove `causes`."
      ]
    ) { clinic in
      try clinic.swapTree("today: {level: urgent}", "today: {level: urgent, causes: [sprain]}")
    },
    Mutation(
      "stretches of an emergency", .treeUrgentAdvice,
      [
        "ankle.yaml:60:42 error `go-now` is `emergency`, but has `stretches`. An urgent outcome must say only where to go. — Remove `stretches`."
      ]
    ) { clinic in
      try clinic.swapTree("go-now: {level: emergency,", "go-now: {level: emergency, stretches: [balance],")
    },
    Mutation(
      "links in an emergency", .treeEmergencyLinks,
      [
        "ankle.yaml:60:38 error `go-now` is an emergency, but its text `advice/worse.md` links to articles. — Remove the links: no one should keep reading in an emergency."
      ]
    ) { clinic in
      try clinic.swapTree(
        "go-now: {level: emergency, advice: advice/emergency.md}",
        "go-now: {level: emergency, advice: advice/worse.md}")
    },
    Mutation(
      "a heading of its own", .treeOwnSentence,
      [
        "ankle.yaml:62:35 error `today` has its own `heading`, which belongs only in the care levels. — Remove it here and change it in the care levels."
      ]
    ) { clinic in
      try clinic.swapTree("today: {level: urgent}", "today: {level: urgent, heading: Run}")
    },
    Mutation(
      "a phone number in a label", .treeOwnSentence,
      [
        "ankle.yaml:41:21 error The label of `where.back` contains the phone number `555`. — Phone numbers belong only in the care levels."
      ]
    ) { clinic in
      try clinic.swapTree("label: The back,", "label: The back (call 555),")
    },
    Mutation(
      "a long phone number in a question", .treeOwnSentence,
      [
        "ankle.yaml:47:10 error `ask` of `tendon-check` contains the phone number `020 7946 0000`. — Phone numbers belong only in the care levels."
      ]
    ) { clinic in
      try clinic.swapTree("ask: Did this happen?", "ask: Did you call 020 7946 0000?")
    },
    Mutation(
      "a red flag in its own words", .treeOwnSentence,
      [
        "ankle.yaml:32:21 error `same-day.numb` has its own text, but a red-flag question takes its text from the red flags. — Write `flag: …`."
      ]
    ) { clinic in
      try clinic.swapTree("numb: {flag: rf-numb,", "numb: {label: Numb,")
    },
    Mutation(
      "a red flag with a label too", .treeOwnSentence,
      [
        "ankle.yaml:32:36 error `numb` has both a `flag` and a `label`. A red flag's sentence belongs only where the red flag is declared. — Remove the `label`."
      ]
    ) { clinic in
      try clinic.swapTree("numb: {flag: rf-numb,", "numb: {flag: rf-numb, label: Numb,")
    },
    Mutation(
      "a red flag's sentence elsewhere", .treeOwnSentence,
      [
        "ankle.yaml:41:21 error The label of `where.back` is the same as the sentence of the red flag `rf-numb`. — Write `flag: rf-numb` in a red-flag question."
      ]
    ) { clinic in
      try clinic.swapTree("label: The back,", "label: part of the foot is numb,")
    },
    Mutation(
      "no unsure", .treeUnsureMissing,
      [
        "ankle.yaml:51:3 error `how-long` has no answer `unsure`. — Add `unsure: {label: I am not sure, next: …}`."
      ]
    ) { clinic in
      try clinic.swapTree("      unsure: {label: I am not sure, next: tendon}\n", "")
    },
    Mutation(
      "unsure to self-care", .treeUnsureLevel,
      [
        "ankle.yaml:58:44 error `how-long.unsure` can end in self-care. Not knowing is not a reason to stay home."
      ]
    ) { clinic in
      try clinic.swapTree(
        "unsure: {label: I am not sure, next: tendon}", "unsure: {label: I am not sure, next: rest}")
    },
    Mutation(
      "unsure less urgent than its siblings", .treeUnsureLevel,
      [
        "ankle.yaml:58:44 error `how-long.unsure` can end in `routine`, which is less urgent than anywhere the other answers lead (`soon`)."
      ]
    ) { clinic in
      try clinic.swapTree(
        "short: {label: Less than two weeks, next: rest}",
        "short: {label: Less than two weeks, next: see-someone}")
      try clinic.swapTree(
        "long: {label: Two weeks or more, next: tendon}",
        "long: {label: Two weeks or more, next: see-someone}")
    },
    Mutation(
      "a stretch that no cause is managed with", .treeStretchUnsupported,
      [
        "ankle.yaml:68:17 error The stretch `heel-drops` is not listed for any of the causes of `outer`."
      ]
    ) { clinic in
      try clinic.swapTree("[balance]", "[heel-drops]")
    },
    Mutation(
      "stretches without causes", .treeStretchUnsupported,
      [
        "ankle.yaml:67:17 error `outer` has the stretch `balance`, but no cause that it would help. — Add the causes, or remove the stretch."
      ]
    ) { clinic in
      try clinic.swapTree("    causes: [sprain, instability]\n", "")
    },
    Mutation(
      "a stretch to be careful with", .treeStretchContraindicated,
      [
        "ankle.yaml:68:17 error The cause `instability` says to be careful with the stretch `calf-stretch`, which `outer` recommends."
      ]
    ) { clinic in
      try clinic.swapTree("[balance]", "[calf-stretch]")
    },
    Mutation(
      "a stretch to avoid", .treeStretchContraindicated,
      [
        "ankle.yaml:68:26 error The cause `sprain` says to avoid the stretch `hops`, which `outer` recommends."
      ]
    ) { clinic in
      try clinic.swapTree("[balance]", "[balance, hops]")
    },
    Mutation(
      "a flag without evidence", .treeFlagEvidence,
      [
        "red-flags.yaml:13:1 error The red flag `rf-snap` has no `sources`. — Add the references that support it, or write `basis: practice`."
      ]
    ) { clinic in
      clinic.index.flags["rf-snap"]?.sources = []
    },
  ]
}
