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

@Suite struct CompactStylesheetTests {
  private func compact(_ text: String) -> String {
    String(decoding: CompactStylesheet.bytes(of: Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("a { color: red; }\n\n/* why */\nb , c {\n  margin : 0 1px;\n}\n", "a{color: red;}b,c{margin : 0 1px;}"),
    ("a :hover { width: calc(1px + 2px) }", "a :hover{width: calc(1px + 2px)}"),
    ("a::after { content: \" /* kept */  ; \"; }", "a::after{content: \" /* kept */  ; \";}"),
    ("a { background: url( x y.svg ) }", "a{background: url( x y.svg )}"),
    ("@media (min-width: 40em) and (print) { a { b: c } }", "@media (min-width: 40em) and (print){a{b: c}}"),
    ("a/* x */.b { c: d }", "a/**/.b{c: d}"), ("a { b: '\\'  ' }", "a{b: '\\'  '}"), ("/* never closed", ""),
  ])
  func onlyWhatMeansNothingGoes(_ source: String, _ expected: String) {
    #expect(compact(source) == expected)
    #expect(compact(expected) == expected)
  }
}
