/// One file of the site as a visitor would get it.
package struct PreviewFile: Sendable {
  package let bytes: [UInt8]
  /// Relative to the output folder, such as `causes/hip-pain/index.html`: its ending tells the media type.
  package let path: String
  /// Why visitors do not get this page yet, or no longer: `draft`, `scheduled` or `expired`; nil when they do.
  package let hiddenBecause: String?

  init(_ path: String, _ bytes: [UInt8], hiddenBecause: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.hiddenBecause = hiddenBecause
  }
}
