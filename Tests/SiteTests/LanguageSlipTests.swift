import FixtureSite
import Testing

/// `language` and `languages`: one slip, one message.
@Suite struct LanguageSlipTests {
  private static let settings = "site.yaml"

  private static let slips: [EditedExample] = [
    EditedExample(
      .knee,
      [
        .init(
          settings, "language: en-US\nlanguages: {en-US: English}",
          "language: de\nlanguages: {en-US: English}")
      ],
      [
        "site.yaml:7:13: error bad-configuration: The first of `languages` is the language of the original, which `language` says is `de`. » Write `de` first, or correct `language`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          settings, "languages: {en-US: English}", "languages: {fr: Français, es: Español, en-US: English}")
      ],
      [
        "site.yaml:7:13: error bad-configuration: The first of `languages` is the language of the original, which `language` says is `en-US`. » Write `en-US` first, or correct `language`."
      ]),
    EditedExample(
      .knee, [.init(settings, "languages: {en-US: English}", "languages: {en-US: English, jp: 日本語}")],
      ["site.yaml:7:29: error bad-configuration: `jp` is the tag of no language. » Did you mean `ja`?"]),
    EditedExample(
      .knee, [.init(settings, "languages: {en-US: English}", "languages: {en-US: English, esp: Español}")],
      ["site.yaml:7:29: error bad-configuration: `esp` is the tag of no language. » Did you mean `es`?"]),
    EditedExample(
      .knee, [.init(settings, "languages: {en-US: English}", "languages: {en-US: English, xx: Klingon}")],
      [
        "site.yaml:7:29: error bad-configuration: `xx` is the tag of no language. » Write a tag such as `es` or `pt-BR`."
      ]),
    EditedExample(
      .knee,
      [
        .init(
          settings, "language: en-US\nlanguages: {en-US: English}",
          "language: en-UK\nlanguages: {en-UK: English}")
      ],
      [
        "site.yaml:6:11: error wrong-type: `language` must be a language tag, such as `en-US`, not `en-UK`. » Did you mean `en-GB`?",
        "site.yaml:7:13: error bad-configuration: `en-UK` is the tag of no language. » Did you mean `en-GB`?",
      ]),
    EditedExample(
      .knee, [.init(settings, "language: en-US\nlanguages: {en-US: English}", "language: eng")],
      [
        "site.yaml:6:11: error wrong-type: `language` must be a language tag, such as `en-US`, not `eng`. » Did you mean `en`?"
      ]),
    EditedExample(
      .knee, [.init(settings, "language: en-US\nlanguages: {en-US: English}", "language: fi")],
      [
        "Content/symptom-checker/knee-pain.yaml:6:11: warning tree-format: `language` is `en-US`, but the site's language is `fi`, so screen readers would mispronounce one of the two. » Write `language: fi`, or correct `language` in `site.yaml`.",
        "Content/symptom-checker/shoulder-pain.yaml:6:11: warning tree-format: `language` is `en-US`, but the site's language is `fi`, so screen readers would mispronounce one of the two. » Write `language: fi`, or correct `language` in `site.yaml`.",
        "Templates/words/fi.yaml: error missing-file: There are no words for pages in `fi`. » Copy `Templates/words/en.yaml` to that name, translate its texts, and add Limber's own words, which `docs/templates.md` lists.",
      ]),
    EditedExample(
      .clinic, [.init(settings, "es: Español", "sp: Español")],
      ["site.yaml:6:29: error bad-configuration: `sp` is the tag of no language. » Did you mean `es`?"]),
    EditedExample(
      .clinic, [.init(settings, "{en-US: English, es: Español}", "{es: Español, en-US: English}")],
      [
        "site.yaml:6:13: error bad-configuration: The first of `languages` is the language of the original, which `language` says is `en-US`. » Write `en-US` first, or correct `language`."
      ]),
    EditedExample(
      .clinic,
      [.init("Content/causes/gluteal-tendinopathy.md", #"{id: bridge, note: "With both legs"}"#, "bridge")],
      [
        "Content/causes/gluteal-tendinopathy.es.md:20:13: warning translation-stale: `Content/causes/gluteal-tendinopathy.md` has changed since it was translated. » Bring this translation up to date, then run `limber translate accept Content/causes/gluteal-tendinopathy.es.md`."
      ]),
  ]

  @Test(arguments: slips) func isToldOnce(_ slip: EditedExample) async throws { try await slip.check() }
}
