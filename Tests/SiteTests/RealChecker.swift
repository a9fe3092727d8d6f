import Diagnostics
import Foundation
import SymptomTree
import Testing
import YAML

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

/// The checker of this repository's own site: its files as text, to be broken, and all that the rest of the site says
/// to it, read once.
struct RealChecker: Sendable {
  var tree: String
  var careLevels: String?
  var vignettes: String?
  var paths: String?
  var redFlags: String
  var clinical: ClinicalIndex
  let steps: CheckerSteps

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let shared = Task { try await read() }

  /// The sound checker.
  static func sound() async throws -> RealChecker { try await shared.value }

  private static func read() async throws -> RealChecker {
    let source = try #require(SourceFolder(folder.path))
    let options = BuildOptions(
      source: folder.path, output: nil, jobs: 2, includesDrafts: false, isStrict: false,
      today: try CalendarDate.parsing("2026-11-22"))
    var report = BuildReport()
    let reading = try await SourceReading.read(
      source, options: options, workers: Workers(count: 2), progress: BuildProgress(),
      into: &report.diagnostics)
    let checked = try await CheckedSite.check(
      try #require(reading), source: source, options: options, workers: Workers(count: 2),
      progress: BuildProgress())
    let clinical = CheckerStage.clinicalIndex(
      checked.named.index, checked.named.links, checked.parsed, advice: checked.checkers.advice,
      pictures: checked.checkers.pictures)
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent("Content/\(name)"), encoding: .utf8)
    }
    let proven = try #require(checked.checkers.checkers.first { $0.id == "hip-pain" }?.check.proven)
    return RealChecker(
      tree: try text("symptom-checker/hip-pain.yaml"),
      careLevels: try text("symptom-checker/care-levels.yaml"),
      vignettes: try text("symptom-checker/hip-pain.vignettes.yaml"),
      paths: try text("symptom-checker/hip-pain.paths.tsv"), redFlags: try text("red-flags.yaml"),
      clinical: clinical,
      steps: CheckerSteps(
        proven, advice: checked.checkers.advice.texts, pictures: checked.checkers.pictures.markup))
  }

  /// Puts it to every rule as it stands. What is wrong with the red flags' own file comes last.
  func check() throws -> (tree: TreeCheck, diagnostics: [Diagnostic]) {
    func file(_ name: String, _ text: String?) -> SourceFile? {
      text.map { SourceFile(name: name, bytes: Array($0.utf8)[...]) }
    }
    var diagnostics: [Diagnostic] = []
    var index = clinical
    index.flags = CheckerStage.clinicalFlags(RedFlags(Array(redFlags.utf8), into: &diagnostics))
    let check = TreeCheck(
      TreeSources(
        tree: SourceFile(name: "tree", bytes: Array(tree.utf8)[...]),
        careLevels: file("levels", careLevels).map { CareLevels($0) },
        vignettes: file("vignettes", vignettes), committedPaths: file("paths", paths)),
      index: index,
      options: TreeOptions(
        today: try CalendarDate.parsing("2026-11-22"), causeKind: "cause",
        stretchKind: "stretch"))
    return (check, check.diagnostics + diagnostics)
  }

  /// The same after everything was done that lets a change of the paths pass: a new major version, and the list of
  /// paths written anew.
  func checkSigned() throws -> (tree: TreeCheck, diagnostics: [Diagnostic]) {
    let first = try check()
    guard var paths = first.tree.pathsFile else { return first }
    var signed = self
    switch first.tree.pathsChange {
    case .none: return first
    case .missing, .stale, .edited: break
    case .needsMajorVersion:
      // The list's first line is the version.
      try Self.swap(&signed.tree, "version: 2.1.2", "version: 3.0.0")
      try Self.swap(&paths, "2.1.2", "3.0.0")
    }
    signed.paths = paths
    return try signed.check()
  }

  // MARK: Changing its text

  struct NotThere: Error { let text: String }

  /// Replaces the first `old` of a file; it has to be there.
  static func swap(_ text: inout String, _ old: String, _ new: String) throws {
    guard let place = text.range(of: old) else { throw NotThere(text: old) }
    text.replaceSubrange(place, with: new)
  }

  mutating func swap(_ old: String, _ new: String) throws { try Self.swap(&tree, old, new) }

  /// Replaces the first `old` in the question or outcome `node`.
  mutating func swap(in node: String, _ old: String, _ new: String) throws {
    let place = try range(of: node)
    var text = String(tree[place])
    try Self.swap(&text, old, new)
    tree.replaceSubrange(place, with: text)
  }

  mutating func drop(_ node: String) throws { tree.removeSubrange(try range(of: node)) }

  mutating func swapVignettes(_ old: String, _ new: String) throws {
    var text = vignettes ?? ""
    try Self.swap(&text, old, new)
    vignettes = text
  }

  mutating func swapVignette(_ id: String, _ old: String, _ new: String) throws {
    let place = try vignetteRange(of: id)
    var text = String((vignettes ?? "")[place])
    try Self.swap(&text, old, new)
    vignettes?.replaceSubrange(place, with: text)
  }

  mutating func dropVignette(_ id: String) throws {
    let place = try vignetteRange(of: id)
    vignettes?.removeSubrange(place)
  }

  mutating func swapCareLevels(_ old: String, _ new: String) throws {
    var text = careLevels ?? ""
    try Self.swap(&text, old, new)
    careLevels = text
  }

  /// From its id to the next line that is indented as little.
  private func range(of node: String) throws -> Range<String.Index> {
    guard let start = tree.range(of: "\n  \(node):\n") else { throw NotThere(text: node) }
    let from = tree.index(after: start.lowerBound)
    let rest = tree[start.upperBound...]
    let end = rest.firstMatch(of: /\n {0,2}[a-z]/)?.range.lowerBound
    return from..<(end.map { tree.index(after: $0) } ?? tree.endIndex)
  }

  private func vignetteRange(of id: String) throws -> Range<String.Index> {
    guard let text = vignettes, let start = text.range(of: "- id: \(id)\n") else { throw NotThere(text: id) }
    let end = text[start.upperBound...].range(of: "\n- id: ")?.lowerBound
    return start.lowerBound..<(end.map { text.index(after: $0) } ?? text.endIndex)
  }
}
