import Diagnostics

/// What is looked for in the words of an article. Each can be switched off, for the site and for a page.
package enum WritingCheck: String, CaseIterable, Sendable {
  case hardToRead = "hard-to-read"
  case longSentence = "long-sentence"
  case unexplainedWord = "unexplained-word"
  case absoluteClaim = "absolute-claim"
  case skippedHeading = "skipped-heading"
  case vagueLink = "vague-link"
  case unreadMarkdown = "unread-markdown"
  case orphan

  package static let names = allCases.map(\.rawValue)

  /// What it warns of, in the plural.
  package var meaning: String {
    switch self {
    case .hardToRead: "sections that are hard to read at 14"
    case .longSentence: "sentences of more than 30 words"
    case .unexplainedWord: "words that the glossary does not explain"
    case .absoluteClaim: "promises and judgments that no one can make"
    case .skippedHeading: "headings that skip a level"
    case .vagueLink: "links that do not say where they go"
    case .unreadMarkdown: "Markdown marks that readers would see as they were typed"
    case .orphan: "articles that nothing links to"
    }
  }

  package var code: DiagnosticCode { DiagnosticCode(rawValue: rawValue) }
}

/// Which of the checks are on.
package struct WritingSwitches: Sendable {
  private var off: UInt8 = 0

  package init() {}

  /// All but one are off.
  package init(only check: WritingCheck) {
    for other in WritingCheck.allCases where other != check { self[other] = false }
  }

  package subscript(check: WritingCheck) -> Bool {
    get { off & Self.bit(check) == 0 }
    set { off = newValue ? off & ~Self.bit(check) : off | Self.bit(check) }
  }

  /// Whether any check is on that reads the text's sentences.
  package var readsText: Bool {
    WritingCheck.allCases.contains { $0 != .orphan && $0 != .unreadMarkdown && self[$0] }
  }

  private static func bit(_ check: WritingCheck) -> UInt8 {
    switch check {
    case .hardToRead: 1
    case .longSentence: 2
    case .unexplainedWord: 4
    case .absoluteClaim: 8
    case .skippedHeading: 16
    case .vagueLink: 32
    case .orphan: 64
    case .unreadMarkdown: 128
    }
  }
}
