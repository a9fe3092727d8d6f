import Diagnostics
import Mustache
import Testing

/// Every fault of a template, as the designer reads it.
struct TemplateDiagnosticsTests {
  func faults(
    _ template: String, partials: [String: String] = [:], templates: [String: String] = [:]
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let all = templates.merging(["cause": template]) { $1 }
    let compiled = library(all, partials: partials).compile("cause", for: cause, into: &diagnostics)
    #expect((compiled == nil) == !diagnostics.isEmpty)
    return diagnostics
  }

  func fault(
    _ code: DiagnosticCode, _ line: Int, _ column: Int, _ message: String, hint: String? = nil,
    in file: String = "cause.mustache"
  ) -> Diagnostic {
    .error(code, file: file, at: Position(line: line, column: column), message, hint: hint)
  }

  // MARK: Syntax

  @Test func unclosedTag() {
    #expect(
      faults("ü\n<p>{{title</p>\n{{title}}") == [
        fault(
          .templateUnclosedTag, 2, 4, "The tag that starts here with `{{` is never closed.",
          hint: "Close it with `}}`.")
      ])
    #expect(
      faults("{{{body}}") == [
        fault(
          .templateUnclosedTag, 1, 1, "The tag that starts here with `{{` is never closed.",
          hint: "Close it with `}}}`.")
      ])
  }

  @Test func unclosedSection() {
    #expect(
      faults("{{#signs}}\n{{#draft}}x\n{{/signs}}") == [
        fault(
          .templateUnclosedSection, 2, 1, "`draft` is opened here but never closed.",
          hint: "Add `{{/draft}}` before `{{/signs}}`.")
      ])
    #expect(
      faults("  {{^signs}}x") == [
        fault(
          .templateUnclosedSection, 1, 3, "`signs` is opened here but never closed.",
          hint: "Add `{{/signs}}` before the template ends.")
      ])
  }

  @Test func unexpectedAndMismatchedClose() {
    #expect(
      faults("a{{/signs}}") == [
        fault(
          .templateUnexpectedClose, 1, 2, "`{{/signs}}` has nothing to close: no section is open here.",
          hint: "Remove it, or open `{{#signs}}` above it.")
      ])
    #expect(
      faults("{{#signs}}{{/sings}}") == [
        fault(
          .templateMismatchedClose, 1, 11, "`{{/sings}}` does not match the open section `signs`.",
          hint: "Write `{{/signs}}` to close it.")
      ])
    #expect(
      faults("{{#signs}}{{/other}}{{/signs}}") == [
        fault(
          .templateMismatchedClose, 1, 11, "`{{/other}}` does not match the open section `signs`.",
          hint: "Write `{{/signs}}` to close it.")
      ])
  }

  @Test func badDelimiters() {
    #expect(
      faults("{{=<% =}}") == [
        fault(
          .templateBadDelimiters, 1, 1, "This tag must give two delimiters.",
          hint: "Write the new delimiters with a space between them and without `=`, such as `{{=<% %>=}}`.")
      ])
  }

  @Test func badNames() {
    #expect(
      faults(" {{}}{{# }}x{{/}}").map(\.message) == [
        "This tag has no name.", "This tag has no name.", "This tag has no name.",
      ])
    #expect(
      faults(" {{}}") == [
        fault(
          .templateEmptyTag, 1, 2, "This tag has no name.",
          hint: "Write the name of a value, as in `{{title}}`, or remove the tag.")
      ])
    #expect(
      faults("{{ a b }}") == [
        fault(
          .templateBadName, 1, 4, "`a b` is not a valid name: names cannot contain spaces.",
          hint: "Write one name, with hyphens in place of spaces.")
      ])
    #expect(
      faults("{{title.}}") == [
        fault(.templateBadName, 1, 3, "`title.` is not a valid name: a dot needs a name on each side.")
      ])
  }

  @Test func nesting() {
    let deep = String(repeating: "{{#draft}}", count: 65) + String(repeating: "{{/draft}}", count: 65)
    #expect(
      faults(deep) == [
        fault(
          .templateNesting, 1, 641, "More than 64 sections are nested here.",
          hint: "Close the sections that are finished.")
      ])
  }

  // MARK: Names

  @Test func unknownName() {
    #expect(
      faults("<h1>{{ titel }}</h1>") == [
        fault(
          .templateUnknownName, 1, 8, "There is no `titel` in `cause`.", hint: "Did you mean `title`?")
      ])
    #expect(
      faults("{{#signs}}{{author}}{{/signs}}") == [
        fault(
          .templateUnknownName, 1, 13, "There is no `author` in `sign`, nor in `cause`.",
          hint: "`sign` has `title`, `url`.")
      ])
    #expect(
      faults("{{main-sign.ur}}") == [
        fault(
          .templateUnknownName, 1, 13, "There is no `ur` in `main-sign`.", hint: "Did you mean `url`?")
      ])
    #expect(
      faults("{{title.length}}") == [
        fault(.templateUnknownName, 1, 9, "`title` is text, so it has no `length`.")
      ])
  }

  @Test func notText() {
    #expect(
      faults("{{signs}}\n{{draft}}\n{{main-sign}}") == [
        fault(
          .templateNotText, 1, 1, "`signs` is a list, so it cannot be shown as a whole.",
          hint: "Show its entries one by one: `{{#signs}}…{{/signs}}`."),
        fault(
          .templateNotText, 2, 1, "`draft` is a flag (yes or no), so it cannot be shown.",
          hint: "Use it to show something else: `{{#draft}}…{{/draft}}`."),
        fault(
          .templateNotText, 3, 1, "`main-sign` is a record, so it cannot be shown as a whole.",
          hint: "Show one of its values: `title`, `url`."),
      ])
  }

  @Test func escaping() {
    #expect(
      faults("{{{title}}}") == [
        fault(
          .templateUnescapedText, 1, 1,
          "`title` is text. Only HTML values can have three braces.",
          hint: "Write `{{title}}`.")
      ])
    #expect(
      faults("{{body}}") == [
        fault(
          .templateEscapedHTML, 1, 1, "`body` is HTML. With two braces, visitors would see its tags.",
          hint: "Write `{{{body}}}`.")
      ])
  }

  @Test func nestedList() {
    #expect(
      faults("{{#signs}}<ul>{{#signs}}x{{/signs}}</ul>{{/signs}}") == [
        fault(
          .templateNestedList, 1, 15,
          "This is already inside the list `signs`: its entries would be shown again for each entry.",
          hint: "To show something once if the list has entries, use a flag.")
      ])
  }

  // MARK: Partials and parents

  @Test func missing() {
    #expect(
      faults("{{>crad}}\n{{<layuot}}{{/layuot}}", partials: ["card": ""], templates: ["layout": ""]) == [
        fault(
          .templateMissingPartial, 1, 4, "The partial `crad` does not exist.", hint: "Did you mean `card`?"),
        fault(
          .templateMissingParent, 2, 4, "The template `layuot` does not exist.",
          hint: "Did you mean `layout`?"),
      ])
  }

  @Test func faultsInPartials() {
    let card = "{{#draft}}\n{{titel}}"
    #expect(
      faults("{{>card}}{{>card}}", partials: ["card": card]) == [
        fault(
          .templateUnclosedSection, 1, 1, "`draft` is opened here but never closed.",
          hint: "Add `{{/draft}}` before the template ends.", in: "partials/card.mustache"),
        fault(
          .templateUnknownName, 2, 3, "There is no `titel` in `cause`.", hint: "Did you mean `title`?",
          in: "partials/card.mustache"),
      ])
  }

  @Test func dynamicName() {
    #expect(
      faults("{{>*title}}") == [
        fault(
          .templateDynamicName, 1, 1,
          "`*title` includes a partial chosen by a value, so it cannot be checked.",
          hint: "Include each partial by name, inside a section that decides when it is shown.")
      ])
  }

  @Test func cycles() {
    #expect(
      faults("{{>b}}{{>a}}", partials: ["a": "{{#signs}}{{>b}}{{/signs}}", "b": "\n{{>c}}", "c": "{{>a}}"])
        == [
          fault(
            .templateCycle, 1, 11,
            "`a` includes `b`, which includes `c`, which includes `a` again, in an endless loop.",
            hint: "Remove one of these tags.", in: "partials/a.mustache")
        ])
    #expect(
      faults("{{>a}}", partials: ["a": "{{>a}}"]) == [
        fault(
          .templateCycle, 1, 1, "`a` includes itself, in an endless loop.", hint: "Remove one of these tags.",
          in: "partials/a.mustache")
      ])
  }

  @Test func blocks() {
    let layout = "{{$title}}{{/title}}{{$main}}{{/main}}"
    #expect(
      faults("{{<layout}}{{$mian}}x{{/mian}}{{/layout}}", templates: ["layout": layout]) == [
        fault(
          .templateUnknownBlock, 1, 15, "`layout` has no block `mian`, so this would never be shown.",
          hint: "Did you mean `main`?")
      ])
    #expect(
      faults("{{<layout}}{{$main}}1{{/main}}{{$main}}2{{/main}}{{/layout}}", templates: ["layout": layout])
        == [
          fault(
            .templateDuplicateBlock, 1, 31,
            "`layout` gets the block `main` twice, so the first would never be shown.",
            hint: "Put both texts into one block, or remove one of them.")
        ])
    #expect(
      faults("{{<layout}}\n  <p>{{$main}}x{{/main}}\n{{/layout}}", templates: ["layout": layout]) == [
        fault(
          .templateOutsideBlock, 2, 3,
          "This is between the tags of `layout` but not in any of its blocks, so it would never be shown.",
          hint: "Move it into a block: `{{$main}}`, `{{$title}}`.")
      ])
  }

  @Test func growth() {
    let partials = Dictionary(
      uniqueKeysWithValues: (0..<40).map { ("p\($0)", "{{>p\($0 + 1)}}{{>p\($0 + 1)}}") })
    #expect(
      faults("{{>p0}}", partials: partials.merging(["p40": "x"]) { $1 }) == [
        fault(
          .templateTooLarge, 1, 1, "With everything it includes, this template is too large.",
          hint: "Look for partials that include other partials many times.")
      ])

    let chain = Dictionary(uniqueKeysWithValues: (0..<400).map { ("p\($0)", "{{>p\($0 + 1)}}") })
    #expect(
      faults("{{>p0}}", partials: chain.merging(["p400": "x"]) { $1 }) == [
        fault(
          .templateNesting, 1, 1, "More than 200 sections, partials and blocks are nested here.",
          in: "partials/p198.mustache")
      ])
  }

  // MARK: Libraries

  @Test func parsesWhatNothingUses() {
    let library = library(["cause": "{{>used}}", "odd": "{{#a}}"], partials: ["used": "", "unused": "{{"])
    var diagnostics: [Diagnostic] = []
    library.parse(into: &diagnostics)
    #expect(
      diagnostics == [
        fault(
          .templateUnclosedSection, 1, 1, "`a` is opened here but never closed.",
          hint: "Add `{{/a}}` before the template ends.", in: "odd.mustache"),
        fault(
          .templateUnclosedTag, 1, 1, "The tag that starts here with `{{` is never closed.",
          hint: "Close it with `}}`.",
          in: "partials/unused.mustache"),
      ])
    #expect(library.contains("cause") && !library.contains("used"))
    #expect(library.compile("used", for: cause, into: &diagnostics) == nil)
  }
}
