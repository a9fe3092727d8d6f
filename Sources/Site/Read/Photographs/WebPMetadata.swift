/// What a WebP file says beside its pixels. libvips 8.14 writes a little of it, whatever it is told.
enum WebPMetadata {
  /// RFC 9649, section 2.7: chunks that hold a profile of colors, Exif and XMP, and their bits in the flags of `VP8X`.
  private static let names = ["ICCP", "EXIF", "XMP "].map { Array($0.utf8) }
  private static let flags: UInt8 = 0b0010_1100

  /// The file without it; what is no WebP file stays as it is.
  static func removed(from file: [UInt8]) -> [UInt8] {
    let reader = ByteReader(file)
    guard reader.has("RIFF", at: 0), reader.has("WEBP", at: 8) else { return file }
    var plain = Array(file[..<12])
    var at = 12
    while let length = reader.littleEndian(4, at: at + 4), at < file.count {
      let end = min(file.count, at + 8 + length + length % 2)
      let chunk = file[at..<end]
      if !names.contains(where: { chunk.starts(with: $0) }) {
        if reader.has("VP8X", at: at), chunk.count > 8 {
          plain += chunk[..<(at + 8)] + [chunk[at + 8] & ~flags] + chunk[(at + 9)...]
        } else {
          plain += chunk
        }
      }
      at = end
    }
    let size = UInt32(truncatingIfNeeded: plain.count - 8)
    for place in 0..<4 { plain[4 + place] = UInt8(truncatingIfNeeded: size >> (8 * UInt32(place))) }
    return plain
  }
}
