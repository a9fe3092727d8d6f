import FixtureSite
import Testing

/// What patients need and the templates of a whole site do not show any more.
@Suite struct PatientNeedTests {
  /// What is put in place of what in one file of a site.
  struct Edit: Sendable, CustomTestStringConvertible {
    var site = Example.starter
    let file: String
    let old: String
    let new: String

    var testDescription: String { "\(file): \(old.prefix(40)) → \(new.prefix(40))" }

    init(_ file: String, _ old: String, _ new: String = "", of site: Example = .starter) {
      (self.file, self.old, self.new, self.site) = ("Templates/" + file, old, new, site)
    }
  }

  private func found(_ edits: Edit...) async throws -> [String] {
    let site = try edits[0].site.copy()
    for edit in edits {
      let text = try site.text(of: edit.file)
      #expect(text.contains(edit.old), "\(edit.file)")
      try site.write(text.replacing(edit.old, with: edit.new), to: edit.file)
    }
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  private static let language =
    "{{#language}} lang=\"{{language}}\"{{#direction}} dir=\"{{direction}}\"{{/direction}}{{/language}}"
  private static let stale =
    "{{#is-stale}} {{>stale-note}}{{/is-stale}}"
  private static let banner = "{{#site.red-flags}}\n{{#is-emergency}}\n"
  private static let bannerEnd = "{{/is-emergency}}\n{{/site.red-flags}}\n"

  // MARK: The emergency line

  @Test(arguments: [
    (Edit("layout.mustache", "{{heading}}</span>", "</span>"), ""),
    (Edit("layout.mustache", banner, "{{#is-preview}}\(banner)"), " outside the preview"),
    (
      Edit("layout.mustache", "<div class=\"emergency\">", "<div hidden class=\"emergency\">"),
      " outside something hidden"
    ),
    (
      Edit("layout.mustache", "<header class=\"site-header\">", "<header class=\"site-header\" hidden>"),
      " outside something hidden"
    ),
    (Edit("layout.mustache", banner, "<!-- later: \(banner)"), " outside a comment"),
    (Edit("layout.mustache", "{{#is-emergency}}", "{{^is-emergency}}"), ""),
    (Edit("layout.mustache", ">{{heading}}<", " title=\"{{heading}}\"><"), ""),
  ])
  func emergency(edit: Edit, reason: String) async throws {
    var edits = [edit]
    if edit.new.contains("preview") {
      edits.append(Edit("layout.mustache", Self.bannerEnd, Self.bannerEnd + "{{/is-preview}}"))
    } else if reason.contains("comment") {
      edits.append(Edit("layout.mustache", Self.bannerEnd, Self.bannerEnd + " -->"))
    }
    let lines = edits.count == 1 ? try await found(edit) : try await found(edits[0], edits[1])
    #expect(lines.count == 1, "\(lines)")
    let line = lines.first ?? ""
    let places = reason.contains("hidden") ? ["38", "5"] : ["5"]
    #expect(places.contains { line.hasPrefix("Templates/layout.mustache:\($0)") }, "\(line)")
    let cause =
      switch reason {
      case " outside a comment": "this comment holds it"
      case " outside something hidden": "this element, which is hidden, holds it"
      default: "12 templates, such as `home`, do not show `site.red-flags.heading`\(reason)"
      }
    #expect(
      line.contains(
        "warning bad-configuration: Visitors do not see what to do in an emergency: \(cause). »"), "\(line)")
  }

  /// The whole line is gone, and with it the only use of a word: one message.
  @Test func wholeLine() async throws {
    let line =
      "{{#site.red-flags}}\n{{#is-emergency}}\n<div class=\"emergency\"><p class=\"wrap\"><strong>{{word.emergency-ask}}</strong> <span{{#language}} lang=\"{{language}}\"{{#direction}} dir=\"{{direction}}\"{{/direction}}{{/language}}>{{heading}}</span>.\(Self.stale)</p></div>\n{{/is-emergency}}\n{{/site.red-flags}}\n"
    expectFaults(
      try await found(Edit("layout.mustache", line)),
      [
        "Templates/layout.mustache:36:1: warning bad-configuration: Visitors do not see what to do in an emergency: 12 templates, such as `home`, do not show `site.red-flags`. » In `Templates/layout.mustache`, write `{{#site.red-flags}}{{#is-emergency}}<p class=\"emergency\"><strong>{{word.emergency-ask}}</strong> {{heading}}.</p>{{/is-emergency}}{{/site.red-flags}}`."
      ])
    // Following the hint, right behind the tag that it points to.
    expectFaults(
      try await found(
        Edit("layout.mustache", line),
        Edit(
          "layout.mustache", "<body>\n",
          "<body>\n{{#site.red-flags}}{{#is-emergency}}<p class=\"emergency\"><strong>{{word.emergency-ask}}</strong> {{heading}}.</p>{{/is-emergency}}{{/site.red-flags}}\n"
        )), [])
  }

  @Test(arguments: [
    // Another form, another place, an attribute that a section adds, and what only the published page has.
    Edit(
      "layout.mustache", "<div class=\"emergency\">",
      "<div class=\"emergency\" id=\"first\" data-hidden=\"no\">"),
    Edit(
      "layout.mustache", "<div class=\"emergency\">",
      "<div class=\"emergency\"{{#is-home}} hidden{{/is-home}}>"),
    Edit("layout.mustache", "<div class=\"emergency\">", "<!-- The line --><div class=\"emergency\">"),
    Edit("layout.mustache", "<div class=\"emergency\">", "<p hidden>Soon.</p><div class=\"emergency\">"),
    Edit("layout.mustache", ">{{heading}}</span>", ">{{^is-preview}}{{heading}}{{/is-preview}}</span>"),
    Edit("layout.mustache", "{{heading}}</span>", "{{#heading}}{{heading}}{{/heading}}</span>"),
    Edit(
      "checker.mustache", "<p\(language)>{{time-frame}}</p>",
      "<p>{{#time-frame}}<b>{{time-frame}}</b>{{/time-frame}}</p>"),
    Edit("partials/warnings.mustache", "{{#has-warnings}}", "{{#has-warnings}}{{^is-home}}{{/is-home}}"),
  ])
  func shownInAnotherWay(edit: Edit) async throws { expectFaults(try await found(edit), []) }

  /// A site without red flags needs no such line.
  @Test func nothingToShow() async throws {
    let layout =
      "<html lang=\"{{language}}\"><head><title>{{head-title}}</title>{{! viewport content-policy is-indexable }}</head><body>{{$main}}{{/main}}</body></html>\n"
    expectFaults(try await faults(["Templates/layout.mustache": layout]), [])
    let flag = "rf-fall: {text: You fell., level: urgent, basis: practice}\n"
    expectFaults(
      try await faults([
        "Templates/layout.mustache": layout, "Content/red-flags.yaml": flag,
        "Content/causes/tendon-pain.md": FixtureSite.cause("red-flags: [rf-fall]"),
      ]), [])
  }

  // MARK: Other pages

  /// Each with what visitors miss and the name that is not shown.
  @Test(arguments: [
    (Edit("checker.mustache", "{{ask}}"), "the questions", "questions.ask"),
    (
      Edit("checker.mustache", "<h2 id=\"{{anchor}}\" tabindex=\"-1\"\(language)>{{ask}}", "<h2>{{ask}}"),
      "the next question when they choose an answer", "questions.anchor"
    ),
    (
      Edit(
        "checker.mustache",
        "{{#answers}}\n<li><a href=\"#{{target}}\"\(language)>{{label}}</a></li>\n{{/answers}}\n"),
      "the answers to choose from and where an answer leads", "questions.answers"
    ),
    (
      Edit(
        "checker.mustache",
        "{{#none}}\n<li><a href=\"#{{target}}\"\(language)>{{label}}</a></li>\n{{/none}}\n"),
      "the answer for “none of these” and where the answer for “none of these” leads", "questions.none"
    ),
    (Edit("checker.mustache", "{{{advice}}}\n"), "the advice of a result", "outcomes.advice"),
    (Edit("checker.mustache", "{{{help}}}\n"), "the explanation of a question", "questions.help"),
    (Edit("checker.mustache", "{{{seek-care-if}}}\n"), "when to get help after all", "outcomes.seek-care-if"),
    (
      Edit("checker.mustache", "<li\(language)>{{text}}</li>\n"),
      "why a warning sign matters and what to tell the clinician", "outcomes.reasons"
    ),
    (Edit("checker.mustache", "{{>review}}\n"), "whether a clinician has approved the page", "review"),
    (
      Edit("checker.mustache", "tel:{{phone}}\">{{word.call-number}}", "tel:+15550100\">Call us", of: .knee),
      "the number to call", "outcomes.level.phone"
    ),
    (
      Edit("partials/warnings.mustache", "{{text}}"), "the warning signs of an article", "warnings.flags.text"
    ),
    (
      Edit("partials/warnings.mustache", ">{{heading}}{{", ">{{"), "how urgent each warning sign is",
      "warnings.heading"
    ),
    (
      Edit("programme.mustache", "{{>warnings}}\n"),
      "the warning signs of an article and how urgent each warning sign is", "warnings"
    ),
    (
      Edit("page.mustache", "<li\(language)>{{text}}\(stale)</li>\n"), "the list of all warning signs",
      "site.red-flags.flags"
    ),
    (
      Edit("page.mustache", "<h2\(language)>{{heading}}\(stale)</h2>\n"),
      "how urgent each warning sign of the list is",
      "site.red-flags.heading"
    ),
    (
      Edit("programme.mustache", "{{#do-not}}\n{{>card}}\n{{/do-not}}\n", of: .knee),
      "which exercises to leave out", "do-not"
    ),
    (
      Edit("condition.mustache", "{{#take-care-with}}\n{{>card}}\n{{/take-care-with}}\n", of: .knee),
      "which exercises need care", "take-care-with"
    ),
    (
      Edit(
        "condition.mustache", "{{#treated-by}}\n{{>card}}\n{{/treated-by}}",
        "{{#do-not}}\n{{>card}}\n{{/do-not}}", of: .knee), "which exercises may help", "treated-by"
    ),
    (
      Edit("programme.mustache", "{{#before}}\n<li>{{{html}}}</li>\n{{/before}}\n", of: .knee),
      "`before` of the exercises in a program", "programme.parts.before"
    ),
    (
      Edit("programme.mustache", "{{#steps}}\n<li>{{{html}}}</li>\n{{/steps}}\n"),
      "how to do the exercises of a program", "programme.parts.steps"
    ),
    (Edit("stretch.mustache", "{{>dose}}\n"), "`dose` of an exercise on its page", "dose"),
    (
      Edit("partials/amount.mustache", "<td>{{hold}}</td>", "<td></td>", of: .knee),
      "`hold` of `amount` of an exercise", "amount.hold"
    ),
    (Edit("sign.mustache", "{{{body}}}\n"), "the text of an article", "body"),
    (Edit("sign.mustache", "{{>review}}\n"), "whether a clinician has approved the page", "review"),
  ])
  func page(edit: Edit, what: String, name: String) async throws {
    let lines = try await found(edit)
    #expect(lines.count == 1, "\(lines)")
    let line = lines.first ?? ""
    #expect(line.contains(" warning bad-configuration: Visitors do not see \(what): the template"), "\(line)")
    #expect(line.contains(" not show `\(name)`. » In `Templates/"), "\(line)")
  }

  @Test(arguments: [
    "{{$main}}{{/main}}", "{{$main}}\n<p> </p>\n{{>list-pages}}{{/main}}", "{{$main}}<p>Gone.</p>{{/main}}",
    "{{$main}}{{title}}{{/main}}",
  ])
  func withdrawn(main: String) async throws {
    let article = FixtureSite.article(
      "Can I keep running?", "about: [cause:tendon-pain]", "review: {status: withdrawn}")
    let partial = ["Templates/partials/list-pages.mustache": "<hr>\n"]
    let lines = try await faults(
      partial.merging([
        "Templates/withdrawn.mustache": "{{<layout}}\(main){{/layout}}\n",
        "Content/faqs/keep-running.md": article,
      ]) { $1 }.mapValues(Optional.some)
    ).filter { $0.contains("withdrawn") }
    let isEmpty = main == "{{$main}}{{/main}}"
    expectFaults(
      lines,
      isEmpty
        ? [
          "Templates/withdrawn.mustache:1:1: warning bad-configuration: Visitors do not see that a page was withdrawn: the template `withdrawn` says nothing. » In `Templates/withdrawn.mustache`, write `<p>{{word.page-withdrawn}}</p>`."
        ] : [])
  }
}
