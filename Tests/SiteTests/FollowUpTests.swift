import FixtureSite
import Foundation
import Testing

/// A slip in a checker, in the settings or in words is one message, whatever follows from it.
@Suite struct FollowUpTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    let site: Example
    let file: String
    let old: String
    let new: String
    /// All that is told, behind the file's name.
    let fault: String

    init(_ site: Example, _ file: String, _ old: String, _ new: String, _ fault: String) {
      (self.site, self.file, self.old, self.new, self.fault) = (site, file, old, new, fault)
    }

    var testDescription: String { "\(file): \(old) → \(new)".replacing("\n", with: "⏎") }
  }

  private static let checker = "Content/symptom-checker/"
  private static let knee = checker + "knee-pain.yaml"

  static let checkers = [
    Slip(
      .starter, knee, "start: emergency", "start: rest",
      "8:8: error tree-first-question: `start` refers to `rest`, so nobody is asked `emergency`, the question about emergencies. » Write `start: emergency`."
    ),
    Slip(
      .starter, knee, "next: same-day}", "next: rest}",
      "23:3: error tree-red-flag-bypassed: Every path skips the red-flag question `same-day`. » Make an answer lead to it, before any less urgent outcome."
    ),
    Slip(
      .starter, knee, "today: {level: urgent", "today: {level: routine",
      "61:18: error tree-flag-level: `today` is `routine`, but all 5 red flags that lead to it are more urgent: `rf-calf`, for example, is `urgent`. » Write `level: urgent`, or make their answers lead to another outcome."
    ),
    Slip(
      .starter, knee, "rf-locked, next: today", "rf-locked, next: within-days",
      "31:39: error tree-flag-level: The red flag `rf-locked` is `urgent`, but leads to `within-days`, which is only `soon`."
    ),
    Slip(
      .starter, knee, "unsure: {label: I am not sure, next: visit}",
      "dont-know: {label: I am not sure, next: visit}",
      "57:7: error tree-unsure-missing: `how-long` has no answer `unsure`. » Rename `dont-know` to `unsure`."),
    Slip(
      .starter, knee, "  how-long:\n", "    how-long:\n",
      "50:5: error yaml-syntax: `how-long:` begins too far right: the lines that belong to it begin in the same column. » Remove 2 spaces in front of `how-long:`."
    ),
    Slip(
      .starter, knee, "advice: advice/today.md", "advice: today",
      "61:34: error tree-unknown-advice: `advice` refers to `today`, but there is no such file. » Did you mean `advice/today.md`?"
    ),
    Slip(
      .knee, checker + "shoulder-pain.yaml", "picture: shoulder-map", "picture: shoulder-map.svg",
      "46:14: error tree-unknown-picture: `picture` refers to `shoulder-map.svg`, but there is no such drawing. » Did you mean `shoulder-map`?"
    ),
    Slip(
      .knee, knee, "causes: [kneecap-pain, knee-osteoarthritis]", "causes: kneecap-pain",
      "68:13: error wrong-type: `causes` must be a list of ids, such as `[an-id]`, not a single value. » Write `causes: [kneecap-pain]`."
    ),
    Slip(
      .starter, checker + "advice/today.md", "", "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> b\n",
      "1:1: error unfinished-text: Git left this line here when it merged two versions of this text. » Keep one version, and delete every line that starts with `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>`."
    ),
    Slip(
      .starter, checker + "advice/today.md", "", "---\ntitle: Today\n---\n\nGet help today.\n",
      "1:1: error unread-markdown: A text of the checker has no front matter: readers would see these lines. » Delete the lines from `---` to `---`."
    ),
    Slip(
      .starter, knee, "flag: rf-locked", "flag: rf-\u{200B}locked",
      "31:25: error bad-character: There is an invisible character here that is not text: U+200B. » Delete it, or type the words around it again."
    ),
    Slip(
      .starter, "Content/red-flags.yaml", "\n  basis: practice\nrf-locked:", "\nbasis: practice\nrf-locked:",
      "32:1: error bad-red-flag: `basis` begins too far left, so it belongs to no red flag. » Add 2 spaces in front of `basis:`."
    ),
    Slip(
      .starter, "Content/red-flags.yaml",
      "  why: \"A stuck knee: something inside the joint may be in the way. Say in which position it happened.\"",
      "  why: “A stuck knee: something may be in the way.”",
      "35:21: error yaml-syntax: This `:` is not allowed here. » Put the text in quotes: write `why: \"A stuck knee: something may be in the way.\"`."
    ),
  ]

  static let settings = [
    Slip(
      .knee, "site.yaml", "language: en-US\n", "language: en_US\n",
      "6:11: error wrong-type: `language` must be a language tag, such as `en-US`, not `en_US`. » Write `en-US`."
    ),
    Slip(
      .knee, "site.yaml", "language: en-US\n", "language: EN\n",
      "7:13: error bad-configuration: The first of `languages` is the language of the original, which `language` says is `EN`. » Write `EN` first, or correct `language`."
    ),
    Slip(
      .knee, "site.yaml", "glossary: page:glossary", "glossary: page:glosary",
      "69:13: error unknown-target: `glossary` refers to `page:glosary`, but there is no such article. » Did you mean `page:glossary`?"
    ),
    Slip(
      .knee, "site.yaml", "  symptom:\n    folder", "    symptom:\n    folder",
      "124:5: error yaml-syntax: `symptom:` begins too far right: the lines that belong to it begin in the same column. » Remove 2 spaces in front of `symptom:`."
    ),
    Slip(
      .knee, "site.yaml", "of: [floor, chair, wall], ", "",
      "154:21: error missing-key: The key `of` is missing. » Add `of:`, then its value."),
    Slip(
      .knee, "site.yaml", "  frame: [https", "  frames: [https",
      "43:3: error unknown-key: There is no key `frames` here. » Did you mean `frame`?"),
    Slip(
      .knee, "site.yaml", "name: Example Stats", "name:",
      "57:8: error empty-value: `name` is empty."),
    Slip(
      .knee, "site.yaml", "role: {type: text", "role: {type: txt",
      "205:20: error wrong-type: `txt` is not a field type. » Did you mean `text`?"),
    Slip(
      .knee, "site.yaml", "{name: Exercise room, phone:", "{name: Exercise room, mobile:",
      "99:5: error bad-configuration: The entries of `desks` differ in kind. » Write the same keys in each: one has `phone`, another `mobile`."
    ),
    Slip(
      .knee, "site.yaml", "      drawing: {type: image}\n      weeks",
      "      do-not: {type: image}\n      drawing: {type: image}\n      weeks",
      "111:7: error bad-name: `do-not` is also a relation of this kind. » Choose another name."),
    Slip(
      .knee, "site.yaml", "logo: logo.svg", "logo: Templates/assets/logo.svg",
      "87:9: error missing-asset: `logo` is `Templates/assets/logo.svg`, but `Templates/assets` has no such file. » Write `logo.svg`: the name starts below `Templates/assets`."
    ),
    Slip(
      .knee, "site.yaml", "base-url:", "url:",
      "5:1: error unknown-key: There is no key `url` here. » Write `base-url: https://knees.example/` instead of `url:`. If it is something else, delete it and add `base-url:`."
    ),
    Slip(
      .knee, "site.yaml", "  phone: +1 555 0100\n  booking", "  phone: TBD\n  booking",
      "84:10: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `TBD`."
    ),
    Slip(
      .knee, "site.yaml", "unreviewed: allow", "unreviewed: warning",
      "30:22: error wrong-type: `unreviewed` must be `allow`, `warn` or `error`, not `warning`. » Did you mean `warn`?"
    ),
    Slip(
      .knee, "site.yaml", "  - symptoms\n", "  - symptoms\n  - page: care\n",
      "14:5: error unknown-key: A `:` with a space behind it makes a key of the word before it. » Write `page:care`, without the space."
    ),
    Slip(
      .knee, "site.yaml", "  - symptoms\n", "  - symptoms\n  - home\n",
      "14:5: error bad-navigation: `home` is neither the folder of a kind nor `kind:id`. » Write `page:index`."
    ),
    Slip(
      .knee, "site.yaml", "  - symptoms\n", "  - symptoms\n  - https://maps.example/\n",
      "14:5: error bad-navigation: An address of another site, a number or a mailbox needs a label. » Write `{url: \"https://maps.example/\", label: …}`, with what readers are to see."
    ),
    Slip(
      .knee, "site.yaml", "  - checker\n", "  - symptom-checker\n",
      "11:5: error bad-navigation: `symptom-checker` is neither the folder of a kind nor `kind:id`. » Write `checker`."
    ),
  ]

  static let texts = [
    Slip(
      .knee, "Templates/words/en.yaml", "emergency-ask:", "emergency-aks:",
      "41:1: error unknown-key: No template uses the word `emergency-aks`, but some use `emergency-ask`, which is missing here. » Rename it to `emergency-ask`."
    ),
    Slip(
      .knee, "Content/conditions/kneecap-pain.md", "do-not: [deep-squat]", "do-not: [[deep-squat]]",
      "22:10: error wrong-type: `do-not` must be a list of ids, such as `[some-id]`, not a list. » Write one pair of brackets: `do-not: [deep-squat]`."
    ),
    Slip(
      .knee, "Content/conditions/kneecap-pain.md", "summary: Soreness",
      "summary: \(String(repeating: "Sore ", count: 40))",
      "3:10: error text-too-long: `summary` has 279 characters; the limit is 200. » Take out 79 characters or more: the rest can stand in the text of the article."
    ),
    Slip(
      .knee, "Content/pages/when-to-get-help.md", "shows: red-flags", "shows: redflags",
      "7:8: error wrong-type: `shows` must be one of `red-flags`, `visits`, `contact`, not `redflags`. » Did you mean `red-flags`?"
    ),
    Slip(
      .knee, "Content/exercises/wall-sit.md", "  - Do not go lower than feels safe.",
      "  - Stop: do not go on with pain.",
      "13:5: error wrong-type: `before` must be text, not a mapping. » If this is one text, put it in quotes: `\"Stop: do not go on with pain.\"`."
    ),
    Slip(
      .clinic, "Content/red-flags.es.yaml", "", "", "2:9: error empty-value: `text` is empty."),
  ]

  @Test(arguments: checkers + settings + texts) func isOneMessage(_ slip: Slip) async throws {
    let site = try slip.site.copy()
    let text = try site.text(of: slip.file)
    var changed = slip.new
    if slip.site == .clinic {
      changed = text.replacing(/text: .*/, with: "text: \"\"", maxReplacements: 1)
    } else if !slip.old.isEmpty {
      let place = try #require(text.firstRange(of: slip.old))
      changed = text.replacingCharacters(in: place, with: slip.new)
    }
    try site.write(changed, to: slip.file)
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")), ["\(slip.file):\(slip.fault)"])
  }

  @Test func movedChecker() async throws {
    let site = try Example.knee.copy()
    for name in ["shoulder-pain.yaml", "shoulder-pain.vignettes.yaml", "shoulder-pain.paths.tsv"] {
      try site.write(try site.text(of: Self.checker + name), to: Self.checker + "older/" + name)
      try site.remove(Self.checker + name)
    }
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "Content/symptom-checker/older/shoulder-pain.yaml: error unused-file: Nothing uses this file, so it is not published. » Move it to `Content/symptom-checker`, where checkers are read, or delete it."
      ])
  }

  /// A page under another name, and a red flag: one message, whoever names them.
  @Test func renamed() async throws {
    let site = try Example.knee.copy()
    let page = "Content/pages/when-to-get-help.md"
    let text = try site.text(of: page)
    try site.write(text, to: "Content/pages/get-help.md")
    try site.remove(page)
    let found = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      found.first?.hasPrefix(
        "Content/pages/get-help.md: error moved-article: This seems to be the page `when-to-get-help`, which was renamed by hand: 8 places still name that, `Content/conditions/knee-osteoarthritis.md:27`, "
      ) == true
        && found[0].hasSuffix(
          " » Rename it back to `when-to-get-help.md`, then run `limber move page:when-to-get-help get-help`, which changes those places, too."
        ), "\(found)")
    // Templates write addresses, which no file says.
    #expect(found.dropFirst().map { $0.prefix(32) } == ["Templates/partials/body-map.must"], "\(found)")
    try site.write(text, to: page)
    try site.remove("Content/pages/get-help.md")
    let flags = "Content/red-flags.yaml"
    try site.write(
      try site.text(of: flags).replacing("rf-swollen-injury:", with: "rf-balloon:"), to: flags)
    let others = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      others.count == 1
        && others[0].contains(
          "error unknown-red-flag: There is no red flag `rf-swollen-injury` in `\(flags)`. "),
      "\(others)")
  }

  /// Of translations: the list of their states, a language of three letters, and a mark that is none.
  @Test func translations() async throws {
    let site = try Example.clinic.copy()
    let ledger = "Content/translated.es.yaml"
    let article = "Content/causes/gluteal-tendinopathy.es.md"
    let text = try site.text(of: ledger)
    try site.write("<<<<<<< HEAD\n" + text, to: ledger)
    #expect(
      site.lines(try await site.check(today: "2026-11-28")).map { $0.prefix(45) } == [
        "Content/translated.es.yaml:1:1: error yaml-syn"[...].prefix(45)
      ])
    try site.write(text, to: ledger)
    let own = try site.text(of: article)
    try site.write(own.replacing(/translates: .*/, with: "translates: 1234"), to: article)
    let found = site.lines(try await site.check(today: "2026-11-28"))
    #expect(found.count == 1 && found[0].contains("error wrong-type: `translates` must be"), "\(found)")
    try site.remove(article)
    for code in ["esp", "es-MX", "sp", "ES-419"] {
      let misnamed = article.replacing(".es.", with: ".\(code).")
      try site.write(own, to: misnamed)
      expectFaults(
        site.lines(try await site.check(today: "2026-11-28")),
        [
          "\(misnamed): error bad-file-name: `\(code)` is not a language of this site. » If this translates `gluteal-tendinopathy.md`, rename it to `gluteal-tendinopathy.es.md`."
        ])
      try site.remove(misnamed)
    }
    for name in ["gluteal-tendinopathy_es", "gluteal_tendinopathy-es", "Gluteal Tendinopathy es"] {
      try site.write(own, to: "Content/causes/\(name).md")
      expectFaults(
        site.lines(try await site.check(today: "2026-11-28")),
        [
          "Content/causes/\(name).md: error bad-file-name: `\(name).md` cannot be the file name of an article. Use only lowercase letters and digits, with single hyphens between them. » If this translates `gluteal-tendinopathy.md`, rename it to `gluteal-tendinopathy.es.md`."
        ])
      try site.remove("Content/causes/\(name).md")
    }
  }

  @Test func wordsThatNeedQuotes() async throws {
    let site = try Example.knee.copy()
    let file = "Templates/words/en.yaml"
    let text = try site.text(of: file)
    try site.write(text.replacing(/by-reviewer: .*/, with: "by-reviewer: {{reviewer}}"), to: file)
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "\(file):21:15: error wrong-type: This is meant as text, but `{{` is read as two mappings. » Put the text in quotes: write `by-reviewer: \"{{reviewer}}\"`."
      ])
  }
}
