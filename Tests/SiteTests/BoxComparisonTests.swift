import FixtureSite
import Testing

@testable import Comparison
@testable import Site

/// Which box of a page is which of the version before.
struct BoxComparisonTests {
  /// Each box with the one that has its words, then with one of its kind; what is left is gone or new.
  @Test func boxesOfOnePageAreMatchedOneByOne() async throws {
    func page(_ boxes: [(String, String)]) -> [String: String?] {
      let body = boxes.map { "> [!\($0.0)]\n> \($0.1)" }.joined(separator: "\n\n")
      return ["Content/causes/tendon-pain.md": FixtureSite.cause(body: "Text.\n\n\(body)")]
    }
    let text = try await Comparing(
      page([("WARNING", "One."), ("CAUTION", "Two."), ("WARNING", "Three."), ("WARNING", "Four.")]),
      to: page([("WARNING", "Two."), ("WARNING", "Other one."), ("WARNING", "Three."), ("IMPORTANT", "New.")])
    ).text
    #expect(
      text.contains(
        """
            !! LESS URGENT: this advice is now a box “warning”, not a box “caution”.
                 new: Warning: Two.
            !! A box “warning” says something different:
                 was: Warning: «One.»
                 now: Warning: «Other one.»
            !! A box “warning” was removed from this page.
                 gone: Warning: Four.
               A box “important” is new on this page.
                 new: Important: New.
        """), "\(text)")
  }
}
