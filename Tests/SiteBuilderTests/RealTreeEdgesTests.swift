import Diagnostics
import Foundation
import SymptomTree
import Testing

@testable import SiteBuilder

/// What is published of the real tree leads where the tree leads (rule 16).
@Suite struct RealTreeEdgesTests {
  private struct Published: Decodable {
    struct Node: Decodable {
      struct Answer: Decodable {
        var id: String
        var next: String
      }
      var answers: [Answer]?
      var none: Answer?
    }
    var nodes: [String: Node]
  }

  private func sound() async throws -> (checker: RealChecker, check: TreeCheck, tree: Tree) {
    let checker = try await RealChecker.sound()
    let check = try checker.check().tree
    return (checker, check, try #require(check.proven))
  }

  @Test func theJSONHasTheTreesEdges() async throws {
    let (_, check, tree) = try await sound()
    let published = try JSONDecoder().decode(Published.self, from: Data(try #require(check.json)))
    let edges = published.nodes.flatMap { name, node in
      ((node.answers ?? []) + [node.none].compactMap { $0 }).map {
        TreeEdge(question: name, answer: $0.id, next: $0.next)
      }
    }
    #expect(edges.sorted() == tree.edges.sorted())
  }

  @Test func thePageHasTheTreesEdges() async throws {
    let (checker, _, tree) = try await sound()
    #expect(checker.steps.edges == tree.edges)
    #expect(tree.differences(fromPage: checker.steps.edges, file: "page") == [])
  }

  /// A page made of another tree than the one that was proven is refused.
  @Test func aPageThatLeadsElsewhereIsRefused() async throws {
    let (sound, _, tree) = try await sound()
    var checker = sound
    try checker.swap(in: "age", "next: steps", "next: where")
    let other = try #require(try checker.check().tree.tree)
    let steps = CheckerSteps(other, advice: [:], pictures: [:])
    #expect(
      tree.differences(fromPage: steps.edges, file: "page").map(\.line) == [
        "page: error tree-page-edges: The page lacks the step from `age.adult` to `steps`.",
        "page: error tree-page-edges: The page has, other than the tree, the step from `age.adult` to `where`.",
      ])
  }

  @Test func thePicturesHaveTheTreesEdges() async throws {
    let (_, _, tree) = try await sound()
    let drawn = tree.svg.matches(of: /data-from="([^"]*)" data-answer="([^"]*)" data-to="([^"]*)"/).map {
      TreeEdge(question: String($0.1), answer: String($0.2), next: String($0.3))
    }
    #expect(drawn.sorted() == tree.edges.sorted())

    // These two label a line with the answer's words.
    let labels = tree.questions.flatMap { question in
      question.choices.map { [question.id.value, $0.label.value, $0.next.value] }
    }
    let dot = tree.dot.matches(of: #/  "([^"]*)" -> "([^"]*)" \[label="(.*)"\];/#).map {
      [String($0.1), String($0.3).replacing("\\\"", with: "\""), String($0.2)]
    }
    #expect(dot == labels)

    let names = tree.questions.map(\.id.value) + tree.outcomes.map(\.id.value)
    let mermaid = try tree.mermaid.matches(of: #/  n(\d+) -- "(.*)" --> n(\d+)/#).map { match in
      let (from, to) = (try #require(Int(match.1)), try #require(Int(match.3)))
      return [names[from], String(match.2).replacing("#quot;", with: "\""), names[to]]
    }
    #expect(mermaid == labels)
  }
}
