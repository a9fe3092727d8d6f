extension ImageSize {
  /// AVIF (AOMedia, version 1.1): boxes (ISO/IEC 14496-12), of which `meta/iprp/ipco` holds the sizes of all pictures in the file
  /// (`ispe`) and how they are turned (`irot`); the largest is what is shown.
  static func avif(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.has("ftyp", at: 4),
      bytes.has("avif", at: 8) || bytes.has("avis", at: 8) || isCompatible(bytes),
      let meta = box("meta", in: 0..<bytes.count, bytes),
      // A version and flags come first.
      let properties = box("iprp", in: min(meta.lowerBound + 4, meta.upperBound)..<meta.upperBound, bytes),
      let container = box("ipco", in: properties, bytes)
    else { return nil }
    var largest: ImageSize?
    // A header can promise more pixels than one number holds.
    var most: (high: Int, low: UInt) = (0, 0)
    var isTurned = false
    forEachBox(in: container, bytes) { name, content in
      if bytes.has("ispe", at: name), let width = bytes.bigEndian(4, at: content.lowerBound + 4),
        let height = bytes.bigEndian(4, at: content.lowerBound + 8),
        case let pixels = width.multipliedFullWidth(by: height), pixels > most
      {
        (largest, most) = (ImageSize(width: width, height: height), pixels)
      } else if bytes.has("irot", at: name), let quarter = bytes.bigEndian(1, at: content.lowerBound) {
        isTurned = quarter & 1 == 1
      }
    }
    return isTurned ? largest?.turned : largest
  }

  /// Whether `avif` is among the brands that the file names.
  private static func isCompatible(_ bytes: ByteReader) -> Bool {
    guard let length = bytes.bigEndian(4, at: 0) else { return false }
    return stride(from: 16, to: min(length, 256), by: 4).contains {
      bytes.has("avif" as StaticString, at: $0)
    }
  }

  private static func box(_ name: StaticString, in range: Range<Int>, _ bytes: ByteReader) -> Range<Int>? {
    var found: Range<Int>?
    forEachBox(in: range, bytes) { place, content in
      if found == nil, bytes.has(name, at: place) { found = content }
    }
    return found
  }

  /// `visit` is given where the name of a box stands and what it holds.
  private static func forEachBox(
    in range: Range<Int>, _ bytes: ByteReader, _ visit: (_ name: Int, _ content: Range<Int>) -> Void
  ) {
    var at = range.lowerBound
    while at + 8 <= range.upperBound, let length = bytes.bigEndian(4, at: at) {
      // 0 is a box up to the end; 1 one whose length has eight bytes.
      let header = length == 1 ? 16 : 8
      let size =
        length == 0 ? range.upperBound - at : length == 1 ? bytes.bigEndian(7, at: at + 9) ?? 0 : length
      guard size >= header, size <= range.upperBound - at else { return }
      visit(at + 4, at + header..<at + size)
      at += size
    }
  }
}
