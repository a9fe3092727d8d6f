import Diagnostics
import SymptomTree
import Testing

@testable import SiteBuilder

/// The real checker, broken in every way that we could think of.
@Suite struct RealTreeMutationTests {
  @Test func theCheckerItselfIsSound() async throws {
    let (tree, diagnostics) = try await RealChecker.sound().check()
    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(tree.proven != nil)
    #expect(try #require(tree.json).count <= 64 * 1024)
  }

  @Test func thereAreManyWaysAndNoneTwice() {
    #expect(RealTreeMutation.all.count >= 40)
    #expect(Set(RealTreeMutation.all.map(\.name)).count == RealTreeMutation.all.count)
  }

  /// Caught by the rule meant for it, even when whoever broke it raised the major version and committed new paths.
  @Test(arguments: RealTreeMutation.all) func isCaught(mutation: RealTreeMutation) async throws {
    var checker = try await RealChecker.sound()
    try mutation.change(&checker)
    let (tree, diagnostics) = try mutation.isUnsigned ? checker.check() : checker.checkSigned()
    let meant = diagnostics.filter { $0.code == mutation.code && $0.message.contains(mutation.words) }
    let found = diagnostics.filter { $0.severity == .error }.map(\.line).joined(separator: "\n")
    #expect(meant.contains { $0.severity == .error && $0.position != nil }, "found instead:\n\(found)")
    // A fault of the red flags' own file keeps the site from being published without the tree's help.
    #expect(tree.proven == nil || mutation.code == .badRedFlag, "it would be published")
  }

  struct Rewired: Sendable {
    var answers = 0
    var changes = 0
    var missed: [String] = []
  }

  /// Every answer of the tree led elsewhere, two or three ways. The version was raised and the paths were committed
  /// anew: a rule about the route or a vignette has to object.
  @Test func everyAnswerLedElsewhereIsCaught() async throws {
    let checker = try await RealChecker.sound()
    let sound = try #require(try checker.check().tree.proven)
    let questions = Array(sound.questions.indices)
    let results = try await withThrowingTaskGroup(of: Rewired.self) { group in
      for half in 0..<2 {
        group.addTask {
          var result = Rewired()
          for question in questions where question % 2 == half {
            try Self.rewire(question, of: sound, checker, into: &result)
          }
          return result
        }
      }
      return try await group.reduce(into: Rewired()) { sum, one in
        sum.answers += one.answers
        sum.changes += one.changes
        sum.missed += one.missed
      }
    }
    print("\(results.answers) answers led elsewhere in \(results.changes) ways")
    #expect(results.answers == sound.edges.count)
    #expect(results.changes >= 2 * results.answers)
    #expect(results.missed.sorted() == [], "nothing but the list of paths notices these")
  }

  private static func rewire(
    _ number: Int, of sound: Tree, _ checker: RealChecker, into result: inout Rewired
  ) throws {
    let question = sound.questions[number]
    let lines = checker.tree.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for answer in question.choices {
      result.answers += 1
      for target in targets(for: answer, number, sound) {
        var changed = lines
        let line = answer.next.position.line - 1
        changed[line] = changed[line].replacing("next: \(answer.next.value)}", with: "next: \(target)}")
        #expect(changed[line] != lines[line], "\(question.id.value).\(answer.id.value)")
        var broken = checker
        broken.tree = changed.joined(separator: "\n").replacing("version: 1.0.0", with: "version: 2.0.0")
        // With the major version raised, all that the paths can say is that they have to be written anew: leaving that
        // out is having done so.
        let errors = try broken.check().diagnostics.filter {
          $0.severity == .error && $0.code != .treePathsStale
        }
        result.changes += 1
        if errors.isEmpty { result.missed.append("\(question.id.value).\(answer.id.value) → \(target)") }
      }
    }
  }

  /// The least urgent outcome that there is, an outcome one level below the answer's own, and a question.
  private static func targets(for answer: Answer, _ number: Int, _ sound: Tree) -> [String] {
    let own = sound.outcomes.first { $0.id.value == answer.next.value }?.level.value
    func other(_ level: CareLevel) -> String? {
      sound.outcomes.first { $0.level.value == level && $0.id.value != answer.next.value }?.id.value
    }
    let below = CareLevel.allCases.filter { $0 < (own ?? .emergency) && $0 > .selfCare }.max()
    let next = number + 1 < sound.questions.count ? number + 1 : 1
    let question =
      sound.questions[next].id.value == answer.next.value
      ? sound.questions[max(0, number - 1)] : sound.questions[next]
    return [other(.selfCare), below.flatMap(other), question.id.value].compactMap { $0 }
  }
}
