import FixtureSite
import Testing

@testable import SiteModel

/// What `clinic` and `params` of `site.yaml` may say, and what becomes of it.
@Suite struct ClinicSettingsTests {
  private static func found(_ settings: String) async throws -> [String] {
    try await faults(["site.yaml": FixtureSite.configuration("language: en", "language: en\n\(settings)")])
      .map { $0.replacing("site.yaml:", with: "") }
  }

  private static let number = "a telephone number of 5 to 15 digits, such as `+1 555 0100`"
  private static let clock = "a time of day, such as `08:00` or `17:30`"
  private static let web = "an address without spaces that starts with `https:` or `http:`"

  @Test(arguments: [
    ("clinic: {phone: call us}", "5:17: error wrong-type: `phone` must be \(number), not `call us`."),
    ("clinic: {phone: 911}", "5:17: error wrong-type: `phone` must be \(number), not `911`."),
    (
      "clinic: {phone: +1 555 0100 ext. five}",
      "5:17: error wrong-type: `phone` must be \(number), not `+1 555 0100 ext. five`."
    ),
    (
      "clinic: {phone: +1234567890123456}",
      "5:17: error wrong-type: `phone` must be \(number), not `+1234567890123456`."
    ),
    (
      "clinic: {booking-url: clinic.example/book}",
      "5:23: error wrong-type: `booking-url` must be \(web), not `clinic.example/book`. » Write `https://clinic.example/book`."
    ),
    (
      "clinic: {booking-url: \"javascript:x\"}",
      "5:23: error wrong-type: `booking-url` must be \(web), not the text \"javascript:x\"."
    ),
    (
      "clinic: {email: hello at clinic.example}",
      "5:17: error wrong-type: `email` must be an e-mail address, such as `hello@clinic.example`, not `hello at clinic.example`. » Write `hello@clinic.example`."
    ),
    (
      "clinic: {email: hello@clinic}",
      "5:17: error wrong-type: `email` must be an e-mail address, such as `hello@clinic.example`, not `hello@clinic`. » Add the ending of the address, such as `.com`: `hello@clinic.com`."
    ),
    (
      "clinic: {logo: lgo.svg}",
      "5:16: error missing-asset: `logo` is `lgo.svg`, but `Templates/assets` has no such file. » Put the file into `Templates/assets`."
    ),
    (
      "params: {open: no}",
      "5:16: error bad-configuration: `no` is a word here, which a template takes for true. » Write `open: false`, or `open: \"no\"` if pages show the word."
    ),
    (
      "params: {banner: {shown: True}}",
      "5:26: error bad-configuration: `True` is a word here, which a template takes for true. » Write `shown: true`, or `shown: \"True\"` if pages show the word."
    ),
    (
      "clinic: {logo: site.cs}",
      "5:16: error missing-asset: `logo` is `site.cs`, but `Templates/assets` has no such file. » Did you mean `site.css`?"
    ),
    (
      "clinic: {opening-hours: []}",
      "5:25: error empty-value: `opening-hours` is empty. » Delete the line if there is nothing to say."
    ),
    (
      "clinic: {opening-hours: monday}",
      "5:25: error wrong-type: `opening-hours` must be a list of times, such as `[{days: [monday], from: \"08:00\", to: \"18:00\"}]`, not a single value. » Write `opening-hours: [{days: [monday], from: \"08:00\", to: \"18:00\"}]`, with your own values."
    ),
    (
      "clinic: {opening-hours: [{days: [], from: \"08:00\", to: \"18:00\"}]}",
      "5:33: error empty-value: `days` is empty. » Delete the line if there is nothing to say."
    ),
    (
      "clinic: {opening-hours: [{days: [mondy], from: \"08:00\", to: \"18:00\"}]}",
      "5:34: error wrong-type: `days` must be the name of a day, such as `monday`, not `mondy`. » Did you mean `monday`?"
    ),
    (
      "clinic: {opening-hours: [{days: [friday, friday], from: \"08:00\", to: \"18:00\"}]}",
      "5:42: error bad-configuration: `friday` is in `days` twice. » Delete one of them."
    ),
    (
      "clinic: {opening-hours: [{days: [friday], from: \"8:00\", to: \"18:00\"}]}",
      "5:49: error wrong-type: `from` must be \(clock), not the text \"8:00\". » Write `08:00`."
    ),
    (
      "clinic: {opening-hours: [{days: [friday], from: \"08:00\", to: 6 pm}]}",
      "5:62: error wrong-type: `to` must be \(clock), not `6 pm`. » Write `18:00`."
    ),
    (
      "clinic: {opening-hours: [{days: [friday], from: \"18:00\", to: \"08:00\"}]}",
      "5:62: error bad-configuration: The clinic closes at 08:00, before it opens at 18:00. » If it closes in the afternoon, write `20:00`. For hours past midnight, write two entries: one up to `24:00`, and one from `00:00` on the next day."
    ),
    (
      "clinic: {opening-hours: [{days: [friday], from: \"08:00\", to: \"18:00\"}, {days: [thursday, friday], from: \"12:00\", to: \"13:00\"}]}",
      "5:72: error bad-configuration: These hours overlap with others on the same day. » Write each time of a day only once."
    ),
    (
      "clinic: {opening-hours: [{days: [friday], from: \"08:00\"}]}",
      "5:26: error missing-key: The key `to` is missing. » Add `to:`, then its value."
    ),
    (
      "clinic: {address: {contry: US}}",
      "5:20: error unknown-key: There is no key `contry` here. » Did you mean `country`?"
    ),
    (
      "clinic: {address: {country: us}}",
      "5:29: error wrong-type: `country` must be the code of a country in two capital letters, such as `US`, not `us`. » Write `US`."
    ),
    (
      "clinic: {address: {}}",
      "5:19: error empty-value: `address` is empty. » Delete the line if there is nothing to say."
    ),
    (
      "clinic: {locations: [cause]}",
      "5:21: error wrong-type: `locations` must be the name of a kind, not a list. » Write `locations: cause`."
    ),
    (
      "clinic: {locations: caus}",
      "5:21: error unknown-kind: `locations` refers to `caus`, but there is no such kind. » Did you mean `cause`?"
    ),
    (
      "clinic: {locations: cause}",
      "5:21: error bad-configuration: `locations` names the kind `cause`, whose articles have no address, so they are no places. » Add `address: {type: group, fields: {street: {type: text}, city: {type: text}}}` to the `fields` of a kind for the clinic's places, and write its name."
    ),
    (
      "clinic: {same-as: {web: \"https://social.example/clinic\"}}",
      "5:19: error wrong-type: `same-as` must be a list of addresses, such as `[https://social.example/clinic]`, not a mapping. » Write `same-as: [https://social.example/clinic]`."
    ),
    (
      "clinic: {same-as: []}",
      "5:19: error empty-value: `same-as` is empty. » Delete the line if there is nothing to say."
    ),
    (
      "clinic: {same-as: [\"tel:+15550100\"]}",
      "5:20: error wrong-type: `same-as` must be \(web), not the text \"tel:+15550100\"."
    ),
    (
      "clinic: {phon: 5}", "5:10: error unknown-key: There is no key `phon` here. » Did you mean `phone`?"
    ),
    (
      "clinic: yes",
      "5:9: error wrong-type: `clinic` must be a mapping (`key: value` lines), not a single value. » Put it in braces, with a key in front: `{phone: …}`. The keys are `phone`, `booking-url`, `email`, `logo`, `opening-hours`, `address`, `locations`, `same-as`."
    ),
    ("params: [a]", "5:9: error wrong-type: `params` must be a mapping of names to values, not a list."),
    (
      "params: {Spring_Sale: a}",
      "5:10: error bad-name: `Spring_Sale` cannot be the name of a parameter. Use only lowercase letters and digits, with single hyphens between them. » Write `spring-sale`."
    ),
    ("params: {a: }", "5:13: error empty-value: `a` is empty. » Write its value."),
    (
      "params: {a: [one, {b: two}]}",
      "5:13: error bad-configuration: The entries of `a` differ in kind. » Write only texts, or only mappings with the same keys."
    ),
    (
      "params: {a: [[one]]}",
      "5:14: error wrong-type: `a` must be a list of texts or of mappings, not a list."
    ),
    (
      "params: {a: {b: {c: {d: {e: f}}}}}",
      "5:25: error bad-configuration: `d` is more than 4 levels deep in `params`. » Move it up."
    ),
  ])
  func faultsOfOneSetting(settings: String, expected: String) async throws {
    expectFaults(try await Self.found(settings), [expected])
  }

  /// All at once.
  @Test func eachFaultAtItsLine() async throws {
    expectFaults(
      try await Self.found("clinic:\n  phone: none\n  email: none\n  locations: none\nparams: {a: }"),
      [
        "6:10: error wrong-type: `phone` must be \(Self.number), not `none`.",
        "7:10: error wrong-type: `email` must be an e-mail address, such as `hello@clinic.example`, not `none`.",
        "8:14: error unknown-kind: `locations` refers to `none`, but there is no such kind.",
        "9:13: error empty-value: `a` is empty. » Write its value.",
      ])
  }

  private static let facts = """
    language: en-US
    clinic:
      phone: (555) 010-0100
      booking-url: https://booking.example/book?a=1&b=é
      email: hello@clinic.example
      logo: site.css
      opening-hours:
        - {days: [wednesday, monday, tuesday, saturday], from: "08:00", to: "12:30"}
        - {days: [monday], from: "12:30", to: "24:00"}
      address: {street: 1 Main Street, city: Springfield, postal-code: "62701", country: US}
      locations: sign
      same-as: [https://social.example/clinic]
    params:
      campaign: spring
      is-open: true
      colors: [red, blue]
      desks: [{name: Front, phone: "1"}, {phone: "2", name: Back}]
    """

  private static let main = """
    {{#site.clinic}}
    {{phone}} {{phone-url}} {{booking-url}} {{email-url}}
    {{#opening-hours}}
    {{days}}: {{from}} ({{opens}}) to {{to}} ({{closes}})
    {{/opening-hours}}
    {{#address}}
    {{street}}, {{city}}{{#region}}, {{region}}{{/region}} {{postal-code}} {{country}}
    {{/address}}
    {{#locations}}
    {{title}} {{url}}
    {{/locations}}
    {{#same-as}}{{.}}{{/same-as}}
    {{/site.clinic}}
    {{^site.clinic}}Nothing.{{/site.clinic}}
    """

  @Test func templatesReadThem() async throws {
    let parameters =
      "\n{{#site.params.is-open}}{{site.params.campaign}}{{/site.params.is-open}}:{{#site.params.colors}} {{.}}{{/site.params.colors}}{{#site.params.desks}}; {{name}} {{phone}}{{/site.params.desks}}\n"
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration("language: en", Self.facts).replacing(
        "    title: Signs\n",
        with: "    title: Signs\n    fields: {address: {type: group, fields: {street: {type: text}}}}\n"),
      "Templates/page.mustache": FixtureSite.page(Self.main + parameters + "{{{structured-data}}}"),
      "Templates/home.mustache": FixtureSite.page("{{{structured-data}}}"),
    ])
    #expect(site.lines(try await site.build()) == [])
    let page = try site.text(of: "Public/about/index.html")
    let expected = """
      (555) 010-0100 tel:5550100100 https://booking.example/book?a=1&amp;b=%C3%A9 mailto:hello@clinic.example
      Monday to Wednesday, Saturday: 8:00 AM (08:00) to 12:30 PM (12:30)
      Monday: 12:30 PM (12:30) to midnight (24:00)
      1 Main Street, Springfield 62701 US
      Outer hip pain /signs/outer-pain/
      https://social.example/clinic
      """
    #expect(page.contains(expected), "\(page)")
    #expect(page.contains("\nspring: red blue; Front 1; Back 2\n"), "\(page)")
    #expect(!page.contains("Nothing."))
    let home = try site.text(of: "Public/index.html")
    for part in [
      #""telephone":"(555) 010-0100","email":"hello@clinic.example","logo":"https://clinic.example/assets/"#,
      #""address":{"@type":"PostalAddress","streetAddress":"1 Main Street","addressLocality":"Springfield","postalCode":"62701","addressCountry":"US"}"#,
      #""openingHoursSpecification":[{"@type":"OpeningHoursSpecification","dayOfWeek":["https://schema.org/Monday","https://schema.org/Tuesday","https://schema.org/Wednesday","https://schema.org/Saturday"],"opens":"08:00","closes":"12:30"}"#,
      #""sameAs":["https://social.example/clinic"]"#,
      #""location":[{"@type":"MedicalBusiness","name":"Outer hip pain","url":"https://clinic.example/signs/outer-pain/"}"#,
    ] {
      #expect(home.contains(part), "\(home)")
    }
    // Other pages name the clinic, no more.
    #expect(!page.contains("telephone"))
  }

  @Test func withoutThemNothingIsShown() async throws {
    let site = try FixtureSite(["Templates/page.mustache": FixtureSite.page(Self.main)])
    #expect(site.lines(try await site.build()) == [])
    #expect(try site.text(of: "Public/about/index.html").contains("Nothing."))
    expectFaults(
      try await faults([
        "Templates/page.mustache": FixtureSite.page("{{site.params.campaign}}")
      ]),
      [
        "Templates/page.mustache:3:15: error template-unknown-name: There is no `campaign` in `site.params`. » `params` has nothing."
      ])
  }

  @Test(arguments: [
    ("08:00", "en-US", "8:00 AM"), ("00:30", "en-US", "12:30 AM"), ("12:00", "en", "12:00 PM"),
    ("23:05", "en-AU", "11:05 PM"), ("23:05", "en-GB", "23:05"), ("08:00", "es", "08:00"),
  ])
  func timesAsReadersWriteThem(time: String, language: String, expected: String) {
    #expect(ClinicFacts.ClockTime(time)?.shown(in: language) == expected)
  }
}
