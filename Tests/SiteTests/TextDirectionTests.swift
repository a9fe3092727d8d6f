import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// What is not translated says how it is written where the page around it is written the other way.
@Suite struct TextDirectionTests {
  private static let lang =
    "{{#language}} lang=\"{{language}}\"{{#direction}} dir=\"{{direction}}\"{{/direction}}{{/language}}"

  private static func pages(in language: String) async throws -> (list: String, cause: String) {
    var files = TranslatedSite.files.filter { !$0.key.contains(".es.") }
    files["site.yaml"] = files["site.yaml"]?.replacing("es: Español", with: "\(language): Otra")
    files["Content/causes/tendon-pain.\(language.lowercased()).md"] =
      TranslatedSite.files[TranslatedSite.causeWords]
    files["Templates/partials/card.mustache"] = "<li\(lang)>{{title}}</li>\n"
    files["Templates/cause.mustache"] = FixtureSite.page(
      "{{{body}}}{{#warnings}}<h2\(lang)>{{heading}}</h2>{{#flags}}<p\(lang)>{{text}}</p>{{/flags}}{{/warnings}}{{#stretches}}<li\(lang)>{{title}}</li>{{note}}{{/stretches}}"
    )
    let site = try FixtureSite(files)
    let report = try await site.build()
    #expect(report.errors == 0, "\(site.lines(report))")
    return (
      try site.text(of: "Public/\(language.lowercased())/stretches/index.html"),
      try site.text(of: "Public/\(language.lowercased())/causes/tendon-pain/index.html")
    )
  }

  @Test func rightToLeft() async throws {
    let (list, cause) = try await Self.pages(in: "es-Arab")
    #expect(list.contains("<li lang=\"en\" dir=\"ltr\">Step-ups</li>"))
    #expect(cause.contains("<p lang=\"en\" dir=\"ltr\">A hard fall with pain</p>"))
    #expect(cause.contains("<li lang=\"en\" dir=\"ltr\">Step-ups</li>"))
  }

  @Test func leftToRight() async throws {
    let (list, cause) = try await Self.pages(in: "es")
    #expect(list.contains("<li lang=\"en\">Step-ups</li>"))
    #expect(cause.contains("<p lang=\"en\">A hard fall with pain</p>"))
    #expect(!list.contains("dir=") && !cause.contains("dir="))
  }

  @Test(arguments: [("en", "ar", "ltr"), ("he", "en", "rtl"), ("en", "es", ""), ("ar", "fa", "")])
  func turned(language: String, page: String, direction: String) {
    #expect(SiteLanguage(tag: language, name: "").among(page).turnedDirection == direction)
  }
}
