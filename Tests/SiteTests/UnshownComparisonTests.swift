import FixtureSite
import Testing

@testable import Comparison

/// `limber diff` on what templates, stylesheets and `checker` in `site.yaml` no longer do for patients.
@Suite struct UnshownComparisonTests {
  @Test(arguments: [
    (
      "Templates/layout.mustache", "{{heading}}</span>", "</span>",
      "    !! Visitors do not see what to do in an emergency: 12 templates, such as `home`, do not show `site.red-flags.heading`.\n"
    ),
    (
      "Templates/partials/warnings.mustache", "{{text}}", "",
      "    !! Visitors do not see the warning signs of an article: the templates `cause`, `sign` and `programme` do not show `warnings.flags.text`.\n"
    ),
    (
      "Templates/assets/site.css", "body {", ".flags { display: none; }\nbody {",
      "    !! Visitors do not see the warning signs of an article: the rule `.flags` hides it.\n"
    ),
    (
      "site.yaml", "  never-with: [avoid]\n", "",
      "    !! The symptom checker's `never-with`:\n         gone: avoid\n"
    ),
  ])
  func isMarked(file: String, old: String, new: String, expected: String) async throws {
    let text = try await Comparing.starter([(file, old, new)]).text
    #expect(text.contains(expected), "\(text)")
    #expect(text.contains(" 1 marked !! "), "\(text)")
  }

  /// What is named besides takes nothing away.
  @Test func isNotMarked() async throws {
    let text = try await Comparing.starter([
      ("site.yaml", "  careful-with: [caution]\n", ""),
      ("site.yaml", "  never-with: [avoid]\n", "  never-with: [avoid, caution]\n"),
    ]).text
    #expect(
      text.contains("    !! The symptom checker's `careful-with`:\n         gone: caution\n"), "\(text)")
    #expect(text.contains("       The symptom checker's `never-with`:\n"), "\(text)")
  }
}
