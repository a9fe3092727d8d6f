import FixtureSite
import Testing

/// Addresses that may open for their author alone are told wherever an address can stand.
@Suite struct PrivateLinkTests {
  private static func told(_ place: String) -> String {
    "warning private-link: This address is from \(place), so visitors may not be able to open it. » Save the document as a PDF next to the article, and link to that file, or use an address that opens without signing in."
  }

  @Test func inText() async throws {
    let text = """
      See [the form](https://docs.google.com/forms/d/1a2b/edit)
      and <https://drive.google.com/drive/folders/1a2b>, not [our questions](https://docs.google.com/forms/d/e/1a2b/viewform).
      """
    expectFaults(
      try await causeFaults(FixtureSite.cause(body: text)),
      ["7:16: \(Self.told("Google Docs"))", "8:6: \(Self.told("Google Drive"))"])
  }

  @Test func inFieldsAndSettings() async throws {
    let site = [
      "site.yaml": FixtureSite.configuration(
        "      easier: {type: markdown, list: true}",
        "      easier: {type: markdown, list: true}\n      elsewhere: {type: url}")
        + "clinic: {booking-url: \"https://docs.google.com/forms/d/1a2b/edit\"}\n",
      "Content/stretches/step-ups.md": FixtureSite.article(
        "Step-ups", "elsewhere: https://clinic.sharepoint.com/:w:/r/a.docx"),
    ]
    let found = try await faults(site)
    #expect(found.count == 2, "\(found)")
    #expect(found.contains { $0.hasPrefix("Content/stretches/step-ups.md:4:12: \(Self.told("SharePoint"))") })
    #expect(found.contains { $0.hasPrefix("site.yaml:") && $0.hasSuffix(Self.told("Google Docs")) })
  }
}
