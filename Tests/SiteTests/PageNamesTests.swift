import Diagnostics
import Mustache
import Testing

@testable import Site
@testable import SiteModel

/// A field or relation cannot take a name that every article's page has.
@Suite struct PageNamesTests {
  @Test func everyNameOfAPageIsReserved() throws {
    let settings = "name: A\nbase-url: https://a.example/\nkinds: {note: {folder: notes}}\n"
    var diagnostics: [Diagnostic] = []
    let configuration = try #require(SiteConfiguration.read(Array(settings.utf8), into: &diagnostics))
    let names = PageTypes(configuration, assetNames: []).articles[0].type.fields.map(\.name)
    #expect(names.count > 20)
    for name in names where !name.hasPrefix("has-") {
      var found: [Diagnostic] = []
      let taken = settings.replacing("notes}", with: "notes, fields: {\(name): {type: text}}}")
      _ = SiteConfiguration.read(Array(taken.utf8), into: &found)
      #expect(found.map(\.message) == ["Every page already has `\(name)`."])
    }
  }

  /// A name, its type and what fills it are one declaration; `has-…` follows from the list.
  @Test func recordsAreFilledAsDeclared() throws {
    let layout = RecordLayout<[[UInt8]]>(
      "pair", [.texts("all", "") { $0 }, .text("first", "") { $0[0] }])
    let record = layout.record(of: [[1], [2]])
    #expect(layout.type.fields.map(\.name) == ["all", "first", "has-all"])
    #expect(record.values.count == 3)
    #expect(record.values[layout.slot(of: "all")].hasEntries)
    if case .text(let bytes) = record.values[layout.slot(of: "first")] {
      #expect(bytes == [1])
    } else {
      Issue.record("no text")
    }
    if case .flag(let flag) = record.values[layout.slot(of: "has-all")] {
      #expect(flag)
    } else {
      Issue.record("no flag")
    }
  }

  /// An unknown name ends the program, in a build for publishing too.
  @Test func anUnknownNameDoesNotPass() async {
    await #expect(processExitsWith: .failure) { _ = PageTypes.card.slot(of: "titel") }
  }
}
