/// A template compiled for one record type: a program that shows a record.
package struct Template: Sendable {
  package var program: Program
  /// Every name that it looks up, with all that it includes.
  let used: Set<UsedName>

  /// Whether it asks a record of `type` for `name`, wherever that record comes from.
  package func uses(_ name: String, of type: RecordType) -> Bool {
    guard let slot = type.slot(of: name) else { return false }
    return used.contains(UsedName(type: ObjectIdentifier(type), slot: slot))
  }

  /// Appends the page for `record`, which has to be of the type that the template was compiled for (values of
  /// any other type show nothing). Linear in what is shown.
  package func render(_ record: Record, into out: inout [UInt8]) {
    var scopes = [Scope(values: record.values)]
    program.run(0..<program.instructions.count, in: &scopes, into: &out)
  }
}

/// A name that a template looks up: a slot of a record type.
struct UsedName: Hashable {
  let type: ObjectIdentifier
  let slot: Int
}
