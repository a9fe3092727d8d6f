import Diagnostics
import Text
import YAML

/// The kind of the places of a clinic that has several: `locations`.
extension ClinicSettings.Draft {
  /// A kind that is not there is reported and left out.
  func facts(_ kinds: [Kind], into diagnostics: inout [Diagnostic]) -> ClinicFacts {
    var facts = facts
    guard let node = locations else { return facts }
    guard node.kind == .scalar else {
      node.reportWrongType(
        "locations", mustBe: "the name of a kind",
        hint: node.elements.first.map { "Write `locations: \($0.text)`." }, into: &diagnostics)
      return facts
    }
    facts.locations = kinds.firstIndex { $0.name == node.text }
    if let number = facts.locations, let reason = kinds[number].reasonAgainstPlaces {
      facts.locations = nil
      let place = kinds.first { $0.reasonAgainstPlaces == nil }
      diagnostics.append(
        .error(
          .badConfiguration, file: node.file, at: node.position,
          "`locations` names the kind `\(node.text)`, whose \(reason), so they are no places.",
          hint: place.map { "Write `locations: \($0.name)`." }
            ?? (kinds[number].isPlace
              ? "Write `schema-type: Place` in that kind."
              : "Add `address: {type: group, fields: {street: {type: text}, city: {type: text}}}` to the `fields` of a kind for the clinic's places, and write its name.")
        ))
    } else if facts.locations == nil {
      diagnostics.append(
        .error(
          .unknownKind, file: node.file, at: node.position,
          "`locations` refers to `\(node.text)`, but there is no such kind.",
          hint: NearestName.hint(for: node.text, among: kinds.map(\.name))))
    }
    return facts
  }
}

extension Kind {
  /// Why its articles cannot be the clinic's places; nil where they can.
  fileprivate var reasonAgainstPlaces: String? {
    if !isPlace { return "articles have no address" }
    guard let schemaType, schemaType != .place else { return nil }
    return "articles are of the type `\(schemaType.rawValue)`"
  }
}
