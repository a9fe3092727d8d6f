import FixtureSite
import Foundation
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

/// What becomes of `Templates/assets`.
@Suite struct AssetTests {
  @Test func hashIsTheOneThatIsPublishedForIt() {
    // Test vectors of FNV-1a, 64 bits: "" is cbf29ce484222325, "foobar" is 85944171f73967e8.
    func digits(_ text: String) -> String {
      var hash = ContentHash()
      hash.add(Array(text.utf8))
      return hash.digits
    }
    #expect(digits("") == String(0xcbf2_9ce4 as UInt32 ^ 0x8422_2325, radix: 16))
    #expect(digits("foobar") == String(0x8594_4171 as UInt32 ^ 0xf739_67e8, radix: 16))
  }

  @Test(arguments: [247, 251]) func nameWithoutRoomForTheHash(_ count: Int) async throws {
    let name = String(repeating: "x", count: count) + ".css"
    let site = try FixtureSite(["Templates/assets/\(name)": "p {}"])
    let checked = site.lines(try await site.check())
    #expect(checked == site.lines(try await site.build()))
    #expect(
      checked.contains(
        "Templates/assets/\(name): error bad-file-name: The name of this file is too long: published, it would have \(count + 13) bytes, \(count - 242) more than a name can have. » Give it a shorter name."
      ), "\(checked)")
  }

  @Test(arguments: [("zz.css", "ZZ.css"), ("a/b.css", "A/B.css"), ("\u{E9}.css", "E\u{301}.css")])
  func namesThatAreOneElsewhere(_ one: String, _ other: String) async throws {
    let found = try await faults(["Templates/assets/\(one)": "p {}", "Templates/assets/\(other)": "b {}"])
    #expect(
      found.count {
        $0.contains(" error bad-file-name: On a Mac or on Windows, this file and `Templates/assets/")
      } == 1, "\(found)")
  }

  private static func assets(_ site: FixtureSite) throws -> [String] {
    try site.snapshot().names.filter { $0.hasPrefix("assets/") }
  }

  @Test func referencesBecomePublishedNames() async throws {
    let site = try FixtureSite([
      "Templates/assets/site.css": """
      /* url(nothing.svg) */ @import 'parts/print.css';
      a { background: url( "img/wave.svg#top" ); content: "url(nothing.svg)"; }
      b { background: url(/data:image/png;base64,AA==) url(#x) url(https://a.example/x.png); }
      """,
      "Templates/assets/parts/print.css": "p { background: url(../img/wave.svg) }",
      "Templates/assets/img/wave.svg": "<svg/>",
      "Templates/assets/a.js": """
      // import "./gone.js"
      import { b } from "./b.js";
      const late = import('./b.js');
      """,
      "Templates/assets/b.js": "import './a.js'; export const b = 1;",
      "site.yaml": FixtureSite.configuration(
        "language: en", "language: en\ncontent-policy: {image: [https://a.example]}"),
    ])
    #expect(site.lines(try await site.build()) == [])
    let names = try Self.assets(site)
    func name(_ pattern: String) throws -> String {
      let form = try Regex("assets/" + pattern.replacingOccurrences(of: "#", with: "[.][0-9a-f]{8}[.]"))
      return try #require(names.first { (try? form.wholeMatch(in: $0)) != nil }, "\(pattern) in \(names)")
    }
    func file(_ name: String) -> String { name.split(separator: "/").last.map(String.init) ?? "" }
    let (wave, print, css) = (try name("img/wave#svg"), try name("parts/print#css"), try name("site#css"))
    let (a, b) = (try name("a#js"), try name("b#js"))
    #expect(names.count == 5)
    let snapshot = try site.snapshot()
    #expect(
      snapshot.text(css) == """
        @import 'parts/\(file(print))';a{background: url( "img/\(file(wave))#top" );\
        content: "url(nothing.svg)";}\
        b{background: url(/data:image/png;base64,AA==) url(#x) url(https://a.example/x.png);}
        """)
    #expect(snapshot.text(print) == "p{background: url(../img/\(file(wave)))}")
    #expect(
      snapshot.text(a) == """
        // import "./gone.js"
        import { b } from "./\(file(b))";
        const late = import('./\(file(b))');
        """)
    #expect(snapshot.text(b) == "import './\(file(a))'; export const b = 1;")
    #expect(snapshot.text("index.html")?.contains("href=\"/\(css)\"") == true)

    try site.write("<svg></svg>", to: "Templates/assets/img/wave.svg")
    _ = try await site.build()
    let after = try Self.assets(site)
    #expect(after.contains(a) && after.contains(b))
    #expect(after.filter { $0.hasSuffix(".css") }.count == 4, "who leads to a changed file changes as well")
  }

  @Test(arguments: [
    (
      "site.css", "main { color: red }\nbody { background: url(wafe.svg) }",
      "site.css:2:24: error missing-asset: `wafe.svg` is not in `Templates/assets`. » Did you mean `wave.svg`?"
    ),
    (
      "site.css", "@import \"../layout.css\";",
      "site.css:1:10: error missing-asset: `../layout.css` is not in `Templates/assets`."
    ),
    (
      "a.js", "import {\n  x\n} from \"./b.js\";",
      "a.js:3:9: error missing-asset: `./b.js` is not in `Templates/assets`."
    ),
  ])
  func missing(file: String, text: String, expected: String) async throws {
    let found = try await faults(["Templates/assets/\(file)": text, "Templates/assets/wave.svg": "<svg/>"])
    expectFaults(found, ["Templates/assets/" + expected])
  }

  @Test(arguments: [
    "@import", "@import \"", "url(", "url('", "url(   ", "/*", "\"\\", "import", "import(", "from \"./",
    "'\\",
  ])
  func cutOff(text: String) async throws {
    for name in ["a.css", "b.js"] { _ = try await faults(["Templates/assets/\(name)": text]) }
  }

  /// A page that is open in a browser while the site changes finds its stylesheet, until the site changes again.
  @Test func oldAssetsStayForOneBuild() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let first = try Self.assets(site)
    let before = try site.snapshot().files[first[0]]
    try site.write("main { color: red }\n", to: "Templates/assets/site.css")
    let change = try await site.build()
    let second = try Self.assets(site)
    #expect(second.count == 2 && second.contains(first[0]))
    #expect(try site.snapshot().files[first[0]] == before, "the old file itself")
    #expect(change.written == 12, "the new asset and the pages that load it")
    _ = try await site.build()
    #expect(try Self.assets(site) == second.filter { $0 != first[0] })
  }

  /// The list in the marker is a file like any other: whatever it says, nothing but assets is carried over.
  @Test func strangeMarkerDoesNoHarm() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let wanted = try site.snapshot().contents
    try site.write("by hand", to: "Public/assets/by-hand.css")
    try site.write("by hand", to: "Public/assets/folder/x")
    try FileManager.default.createSymbolicLink(
      atPath: site.path(to: "Public/assets/link.css"), withDestinationPath: site.path(to: "site.yaml"))
    try site.write(
      "x\n../site.yaml\nassets/../../site.yaml\nassets/link.css\nassets/folder\nassets\nassets/\n/etc/passwd\nassets/gone\0\nsitemap.xml\n",
      to: "Public/.limber-output")
    #expect(site.lines(try await site.build()) == [])
    #expect(try site.snapshot().contents == wanted)
  }
}
