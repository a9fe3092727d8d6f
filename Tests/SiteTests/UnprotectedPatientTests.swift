import FixtureSite
import Testing

/// What protects patients and was switched off by a line elsewhere: in the settings, a template, a stylesheet or an advice text.
@Suite struct UnprotectedPatientTests {
  private typealias Edit = EditedExample.Edit
  private typealias Slip = EditedExample

  @Test(arguments: told + quiet) func check(_ slip: EditedExample) async throws { try await slip.check() }

  private static let told: [Slip] = [
    Slip(
      .knee, [Edit("site.yaml", "  never-with: [do-not]\n", "")],
      [
        "site.yaml:121:7: warning bad-configuration: `checker` does not say what `do-not` of the kind `condition` means, so outcomes may list what it forbids. » Add `never-with: [do-not]` to `checker`."
      ]),
    Slip(
      .knee, [Edit("site.yaml", "  careful-with: [take-care-with]\n", "")],
      [
        "site.yaml:120:7: warning bad-configuration: `checker` does not say what `take-care-with` of the kind `condition` means, so outcomes may list what needs care. » Add `careful-with: [take-care-with]` to `checker`."
      ]),
    Slip(
      .starter,
      [
        Edit(
          "site.yaml",
          "checker:\n  causes: cause\n  stretches: stretch\n  managed-with: stretches\n  careful-with: [caution]\n  never-with: [avoid]\n  signs: signs\n",
          "")
      ],
      [
        "site.yaml:29:7: warning bad-configuration: There is no `checker` in `site.yaml`, so nothing keeps outcomes of the symptom checker from listing what `avoid` forbids. » Add `checker: {causes: cause, stretches: stretch, managed-with: stretches, careful-with: [caution], never-with: [avoid]}`."
      ]),
    Slip(
      .knee, [Edit("site.yaml", "  stages: step\n", "")],
      [
        "site.yaml:119:7: warning bad-configuration: Each condition has a number in `step` for each of `treated-by`, but `checker` does not say that these are stages of care, so outcomes may list what comes later. » Add `stages: step` to `checker`."
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Templates/cause.mustache", "{{#stretches}}\n{{>card}}\n{{/stretches}}",
          "{{#caution}}\n{{>card}}\n{{/caution}}")
      ],
      [
        "Templates/cause.mustache:74:1: warning bad-configuration: The template `cause` lists `caution` where `stretches` belongs: inside `{{#has-stretches}}`. » Write `{{#stretches}}…{{/stretches}}` there."
      ]),
    Slip(
      .starter, [Edit("Templates/cause.mustache", "{{word.leave-out}}</h2>", "Exercises that may help</h2>")],
      [
        #"Templates/cause.mustache:61:1: warning bad-configuration: The template `cause` has the heading "Exercises that may help" above `avoid`, which lists what is never done. » Write a heading that says so, such as "Leave these out for now"."#
      ]),
    Slip(
      .starter, [Edit("Templates/assets/site.css", "}", "}\ndiv.emergency{visibility:hidden}")],
      [
        "Templates/assets/site.css: warning bad-configuration: Visitors do not see what to do in an emergency: the rule `div.emergency` hides it. » Remove `display: none` or `visibility: hidden` from that rule."
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Templates/assets/site.css", "}",
          "}\n@media (max-width: 30rem) { .other, .flags { color: red; display: none !important } }")
      ],
      [
        "Templates/assets/site.css: warning bad-configuration: Visitors do not see the warning signs of an article: the rule `.flags` hides it. » Remove `display: none` or `visibility: hidden` from that rule."
      ]),
    Slip(
      .starter, [Edit("Templates/assets/site.css", "}", "}\n.site-header > .emergency { display: none; }")],
      [
        "Templates/assets/site.css: warning bad-configuration: Visitors do not see what to do in an emergency: the rule `.site-header > .emergency` hides it. » Remove `display: none` or `visibility: hidden` from that rule."
      ]),
    Slip(
      .starter, [Edit("Templates/assets/site.css", "}", "}\nmain .flags { display: none; }")],
      [
        "Templates/assets/site.css: warning bad-configuration: Visitors do not see the warning signs of an article: the rule `main .flags` hides it. » Remove `display: none` or `visibility: hidden` from that rule."
      ]),
    Slip(
      .knee, [Edit("Templates/assets/site.css", "}", "}\n@media print { .flags { display:none } }")],
      [
        "Templates/assets/site.css: warning bad-configuration: Visitors do not see the warning signs of an article on paper: the rule `.flags` hides it. » Remove `display: none` or `visibility: hidden` from that rule."
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Content/symptom-checker/advice/rest.md",
          "Do less of what hurts. Stop any exercise that makes the knee worse.",
          "Do less of what hurts. Stop any exercise that makes the knee worse. This is guaranteed to work.")
      ],
      [
        #"Content/symptom-checker/advice/rest.md:1:77: warning absolute-claim: `guaranteed` promises more than anyone can. » Say only what is known, with words such as "may", "often" or "in most people"."#
      ]),
    Slip(
      .starter,
      [
        Edit(
          "Content/symptom-checker/advice/rest.md",
          "Do less of what hurts. Stop any exercise that makes the knee worse.",
          "Do less of what hurts. Stop any exercise that makes the knee worse. About 80 % of the patients recover."
        )
      ],
      [
        #"Content/symptom-checker/advice/rest.md:1:69: warning tree-wording: This text contains a percentage of people, but the checker does not know how likely anything is. » Say here only what is known, such as "Most people get better"."#
      ]),
  ]

  /// What a good site may say.
  private static let quiet: [Slip] = [
    Slip(
      .starter,
      [
        Edit(
          "Templates/assets/site.css", "}",
          "}\n.no-js .flags, body > .emergency, .other .emergency { display: none; }")
      ], []),
    Slip(
      .knee,
      [
        Edit("site.yaml", "  never-with: [do-not]\n", "  never-with: [do-not]\n"),
        Edit(
          "site.yaml", "      take-care-with: {to: exercise, inverse: careful-for}",
          "      take-care-with: {to: exercise, inverse: careful-for}\n      not-first: {to: exercise, inverse: later-for, expected: false}"
        ),
      ], []),
    Slip(
      .starter, [Edit("Templates/cause.mustache", "{{word.leave-out}}", "Do not do these, and take care")], []
    ),
    Slip(
      .starter,
      [Edit("Templates/assets/site.css", "}", "}\n.emergency{display:none}.emergency{display:block}")], []),
    Slip(
      .starter,
      [Edit("Templates/assets/site.css", "}", "}\n.flags{display:none}@media print{.flags{display:block}}")],
      []),
    Slip(
      .starter,
      [
        Edit(
          "Templates/assets/site.css", "}", "}\n.flags:empty, .no-js .flags, .flags > .icon { display: none }"
        )
      ], []),
    Slip(
      .starter, [Edit("Templates/assets/site.css", "}", "}\n@media print { .emergency { display: none } }")],
      []),
    Slip(
      .starter,
      [
        Edit(
          "Content/symptom-checker/advice/rest.md",
          "Do less of what hurts. Stop any exercise that makes the knee worse.",
          "Do less of what hurts. Stop any exercise that makes the knee worse. If you have a fever, rest. Put 50 % of your weight on the leg."
        )
      ], []),
  ]
}
