import FixtureSite
import Testing

@testable import SiteModel
@testable import Text

/// A number that readers are to call is one that a phone can dial, wherever it stands.
@Suite struct TelephoneTests {
  @Test(arguments: [
    "911", "112", "+15550100", "+1-555-0100", "(555) 0100", "555.0100;ext=5", "*100#", "+1 555 0100?x",
    "01 02 03 04 05", "01.02.03.04.05", "12.34.56.78", "+44 20 7946 0000", "+290 21234", "+683 4000",
    "0511 1234",
    "02.123.45.67", "1-800-555-0100", "212.555.0123", "2026",
  ]) func dialed(number: String) {
    #expect(DialedNumber.isValid(number.utf8))
  }

  @Test(arguments: [
    "", "nine-one-one", "+1555O100", "call us", "12", "1234567890123456", "55+50100", "tel:911", "911!",
    "+44 (0)20 7946 0000",
    "９１１", "01.02.03.04", "07 12 34 56", "+0 555", "+0555 010 0100", "2026-11-30", "30.11.2026", "11-30-2026",
    "1999-1-2", "+1 555 01", "+1 555 010 01", "+49 30 12", "192.168.0.1", "10.0.0.12", "000", "0000000",
  ]) func notDialed(number: String) {
    #expect(!DialedNumber.isValid(number.utf8))
  }

  @Test func ofCareLevels() async throws {
    let site = try Example.knee.copy()
    let file = "Content/symptom-checker/care-levels.yaml"
    try site.write(
      try site.text(of: file).replacing("phone: \"911\"", with: "phone: nine-one-one"), to: file)
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "\(file):5:10: error tree-format: `phone` of `emergency` is `nine-one-one`, which no phone can dial. » Write the digits of the number, such as `911` or `+1-202-555-0142`."
      ])
  }

  @Test(arguments: ["tel:callnow", "tel:+1-555-CALL", "sms:desk", "tel:"])
  func ofLinks(address: String) async throws {
    let found = try await causeFaults(FixtureSite.cause(body: "Call [the desk](\(address))."))
    expectFaults(
      found,
      [
        "7:17: error broken-link: The link `\(address)` is not a complete address. » Write the digits of the number, such as `tel:+15550100`."
      ])
    #expect(
      try await faults(["Templates/faq.mustache": FixtureSite.page("<a href=\"\(address)\">Call</a>")])
        .contains {
          $0.contains("error broken-link: The address `\(address)` is not a complete address.")
        })
  }

  @Test(arguments: [
    ("01.02.03.04", "Two digits are missing: a number in pairs that starts with 0 has five of them."),
    ("+0 555 0100", "Write the code of the country right after `+`, such as `+44`."),
    ("30.11.2026", "This is a date. Write the telephone number."),
    ("11/30/2026", "This is a date. Write the telephone number."),
    ("+1 555 01", "Write the whole number after `+`, with its code of the country and of the area."),
    ("10.0.0.12", "This is the address of a computer. Write the telephone number."),
    ("00000 00", "Write the number itself: these are only zeros."),
  ])
  func ofTheClinic(number: String, hint: String) async throws {
    #expect(
      try await faults([
        "site.yaml": FixtureSite.configuration("language: en", "language: en\nclinic: {phone: \"\(number)\"}")
      ]).contains(
        "site.yaml:5:17: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not the text \"\(number)\". » \(hint)"
      ))
    if number.contains("/") { return }
    let address = "tel:" + number.filter { $0 != " " }
    expectFaults(
      try await causeFaults(FixtureSite.cause(body: "Call [the desk](\(address)).")),
      ["7:17: error broken-link: The link `\(address)` is not a complete address. » \(hint)"])
  }

  @Test(arguments: ["tel:911", "tel:+15550100", "sms:+15550100?body=Hello", "sms:?body=Hello"])
  func rightLinks(address: String) async throws {
    #expect(try await causeFaults(FixtureSite.cause(body: "Call [the desk](\(address)).")) == [])
  }

  @Test func ofFields() async throws {
    let configuration = FixtureSite.configuration(
      "    title: Signs\n",
      "    title: Signs\n    schema-type: Place\n    fields: {phone: {type: text}, desk: {type: url}}\n")
    func found(_ keys: String) async throws -> [String] {
      try await faults([
        "site.yaml": configuration,
        "Templates/sign.mustache": FixtureSite.page(
          FixtureSite.body + "{{phone}} <a href=\"{{desk}}\">Desk</a>"),
        "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", keys),
      ])
    }
    #expect(try await found("phone: +1 555 0100\ndesk: tel:+15550100") == [])
    expectFaults(
      try await found("phone: +1 555 O1O1\ndesk: tel:callme"),
      [
        "Content/signs/outer-pain.md:4:8: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `+1 555 O1O1`.",
        "Content/signs/outer-pain.md:5:7: error wrong-type: `desk` must be an address without spaces that starts with `https:`, `http:`, `tel:`, `mailto:` or `sms:`, not `tel:callme`. » Write the digits of the number, such as `tel:+15550100`.",
      ])
  }

  /// In a group, in a list of them and in a group within one, a number is what it is anywhere else.
  @Test func ofFieldsInGroups() async throws {
    let configuration = FixtureSite.configuration(
      "    title: Signs\n",
      """
          title: Signs
          fields:
            desk: {type: group, fields: {phone: {type: text}, phones: {type: text}}}
            rooms: {type: group, list: true, fields: {name: {type: text}, by: {type: group, fields: {phone: {type: text}}}}}

      """)
    func found(_ keys: String) async throws -> [String] {
      try await faults([
        "site.yaml": configuration,
        "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", keys),
      ])
    }
    #expect(
      try await found(
        "desk: {phone: (555) 0100 ext. 2, phones: any words}\nrooms: [{name: Gym, by: {phone: +1 555 0100}}]")
        == [])
    expectFaults(
      try await found("desk: {phone: ask us}\nrooms:\n  - name: Gym\n    by: {phone: 55S-0100}"),
      ["4:15", "7:17"].enumerated().map {
        "Content/signs/outer-pain.md:\($1): error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `\($0 == 0 ? "ask us" : "55S-0100")`."
      })
  }

  /// A translation need not repeat a number; one that it gives for readers of its language can be dialed.
  @Test(arguments: [("", 0), ("desk: {phone: +1 555 0199}\n", 0), ("desk: {phone: pregunte}\n", 1)])
  func ofGroupsInTranslations(keys: String, faults: Int) async throws {
    let site = try await TranslatedSite.make([
      "site.yaml": TranslatedSite.files["site.yaml"]?.replacing(
        "    easier: {type:",
        with: "    desk: {type: group, fields: {phone: {type: text}}}\n      easier: {type:"),
      TranslatedSite.stretch: TranslatedSite.files[TranslatedSite.stretch]?.replacing(
        "easier:", with: "desk: {phone: +1 555 0199}\neasier:"),
    ])
    let words = try site.text(of: TranslatedSite.stretchWords)
    try site.write(words.replacing("easier:", with: keys + "easier:"), to: TranslatedSite.stretchWords)
    let found = try await site.check().diagnostics.filter { $0.severity == .error }
    #expect(found.count == faults && found.allSatisfy { $0.code == .wrongType }, "\(found.map(\.line))")
  }

  /// `(0)` is for those who call from within the country.
  @Test(arguments: [
    ("+44 (0)20 7946 0000", "+442079460000"), ("(0)20 7946 0000", "02079460000"),
    ("+1 (555) 0100", "+15550100"),
  ]) func withoutTheZeroForOthers(text: String, dialed: String) {
    #expect(ClinicFacts.Telephone(text)?.dialed == dialed)
  }
}
