import Diagnostics
import Text

/// Where a value is: a scope, a slot of its record, and slots of the records that dots lead through.
package struct Place: Hashable {
  package var scope: Int
  package var slot: Int
  var hops: [Int32] = []
}

extension Compiler {
  /// The place and type of a name: of the innermost record that has it (Mustache specification, "context"),
  /// then through records at each dot. Nil, reported, when there is none.
  mutating func resolve(_ name: TagName, of origin: Origin) -> (Place, ValueType)? {
    let path = name.path
    guard let first = path.first else {
      return (Place(scope: scopes.count - 1, slot: Int(Instruction.itself)), scopes[scopes.count - 1])
    }
    guard !path.contains("") else {
      report(
        .templateBadName, at: name.offset, in: origin.syntax,
        "`\(name.text)` is not a valid name: a dot needs a name on each side.")
      return nil
    }
    for (scope, type) in scopes.enumerated().reversed() {
      guard case .record(let record) = type, let slot = record.slot(of: String(first)) else { continue }
      use(slot, of: record)
      return follow(
        path.dropFirst(), of: name, from: Place(scope: scope, slot: slot), record.fields[slot].type,
        in: origin)
    }
    var records: [RecordType] = []
    for case .record(let record) in scopes.reversed() where !records.contains(where: { $0 === record }) {
      records.append(record)
    }
    let names = records.map { "`\($0.name)`" }
    reportUnknown(
      first, at: name.offset, among: records, in: origin,
      "There is no `\(first)` in \(names.joined(separator: ", nor in "))", hint: copied(name, of: origin))
    return nil
  }

  private mutating func use(_ slot: Int, of record: RecordType) {
    let name = UsedName(type: ObjectIdentifier(record), slot: slot)
    used.insert(name)
    lastUsed = name
  }

  private mutating func follow(
    _ rest: ArraySlice<Substring>, of name: TagName, from place: Place, _ type: ValueType, in origin: Origin
  ) -> (Place, ValueType)? {
    var (place, type) = (place, type)
    for part in rest {
      let before = name.text[..<part.startIndex].dropLast()
      let offset = name.offset + name.text.utf8.distance(from: name.text.startIndex, to: part.startIndex)
      guard case .record(let record) = type else {
        report(
          .templateUnknownName, at: offset, in: origin.syntax,
          "`\(before)` is \(Self.description(of: type)), so it has no `\(part)`.")
        return nil
      }
      guard let slot = record.slot(of: String(part)) else {
        reportUnknown(
          part, at: offset, among: [record], in: origin, "There is no `\(part)` in `\(before)`")
        return nil
      }
      use(slot, of: record)
      place.hops.append(Int32(slot))
      type = record.fields[slot].type
    }
    return (place, type)
  }

  private mutating func reportUnknown(
    _ name: Substring, at offset: Int, among records: [RecordType], in origin: Origin, _ message: String,
    hint: String? = nil
  ) {
    let types = records.map(ObjectIdentifier.init)
    if unknown?.name != name || unknown?.types != types {
      let nearest = NearestName.hint(for: String(name), among: records.flatMap(\.fields).map(\.name))
      let listing = records.first.map { "`\($0.name)` has \(Self.listing($0))." }
      unknown = (String(name)[...], types, nearest, listing)
    }
    report(
      .templateUnknownName, at: offset, in: origin.syntax, "\(message).",
      hint: hint ?? unknown?.nearest ?? unknown?.listing)
  }

  /// What to do with a name that came with a copy of another template, or with a partial that such a copy includes.
  private func copied(_ name: TagName, of origin: Origin) -> String? {
    guard let first = name.path.first, let owner = owner(String(first)) else { return nil }
    let place = "Only other templates have it, such as that of `\(owner)`. "
    if let root, root !== origin.syntax {
      let include = library.partials[origin.syntax.source.name] === origin.syntax
      return include
        ? place
          + "If `\(root.source.file)` is a copy of it, delete `{{>\(origin.syntax.source.name)}}` there."
        : nil
    }
    let sigil = origin.syntax.source.bytes[name.tag..<name.offset].first { "#^".utf8.contains($0) }
    let what = sigil.map {
      "this part, from `{{\(Character(Unicode.Scalar($0)))\(name.text)}}` to `{{/\(name.text)}}`"
    }
    return place + "If you copied it from there, delete \(what ?? "this tag")."
  }

  /// The names of a type, for hints.
  static func listing(_ type: RecordType) -> String {
    let shown = type.fields.prefix(12).map { "`\($0.name)`" }.joined(separator: ", ")
    if type.fields.isEmpty { return "nothing" }
    return type.fields.count > 12 ? "\(shown) and more" : shown
  }

  private static func description(of type: ValueType) -> String {
    switch type {
    case .text: "text"
    case .html: "HTML"
    case .flag: "a flag"
    case .list: "a list"
    case .record: "a record"
    }
  }
}
