import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// What is nested or repeated beyond all reason is read, or refused, in no time.
  @Suite struct ComplexityTests {
    /// Processor time of the processes that were waited for, in seconds: other work on the machine does not count.
    private static func processorSeconds() -> Double {
      var usage = rusage()
      getrusage(Int32(RUSAGE_CHILDREN.rawValue), &usage)
      func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
      return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    @Test(arguments: [
      ">", "[", "(", "*", "`", "![", "[](", "- ", "<", "**_", "&", "[^", "[@", "|", "> [!NOTE]\n> ",
    ])
    func tenThousandTimes(mark: String) throws {
      let site = try FixtureSite([
        "Content/causes/tendon-pain.md": FixtureSite.cause(
          body: String(repeating: mark, count: 10_000) + " text")
      ])
      let before = Self.processorSeconds()
      let run = try site.limber("check", "--format", "json")
      let seconds = Self.processorSeconds() - before
      #expect([0, 1].contains(run.status))
      // Under a second even without optimisation, of which the tests are built.
      #expect(seconds < 1, "10,000 times \(mark): \(seconds) s")
    }

    @Test(arguments: ["[", "{a: ", "- ", "&a [*a, "]) func deepFrontMatter(mark: String) throws {
      let site = try FixtureSite([
        "Content/causes/tendon-pain.md": FixtureSite.cause("x: " + String(repeating: mark, count: 10_000))
      ])
      let before = Self.processorSeconds()
      #expect(try site.limber("check").status == 1)
      #expect(Self.processorSeconds() - before < 1)
    }

    @Test func deepTemplates() throws {
      let deep =
        String(repeating: "{{#causes}}", count: 10_000) + String(repeating: "{{/causes}}", count: 10_000)
      let site = try FixtureSite(["Templates/sign.mustache": deep])
      let before = Self.processorSeconds()
      #expect(try site.limber("check").status == 1)
      #expect(Self.processorSeconds() - before < 2)
    }
  }
}
