import FixtureSite
import Testing

/// Doses, and times that people are told to wait.
@Suite struct DoseSlipTests {
  private static let condition = "Content/conditions/kneecap-pain.md"
  private static let legRaise = "Content/exercises/straight-leg-raise.md"
  private static let stepDown = "Content/exercises/step-down.md"
  private static let wallSit = "Content/exercises/wall-sit.md"

  private static let slips: [EditedExample] = [
    EditedExample(
      .knee, [.init(stepDown, "reps: 6-10", "reps: 4x12")],
      [
        "Content/exercises/step-down.md:6:27: error wrong-type: `reps` must be a number or a range, such as `2-3`, not `4x12`. » Write two keys: `sets: 4` and `reps: 12`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "sets: 2-3", "sets: 3 × 20-30 s")],
      [
        "Content/exercises/step-down.md:6:16: error wrong-type: `sets` must be a number or a range, such as `2-3`, not `3 × 20-30 s`. » Write two keys: `sets: 3` and `hold: 20-30 s`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "reps: 6-10", "reps: 3 sets of 8")],
      [
        "Content/exercises/step-down.md:6:27: error wrong-type: `reps` must be a number or a range, such as `2-3`, not `3 sets of 8`. » Write two keys: `sets: 3` and `reps: 8`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "reps: 6-10", "reps: 12 per leg")],
      [
        "Content/exercises/step-down.md:6:27: error wrong-type: `reps` must be a number or a range, such as `2-3`, not `12 per leg`. » Write `12`, and say `per leg` in the text of the article."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "reps: 6-10", "reps: 8/side")],
      [
        "Content/exercises/step-down.md:6:27: error wrong-type: `reps` must be a number or a range, such as `2-3`, not `8/side`. » Write `8`, and say `per side` in the text of the article."
      ]),
    EditedExample(
      .knee, [.init(legRaise, "rest: 60 s", "rest: 60 s on each side")],
      [
        "Content/exercises/straight-leg-raise.md:7:39: error wrong-type: `rest` must be a time in `s` or `min`, such as `20-30 s`, not `60 s on each side`. » Write `60 s`, and say `on each side` in the text of the article."
      ]),
    EditedExample(
      .knee, [.init(legRaise, "rest: 60 s", "rest: 1:00")],
      [
        "Content/exercises/straight-leg-raise.md:7:39: error wrong-type: `rest` must be a time in `s` or `min`, such as `20-30 s`, not `1:00`. » Write `1 min`."
      ]),
    EditedExample(
      .knee, [.init(legRaise, "rest: 60 s", "rest: 0:45-1:15")],
      [
        "Content/exercises/straight-leg-raise.md:7:39: error wrong-type: `rest` must be a time in `s` or `min`, such as `20-30 s`, not `0:45-1:15`. » Write `45-75 s`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "sets: 2-3", "sets: 2-2")],
      [
        "Content/exercises/step-down.md:6:16: error wrong-type: `sets` must be a number or a range, such as `2-3`, not `2-2`. » Write `2`."
      ]),
    EditedExample(
      .knee, [.init(legRaise, "rest: 60 s", "rest: 30-30 s")],
      [
        "Content/exercises/straight-leg-raise.md:7:39: error wrong-type: `rest` must be a time in `s` or `min`, such as `20-30 s`, not `30-30 s`. » Write `30 s`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "days: 2-3", "days: weekdays")],
      [
        "Content/exercises/step-down.md:6:76: error wrong-type: `days` must be a number or a range, such as `2-3`, not `weekdays`. » Write `5`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "days: 2-3", "days: every day")],
      [
        "Content/exercises/step-down.md:6:76: error wrong-type: `days` must be a number or a range, such as `2-3`, not `every day`. » Write `7`."
      ]),
    EditedExample(
      .knee, [.init(condition, "weeks: 6-12", "weeks: up to 12 weeks")],
      [
        "Content/conditions/kneecap-pain.md:14:8: error wrong-type: `weeks` must be a number or a range, such as `2-3`, not `up to 12 weeks`. » Write `1-12`."
      ]),
    EditedExample(
      .knee, [.init(condition, "weeks: 6-12", "weeks: at least 6")],
      [
        "Content/conditions/kneecap-pain.md:14:8: error wrong-type: `weeks` must be a number or a range, such as `2-3`, not `at least 6`. » Write how many at most, too: a range such as `6-12`."
      ]),
    EditedExample(
      .knee, [.init(condition, "weeks: 6-12", "weeks: 8 or more")],
      [
        "Content/conditions/kneecap-pain.md:14:8: error wrong-type: `weeks` must be a number or a range, such as `2-3`, not `8 or more`. » Write how many at most, too: a range such as `8-16`."
      ]),
    EditedExample(
      .knee, [.init(legRaise, "rest: 60 s", #"rest: "<90 s""#)],
      [
        #"Content/exercises/straight-leg-raise.md:7:39: error wrong-type: `rest` must be a time in `s` or `min`, such as `20-30 s`, not the text "<90 s". » Write `1-90 s`."#
      ]),
    EditedExample(
      .knee, [.init(condition, "weeks: 6-12", "weeks: 1218")],
      [
        "Content/conditions/kneecap-pain.md:14:8: warning doubtful-value: `weeks` is 1218, which is longer than anybody is told to wait. » Check the number: at most 104 are likely. If a hyphen is missing, write `12-18`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "days: 2-3", "days: 23")],
      [
        "Content/exercises/step-down.md:6:76: warning doubtful-value: `days` is 23, but a week has only 7. » Write on how many days of a week to do it. If a hyphen is missing, write `2-3`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "reps: 6-10", "reps: 812")],
      [
        "Content/exercises/step-down.md:6:27: warning doubtful-value: `reps` is 812, which is more than anybody is told to do. » Check the number: at most 200 are likely. If a hyphen is missing, write `8-12`."
      ]),
    EditedExample(
      .knee, [.init(wallSit, "hold: 10-30 s", "hold: 45 min")],
      [
        "Content/exercises/wall-sit.md:6:27: warning doubtful-value: `hold` is 45 min, which is longer than anybody is told to hold. » Check the number and the unit: `s` or `min`. At most 5 min are likely."
      ]),
    EditedExample(
      .knee, [.init(wallSit, "hold: 10-30 s", "hold: 1-8 min")],
      [
        "Content/exercises/wall-sit.md:6:27: warning doubtful-value: `hold` is 1–8 min, which is longer than anybody is told to hold. » Check the number and the unit: `s` or `min`. At most 5 min are likely."
      ]),
    EditedExample(
      .knee, [.init(legRaise, "rest: 60 s", "rest: 60 min")],
      [
        "Content/exercises/straight-leg-raise.md:7:39: warning doubtful-value: `rest` is 60 min, which is longer than anybody is told to rest. » Check the number and the unit: `s` or `min`. At most 30 min are likely."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          stepDown, "amount: {sets: 2-3, reps: 6-10, frequency: Two or three days a week, days: 2-3}",
          "amount: {}")
      ],
      [
        "Content/exercises/step-down.md:6:9: error empty-value: `amount` is empty. » Write what it says in the braces, such as `{sets: …}`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "frequency: Two or three days a week, days: 2-3", "frequency: Daily, days: 3")],
      [
        "Content/exercises/step-down.md:6:57: warning doubtful-value: `days` is 3, but `frequency` says `Daily`. » Write the same number of days in both, or delete one of the two."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "frequency: Two or three days a week", "frequency: 5-6 days a week")],
      [
        "Content/exercises/step-down.md:6:67: warning doubtful-value: `days` is 2-3, but `frequency` says `5-6 days a week`. » Write the same number of days in both, or delete one of the two."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          stepDown, "frequency: Two or three days a week",
          "frequency: Mondays, Wednesdays, Fridays and Sundays")
      ],
      [
        #"Content/exercises/step-down.md:6:44: error wrong-type: `frequency` ends at the comma: in braces, a comma starts another key. » Put the whole text in quotes: `frequency: "Mondays, Wednesdays, Fridays and Sundays"`."#
      ]),
    EditedExample(
      .knee,
      [
        .init(
          stepDown, "amount: {sets: 2-3, reps: 6-10, frequency: Two or three days a week, days: 2-3}",
          "amount:\nsets: 2-3\nreps: 6-10")
      ],
      [
        "Content/exercises/step-down.md:7:1: error unknown-key: `sets` begins too far left, so it does not belong to `amount`. » Write two spaces in front of it and of each line below that belongs to `amount`."
      ]),
    EditedExample(
      .knee, [.init(legRaise, "place: floor", "place: [floor, chair]")],
      [
        "Content/exercises/straight-leg-raise.md:9:8: error wrong-type: `place` must be one of `floor`, `chair`, `wall`, not a list. » Only one value can stand here. Write `place: floor`, for example."
      ]),
  ]

  /// What may be meant.
  private static let ordinary: [EditedExample] = [
    EditedExample(
      .knee, [.init(wallSit, "hold: 10-30 s", "hold: 5 min")],
      []),
    EditedExample(
      .knee, [.init(legRaise, "rest: 60 s", "rest: 2-3 min")],
      []),
    EditedExample(
      .knee, [.init(condition, "weeks: 6-12", "weeks: 52-104")],
      []),
    EditedExample(
      .knee,
      [
        .init(
          stepDown, "frequency: Two or three days a week, days: 2-3",
          #"frequency: "Every day at first, then twice a week", days: 3"#)
      ],
      []),
    EditedExample(
      .knee,
      [.init(stepDown, "frequency: Two or three days a week, days: 2-3", "frequency: Every day, days: 5-7")],
      []),
    EditedExample(
      .knee,
      [
        .init(
          stepDown, "frequency: Two or three days a week, days: 2-3",
          "frequency: Two to four times a week, days: 3")
      ],
      []),
  ]

  @Test(arguments: slips + ordinary) func isToldOnce(_ slip: EditedExample) async throws {
    try await slip.check()
  }
}
