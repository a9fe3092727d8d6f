/// What a template is rendered with. `none` stands for whatever type the field has: empty, false, absent.
package enum Value: Sendable {
  case none
  /// UTF-8, not escaped.
  case text([UInt8])
  /// UTF-8, safe markup.
  case html([UInt8])
  case flag(Bool)
  case list([Value])
  /// A list of the records at these places of a shelf.
  case picks(Shelf, [Int32])
  case record(Record)
}

extension Value {
  /// Whether it is a list with any entry.
  package var hasEntries: Bool {
    switch self {
    case .list(let values): !values.isEmpty
    case .picks(_, let places): !places.isEmpty
    case .none, .text, .html, .flag, .record: false
    }
  }
}

/// The values of one record, in the order of its type's fields.
package struct Record: Sendable {
  /// `values[slot]` belongs to the type's `fields[slot]`; there are as many as the type has fields.
  package let values: [Value]

  /// Values that are missing at the end are `none`, those beyond the last field are left out.
  package init(_ type: RecordType, _ values: [Value]) {
    if values.count == type.fields.count {
      self.values = values
    } else {
      let absent = [Value](repeating: .none, count: max(0, type.fields.count - values.count))
      self.values = values.prefix(type.fields.count) + absent
    }
  }
}
