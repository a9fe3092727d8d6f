import FixtureSite
import Testing

/// The words of templates, `{{word.…}}`: each fault of `Templates/words` is told whole.
@Suite struct WordFaultTests {
  private static func found(
    _ body: String, en: String?, es: String? = nil, _ others: [String: String?] = [:]
  ) async throws -> [String] {
    let files: [String: String?] = [
      "Templates/sign.mustache": FixtureSite.page(body + FixtureSite.body),
      "Templates/words/en.yaml": en, "Templates/words/es.yaml": es,
    ]
    let written = files.filter { $0.value != nil || $0.key.hasSuffix("mustache") }.merging(others) { $1 }
    if es == nil { return try await faults(written) }
    let site = FixtureSite.configuration(
      "language: en\n", "language: en\nlanguages: {en: English, es: Español}\n")
    // The texts of this site have no translation.
    return try await faults(written.merging(["site.yaml": site]) { $1 }).filter { $0.hasPrefix("Templates/") }
  }

  /// A file of words in a language that the site does not have is not used, whatever it says.
  @Test(arguments: ["menu: Menú\n", "menu: [\n", "menus: Menú\nold: \"{{titulo}}\"\n", ""])
  func languageThatTheSiteDoesNotHave(text: String) async throws {
    let body = "{{word.menu}} {{word.front}}"
    expectFaults(
      try await Self.found(
        body, en: "menu: Menu\nfront: Front\n", ["Templates/words/es.yaml": text]), [])
  }

  @Test func wordsThatAreThere() async throws {
    expectFaults(
      try await Self.found("{{word.menu}}{{word.by}}", en: "menu: Menu\nby: By {{title}}\n"), [])
    // Limber's own are there without a file.
    expectFaults(try await Self.found("{{word.search}}", en: nil), [])
  }

  @Test(arguments: [
    (
      "menu: Menu\n", "{{word.menu}}{{word.manu}}", "3:21",
      "There is no word `manu` in `Templates/words/en.yaml`. » Did you mean `menu`?"
    ),
    (
      "menu: Menu\n", "{{word.menu}} {{word.other-thing}}", "3:22",
      "There is no word `other-thing` in `Templates/words/en.yaml`. » Add `other-thing:` to `Templates/words/en.yaml`."
    ),
  ])
  func missing(en: String, body: String, place: String, rest: String) async throws {
    expectFaults(
      try await Self.found(body, en: en),
      ["Templates/sign.mustache:\(place): error template-unknown-name: \(rest)"])
  }

  @Test func missingWithoutAFile() async throws {
    expectFaults(
      try await Self.found("{{word.menu}}", en: nil),
      [
        "Templates/sign.mustache:3:8: error template-unknown-name: There is no word `menu` in `Templates/words/en.yaml`. » Add `menu:` to `Templates/words/en.yaml`."
      ])
  }

  @Test func unused() async throws {
    expectFaults(
      try await Self.found("{{word.menu}}", en: "menu: Menu\nold: Old\nolder: Older\n"),
      [
        "Templates/words/en.yaml:2:1: warning unused-word: No template uses the word `old`. » Write `{{word.old}}` where it belongs, or delete the line.",
        "Templates/words/en.yaml:3:1: warning unused-word: No template uses the word `older`. » Write `{{word.older}}` where it belongs, or delete the line.",
      ])
  }

  @Test func languagesThatDiffer() async throws {
    expectFaults(
      try await Self.found(
        "{{word.menu}}{{word.front}}", en: "menu: Menu\nfront: Front\n", es: "manu: Menú\nfront: Delante\n"),
      [
        "Templates/words/es.yaml:1:1: error unknown-key: `Templates/words/en.yaml` has no word `manu`. » Did you mean `menu`?"
      ])
    expectFaults(
      try await Self.found("{{word.menu}}", en: "menu: Menu\n", es: "menu: Menú\nentirely-different: Nada\n"),
      [
        "Templates/words/es.yaml:2:1: error unknown-key: `Templates/words/en.yaml` has no word `entirely-different`. » Delete the line, or add `entirely-different:` to `Templates/words/en.yaml`."
      ])
  }

  @Test(arguments: [
    (
      "menu: By {{titel}}\n",
      "Templates/words/en.yaml:1:7: error template-unknown-name: There is no `titel` in `sign`. » Did you mean `title`?"
    ),
    (
      "# Words\nmenu: \"{{#title}}By\"\n",
      "Templates/words/en.yaml:2:7: error template-unclosed-section: `title` is opened here but never closed. » Add `{{/title}}` before the template ends."
    ),
    (
      "menu: \"{{>card}}\"\n",
      "Templates/words/en.yaml:1:7: error template-bad-word: The tag with `card` cannot stand in a word: only values and sections can. » Write the text itself, or put the tag into the template."
    ),
    (
      "menu: \"{{word.menu}}\"\n",
      "Templates/words/en.yaml:1:7: error template-bad-word: The tag with `word.menu` cannot stand in a word: only values and sections can. » Write the text itself, or put the tag into the template."
    ),
    (
      "menu: [Menu]\n",
      "Templates/words/en.yaml:1:7: error wrong-type: `menu` must be text, not a list. » If the brackets are part of the text, write `menu: \"[Menu]\"`. If not, remove them."
    ),
    (
      "menu: Menu\nmenu: Menus\n",
      "Templates/words/en.yaml:2:1: error duplicate-key: `menu` appears twice; the first is on line 1. » Remove one of the two."
    ),
    (
      "menu: Menu\nthe_menu: Menu\n",
      "Templates/words/en.yaml:2:1: error bad-name: `the_menu` cannot be the name of a word: only lowercase letters, digits and single hyphens can. » Write `the-menu`."
    ),
    (
      "menu: Menu\nMenu: Menu\n",
      "Templates/words/en.yaml:2:1: error bad-name: `Menu` cannot be the name of a word: only lowercase letters, digits and single hyphens can. » Write `menu`."
    ),
    (
      "menu: Menu\nframe-button: Show it from {host}\n",
      "Templates/words/en.yaml:2:15: error wrong-type: The text of `frame-button` must have `{title}` in it. » Put `{title}` where it belongs in this language."
    ),
  ])
  func texts(en: String, expected: String) async throws {
    let found = try await Self.found("{{word.menu}}", en: en)
    expectFaults(found, [expected])
  }

  @Test func aTagOfAnotherLanguage() async throws {
    expectFaults(
      try await Self.found(
        "{{word.by}}", en: "by: By {{title}}\n", es: "# Español\nby: Por {{titulo}}\n"),
      [
        "Templates/words/es.yaml:2:5: error template-unknown-name: There is no `titulo` in `sign`. » Did you mean `title`?"
      ])
  }

  @Test func files() async throws {
    expectFaults(
      try await Self.found("x", en: "- menu\n"),
      [
        "Templates/words/en.yaml:1:1: error wrong-type: `words` must be a mapping (`key: value` lines), not a list. » Write a line for each word, such as `menu: Menu`."
      ])
    expectFaults(
      try await Self.found("x", en: nil, ["Templates/words/ES.yaml": "", "Templates/words/spanish.yml": ""]),
      [
        "Templates/words/ES.yaml: error bad-file-name: `ES.yaml` is not read, because a file of words is named after its language, in small letters. » Rename it to `es.yaml`.",
        "Templates/words/spanish.yml: error bad-file-name: `spanish.yml` is not read, because a file of words is named after its language, in small letters. » Name it after a language, such as `es.yaml`.",
      ])
    let merged = try await Self.found("x", en: "<<<<<<< HEAD\na: A\n=======\na: B\n>>>>>>> main\n")
    #expect(
      merged.first?.hasPrefix("Templates/words/en.yaml:1:1: error unfinished-text:") ?? false, "\(merged)")
    let site = try FixtureSite()
    try site.write(Array("a: caf".utf8) + [0xE9], to: "Templates/words/en.yaml")
    expectFaults(
      site.lines(try await site.check()),
      ["Templates/words/en.yaml:1:7: error not-utf-8: The file is not UTF-8 text. » Save it again as UTF-8."])
  }

  @Test(arguments: [
    (
      "{{{word.menu}}}", "template-unescaped-text",
      "`word.menu` is text. Only HTML values can have three braces. » Write `{{word.menu}}`."
    ),
    (
      "{{#word.menu}}x{{/word.menu}}", "template-bad-word",
      "`word.menu` is a word, which is always there, so it cannot have a section. » Write `{{word.menu}}`."
    ),
    (
      "{{word}}", "template-not-text",
      "`word` stands for all words of the site, so it cannot be shown as a whole. » Show one of them, such as `{{word.menu}}`."
    ),
  ])
  func tags(body: String, code: String, rest: String) async throws {
    expectFaults(
      try await Self.found("{{word.menu}}\n" + body, en: "menu: Menu\n"),
      ["Templates/sign.mustache:4:1: error \(code): \(rest)"])
  }

  @Test func aLanguageThatLimberDoesNotSpeak() async throws {
    let french = ["site.yaml": FixtureSite.configuration("language: en", "language: fr")]
    // As before there were words.
    #expect(try await faults(french).filter { $0.contains("words") } == [])
    let found = try await Self.found("{{word.menu}}", en: "menu: Menu\n", french)
    #expect(
      found.first
        == "Templates/words/fr.yaml: error missing-file: There are no words for pages in `fr`. » Copy `Templates/words/en.yaml` to that name, translate its texts, and add Limber's own words, which `docs/templates.md` lists.",
      "\(found)")
  }
}
