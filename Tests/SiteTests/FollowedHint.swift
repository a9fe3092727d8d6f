import Diagnostics
import FixtureSite
import Testing

/// A fault, its hint, and what somebody writes who follows that hint to the letter. For hints that ask for words of one's own
/// (`HintFollower` follows the others by itself).
struct FollowedHint: Sendable, CustomTestStringConvertible {
  let code: DiagnosticCode
  /// What is different about the site that has the fault.
  var files: [String: String?]
  let hint: String
  /// The file that is mended, and what in it.
  let file: String
  let old: String
  let new: String
  /// Files that the hint says to write, rename or delete.
  var also: [String: String?] = [:]
  var today = "2026-03-01"

  var testDescription: String { "\(code.rawValue): \(hint.prefix(60))" }

  static let cause = "Content/causes/tendon-pain.md"

  /// In the text of the only cause.
  static func body(
    _ code: DiagnosticCode, _ body: String, _ hint: String, _ old: String, _ new: String,
    _ files: [String: String?] = [:]
  ) -> FollowedHint {
    keys(code, [], body: body, hint, old, new, files)
  }

  /// In its front matter, where `keys` are added.
  static func keys(
    _ code: DiagnosticCode, _ keys: [String], body: String = "Text.", _ hint: String, _ old: String,
    _ new: String,
    _ files: [String: String?] = [:]
  ) -> FollowedHint {
    let lines = [
      "---", "title: Tendon pain", "summary: About it.", "signs: [outer-pain]", "stretches: [step-ups]",
    ]
    let text = (lines + keys + ["---", body, ""]).joined(separator: "\n")
    return FollowedHint(
      code: code, files: files.merging([cause: text]) { $1 }, hint: hint, file: cause, old: old, new: new)
  }

  /// In one file of the small site, in which `changed` is put in place of `original`; of a new file, `original` is empty.
  static func file(
    _ code: DiagnosticCode, _ file: String, _ original: String, _ changed: String, _ hint: String,
    _ old: String,
    _ new: String, _ files: [String: String?] = [:], today: String = "2026-03-01"
  ) -> FollowedHint {
    let text = original.isEmpty ? changed : (FixtureSite.files[file] ?? "").replacing(original, with: changed)
    return FollowedHint(
      code: code, files: files.merging([file: text]) { $1 }, hint: hint, file: file, old: old, new: new,
      today: today)
  }

  /// The same, where following the hint also writes other files or deletes some.
  func and(_ also: [String: String?]) -> FollowedHint {
    var copy = self
    copy.also = also
    return copy
  }

  func on(_ today: String) -> FollowedHint {
    var copy = self
    copy.today = today
    return copy
  }
}
