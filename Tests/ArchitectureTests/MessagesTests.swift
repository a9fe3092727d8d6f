import FixtureSite
import Foundation
import Testing

/// Every sentence that Limber says to people, in one file: whoever mends their English, or changes one, sees it there.
@Suite struct MessagesTests {
  @Test func areThoseOfTheList() throws {
    let list = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expected/messages.txt")
    let found = try Self.messages()
    #expect(found.count > 1000)
    let text = found.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["LIMBER_UPDATE_EXPECTED"] != nil {
      try text.write(to: list, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
    let changes = found.difference(from: expected).map { change in
      switch change {
      case .insert(_, let line, _): "+ " + line
      case .remove(_, let line, _): "- " + line
      }
    }
    #expect(changes == [], "the list is stale: run the tests with LIMBER_UPDATE_EXPECTED=1")
  }

  /// "ROOM: TEXT", once each, in the order of letters; `…` stands for what is filled in.
  private static func messages() throws -> [String] {
    let files = try FolderSnapshot(of: Example.repository + "/Sources").contents
    var found: Set<String> = []
    for (path, bytes) in files where path.hasSuffix(".swift") {
      let room = path.prefix { $0 != "/" }
      let tokens = SwiftTokens.of(String(decoding: bytes, as: UTF8.self))
      for (place, token) in tokens.enumerated() where token.kind == .text {
        // A sentence may be written in several pieces.
        if place > 1, tokens[place - 1].text == "+", tokens[place - 2].kind == .text { continue }
        var text = token.text
        var next = place + 1
        while next + 1 < tokens.count, tokens[next].text == "+", tokens[next + 1].kind == .text {
          text += tokens[next + 1].text
          next += 2
        }
        if isSentence(text) { found.insert("\(room): \(text.replacing("\n", with: "\\n"))") }
      }
    }
    return found.sorted()
  }

  /// Three words or more: shorter texts are keys, codes and marks.
  private static func isSentence(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) } >= 3
      && !text.hasPrefix("<")
  }
}
