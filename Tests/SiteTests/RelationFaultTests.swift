import FixtureSite
import Testing

/// Relations that name what cannot be meant.
@Suite struct RelationFaultTests {
  typealias Site = FixtureSite

  private static func cause(_ keys: String...) -> String {
    (["---", "title: Tendon pain", "summary: About it."] + keys + ["---", "Text.", ""]).joined(
      separator: "\n")
  }

  @Test func unknownTarget() async throws {
    expectFaults(
      try await causeFaults(Self.cause("signs: [outer-pain, outer-pian]", "stretches: [lung]")),
      [
        "4:21: error unknown-target: `signs` refers to `outer-pian`, but there is no such sign. » Did you mean `outer-pain`?",
        "5:13: error unknown-target: `stretches` refers to `lung`, but there is no such stretch.",
      ])
  }

  @Test func commaMissing() async throws {
    expectFaults(
      try await causeFaults(Self.cause("signs: [outer-pain inner-pain; back]", "stretches: []")),
      [
        "4:9: error unknown-target: `signs` refers to `outer-pain inner-pain; back`, but there is no such sign. » Separate them with commas: `[outer-pain, inner-pain, back]`."
      ])
  }

  @Test func targetOfAnotherKind() async throws {
    expectFaults(
      try await causeFaults(Self.cause("signs: [step-ups, 'stretch:step-ups']", "stretches: []")),
      [
        "4:9: error unknown-target: `signs` refers to `step-ups`, but there is no such sign. » There is a stretch with that id.",
        "4:19: error unknown-target: `signs` refers to `stretch:step-ups`, but it can only refer to `sign`.",
      ])
  }

  @Test func kindIsMissingWhereSeveralAreAllowed() async throws {
    expectFaults(
      try await faults([
        "Content/faqs/keep-running.md": Site.article(
          "Can I?", "about: [tendon-pain, nothing, cause:tendon-pain]")
      ]),
      [
        "Content/faqs/keep-running.md:4:9: error unknown-target: `about` refers to `tendon-pain` without its kind. » Did you mean `cause:tendon-pain`?",
        "Content/faqs/keep-running.md:4:22: error unknown-target: `about` refers to `nothing` without its kind. » Write it as a kind and the name of a file without `.md`, such as `cause:some-id`.",
      ])
  }

  @Test func itself() async throws {
    expectFaults(
      try await causeFaults(Site.cause("see-also: [tendon-pain]")),
      [
        "6:12: error self-relation: `see-also` lists the article itself. » Remove it."
      ])
  }

  @Test func twice() async throws {
    expectFaults(
      try await causeFaults(Self.cause("signs: [outer-pain, sign:outer-pain]", "stretches: []")),
      [
        "4:21: error repeated-target: `signs` lists `sign:outer-pain` twice. » Remove one of them."
      ])
  }

  @Test func redFlagTwice() async throws {
    expectFaults(
      try await causeFaults(
        Site.cause("red-flags: [rf-fall, rf-fall]"),
        ["Content/red-flags.yaml": "rf-fall: {text: You fell., level: urgent, basis: practice}\n"]),
      ["6:22: error repeated-target: `red-flags` lists `rf-fall` twice. » Remove one of them."])
  }

  /// One that shows all of them.
  private static let template: [String: String?] = [
    "Templates/cause.mustache": Site.page(
      Site.body
        + "{{#stretches}}{{title}}{{/stretches}}{{#caution}}{{title}}{{/caution}}{{#avoid}}{{title}}{{/avoid}}"
    )
  ]

  @Test func recommendedAndWarnedOf() async throws {
    expectFaults(
      try await causeFaults(Site.cause("caution: [step-ups]", "avoid: [step-ups]"), Self.template),
      [
        "6:11: error contradiction: `step-ups` is in both `stretches` and `caution`. » Remove it from one of them.",
        "7:9: error contradiction: `step-ups` is in both `caution` and `avoid`. » Remove it from one of them.",
        "7:9: error contradiction: `step-ups` is in both `stretches` and `avoid`. » Remove it from one of them.",
      ])
  }

  /// An id that ends like another is not the other.
  @Test func contradictionIsReportedWhereItStands() async throws {
    expectFaults(
      try await causeFaults(
        Site.cause("avoid: [side-step-ups, step-ups]"),
        ["Content/stretches/side-step-ups.md": Site.article("Side step-ups")].merging(Self.template) { $1 }),
      [
        "6:24: error contradiction: `step-ups` is in both `stretches` and `avoid`. » Remove it from one of them."
      ])
  }

  @Test func missingRelation() async throws {
    expectFaults(
      try await causeFaults(Self.cause()),
      [
        "1:1: warning missing-relation: This cause has no `signs`. » Add `signs:` with a list of ids, or `signs: []` if there are none on purpose.",
        "1:1: warning missing-relation: This cause has no `stretches`. » Add `stretches:` with a list of ids, or `stretches: []` if there are none on purpose.",
      ])
    expectFaults(try await causeFaults(Self.cause("signs: []", "stretches: []")), [])
  }

  @Test func sharedSynonym() async throws {
    expectFaults(
      try await faults([
        "Content/causes/tendon-pain.md": Site.cause("also-known-as: [Runner's Hip]"),
        "Content/signs/outer-pain.md": Site.article(
          "Outer hip pain", "also-known-as: [runner's hip, tendon PAIN]"),
      ]),
      [
        "Content/signs/outer-pain.md:4:17: warning shared-synonym: `runner's hip` is also a name of `Content/causes/tendon-pain.md`, so Limber does not link it in other articles. » Keep it in only one of the two articles.",
        "Content/signs/outer-pain.md:4:31: warning shared-synonym: `tendon PAIN` is also a name of `Content/causes/tendon-pain.md`, so Limber does not link it in other articles. » Keep it in only one of the two articles.",
      ])
  }

  @Test func orphan() async throws {
    expectFaults(
      try await faults(["Content/pages/alone.md": Site.article("Alone")]),
      [
        "Content/pages/alone.md:1:1: warning orphan: Nothing links to this article. » Link to it from an article that its readers would come from, or add it to a relation."
      ])
    expectFaults(
      try await faults(["Content/pages/index.md": Site.article("Welcome")]), [], "the home page needs no link"
    )
  }
}
