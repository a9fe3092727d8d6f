import FixtureSite
import Testing

/// A word or a line that takes a warning from patients, where the checker and its pages still look whole.
@Suite struct LostWarningTests {
  private typealias Edit = EditedExample.Edit
  private typealias Slip = EditedExample

  @Test(arguments: told + quiet) func check(_ slip: EditedExample) async throws { try await slip.check() }

  private static let told: [Slip] = [
    Slip(
      .knee, [Edit("Content/symptoms/front-of-knee-pain.md", "red-flags:", "# red-flags:")],
      [
        "Content/symptoms/front-of-knee-pain.md:1:1: warning missing-relation: This symptom has no `red-flags`, so its page shows no warning signs. » Add `red-flags:` with a list of ids from `Content/red-flags.yaml`, or `red-flags: []` if there are none on purpose."
      ]),
    Slip(
      .starter,
      [Edit("Content/causes/kneecap-pain.md", "red-flags: [rf-fever-knee, rf-swollen-injury]\n", "")],
      [
        "Content/causes/kneecap-pain.md:1:1: warning missing-relation: This cause has no `red-flags`, so its page shows no warning signs. » Add `red-flags:` with a list of ids from `Content/red-flags.yaml`, or `red-flags: []` if there are none on purpose."
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Content/red-flags.yaml", #""A calf that is newly swollen, warm, red or sore""#, #""The lower leg""#
        )
      ],
      [
        "Content/red-flags.yaml:24:9: warning bad-red-flag: The text of the red flag `rf-calf` names a part of the body, but no sign: readers would see `The lower leg`. » Write what is wrong there, in one plain sentence."
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Content/red-flags.yaml", #""A calf that is newly swollen, warm, red or sore""#, #""Foot or ankle""#
        )
      ],
      [
        "Content/red-flags.yaml:24:9: warning bad-red-flag: The text of the red flag `rf-calf` names a part of the body, but no sign: readers would see `Foot or ankle`. » Write what is wrong there, in one plain sentence."
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Content/red-flags.yaml", #""A calf that is newly swollen, warm, red or sore""#,
          #""A calf that is sore. Only when it has lasted for 6 weeks.""#)
      ],
      [
        #"Content/red-flags.yaml:24:9: warning bad-red-flag: The text of the red flag `rf-calf` takes a part of itself back: "Only when it has lasted for 6 weeks". » Write the sign in one sentence that is true of everyone who has to act on it."#
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Content/red-flags.yaml", #""A calf that is newly swollen, warm, red or sore""#,
          #""A calf that is sore; unless you have run far""#)
      ],
      [
        #"Content/red-flags.yaml:24:9: warning bad-red-flag: The text of the red flag `rf-calf` takes a part of itself back: "unless you have run far". » Write the sign in one sentence that is true of everyone who has to act on it."#
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Content/symptom-checker/knee-pain.yaml", "ask: Do any of these fit right now?",
          "ask: You don’t need to answer this")
      ],
      [
        #"Content/symptom-checker/knee-pain.yaml:15:10: warning tree-wording: `ask` of `emergency` says "don't need to answer", but whoever has one of its signs must choose it. » Ask whether any of the signs fits, such as "Do any of these fit right now?"."#
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Content/symptom-checker/knee-pain.yaml", "ask: Do any of these fit?",
          "ask: Is it true that none of these fits you?")
      ],
      [
        #"Content/symptom-checker/knee-pain.yaml:26:10: warning tree-wording: `ask` of `same-day` says "none of these", but whoever has one of its signs must choose it. » Ask whether any of the signs fits, such as "Do any of these fit right now?"."#
      ]),
    Slip(
      .clinic, [Edit("Content/symptom-checker/hip-pain.es.yaml", "Sí, así es", "No, nada de eso")],
      [
        #"Content/symptom-checker/hip-pain.es.yaml:27:22: warning tree-wording: The label of `child-rest.hurts` says no, but the original says yes: "Yes, it does". » Put the two labels in their places, or say yes and no as the original does."#
      ]),
    Slip(
      .clinic,
      [
        Edit(
          "Content/symptom-checker/hip-pain.es.yaml", #"child: {label: "Menos de 18 años"}"#,
          #"child: {label: "Mayores de 18 años"}"#),
        Edit(
          "Content/symptom-checker/hip-pain.es.yaml", #"adult: {label: "18 años o más"}"#,
          #"adult: {label: "Menores de 18 años"}"#),
      ],
      [
        #"Content/symptom-checker/hip-pain.es.yaml:16:22: warning tree-wording: The labels of `age.child` and `age.adult` seem to be exchanged: the originals say "Under 18" and "18 or older". » Put the two labels in their places."#
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Content/symptom-checker/advice/tick.md", "Not sure about one? Act as if it fits.",
          "Not sure about one? Act as if it fits. You can skip this question.")
      ],
      [
        #"Content/symptom-checker/knee-pain.yaml:16:11: warning tree-wording: `advice/tick.md` says "can skip" beside the red-flag question `emergency`, which nobody may leave out. » Say there how to answer it."#
      ]),
    Slip(
      .starter, [Edit("Content/symptom-checker/care-levels.yaml", "card: orange", "card: red")],
      [
        "Content/symptom-checker/care-levels.yaml:11:9: warning care-level-urgency: The cards of `emergency` and `urgent` are both red, so readers cannot see which is more urgent. » Give each level a color of its own: red, orange, yellow, green, then blue."
      ]),
    Slip(
      .starter, [Edit("Content/symptom-checker/care-levels.yaml", "card: orange", "card: yellow")],
      [
        "Content/symptom-checker/care-levels.yaml:16:9: warning care-level-urgency: The cards of `urgent` and `soon` are both yellow, so readers cannot see which is more urgent. » Give each level a color of its own: red, orange, yellow, green, then blue."
      ]),
    Slip(
      .knee,
      [
        Edit(
          "Content/symptom-checker/knee-pain.yaml",
          "asks: [rf-cannot-stand, rf-cold-leg, rf-chest-breath, rf-fever-knee, rf-calf, rf-swollen-injury, rf-locked, rf-implant, rf-unwell]",
          "asks: [rf-unwell]")
      ],
      [
        "Content/symptom-checker/knee-pain.yaml:19:28: warning tree-flag-unasked: `knee-pain` asks about 8 red flags that no checker lists in `asks`: `rf-cannot-stand`, `rf-cold-leg`, `rf-chest-breath` and 5 more. » Add them to the `asks` of the checker that must always ask."
      ]),
  ]

  /// What a good site may say.
  private static let quiet: [Slip] = [
    Slip(
      .clinic,
      [
        Edit(
          "Content/symptom-checker/hip-pain.es.yaml", #"adult: {label: "18 años o más"}"#,
          #"adult: {label: "Mayores de edad: 18 años o más"}"#)
      ], []),
    Slip(
      .starter,
      [
        Edit(
          "Content/symptom-checker/advice/tick.md", "Not sure about one? Act as if it fits.",
          "Not sure about one? Act as if it fits. Do not skip a sign.")
      ], []),
    Slip(
      .starter,
      [
        Edit(
          "Content/causes/kneecap-pain.md", "red-flags: [rf-fever-knee, rf-swollen-injury]\n",
          "red-flags: []\n")
      ], []),
    Slip(.starter, [Edit("Content/stretches/front-of-thigh-stretch.md", "summary:", "summary:")], []),
    Slip(
      .starter,
      [
        Edit(
          "Content/red-flags.yaml", #""A calf that is newly swollen, warm, red or sore""#, #""A cold foot""#)
      ], []),
    Slip(
      .starter,
      [Edit("Content/red-flags.yaml", #""A calf that is newly swollen, warm, red or sore""#, #""Fainting""#)],
      []),
    Slip(
      .starter,
      [
        Edit(
          "Content/red-flags.yaml", #""A calf that is newly swollen, warm, red or sore""#,
          #""A calf that is sore only when you walk""#)
      ], []),
    Slip(
      .starter,
      [
        Edit(
          "Content/symptom-checker/knee-pain.yaml", "ask: Do any of these fit?",
          "ask: Do any of these fit? If none of these does, say so.")
      ], []),
    Slip(
      .starter,
      [
        Edit(
          "Content/symptom-checker/knee-pain.yaml", "ask: Do any of these fit?",
          "ask: Do you have any of these, or none of them?")
      ], []),
    Slip(.starter, [Edit("Content/symptom-checker/care-levels.yaml", "card: green", "card: blue")], []),
  ]
}
