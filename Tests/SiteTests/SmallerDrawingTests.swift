import FixtureSite
import Testing

@testable import Site

/// Published drawings lack what nobody sees, and nothing else.
@Suite struct SmallerDrawingTests {
  private static func markup(_ text: String) -> String {
    String(decoding: Drawing(Array(text.utf8), in: .file, file: "x.svg").markup, as: UTF8.self)
  }

  /// What is published of a drawing says the same, and cannot lose more.
  static func expectTheSame(_ drawing: Drawing, in place: Drawing.Place, _ comment: String) {
    let markup = drawing.markup
    let again = Drawing(markup, in: place, file: "x.svg")
    #expect(
      again.diagnostics == [] && again.markup == markup,
      "\(comment): \(String(decoding: markup, as: UTF8.self))")
    #expect(
      again.answers == drawing.answers && again.labels.map(\.text) == drawing.labels.map(\.text), "\(comment)"
    )
  }

  @Test(arguments: [
    (
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Made with a program -->\n<svg>\n  <g>\n\t<path d=\"M0 0\"/>\n  </g>\n</svg>\n\n",
      #"<svg><g><path d="M0 0"/></g></svg>"#
    ),
    (
      "<svg\n   viewBox = \" 0  0\n 9 9 \"\n   width=\"9\"\n><rect\n id='a  b' /></svg  >",
      "<svg\nviewBox=\"0 0\n9 9\"\nwidth=\"9\"><rect\nid='a  b'/></svg>"
    ),
    (
      "<svg><path d=\"M 1,2\n   L 3,4\" transform=\"translate(1,  2)\"/></svg>",
      "<svg><path d=\"M 1,2\nL 3,4\" transform=\"translate(1, 2)\"/></svg>"
    ),
    // Words keep their spaces and what stands between them; so do styles.
    (
      "<svg> <text xml:space=\"preserve\"> a <!-- b --> <tspan>  c </tspan>\n</text> <title> d  e </title></svg>",
      "<svg><text xml:space=\"preserve\"> a <!-- b --> <tspan>  c </tspan>\n</text><title> d  e </title></svg>"
    ),
    ("<svg><style> .a  { fill: red }\n</style></svg>", "<svg><style> .a  { fill: red }\n</style></svg>"),
    ("<svg aria-label=\"The  hip\"><g/></svg>", "<svg aria-label=\"The  hip\"><g/></svg>"),
  ])
  func losesWhatNobodySees(drawing: String, expected: String) {
    #expect(Drawing(Array(drawing.utf8), in: .file, file: "x.svg").diagnostics.isEmpty)
    #expect(Self.markup(drawing) == expected)
    #expect(Self.markup(expected) == expected)
  }

  @Test func onPagesAndInTheirOwnFiles() async throws {
    let drawing =
      "<?xml version='1.0'?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n  <!-- The joint -->\n  <rect width=\"9\" height=\"9\"/>\n</svg>\n"
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "![The hip](hip.svg)"),
      "Content/causes/hip.svg": drawing,
    ])
    #expect(site.lines(try await site.build()) == [])
    #expect(
      try site.text(of: "Public/causes/hip.svg")
        == #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>"#)
    #expect(try site.text(of: "Content/causes/hip.svg") == drawing)
  }
}
