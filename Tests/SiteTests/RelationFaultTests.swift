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
        "4:21: error unknown-target: `signs` names `outer-pian`, but there is no such sign. » Did you mean `outer-pain`?",
        "5:13: error unknown-target: `stretches` names `lung`, but there is no such stretch.",
      ])
  }

  @Test func commaMissing() async throws {
    expectFaults(
      try await causeFaults(Self.cause("signs: [outer-pain inner-pain; back]", "stretches: []")),
      [
        "4:9: error unknown-target: `signs` names `outer-pain inner-pain; back`, but there is no such sign. » Put commas between them: `[outer-pain, inner-pain, back]`."
      ])
  }

  @Test func targetOfAnotherKind() async throws {
    expectFaults(
      try await causeFaults(Self.cause("signs: [step-ups, 'stretch:step-ups']", "stretches: []")),
      [
        "4:9: error unknown-target: `signs` names `step-ups`, but there is no such sign. » There is a stretch of that name.",
        "4:19: error unknown-target: `signs` names `stretch:step-ups`, but leads only to `sign`.",
      ])
  }

  @Test func kindIsMissingWhereSeveralAreAllowed() async throws {
    expectFaults(
      try await faults([
        "Content/faqs/keep-running.md": Site.article(
          "Can I?", "about: [tendon-pain, nothing, cause:tendon-pain]")
      ]),
      [
        "Content/faqs/keep-running.md:4:9: error unknown-target: `about` names `tendon-pain` without its kind. » Did you mean `cause:tendon-pain`?",
        "Content/faqs/keep-running.md:4:22: error unknown-target: `about` names `nothing` without its kind. » Write it as `cause:nothing`.",
      ])
  }

  @Test func itself() async throws {
    expectFaults(
      try await causeFaults(Site.cause("see-also: [tendon-pain]")),
      [
        "6:12: error self-relation: `see-also` names the article itself. » Take it out."
      ])
  }

  @Test func twice() async throws {
    expectFaults(
      try await causeFaults(Self.cause("signs: [outer-pain, sign:outer-pain]", "stretches: []")),
      [
        "4:21: error repeated-target: `signs` names `sign:outer-pain` twice. » Take one out."
      ])
  }

  @Test func recommendedAndWarnedOf() async throws {
    expectFaults(
      try await causeFaults(Site.cause("caution: [step-ups]", "avoid: [step-ups]")),
      [
        "6:11: error contradiction: `step-ups` stands in both `stretches` and `caution`. » Take it out of one of them.",
        "7:9: error contradiction: `step-ups` stands in both `caution` and `avoid`. » Take it out of one of them.",
        "7:9: error contradiction: `step-ups` stands in both `stretches` and `avoid`. » Take it out of one of them.",
      ])
  }

  /// An id that ends like another is not the other.
  @Test func contradictionIsReportedWhereItStands() async throws {
    expectFaults(
      try await causeFaults(
        Site.cause("avoid: [side-step-ups, step-ups]"),
        ["Content/stretches/side-step-ups.md": Site.article("Side step-ups")]),
      [
        "6:24: error contradiction: `step-ups` stands in both `stretches` and `avoid`. » Take it out of one of them."
      ])
  }

  @Test func missingRelation() async throws {
    expectFaults(
      try await causeFaults(Self.cause()),
      [
        "1:1: warning missing-relation: The cause does not say its `signs`. » Add `signs:` with ids, or `signs: []` if there are deliberately none.",
        "1:1: warning missing-relation: The cause does not say its `stretches`. » Add `stretches:` with ids, or `stretches: []` if there are deliberately none.",
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
        "Content/signs/outer-pain.md:4:17: warning shared-synonym: `runner's hip` also names `Content/causes/tendon-pain.md`, so a mention of it is not linked. » Leave it with one of the two.",
        "Content/signs/outer-pain.md:4:31: warning shared-synonym: `tendon PAIN` also names `Content/causes/tendon-pain.md`, so a mention of it is not linked. » Leave it with one of the two.",
      ])
  }

  @Test func orphan() async throws {
    expectFaults(
      try await faults(["Content/pages/alone.md": Site.article("Alone")]),
      [
        "Content/pages/alone.md:1:1: warning orphan: Nothing links to this article. » Link to it from an article that its readers come from, or name it in a relation."
      ])
    expectFaults(
      try await faults(["Content/pages/index.md": Site.article("Welcome")]), [], "the home page needs no link"
    )
  }
}
