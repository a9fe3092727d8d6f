/// Videos by the bytes that say what they are: no pictures in them.
enum TestVideo {
  private static func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func number(_ value: Int) -> [UInt8] {
    [UInt8(value >> 24 & 255), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }

  static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    number(content.count + 8) + ascii(name) + content
  }

  /// ISO/IEC 14496-12: a file of one track. `isTurned` is by a quarter, as of a telephone held upright.
  static func mp4(
    codec: String = "avc1", width: Int = 320, height: Int = 180, seconds: Int = 8, isTurned: Bool = false,
    handler: String = "vide", paddedTo size: Int = 0
  ) -> [UInt8] {
    let header = box("mvhd", number(0) + number(0) + number(0) + number(1_000) + number(seconds * 1_000))
    let one = number(0x10000)
    let none = number(0)
    let matrix =
      (isTurned ? none + one + none + one + none : one + none + none + none + one) + none + none + none
      + number(0x4000_0000)
    let track =
      number(3) + none + none + number(1) + none + number(seconds * 1_000) + none + none + none + none
      + matrix
      + number(width << 16) + number(height << 16)
    let table = box("stsd", number(0) + number(1) + box(codec, number(0)))
    let media =
      box("mdhd", []) + box("hdlr", number(0) + none + ascii(handler) + none)
      + box("minf", box("stbl", table))
    let movie = box("moov", header + box("trak", box("tkhd", track) + box("mdia", media)))
    let start = box("ftyp", ascii("isom") + none)
    let padding = max(8, size - start.count - movie.count)
    return start + box("mdat", [UInt8](repeating: 0, count: padding - 8)) + movie
  }

  private static func element(_ id: [UInt8], _ content: [UInt8]) -> [UInt8] {
    id + [0x40 | UInt8(content.count >> 8), UInt8(content.count & 255)] + content
  }

  /// RFC 9559: the segment is as long as it is.
  static func webM(codec: String = "V_VP9", width: Int = 320, height: Int = 180) -> [UInt8] {
    let size =
      element([0xB0], [UInt8(width >> 8), UInt8(width & 255)])
      + element([0xBA], [UInt8(height >> 8), UInt8(height & 255)])
    let track = element([0xAE], element([0x86], ascii(codec)) + element([0xE0], size))
    let length =
      element([0x2A, 0xD7, 0xB1], [0x0F, 0x42, 0x40]) + element([0x44, 0x89], [0x45, 0xFA, 0, 0])
    return element([0x1A, 0x45, 0xDF, 0xA3], element([0x42, 0x82], ascii("webm")))
      + [0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
      + element([0x15, 0x49, 0xA9, 0x66], length) + element([0x16, 0x54, 0xAE, 0x6B], track)
  }

  static let captions = """
    WEBVTT

    00:00.500 --> 00:02.000
    Stand <b>tall</b>,

    second
    00:00:02.000 --> 00:00:03.500 line:0
    <v Anna>bend &amp; breathe.

    """
}
