/// The width and height of a picture in pixels as browsers show it, read from its file.
package struct ImageSize: Hashable, Sendable {
  let width: Int
  let height: Int

  /// Nil when the bytes are no picture of a kind that browsers show (PNG, JPEG, GIF, WebP, AVIF, SVG).
  init?(of bytes: [UInt8]) {
    let reader = ByteReader(bytes)
    let photograph =
      Self.png(reader).map { PictureDetails(png: reader).isTurned ? $0.turned : $0 }
      ?? Self.webP(reader).map { PictureDetails(webP: reader).isTurned ? $0.turned : $0 }
      ?? Self.jpeg(reader).map { PictureDetails(jpeg: reader).isTurned ? $0.turned : $0 }
    guard let size = photograph ?? Self.gif(reader) ?? Self.avif(reader) ?? SVGSize.read(bytes) else {
      return nil
    }
    self = size
  }

  /// Width and height exchanged.
  var turned: ImageSize { ImageSize(width: height, height: width) }

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// PNG (W3C, third edition), section 11.2.1: the IHDR chunk comes first.
  private static func png(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0), bytes.has("IHDR", at: 12),
      let width = bytes.bigEndian(4, at: 16), let height = bytes.bigEndian(4, at: 20)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// GIF89a, section 18: the logical screen descriptor.
  private static func gif(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0),
      let width = bytes.littleEndian(2, at: 6), let height = bytes.littleEndian(2, at: 8)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// RFC 9649, section 2: lossy (`VP8 `), lossless (`VP8L`) and extended (`VP8X`) files.
  private static func webP(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) else { return nil }
    if bytes.has("VP8X", at: 12), let width = bytes.littleEndian(3, at: 24),
      let height = bytes.littleEndian(3, at: 27)
    {
      return ImageSize(width: width + 1, height: height + 1)
    }
    if bytes.has("VP8L", at: 12), bytes.has([0x2F], at: 20), let bits = bytes.littleEndian(4, at: 21) {
      return ImageSize(width: (bits & 0x3FFF) + 1, height: ((bits >> 14) & 0x3FFF) + 1)
    }
    if bytes.has("VP8 ", at: 12), bytes.has([0x9D, 0x01, 0x2A], at: 23),
      let width = bytes.littleEndian(2, at: 26), let height = bytes.littleEndian(2, at: 28)
    {
      return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    return nil
  }

  /// ITU-T T.81, annex B: the first start-of-frame, whose segment holds height, then width.
  private static func jpeg(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.has([0xFF, 0xD8], at: 0) else { return nil }
    for (marker, start) in bytes.jpegSegments {
      switch marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = bytes.bigEndian(2, at: start + 1), let width = bytes.bigEndian(2, at: start + 3)
        else {
          return nil
        }
        return ImageSize(width: width, height: height)
      default: break
      }
    }
    return nil
  }
}
