/// A template or partial as it stands in its file.
public struct TemplateSource: Sendable {
  /// What `{{>name}}` and `{{<name}}` call it.
  public var name: String
  /// Where it was read from, for diagnostics.
  public var file: String
  /// UTF-8. A byte-order mark at the beginning is no part of the template.
  public var bytes: [UInt8]

  public init(name: String, file: String, bytes: [UInt8]) {
    self.name = name
    self.file = file
    self.bytes = bytes
  }
}
