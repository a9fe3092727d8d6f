/// Whether bytes are UTF-8 (RFC 3629), and where they stop being it.
package enum UTF8Text {
  /// The offset of the first byte that is no UTF-8, or nil.
  package static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
