/// A template or partial as it stands in its file.
package struct TemplateSource: Sendable {
  /// What `{{>name}}` and `{{<name}}` call it.
  package var name: String
  /// Where it was read from, for diagnostics.
  package var file: String
  /// UTF-8. A byte-order mark at the beginning is no part of the template.
  package var bytes: [UInt8]

  package init(name: String, file: String, bytes: [UInt8]) {
    self.name = name
    self.file = file
    self.bytes = bytes
  }
}
