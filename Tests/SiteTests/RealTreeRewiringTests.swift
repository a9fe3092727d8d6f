import Diagnostics
import Foundation
import Testing
import YAML

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import SymptomTree
@testable import Text
@testable import Writing

/// Every answer of the real tree led to every other question and outcome. Whoever did it raised the major version and
/// committed new paths, so a rule about the routes, or a vignette, has to object.
@Suite struct RealTreeRewiringTests {
  /// What objected to the rewirings.
  private struct Tally {
    var answers = 0
    var changes = 0
    var circles = 0
    var vignettes = 0
    /// Of those by a vignette: how many are less urgent than the case needs.
    var underTriage = 0
    var missed: [String] = []

    static func + (left: Tally, right: Tally) -> Tally {
      Tally(
        answers: left.answers + right.answers, changes: left.changes + right.changes,
        circles: left.circles + right.circles, vignettes: left.vignettes + right.vignettes,
        underTriage: left.underTriage + right.underTriage, missed: left.missed + right.missed)
    }
  }

  private struct Sound: Sendable {
    let checker: RealChecker
    let tree: Tree
    /// The vignettes, and by `question.answer` which of them give that answer.
    let vignettes: [Vignette]
    let walkers: [String: [Int]]
    let today: CalendarDate

    init() async throws {
      checker = try await RealChecker.sound()
      today = try CalendarDate.parsing("2026-11-22")
      let check = try checker.check().tree
      tree = try #require(check.proven)
      var diagnostics: [Diagnostic] = []
      vignettes = VignetteReader.read(
        SourceFile(name: "vignettes", bytes: Array((checker.vignettes ?? "").utf8)[...]), into: &diagnostics)
      var walkers: [String: [Int]] = [:]
      for (number, result) in try #require(check.vignettes).results.enumerated() {
        for step in result.steps { walkers["\(step.question).\(step.answer)", default: []].append(number) }
      }
      self.walkers = walkers
    }

    /// The tree with one answer led elsewhere. `choice` counts the answers, `none` last.
    func tree(leading choice: Int, of question: Int, to target: String) -> Tree {
      var changed = tree
      if choice < changed.questions[question].answers.count {
        changed.questions[question].answers[choice].next.value = target
      } else {
        changed.questions[question].none?.next.value = target
      }
      return changed
    }

    /// What the rules that a new route has to pass say of a tree: is there a circle, and does a vignette that gives
    /// `answer` still come out as written?
    ///
    /// `limber check` puts the same rules to the whole tree with all vignettes, so that it says this and more; that is
    /// proven below with the files themselves.
    func objections(to changed: Tree, answer: String) -> [Diagnostic] {
      let subject = Subject(
        tree: changed, index: checker.clinical, options: TreeOptions(today: today), careLevelsFile: nil)
      var diagnostics: [Diagnostic] = []
      if !subject.graph.cycles.isEmpty {
        ShapeRule.check(subject, into: &diagnostics)
        return diagnostics
      }
      for number in walkers[answer] ?? [] {
        var rule = VignetteRule(subject, file: "vignettes")
        _ = rule.run(vignettes[number])
        if !rule.diagnostics.isEmpty { return rule.diagnostics }
      }
      return []
    }

    /// Whether a vignette that gives `answer` goes through a place that a rule blames by itself.
    func isExplained(_ changed: Tree, answer: String) -> Bool {
      let subject = Subject(
        tree: changed, index: checker.clinical, options: TreeOptions(today: today), careLevelsFile: nil)
      return (walkers[answer] ?? []).contains { subject.slips.explain(vignettes[$0]) }
    }
  }

  @Test func everyAnswerLedToEveryOtherPlaceIsCaught() async throws {
    let sound = try await Sound()
    let names = sound.tree.questions.map(\.id.value) + sound.tree.outcomes.map(\.id.value)
    let workers = 4
    let tally = await withTaskGroup(of: Tally.self) { group in
      for worker in 0..<workers {
        group.addTask {
          var tally = Tally()
          for question in sound.tree.questions.indices where question % workers == worker {
            for (choice, answer) in sound.tree.questions[question].choices.enumerated() {
              tally.answers += 1
              for target in names where target != answer.next.value {
                Self.lead(choice, answer.id.value, of: question, to: target, sound, into: &tally)
              }
            }
          }
          return tally
        }
      }
      return await group.reduce(Tally(), +)
    }
    print(
      "\(tally.changes) rewirings of \(tally.answers) answers: \(tally.circles) circles, \(tally.vignettes) caught by "
        + "vignettes, \(tally.underTriage) of them as under-triage")
    #expect(tally.answers == sound.tree.edges.count)
    #expect(tally.changes == sound.tree.edges.count * (names.count - 1))
    #expect(tally.circles + tally.vignettes == tally.changes)
    #expect(tally.missed.sorted() == [], "nothing but the list of paths notices these")
  }

  private static func lead(
    _ choice: Int, _ answer: String, of question: Int, to target: String, _ sound: Sound,
    into tally: inout Tally
  ) {
    let name = "\(sound.tree.questions[question].id.value).\(answer)"
    let changed = sound.tree(leading: choice, of: question, to: target)
    let found = sound.objections(to: changed, answer: name)
    tally.changes += 1
    if found.contains(where: { $0.code == .treeCycle }) {
      tally.circles += 1
    } else if found.contains(where: { $0.severity == .error }) {
      tally.vignettes += 1
      if found.contains(where: { $0.code == .treeUnderTriage }) { tally.underTriage += 1 }
    } else {
      tally.missed.append("\(name) → \(target)")
    }
  }

  /// What a tree in memory was blamed for above, `limber check` finds in the file: each answer led to two or three
  /// places, in its text, with the whole check.
  @Test func theFilesAreBlamedForTheSame() async throws {
    let sound = try await Sound()
    let lines = sound.checker.tree.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for half in 0..<2 {
        group.addTask {
          for question in sound.tree.questions.indices where question % 2 == half {
            for (choice, answer) in sound.tree.questions[question].choices.enumerated() {
              for target in Self.places(for: answer, question, sound.tree) {
                let name = "\(sound.tree.questions[question].id.value).\(answer.id.value)"
                var changed = lines
                let line = answer.next.position.line - 1
                changed[line] = changed[line].replacing(
                  "next: \(answer.next.value)}", with: "next: \(target)}")
                #expect(changed[line] != lines[line], "\(name)")
                var broken = sound.checker
                broken.tree = changed.joined(separator: "\n").replacing(
                  "version: 2.1.2", with: "version: 3.0.0")
                let faults = try broken.check().diagnostics
                let found = Set(faults.map(\.message))
                let rewired = sound.tree(leading: choice, of: question, to: target)
                let expected = sound.objections(to: rewired, answer: name)
                // Of a place that is blamed by itself, the vignettes are not told, too.
                let isBlamed = sound.isExplained(rewired, answer: name) && faults.errors > 0
                #expect(
                  !expected.isEmpty && (isBlamed || found.isSuperset(of: expected.map(\.message))),
                  "\(name) → \(target)")
              }
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// The least urgent outcome that there is, an outcome one level below the answer's own, and a question.
  private static func places(for answer: Answer, _ number: Int, _ sound: Tree) -> [String] {
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
