import Diagnostics
import FixtureSite
import Testing

@testable import Site

/// `Content/pictures.yaml`: whose the pictures are.
@Suite struct PictureCreditTests {
  private static let file = "Content/pictures.yaml"
  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><path d=\"M0 0h4\"/></svg>"
  private static let required = FixtureSite.configuration(
    "language: en\n", "language: en\npictures: {credit: required}\n")

  /// A site whose cause shows one drawing in its text and another in a field of its exercise.
  private func files(_ credits: String?, _ changes: [String: String?] = [:]) -> [String: String?] {
    [
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "![The hip](hip.svg)"),
      "Content/causes/hip.svg": Self.drawing,
      "Content/stretches/step-ups.md": FixtureSite.article(
        "Step-ups", "figure: {file: step.svg, alt: A step}", body: "Step up, then down."),
      "Content/stretches/step.svg": Self.drawing,
      "Templates/cause.mustache": FixtureSite.page(FixtureSite.body + Self.list),
      "Templates/stretch.mustache": FixtureSite.page(
        "{{#figure}}<img src=\"{{url}}\" alt=\"{{alt}}\">{{/figure}}" + FixtureSite.body + Self.list),
      Self.file: credits,
    ].merging(changes) { $1 }
  }

  private static let list =
    "{{#has-picture-credits}}<ul>{{#picture-credits}}<li>{{credit}}|{{license}}|{{license-url}}|{{source}}</li>{{/picture-credits}}</ul>{{/has-picture-credits}}"

  @Test func isShownOnThePageOfThePicture() async throws {
    let site = try FixtureSite(
      files(
        """
        causes/hip.svg:
          credit: Ann & Example
          license: CC BY 4.0
          license-url: https://licenses.example/by/
          source: https://pictures.example/42
        stretches/: {credit: The clinic}

        """))
    let report = try await site.build()
    #expect(site.lines(report) == [])
    let cause = try site.text(of: "Public/causes/tendon-pain/index.html")
    #expect(
      cause.contains(
        "<ul><li>Ann &amp; Example|CC BY 4.0|https://licenses.example/by/|https://pictures.example/42</li></ul>"
      ),
      "\(cause)")
    #expect(
      try site.text(of: "Public/stretches/step-ups/index.html").contains("<ul><li>The clinic|||</li></ul>"))
    #expect(!(try site.text(of: "Public/signs/outer-pain/index.html").contains("<li>The clinic")))
    // What was built before the credit changed is not what is built now.
    try site.write("causes/: {credit: Somebody}\n", to: Self.file)
    _ = try await site.build()
    #expect(
      try site.text(of: "Public/causes/tendon-pain/index.html").contains("<ul><li>Somebody|||</li></ul>"))
    #expect(!(try site.text(of: "Public/stretches/step-ups/index.html").contains("<li>The clinic")))
  }

  @Test func nearestFolderCounts() async throws {
    let site = try FixtureSite(files("causes/: {credit: Far}\ncauses/hip.svg: {credit: Near}\n"))
    _ = try await site.build()
    #expect(try site.text(of: "Public/causes/tendon-pain/index.html").contains("<ul><li>Near|||</li></ul>"))
  }

  @Test func whereCreditsAreNeeded() async throws {
    let lacking = { (path: String) in
      "Content/\(path): error missing-credit: Nothing says whose this picture is. » Add `\(path): {credit: …}` to `Content/pictures.yaml`, with the name of who made it or owns it."
    }
    #expect(
      Set(try await faults(files(nil, ["site.yaml": Self.required])))
        == [lacking("causes/hip.svg"), lacking("stretches/step.svg")])
    #expect(
      try await faults(files("stretches/step.svg: {credit: Ann}\n", ["site.yaml": Self.required]))
        == [lacking("causes/hip.svg")])
    let all = "causes/: {credit: Ann}\nstretches/: {credit: Ann}\n"
    #expect(try await faults(files(all, ["site.yaml": Self.required])) == [])
    // Of what nobody sees, nobody has to know whose it is.
    let unused = try await faults(
      files(all, ["site.yaml": Self.required, "Content/faqs/other.svg": Self.drawing]))
    #expect(unused.count == 1 && unused[0].contains("unused-file"), "\(unused)")
  }

  @Test(arguments: [
    (
      "causes/hips.svg: {credit: Ann}",
      "1:1: error missing-image: There is no picture or video `Content/causes/hips.svg`. » Did you mean `causes/hip.svg`?"
    ),
    (
      "signs/: {credit: Ann}",
      "1:1: error missing-image: There is no picture or video in the folder `Content/signs/`. » Write its path below `Content`, such as `causes/hip.svg`, or delete this entry."
    ),
    ("causes/hip.svg: {license: CC0}", "1:1: error missing-key: The key `credit` is missing."),
    (
      "causes/hip.svg: {credit: Ann, licence: CC0}",
      "1:31: error unknown-key: There is no key `licence` here. » Did you mean `license`?"
    ),
    (
      "causes/hip.svg: {credit: Ann, license-url: \"https://a.example/\"}",
      "1:44: error missing-key: `license-url` needs `license`. » Add the name of the license, such as `license: CC BY 4.0`."
    ),
    (
      "causes/hip.svg: {credit: Ann, source: a.example}",
      "1:39: error wrong-type: `source` must be an address without spaces that starts with `https:` or `http:`, not `a.example`. » Write `https://a.example`."
    ),
    (
      "- causes/hip.svg",
      "1:1: error wrong-type: `pictures.yaml` must be a mapping of paths to what is said of them, not a list. » Write `causes/hip.jpg: {credit: Ann Example}`."
    ),
  ])
  func slips(_ credits: String, _ fault: String) async throws {
    let found = try await faults(files(credits + "\n"))
    #expect(found.count == 1 && found[0].hasPrefix("\(Self.file):\(fault)"), "\(found)")
  }

  /// What is said of a picture goes with it when its article gets another name.
  @Test func movesWithThePicture() async throws {
    let site = try Example.knee.copy()
    let report = try await site.move("notice:new-exercise-room", "bigger-room")
    #expect(report.contains("bigger-room.jpg") && !report.contains("keeps its name"), "\(report)")
    let text = try site.text(of: Self.file)
    #expect(
      text.contains("\nnews/bigger-room.jpg: {credit: Pat Example,") && !text.contains("new-exercise-room"))
    #expect(site.lines(try await site.check()) == [])
  }

  /// A license that readers have to be told of, and a template that does not tell them.
  @Test func unshown() async throws {
    let found = try await faults(
      files(
        "causes/: {credit: Ann}\n",
        ["Templates/cause.mustache": FixtureSite.page(FixtureSite.body)]))
    #expect(
      found == [
        "Content/causes/tendon-pain.md:1:1: warning bad-configuration: Readers do not see whose the pictures of this article are: the template `cause` does not show `picture-credits`. » Use `picture-credits` in `Templates/cause.mustache`."
      ])
  }
}
