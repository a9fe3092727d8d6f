/// A template compiled for one record type: a program that shows a record.
package struct Template: Sendable {
  package var program: Program
  /// Every name that it looks up, with all that it includes.
  let used: Set<UsedName>
  /// What it puts at the beginning of an attribute that holds an address.
  let addresses: Set<AddressName>

  /// Whether it leads to, or loads, what `name` of a record of `type` says; nil when it does not, false when more follows it.
  package func leads(by name: String, of type: RecordType) -> Bool? {
    guard let slot = type.slot(of: name) else { return nil }
    let value = AddressName.Source.value(UsedName(type: ObjectIdentifier(type), slot: slot))
    return leads(by: value)
  }

  /// The same of a word.
  package func leads(byWord word: String) -> Bool? { leads(by: .word(word)) }

  private func leads(by source: AddressName.Source) -> Bool? {
    if addresses.contains(AddressName(source: source, isWhole: true)) { return true }
    return addresses.contains(AddressName(source: source, isWhole: false)) ? false : nil
  }

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

/// What stands at the beginning of an address, and whether it is all of it.
struct AddressName: Hashable {
  enum Source: Hashable {
    case value(UsedName)
    case word(String)
  }

  let source: Source
  let isWhole: Bool
}

/// A name that a template looks up: a slot of a record type.
struct UsedName: Hashable {
  let type: ObjectIdentifier
  let slot: Int
}
