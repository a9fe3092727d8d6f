/// How a photograph is to be turned to stand upright: the tag "Orientation" of Exif (CIPA DC-008, section 4.6.4), which
/// browsers follow.
enum PictureOrientation {
  /// Whether browsers show the picture with width and height exchanged: orientations 5 to 8.
  static func isTurned(jpeg bytes: ByteReader) -> Bool {
    var at = 2
    // Segments up to the picture itself (ITU-T T.81, annex B).
    while bytes.bigEndian(1, at: at) == 0xFF, let marker = bytes.bigEndian(1, at: at + 1) {
      switch marker {
      case 0xFF: at += 1
      case 0x01, 0xD0...0xD8: at += 2
      case 0xD9, 0xDA: return false
      default:
        guard let length = bytes.bigEndian(2, at: at + 2), length >= 2 else { return false }
        if marker == 0xE1, bytes.has("Exif", at: at + 4) { return isTurned(bytes, from: at + 10) }
        at += 2 + length
      }
    }
    return false
  }

  /// PNG (W3C, third edition), section 11.3.3.5: the chunk `eXIf`.
  static func isTurned(png bytes: ByteReader) -> Bool {
    var at = 8
    while let length = bytes.bigEndian(4, at: at), at < bytes.count {
      if bytes.has("eXIf", at: at + 4) { return isTurned(bytes, from: at + 8) }
      at += 12 + length
    }
    return false
  }

  /// RFC 9649, section 2.7.1.5: the chunk `EXIF`.
  static func isTurned(webP bytes: ByteReader) -> Bool {
    var at = 12
    while let length = bytes.littleEndian(4, at: at + 4), at < bytes.count {
      if bytes.has("EXIF", at: at) {
        // Some programs put the mark of JPEG before it.
        return isTurned(bytes, from: at + (bytes.has("Exif", at: at + 8) ? 14 : 8))
      }
      at += 8 + length + length % 2
    }
    return false
  }

  /// A TIFF header (TIFF 6.0, section 2) and its first directory.
  private static func isTurned(_ bytes: ByteReader, from start: Int) -> Bool {
    let isLittle = bytes.has("II", at: start)
    guard isLittle || bytes.has("MM", at: start) else { return false }
    func number(_ count: Int, at offset: Int) -> Int? {
      isLittle ? bytes.littleEndian(count, at: start + offset) : bytes.bigEndian(count, at: start + offset)
    }
    guard number(2, at: 2) == 42, let directory = number(4, at: 4), let entries = number(2, at: directory)
    else {
      return false
    }
    for entry in 0..<entries {
      let at = directory + 2 + entry * 12
      guard let tag = number(2, at: at) else { return false }
      if tag == 0x112, let orientation = number(2, at: at + 8) { return (5...8).contains(orientation) }
    }
    return false
  }
}

/// Numbers and marks at offsets of a file; what lies beyond its end is nil.
struct ByteReader {
  private let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func has(_ mark: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && offset + mark.count <= bytes.count
      && bytes[offset..<(offset + mark.count)].elementsEqual(mark)
  }

  func has(_ mark: StaticString, at offset: Int) -> Bool { has(Array(mark.description.utf8), at: offset) }

  func bigEndian(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  func littleEndian(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
