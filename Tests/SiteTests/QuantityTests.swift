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

@Suite struct QuantityTests {
  @Test(arguments: [
    ("8", "8"), ("0", "0"), ("8-12", "8–12"), ("8–12", "8–12"), ("999999", "999999"),
  ])
  func ranges(text: String, shown: String) {
    #expect(Quantity(text)?.withoutUnit == shown)
    #expect(Quantity(text)?.withUnit == nil)
  }

  @Test(arguments: [
    ("30 s", "30 s"), ("30s", "30 s"), ("20-30 s", "20–30 s"), ("1 min", "1 min"), ("1–2min", "1–2 min"),
    ("30 sec", "30 s"), ("30 S", "30 s"), ("2 minutes", "2 min"), ("1.5 min", "1.5 min"),
    ("30 - 45 secs.", "30–45 s"),
    ("0.5-1.5 Minutes", "0.5–1.5 min"),
  ])
  func durations(text: String, shown: String) {
    #expect(Quantity(text)?.withUnit == shown)
    #expect(Quantity(text)?.withoutUnit == nil)
  }

  @Test(arguments: [
    "", " 8", "8 ", "08", "-8", "8-", "8-8", "12-8", "8 - 12", "1000000", "8.5", "1e3", "٣",
    "s", "8--12", "1h", "1.555 min", "1. min", ".5 min", "2-1.5 min", "30 sek", "30 sec sec",
  ])
  func neither(text: String) { #expect(Quantity(text) == nil) }
}
