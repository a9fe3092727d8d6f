/// What a photograph says of itself in Exif (CIPA DC-008): how it is to be turned to stand upright (section 4.6.4, "Orientation",
/// which browsers follow), and where it was taken (section 4.6.6).
struct PictureDetails {
  private var orientation = 1
  /// Whether it says where it was taken.
  private(set) var saysPlace = false

  /// Whether browsers show the picture with width and height exchanged: orientations 5 to 8.
  var isTurned: Bool { (5...8).contains(orientation) }

  /// Segments up to the picture itself.
  init(jpeg bytes: ByteReader) {
    for (marker, start) in bytes.jpegSegments where marker == 0xE1 && bytes.has("Exif", at: start) {
      read(bytes, from: start + 6)
      return
    }
  }

  /// PNG (W3C, third edition), section 11.3.3.5: the chunk `eXIf`.
  init(png bytes: ByteReader) {
    if let start = bytes.pngChunks.first(where: { bytes.has("eXIf", at: $0 - 4) }) {
      read(bytes, from: start)
    }
  }

  /// RFC 9649, section 2.7.1.5: the chunk `EXIF`.
  init(webP bytes: ByteReader) {
    var at = 12
    while let length = bytes.littleEndian(4, at: at + 4), at < bytes.count {
      if bytes.has("EXIF", at: at) {
        // Some programs put the mark of JPEG before it.
        read(bytes, from: at + (bytes.has("Exif", at: at + 8) ? 14 : 8))
        return
      }
      at += 8 + length + length % 2
    }
  }

  /// Of the form that the bytes are; of others nothing is known.
  init(_ bytes: ByteReader) {
    if bytes.has([0xFF, 0xD8], at: 0) {
      self.init(jpeg: bytes)
    } else if bytes.has([0x89, 0x50, 0x4E, 0x47], at: 0) {
      self.init(png: bytes)
    } else {
      self.init(webP: bytes)
    }
  }

  /// A TIFF header (TIFF 6.0, section 2) and its first directory.
  private mutating func read(_ bytes: ByteReader, from start: Int) {
    let isLittle = bytes.has("II", at: start)
    guard isLittle || bytes.has("MM", at: start) else { return }
    func number(_ count: Int, at offset: Int) -> Int? {
      isLittle ? bytes.littleEndian(count, at: start + offset) : bytes.bigEndian(count, at: start + offset)
    }
    guard number(2, at: 2) == 42, let directory = number(4, at: 4), let entries = number(2, at: directory)
    else {
      return
    }
    var isOriented = false
    for entry in 0..<entries {
      let at = directory + 2 + entry * 12
      guard let tag = number(2, at: at) else { return }
      // The first of two counts.
      if tag == 0x112, !isOriented, let found = number(2, at: at + 8) {
        (orientation, isOriented) = (found, true)
      }
      if tag == 0x8825 { saysPlace = true }
    }
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

extension ByteReader {
  /// The segments of a JPEG file up to the picture itself (ITU-T T.81, annex B): their markers, and where their content begins.
  var jpegSegments: [(marker: Int, start: Int)] {
    var segments: [(marker: Int, start: Int)] = []
    var at = 2
    while bigEndian(1, at: at) == 0xFF, let marker = bigEndian(1, at: at + 1) {
      switch marker {
      case 0xFF: at += 1
      case 0x01, 0xD0...0xD8: at += 2
      case 0xD9, 0xDA: return segments
      default:
        guard let length = bigEndian(2, at: at + 2), length >= 2 else { return segments }
        segments.append((marker, at + 4))
        at += 2 + length
      }
    }
    return segments
  }

  /// Where the content of each chunk of a PNG file begins (W3C, third edition, section 5.3); its name stands right before it.
  var pngChunks: [Int] {
    var chunks: [Int] = []
    var at = 8
    while let length = bigEndian(4, at: at), at < count {
      chunks.append(at + 8)
      at += 12 + length
    }
    return chunks
  }
}
