import Diagnostics
import YAML

/// What an article says of one of the articles that a relation lists: `stretches: [{id: step-ups, note: from week 3}]`.
package struct RelationNote: Sendable {
  /// The relation's place in its kind.
  package let slot: Int
  /// As the relation lists it.
  package let target: PlacedText
  package let text: [UInt8]
  /// The original's language, where a translation has no words of its own for it.
  package internal(set) var foreign: SiteLanguage?

  /// Whether it is about the article that `name` names, with or without its kind.
  package func isAbout(_ name: some Collection<UInt8>, of kind: Kind, _ kinds: [Kind]) -> Bool {
    let relation = kind.relations[slot]
    return relation.id(of: target.bytes, kinds).elementsEqual(relation.id(of: Array(name), kinds))
  }
}

/// The articles that a relation of front matter lists, each as an id or as a mapping with a note.
package struct RelationTargets {
  /// Nil after an error that leaves no list.
  private(set) var targets: [PlacedText]?
  private(set) var notes: [RelationNote] = []

  private static let keys = KnownKeys(
    ["id", "note"], awaiting: [AwaitedKey("id") { $0.kind == .scalar && !$0.text.contains(" ") }])
  /// The most characters of a note.
  static let longestNote = 200

  init(_ node: Node, of relation: Relation, slot: Int, into diagnostics: inout [Diagnostic]) {
    let example = relation.targets.count == 1 ? "[some-id]" : "[kind:some-id]"
    if node.kind == .mapping, let id = node.value(for: "id") {
      node.reportWrongType(
        relation.name, mustBe: "a list of ids, such as `\(example)`",
        hint:
          "Put brackets around it: `\(relation.name): [{id: \(id.text)\(node.value(for: "note") == nil ? "" : ", note: …")}]`.",
        into: &diagnostics)
      return
    }
    guard node.kind == .sequence, node.elements.contains(where: { $0.kind == .mapping }) else {
      targets = node.asTexts(relation.name, of: "ids", example: example, into: &diagnostics)?
        .map(PlacedText.init)
      return
    }
    var found: [PlacedText] = []
    for element in node.elements {
      guard element.kind == .mapping else {
        if !element.isEmptyEntry(of: relation.name, into: &diagnostics),
          element.asText(relation.name, into: &diagnostics) != nil
        {
          found.append(PlacedText(element))
        }
        continue
      }
      if let fault = Self.noteWithoutKeys(element, of: relation) {
        diagnostics.append(fault)
        continue
      }
      guard let fields = Fields(element, named: relation.name, allowing: Self.keys, into: &diagnostics),
        let id = fields.required("id", missingAt: element.position, into: &diagnostics),
        id.asText("id", into: &diagnostics) != nil
      else { continue }
      let target = PlacedText(id)
      found.append(target)
      if let note = fields["note"] {
        note.lookAtWords("note", into: &diagnostics)
        let text = KeyedNode(name: "note", node: note).line(limit: Self.longestNote, into: &diagnostics)
        if !text.isEmpty { notes.append(RelationNote(slot: slot, target: target, text: text)) }
      }
    }
    targets = found
  }

  /// A report of `step-ups: not in week 1`, and of `stretch: step-ups` where no space belongs.
  private static func noteWithoutKeys(_ node: Node, of relation: Relation) -> Diagnostic? {
    guard node.entries.count == 1, let (key, value) = node.entries.first, key.kind == .scalar,
      value.kind == .scalar, keys.index(of: key.bytes) == nil, ArticleID.isValid(key.text.utf8)
    else { return nil }
    let isKind = relation.targets.count > 1 && ArticleID.isValid(value.text.utf8) && !key.text.contains("-")
    let note = value.text.contains { ",:#[]{}\"'&*!|>%@`".contains($0) } ? "…" : value.text
    return .error(
      .wrongType, file: node.file, at: node.position,
      isKind
        ? "There is a space after the colon, so this is no id."
        : "This is no id: a `:` with a space behind it makes it a key.",
      hint: isKind
        ? "Write `\(key.text):\(value.text)`."
        : value.isNull ? "Delete the colon." : "Write `{id: \(key.text), note: \(note)}`.")
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
