import Text

/// What a photograph says of itself in Exif (CIPA DC-008): how it is to be turned to stand upright (section 4.6.4, "Orientation",
/// which browsers follow), and where it was taken (section 4.6.6); the place in XMP (ISO 16684-1) too.
struct PictureDetails {
  private var orientation = 1
  /// Whether it says where it was taken.
  private(set) var saysPlace = false

  /// Whether browsers show the picture with width and height exchanged: orientations 5 to 8.
  var isTurned: Bool { (5...8).contains(orientation) }

  /// Segments up to the picture itself.
  init(jpeg bytes: ByteReader) {
    var isRead = false
    for (marker, start) in bytes.jpegSegments where marker == 0xE1 {
      if bytes.has("Exif", at: start) {
        if !isRead { read(bytes, from: start + 6) }
        isRead = true
      } else if bytes.has("http://ns.adobe.com/", at: start) {
        readXMP(bytes, from: start, count: (bytes.bigEndian(2, at: start - 2) ?? 2) - 2)
      }
    }
  }

  /// PNG (W3C, third edition), sections 11.3.3.4 and 11.3.3.5: the chunks `eXIf`, and `iTXt` by the name that XMP has there.
  init(png bytes: ByteReader) {
    var isRead = false
    for start in bytes.pngChunks {
      if bytes.has("eXIf", at: start - 4) {
        if !isRead { read(bytes, from: start) }
        isRead = true
      } else if bytes.has("iTXtXML:com.adobe.xmp", at: start - 4) {
        readXMP(bytes, from: start, count: bytes.bigEndian(4, at: start - 8) ?? 0)
      }
    }
  }

  /// RFC 9649, section 2.7.1.5: the chunks `EXIF` and `XMP `.
  init(webP bytes: ByteReader) {
    var isRead = false
    for (name, content) in bytes.webPChunks {
      if name == "EXIF" {
        let start = content.lowerBound
        // Some programs put the mark of JPEG before it.
        if !isRead { read(bytes, from: start + (bytes.has("Exif", at: start) ? 6 : 0)) }
        isRead = true
      } else if name == "XMP " {
        readXMP(bytes, from: content.lowerBound, count: content.count)
      }
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

  /// Names of what says a place: of Exif, of the two schemas of the IPTC and of Photoshop.
  private static let placesInXMP = [
    "GPSLatitude", "LocationCreated", "Iptc4xmpCore:Location", "photoshop:City",
  ]

  private mutating func readXMP(_ bytes: ByteReader, from start: Int, count: Int) {
    saysPlace =
      saysPlace || Self.placesInXMP.contains { bytes.has($0, within: start..<start + max(0, count)) }
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

  /// Whether the words stand somewhere in a part of the file, as far as the bytes go.
  func has(_ words: String, within range: Range<Int>) -> Bool {
    ByteSearch.first(Array(words.utf8), in: bytes[range.clamped(to: 0..<bytes.count)]) != nil
  }

  func has(_ mark: StaticString, at offset: Int) -> Bool { has(Array(mark.description.utf8), at: offset) }

  /// Four letters.
  private func name(at offset: Int) -> String { String(decoding: bytes[offset..<offset + 4], as: UTF8.self) }

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

  /// The chunks of a WebP file (RFC 9649, section 2.3), as far as they are there: their names and where their content lies.
  var webPChunks: [(name: String, content: Range<Int>)] {
    var chunks: [(name: String, content: Range<Int>)] = []
    var at = 12
    while let length = littleEndian(4, at: at + 4), at < count {
      chunks.append((name(at: at), at + 8..<at + 8 + length))
      at += 8 + length + length % 2
    }
    return chunks
  }
}
