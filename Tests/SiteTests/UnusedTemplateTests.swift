import FixtureSite
import Testing

/// Files in `Templates` that no page is made with.
@Suite struct UnusedTemplateTests {
  private static let page = FixtureSite.page(FixtureSite.body)

  @Test(arguments: [
    (
      "cause copy.mustache",
      "No page is made with this template. » If it is a copy of `cause.mustache`, delete it. A template of a kind has the name of the kind, in `Templates`."
    ),
    (
      "page (1).mustache",
      "No page is made with this template. » If it is a copy of `page.mustache`, delete it. A template of a kind has the name of the kind, in `Templates`."
    ),
    (
      "partials/card copy.mustache",
      "No page is made with this partial. » If it is a copy of `card.mustache`, delete it. A template of a kind has the name of the kind, in `Templates`."
    ),
    (
      "partials/banner.mustache",
      "No page is made with this partial. » Write `{{>banner}}` where it belongs, or delete it."
    ),
    (
      "serach.mustache",
      "No page is made with this template. » If it is the template `search`, rename it to `search.mustache`. Otherwise, delete it."
    ),
    (
      "therapy.mustache",
      "No page is made with this template. » Give it the name of a kind in `site.yaml`, write `{{<therapy}}` in the templates that are made with it, or delete it."
    ),
    (
      "site.css",
      "`site.css` is not read, because of the folder it is in. » Move it to `Templates/assets`, or delete it."
    ),
    (
      "cause.html",
      "`cause.html` is not read, because of the end of its name. » Rename it to `cause.mustache`, or delete it."
    ),
    (
      "cause.mustache.txt",
      "`cause.mustache.txt` is not read, because of the end of its name. » Rename it to `cause.mustache`, or delete it."
    ),
  ])
  func told(file: String, fault: String) async throws {
    expectFaults(
      try await faults(["Templates/\(file)": file.hasPrefix("partials/") ? "<p>Hello</p>\n" : Self.page]),
      ["Templates/\(file): warning unused-template: \(fault)"])
  }

  @Test(arguments: ["README.md", "notes.txt"])
  func notesAreNothing(file: String) async throws {
    expectFaults(try await faults(["Templates/\(file)": "About the templates.\n"]), [])
  }

  @Test func copiesOfWords() async throws {
    expectFaults(
      try await faults(["Templates/words/en copy.yaml": "menu: Menu\n"]),
      [
        "Templates/words/en copy.yaml: error bad-file-name: `en copy.yaml` is not read, because a file of words is named after its language, in small letters. » If it is a copy of `en.yaml`, delete it. Otherwise, name it after a language, such as `es.yaml`."
      ])
  }
}
