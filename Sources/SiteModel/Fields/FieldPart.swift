import YAML

/// What the card of an article, or the list of its facts, shows of one value of its fields.
package enum FieldPart: Sendable {
  case text([UInt8])
  case date(CalendarDate)
  /// The field's name says it.
  case flag
  /// An address; what it leads to has no other name.
  case link([UInt8])
  /// The values of `FieldPicture.parts`.
  case image([FieldValue])
  /// More than a line: a paragraph, or a video.
  case html([UInt8])
  /// The values of the fields that belong to it, in their order.
  case group([FieldValue])
}
