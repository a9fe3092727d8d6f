import Diagnostics
import FixtureSite
import Testing

@testable import Site

/// What a translation says is held against its original: sentences that are still the original's, and numbers, links, headings and
/// tables that it lacks or has another of.
@Suite struct TranslationTextTests {
  private typealias Site = TranslatedSite

  /// The small site with more in the original and the translation of its cause, in place of "What helps" and "Qué ayuda".
  private static func lines(
    _ original: String, _ own: String, _ changes: [String: (old: String, new: String)] = [:]
  ) async throws -> [String] {
    func text(_ file: String, _ old: String, _ new: String) throws -> String {
      let text = try #require(Site.files[file] ?? FixtureSite.files[file])
      #expect(text.contains(old), "\(file): \(old)")
      return text.replacing(old, with: new)
    }
    var files: [String: String?] = [
      Site.cause: try text(Site.cause, "## What helps\n", original),
      Site.causeWords: try text(Site.causeWords, "## Qué ayuda\n", own),
    ]
    for (file, change) in changes {
      files[file] = try text(file, change.old, change.new)
    }
    // Of which state a translation is does not matter here: what lacks something is not accepted.
    files["site.yaml"] = try text("site.yaml", "checker:", "translations: {stale: allow}\nchecker:")
    files[Site.causeWords] = files[Site.causeWords]??.replacing(
      "review: {status: pending}\n", with: "review: {status: pending}\ntranslates: 0123456789abcdef\n")
    let site = try FixtureSite(Site.files.merging(files.compactMapValues { $0 }) { $1 })
    return site.lines(try await site.check())
  }

  private static let cause = Site.cause
  private static let words = Site.causeWords

  // MARK: Untranslated

  @Test(arguments: [
    // A paragraph, formatted and broken otherwise, one sentence of another, a list's item, a heading, a callout, a picture, a cell.
    (
      "Rest for a day or two if it hurts.\n\n## What helps\n",
      "Rest for *a day* or two\nif it hurts.\n\n## Qué ayuda\n", 9, "Rest for a day or two if it hurts.", 10
    ),
    (
      "Wait. Rest for a day or two if it hurts.\n\n## What helps\n",
      "Espere.\nRest for a day or two if it hurts. Espere.\n\n## Qué ayuda\n", 10,
      "Rest for a day or two if it hurts.", 10
    ),
    (
      "- Ice it\n- Walk on even ground while it is sore\n\n## What helps\n",
      "- Póngale hielo\n- Walk on even ground while it is sore\n\n## Qué ayuda\n", 10,
      "Walk on even ground while it is sore", 11
    ),
    (
      "## What helps when it hurts at night\n", "## What helps when it hurts at night\n", 9,
      "What helps when it hurts at night", 10
    ),
    (
      "> [!TIP] Keep a pillow between your knees\n> Sleep.\n\n## What helps\n",
      "> [!TIP] Keep a pillow between your knees\n> Duerma.\n\n## Qué ayuda\n", 9,
      "Keep a pillow between your knees", 10
    ),
    (
      "![A runner who leans on a wall](hip.svg)\n\n## What helps\n",
      "![A runner who leans on a wall](hip.svg)\n\n## Qué ayuda\n", 9, "A runner who leans on a wall", 10
    ),
    (
      "| When | What |\n|---|---|\n| Week 1 | Walk as far as you like it |\n\n## What helps\n",
      "| Cuándo | Qué |\n|---|---|\n| Semana 1 | Walk as far as you like it |\n\n## Qué ayuda\n", 11,
      "Walk as far as you like it", 12
    ),
  ]) func untranslated(_ original: String, _ own: String, _ line: Int, _ text: String, _ of: Int) async throws
  {
    // Where the text begins that differs, in both files.
    let shift = 7
    expectFaults(
      try await Self.lines(original, own),
      [
        "\(Self.words):\(line + shift):1: warning translation-untranslated: “\(text)” is what `\(Self.cause):\(of + shift)` says in English, word for word. » Write it in Español."
      ])
  }

  /// Names, titles, numbers and what other sites call themselves may be equal.
  @Test(arguments: [
    "Tensor fasciae latae, gluteus medius.", "Ibuprofen 400 mg, 3 times, 24 h, 7 d, 2 x 10.",
    "[National Institute of Arthritis and Musculoskeletal and Skin Diseases](https://niams.example/)",
    "`one two three four five six seven`", "[](sign:outer-pain)",
  ]) func equalAndQuiet(_ text: String) async throws {
    expectFaults(
      try await Self.lines(
        "\(text)\n\n## What helps\n", "\(text)\n\n## Qué ayuda\n",
        ["Content/signs/outer-pain.md": ("title: Outer hip pain", "title: Pain at the outer side of the hip")]
      ),
      [])
  }

  @Test func frontMatter() async throws {
    let site = try await Site.make([
      Site.cause: try #require(Site.files[Site.cause]).replacing(
        "summary: About it.", with: "summary: Pain at the side of your hip when you lie on it."
      )
      .replacing("note: from week 3", with: "note: start in week 3 once it hurts less"),
      Site.causeWords: try #require(Site.files[Site.causeWords]).replacing(
        "summary: De qué se trata.", with: "summary: Pain at the side of your hip when you lie on it."
      ).replacing("desde la semana 3", with: "start in week 3 once it hurts less"),
      Site.stretch: try #require(Site.files[Site.stretch]).replacing(
        "Hold a rail.]", with: "Hold a rail with one hand at first.]"
      ).replacing("A person on a step", with: "A person who stands on one step"),
      Site.stretchWords: try #require(Site.files[Site.stretchWords]).replacing(
        "Tómese de un pasamanos.]", with: "Hold a rail with one hand at first.]"
      ).replacing("Una persona en un escalón", with: "A person who stands on one step"),
    ])
    expectFaults(
      site.lines(try await site.check()),
      [
        "\(Self.words):3:10: warning translation-untranslated: “Pain at the side of your hip when you lie on it.” is what `\(Self.cause):3` says in English, word for word. » Write it in Español.",
        "\(Self.words):5:19: warning translation-untranslated: “start in week 3 once it hurts less” is what `\(Self.cause):6` says in English, word for word. » Write it in Español.",
        "\(Site.stretchWords):5:28: warning translation-untranslated: “Hold a rail with one hand at first.” is what `\(Site.stretch):5` says in English, word for word. » Write it in Español.",
        "\(Site.stretchWords):6:15: warning translation-untranslated: “A person who stands on one step” is what `\(Site.stretch):6` says in English, word for word. » Write it in Español.",
      ])
  }

  @Test func otherFiles() async throws {
    let site = try await Site.make([
      Site.flags: try #require(Site.files[Site.flags]).replacing(
        "A hard fall with pain", with: "A hard fall in the last 2 days"
      ).replacing("A bone may be broken.", with: "A bone may be broken, even if you can walk."),
      Site.flagWords: try #require(Site.files[Site.flagWords]).replacing(
        "Una caída fuerte con dolor", with: "Una caída fuerte en los últimos 3 días"
      ).replacing("Puede haber un hueso roto.", with: "A bone may be broken, even if you can walk."),
      "site.yaml": try #require(Site.files["site.yaml"]).replacing(
        "What may be behind it.", with: "What may be behind it when your hip is sore."),
      "site.es.yaml": try #require(Site.files["site.es.yaml"]).replacing(
        "Lo que puede estar detrás.", with: "What may be behind it when your hip is sore."),
    ])
    expectFaults(
      site.lines(try await site.check()),
      [
        "\(Site.flagWords):2:9: warning translation-numbers: The original says `2` (`\(Site.flags):1`), and this translation `3`. » Write `2` here, or correct the original.",
        "\(Site.flagWords):3:8: warning translation-untranslated: “A bone may be broken, even if you can walk.” is what `\(Site.flags):1` says in English, word for word. » Write it in Español.",
        "site.es.yaml:3:35: warning translation-untranslated: “What may be behind it when your hip is sore.” is what `site.yaml` says in English, word for word. » Write it in Español.",
      ])
  }

  /// What was never translated at all is told of a few texts, and how many more there are.
  @Test func many() async throws {
    let text = (1...9).map { "Do this slowly and stop when it hurts, in part \($0) of it.\n" }.joined(
      separator: "\n")
    let found = try await Self.lines("\(text)\n## What helps\n", "\(text)\n## Qué ayuda\n")
    #expect(found.count == 6)
    #expect(
      found.last
        == "\(Self.words):26:1: warning translation-untranslated: 4 more texts from here on are in English, word for word as in `\(Self.cause)`. » Write them in Español."
    )
  }

  /// Up to five are told one by one, and nothing is said of more.
  @Test(arguments: 4...5) func severalUntranslatedTexts(count: Int) async throws {
    let text = (1...count).map { "Do this slowly and stop when it hurts, in part \($0) of it.\n" }.joined(
      separator: "\n")
    let found = try await Self.lines("\(text)\n## What helps\n", "\(text)\n## Qué ayuda\n")
    #expect(found.count == count && found.allSatisfy { $0.contains("word for word. »") }, "\(found)")
  }

  /// Two regions of one language say most things alike.
  @Test func regions() async throws {
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration(
        "language: en\n", "language: en-US\nlanguages: {en-US: US English, en-GB: UK English}\n"),
      "Content/signs/outer-pain.en-gb.md":
        "---\ntitle: Outer hip pain\nsummary: Pain.\n---\nIt hurts when you lie on that side at night.\n",
      "Content/signs/outer-pain.md":
        "---\ntitle: Outer hip pain\nsummary: Pain.\n---\nIt hurts when you lie on that side at night.\n",
    ])
    let codes = try await site.check().diagnostics.map(\.code)
    #expect(!codes.contains(.translationUntranslated))
  }

  // MARK: Numbers, links, headings, tables

  @Test(arguments: [
    (
      "Wait 6 weeks.\n\n## What helps\n", "Espere 8 semanas.\n\n## Qué ayuda\n",
      "16:1: warning translation-numbers: The original says `6` (`\(Site.cause):17`), and this translation `8`. » Write `6` here, or correct the original."
    ),
    (
      "Rest.\n\nTake 400\nmg.\n\n## What helps\n", "Descanse.\n\nTome\nmiligramos.\n\n## Qué ayuda\n",
      "18:1: warning translation-numbers: The number `400` of the original (`\(Site.cause):19`) is missing in this translation. » Write it here, in digits as the original has it."
    ),
    (
      "Rest.\n\n## What helps\n", "Descanse.\nUnos 3 días.\n\n## Qué ayuda\n",
      "17:1: warning translation-numbers: The original has no number `3` here (`\(Site.cause):17`). » Delete it, or write it in words where the original has words."
    ),
    (
      "See [it](../pages/about.md).\n\n## What helps\n", "Vea eso.\n\n## Qué ayuda\n",
      "16:1: warning translation-links: The original links to `Content/pages/about.md` (`\(Site.cause):17`), and this translation does not. » Write the link in this section: `[…](../pages/about.md)`."
    ),
    (
      "See [it](../pages/about.md).\n\n## What helps\n",
      "Vea [eso](../stretches/step-ups.md).\n\n## Qué ayuda\n",
      "16:1: warning translation-links: The original links to `Content/pages/about.md` (`\(Site.cause):17`), and this translation does not. » Write the link in this section: `[…](../pages/about.md)`."
    ),
    (
      "Rest.\n\n## What helps\n", "Vea [eso](https://else.example/).\n\n## Qué ayuda\n",
      "16:1: warning translation-links: This translation links to `https://else.example/`, and the original does not. » Delete the link, or write it in `\(Site.cause)`, too."
    ),
    (
      "Ask [Ann](tel:+12125550123).\n\n## What helps\n", "Pregunte a Ana.\n\n## Qué ayuda\n",
      "16:1: warning translation-links: The original links to `tel:+12125550123` (`\(Site.cause):17`), and this translation does not. » Write the link in this section: `[…](tel:+12125550123)`."
    ),
    (
      "## When it hurts\n\nRest.\n\n## What helps\n", "Descanse.\n\n## Qué ayuda\n",
      "18:1: warning translation-sections: The original has 2 headings, and this translation 1: “When it hurts” (`\(Site.cause):17`) is missing here. » Write each section of the original, under a heading of the same level: `## …`."
    ),
    (
      "## What helps\n", "## Qué ayuda\n\n### Más\n\nDescanse.\n",
      "16:1: warning translation-sections: The original has 1 heading, and this translation 2. They differ from “Qué ayuda” on. » Take the heading out, or write the section in `\(Site.cause)`, too."
    ),
    (
      "## What helps\n\n### More\n", "## Qué ayuda\n\n## Más\n",
      "18:1: warning translation-sections: This heading is one of level 2, and that of the original (“More”, `\(Site.cause):19`) of level 3. » Start it with `###`."
    ),
    (
      "- Rest.\n- Walk.\n- Wait.\n\n## What helps\n", "- Descanse.\n- Camine.\n\n## Qué ayuda\n",
      "17:1: warning translation-lists: The original has 3 items in lists of this section (`\(Site.cause):17`), and this translation 2. » Write each item of the original, in the same order."
    ),
    (
      "> [!CAUTION]\n> Wait if\n> - it is hot,\n> - it is red.\n\n## What helps\n",
      "> [!CAUTION]\n> Espere si\n> - está caliente.\n\n## Qué ayuda\n",
      "18:1: warning translation-lists: The original has 2 items in the list of this callout (`\(Site.cause):19`), and this translation 1. » Write each item of the original, in the same order."
    ),
    (
      "| A | B |\n|---|---|\n| c | d |\n| e | f |\n\n## What helps\n",
      "| A | B |\n|---|---|\n| c | d |\n\n## Qué ayuda\n",
      "18:1: warning translation-tables: The original has 3 rows of a table in this section (`\(Site.cause):17`), and this translation 2. » Write the same rows as `\(Site.cause)`, in the same order."
    ),
    (
      "| A | B |\n|---|---|\n| c | d |\n\n## What helps\n",
      "| A | B |\n|---|---|\n| c |  |\n\n## Qué ayuda\n",
      "18:1: warning translation-tables: 1 cell of this row says something, and 2 of the original's (`\(Site.cause):19`). » Write each cell of the original in this language."
    ),
  ]) func drift(_ original: String, _ own: String, _ expected: String) async throws {
    expectFaults(try await Self.lines(original, own), ["\(Self.words):\(expected)"])
  }

  @Test(arguments: [
    ("Wait 1,000 steps until 5 p.m.", "Espere 1.000 pasos hasta las 17:00."),
    ("Week 6, then 8 weeks.", "8 semanas después de la semana 6."),
    ("See [it](https://www.clinic.org/en/a).", "Vea [eso](https://es.clinic.org/hola)."),
    ("See [it](https://medline.gov/a).", "Vea [eso](https://medline.gov/spanish/b)."),
    (
      "Rest, [who we are](../pages/about.md) and [steps](../stretches/step-ups.md).",
      "[Los escalones](stretch:step-ups) y [quiénes somos](page:about)."
    ),
    // What is told below the text is worded as translators like.
    (
      "Rest.[^a]\n\n[^a]: Note of it:\n\n    - one thing\n    - another thing",
      "Descanse.[^a]\n\n[^a]: Una nota."
    ),
  ]) func ordinaryAndQuiet(_ original: String, _ own: String) async throws {
    expectFaults(try await Self.lines("\(original)\n\n## What helps\n", "\(own)\n\n## Qué ayuda\n"), [])
  }

  /// A section that is left out is told once, whatever it held.
  @Test func oneSlipOneMessage() async throws {
    let found = try await Self.lines(
      "## When it hurts\n\nSee [it](../pages/about.md) for 6 days.\n\n| A |\n|---|\n| b |\n\n## What helps\n",
      "## Qué ayuda\n")
    #expect(found.count == 1 && found[0].contains("translation-sections"), "\(found)")
  }

  /// What differs because the original has changed since is told as that.
  @Test func staleIsToldOnce() async throws {
    let site = try await Site.make([
      Site.cause: try #require(Site.files[Site.cause]).replacing("Less hill", with: "For 6 weeks, less hill"),
      Site.causeWords: try #require(Site.files[Site.causeWords]).replacing(
        "Correr menos", with: "Por 6 semanas, correr menos"),
    ])
    #expect(site.lines(try await site.check()) == [])
    try site.write(try site.text(of: Site.cause).replacing("6 weeks", with: "8 weeks"), to: Site.cause)
    #expect(try await site.check().diagnostics.map(\.code) == [.translationStale])
  }
}
