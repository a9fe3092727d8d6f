import FixtureSite
import Testing

/// `changes` tells readers what changed in an article, and when.
@Suite struct ChangesKeyTests {
  private static func site(_ value: String) -> [String: String] {
    [
      "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", "changes: \(value)"),
      "Templates/stretch.mustache": FixtureSite.page(
        "{{#has-changes}}<ul>{{/has-changes}}{{#changes}}<li>{{date}}: {{text}}</li>{{/changes}}{{#has-changes}}</ul>{{/has-changes}}{{{body}}}{{#easier}}{{{html}}}{{/easier}}"
      ),
    ]
  }

  @Test(arguments: [
    "[{date: 2026-11-28, text: A < B}, {date: 2026-11-01, text: New}]",
    "\n- {date: 2026-11-28, text: A < B}\n- {date: 2026-11-01, text: New}",
  ])
  func areShown(value: String) async throws {
    let site = try FixtureSite(Self.site(value))
    expectFaults(site.lines(try await site.build()), [])
    let page = try #require(try site.snapshot().text("stretches/step-ups/index.html"))
    #expect(page.contains("<ul><li>2026-11-28: A &lt; B</li><li>2026-11-01: New</li>"), "\(page)")
  }

  @Test func mayBeMissing() async throws {
    let site = try FixtureSite(Self.site("[]"))
    expectFaults(site.lines(try await site.build()), [])
    let page = try #require(try site.snapshot().text("stretches/step-ups/index.html"))
    #expect(!page.contains("<ul>"))
  }

  @Test(arguments: [
    ("[{text: New}]", "4:11: error missing-key: The key `date` is missing. » Add `date:`, then its value."),
    (
      "[{date: 2026-11-28}]",
      "4:11: error missing-key: The key `text` is missing. » Add `text:`, then its value."
    ),
    (
      "[{date: yesterday, text: New}]",
      "4:18: error wrong-type: `date` must be a date, such as `2026-02-28`, not `yesterday`."
    ),
    (
      "[New]",
      "4:11: error wrong-type: `changes` must be a mapping (`key: value` lines), not a single value. » Put it in braces, with a key in front: `{date: …}`. The keys are `date`, `text`."
    ),
  ])
  func sayBothDayAndText(value: String, fault: String) async throws {
    expectFaults(try await faults(Self.site(value)), ["Content/stretches/step-ups.md:\(fault)"])
  }
}
