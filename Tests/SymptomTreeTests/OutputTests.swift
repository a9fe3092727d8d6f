import Diagnostics
import Foundation
import Testing
import YAML

@testable import SymptomTree

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct OutputTests {
  @Test func jsonHasItsKeysInOrder() throws {
    let json = try #require(Clinic().check().json)
    #expect(
      String(decoding: json, as: UTF8.self) == Clinic.json.filter { $0 != "\n" } + "\n")
  }

  /// What a label may not be, however it is disguised; what only looks like it is let be.
  @Test(
    arguments: [
      ("Fever &amp; chills", "HTML"), ("Fever&#160;now", "HTML"), ("Q&A;b", "HTML"), ("Q&A; or not", "HTML"),
      ("Fever & chills; now", nil), ("a &; b", nil), ("R&D", nil), ("5 < 6", "`<` or `>`"),
      ("6 > 5", "`<` or `>`"),
      ("a 50% chance", "percentage"), ("50 PER CENT", "percentage"), ("Ten Percent of all", "percentage"),
      ("What you were Diagnosed with", "diagnosis"), ("Dia gnosis", nil), ("perc ent", nil), ("", nil),
    ] as [(String, String?)]) func labels(text: String, problem: String?)
  {
    let found = PlainText.problem(in: text)
    #expect((found == nil) == (problem == nil) && found?.contains(problem ?? "") != false, "\(found ?? "")")
  }

  /// Where an answer may lead: to a page of this site, and to a place in it.
  @Test(arguments: [
    ("/", true), ("/causes/hip_pain/", true), ("/a#part-2", true), ("", false), ("causes/", false),
    ("//evil.example/", false), ("/a#", false), ("/a#b#c", false), ("/a#B", false), ("/A/", false),
    ("/a b/", false), ("/a?b", false), ("https://evil.example/", false), ("/%2e%2e/", false),
  ]) func paths(url: String, isOne: Bool) { #expect(PlainText.isPath(url) == isOne) }

  /// On paper, one sign stands on each line.
  @Test(arguments: [
    ("Fever: over 38; or chills", ["Fever: ", "over 38; ", "or chills"]),
    ("At 10:30;now, or never", ["At 10:30;now, or never"]),
    ("One; ", ["One; "]), ("", []),
  ]) func answersAreCutIntoSigns(label: String, lines: [String]) {
    func placed(_ text: String) -> Placed<String> { Placed(text, at: Position(line: 1, column: 1)) }
    let answer = Answer(id: placed("a"), label: placed(label), flag: nil, next: placed("b"))
    #expect(answer.lines == lines)
  }

  @Test func withoutCausesNoneIsPublished() throws {
    var clinic = Clinic()
    try clinic.swapTree("show-causes: true", "show-causes: false")
    let json = String(decoding: try #require(clinic.check().json), as: UTF8.self)
    #expect(json.contains("\"content\":{}"))
    #expect(!json.contains("cause") && !json.contains("stretches"))
  }

  @Test func kindsAreNamedAsTheSiteNamesThem() throws {
    let check = TreeCheck(
      TreeSources(
        tree: SourceFile(name: "a", bytes: ArraySlice(Array(Clinic.tree.utf8))),
        careLevels: CareLevels(SourceFile(name: "b", bytes: ArraySlice(Array(Clinic.careLevels.utf8)))),
        vignettes: SourceFile(name: "c", bytes: ArraySlice(Array(Clinic.vignettes.utf8))),
        committedPaths: SourceFile(name: "d", bytes: ArraySlice(Array(Clinic.paths.utf8)))),
      index: Clinic.index,
      options: TreeOptions(
        today: try #require(CalendarDate(year: 2026, month: 3, day: 1)), causeKind: "condition",
        stretchKind: "exercise"))
    let json = String(decoding: try #require(check.json), as: UTF8.self)
    #expect(json.contains("\"condition:sprain\"") && json.contains("\"exercise:balance\""))
    let schema = String(decoding: Self.schema, as: UTF8.self)
    #expect(schema.contains("^(condition|exercise):[a-z0-9-]+$"))
  }

  /// A review that names no day for the next one holds as long as the policy says: here, twelve months.
  @Test(arguments: [", due: 2027-02-01", ""]) func anApprovedReviewIsPublished(due: String) throws {
    var clinic = Clinic()
    try clinic.swapTree(
      "{status: pending}", "{status: approved, author: C. D., reviewer: Al Bo, reviewed: 2026-02-01\(due)}")
    let json = String(decoding: try #require(clinic.check().json), as: UTF8.self)
    let review =
      #""review":{"due":"2027-02-01","reviewed":"2026-02-01","reviewer":"Al Bo","status":"approved"}"#
    #expect(json.contains(review))
  }

  private static let schema = TreeSchema.bytes(causeKind: "condition", stretchKind: "exercise")

  @Test func theSchemaIsJSONWithSortedKeys() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.schema)) as? [String: Any])
    #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let again = try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    let plain = String(decoding: Self.schema, as: UTF8.self).replacingOccurrences(
      of: "\\u003c", with: "<")
    #expect(plain == String(decoding: again, as: UTF8.self) + "\n")
  }

  @Test func pathsAreOneLineEach() throws { #expect(try Clinic().check().pathsFile == Clinic.paths) }

  @Test func pathsDoNotChangeWithWordsOrTheOrderOfRadios() throws {
    var clinic = Clinic()
    try clinic.swapTree("ask: How old", "ask: Say how old")
    try clinic.swapTree(
      "      child: {label: Under 18, next: child}\n      adult: {label: 18 or over, next: same-day}",
      "      adult: {label: 18 or more, next: same-day}\n      child: {label: Under 18, next: child}")
    #expect(try clinic.check(committed: Clinic.paths).diagnostics == [])
  }

  /// JSON, drawing and tree have the same edges.
  @Test func theDrawingHasTheEdgesOfTheJSON() throws {
    let check = try Clinic().check()
    let tree = try #require(check.proven)
    let reader = DrawingReader()
    let parser = XMLParser(data: Data(tree.svg.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.edges.sorted() == tree.edges.sorted())
    #expect(try Self.edges(ofJSON: try #require(check.json)).sorted() == tree.edges.sorted())
  }

  @Test func theDrawingEscapesWhatXMLReserves() throws {
    var clinic = Clinic()
    try clinic.swapTree("label: The back", "label: \"Back & \\\"heel\\\" <]]>\\u0001\"")
    let tree = try #require(clinic.check().tree)
    #expect(XMLParser(data: Data(tree.svg.utf8)).parse())
    #expect(tree.dot.contains(#""where" -> "tendon-check" [label="Back & \"heel\" <]]>"#))
    #expect(tree.mermaid.contains("n3 -- \"Back & #quot;heel#quot; #lt;]]#gt;"))
  }

  @Test func otherPictures() throws {
    let tree = try #require(Clinic().check().tree)
    #expect(tree.dot.contains(#"  "age" -> "same-day" [label="18 or over"];"#))
    #expect(tree.dot.split(separator: "\n").filter { $0.contains(" -> ") }.count == tree.edges.count)
    #expect(tree.mermaid.hasPrefix("flowchart LR\n  n0[\"Do you have any of these right now?\"]:::redflag\n"))
    #expect(tree.mermaid.split(separator: "\n").filter { $0.contains(" --> ") }.count == tree.edges.count)
  }

  @Test func aPageWithOtherEdgesIsRefused() throws {
    let tree = try #require(Clinic().check().proven)
    #expect(tree.differences(fromPage: tree.edges.shuffled(), file: "page.html") == [])
    var edges = tree.edges
    edges[0].next = "age"
    #expect(
      tree.differences(fromPage: edges, file: "page.html") == [
        .error(
          .treePageEdges, file: "page.html", at: nil,
          "The page does not have the step from `emergency.bone` to `go-now`."),
        .error(
          .treePageEdges, file: "page.html", at: nil,
          "The page has, unlike the tree, the step from `emergency.bone` to `age`."),
      ])
  }

  private static func edges(ofJSON json: [UInt8]) throws -> [TreeEdge] {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let nodes = try #require(object["nodes"] as? [String: [String: Any]])
    return nodes.flatMap { id, node in
      let answers =
        (node["answers"] as? [[String: String]] ?? []) + [node["none"] as? [String: String]].compactMap { $0 }
      return answers.map { TreeEdge(question: id, answer: $0["id"] ?? "", next: $0["next"] ?? "") }
    }
  }
}

/// Collects the edges of a drawing.
private final class DrawingReader: NSObject, XMLParserDelegate {
  var edges: [TreeEdge] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    guard attributes["class"] == "edge" else { return }
    edges.append(
      TreeEdge(
        question: attributes["data-from"] ?? "", answer: attributes["data-answer"] ?? "",
        next: attributes["data-to"] ?? ""))
  }
}
