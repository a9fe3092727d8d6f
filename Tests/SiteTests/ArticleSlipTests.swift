import FixtureSite
import Testing

/// Names, dates, reviews and changes of articles.
@Suite struct ArticleSlipTests {
  private static let condition = "Content/conditions/kneecap-pain.md"
  private static let legRaise = "Content/exercises/straight-leg-raise.md"
  private static let tendon = "Content/conditions/patellar-tendon-pain.md"

  private static let slips: [EditedExample] = [
    EditedExample(
      .knee, [.init(condition, "title: Kneecap pain", "title: &Knee pain")],
      [
        #"Content/conditions/kneecap-pain.md:2:8: error yaml-syntax: `&Knee` is read as a name for what follows, so it is missing from the text. » Put the whole text in quotes: `"&Knee pain"`."#
      ]),
    EditedExample(
      .knee,
      [
        .init(
          tendon, "summary: Soreness just below the kneecap, often after jumping or a lot of stairs.",
          "summary: patellar tendon pain.")
      ],
      [
        "Content/conditions/patellar-tendon-pain.md:3:10: warning doubtful-value: `summary` only repeats the title, so lists say nothing more about this article. » Say in one sentence what the article is about."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          tendon, "summary: Soreness just below the kneecap, often after jumping or a lot of stairs.",
          "summary: Short summary")
      ],
      [
        "Content/conditions/patellar-tendon-pain.md:3:10: warning unfinished-text: `summary` is still to be written: readers would see `Short summary`. » Write it, or set `draft: true`."
      ]),
    EditedExample(
      .knee, [.init(tendon, "title: Patellar tendon pain", "title: Untitled")],
      [
        "Content/conditions/patellar-tendon-pain.md:2:8: warning unfinished-text: `title` is still to be written: readers would see `Untitled`. » Write it, or set `draft: true`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          legRaise, "also-known-as: [straight leg lift]",
          #"also-known-as: [straight leg lift "leg raise" "SLR"]"#)
      ],
      [
        #"Content/exercises/straight-leg-raise.md:4:17: warning doubtful-value: This is read as one name, `straight leg lift "leg raise" "SLR"`, which nobody writes. » Separate the names with commas, outside any quotes: `[straight leg lift, leg raise, SLR]`."#
      ]),
    EditedExample(
      .knee, [.init(condition, "order: 1", "status: private\norder: 1")],
      [
        "Content/conditions/kneecap-pain.md:5:1: error unknown-key: There is no key `status` here. » To keep the article from visitors, write `draft: true`. The state of its clinical review goes into `review`, as in `review: {status: pending}`."
      ]),
    EditedExample(
      .knee, [.init(condition, "order: 1", "visibility: hidden\norder: 1")],
      [
        "Content/conditions/kneecap-pain.md:5:1: error unknown-key: There is no key `visibility` here. » To keep the article from visitors, write `draft: true`."
      ]),
    EditedExample(
      .knee,
      [.init("Content/places/springfield.md", "phone: +1 555 0100", "status: draft\nphone: +1 555 0100")],
      [
        "Content/places/springfield.md:4:1: error unknown-key: There is no key `status` here. » To keep the article from visitors, write `draft: true`."
      ]),
    EditedExample(
      .knee, [.init(condition, "order: 1", "note: from week 3\norder: 1")],
      [
        "Content/conditions/kneecap-pain.md:5:1: error unknown-key: There is no key `note` here. » A note stands with the id that it is about, in the same braces: `{id: some-id, note: from week 3}`."
      ]),
    EditedExample(
      .knee, [.init(condition, "updated: 2026-11-20", "updated: 2026-11-20 09:30")],
      [
        "Content/conditions/kneecap-pain.md:6:10: error wrong-type: `updated` must be a date, such as `2026-02-28`, not `2026-11-20 09:30`. » Write `2026-11-20`."
      ]),
    EditedExample(
      .knee, [.init(condition, "order: 1", "auto-link: off\norder: 1")],
      [
        "Content/conditions/kneecap-pain.md:5:12: error wrong-type: `auto-link` must be `true`, `false`, `always`, or a list of terms that must not become links, not `off`. » Write `false`."
      ]),
    EditedExample(
      .knee, [.init(condition, "order: 1", "publish-on: 2026-11-10\nexpires-on: 2026-11-10\norder: 1")],
      [
        "Content/conditions/kneecap-pain.md:6:13: error dates-out-of-order: `expires-on` (2026-11-10) is not after `publish-on` (2026-11-10), so the article would never be published. » Write a later date after `expires-on:`, such as `2027-11-10`, or delete that line."
      ]),
    EditedExample(
      .knee, [.init(condition, "review: {status: pending}", "review:\nstatus: pending\nauthor: Ann Example")],
      [
        "Content/conditions/kneecap-pain.md:17:1: error unknown-key: `status` begins too far left, so it does not belong to `review`. » Write two spaces in front of it and of each line below that belongs to `review`."
      ]),
    EditedExample(
      .knee, [.init(condition, "order: 1", "writing:\nlong-sentence: false\norder: 1")],
      [
        "Content/conditions/kneecap-pain.md:6:1: error unknown-key: `long-sentence` begins too far left, so it does not belong to `writing`. » Write two spaces in front of it and of each line below that belongs to `writing`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "review: {status: pending}",
          "review: {status: approved, reviewer: The physio team, reviewed: 2026-11-21}")
      ],
      [
        "Content/conditions/kneecap-pain.md:16:38: error review-invalid: `The physio team` is not the name of a person. » Write who approved the text, or set `status: pending`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "review: {status: pending}",
          #"review: {status: approved, reviewer: "Dr. MK", reviewed: 2026-11-21}"#)
      ],
      [
        "Content/conditions/kneecap-pain.md:16:38: error review-invalid: `Dr. MK` is not the name of a person. » Write who approved the text, or set `status: pending`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "review: {status: pending}",
          "review: {status: approved, reviewer: https://clinic.example/ann, reviewed: 2026-11-21}")
      ],
      [
        "Content/conditions/kneecap-pain.md:16:38: error review-invalid: `https://clinic.example/ann` is not the name of a person. » Write who approved the text, or set `status: pending`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "review: {status: pending}",
          "review: {status: approved, reviewer: Senior therapists, reviewed: 2026-11-21}")
      ],
      [
        "Content/conditions/kneecap-pain.md:16:38: error review-invalid: `Senior therapists` is not the name of a person. » Write who approved the text, or set `status: pending`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "review: {status: pending}",
          "review: {status: pending, reviewer: Ann Example, reviewed: 2026-11-22}")
      ],
      [
        "Content/conditions/kneecap-pain.md:16:18: warning review-invalid: `reviewer` and `reviewed` say that this was reviewed, but its status is still `pending`. » If Ann Example approved it, write `status: approved`. If not, delete `reviewed`."
      ]),
    EditedExample(
      .knee,
      [
        .init(condition, "review: {status: pending}", "review: {reviewer: Ann Example, reviewed: 2026-11-22}")
      ],
      [
        "Content/conditions/kneecap-pain.md:16:43: warning review-invalid: `reviewer` and `reviewed` say that this was reviewed, but its status is still `pending`. » If Ann Example approved it, write `status: approved`. If not, delete `reviewed`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          "Content/symptom-checker/knee-pain.yaml", "review: {status: pending}",
          "review: {status: pending, reviewer: Ann Example, reviewed: 2026-11-22}")
      ],
      [
        "Content/symptom-checker/knee-pain.yaml:9:18: warning review-invalid: `reviewer` and `reviewed` say that this was reviewed, but its status is still `pending`. » If Ann Example approved it, write `status: approved`. If not, delete `reviewed`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, "review: {status: pending}",
          "review: {status: approved, reviewer: Ann Example, reviewed: 2026-11-21, due: 2025-11-21}")
      ],
      [
        "Content/conditions/kneecap-pain.md:16:78: error review-invalid: `due` (2025-11-21) is not after `reviewed` (2026-11-21). » Write a later date, such as `2027-11-21`, or delete `due`."
      ]),
    EditedExample(
      .knee, [.init(condition, "  - {date: 2026-10-02,", "  - {date: 2026-11-27,")],
      [
        "Content/conditions/kneecap-pain.md:9:12: warning doubtful-value: This change is dated 2026-11-27, after `updated`, which is 2026-11-20. » Write `updated: 2026-11-27`, or correct the date of the change."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, #"  - {date: 2026-10-02, text: "What to do about stairs is said more plainly."}"#,
          "  - {date: 2026-11-20, text: The wall sit is among the exercises.}")
      ],
      [
        "Content/conditions/kneecap-pain.md:9:5: warning doubtful-value: This change is listed twice. » Delete one of the two."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition,
          "changes:\n  - {date: 2026-11-20, text: \"The wall sit is among the exercises.\"}\n  - {date: 2026-10-02, text: \"What to do about stairs is said more plainly.\"}",
          "changes:\n  2026-11-20: The wall sit is new\n  2026-10-02: Stairs, and more")
      ],
      [
        "Content/conditions/kneecap-pain.md:8:3: error wrong-type: `2026-11-20` stands where a key of `changes` belongs. » Write each on a line of its own, such as `- {date: 2026-11-20, text: The wall sit is new}`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          condition, #"  - {date: 2026-10-02, text: "What to do about stairs is said more plainly."}"#,
          "  - 2026-10-02: Stairs")
      ],
      [
        "Content/conditions/kneecap-pain.md:9:5: error wrong-type: `2026-10-02` stands where a key of `changes` belongs. » Write `{date: 2026-10-02, text: Stairs}`."
      ]),
  ]

  /// What may be meant.
  private static let ordinary: [EditedExample] = [
    EditedExample(
      .knee,
      [.init(condition, "review: {status: pending}", "review: {status: pending, reviewer: Ann Example}")],
      []),
    EditedExample(
      .knee,
      [
        .init(
          condition, "review: {status: pending}",
          "review: {status: pending, reviewer: Ann Example, reviewed: 2026-11-19}")
      ],
      []),
    EditedExample(
      .knee,
      [
        .init(
          condition, "review: {status: pending}",
          "review: {status: approved, reviewer: Bo Li, reviewed: 2026-11-21}")
      ],
      []),
    EditedExample(
      .knee,
      [
        .init(
          condition, "review: {status: pending}",
          #"review: {status: approved, reviewer: "A. B. Carter, DPT", reviewed: 2026-11-21}"#)
      ],
      []),
    EditedExample(
      .knee, [.init(condition, "title: Kneecap pain", "title: Pain of the kneecap")],
      []),
  ]

  @Test(arguments: slips + ordinary) func isToldOnce(_ slip: EditedExample) async throws {
    try await slip.check()
  }
}
