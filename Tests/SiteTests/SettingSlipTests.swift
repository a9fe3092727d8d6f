import FixtureSite
import Testing

/// The clinic, its hours, menus and parameters in `site.yaml`.
@Suite struct SettingSlipTests {
  private static let place = "Content/places/shelbyville.md"
  private static let settings = "site.yaml"

  private static let slips: [EditedExample] = [
    EditedExample(
      .knee, [.init(settings, "phone: +1 555 0100\n  booking", "phone: 555 0100/01\n  booking")],
      [
        "site.yaml:84:10: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `555 0100/01`. » Only one number can stand here. Write `555 0100`, for example."
      ]),
    EditedExample(
      .knee, [.init(settings, "phone: +1 555 0100\n  booking", "phone: 555-0100, 555-0101\n  booking")],
      [
        "site.yaml:84:10: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `555-0100, 555-0101`. » Only one number can stand here. Write `555-0100`, for example."
      ]),
    EditedExample(
      .knee, [.init(settings, "phone: +1 555 0100\n  booking", "phone: 1 555 0100 - 1 555 0101\n  booking")],
      [
        "site.yaml:84:10: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `1 555 0100 - 1 555 0101`. » Only one number can stand here. Write `1 555 0100`, for example."
      ]),
    EditedExample(
      .knee,
      [.init(settings, "phone: +1 555 0100\n  booking", "phone: 555-010-0100 555-010-0101\n  booking")],
      [
        "site.yaml:84:10: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `555-010-0100 555-010-0101`. » Only one number can stand here. Write `555-010-0100`, for example."
      ]),
    EditedExample(
      .knee, [.init(place, "phone: +1 555 0102", "phone: 555 0102 or 555 0103")],
      [
        "Content/places/shelbyville.md:4:8: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `555 0102 or 555 0103`. » Only one number can stand here. Write `555 0102`, for example."
      ]),
    EditedExample(
      .knee, [.init(settings, "booking-url: https://booking.example/knees", "booking-url: /visits/#book")],
      [
        "site.yaml:85:16: error wrong-type: `booking-url` must be an address without spaces that starts with `https:` or `http:`, not `/visits/#book`. » Write the whole address: `https://knees.example/visits/#book`."
      ]),
    EditedExample(
      .knee,
      [.init(settings, "email: hello@knees.example", "email: hello@knees.example; desk@knees.example")],
      [
        "site.yaml:86:10: error wrong-type: `email` must be an e-mail address, such as `hello@clinic.example`, not `hello@knees.example; desk@knees.example`. » Only one address can stand here. Write `hello@knees.example`, for example."
      ]),
    EditedExample(
      .knee, [.init(settings, "email: hello@knees.example", #"email: "Front desk <desk@knees.example>""#)],
      [
        #"site.yaml:86:10: error wrong-type: `email` must be an e-mail address, such as `hello@clinic.example`, not the text "Front desk <desk@knees.example>". » Write `desk@knees.example`."#
      ]),
    EditedExample(
      .knee, [.init(settings, "email: hello@knees.example", "email: mailto:desk@knees.example")],
      [
        "site.yaml:86:10: error wrong-type: `email` must be an e-mail address, such as `hello@clinic.example`, not `mailto:desk@knees.example`. » Write `desk@knees.example`."
      ]),
    EditedExample(
      .knee, [.init(settings, #"days: [friday], from: "08:00""#, #"days: [weekend], from: "08:00""#)],
      [
        "site.yaml:90:15: error wrong-type: `days` must be the name of a day, such as `monday`, not `weekend`. » Write each day: `saturday, sunday`."
      ]),
    EditedExample(
      .knee, [.init(settings, #"days: [friday], from: "08:00""#, #"days: [daily], from: "08:00""#)],
      [
        "site.yaml:90:15: error wrong-type: `days` must be the name of a day, such as `monday`, not `daily`. » Write each day: `monday, tuesday, wednesday, thursday, friday, saturday, sunday`."
      ]),
    EditedExample(
      .knee, [.init(settings, #"from: "13:00", to: "16:00""#, #"from: "02:30", to: "05:00""#)],
      [
        #"site.yaml:91:30: warning doubtful-value: This opens at 02:30, in the night. » If it is in the afternoon, write `from: "14:30", to: "17:00"`."#
      ]),
    EditedExample(
      .knee, [.init(place, #"from: "09:00", to: "13:00""#, #"from: "03:00", to: "06:00""#)],
      [
        #"Content/places/shelbyville.md:5:51: warning doubtful-value: This opens at 03:00, in the night. » If it is in the afternoon, write `from: "15:00", to: "18:00"`."#
      ]),
    EditedExample(
      .knee,
      [
        .init(
          settings, #"{url: "tel:+15550100", label: Call us}"#,
          #"{url: "tel:+15550101", label: Call our clinic}"#)
      ],
      [
        #"site.yaml:28:11: warning doubtful-value: "Call our clinic" dials `+15550101`, but the clinic's `phone` is `+1 555 0100`. » Write `tel:+15550100`. If it is another line, say which in `label`."#
      ]),
    EditedExample(
      .knee, [.init(settings, "name: Front desk, phone: +1 555 0100", #"name: Front desk, phone: """#)],
      ["site.yaml:99:33: error empty-value: `phone` is empty. » Write its value."]),
    EditedExample(
      .knee,
      [
        .init(settings, "name: Exercise room, phone: +1 555 0101", "name: Exercise room, number: +1 555 0101")
      ],
      [
        "site.yaml:99:5: error bad-configuration: The entries of `desks` differ in kind. » Write the same keys in each: one has `phone`, another `number`."
      ]),
    EditedExample(
      .knee, [.init(settings, "{name: Exercise room, phone: +1 555 0101}", "{name: Exercise room}")],
      [
        "site.yaml:99:5: error bad-configuration: The entries of `desks` differ in kind. » Write the same keys in each: only some have `phone`."
      ]),
    EditedExample(
      .knee, [.init(settings, "campaign: spring", "campaign: yes")],
      [
        #"site.yaml:97:13: error bad-configuration: `yes` is a word here, which a template takes for true. » Write `campaign: true`, or `campaign: "yes"` if pages show the word."#
      ]),
    EditedExample(
      .knee, [.init(settings, "name: Example Knee Clinic", #"name: "“Example Knee Clinic”""#)],
      [
        #"site.yaml:3:7: warning doubtful-value: `name` has a second pair of quotes, which readers will see. » Keep only the outer quotes: `"Example Knee Clinic"`."#
      ]),
    EditedExample(
      .knee,
      [
        .init(
          settings, "description: Plain-language help for people with a sore knee, and when to be seen.",
          #"description: '"Help for a sore knee."'"#)
      ],
      [
        #"site.yaml:4:14: warning doubtful-value: `description` has a second pair of quotes, which readers will see. » Keep only the outer quotes: `"Help for a sore knee."`."#
      ]),
    EditedExample(
      .knee, [.init(settings, "form: [https://booking.example/knees/]", "form: [https:, http:]")],
      [
        #"site.yaml:44:15: error yaml-syntax: This is not valid YAML (found unexpected ':'). » If it is text, write `form: ["https:", "http:"]`."#
      ]),
    EditedExample(
      .knee,
      [
        .init(
          settings, "review: {unreviewed: allow, overdue: warn, months: 24}",
          "review:\nunreviewed: allow\noverdue: warn\nmonths: 24")
      ],
      [
        "site.yaml:31:1: error unknown-key: `unreviewed` begins too far left, so it does not belong to `review`. » Write two spaces in front of it and of each line below that belongs to `review`."
      ]),
  ]

  /// What may be meant.
  private static let ordinary: [EditedExample] = [
    EditedExample(
      .knee, [.init(place, "phone: +1 555 0102", "phone: 0711/1234567")],
      []),
    EditedExample(
      .knee, [.init(place, "phone: +1 555 0102", "phone: 030 / 123 45 67")],
      []),
    EditedExample(
      .knee, [.init(place, "phone: +1 555 0102", "phone: +49 711/1234567")],
      []),
    EditedExample(
      .knee, [.init(settings, #"from: "13:00", to: "16:00""#, #"from: "13:00", to: "24:00""#)],
      []),
    EditedExample(
      .knee,
      [
        .init(
          settings, #"days: [friday], from: "08:00", to: "12:00""#,
          #"days: [saturday], from: "00:00", to: "02:00""#)
      ],
      []),
    EditedExample(
      .knee, [.init(settings, #"days: [friday], from: "08:00""#, #"days: [friday], from: "05:30""#)],
      []),
    EditedExample(
      .knee,
      [
        .init(
          settings, #"{url: "tel:+15550100", label: Call us}"#,
          #"{url: "tel:+15550101", label: Call the exercise room}"#)
      ],
      []),
    EditedExample(
      .knee,
      [
        .init(settings, #"{url: "tel:+15550100", label: Call us}"#, #"{url: "tel:15550100", label: Call us}"#)
      ],
      []),
  ]

  @Test(arguments: slips + ordinary) func isToldOnce(_ slip: EditedExample) async throws {
    try await slip.check()
  }
}
