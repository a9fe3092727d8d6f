import Diagnostics
import FixtureSite
import Foundation
import Testing

@testable import Authoring
@testable import Files
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text

/// Another clinic names its kinds and relations as it likes: the program knows none of those of this repository's site.
@Suite struct KindNamesTests {
  /// Words that the program does have, why, and in what files (parts of their paths; none: in all).
  private static let exceptions: [(words: [String], reason: String, files: [String])] = [
    (
      ["page"], "The kind whose articles stand at the root has this name in every site; also plain English.",
      [""]
    ),
    (
      ["stretches", "signs"], "Keys of the checker's own format, and of `checker` in site.yaml.",
      ["SymptomTree", "Checker", "Tree"]
    ),
    (["about"], "schema.org's property, which a relation of this name fills.", ["StructuredData"]),
    (["about"], "The plain word before an amount.", ["Accidents", "Quantity", "Promise"]),
    (["cause"], "The plain word for why something is so.", ["RedFlagTexts+Denial"]),
    (["sign"], "What is written where a red flag's sentence is still missing.", ["RedFlag"]),
    (["stretches"], "What templates have of a checker's outcome.", ["PatientNeed"]),
    (["avoid"], "The name of a word of templates.", ["PatientWord"]),
    (["caution"], "A word in the names of fields that warn, whatever their kind.", ["UnshownWarnings"]),
    (["caution"], "The word with which people begin a warning.", ["WarningOpening"]),
    (
      ["avoid", "caution"],
      "Words in names of relations that no setting mentions, and of headings above lists.",
      ["UnnamedSettings", "ExchangedLists"]
    ),
    (["signs"], "A word of headings in texts about health.", ["HeadingWords"]),
    (
      ["avoid", "sign", "signs"], "Plain words of texts that say how urgent something is.",
      [
        "WaitingWords", "UrgencyWords", "RedFlagTexts",
      ]
    ),
  ]

  @Test func noneStandsInSources() throws {
    var diagnostics: [Diagnostic] = []
    let settings = try Data(contentsOf: URL(filePath: Example.clinic.path + "/site.yaml"))
    let configuration = try #require(SiteConfiguration.read(Array(settings), into: &diagnostics))
    let names = Set(configuration.kinds.flatMap { [$0.name] + $0.relations.map(\.name) })
    #expect(names.count > 10)
    var literals = 0
    let sources = Example.repository + "/Sources"
    for (path, bytes) in try FolderSnapshot(of: sources).contents where path.hasSuffix(".swift") {
      for match in String(decoding: bytes, as: UTF8.self).matches(of: /"([a-z-]+)"/) {
        literals += 1
        let word = String(match.1)
        guard names.contains(word) else { continue }
        let isKnown = Self.exceptions.contains { exception in
          exception.words.contains(word)
            && exception.files.contains { $0.isEmpty || path.contains($0) }
        }
        #expect(isKnown, "\(path) says \"\(word)\"")
      }
    }
    #expect(literals > 1_000)
  }
}
