import FixtureSite
import Testing

/// Templates that leave out what readers must not miss.
@Suite struct UnshownWarningTests {
  private static let plain = FixtureSite.page("<p>{{title}}</p>{{#stretches}}{{title}}{{/stretches}}")

  @Test(arguments: ["EMERGENCY", "CAUTION", "WARNING"]) func callouts(_ kind: String) async throws {
    let body = "> [!\(kind)]\n> Call now."
    expectFaults(
      try await faults([
        "Templates/cause.mustache": Self.plain,
        "Content/causes/tendon-pain.md": FixtureSite.cause(body: body),
      ]),
      [
        "Content/causes/tendon-pain.md:1:1: error bad-configuration: Readers would not see the warning in this article: the template `cause` does not show `body`. » Add `{{{body}}}` to `Templates/cause.mustache`."
      ])
    #expect(try await faults(["Content/causes/tendon-pain.md": FixtureSite.cause(body: body)]) == [])
  }

  @Test func redFlags() async throws {
    let flags = "rf-fall: {text: You fell., level: urgent, basis: practice}\n"
    let cause = FixtureSite.cause("red-flags: [rf-fall]")
    let files = ["Content/causes/tendon-pain.md": cause, "Content/red-flags.yaml": flags]
    #expect(try await faults(files) == [])
    expectFaults(
      try await faults(
        files.merging([
          "Templates/cause.mustache": FixtureSite.page("{{{body}}}{{#stretches}}{{title}}{{/stretches}}")
        ]) { $1 }),
      [
        "Content/causes/tendon-pain.md:6:13: warning bad-configuration: Readers do not see the red flags of this article: the template `cause` does not show `warnings`. » Use `warnings` in `Templates/cause.mustache`."
      ])
  }

  /// A kind may show its fields alone.
  @Test(arguments: ["Text.", "> [!NOTE]\n> By the way."]) func ordinaryText(_ body: String) async throws {
    #expect(
      try await faults([
        "Templates/faq.mustache": FixtureSite.page("<p>{{title}}</p>"),
        "Content/faqs/keep-running.md": FixtureSite.article(
          "Can I keep running?", "about: [cause:tendon-pain]", body: body),
      ]) == [])
  }
}
