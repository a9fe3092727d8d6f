import FixtureSite
import Testing

/// Each sort of file that nothing uses has a hint of its own.
@Suite struct UnusedFileTests {
  @Test(arguments: [
    (
      "symptom-checker/advice/rest.md",
      "Name it in a checker, as in `advice: advice/rest.md`, or delete it. If it is an article, move it to the folder of its kind."
    ),
    (
      "symptom-checker/knee-map.svg",
      "Show it with a question of a checker, as in `picture: knee-map`, or delete it."
    ),
    (
      "symptom-checker/drawings/map.svg",
      "Move it to `Content/symptom-checker`, where checkers look for drawings, or delete it."
    ),
    (
      "symptom-checker/knee.vignettes.yaml",
      "It belongs to the checker `knee.yaml`, which does not exist. Rename it like its checker, or delete it."
    ),
    (
      "symptom-checker/back.paths.tsv",
      "It belongs to the checker `back.yaml`, which does not exist. Rename it like its checker, or delete it."
    ),
    (
      "symptom-checker/old/knee.yaml",
      "Move it to `Content/symptom-checker`, where checkers are read, or delete it."
    ),
    (
      "translated.yaml",
      "Such a file is for another language of the site: name it `translated.es.yaml` for Spanish, or delete it."
    ),
    (
      "causes/red-flags.yaml",
      "If it is `red-flags.yaml`, move it to `Content/red-flags.yaml`. Otherwise, delete it."
    ),
    ("red-flags-es.yaml", "If it translates `red-flags.yaml`, rename it to `red-flags.es.yaml`."),
    ("pictures_fr.yaml", "If it translates `pictures.yaml`, rename it to `pictures.fr.yaml`."),
    (
      "causes/references.bib",
      "References are read from `Content/references.json`. Export them as CSL JSON to that file, then delete this one."
    ),
    ("causes/plan.png", "Use it in an article, or delete it."),
  ])
  func hints(file: String, hint: String) async throws {
    let text =
      file.hasSuffix(".svg") ? "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>" : "x: y\n"
    expectFaults(
      try await faults(["Content/\(file)": text]),
      ["Content/\(file): warning unused-file: Nothing uses this file, so it is not published. » \(hint)"])
  }

  /// Words in a language, on a site that is in none but its own.
  @Test(arguments: ["symptom-checker/knee.es.yaml", "drawings.es.yaml", "red-flags.es.yaml"])
  func wordsInAnotherLanguage(file: String) async throws {
    expectFaults(
      try await faults(["Content/\(file)": "x: y\n"]),
      [
        "Content/\(file): error bad-file-name: `es` is not a language of this site, so this translation is not published. » Add the language to `languages` in `site.yaml`, such as `languages: {en: …, es: …}`."
      ])
  }

  /// Words of a checker that is not there, on a site in that language.
  @Test(arguments: ["knee.es.yaml", "advice/rest.es.md"])
  func translationsOfNothing(file: String) async throws {
    let site = TranslatedSite.files.merging(["Content/symptom-checker/\(file)": "title: Rodilla\n"]) { $1 }
    let original = file.replacing(".es.", with: ".")
    expectFaults(
      try await faults(site.mapValues { $0 }).filter { !$0.contains("translation-stale") },
      [
        "Content/symptom-checker/\(file): error translation-orphan: This translates `Content/symptom-checker/\(original)`, which does not exist. » Write the original first, or delete this file."
      ])
  }
}
