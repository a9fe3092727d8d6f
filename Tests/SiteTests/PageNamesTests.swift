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
    let names = PageTypes(configuration, assetNames: []).articles[0].fields.map(\.name)
    let reserved = Set(FrontMatterKey.names + PageNames.all)
    #expect(names.filter { !$0.hasPrefix("has-") && !reserved.contains($0) } == [])
    #expect(names.count > 20)
  }

  /// Names decide where a value stands, not its place in the list; `has-…` follows from the list.
  @Test func recordsAreFilledByName() {
    let type = RecordType(
      "pair", PageTypes.withPresence([.init("a", .text, ""), .init("b", .list(.text), "")]))
    let record = Record(type, filling: [("b", .list([.text([1])])), ("a", .text([2]))])
    #expect(record.values.count == 3)
    if case .text(let bytes) = record.values[0] { #expect(bytes == [2]) } else { Issue.record("no text") }
    #expect(record.values[1].hasEntries)
    if case .flag(let flag) = record.values[2] { #expect(flag) } else { Issue.record("no flag") }
  }
}
