import Diagnostics
import YAML

/// What an article says of one of the articles that a relation lists: `stretches: [{id: step-ups, note: from week 3}]`.
package struct RelationNote: Sendable {
  /// The relation's place in its kind.
  package let slot: Int
  /// As the relation lists it.
  package let target: PlacedText
  package let text: [UInt8]
}

/// The articles that a relation of front matter lists, each as an id or as a mapping with a note.
package struct RelationTargets {
  /// Nil after an error that leaves no list.
  private(set) var targets: [PlacedText]?
  private(set) var notes: [RelationNote] = []

  private static let keys: KnownKeys = ["id", "note"]
  /// The most characters of a note.
  static let longestNote = 200

  init(_ node: Node, of relation: Relation, slot: Int, into diagnostics: inout [Diagnostic]) {
    let example = relation.targets.count == 1 ? "[some-id]" : "[kind:some-id]"
    guard node.kind == .sequence, node.elements.contains(where: { $0.kind == .mapping }) else {
      targets = node.asTexts(relation.name, of: "ids", example: example, into: &diagnostics)?
        .map(PlacedText.init)
      return
    }
    var found: [PlacedText] = []
    for element in node.elements {
      guard element.kind == .mapping else {
        if element.asText(relation.name, into: &diagnostics) != nil { found.append(PlacedText(element)) }
        continue
      }
      guard let fields = Fields(element, named: relation.name, allowing: Self.keys, into: &diagnostics),
        let id = fields.required("id", missingAt: element.position, into: &diagnostics),
        id.asText("id", into: &diagnostics) != nil
      else { continue }
      let target = PlacedText(id)
      found.append(target)
      if let note = fields["note"] {
        let text = KeyedNode(name: "note", node: note).line(limit: Self.longestNote, into: &diagnostics)
        if !text.isEmpty { notes.append(RelationNote(slot: slot, target: target, text: text)) }
      }
    }
    targets = found
  }

  /// What an editor's program checks one entry against; `target` is the schema of an id.
  package static func schema(_ target: Schema) -> Schema {
    [
      "anyOf": [
        target,
        .object(
          [
            ("id", target),
            ("note", Schema.line.described("A few words on its card and in programs: `from week 3`.")),
          ], required: ["id"]),
      ]
    ]
  }
}
