import FixtureSite
import Testing

@testable import Comparison

/// `limber diff` on what every page says of the clinic, on lists and on notes of relations.
@Suite struct ClinicComparisonTests {
  private static func settings(_ clinic: String) -> [String: String?] {
    ["site.yaml": FixtureSite.configuration("language: en\n", "language: en\n\(clinic)")]
  }

  @Test func facts() async throws {
    let text = try await Comparing(
      Self.settings(
        "clinic:\n  phone: +1 555 0100\n  email: hello@clinic.example\n  opening-hours: [{days: [monday, tuesday, wednesday], from: \"08:00\", to: \"18:00\"}]\n"
      ),
      to: Self.settings(
        "clinic:\n  phone: +1 555 0199\n  booking-url: https://booking.example/\n  address: {street: 1 Main Street, city: Springfield}\n  opening-hours: [{days: [monday, tuesday], from: \"08:00\", to: \"17:00\"}]\n"
      )
    ).text
    #expect(
      text.contains(
        """
          On every page
               The clinic's telephone number:
                 was: +1 555 0100
                 now: +1 555 0199
               The clinic's address for booking:
                 new: https://booking.example/
               The clinic's e-mail address:
                 gone: hello@clinic.example
               The clinic's address:
                 new: 1 Main Street, Springfield
               The clinic's opening hours:
                 was: Monday to Wednesday 08:00 to 18:00
                 now: Monday, Tuesday 08:00 to 17:00
        """), "\(text)")
  }

  @Test func listsAndNotes() async throws {
    let text = try await Comparing(
      both: FixtureSite.news("list: {sort: [-day], per-page: 5}").mapValues { $0 },
      [
        "Content/causes/tendon-pain.md": FixtureSite.article(
          "Tendon pain", "signs: [outer-pain]", "stretches: [{id: step-ups, note: From week 3}]")
      ],
      to: [
        "site.yaml": FixtureSite.news("list: {sort: [title], card: [day]}\nfeed: true")["site.yaml"],
        "Content/causes/tendon-pain.md": FixtureSite.article(
          "Tendon pain", "signs: [outer-pain]", "stretches: [{id: step-ups, note: From week 1}]"),
      ]
    ).text
    for part in [
      "The order of the list `news`:\n         was: -day\n         now: title",
      "What cards of the list `news` show:\n         new: day",
      "Articles on a page of the list `news`:\n         gone: 5",
      "The feed of the list `news`:\n         new: a feed",
      "stretches, note on step-ups:\n         was: From week 3\n         now: From week 1",
    ] {
      #expect(text.contains(part), "\(text)")
    }
  }
}
