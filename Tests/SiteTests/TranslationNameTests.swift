import Diagnostics
import FixtureSite
import Foundation
import Testing

@testable import Site
@testable import SiteModel

/// Files of translators that have a wrong name or place, and languages in the wrong order: one slip, one message.
@Suite struct TranslationNameTests {
  private typealias Site = TranslatedSite

  /// Files that are moved by the hint, if there is a new name.
  @Test(arguments: [
    (
      Site.flagWords, "Content/red-flags.ES.yaml",
      "Content/red-flags.ES.yaml: error bad-file-name: This translation is not published, because of its name. » Rename it to `red-flags.es.yaml`."
    ),
    (
      Site.flagWords, "Content/red-flags.es.yml",
      "Content/red-flags.es.yml: error bad-file-name: This translation is not published, because of its name. » Rename it to `red-flags.es.yaml`."
    ),
    (
      Site.flagWords, "Content/red-flags.fr.yaml",
      "Content/red-flags.fr.yaml: error bad-file-name: `fr` is not a language of this site, so this translation is not published. » Add the language to `languages` in `site.yaml`, such as `languages: {en: …, fr: …}`."
    ),
    (
      Site.flagWords, "Content/red-flags.en.yaml",
      "Content/red-flags.en.yaml: error bad-file-name: The original of a text has no language in its file name. » Rename it to `red-flags.yaml`."
    ),
    (
      "site.es.yaml", "Content/site.es.yaml",
      "Content/site.es.yaml: error bad-file-name: The words of `site.yaml` are not read from this folder. » Move it next to `site.yaml`, as `site.es.yaml`."
    ),
    (
      "site.es.yaml", "Content/site.ES.yaml",
      "Content/site.ES.yaml: error bad-file-name: The words of `site.yaml` are not read from this folder. » Move it next to `site.yaml`, as `site.es.yaml`."
    ),
    (
      "site.es.yaml", "site.ES.yaml",
      "site.ES.yaml: error bad-file-name: This translation is not published, because of its name. » Rename it to `site.es.yaml`."
    ),
    (
      "site.es.yaml", "site.fr.yaml",
      "site.fr.yaml: error bad-file-name: `fr` is not a language of this site, so this translation is not published. » Add the language to `languages` in `site.yaml`, such as `languages: {en: …, fr: …}`."
    ),
    (
      Site.causeWords, "Content/causes/es.md",
      "Content/causes/es.md: error bad-file-name: `es.md` does not say which article it translates. » Rename it after its original, such as `bridge.es.md` for `bridge.md`."
    ),
    (
      Site.causeWords, "Content/es.md",
      "Content/es.md: error bad-file-name: `es.md` does not say which article it translates. » Rename it after its original, such as `bridge.es.md` for `bridge.md`."
    ),
    (
      Site.causeWords, "Content/causes/tendon-pain.ES.md",
      "Content/causes/tendon-pain.ES.md: error bad-file-name: This translation is not published, because of its name. » Rename it to `tendon-pain.es.md`."
    ),
    (
      Site.causeWords, "Content/causes/tendon-pain.fr.md",
      "Content/causes/tendon-pain.fr.md: error bad-file-name: `fr` is not a language of this site, so this translation is not published. » Add the language to `languages` in `site.yaml`, such as `languages: {en: …, fr: …}`."
    ),
  ]) func misnamed(_ file: String, _ name: String, _ expected: String) async throws {
    let site = try await Site.make()
    let text = try site.text(of: file)
    try site.remove(file)
    try site.write(text, to: name)
    // What the language now lacks is told as that.
    let found = site.lines(try await site.check()).filter { !$0.contains(" translation-missing:") }
    expectFaults(found, [expected])
    #expect(
      try site.snapshot("Content").names.contains(String(name.dropFirst(8))) || !name.hasPrefix("Content/"))
  }

  /// Files of the checker.
  @Test(arguments: [
    (
      "advice/tik.es.md",
      "Content/symptom-checker/advice/tik.es.md: error translation-orphan: This translates `Content/symptom-checker/advice/tik.md`, which does not exist. » Did you mean `Content/symptom-checker/advice/tick.es.md`?"
    ),
    (
      "hip-pane.es.yaml",
      "Content/symptom-checker/hip-pane.es.yaml: error translation-orphan: This translates `Content/symptom-checker/hip-pane.yaml`, which does not exist. » Did you mean `Content/symptom-checker/hip-pain.es.yaml`?"
    ),
    (
      "advice/tick.fr.md",
      "Content/symptom-checker/advice/tick.fr.md: error bad-file-name: `fr` is not a language of this site, so this translation is not published. » Add the language to `languages` in `site.yaml`, such as `languages: {en-US: …, fr: …}`."
    ),
    (
      "knee.fr.yaml",
      "Content/symptom-checker/knee.fr.yaml: error bad-file-name: `fr` is not a language of this site, so this translation is not published. » Add the language to `languages` in `site.yaml`, such as `languages: {en-US: …, fr: …}`."
    ),
    (
      "care-levels.ES.yaml",
      "Content/symptom-checker/care-levels.ES.yaml: error bad-file-name: This translation is not published, because of its name. » Rename it to `care-levels.es.yaml`."
    ),
  ]) func ofTheChecker(_ name: String, _ expected: String) async throws {
    let site = try Example.clinic.copy()
    try site.write("x: y\n", to: "Content/symptom-checker/\(name)")
    let found = try await site.check(today: "2026-11-28")
    expectFaults(site.lines(found).filter { $0.contains(" error ") }, [expected])
    #expect(found.diagnostics.allSatisfy { !($0.file ?? "").hasSuffix(name) || $0.severity == .error })
  }

  /// A site of one language has no translations.
  @Test func ofOneLanguage() async throws {
    let site = try FixtureSite([
      "Content/references.es.yaml": "x: y\n", "Content/red-flags.es.yaml": "x: y\n",
    ])
    let found = site.lines(try await site.check())
    #expect(
      found.contains(
        "Content/red-flags.es.yaml: error bad-file-name: `es` is not a language of this site, so this translation is not published. » Add the language to `languages` in `site.yaml`, such as `languages: {en: …, es: …}`."
      ), "\(found)")
    #expect(!found.contains { $0.contains("references.es.yaml: error") })
  }

  @Test(arguments: [
    (
      "languages: {es: Español, en: English}",
      "site.yaml:5:13: error bad-configuration: The first of `languages` is the language of the original, which `language` says is `en`. » Write `en` first, or correct `language`."
    ),
    (
      "languages: {es: Español}",
      "site.yaml:5:13: error bad-configuration: The first of `languages` is the language of the original, which `language` says is `en`. » Write `en` first, or correct `language`."
    ),
    (
      "languages: {en-GB: English, es: Español}",
      "site.yaml:5:13: error bad-configuration: The first of `languages` is the language of the original, which `language` says is `en`. » Write `en` first, or correct `language`."
    ),
    (
      "languages: [en, es]",
      "site.yaml:5:12: error wrong-type: `languages` must be a mapping of language tags to names, not a list. » Write `languages: {en: …, es: Español}`."
    ),
    (
      "languages: {en: English, es: }",
      "site.yaml:5:29: error empty-value: `es` is empty. » Write its value, or delete the key."
    ),
  ]) func languages(_ line: String, _ expected: String) async throws {
    let site = try await Site.make()
    let text = try site.text(of: "site.yaml")
    try site.write(text.replacing("languages: {en: English, es: Español}", with: line), to: "site.yaml")
    let found = site.lines(try await site.check())
    #expect(found.count == 1)
    if !line.contains("es: }") { expectFaults(found, [expected]) }
  }

  /// The examples of `docs/translating.md` fit the site that `limber init` makes.
  @Test func theExamplesFitANewSite() async throws {
    let docs = try String(
      contentsOf: URL(filePath: Example.repository).appending(path: "docs/translating.md"), encoding: .utf8)
    let site = try Example.starter.copy()
    try site.write(
      try site.text(of: "site.yaml").replacing(
        "language: en\n", with: "language: en\nlanguages: {en: English, es: Español}\n"), to: "site.yaml")
    let before = try await site.check().diagnostics.filter { $0.code == .translationMissing }.count
    let examples = docs.matches(
      of: /\n`([A-Za-z\/.-]+\.es\.yaml)`[^\n]*\n\n```yaml\n(.*?)```/.dotMatchesNewlines())
    #expect(examples.count == 4)
    for example in examples { try site.write(String(example.2), to: String(example.1)) }
    let report = try await site.check()
    let lines = site.lines(report)
    #expect(
      lines.filter {
        $0.contains(".es.yaml:") && !$0.contains("translation-stale") && !$0.contains("-missing:")
      }
        == [])
    // The drawing of the home page links to pages that are not translated.
    #expect(report.diagnostics.allSatisfy { $0.severity != .error || $0.code == .brokenLink }, "\(lines)")
    #expect(before > 0)
    #expect(!lines.contains { $0.hasPrefix("site.es.yaml: warning translation-missing") }, "\(lines)")
  }
}
