/// The box `moov` of an MP4 file (ISO/IEC 14496-12, section 8).
struct MovieBox {
  private(set) var size: ImageSize?
  private(set) var seconds: Double?
  /// The four letters of the first video track's sample entry.
  private(set) var codec: String?
  private let bytes: ByteReader

  init(_ bytes: ByteReader) {
    self.bytes = bytes
    for box in boxes(8..<bytes.count) {
      switch box.name {
      case "mvhd": readDuration(box.content)
      case "trak" where codec == nil: readTrack(box.content)
      default: break
      }
    }
  }

  private func boxes(_ range: Range<Int>) -> [(name: String, content: Range<Int>)] {
    var found: [(name: String, content: Range<Int>)] = []
    var at = range.lowerBound
    while at + 8 <= range.upperBound, let length = bytes.bigEndian(4, at: at), length >= 8,
      at + length <= range.upperBound, let name = bytes.letters(4, at: at + 4)
    {
      found.append((name, at + 8..<at + length))
      at += length
    }
    return found
  }

  /// Section 8.2.2.
  private mutating func readDuration(_ range: Range<Int>) {
    let isLong = bytes.bigEndian(1, at: range.lowerBound) == 1
    guard let scale = bytes.bigEndian(4, at: range.lowerBound + (isLong ? 20 : 12)), scale > 0,
      let duration = bytes.bigEndian(isLong ? 8 : 4, at: range.lowerBound + (isLong ? 24 : 16)), duration > 0
    else { return }
    seconds = Double(duration) / Double(scale)
  }

  /// Sections 8.3.2 (with the matrix that turns the picture), 8.4.3 and 8.5.2.
  private mutating func readTrack(_ range: Range<Int>) {
    var shown: ImageSize?
    var media: Range<Int>?
    for box in boxes(range) {
      if box.name == "mdia" { media = box.content }
      guard box.name == "tkhd", box.content.count >= 84,
        let width = bytes.bigEndian(2, at: box.content.upperBound - 8),
        let height = bytes.bigEndian(2, at: box.content.upperBound - 4), width > 0, height > 0
      else { continue }
      let size = ImageSize(width: width, height: height)
      // The first number of the matrix is 0 when the picture is turned by a quarter.
      shown = bytes.bigEndian(4, at: box.content.upperBound - 44) == 0 ? size.turned : size
    }
    guard let media else { return }
    var isVideo = false
    var entry: String?
    for box in boxes(media) {
      if box.name == "hdlr" { isVideo = bytes.has("vide", at: box.content.lowerBound + 8) }
      guard box.name == "minf" else { continue }
      for inner in boxes(box.content) where inner.name == "stbl" {
        for table in boxes(inner.content) where table.name == "stsd" {
          entry = bytes.letters(4, at: table.content.lowerBound + 12)
        }
      }
    }
    guard isVideo, let entry else { return }
    (codec, size) = (entry, shown)
  }
}

extension ByteReader {
  /// Printable letters of ASCII; nil when others stand there.
  func letters(_ count: Int, at offset: Int) -> String? {
    guard count > 0, count <= 64 else { return nil }
    var text = ""
    for place in offset..<offset + count {
      guard let byte = bigEndian(1, at: place), (0x20..<0x7F).contains(byte),
        let scalar = Unicode.Scalar(byte)
      else { return nil }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
