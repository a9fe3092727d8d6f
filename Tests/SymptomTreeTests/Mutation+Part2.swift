import YAML

@testable import SymptomTree

extension Mutation {
  static let part2: [Mutation] = [
    Mutation(
      "no vignettes", .treeMissingFile,
      [
        "ankle.yaml:1:1 error The file with this tree's vignettes, `ankle.vignettes.yaml`, is missing. — Put it next to this file."
      ]
    ) { clinic in
      clinic.vignettes = nil
    },
    Mutation(
      "eleven answers", .treeTooLarge,
      [
        "ankle.yaml:19:3 error `age` has 12 answers; the limit is 10."
      ]
    ) { clinic in
      try clinic.swapTree(
        "      child: {label: Under 18, next: child}",
        "      a0: {label: Under 0, next: child}\n      a1: {label: Under 1, next: child}\n      a2: {label: Under 2, next: child}\n      a3: {label: Under 3, next: child}\n      a4: {label: Under 4, next: child}\n      a5: {label: Under 5, next: child}\n      a6: {label: Under 6, next: child}\n      a7: {label: Under 7, next: child}\n      a8: {label: Under 8, next: child}\n      a9: {label: Under 9, next: child}\n      a10: {label: Under 10, next: child}"
      )
    },
    Mutation(
      "five causes", .treeTooLarge,
      [
        "ankle.yaml:65:3 error `outer` has 5 causes; the limit is 4."
      ]
    ) { clinic in
      try clinic.swapTree("[sprain, instability]", "[sprain, instability, a, b, c]")
    },
    Mutation(
      "next misspelt", .treeUnknownNext,
      [
        "ankle.yaml:32:35 error `next` refers to `this-weak`, but there is no such question or outcome. — Did you mean `this-week`?"
      ]
    ) { clinic in
      try clinic.swapTree("next: this-week", "next: this-weak")
    },
    Mutation(
      "start misspelt", .treeUnknownNext,
      [
        "ankle.yaml:7:8 error `start` refers to `emergenzy`, but there is no such question or outcome. — Did you mean `emergency`?"
      ]
    ) { clinic in
      try clinic.swapTree("start: emergency", "start: emergenzy")
    },
    Mutation(
      "flag misspelt", .treeUnknownFlag,
      [
        "ankle.yaml:32:20 error `flag` refers to `rf-nunb`, but there is no such red flag. — Did you mean `rf-numb`?"
      ]
    ) { clinic in
      try clinic.swapTree("flag: rf-numb", "flag: rf-nunb")
    },
    Mutation(
      "cause misspelt", .treeUnknownCause,
      [
        "ankle.yaml:67:14 error `causes` refers to `spran`, but there is no such cause. — Did you mean `sprain`?"
      ]
    ) { clinic in
      try clinic.swapTree("[sprain, instability]", "[spran, instability]")
    },
    Mutation(
      "stretch misspelt", .treeUnknownStretch,
      [
        "ankle.yaml:68:17 error `stretches` refers to `balence`, but there is no such stretch. — Did you mean `balance`?"
      ]
    ) { clinic in
      try clinic.swapTree("[balance]", "[balence]")
    },
    Mutation(
      "advice misspelt", .treeUnknownAdvice,
      [
        "ankle.yaml:61:34 error `advice` refers to `advice/chlid.md`, but there is no such file. — Did you mean `advice/child.md`?"
      ]
    ) { clinic in
      try clinic.swapTree("advice: advice/child.md", "advice: advice/chlid.md")
    },
    Mutation(
      "help misspelt", .treeUnknownAdvice,
      [
        "ankle.yaml:14:11 error `help` refers to `advice/emergencies.md`, but there is no such file. — Did you mean `advice/emergency.md`?"
      ]
    ) { clinic in
      try clinic.swapTree("help: advice/emergency.md", "help: advice/emergencies.md")
    },
    Mutation(
      "an advice text that is empty", .treeUnknownAdvice,
      [
        "advice/child.md:1:1 error This file has no text, though `ankle` shows it. — Write the text, or put it back from your history."
      ]
    ) { clinic in
      clinic.index.advice["advice/child.md"]?.html = []
    },
    Mutation(
      "source of a vignette misspelt", .treeUnknownSource,
      [
        "ankle.vignettes.yaml:1:24 error `source` refers to `smith2021`, but there is no such reference. — Did you mean `smith2020`?"
      ]
    ) { clinic in
      try clinic.swapVignettes("id: broken, source: smith2020", "id: broken, source: smith2021")
    },
    Mutation(
      "within misspelt", .treeUnknownWithin,
      [
        "ankle.yaml:45:14 error `within` refers to `where.bock`, but there is no such answer. — Did you mean `where.back`?"
      ]
    ) { clinic in
      try clinic.swapTree("within: [where.back]", "within: [where.bock]")
    },
    Mutation(
      "picture misspelt", .treeUnknownPicture,
      [
        "ankle.yaml:37:14 error `picture` refers to `foot-mop`, but there is no such drawing. — Did you mean `foot-map`?"
      ]
    ) { clinic in
      try clinic.swapTree("picture: foot-map", "picture: foot-mop")
    },
    Mutation(
      "a region without an answer", .treeUnknownPicture,
      [
        "ankle.yaml:37:14 error The drawing `foot-map` has a region `toes`, but the question has no such answer."
      ]
    ) { clinic in
      clinic.index.pictures = ["foot-map": ["outside", "back", "toes"]]
    },
    Mutation(
      "a site that does not say what its causes are", .treeNoKind,
      [
        "ankle.yaml:67:14 error `causes` refers to `sprain`, but `site.yaml` does not say which kind of article this is. — Add `checker: {causes: KIND}` to `site.yaml`."
      ]
    ) { clinic in
      (clinic.causeKind, clinic.index.causes) = (nil, NamedArticles())
    },
    Mutation(
      "a site that does not say what its stretches are", .treeNoKind,
      [
        "ankle.yaml:68:17 error `stretches` refers to `balance`, but `site.yaml` does not say which kind of article this is. — Add `checker: {stretches: KIND}` to `site.yaml`."
      ]
    ) { clinic in
      (clinic.stretchKind, clinic.index.stretches) = (nil, NamedArticles())
    },
    Mutation(
      "a cause that is not published", .treeUnpublished,
      [
        "ankle.yaml:67:14 error `causes` refers to `sprain`, which is a draft. — Remove it until that article is published."
      ]
    ) { clinic in
      clinic.index.causes["sprain"]?.state = .draft
    },
    Mutation(
      "a stretch that is not published", .treeUnpublished,
      [
        "ankle.yaml:70:64 error `stretches` refers to `heel-drops`, which is a draft. — Remove it until that article is published."
      ]
    ) { clinic in
      clinic.index.stretches["heel-drops"]?.state = .draft
    },
  ]
}
