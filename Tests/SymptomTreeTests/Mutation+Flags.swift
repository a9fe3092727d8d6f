import YAML

@testable import SymptomTree

extension Mutation {
  /// What stands where a red flag led, where an exercise comes in, and which flags a checker undertakes to ask.
  static let flags: [Mutation] = [
    Mutation(
      "causes where a flag led", .treeFlagList,
      [
        "ankle.yaml:63:37 error The red flag `rf-numb` leads to `this-week`, which has `causes`; after a red flag it says why and what to tell the clinician. — Remove `causes`, or lead the flag to another outcome."
      ]
    ) { clinic in
      try clinic.swapTree("this-week: {level: soon,", "this-week: {level: soon, causes: [sprain],")
    },
    Mutation(
      "causes and stretches where a flag led", .treeFlagList,
      [
        "ankle.yaml:63:37 error The red flag `rf-numb` leads to `this-week`, which has `causes`; after a red flag it says why and what to tell the clinician. — Remove `causes`, or lead the flag to another outcome.",
        "ankle.yaml:63:58 error The red flag `rf-numb` leads to `this-week`, which has `stretches`; after a red flag it says why and what to tell the clinician. — Remove `stretches`, or lead the flag to another outcome.",
      ]
    ) { clinic in
      try clinic.swapTree(
        "this-week: {level: soon,", "this-week: {level: soon, causes: [sprain], stretches: [balance],")
    },
    Mutation(
      "a flag to an outcome with causes", .treeFlagList,
      [
        "ankle.yaml:67:14 error The red flag `rf-snap` leads to `outer`, which has `causes`; after a red flag it says why and what to tell the clinician. — Remove `causes`, or lead the flag to another outcome.",
        "ankle.yaml:68:17 error The red flag `rf-snap` leads to `outer`, which has `stretches`; after a red flag it says why and what to tell the clinician. — Remove `stretches`, or lead the flag to another outcome.",
      ]
    ) { clinic in
      try clinic.swapTree("snap: {flag: rf-snap, next: today}", "snap: {flag: rf-snap, next: outer}")
    },
    Mutation(
      "a flag that does not say why", .treeFlagWhy,
      [
        "red-flags.yaml:10:1 error The red flag `rf-numb` leads to `this-week` and does not say why. — Add `why: …`: why it matters, and what to tell the clinician."
      ]
    ) { clinic in clinic.index.flags["rf-numb"]?.why = nil },
    Mutation(
      "an emergency that does not say why", .treeFlagWhy,
      [
        "red-flags.yaml:1:1 error The red flag `rf-bone` leads to `go-now` and does not say why. — Add `why: …`: why it matters, and what to tell the clinician."
      ]
    ) { clinic in clinic.index.flags["rf-bone"]?.why = nil },
    Mutation(
      "a reason with a percentage", .treeWording,
      [
        "red-flags.yaml:10:1 error `why` of the red flag `rf-numb` holds a percentage; the checker does not know how likely anything is."
      ]
    ) { clinic in clinic.index.flags["rf-numb"]?.why = "In 10% of people a nerve is pressed." },
    Mutation(
      "a stretch of a later stage", .treeStretchStage,
      [
        "ankle.yaml:70:64 error The cause `tendinopathy` gives the stretch `heel-drops` to stage 2; `tendon` recommends what to begin with. — Remove it: nothing comes in the first stage there."
      ]
    ) { clinic in clinic.index.causes["tendinopathy"]?.stages = ["heel-drops": 2] },
    Mutation(
      "a stretch that comes later with one of the causes", .treeStretchStage,
      [
        "ankle.yaml:68:17 error The cause `sprain` gives the stretch `balance` to stage 3; `outer` recommends what to begin with. — What comes first there: `calf-stretch`."
      ]
    ) { clinic in
      clinic.index.causes["sprain"]?.stages = ["balance": 3, "calf-stretch": 1]
      clinic.index.causes["instability"]?.stages = ["balance": 1]
    },
    Mutation("a stretch of the first stage", .treeStretchStage, []) { clinic in
      clinic.index.causes["tendinopathy"]?.stages = ["heel-drops": 1]
      clinic.index.causes["sprain"]?.stages = ["balance": 0, "calf-stretch": 2]
    },
    Mutation("a checker that asks what it says", .treeFlagUnasked, []) { clinic in
      try clinic.swapTree(
        "questions:", "asks: [rf-bone, rf-blue, rf-weight, rf-numb, rf-snap]\nquestions:")
    },
    Mutation("a flag that it does not undertake to ask", .treeFlagUnasked, []) { clinic in
      try clinic.swapTree("questions:", "asks: [rf-bone, rf-blue, rf-weight, rf-numb]\nquestions:")
      clinic.index.flags["rf-other"] = clinic.index.flags["rf-snap"]
    },
    Mutation(
      "an undertaking that is not kept", .treeFlagUnasked,
      [
        "ankle.yaml:9:17 error `asks` names the red flag `rf-other`, and no red-flag question asks it. — Add an answer `{flag: rf-other, next: …}` to a red-flag question."
      ]
    ) { clinic in
      try clinic.swapTree("questions:", "asks: [rf-bone, rf-other]\nquestions:")
      clinic.index.flags["rf-other"] = clinic.index.flags["rf-snap"]
    },
    Mutation(
      "an undertaking that names no flag", .treeUnknownFlag,
      ["ankle.yaml:9:8 error `asks` names `rf-bon`, but there is no such red flag. — Did you mean `rf-bone`?"]
    ) { clinic in try clinic.swapTree("questions:", "asks: [rf-bon]\nquestions:") },
    Mutation(
      "an undertaking given twice", .treeDuplicateID,
      ["ankle.yaml:9:17 error `rf-bone` is named twice in this list."]
    ) { clinic in try clinic.swapTree("questions:", "asks: [rf-bone, rf-bone]\nquestions:") },
  ]
}
