import YAML

@testable import SymptomTree

extension Mutation {
  static let part5: [Mutation] = [
    Mutation(
      "a cause without a citation", .treeCauseEvidence,
      [
        "ankle.yaml:70:37 error The page of the cause `tendinopathy` has no citations. — Cite its evidence on that page, or remove the cause here.",
        "ankle.yaml:71:37 error The page of the cause `tendinopathy` has no citations. — Cite its evidence on that page, or remove the cause here.",
      ]
    ) { clinic in
      clinic.index.causes["tendinopathy"]?.hasCitation = false
    },
    Mutation(
      "HTML in a label", .treeWording,
      [
        "ankle.yaml:41:21 error The label of `where.back` contains `<` or `>`, but labels must be plain text without HTML."
      ]
    ) { clinic in
      try clinic.swapTree("label: The back,", "label: The <b>back</b>,")
    },
    Mutation(
      "a percentage", .treeWording,
      [
        "ankle.yaml:41:21 error The label of `where.back` contains a percentage, but the checker does not know how likely anything is."
      ]
    ) { clinic in
      try clinic.swapTree("label: The back,", "label: The back (80%),")
    },
    Mutation(
      "a diagnosis", .treeWording,
      [
        "ankle.yaml:47:10 error `ask` of `tendon-check` mentions a diagnosis, but the checker guides and does not diagnose."
      ]
    ) { clinic in
      try clinic.swapTree("ask: Did this happen?", "ask: Was this diagnosed?")
    },
    Mutation(
      "you have in a heading", .treeWording,
      [
        "care-levels.yaml:4:29 error The heading of `routine` says \"you have\", but an outcome guides and does not diagnose."
      ]
    ) { clinic in
      try clinic.swapCareLevels("heading: Book a visit", "heading: You have a sprain")
    },
    Mutation(
      "a label that is too long", .treeWording,
      [
        "ankle.yaml:41:21 error The label of `where.back` is longer than 200 characters."
      ]
    ) { clinic in
      try clinic.swapTree(
        "label: The back,",
        "label: The very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very back,"
      )
    },
    Mutation(
      "a direction override", .badCharacter,
      [
        "ankle.yaml:41:26 error There is an invisible character here that is not text: U+202E. — Delete it, or type the words around it again."
      ]
    ) { clinic in
      try clinic.swapTree("label: The back,", "label: \"The \\u202e back\",")
    },
    Mutation(
      "the address of a cause", .treeWording,
      [
        "ankle.yaml:67:14 error The checker cannot link to the address of `sprain`: `//elsewhere.example/`."
      ]
    ) { clinic in
      clinic.index.causes["sprain"]?.url = "//elsewhere.example/"
    },
    Mutation(
      "two answers that say the same", .treeLabelRepeated,
      [
        "ankle.yaml:57:21 error `how-long.long` has the same text as `how-long.short`."
      ]
    ) { clinic in
      try clinic.swapTree("long: {label: Two weeks or more", "long: {label: less than two weeks")
    },
    Mutation(
      "a reviewer who is the author", .reviewInvalid,
      [
        "ankle.yaml:8:53 error `Al Bo` is both the author and the reviewer. — Someone else must review the article."
      ]
    ) { clinic in
      try clinic.swapTree(
        "{status: pending}",
        "{status: approved, author: Al Bo, reviewer: Al Bo, reviewed: 2026-01-01, due: 2026-12-01}")
    },
    Mutation(
      "a review in the future", .reviewInvalid,
      [
        "ankle.yaml:8:55 error `reviewed` (2026-03-02) is in the future."
      ]
    ) { clinic in
      try clinic.swapTree(
        "{status: pending}", "{status: approved, reviewer: Al Bo, reviewed: 2026-03-02, due: 2026-12-01}")
    },
    Mutation(
      "a review that is due before it was done", .reviewInvalid,
      [
        "ankle.yaml:8:72 error `due` (2026-02-01) is not after `reviewed` (2026-02-01). — Write a later date, such as `2027-02-01`, or delete `due`."
      ]
    ) { clinic in
      try clinic.swapTree(
        "{status: pending}", "{status: approved, reviewer: Al Bo, reviewed: 2026-02-01, due: 2026-02-01}")
    },
    Mutation(
      "a review due in two years", .reviewInvalid,
      [
        "ankle.yaml:8:72 error `due` (2028-02-01) is more than 12 months after `reviewed` (2026-02-01). — The latest date allowed is 2027-02-01."
      ]
    ) { clinic in
      try clinic.swapTree(
        "{status: pending}", "{status: approved, reviewer: Al Bo, reviewed: 2026-02-01, due: 2028-02-01}")
    },
    Mutation(
      "an approval without a date", .reviewInvalid,
      [
        "ankle.yaml:8:18 error `status` is `approved`, but `reviewed` is missing. — Add the day of the approval, as in `reviewed: 2026-03-01`. Until then, write `status: pending`."
      ]
    ) { clinic in
      try clinic.swapTree("{status: pending}", "{status: approved, reviewer: Al Bo, due: 2026-12-01}")
    },
    Mutation(
      "a review that is overdue", .reviewOverdue,
      [
        "ankle.yaml:8:72 warning The next review was due on 2026-02-01. — Have it reviewed again, then update `reviewed` and `due`."
      ]
    ) { clinic in
      try clinic.swapTree(
        "{status: pending}", "{status: approved, reviewer: Al Bo, reviewed: 2025-02-01, due: 2026-02-01}")
    },
    Mutation(
      "a review that is due soon", .reviewDueSoon,
      [
        "ankle.yaml:8:72 warning The next review is due on 2026-04-01. — Have it reviewed again, then update `reviewed` and `due`."
      ]
    ) { clinic in
      try clinic.swapTree(
        "{status: pending}", "{status: approved, reviewer: Al Bo, reviewed: 2025-06-01, due: 2026-04-01}")
    },
    Mutation(
      "it changed after its review", .reviewOutdated,
      [
        "ankle.yaml:8:10 warning This changed on 2026-02-01, after its clinical review on 2026-01-01, so its page no longer says it was reviewed. — When a clinician has approved the change, set `reviewed` to that day. Until then, set `status: pending`."
      ]
    ) { clinic in
      try clinic.swapTree(
        "review: {status: pending}",
        "updated: 2026-02-01\nreview: {status: approved, reviewer: Al Bo, reviewed: 2026-01-01, due: 2026-12-01}"
      )
    },
    Mutation(
      "nobody has reviewed it", .reviewPending,
      [
        "ankle.yaml:8:9 error No one has reviewed this yet: `status` is `pending`. — Have it reviewed, then set `status: approved`, `reviewer` and `reviewed`."
      ]
    ) { clinic in
      clinic.policy.unreviewed = .error
    },
    Mutation(
      "another outcome", .treeVignetteOutcome,
      [
        "ankle.vignettes.yaml:33:12 error `old-pain` should end in `tendon`, but ends in `see-someone`, by emergency.none > age.adult > same-day.none > where.back > tendon-check.none > how-long.long."
      ]
    ) { clinic in
      try clinic.swapTree(
        "long: {label: Two weeks or more, next: tendon}",
        "long: {label: Two weeks or more, next: see-someone}")
    },
  ]
}
