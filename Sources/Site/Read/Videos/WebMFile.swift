/// The beginning of a WebM file (RFC 8794; RFC 9559, section 5.1).
struct WebMFile {
  private let bytes: ByteReader

  init(_ bytes: ByteReader) { self.bytes = bytes }

  /// Nil for what is no WebM file, or says too late what it holds.
  func video(bytes size: Int) -> (file: VideoFile, codec: String)? {
    guard bytes.has([0x1A, 0x45, 0xDF, 0xA3], at: 0) else { return nil }
    var found = VideoFile(form: .webM, size: nil, seconds: nil, bytes: size)
    var codec: String?
    for element in elements(0..<bytes.count) where element.id == 0x1853_8067 {
      for part in elements(element.content) {
        if part.id == 0x1549_A966 { found.seconds = duration(part.content) }
        guard part.id == 0x1654_AE6B, codec == nil else { continue }
        for track in elements(part.content) where track.id == 0xAE && codec == nil {
          let entries = elements(track.content)
          guard let video = entries.first(where: { $0.id == 0xE0 }),
            let name = entries.first(where: { $0.id == 0x86 })
          else { continue }
          codec = bytes.letters(name.content.count, at: name.content.lowerBound)
          let sizes = elements(video.content)
          // As it is to be shown, else as it is stored.
          if let width = number(sizes, 0x54B0) ?? number(sizes, 0xB0),
            let height = number(sizes, 0x54BA) ?? number(sizes, 0xBA), width > 0, height > 0
          {
            found.size = ImageSize(width: width, height: height)
          }
        }
      }
    }
    return codec.map { (found, $0) }
  }

  private func duration(_ range: Range<Int>) -> Double? {
    let entries = elements(range)
    guard let place = entries.first(where: { $0.id == 0x4489 })?.content else { return nil }
    let scale = Double(number(entries, 0x2AD7B1) ?? 1_000_000) / 1_000_000_000
    guard let raw = bytes.bigEndian(place.count, at: place.lowerBound) else { return nil }
    switch place.count {
    case 4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: raw))) * scale
    case 8: return Double(bitPattern: UInt64(bitPattern: Int64(raw))) * scale
    default: return nil
    }
  }

  private func number(_ elements: [(id: Int, content: Range<Int>)], _ id: Int) -> Int? {
    guard let content = elements.first(where: { $0.id == id })?.content, content.count <= 4 else {
      return nil
    }
    return bytes.bigEndian(content.count, at: content.lowerBound)
  }

  /// The elements in `range`, as far as they are known; one that goes beyond ends with it.
  private func elements(_ range: Range<Int>) -> [(id: Int, content: Range<Int>)] {
    var found: [(id: Int, content: Range<Int>)] = []
    var at = range.lowerBound
    while at < range.upperBound, found.count < 1_000, let id = variable(at, keepsMark: true),
      let size = variable(at + id.length, keepsMark: false)
    {
      let start = at + id.length + size.length
      guard start <= range.upperBound else { break }
      // All bits of the size are set where it is not known.
      let isOpen = size.value == 1 << (7 * size.length) - 1
      let end = isOpen || size.value > range.upperBound - start ? range.upperBound : start + size.value
      found.append((id.value, start..<end))
      at = end
    }
    return found
  }

  /// RFC 8794, section 4: the number of zero bits before the first says how many bytes there are.
  private func variable(_ at: Int, keepsMark: Bool) -> (value: Int, length: Int)? {
    guard let first = bytes.bigEndian(1, at: at), first > 0 else { return nil }
    let length = UInt8(first).leadingZeroBitCount + 1
    guard let raw = bytes.bigEndian(length, at: at), length < 8 || raw >= 0 else { return nil }
    return (keepsMark ? raw : raw & (1 << (7 * length) - 1), length)
  }
}
