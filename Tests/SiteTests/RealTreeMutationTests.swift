import Diagnostics
import Foundation
import SymptomTree
import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

/// The real checker, broken in every way that we could think of.
@Suite struct RealTreeMutationTests {
  @Test func theCheckerItselfIsSound() async throws {
    let (tree, diagnostics) = try await RealChecker.sound().check()
    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(tree.proven != nil)
    #expect(try #require(tree.json).count <= 96 * 1024)
  }

  @Test func thereAreManyWaysAndNoneTwice() {
    #expect(RealTreeMutation.all.count >= 40)
    #expect(Set(RealTreeMutation.all.map(\.name)).count == RealTreeMutation.all.count)
  }

  /// What is far too large is refused before anybody has waited for it.
  @Test(arguments: RealTreeMutation.huge) func isRefusedWithinASecond(mutation: RealTreeMutation) async throws
  {
    var checker = try await RealChecker.sound()
    try mutation.change(&checker)
    let broken = checker
    let start = Self.processorTime()
    _ = try broken.check()
    // Unoptimized code is several times slower.
    #if DEBUG
      let limit = 3.0
    #else
      let limit = 1.0
    #endif
    #expect(Self.processorTime() - start < limit)
  }

  /// Seconds that this thread has worked; what else the machine is doing does not count.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
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
}
