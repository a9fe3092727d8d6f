import YAML

@testable import SymptomTree

extension Mutation {
  /// What makes an emergency look as if it could wait, or gives readers a choice.
  static let calm: [Mutation] = [
    Mutation(
      "a green emergency", .careLevelUrgency,
      [
        "care-levels.yaml:1:99 error The card of `emergency` is green, which tells readers that they can wait. — Write `card: red`."
      ]
    ) { clinic in
      try clinic.swapCareLevels("card: red", "card: green")
    },
    Mutation(
      "a blue card for what is urgent", .careLevelUrgency,
      [
        "care-levels.yaml:2:78 error The card of `urgent` is blue, which tells readers that they can wait. — Write `card: orange`."
      ]
    ) { clinic in
      try clinic.swapCareLevels("card: orange", "card: blue")
    },
    Mutation(
      "an emergency within days", .careLevelUrgency,
      [
        "care-levels.yaml:1:74 error The time frame of `emergency` speaks of days, which tells readers that they can wait. — Write `time-frame: Now`."
      ]
    ) { clinic in
      try clinic.swapCareLevels("time-frame: Now", "time-frame: Within days")
    },
    Mutation(
      "what is urgent within a week", .careLevelUrgency,
      [
        "care-levels.yaml:2:55 error The time frame of `urgent` speaks of week, which tells readers that they can wait. — Write `time-frame: Today`."
      ]
    ) { clinic in
      try clinic.swapCareLevels("time-frame: Within 24 hours", "time-frame: Within a week")
    },
    Mutation(
      "a number with spaces", .treeFormat,
      [
        "care-levels.yaml:1:86 warning `phone` of `emergency` has spaces, which have no place in the link that dials it. — Write `+1-555-0100`."
      ]
    ) { clinic in
      try clinic.swapCareLevels("phone: \"555\"", "phone: \"+1 555 0100\"")
    },
    Mutation(
      "another number in an emergency's text", .treeOwnSentence,
      [
        "advice/emergency.md:1:1 error This is the text of `go-now`, which is an emergency, but it has the phone number `112` beside the one in the care levels. — Remove the number: no one should have to choose in an emergency."
      ]
    ) { clinic in
      clinic.index.advice["advice/emergency.md"]?.words = Array("Call 112 or 555.".utf8)
    },
    Mutation(
      "a link to another site in an emergency's text", .treeEmergencyLinks,
      [
        "ankle.yaml:60:38 error `go-now` is an emergency, but its text `advice/emergency.md` links to other sites. — Remove the links: no one should keep reading in an emergency."
      ]
    ) { clinic in
      clinic.index.advice["advice/emergency.md"]?.linksElsewhere = true
    },
    Mutation(
      "a case that promises nothing", .treeUnderTriage,
      [
        "ankle.vignettes.yaml:2:94 warning `blue-foot` ends in `go-now`, which is `emergency`, but would still pass if it became self-care. — Write the least urgent level that would still be safe, such as `at-least: emergency`."
      ]
    ) { clinic in
      try clinic.swapVignettes(
        "answers: {emergency: [blue]}, outcome: go-now, at-least: emergency",
        "answers: {emergency: [blue]}, outcome: go-now, at-least: self-care")
    },
    Mutation(
      "a question that is asked twice", .treeLabelRepeated,
      [
        "ankle.yaml:47:10 warning `tendon-check` asks the same as `same-day` on one path, so readers may think that they went back. — Say in each of the two questions what it is about."
      ]
    ) { clinic in
      try clinic.swapTree("ask: Did this happen?", "ask: Does any of this fit?")
    },
  ]
}
