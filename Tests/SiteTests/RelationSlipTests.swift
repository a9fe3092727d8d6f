import FixtureSite
import Testing

/// Relations, their notes and stages, and other lists of a front matter.
@Suite struct RelationSlipTests {
  private static let condition = "Content/conditions/kneecap-pain.md"
  private static let legRaise = "Content/exercises/straight-leg-raise.md"
  private static let stepDown = "Content/exercises/step-down.md"
  private static let tendon = "Content/conditions/patellar-tendon-pain.md"
  private static let wallSit = "Content/exercises/wall-sit.md"

  private static let slips: [EditedExample] = [
    EditedExample(
      .knee,
      [
        .init(
          condition, "treated-by: [straight-leg-raise, wall-sit]\nstep: [1, 1]",
          "treated-by: [straight-leg-raise, {id: \"exercise:wall-sit\", note: From week 3}]\nstep: [1, 2]")
      ],
      [
        "Content/symptom-checker/knee-pain.yaml:69:37: error tree-stretch-stage: The cause `kneecap-pain` has the stretch `wall-sit` in stage 2, but `front` can only recommend what comes first. » Use one that comes first: `straight-leg-raise`."
      ]),
    EditedExample(
      .knee, [.init(condition, "step: [1, 1]", "step: [1, 1.5]")],
      [
        "Content/conditions/kneecap-pain.md:20:11: error stage-count: `step` has `1.5`, and a stage has to be a whole number. » Write 1 for what comes first, 0 for what fits any time."
      ]),
    EditedExample(
      .knee, [.init(condition, "step: [1, 1]", "step: [1; 1]")],
      [
        "Content/conditions/kneecap-pain.md:20:8: error wrong-type: `step` must be a number, not `1; 1`. » Separate them with commas: `step: [1, 1]`."
      ]),
    EditedExample(
      .knee, [.init(condition, "step: [1, 1]", "step: 1 1")],
      [
        "Content/conditions/kneecap-pain.md:20:7: error wrong-type: `step` must be a number, not `1 1`. » Write `step: [1, 1]`."
      ]),
    EditedExample(
      .knee, [.init(condition, "step: [1, 1]", "step: [1 one]")],
      ["Content/conditions/kneecap-pain.md:20:8: error wrong-type: `step` must be a number, not `1 one`."]),
    EditedExample(
      .knee,
      [
        .init(
          tendon, "note: Start with short holds", #"note: "*Short* holds, see [this](https://a.example/x)""#)
      ],
      [
        "Content/conditions/patellar-tendon-pain.md:9:35: warning doubtful-value: `note` is shown as plain text, so readers would see these `*`. » Delete them. Only the text of an article can have bold and italic words.",
        "Content/conditions/patellar-tendon-pain.md:9:35: warning doubtful-value: `note` is shown as plain text, so readers would see this link as it is typed. » Write only its words, and put the link in the text of an article.",
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "treated-by: [straight-leg-raise, wall-sit]",
          "treated-by:\n  - id: straight-leg-raise\n    note: on a bed\n  - id: wall-sit\n  note: from week 3"
        )
      ],
      [
        "Content/conditions/kneecap-pain.md:23:3: error yaml-syntax: This line begins further left than the lines it belongs to. » Add 2 spaces in front of `note:`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "treated-by: [straight-leg-raise, wall-sit]",
          "treated-by:\n- id: straight-leg-raise\nnote: on a bed\n- wall-sit")
      ],
      [
        "Content/conditions/kneecap-pain.md:21:1: error yaml-syntax: This line begins further left than the lines it belongs to. » Add 2 spaces in front of `note:`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "  - {date: 2026-11-20, text: \"The wall sit is among the exercises.\"}\n",
          "  - date: 2026-11-20\n  text: The wall sit is among the exercises.\n")
      ],
      [
        "Content/conditions/kneecap-pain.md:9:3: error yaml-syntax: This line begins further left than the lines it belongs to. » Add 2 spaces in front of `text:`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          tendon, "treated-by: [{id: wall-sit, note: Start with short holds}]",
          "treated-by: [{id: wall-sit note: Start with short holds}]")
      ],
      [
        "Content/conditions/patellar-tendon-pain.md:9:28: error yaml-syntax: There is no `,` before `note`. » Write `id: wall-sit, note: Start with short holds`."
      ]),
    EditedExample(
      .knee, [.init(stepDown, "amount: {sets: 2-3, reps", "amount: {sets: 2-3 reps")],
      [
        "Content/exercises/step-down.md:6:20: error yaml-syntax: There is no `,` before `reps`. » Write `sets: 2-3, reps: 6-10`."
      ]),
    EditedExample(
      .knee, [.init(wallSit, "hold: 10-30 s, rest", "hold: 10-30 s rest")],
      [
        "Content/exercises/wall-sit.md:6:35: error yaml-syntax: There is no `,` before `rest`. » Write `hold: 10-30 s, rest: 1 min`."
      ]),
    EditedExample(
      .knee, [.init(condition, "take-care-with: [step-down]", "take-care-with: step-down]")],
      [
        "Content/conditions/kneecap-pain.md:21:17: error wrong-type: `take-care-with` must be a list of ids, such as `[some-id]`, not a single value. » Write `take-care-with: [step-down]`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "red-flags: [rf-fever-knee, rf-swollen-injury]",
          "red-flags: rf-fever-knee, rf-swollen-injury]")
      ],
      [
        "Content/conditions/kneecap-pain.md:17:12: error wrong-type: `red-flags` must be a list of red-flag ids, such as `[rf-some-flag]`, not a single value. » Write `red-flags: [rf-fever-knee, rf-swollen-injury]`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "red-flags: [rf-fever-knee, rf-swollen-injury]",
          "red-flags: [rf-fever-knee, {id: rf-swollen-injury}]")
      ],
      [
        "Content/conditions/kneecap-pain.md:17:28: error wrong-type: `red-flags` must be a list of red-flag ids, such as `[rf-some-flag]`, not a mapping. » Write its id alone: `rf-swollen-injury`."
      ]),
    EditedExample(
      .knee, [.init(legRaise, "before:\n", "before:\n  -\n")],
      [
        "Content/exercises/straight-leg-raise.md:14:4: error empty-value: `before` is empty. » Write something here, or delete this entry."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "also-known-as: [patellofemoral pain]", "also-known-as:\n  - patellofemoral pain\n  -")
      ],
      [
        "Content/conditions/kneecap-pain.md:6:4: error empty-value: `also-known-as` is empty. » Write something here, or delete this entry."
      ]),
    EditedExample(
      .knee,
      [
        .init(condition, "mistaken-for: [patellar-tendon-pain]", #"mistaken-for: [patellar-tendon-pain, ""]"#)
      ],
      [
        "Content/conditions/kneecap-pain.md:23:38: error empty-value: `mistaken-for` is empty. » Write something here, or delete this entry."
      ]),
  ]

  /// What may be meant.
  private static let ordinary: [EditedExample] = [
    EditedExample(
      .knee,
      [
        .init(
          condition, "treated-by: [straight-leg-raise, wall-sit]",
          "treated-by: [exercise:straight-leg-raise, exercise:wall-sit]")
      ],
      [])
  ]

  @Test(arguments: slips + ordinary) func isToldOnce(_ slip: EditedExample) async throws {
    try await slip.check()
  }
}
