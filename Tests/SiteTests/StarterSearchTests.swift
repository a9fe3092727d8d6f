import Foundation
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

/// The site that `limber init` writes searches with the same script as this repository's.
@Suite struct StarterSearchTests {
  @Test func theScriptIsTheSame() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let script = try String(contentsOf: root.appending(path: "Templates/assets/search.js"), encoding: .utf8)
    let updates = ProcessInfo.processInfo.environment["LIMBER_UPDATE_EXPECTED"] != nil
    if updates, script != StarterSite.searchScript {
      let file = root.appending(path: "Sources/SiteBuilder/Starter/StarterSite+Search.swift")
      let source = try String(contentsOf: file, encoding: .utf8)
      let start = try #require(source.range(of: "searchScript = #\"\"\"\n"))
      let end = try #require(source.range(of: "\"\"\"#", options: .backwards))
      let indented = script.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
      try (source[..<start.upperBound] + indented + "\n    " + source[end.lowerBound...])
        .write(to: file, atomically: true, encoding: .utf8)
      Issue.record("The script was copied; build and test again.")
      return
    }
    #expect(script == StarterSite.searchScript)
  }
}
