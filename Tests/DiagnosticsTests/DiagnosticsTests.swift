import Testing

@testable import Diagnostics

/// A diagnostic as text, as JSON and as an annotation.
@Suite struct DiagnosticTests {
  private static let whole = Diagnostic.error(
    "unknown-key", file: "Content/a.md", at: Position(line: 12, column: 3),
    "`sgns` is \"not\" known: 100 %, sure.\nReally.",
    hint: "Did you mean `signs`?")
  private static let bare = Diagnostic.warning("orphan", file: nil, at: nil, "Nothing <b>.")

  @Test func json() {
    #expect(
      Self.whole.json == #"""
        {"severity":"error","code":"unknown-key","file":"Content/a.md","line":12,"column":3,"message":"`sgns` is \"not\" known: 100 %, sure.\nReally.","hint":"Did you mean `signs`?"}
        """#)
    #expect(
      Self.bare.json
        == #"{"severity":"warning","code":"orphan","file":null,"line":null,"column":null,"message":"Nothing \u003cb>.","hint":null}"#
    )
  }

  @Test func annotation() {
    #expect(
      Self.whole.annotation()
        == "::error file=Content/a.md,line=12,col=3,title=unknown-key::`sgns` is \"not\" known: 100 %25, sure.%0AReally. Did you mean `signs`?"
    )
    #expect(Self.bare.annotation() == "::warning title=orphan::Nothing <b>.")
    let odd = Diagnostic.error("c", file: "a,b:c%.md", at: nil, "M.")
    #expect(odd.annotation() == "::error file=a%2Cb%3Ac%25.md,title=c::M.")
    #expect(odd.annotation(below: "../site/") == "::error file=../site/a%2Cb%3Ac%25.md,title=c::M.")
  }

  @Test func text() {
    let fault = Diagnostic.error(
      "unknown-key", file: "a.md", at: Position(line: 4, column: 3), "Wrong.", hint: "Right.")
    #expect(
      fault.text(sourceLine: "\taéb: c", color: false) == """
        a.md:4:3: error: Wrong. [unknown-key]
         4 |  aéb: c
           |   ^
          hint: Right.

        """)
    #expect(Self.bare.text(sourceLine: nil, color: false) == "warning: Nothing <b>. [orphan]\n")
    #expect(fault.text(sourceLine: "", color: true).contains("\u{1B}[1;31merror\u{1B}[0m: Wrong."))
  }

  @Test func longLineIsCutToAWindow() {
    let fault = Diagnostic.error("c", file: "a.md", at: Position(line: 1, column: 500), "Wrong.")
    let line = String(repeating: "x", count: 499) + "!" + String(repeating: "y", count: 499)
    let shown = fault.text(sourceLine: line, color: false).split(separator: "\n")
    #expect(shown[1].count < 120 && shown[1].contains("…x") && shown[1].hasSuffix("y…"))
    let caret = shown[2].distance(
      from: shown[2].startIndex, to: shown[2].firstIndex(of: "^") ?? shown[2].endIndex)
    #expect(Array(shown[1])[caret] == "!")
  }

  /// A file's content can neither move the cursor nor turn the direction of writing.
  @Test func controlCharactersAreShownAsSuch() {
    let fault = Diagnostic.error("c", file: "a\u{1B}[2J.md", at: .start, "\u{202E}Wrong\u{9B}.", hint: "\r")
    let shown = fault.text(sourceLine: "\u{1B}]0;title\u{7}\u{2066}", color: false)
    #expect(
      !shown.unicodeScalars.contains {
        $0 != "\n"
          && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x202A...0x2069).contains($0.value))
      })
  }

  @Test func order() {
    func fault(_ file: String?, _ line: Int?, _ code: DiagnosticCode, _ message: String = "") -> Diagnostic {
      .error(code, file: file, at: line.map { Position(line: $0, column: 1) }, message)
    }
    let sorted = [
      fault(nil, nil, "z"), fault("a", nil, "z"), fault("a", 2, "a"), fault("a", 2, "b", "1"),
      fault("a", 2, "b", "2"), fault("a", 10, "a"),
      fault("b", 1, "a"),
    ]
    for _ in 0..<10 { #expect(sorted.shuffled().sorted() == sorted) }
  }
}
