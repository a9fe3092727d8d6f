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
    try checker.swap(in: "age", "next: where", "next: front-bone")
    let other = try #require(try checker.check().tree.tree)
    let steps = CheckerSteps(other, advice: [:], pictures: [:])
    #expect(
      tree.differences(fromPage: steps.edges, file: "page").map(\.line) == [
        "page: error tree-page-edges: The page does not have the step from `age.adult` to `where`.",
        "page: error tree-page-edges: The page has, unlike the tree, the step from `age.adult` to `front-bone`.",
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

  /// With all of the picture on a screen of 1920 by 1080, its type is at least 9 pixels high, and no two boxes are in
  /// one place.
  @Test func thePictureIsReadOnOneScreen() async throws {
    let (_, _, tree) = try await sound()
    let picture = tree.svg
    let size = try #require(picture.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
    let (width, height) = (try #require(Double(size.1)), try #require(Double(size.2)))
    let type = try #require(picture.firstMatch(of: /font:([0-9.]+)px/).flatMap { Double($0.1) })
    #expect(type * min(1920 / width, 1080 / height) >= 9)

    let frames = picture.matches(
      of:
        /translate\(([0-9.]+) ([0-9.]+)\)"><rect class="[a-z-]+" x="0" y="0" width="([0-9.]+)" height="([0-9.]+)"/
    ).compactMap { match -> CGRect? in
      guard let x = Double(match.1), let y = Double(match.2), let width = Double(match.3),
        let height = Double(match.4)
      else { return nil }
      return CGRect(x: x, y: y, width: width, height: height)
    }
    #expect(frames.count == picture.matches(of: /translate\(/).count)
    for (number, frame) in frames.enumerated() {
      #expect(frame.maxX <= width && frame.maxY <= height)
      for other in frames[(number + 1)...] { #expect(!frame.intersects(other)) }
    }
  }

  /// Colours only repeat what letters say: each outcome is listed with its level's letter below the level's name.
  @Test func thePictureSaysTheLevelsInWords() async throws {
    let (_, _, tree) = try await sound()
    let picture = tree.svg
    let letters: [CareLevel: String] = [
      .emergency: "E", .urgent: "U", .soon: "S", .routine: "R", .selfCare: "C",
    ]
    for outcome in tree.outcomes {
      let letter = try #require(letters[outcome.level.value])
      #expect(picture.contains("\(letter) = \(outcome.level.value.rawValue)"))
      let listed = try Regex(">\(letter)[0-9]+</text><text[^>]*>\(outcome.id.value)</text>")
      #expect(try listed.firstMatch(in: picture) != nil, "\(outcome.id.value)")
    }
  }
}
