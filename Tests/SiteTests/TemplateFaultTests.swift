import FixtureSite
import Testing

/// Templates that would make broken pages.
@Suite struct TemplateFaultTests {
  private static func found(_ text: String?, in name: String = "sign") async throws -> [String] {
    try await faults(["Templates/\(name).mustache": text])
  }

  @Test func unknownName() async throws {
    expectFaults(
      try await Self.found("<h1>{{title}}</h1>\n<p>{{sumary}}</p>\n{{{body}}}\n"),
      [
        "Templates/sign.mustache:2:6: error template-unknown-name: There is no `sumary` in `sign`. » Did you mean `summary`?"
      ])
  }

  @Test func unknownNameInAPartialIsReportedOnce() async throws {
    expectFaults(
      try await Self.found("<a href=\"{{link}}\">{{title}}</a>\n", in: "partials/card"),
      [
        "Templates/partials/card.mustache:1:12: error template-unknown-name: There is no `link` in `card`, nor in `cause`. » `card` has `title`, `url`, `summary`, `kind`, `kind-title`, `id`, `urgency`, `language`, `language-name`, `direction`, `urgency-heading`, `highlight` and more."
      ])
  }

  @Test func unclosedSection() async throws {
    expectFaults(
      try await Self.found("<h1>{{title}}</h1>\n{{#causes}}\n<p>{{title}}</p>\n"),
      [
        "Templates/sign.mustache:2:1: error template-unclosed-section: `causes` is opened here but never closed. » Add `{{/causes}}` before the template ends."
      ])
  }

  @Test func partialThatIncludesItself() async throws {
    expectFaults(
      try await Self.found("<li>{{title}}</li>{{>card}}", in: "partials/card"),
      [
        "Templates/partials/card.mustache:1:19: error template-cycle: `card` includes itself, in an endless loop. » Remove one of these tags."
      ])
  }

  @Test func missingPartial() async throws {
    expectFaults(
      try await Self.found("{{>crad}}{{{body}}}"),
      [
        "Templates/sign.mustache:1:4: error template-missing-partial: The partial `crad` does not exist. » Did you mean `card`?"
      ])
  }

  @Test(arguments: [
    (
      "sign", "articles of the kind `sign`",
      " » Copy `Templates/page.mustache` to that name, and change the copy."
    ), ("home", "the home page", ""),
    ("index", "the list pages of a kind", ""),
    ("404", "the page for addresses that do not exist", ""),
  ])
  func missingTemplate(name: String, purpose: String, hint: String) async throws {
    expectFaults(
      try await Self.found(nil, in: name),
      [
        "Templates/\(name).mustache: error missing-template: There is no template for \(purpose).\(hint)"
      ])
  }

  @Test func misnamedTemplate() async throws {
    expectFaults(
      try await faults([
        "Templates/sign.mustache": nil, "Templates/sing.mustache": FixtureSite.page("{{{body}}}"),
      ]),
      [
        "Templates/sign.mustache: error missing-template: There is no template for articles of the kind `sign`. » If `Templates/sing.mustache` is meant for it, rename it to `sign.mustache`."
      ])
  }

  /// Every page would show both versions.
  @Test(arguments: ["Templates/sign.mustache", "Templates/partials/card.mustache"])
  func mergedVersions(file: String) async throws {
    let text = try #require(FixtureSite.files[file])
    let found = try await faults([file: "<<<<<<< HEAD\n\(text)=======\n\(text)>>>>>>> main\n"])
    #expect(
      found.first
        == "\(file):1:1: error unfinished-text: Git left this line here when it merged two versions of this text. » Keep one version, and delete every line that starts with `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>`.",
      "\(found)")
  }

  @Test func notUTF8() async throws {
    let site = try FixtureSite()
    try site.write(
      Array("<p>caf".utf8) + [0xE9] + Array("</p>{{{body}}}".utf8), to: "Templates/sign.mustache")
    expectFaults(
      site.lines(try await site.check()),
      [
        "Templates/sign.mustache:1:7: error not-utf-8: The file is not UTF-8 text. » Save it again as UTF-8."
      ])
  }
}
