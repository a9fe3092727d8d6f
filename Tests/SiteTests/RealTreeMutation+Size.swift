import Diagnostics
import SymptomTree
import YAML

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

extension RealTreeMutation {
  /// Rules 1 and 15: more than anybody can review, or than a machine should work through.
  static let huge: [RealTreeMutation] = [
    .init(
      "add more paths than can be reviewed", .treeTooManyPaths,
      "paths through the tree, but the limit is 5000"
    ) {
      // Each of these doubles the paths of all adults and changes nothing else.
      let count = 5
      let questions = (1...count).map { number in
        let next = number < count ? "extra-\(number + 1)" : "where"
        return """
            extra-\(number):
              stage: gate
              type: one-of
              ask: Is this question number \(number)?
              answers:
                yes-it-is: {label: "Yes, it is", next: \(next)}
                no-it-is-not: {label: "No, it is not", next: \(next)}

          """
      }
      try $0.swap(in: "age", "next: where", "next: extra-1")
      try $0.swap("\noutcomes:\n", "\n" + questions.joined() + "\noutcomes:\n")
    },
    .init("add ten thousand outcomes", .treeTooLarge, "10115 questions and outcomes; the limit is 120") {
      $0.tree += (1...10_000).map { "  more-\($0):\n    level: urgent\n    advice: advice/today.md\n" }
        .joined()
    },
    .init("add ten thousand questions", .treeTooLarge, "10115 questions and outcomes; the limit is 120") {
      let questions = (1...10_000).map { number in
        """
          more-\(number):
            stage: gate
            type: one-of
            ask: One more?
            answers:
              more: {label: More, next: more-\(number + 1)}

        """
      }
      try $0.swap("\noutcomes:\n", "\n" + questions.joined() + "\noutcomes:\n")
    },
    .init("add a list of lists of lists that fills the memory", "yaml-too-large", "200000 values") {
      $0.tree += "lists:\n  a: &a [x, x, x, x, x, x, x, x, x]\n"
      for (name, before) in zip("bcdefghi", "abcdefgh") {
        $0.tree += "  \(name): &\(name) [" + String(repeating: "*\(before), ", count: 9) + "]\n"
      }
    },
    .init("nest a thousand lists", "yaml-too-large", "64 levels") {
      $0.tree += "lists: " + String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000) + "\n"
    },
  ]
}
