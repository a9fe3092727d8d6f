import FixtureSite
import Testing

/// Slips in templates and their words that readers would see, or that one message should tell.
@Suite struct TemplateSlipTests {
  private static let layout = FixtureSite.files["Templates/layout.mustache"] ?? ""

  private func layoutFaults(_ old: String, _ new: String) async throws -> [String] {
    #expect(Self.layout.contains(old))
    return try await faults(["Templates/layout.mustache": Self.layout.replacing(old, with: new)])
      .map { $0.replacing("Templates/layout.mustache:", with: "") }
  }

  // MARK: Links to places in a page

  @Test(arguments: [
    ("<main>", "<a href=\"#mein\">Skip</a><main id=\"main\">", "6:10", "`#mein`", "Did you mean `#main`?"),
    (
      "<main>", "<a href=\"#bottom\">Down</a><main>", "6:10", "`#bottom`",
      "Give the element that it leads to `id=\"bottom\"`."
    ),
  ])
  func brokenFragment(old: String, new: String, place: String, name: String, hint: String) async throws {
    expectFaults(
      try await layoutFaults(old, new),
      [
        "\(place): error broken-fragment: This link leads to \(name), but nothing on a page made with `home` has that `id`. » \(hint)"
      ])
  }

  @Test(arguments: [
    "<a href=\"#main\">Skip</a><main id=\"main\">", "<a href=\"#top\">Up</a><main>",
    "<a href=\"#part-{{url}}\">A part</a><main>",
    "<a href=\"#kind-cause\">Causes</a>{{#site.kinds}}<b id=\"kind-{{name}}\"></b>{{/site.kinds}}<main>",
    "<!-- <a href=\"#old\">Old</a> --><main>",
  ])
  func fragmentsThatAreThere(new: String) async throws {
    expectFaults(try await layoutFaults("<main>", new), [])
  }

  /// A heading of some article of the kind is a place on its page.
  @Test func fragmentOfAHeading() async throws {
    let template = FixtureSite.files["Templates/cause.mustache"] ?? ""
    for (name, isThere) in [("what-helps", true), ("what-hurts", false)] {
      let link = "{{$main}}\n<a href=\"#\(name)\">Go</a>"
      let found = try await faults(["Templates/cause.mustache": template.replacing("{{$main}}", with: link)])
      #expect(found.isEmpty == isThere, "\(found)")
    }
  }

  // MARK: Marks that readers would see

  @Test(arguments: [
    ("<h1>{{title}}</h1>", "<h1>{site.name}</h1>", "7:5", "{site.name}", "Write `{{site.name}}`."),
    (
      "<h1>{{title}}</h1>", "{% for a in b %}<h1>{{title}}</h1>{% endfor %}", "7:1", "{% for a in b %}",
      "Write `{{#title}}…{{/title}}` around what is to be there only where `title` is."
    ),
  ])
  func unreadMarks(old: String, new: String, place: String, mark: String, hint: String) async throws {
    expectFaults(
      try await layoutFaults(old, new),
      ["\(place): warning template-bad-name: Readers would see `\(mark)` as it is typed. » \(hint)"])
  }

  @Test(arguments: [
    "<script>const a = {title};</script><h1>{{title}}</h1>",
    "<h1 data-count=\"{count} of {most}\">{{title}}</h1>",
    "<h1>{{title}} {1} { } {A}</h1>", "{{! {title} {% if %} }}<h1>{{title}}</h1>",
  ])
  func readMarks(new: String) async throws {
    let found = try await layoutFaults("<h1>{{title}}</h1>", new)
    expectFaults(found.filter { !$0.contains("content-policy") }, [])
  }

  @Test(arguments: [
    ("<a href=\"tel:112\">Call <b>911</b> now</a>", "This link shows `911`, but leads to `112`."),
    ("<a href=\"tel:112\">Call <b>112</b></a>", ""), ("<a href=\"tel:112\">{{title}}</a>", ""),
  ])
  func misleadingLink(link: String, message: String) async throws {
    let found = try await layoutFaults("<main>", "\(link)<main>")
    expectFaults(
      found,
      message.isEmpty ? [] : ["6:10: error misleading-link: \(message) » Write the same in both places."])
  }

  // MARK: One slip, one message

  @Test(arguments: [
    ("{{#if summary}}<p>{{summary}}</p>{{/if}}", "if", "{{#summary}}…{{/summary}}"),
    ("{{#unless summary}}<p>No</p>{{/unless}}", "unless", "{{^summary}}…{{/summary}}"),
    ("{{#each breadcrumbs}}<p>{{title}}</p>{{/each}}", "each", "{{#breadcrumbs}}…{{/breadcrumbs}}"),
  ])
  func handlebars(tag: String, word: String, right: String) async throws {
    expectFaults(
      try await layoutFaults("<main>", tag + "<main>"),
      ["6:4: error template-bad-name: `\(word)` is a word of another template language. » Write `\(right)`."])
  }

  @Test func lostBlock() async throws {
    expectFaults(
      try await layoutFaults("{{$main}}{{/main}}\n", ""),
      [
        "1:1: error template-unknown-block: There is no block `main` here, though 8 templates put their content into it: it would never be shown. » Add `{{$main}}{{/main}}` where that content belongs."
      ])
  }

  // MARK: The head

  @Test(arguments: [
    (
      "<meta name=\"viewport\" content=\"width=device-width\">",
      "Phones show this page as small as a desktop's, because it does not say how wide it is."
    ),
    (
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{{content-policy}}\">",
      "Nothing limits what this page loads from other sites."
    ),
    (
      "{{^is-indexable}}<meta name=\"robots\" content=\"noindex\">{{/is-indexable}}",
      "Search engines would list pages that no clinician has approved."
    ),
  ])
  func head(lost: String, message: String) async throws {
    let found = try await layoutFaults(lost, "")
    #expect(found.count == 1, "\(found)")
    #expect(
      found.first?.hasPrefix("3:1: warning bad-configuration: \(message) » Add `<") == true
        || found.first?.hasPrefix("3:1: warning bad-configuration: \(message) » Add `{{^") == true, "\(found)"
    )
    // Another file may have it.
    expectFaults(
      try await faults([
        "Templates/layout.mustache": Self.layout.replacing(lost, with: "{{>head}}"),
        "Templates/partials/head.mustache": lost,
      ]), [])
  }

  // MARK: Files

  @Test(arguments: [
    ("robots.txt", true), ("CNAME", true), ("favicon.ico", true), ("apple-touch-icon.png", true),
    ("icon.png", false), ("notes.txt", nil),
  ])
  func filesForTheRoot(name: String, isOfRoot: Bool?) async throws {
    let found = try await faults(["Templates/\(name)": "x"])
    let place =
      isOfRoot == true
      ? "`Templates/root`, which is published at the top of the site, or delete it."
      : "`Templates/assets`, or delete it."
    expectFaults(
      found,
      isOfRoot == nil
        ? []
        : [
          "Templates/\(name): warning unused-template: `\(name)` is not read, because of the folder it is in. » Move it to \(place)"
        ])
  }

  // MARK: Words

  private func wordFaults(_ words: String, _ spanish: String? = nil) async throws -> [String] {
    let names = words.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    let tags = names.map { "{{word.\($0)}}" }.joined()
    var files: [String: String?] = [
      "Templates/faq.mustache": FixtureSite.page(
        "{{#site.clinic}}\(tags){{/site.clinic}}" + FixtureSite.body),
      "Templates/words/en.yaml": words,
    ]
    files["Templates/words/es.yaml"] = spanish
    return try await faults(files)
  }

  @Test(arguments: [
    (
      "call-number: \"Ring 112\"",
      "1:14: warning doubtful-value: The text of `call-number` does not have `{{phone}}` in it, so pages would not say which number to call. » Put `{{phone}}` where it belongs."
    ),
    (
      "call-number: \"Ring {phone}\"",
      "1:14: warning doubtful-value: The text of `call-number` does not have `{{phone}}` in it, so pages would not say which number to call. » Write `{{phone}}` in place of `{phone}`."
    ),
    (
      "anything: \"–\"",
      "1:11: warning unfinished-text: The text of `anything` is `–`, which readers would see. » Write the text."
    ),
    (
      "anything: \"<i>Now</i>\"",
      "1:11: warning doubtful-value: `anything` is shown as plain text, so readers would see `<i>` as it is typed. » Delete all HTML tags from this text."
    ),
    (
      "leave-out: Exercises.\ntake-care-with: exercises",
      "1:12: warning doubtful-value: `leave-out` has the same text as `take-care-with`, which says something else. » Write what each of them stands for."
    ),
    ("call-number: \"Ring {{phone}}\"", ""), ("anything: \"{count} of {most}\"", ""), ("anything: A – B", ""),
    ("leave-out: Leave out\ntake-care-with: Take care with", ""),
  ])
  func words(text: String, fault: String) async throws {
    expectFaults(
      try await wordFaults(text + "\n"), fault.isEmpty ? [] : ["Templates/words/en.yaml:" + fault])
  }

  /// Told where it is lost, not in the translation that still has it.
  @Test func lostInTheOriginal() async throws {
    expectFaults(
      try await wordFaults("ring: Ring 112\n", "ring: \"Llame al {{phone}}\"\n").filter {
        $0.contains("ring")
      },
      [
        "Templates/words/en.yaml:1:7: warning doubtful-value: The text of `ring` does not have `{{phone}}` in it, as `Templates/words/es.yaml:1` has. » Put `{{phone}}` where it belongs."
      ])
  }

  @Test(arguments: [
    (
      "no-diagnosis",
      "No template uses the word `no-diagnosis`, with which pages say that the site cannot replace a visit to a clinician. » Put `<p>{{word.no-diagnosis}}</p>` back, as the starter has it in `Templates/layout.mustache`. Delete the line only if your templates say it in other words."
    ),
    (
      "opening",
      "No template uses the word `opening`. » Write `{{word.opening}}` where it belongs, or delete the line."
    ),
  ])
  func unusedWord(name: String, message: String) async throws {
    expectFaults(
      try await faults(["Templates/words/en.yaml": "\(name): Text\n"]),
      ["Templates/words/en.yaml:1:1: warning unused-word: \(message)"])
  }

  /// The table of words names what the starter has.
  @Test func wordsOfTheStarter() throws {
    let words = try Example.starter.copy().text(of: "Templates/words/en.yaml")
    for name in ["emergency-ask", "no-diagnosis", "answers-suggest-heading", "call-number", "leave-out"] {
      #expect(words.contains("\n\(name): ") || words.hasPrefix("\(name): "))
    }
  }
}
