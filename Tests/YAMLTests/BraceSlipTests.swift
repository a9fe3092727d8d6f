import Diagnostics
import Testing

@testable import YAML

/// A second colon between braces: a comma is missing, or a text needs quotes.
@Suite struct BraceSlipTests {
  @Test(arguments: [
    ("a: {sets: 3 hold: 10 s}\n", 13, "hold", "sets: 3, hold: 10 s"),
    ("a: {sets: 3, hold: 10-30 s rest: 1 min}\n", 28, "rest", "hold: 10-30 s, rest: 1 min"),
    ("- {id: step-ups note: From week 3}\n", 17, "note", "id: step-ups, note: From week 3"),
    ("a: {date: 2026-11-20 text: The wall sit}\n", 22, "text", "date: 2026-11-20, text: The wall sit"),
    ("a: {sets: 3 reps: 10 hold: 5 s}\n", 13, "reps", "sets: 3, reps: 10, hold: 5 s"),
  ])
  func missingComma(text: String, column: Int, key: String, written: String) {
    #expect(
      read(text).1 == [
        fault(
          .yamlSyntax, 1, column, "There is no `,` before `\(key)`.", hint: "Write `\(written)`.")
      ])
    // The hint works.
    let start = text.replacing(
      written.replacing(",", with: ""), with: written)
    #expect(read(start).1.isEmpty)
  }

  @Test(arguments: [
    (
      "a: {label: A child or teen next: within-days}\n", 32, "next",
      "label: \"A child or teen next: within-days\""
    ),
    ("a: {text: A stuck knee: see someone}\n", 23, "knee", "text: \"A stuck knee: see someone\""),
  ])
  func eitherOfTwo(text: String, column: Int, key: String, written: String) {
    #expect(
      read(text).1 == [
        fault(
          .yamlSyntax, 1, column, "This `:` is not allowed here.",
          hint:
            "If `\(key)` is a key, add a comma before it. If it is part of the text, put the text in quotes: write `\(written)`."
        )
      ])
  }

  /// What cannot be a key is text.
  @Test(arguments: [
    ("a: {text: Stop: do not}\n", 15, "text: \"Stop: do not\""),
    ("a: {credit: Photo by: Pat: 2}\n", 21, nil),
    ("a: {text: Where it hurts (front): rest}\n", 33, "text: \"Where it hurts (front): rest\""),
  ])
  func texts(text: String, column: Int, written: String?) {
    let found = read(text).1
    #expect(found.count == 1 && found[0].position?.column == column)
    if let written { #expect(found.first?.hint == "Put the text in quotes: write `\(written)`.") }
  }

  /// A key of an entry that stands below the entry's dash.
  @Test(arguments: [
    ("a:\n  - id: x\n  note: y\n  - z\n", 3, 3, "note"), ("a:\n- id: x\nnote: y\n- z\n", 3, 1, "note"),
    ("a:\n  - b: c\n  d: e\n", 3, 3, "d"), ("- date: 1\n  text: x\n- date: 2\ntext: y\n", 4, 1, "text"),
  ])
  func keyBelowTheDash(text: String, line: Int, column: Int, key: String) {
    #expect(
      read(text).1 == [
        fault(
          .yamlSyntax, line, column, "This line begins further left than the lines it belongs to.",
          hint: "Add 2 spaces in front of `\(key):`.")
      ])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      $0.offset == line - 1 ? "  " + $0.element : String($0.element)
    }
    #expect(read(lines.joined(separator: "\n")).1.isEmpty)
  }

  /// Entries of a list in brackets are quoted one by one.
  @Test func entriesInQuotes() {
    #expect(
      read("frame: [https:]\n").1.first?.hint == "If it is text, write `frame: [\"https:\"]`.")
  }
}
