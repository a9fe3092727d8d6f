import Diagnostics
import FixtureSite
import Testing

@testable import SymptomTree

@Suite(.serialized) struct SizeTests {
  /// A tree of `count` questions in a row, each with `answers` answers that all lead on.
  private func chain(_ count: Int, answers: Int) -> Clinic {
    var text = """
      format: 1
      id: chain
      version: 1.0.0
      title: Chain
      language: de
      start: q0
      review: {status: pending}
      questions:

      """
    for number in 0..<count {
      text += "  q\(number):\n    stage: gate\n    type: one-of\n    ask: Question \(number)\n    answers:\n"
      for answer in 0..<answers {
        text +=
          "      a\(answer): {label: Answer \(answer), next: \(number + 1 < count ? "q\(number + 1)" : "end")}\n"
      }
    }
    var clinic = Clinic()
    clinic.tree = text + "outcomes:\n  end: {level: urgent}\n"
    return clinic
  }

  private func timed(_ clinic: Clinic) throws -> (TreeCheck, Double) {
    var check: TreeCheck?
    let time = try processorSeconds { check = try clinic.check(committed: .some(nil)) }
    return (try #require(check), time)
  }

  @Test func tooManyPathsAreCountedAndNotWalked() throws {
    let (check, time) = try timed(chain(17, answers: 2))
    #expect(time < oneSecond)
    #expect(check.paths == [])
    #expect(
      check.diagnostics.filter { $0.code == .treeTooManyPaths } == [
        .error(
          .treeTooManyPaths, file: "ankle.yaml", at: Position(line: 6, column: 8),
          "There are 131072 paths through the tree, but the limit is 5000: more cannot be reviewed.",
          hint: "Merge answers that make no difference.")
      ])
    let (more, moreTime) = try timed(chain(110, answers: 10))
    #expect(moreTime < oneSecond)
    #expect(more.diagnostics.contains { $0.message.contains("a million or more paths") })
  }

  @Test func tooManyNodes() throws {
    let (check, time) = try timed(chain(10_000, answers: 1))
    #expect(time < oneSecond)
    #expect(
      check.diagnostics.filter { $0.file == "ankle.yaml" } == [
        .error(
          .treeTooLarge, file: "ankle.yaml", at: .start,
          "The tree has 10001 questions and outcomes; the limit is 120.")
      ])
  }

  @Test func aBomb() throws {
    var clinic = Clinic()
    clinic.tree = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      clinic.tree += "\(name): &\(name) [" + String(repeating: "*\(before), ", count: 9) + "]\n"
    }
    let (check, time) = try timed(clinic)
    #expect(time < oneSecond)
    #expect(check.tree == nil)
    #expect(check.diagnostics.contains { $0.code == "yaml-too-large" })
  }

  @Test func depth() throws {
    let check = try chain(10, answers: 1).check()
    #expect(
      check.diagnostics.filter { $0.code == .treeDepth } == [
        .warning(
          .treeDepth, file: "ankle.yaml", at: Position(line: 6, column: 8),
          "Some readers must answer 10 questions: `q0`, `q1`, `q2`, `q3`, `q4`, `q5`, `q6`, `q7`, `q8`, `q9`.",
          hint: "Long questionnaires make people give up. Aim for at most 9.")
      ])
  }

  @Test func tooManyBytesForAPhone() throws {
    var clinic = Clinic()
    clinic.index.advice["advice/child.md"]?.html = Array(
      "<p>\(String(repeating: "x", count: 100_000))</p>".utf8)
    let check = try clinic.check()
    #expect(check.json == nil)
    #expect(check.diagnostics.map(\.code) == [.treeTooLarge])
  }

  /// Whatever is cut, doubled or moved about in the files, the check ends with a tree that is proven or with a reason.
  @Test func anyDamageIsSurvived() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(bound, 1)))
    }
    func damaged(_ text: String) -> String {
      var bytes = Array(text.utf8)
      for _ in 0...next(3) {
        let from = next(bytes.count)
        let to = min(bytes.count, from + next(40))
        switch next(4) {
        case 0: bytes.removeSubrange(from..<to)
        case 1: bytes.insert(contentsOf: bytes[from..<to], at: next(bytes.count))
        case 2: for place in from..<to { bytes[place] = UInt8(next(256)) }
        default:
          let words = [
            "emergency", "where", "none", "rest", "[]", "{}", "~", "unsure", "red-flag", "one-of", ": ",
          ]
          bytes.replaceSubrange(from..<min(bytes.count, from + 4), with: Array(words[next(words.count)].utf8))
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    for _ in 0..<120 {
      var clinic = Clinic()
      switch next(4) {
      case 0: clinic.vignettes = damaged(Clinic.vignettes)
      case 1: clinic.careLevels = damaged(Clinic.careLevels)
      default: clinic.tree = damaged(Clinic.tree)
      }
      let check = try clinic.check()
      #expect((check.proven == nil) == check.diagnostics.contains { $0.severity == .error })
      if let tree = check.tree { _ = (tree.svg, tree.dot, tree.mermaid) }
    }
  }
}
