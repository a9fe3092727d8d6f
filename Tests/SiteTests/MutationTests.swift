import Diagnostics
import FixtureSite
import Foundation
import Testing

@testable import Site

/// Any bytes in: no crash, no hang, and every fault at a place that there is.
@Suite struct MutationTests {
  @Test func changedBytes() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("MutationTests.changedBytes: seed \(seed)")
    var random = SeededGenerator(seed)
    let site = try FixtureSite(GoldenSiteTests.changes)
    let files = FixtureSite.files.merging(GoldenSiteTests.changes.compactMapValues { $0 }) { $1 }.mapValues {
      Array($0.utf8)
    }
    let names = files.keys.sorted()
    // A busy machine makes fewer rounds in the time, but never none worth speaking of.
    let end = Date().addingTimeInterval(4)
    var rounds = 0
    while rounds < 40 || Date() < end {
      rounds += 1
      var changed: [String] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        guard let name = names.randomElement(using: &random), var bytes = files[name] else { continue }
        for _ in 0..<Int.random(in: 1...4, using: &random) { Self.mutate(&bytes, &random) }
        try site.write(bytes, to: name)
        changed.append(name)
      }
      let report = try await site.build()
      #expect(!report.systemFailed, "seed \(seed), round \(rounds): \(report.diagnostics)")
      var ordered = report.diagnostics
      MendingOrder.sort(&ordered)
      #expect(report.diagnostics == ordered)
      for diagnostic in report.diagnostics {
        guard let file = diagnostic.file, let position = diagnostic.position else { continue }
        let lines = try site.text(of: file).split(omittingEmptySubsequences: false) { $0.isNewline }.count
        #expect(
          (1...(lines + 1)).contains(position.line) && position.column >= 1,
          "seed \(seed), round \(rounds): \(diagnostic.line)")
      }
      for name in changed { try site.write(files[name] ?? [], to: name) }
    }
    print("MutationTests.changedBytes: \(rounds) rounds")
    #expect(site.lines(try await site.build()) == [])
  }

  private static let pieces = [
    "---", "\n", "\r", "\t", "{{", "}}", "{{#", "{{>card}}", "{{{", "[", "](", "[@", "[^1]", "> ", "|", "`",
    "*", "<", "&", "\"",
    "'", ": ", "- ", "{", "}", ",", "#", "!", "\u{FEFF}", "\u{0}", "\u{202E}", "🦴", "true", "[]", "../",
    "page:about", "99999999999",
  ].map { Array($0.utf8) }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let at = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, at + Int.random(in: 0...20, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 3: if !bytes.isEmpty { bytes.removeSubrange((at == bytes.count ? 0 : at)...) }
    default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
    }
  }
}
