import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// What is nested or repeated beyond all reason is read, or refused, in no time.
  @Suite struct ComplexityTests {
    @Test(arguments: [
      ">", "[", "(", "*", "`", "![", "[](", "- ", "<", "**_", "&", "[^", "[@", "|", "> [!NOTE]\n> ",
    ])
    func tenThousandTimes(mark: String) throws {
      let site = try FixtureSite([
        "Content/causes/tendon-pain.md": FixtureSite.cause(
          body: String(repeating: mark, count: 10_000) + " text")
      ])
      let (status, seconds) = try site.timedCheck("--format", "json")
      #expect(status == 0 || status == 1)
      // Under a second even without optimisation, of which the tests are built.
      #expect(seconds < 1, "10,000 times \(mark): \(seconds) s")
    }

    @Test(arguments: ["[", "{a: ", "- ", "&a [*a, "]) func deepFrontMatter(mark: String) throws {
      let site = try FixtureSite([
        "Content/causes/tendon-pain.md": FixtureSite.cause("x: " + String(repeating: mark, count: 10_000))
      ])
      let (status, seconds) = try site.timedCheck()
      #expect(status == 1)
      #expect(seconds < 1)
    }

    @Test func deepTemplates() throws {
      let deep =
        String(repeating: "{{#causes}}", count: 10_000) + String(repeating: "{{/causes}}", count: 10_000)
      let site = try FixtureSite(["Templates/sign.mustache": deep])
      let (status, seconds) = try site.timedCheck()
      #expect(status == 1)
      #expect(seconds < 2)
    }
  }
}
