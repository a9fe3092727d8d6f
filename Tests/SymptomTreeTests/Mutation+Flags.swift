import YAML

@testable import SymptomTree

extension Mutation {
  /// What stands where a red flag led, where an exercise comes in, and which flags a checker undertakes to ask.
  static let flags: [Mutation] = [
    Mutation(
      "causes where a flag led", .treeFlagList,
      [
        "ankle.yaml:63:37 error The red flag `rf-numb` leads to `this-week`, which has `causes`. After a red flag, an outcome must say only why and what to tell the clinician. — Remove `causes`, or make the red flag lead to a different outcome."
      ]
    ) { clinic in
      try clinic.swapTree("this-week: {level: soon,", "this-week: {level: soon, causes: [sprain],")
    },
    Mutation(
      "causes and stretches where a flag led", .treeFlagList,
      [
        "ankle.yaml:63:37 error The red flag `rf-numb` leads to `this-week`, which has `causes`. After a red flag, an outcome must say only why and what to tell the clinician. — Remove `causes`, or make the red flag lead to a different outcome.",
        "ankle.yaml:63:58 error The red flag `rf-numb` leads to `this-week`, which has `stretches`. After a red flag, an outcome must say only why and what to tell the clinician. — Remove `stretches`, or make the red flag lead to a different outcome.",
      ]
    ) { clinic in
      try clinic.swapTree(
        "this-week: {level: soon,", "this-week: {level: soon, causes: [sprain], stretches: [balance],")
    },
    Mutation(
      "a flag to an outcome with causes", .treeFlagList,
      [
        "ankle.yaml:67:14 error The red flag `rf-snap` leads to `outer`, which has `causes`. After a red flag, an outcome must say only why and what to tell the clinician. — Remove `causes`, or make the red flag lead to a different outcome.",
        "ankle.yaml:68:17 error The red flag `rf-snap` leads to `outer`, which has `stretches`. After a red flag, an outcome must say only why and what to tell the clinician. — Remove `stretches`, or make the red flag lead to a different outcome.",
      ]
    ) { clinic in
      try clinic.swapTree("snap: {flag: rf-snap, next: today}", "snap: {flag: rf-snap, next: outer}")
    },
    Mutation(
      "a flag that does not say why", .treeFlagWhy,
      [
        "red-flags.yaml:10:1 error The red flag `rf-numb` leads to `this-week`, but does not say why. — Add `why: …` to say why it matters and what to tell the clinician."
      ]
    ) { clinic in clinic.index.flags["rf-numb"]?.why = nil },
    Mutation(
      "an emergency that does not say why", .treeFlagWhy,
      [
        "red-flags.yaml:1:1 error The red flag `rf-bone` leads to `go-now`, but does not say why. — Add `why: …` to say why it matters and what to tell the clinician."
      ]
    ) { clinic in clinic.index.flags["rf-bone"]?.why = nil },
    Mutation(
      "a reason with a percentage", .treeWording,
      [
        "red-flags.yaml:10:1 error `why` of the red flag `rf-numb` contains a percentage, but the checker does not know how likely anything is."
      ]
    ) { clinic in clinic.index.flags["rf-numb"]?.why = "In 10% of people a nerve is pressed." },
    Mutation(
      "a stretch of a later stage", .treeStretchStage,
      [
        "ankle.yaml:70:64 error The cause `tendinopathy` has the stretch `heel-drops` in stage 2, but `tendon` can only recommend what comes first. — Remove it: that cause has nothing in the first stage."
      ]
    ) { clinic in clinic.index.causes["tendinopathy"]?.stages = ["heel-drops": 2] },
    Mutation(
      "a stretch that comes later with one of the causes", .treeStretchStage,
      [
        "ankle.yaml:68:17 error The cause `sprain` has the stretch `balance` in stage 3, but `outer` can only recommend what comes first. — Use one that comes first: `calf-stretch`."
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
        "ankle.yaml:9:17 error `asks` lists the red flag `rf-other`, but no red-flag question asks about it. — Add an answer `{flag: rf-other, next: …}` to a red-flag question."
      ]
    ) { clinic in
      try clinic.swapTree("questions:", "asks: [rf-bone, rf-other]\nquestions:")
      clinic.index.flags["rf-other"] = clinic.index.flags["rf-snap"]
    },
    Mutation(
      "an undertaking that names no flag", .treeUnknownFlag,
      [
        "ankle.yaml:9:8 error `asks` refers to `rf-bon`, but there is no such red flag. — Did you mean `rf-bone`?"
      ]
    ) { clinic in try clinic.swapTree("questions:", "asks: [rf-bon]\nquestions:") },
    Mutation(
      "an undertaking given twice", .treeDuplicateID,
      ["ankle.yaml:9:17 error `rf-bone` is in this list twice."]
    ) { clinic in try clinic.swapTree("questions:", "asks: [rf-bone, rf-bone]\nquestions:") },
    Mutation("an answer of a red-flag question without a text of its own", .treeOwnSentence, []) { clinic in
      try clinic.swapTree("blue: {flag: rf-blue, next: go-now}", "blue: {next: go-now}")
    },
  ]
}
