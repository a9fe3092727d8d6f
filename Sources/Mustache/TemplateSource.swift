import Diagnostics

/// A template or partial as it stands in its file.
package struct TemplateSource: Sendable {
  /// What `{{>name}}` and `{{<name}}` call it.
  package var name: String
  /// Where it was read from, for diagnostics.
  package var file: String
  /// UTF-8. A byte-order mark at the beginning is no part of the template.
  package var bytes: [UInt8]
  /// Where all its faults are told, when it is a text inside of a file.
  package var place: Position?

  package init(name: String, file: String, bytes: [UInt8], place: Position? = nil) {
    self.name = name
    self.file = file
    self.bytes = bytes
    self.place = place
  }
}
