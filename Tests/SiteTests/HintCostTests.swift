import FixtureSite
import Testing

@testable import Site

/// What hints cost is counted in letters compared, not timed: about as much for each slip, however many names a site has, and
/// nothing for a slip that was there before.
@Suite struct HintCostTests {
  private func references(_ count: Int) async throws -> ArticleReferences {
    var files: [String: String?] = [:]
    for number in 0..<count {
      files["Content/signs/sign-\(number).md"] = FixtureSite.article("Sign number \(number)")
    }
    let report = try await FixtureSite(files).check()
    let references = ArticleReferences(try #require(report.site?.index))
    references.begin(file: "Content/causes/tendon-pain.md")
    return references
  }

  private static let slips: [@Sendable (Int) -> String] = [
    { "../sings/sign-\($0).md" }, { "../signs/sgin-\($0).md" }, { "sign:sing-\($0)" },
    { "/signs/sign-\($0)x/" },
    { "../renamed-folder/sign-\($0).md" }, { "nothing-like-it-\($0).md" },
    { "https://clinic.example/sings/sign-\($0)/" },
  ]

  @Test(arguments: slips.indices) func eachSlipCostsLittle(kind: Int) async throws {
    func cost(_ count: Int) async throws -> Int {
      let references = try await references(count)
      for number in 0..<count {
        guard case .refused = references.link(to: Array(Self.slips[kind](number).utf8)) else {
          Issue.record("\(Self.slips[kind](number)) leads somewhere")
          return 0
        }
      }
      let comparisons = references.hints.comparisons
      for number in 0..<count { _ = references.link(to: Array(Self.slips[kind](number).utf8)) }
      #expect(references.hints.comparisons == comparisons, "one answer for one misspelling")
      return comparisons / count
    }
    let (small, large) = (try await cost(50), try await cost(200))
    #expect(large < 1500 && large < 3 * small + 100, "\(small), \(large)")
  }
}
