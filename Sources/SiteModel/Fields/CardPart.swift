import YAML

/// What the card of an article shows of one of its fields.
package enum CardPart: Sendable {
  case text([UInt8])
  case date(CalendarDate)
  /// The field's name says it.
  case flag
  /// An address; what it leads to has no other name.
  case link([UInt8])
  /// The values of `FieldPicture.parts`.
  case image([FieldValue])
}
