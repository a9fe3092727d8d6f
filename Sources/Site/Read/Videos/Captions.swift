import Diagnostics
import Text

/// The captions of a video: WebVTT (W3C Candidate Recommendation, 4 April 2019).
struct Captions: Sendable {
  struct Cue: Sendable {
    /// In milliseconds.
    let start: Int
    let end: Int
    /// The speaker's name and the words, without marks.
    let text: String
  }

  private(set) var cues: [Cue] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let path: String

  static func isCaptions(_ path: String) -> Bool { path.lowercased().hasSuffix(".vtt") }

  /// When the last one ends, in seconds.
  var seconds: Double { Double(cues.map(\.end).max() ?? 0) / 1_000 }

  /// What is said, a paragraph for each cue that does not go on with the sentence before.
  var transcript: [String] {
    cues.reduce(into: []) { paragraphs, cue in
      if let end = paragraphs.last?.last, !".!?…:”\"".contains(end) {
        paragraphs[paragraphs.count - 1] += " " + cue.text
      } else {
        paragraphs.append(cue.text)
      }
    }
  }

  /// A film of two hours has a tenth of it.
  static let mostBytes = 1_000_000
  /// More is hard to read in the time that people have for it.
  private static let mostCharacters = 160
  private static let mostReported = 20
  private static let example = "00:00:01.000 --> 00:00:04.000"

  init(_ bytes: [UInt8], path: String) {
    self.path = path
    guard bytes.count <= Self.mostBytes else {
      report(1, "The captions have more than 1 MB.", "Check that these are captions of one video.")
      return
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report(
        1, "The captions are not UTF-8 text.", "Save the file again with the encoding UTF-8.")
      return
    }
    let plain = Substring(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    // One line end, of three sorts.
    let lines = plain.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard let first = lines.first, Self.isSignature(first) else {
      report(
        1, "Captions must start with a line that says `WEBVTT`.",
        lines.contains { $0.contains("-->") && $0.contains(",") }
          ? "These are captions in the form SRT: export them as WebVTT (`.vtt`)."
          : "Write `WEBVTT` in the first line, and leave the second line empty.")
      return
    }
    read(lines)
    if cues.isEmpty, diagnostics.isEmpty {
      report(
        1, "The captions have no text.",
        "Write when each one is shown and what it says. For a video without speech, one that says so is enough."
      )
    }
  }

  /// Section 6.1.
  private static func isSignature(_ line: Substring) -> Bool {
    line == "WEBVTT" || line.hasPrefix("WEBVTT ") || line.hasPrefix("WEBVTT\t")
  }

  private mutating func read(_ lines: [Substring]) {
    var at = 1
    // What stands below the first line up to an empty one is a heading.
    while at < lines.count, !lines[at].isEmpty, !lines[at].contains("-->") { at += 1 }
    while at < lines.count, diagnostics.count < Self.mostReported {
      if lines[at].isEmpty {
        at += 1
        continue
      }
      let block = at
      while at < lines.count, !lines[at].isEmpty { at += 1 }
      read(lines[block..<at])
    }
  }

  /// Two times with another arrow between them: `->`, `–>`, `→`, `- ->`.
  private static func hasOtherArrow(_ line: Substring) -> Bool {
    guard let first = line.first, first.isNumber, line.contains(">") || line.contains("→") else {
      return false
    }
    let times = line.split { !$0.isNumber && !":.,".contains($0) }
    return times.count >= 2 && times.prefix(2).allSatisfy { $0.contains(":") }
  }

  /// A comment, a style, or a cue with or without a name of its own.
  private mutating func read(_ block: ArraySlice<Substring>) {
    guard let first = block.first else { return }
    if !first.contains("-->") {
      if ["NOTE", "STYLE", "REGION"].contains(where: { first == $0 || first.hasPrefix($0 + " ") }) { return }
      guard block.count > 1, block[block.startIndex + 1].contains("-->") else {
        if let place = block.prefix(2).firstIndex(where: Self.hasOtherArrow) {
          report(
            place + 1, "This line is no time, since its arrow is not written as `-->`.",
            "Write two hyphens and a `>`, as in `\(Self.example)`.")
          return
        }
        report(
          block.startIndex + 1, "This text has no time, so it is never shown.",
          "Write the time in a line above it, such as `\(Self.example)`, and leave no line empty between them."
        )
        return
      }
    }
    let line = first.contains("-->") ? block.startIndex : block.startIndex + 1
    guard let (start, end) = Self.times(block[line]) else {
      report(
        line + 1, "`\(block[line].prefix(60))` is not a time that browsers can read.",
        block[line].contains(",")
          ? "Write a point, not a comma, before the thousandths of a second, such as `\(Self.example)`."
          : "Write it as `\(Self.example)`.")
      return
    }
    if end <= start {
      report(line + 1, "This caption ends before it begins.", "Correct one of the two times.")
      return
    }
    if let last = cues.last, start < last.start {
      report(
        line + 1, "This caption begins before the one above it.", "Put captions in the order of their times.")
      return
    }
    let text = Self.words(block[(line + 1)...])
    guard !text.isEmpty else {
      report(line + 1, "This caption has no text.", "Write what is said below its time, or delete the time.")
      return
    }
    if text.count > Self.mostCharacters {
      diagnostics.append(
        .warning(
          .badCaptions, file: path, at: Position(line: line + 1, column: 1),
          "This caption has \(text.count) characters, too many to read in time.",
          hint: "Split it into captions of two short lines each."))
    }
    if let word = UnfinishedText.first(in: Array(text.utf8)[...]) {
      let name = String(decoding: Array(text.utf8)[word], as: UTF8.self)
      diagnostics.append(
        .warning(
          .unfinishedText, file: path, at: Position(line: line + 2, column: 1),
          "`\(name)` is left in this caption, where readers would see it.",
          hint: "Write what is said, or delete the caption."))
    }
    cues.append(Cue(start: start, end: end, text: text))
  }

  private mutating func report(_ line: Int, _ message: String, _ hint: String) {
    diagnostics.append(
      .error(.badCaptions, file: path, at: Position(line: line, column: 1), message, hint: hint))
  }

  /// Section 4.3; settings may follow.
  private static func times(_ line: Substring) -> (start: Int, end: Int)? {
    let parts = line.split { $0 == " " || $0 == "\t" }
    guard parts.count >= 3, parts[1] == "-->", let start = milliseconds(parts[0]),
      let end = milliseconds(parts[2])
    else { return nil }
    return (start, end)
  }

  /// `00:04.000` or `01:00:04.000`.
  private static func milliseconds(_ text: Substring) -> Int? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].utf8.count == 3, let thousandths = number(halves[1]) else {
      return nil
    }
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.suffix(2).allSatisfy({ $0.utf8.count == 2 }) else {
      return nil
    }
    var seconds = 0
    for (place, part) in parts.enumerated() {
      guard part.utf8.count >= 2, part.utf8.count <= 6, let value = number(part),
        place == 0 && parts.count == 3 || value < 60
      else { return nil }
      seconds = seconds * 60 + value
    }
    return seconds * 1_000 + thousandths
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(digits) : nil
  }

  /// Section 4.2.2: without tags, but for a speaker's name (`<v Anna>`); character references for what they stand for.
  private static func words(_ lines: ArraySlice<Substring>) -> String {
    var text = ""
    for line in lines {
      if !text.isEmpty { text += " " }
      var rest = line
      while let start = rest.firstIndex(of: "<") {
        text += rest[..<start]
        let tag = rest[rest.index(after: start)...].prefix { $0 != ">" }
        if tag.hasPrefix("v "), case let name = tag.dropFirst(2).trimmingPrefix(while: { $0 == " " }),
          !name.isEmpty
        {
          text += "\(name): "
        }
        rest = rest[tag.endIndex...].dropFirst()
      }
      text += rest
    }
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&"),
    ] {
      if text.contains("&") { text = text.replacing(name, with: character) }
    }
    return text.split(separator: " ").joined(separator: " ")
  }
}
