import FixtureSite
import Testing

/// Days, numbers, names and addresses that cannot be meant.
@Suite struct DoubtfulEntryTests {
  private typealias Edit = EditedExample.Edit
  private typealias Slip = EditedExample

  @Test(arguments: told + quiet) func check(_ slip: EditedExample) async throws { try await slip.check() }

  private static let told: [Slip] = [
    Slip(
      .knee, [Edit("Content/events/walking-week.md", "end: 2027-04-09", "end: 2026-12-31")],
      [
        "Content/events/walking-week.md:5:6: error dates-out-of-order: `end` (2026-12-31) is before `start` (2027-04-05). » Write the day of the end after `end:`. For a single day, delete that line."
      ]),
    Slip(
      .knee, [Edit("Content/conditions/kneecap-pain.md", "/kneecap/", "/kneecap/:page/")],
      [
        "Content/conditions/kneecap-pain.md:10:17: error bad-redirect: `/kneecap/:page/` cannot be an old address of this article. » Write each old address by itself, such as `/old-page/`: a pattern stands for none of them here. Many at once are for the rules of your host."
      ]),
    Slip(
      .knee, [Edit("Content/conditions/kneecap-pain.md", "/kneecap/", "/kneecap/(.*)")],
      [
        "Content/conditions/kneecap-pain.md:10:17: error bad-redirect: `/kneecap/(.*)` cannot be an old address of this article. » Write each old address by itself, such as `/old-page/`: a pattern stands for none of them here. Many at once are for the rules of your host."
      ]),
    Slip(
      .knee, [Edit("Content/conditions/kneecap-pain.md", "updated: 2026-11-20", "updated: 2027-11-20")],
      [
        "Content/conditions/kneecap-pain.md:6:10: warning doubtful-value: This change is dated 2027-11-20, which is in the future. » Check the year: today is 2026-11-28."
      ]),
    Slip(
      .knee, [Edit("Content/conditions/kneecap-pain.md", "{date: 2026-11-20", "{date: 2027-11-20")],
      [
        "Content/conditions/kneecap-pain.md:8:12: warning doubtful-value: This change is dated 2027-11-20, which is in the future. » Check the year: today is 2026-11-28."
      ]),
    Slip(
      .knee,
      [
        Edit(
          "Content/questions/heat-or-ice.md", "expires-on: 2040-12-31",
          "first-asked: 2026-05-01\nexpires-on: 2017-12-31")
      ],
      [
        "Content/questions/heat-or-ice.md:5:13: warning doubtful-value: `expires-on` is 2017-12-31, long before 2026-05-01, another day of this article, so visitors do not get it. » Check the year: today is 2026-11-28. For an article that is over, set `draft: true` or delete it."
      ]),
    Slip(
      .knee,
      [Edit("Content/questions/heat-or-ice.md", "expires-on: 2040-12-31", "expires-on: 2127-12-31")],
      [
        "Content/questions/heat-or-ice.md:4:13: warning doubtful-value: `expires-on` is 2127-12-31, more than 20 years in the future. » Check the year: today is 2026-11-28."
      ]),
    Slip(
      .knee,
      [Edit("Content/conditions/outer-knee-pain.md", "publish-on: 2040-01-01", "publish-on: 2062-01-01")],
      [
        "Content/conditions/outer-knee-pain.md:4:13: warning doubtful-value: `publish-on` is 2062-01-01, more than 20 years in the future, so visitors do not get this article. » Check the year: today is 2026-11-28."
      ]),
    Slip(
      .knee,
      [
        Edit(
          "Content/conditions/kneecap-pain.md",
          "summary: Soreness around or behind the kneecap, often felt on stairs and after sitting for long.",
          #"summary: "…""#)
      ],
      [
        "Content/conditions/kneecap-pain.md:3:10: warning unfinished-text: `summary` is still to be written: readers would see `…`. » Write it, or set `draft: true`."
      ]),
    Slip(
      .knee,
      [
        Edit(
          "Content/pictures.yaml", "conditions/kneecap.svg: {credit: Example Knee Clinic}",
          "conditions/kneecap.svg: {credit: Photographer}")
      ],
      [
        "Content/pictures.yaml:3:34: warning unfinished-text: `credit` says `Photographer`, which does not tell readers whose the picture is. » Write who made it or owns it. If nobody knows, use another picture."
      ]),
    Slip(
      .knee,
      [
        Edit(
          "Content/pictures.yaml", "conditions/kneecap.svg: {credit: Example Knee Clinic}",
          #"conditions/kneecap.svg: {credit: "--"}"#)
      ],
      [
        "Content/pictures.yaml:3:34: warning unfinished-text: `credit` says `--`, which does not tell readers whose the picture is. » Write who made it or owns it. If nobody knows, use another picture."
      ]),
    Slip(
      .knee, [Edit("Content/exercises/wall-sit-video.vtt", "Slide down a little.", "TBD")],
      [
        "Content/exercises/wall-sit-video.vtt:7:1: warning unfinished-text: `TBD` is left in this caption, where readers would see it. » Write what is said, or delete the caption."
      ]),
    Slip(
      .knee, [Edit("Content/exercises/wall-sit.md", "hold: 10-30 s", "hold: 1-300 s")],
      [
        "Content/exercises/wall-sit.md:6:27: warning doubtful-value: `hold` goes from 1 to 300, so readers cannot tell how much is meant. » Check the two numbers: one of them may have a digit too many."
      ]),
    Slip(
      .knee, [Edit("Content/exercises/wall-sit.md", "days: 2-3", "days: 2-30")],
      [
        "Content/exercises/wall-sit.md:6:92: warning doubtful-value: `days` is 30, but a week has only 7. » Write on how many days of a week to do it."
      ]),
    Slip(
      .knee, [Edit("Content/exercises/wall-sit.md", "days: 2-3", "days: 0")],
      [
        "Content/exercises/wall-sit.md:6:92: warning doubtful-value: `days` is 0, so readers are told to do nothing. » Write how many are meant, or delete this line."
      ]),
    Slip(
      .knee, [Edit("Content/exercises/wall-sit.md", "days: 2-3", "days: 0-3")],
      [
        "Content/exercises/wall-sit.md:6:92: warning doubtful-value: `days` starts at 0, so readers may do nothing. » Write how many are meant, or delete this line."
      ]),
    Slip(
      .knee,
      [
        Edit(
          "Content/conditions/kneecap-pain.md", "review: {status: pending}",
          "review: {status: approved, author: Reviewer A, reviewer: Reviewer A, reviewed: 2026-11-22}")
      ],
      [
        "Content/conditions/kneecap-pain.md:16:58: error review-invalid: `Reviewer A` is both the author and the reviewer. » Someone else must review the article."
      ]),
    Slip(
      .knee,
      [
        Edit(
          "site.yaml", #"sizes: "(min-width: 48rem) 40rem, 100vw""#,
          #"sizes: "(min-width: 48rem) 40rem, 100""#)
      ],
      [
        "site.yaml:39:10: warning bad-configuration: Browsers cannot read `sizes`: `100` is no width, so they load larger photographs than they need. » Write it as `(min-width: 50em) 40em, 100vw`."
      ]),
    Slip(
      .knee,
      [
        Edit(
          "site.yaml", #"sizes: "(min-width: 48rem) 40rem, 100vw""#, #"sizes: "(min-width: 48rem) 40rem,""#)
      ],
      [
        "site.yaml:39:10: warning bad-configuration: Browsers cannot read `sizes`: there is nothing beside one of its commas, so they load larger photographs than they need. » Write it as `(min-width: 50em) 40em, 100vw`."
      ]),
    Slip(
      .knee, [Edit("site.yaml", "country: US", "country: USA")],
      [
        "site.yaml:92:101: error wrong-type: `country` must be the code of a country in two capital letters, such as `US`, not `USA`. » Write `US`."
      ]),
    Slip(
      .knee, [Edit("site.yaml", "country: US", "country: ZZ")],
      [
        "site.yaml:92:101: error wrong-type: `country` must be the code of a country in two capital letters, such as `US`, not `ZZ`."
      ]),
    Slip(
      .starter, [Edit("site.yaml", "https://clinic.example/", "https://your-clinic.org/")],
      [
        "site.yaml:4:11: warning bad-configuration: `base-url` is the address of a sample, `your-clinic.org`, so links to this site lead to somebody else's. » Write the address at which readers find the site."
      ]),
    Slip(
      .starter, [Edit("Templates/root/CNAME", nil, "clinic.test\n")],
      [
        "Templates/root/CNAME:1:1: warning bad-configuration: This file says `clinic.test`, but `base-url` says `clinic.example`. » Write `clinic.example`, or correct `base-url` in `site.yaml`."
      ]),
    Slip(
      .starter, [Edit("Templates/root/CNAME", nil, "clinic.example/knees\n")],
      [
        "Templates/root/CNAME:1:1: warning bad-configuration: `clinic.example/knees` is not the name of a host alone. » Write `clinic.example`, or correct `base-url` in `site.yaml`."
      ]),
    Slip(
      .starter, [Edit("Templates/root/CNAME", nil, "clinic.example\nwww.clinic.example\n")],
      [
        "Templates/root/CNAME:1:1: warning bad-configuration: This file has more than one name; a host takes only one. » Write `clinic.example`, or correct `base-url` in `site.yaml`."
      ]),
    Slip(
      .starter, [Edit("Templates/root/CNAME", nil, "\n")],
      [
        "Templates/root/CNAME:1:1: warning bad-configuration: This file is empty, so your host does not know the name of the site. » Write `clinic.example`, or correct `base-url` in `site.yaml`."
      ]),
  ]

  /// What a good site may say.
  private static let quiet: [Slip] = [
    Slip(.knee, [Edit("Content/events/walking-week.md", "end: 2027-04-09", "end: 2027-04-05")], []),
    Slip(.knee, [Edit("Content/conditions/kneecap-pain.md", "/kneecap/", "/kneecap:old/")], []),
    Slip(.knee, [Edit("Content/conditions/kneecap-pain.md", "/kneecap/", "/kneecap%2A/")], []),
    Slip(
      .knee, [Edit("Content/conditions/kneecap-pain.md", "updated: 2026-11-20", "updated: 2026-12-10")], []),
    Slip(
      .knee,
      [
        Edit(
          "Content/questions/heat-or-ice.md", "expires-on: 2040-12-31",
          "first-asked: 2026-05-01\nexpires-on: 2026-06-01")
      ], []),
    Slip(.knee, [Edit("Content/exercises/wall-sit.md", "hold: 10-30 s", "hold: 5-120 s")], []),
    Slip(
      .knee,
      [
        Edit(
          "Content/exercises/wall-sit.md", "frequency: Two or three days a week, days: 2-3",
          "frequency: Every day, days: 7")
      ], []),
    Slip(
      .knee,
      [
        Edit(
          "Content/conditions/kneecap-pain.md", "review: {status: pending}",
          "review: {status: approved, author: Reviewer 1, reviewer: Reviewer 2, reviewed: 2026-11-22}")
      ], []),
    Slip(
      .knee,
      [
        Edit(
          "site.yaml", #"sizes: "(min-width: 48rem) 40rem, 100vw""#,
          #"sizes: "(width > 48rem) and (orientation: landscape) calc(50vw - 2rem), min(90vw, 40em)""#)
      ], []),
    Slip(.knee, [Edit("site.yaml", "country: US", "country: NZ")], []),
    Slip(.starter, [Edit("Templates/root/CNAME", nil, "www.clinic.example\r\n")], []),
  ]
}
