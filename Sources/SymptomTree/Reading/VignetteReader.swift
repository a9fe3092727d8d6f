import Diagnostics
import SiteModel
import YAML

/// Reads the vignettes' file.
enum VignetteReader {
  private static let keys = KnownKeys(
    ["id", "source", "answers", "outcome", "at-least"],
    awaiting: [
      .text("id"), .text("source"), .mapping("answers"), .text("outcome"),
      .word("at-least", among: CareLevel.allCases.map(\.rawValue)),
    ])

  static func read(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> [Vignette] {
    var source = SourceReader(file: file.name)
    defer { diagnostics += source.diagnostics }
    guard let root = source.root(of: file),
      let list = root.asList(
        "vignettes", of: "vignettes", example: "- {id: …, answers: {…}, outcome: …}",
        into: &source.diagnostics)
    else { return [] }
    var vignettes: [Vignette] = []
    var lines: [String: Int] = [:]
    for node in list {
      guard let vignette = vignette(node, &source) else { continue }
      if let line = lines[vignette.id.value], !vignette.id.value.isEmpty {
        source.report(
          .treeDuplicateID, at: vignette.id.position,
          "`\(vignette.id.value)` is already the id of the vignette on line \(line).")
      } else {
        lines[vignette.id.value] = vignette.id.position.line
      }
      vignettes.append(vignette)
    }
    return vignettes
  }

  /// Nil when it lacks what it is about.
  private static func vignette(_ node: Node, _ source: inout SourceReader) -> Vignette? {
    guard let fields = source.fields(node, named: "a vignette", allowing: keys) else { return nil }
    let place = node.position
    let id = source.text("id", in: fields, missingAt: place)
    if !id.value.isEmpty { source.checkID(id.value, at: id.position) }
    let reference = source.text("source", in: fields, missingAt: place)
    let outcome = source.text("outcome", in: fields, missingAt: place)
    let atLeast: Placed<CareLevel>? = source.word("at-least", in: fields, missingAt: place)
    guard let answers = fields.required("answers", missingAt: place, into: &source.diagnostics) else {
      return nil
    }
    guard answers.kind == .mapping else {
      answers.reportWrongType(
        "answers", mustBe: "a mapping (`question: answer` pairs)", into: &source.diagnostics)
      return nil
    }
    guard let atLeast, !outcome.value.isEmpty else { return nil }
    let chosen = answers.entries.map { entry in
      (
        question: Placed(entry.key.text, at: entry.key.position),
        chosen: choice(entry.key, entry.value, &source)
      )
    }
    return Vignette(id: id, source: reference, answers: chosen, outcome: outcome, atLeast: atLeast)
  }

  private static func choice(_ key: Node, _ value: Node, _ source: inout SourceReader) -> [Placed<String>] {
    if value.kind == .sequence {
      let nodes = value.asTexts(key.text, of: "answers", example: "[an-answer]", into: &source.diagnostics)
      return (nodes ?? []).map { Placed($0.text, at: $0.position) }
    }
    guard let text = value.asText(key.text, into: &source.diagnostics) else { return [] }
    return [Placed(text, at: value.position)]
  }
}
