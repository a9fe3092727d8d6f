import Diagnostics
import FixtureSite
import Foundation
import Testing
import YAML

@testable import SiteModel

/// What each type of field declares of itself hangs together.
@Suite struct FieldTypeDeclarationTests {
  @Test func namesAndSettingsAreDeclaredOnce() {
    #expect(Set(FieldTypes.names).count == FieldTypes.all.count)
    let settings = FieldTypes.all.flatMap { $0.settings.map(\.key) } + ["type", "list", "required"]
    #expect(Set(settings).count == settings.count)
  }

  /// What `limber new` drafts for a type is what the type reads.
  @Test(arguments: FieldTypes.names)
  func draftsWhatItReads(type: String) async throws {
    let more = [
      "choice": ", of: [easy, hard]", "group": ", fields: {note: {type: text}}",
    ]
    let settings = FixtureSite.configuration(
      "      easier: {type: markdown, list: true}",
      """
            easier: {type: markdown, list: true}
            tried: {type: \(type)\(more[type] ?? "")}
      """)
    var diagnostics: [Diagnostic] = []
    let configuration = try #require(SiteConfiguration.read(Array(settings.utf8), into: &diagnostics))
    let field = try #require(configuration.kinds.flatMap(\.fields).first { $0.name == "tried" })
    let example = field.type.example(today: try CalendarDate.parsing("2026-11-28"))
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"/>\n"
    var site = [
      "site.yaml": settings,
      "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", "tried: \(example)"),
    ]
    // A file that an example names is there.
    for file in example.matches(of: /\b[a-z]+\.[a-z]{3}\b/) {
      site["Content/stretches/\(file.output)"] = file.output.hasSuffix(".svg") ? drawing : "%PDF-1.7"
    }
    let folder = try FixtureSite(site)
    if type == "video" {
      // With what belongs to it.
      try folder.write(TestVideo.mp4(), to: "Content/stretches/video.mp4")
      try folder.write(TestVideo.captions, to: "Content/stretches/video.vtt")
      try folder.write(drawing, to: "Content/stretches/video.svg")
    }
    // Whoever leaves an example as it is hears of it.
    expectFaults(
      folder.lines(try await folder.check()).filter { !$0.contains("still has the sample text") }, [])
  }

  @Test func theDocumentationIsTheDeclaration() throws {
    try expectPart("field-types", of: "docs/site-configuration.md", is: FieldTypes.documentation)
  }
}

/// The part of a page of the documentation between its marks `<!-- NAME:begin -->` and `<!-- NAME:end -->`, which is made
/// from a declaration; made anew with `LIMBER_UPDATE_EXPECTED=1`.
func expectPart(_ name: String, of path: String, is generated: String) throws {
  let page = URL(filePath: Example.repository).appending(path: path)
  let text = try String(contentsOf: page, encoding: .utf8)
  let begin = try #require(text.range(of: "<!-- \(name):begin -->\n"))
  let end = try #require(text.range(of: "<!-- \(name):end -->"))
  let expected = text[..<begin.upperBound] + generated + text[end.lowerBound...]
  if ProcessInfo.processInfo.environment["LIMBER_UPDATE_EXPECTED"] != nil {
    try String(expected).write(to: page, atomically: true, encoding: .utf8)
  }
  #expect(
    try String(contentsOf: page, encoding: .utf8) == expected,
    "\(path) is stale: run the tests with LIMBER_UPDATE_EXPECTED=1")
}
