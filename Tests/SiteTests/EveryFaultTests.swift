import FixtureSite
import Testing

/// All that is wrong in one site is told in one run: no fault hides another, and none makes another up.
@Suite struct EveryFaultTests {
  @Test func wrongSettings() async throws {
    try await EditedExample(
      .knee,
      [
        .init("site.yaml", "name: Example Knee Clinic", "name: [Example Knee Clinic]"),
        .init("site.yaml", "clinic-type: Physiotherapy", "clinic-type: Physiotherapist"),
        .init(
          "site.yaml", "review: {unreviewed: allow, overdue: warn, months: 24}",
          "review: {unreviewed: allow, overdue: warn, months: two}"),
        .init("site.yaml", "  widths: [320, 640, 1200]", "  widths: []"),
        .init("site.yaml", "  credit: required", "  credits: required"),
        .init("site.yaml", "  font: [self]", "  font: [fonts.example]"),
        .init("site.yaml", "  image: [self]", "  image: []"),
        .init("site.yaml", "  script: visits.js\n", "  script: stats.example/v.js\n"),
        .init("site.yaml", "sends-to: [https://stats.example]", "sends-to: []"),
        .init("site.yaml", "  phone: +1 555 0100", "  phone: 555-KNEE"),
        .init(
          "site.yaml", "  booking-url: https://booking.example/knees", "  booking-url: booking.example/knees"),
        .init("site.yaml", "from: \"08:00\", to: \"18:00\"", "from: \"18:00\", to: \"08:00\""),
        .init("site.yaml", "country: US", "country: Narnia"),
        .init("site.yaml", "  same-as: [https://social.example/knees]", "  same-as: [social]"),
        .init("site.yaml", "  glossary: page:glossary", "  glossary: page:words"),
        .init("site.yaml", "footer:\n  - page:contact", "footer:\n  - {}"),
        .init(
          "site.yaml", "  - {to: conditions, label: What hurts}", "  - {to: condition, label: What hurts}"),
        .init(
          "site.yaml", "    list: {sort: [order, title], card: [drawing, minutes, place]}",
          "    list: {sort: [order, weeks], card: [drawing, minuets, place]}"),
        .init("site.yaml", "per-page: 2, archive: day", "per-page: none, archive: title"),
        .init(
          "site.yaml", "treated-by: {to: exercise, inverse: used-for}",
          "treated-by: {to: exercises, inverse: used-for}"),
        .init("Templates/root/conditions/index.html", nil, "<p>Conditions"),
      ],
      [
        "site.yaml:3:7: error wrong-type: `name` must be text, not a list. » If the brackets are part of the text, write `name: \"[Example Knee Clinic]\"`. If not, remove them.",
        "site.yaml:9:14: error wrong-type: `clinic-type` must be a schema.org type of medical business, such as `Physiotherapy`, not `Physiotherapist`. » Did you mean `Physiotherapy`?",
        "site.yaml:12:10: error bad-navigation: `condition` is neither the folder of a kind nor `kind:id`. » Write `conditions`.",
        "site.yaml:24:5: error missing-key: This entry of a menu leads nowhere. » Add `to:` with a page of this site, or `url:` with another address.",
        "site.yaml:30:52: error wrong-type: `months` must be a whole number, not `two`. » Write `2`.",
        "site.yaml:37:11: error wrong-type: `widths` must be a list of 1 to 12 different numbers from 16 to 4096, not an empty list. » Write `widths: [320, 640, 1280]`.",
        "site.yaml:40:3: error unknown-key: There is no key `credits` here. » Did you mean `credit`?",
        "site.yaml:45:10: error wrong-type: `font` must be the address of a site that starts with `https://`, such as `https://maps.example`, or `self`, not `fonts.example`. » Write `https://fonts.example`.",
        "site.yaml:48:10: error empty-value: `image` is empty. » Delete the line if there is nothing to say.",
        "site.yaml:56:11: error missing-asset: `script` is `stats.example/v.js`, but `Templates/assets` has no such file. » Write `https://stats.example/v.js`.",
        "site.yaml:58:13: error empty-value: `sends-to` is empty. » Delete the line if there is nothing to say.",
        "site.yaml:69:13: error unknown-target: `glossary` refers to `page:words`, but there is no such article. » Write a kind and an id, such as `page:glossary`.",
        "site.yaml:84:10: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `555-KNEE`. » Write `555-5633`.",
        "site.yaml:85:16: error wrong-type: `booking-url` must be an address without spaces that starts with `https:` or `http:`, not `booking.example/knees`. » Write `https://booking.example/knees`.",
        "site.yaml:89:73: error bad-configuration: The clinic closes at 08:00, before it opens at 18:00. » If it closes in the afternoon, write `20:00`. For hours past midnight, write two entries: one up to `24:00`, and one from `00:00` on the next day.",
        "site.yaml:92:101: error wrong-type: `country` must be the code of a country in two capital letters, such as `US`, not `Narnia`.",
        "site.yaml:94:13: error wrong-type: `same-as` must be an address without spaces that starts with `https:` or `http:`, not `social`.",
        "site.yaml:120:24: error unknown-kind: There is no kind `exercises`. » Did you mean `exercise`?",
        "site.yaml:140:26: error bad-configuration: `sort` has `weeks`, but the kind `exercise` has no such field. » Possible here: `minutes`, `place`, `standing`, `order`, `title`, `updated`.",
        "site.yaml:140:50: error bad-configuration: `card` has `minuets`, but the kind `exercise` has no such field. » Did you mean `minutes`?",
        "site.yaml:180:65: error wrong-type: `per-page` must be a whole number, not `none`.",
        "site.yaml:180:80: error bad-configuration: `archive` is `title`, but the kind `notice` has no such date. » Possible here: `day`, `updated`.",
        "Templates/root/conditions/index.html: error duplicate-url: The address `/conditions/index.html` is already taken by the list of conditions. » Rename the file, or delete it.",
      ]
    ).check()
  }
}
