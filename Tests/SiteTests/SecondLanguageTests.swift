import FixtureSite
import Testing

@testable import SiteModel

/// What a clinic meets when it adds a language: news by year, hours in words, a home page without a translation.
@Suite struct SecondLanguageTests {
  private typealias Site = TranslatedSite

  private static let settings = (Site.files["site.yaml"] ?? "").replacing(
    "kinds:\n",
    with: """
      kinds:
        news:
          folder: news
          title: News
          list: {per-page: 1, archive: day}
          fields: {day: {type: date}}
        room:
          folder: rooms
          title: Rooms
          fields: {opening-hours: {type: hours, list: true}}

      """)

  private static let files: [String: String] = [
    "site.yaml": settings,
    "site.es.yaml": (Site.files["site.es.yaml"] ?? "").replacing(
      "kinds:\n", with: "kinds:\n  news: {title: Noticias}\n  room: {title: Salas}\n"),
    "Templates/news.mustache": FixtureSite.page("{{{body}}}{{day-in-words}}"),
    "Templates/room.mustache": FixtureSite.page(
      "{{{body}}}{{#opening-hours}}<p>{{days}}</p>{{/opening-hours}}"),
    "Templates/index.mustache": (FixtureSite.files["Templates/index.mustache"] ?? "").replacing(
      "{{/main}}",
      with:
        "{{#years}}<a href=\"{{url}}\">{{title}}</a>{{/years}}{{#pages}}<a href=\"{{url}}\">{{number}}</a>{{/pages}}\n{{/main}}"
    ),
    "Content/news/one.md": FixtureSite.article("One", "day: 2025-03-01"),
    "Content/news/two.md": FixtureSite.article("Two", "day: 2026-03-01"),
    "Content/rooms/gym.md": FixtureSite.article(
      "Gym", "opening-hours: [{days: [monday, tuesday, wednesday, saturday], from: \"08:00\", to: \"18:00\"}]"
    ),
    "Content/rooms/gym.es.md": "---\ntitle: Gimnasio\nsummary: De qué se trata.\n---\nTexto.\n",
  ]

  /// They come and go with the news, in every language.
  @Test func furtherPagesAreNoLoss() async throws {
    let site = try await Site.make(Self.files)
    _ = try await site.build()
    #expect(try site.snapshot().names.contains("es/news/2025/index.html"))
    #expect(try site.snapshot().names.contains("es/news/page/2/index.html"))
    try site.write(FixtureSite.article("One", "day: 2025-03-01", body: "Other."), to: "Content/news/one.md")
    #expect(site.lines(try await site.check()).filter { $0.contains("lost-address") } == [])
    // A page that is gone is one.
    try site.remove("Content/rooms/gym.md")
    try site.remove("Content/rooms/gym.es.md")
    let lost = site.lines(try await site.check()).filter { $0.contains("lost-address") }
    #expect(lost.map { $0.contains("/rooms/gym/`") } == [true, true])
  }

  @Test func daysAreInTheLanguageOfThePage() async throws {
    let site = try await Site.make(Self.files)
    _ = try await site.build()
    #expect(
      try site.text(of: "Public/rooms/gym/index.html").contains("<p>Monday to Wednesday, Saturday</p>"))
    #expect(try site.text(of: "Public/es/rooms/gym/index.html").contains("<p>lunes a miércoles, sábado</p>"))
  }

  @Test(arguments: [
    ("en-GB", "Monday to Friday, Sunday"), ("es-US", "lunes a viernes, domingo"),
    ("de", "Montag bis Freitag, Sonntag"), ("fr-CA", "lundi à vendredi, dimanche"),
    ("it", "lunedì–venerdì, domenica"), ("pt-BR", "segunda-feira a sexta-feira, domingo"),
    // Without words of its own.
    ("fi", "Monday to Friday, Sunday"),
  ])
  func daysOfTheWeek(language: String, text: String) {
    var hours = ClinicFacts.OpeningHours()
    hours.days = [.monday, .tuesday, .wednesday, .thursday, .friday, .sunday]
    #expect(hours.dayText(in: language) == text)
  }

  @Test func homePageWithoutATranslation() async throws {
    let home = "Content/pages/index.md"
    let site = try await Site.make([
      home: FixtureSite.article("Start", body: "See [about](about.md).")
    ])
    let told =
      "\(home):1:1: warning translation-missing: The home page has no translation into Español: there, `/es/` has none of this text. » Run `limber new page index --language es`, then translate it."
    #expect(site.lines(try await site.check()).filter { $0.contains("home page") } == [told])
    try site.write(
      "---\ntitle: Inicio\nsummary: De qué se trata.\n---\nVea [esto](about.md).\n",
      to: "Content/pages/index.es.md")
    #expect(site.lines(try await site.check()).filter { $0.contains("home page") } == [])
  }
}
