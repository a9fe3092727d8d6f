import Files
import Text

/// What a video file says of itself.
struct VideoFile: Sendable {
  enum Form: String, Sendable {
    case mp4 = "video/mp4"
    case webM = "video/webm"
  }

  let form: Form
  /// In pixels as browsers show it; nil when it does not say.
  var size: ImageSize?
  /// Nil when it does not say.
  var seconds: Double?
  let bytes: Int
}

/// A file under the name of a video.
enum VideoReading: Sendable {
  case video(VideoFile)
  /// What no browser plays, or not every one. Told where the video is shown.
  case refused(message: String, hint: String)

  /// All that an article that shows it depends on.
  var facts: String {
    switch self {
    case .video(let file):
      "\(file.form.rawValue) \(file.size?.width ?? 0) \(file.size?.height ?? 0) \(file.seconds ?? 0) \(file.bytes)"
    case .refused(let message, _): message
    }
  }

  /// Whether a file of that name is taken for a video.
  static func isVideo(_ name: some StringProtocol) -> Bool { endings.contains(ending(of: name)) }

  private static let endings: Set = [
    "mp4", "m4v", "webm", "mov", "qt", "avi", "mkv", "wmv", "asf", "flv", "mpg", "mpeg", "3gp", "3g2", "mts",
    "m2ts", "ogv", "vob",
  ]

  private static func ending(of name: some StringProtocol) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// For a clip that the usual programs on computers and phones can save anew.
  private static let saveAgain = "Save it as MP4 with H.264 video and AAC sound, at most 720 pixels high."

  init(_ path: String) throws(FileFailure) {
    try self.init(named: String(PathText.name(of: path)), bytes: try SystemCalls.status(path)?.size ?? 0) {
      start, count throws(FileFailure) in try SystemCalls.read(path, from: start, first: count)
    }
  }

  /// Reads as little of the file as it takes, since a video may be large: `read` gives some bytes from a place on.
  init(
    named name: String, bytes size: Int,
    read: (_ start: Int, _ count: Int) throws(FileFailure) -> [UInt8]
  ) throws(FileFailure) {
    let head = ByteReader(try read(0, Self.headBytes))
    if head.count == 0 {
      self = .refused(
        message: "`\(name)` is empty, so there is nothing to play.", hint: "Copy the video again.")
    } else if head.has("ftyp", at: 4) {
      self = try Self.mp4(name, bytes: size, read)
    } else if let webM = EBML(head).video(bytes: size) {
      self =
        Self.webMCodecs.contains(webM.codec)
        ? .video(webM.file)
        : .refused(message: "No browser plays the video in `\(name)`.", hint: Self.saveAgain)
    } else {
      self = .refused(
        message: endings(of: name)
          ? "`\(name)` is not a video that browsers can play, whatever its name says, or it is cut off."
          : "Browsers do not play videos such as `\(name)`.",
        hint: Self.saveAgain)
    }

    func endings(of name: String) -> Bool { ["mp4", "m4v", "webm"].contains(Self.ending(of: name)) }
  }

  private static let headBytes = 1 << 16
  private static let webMCodecs: Set = ["V_VP8", "V_VP9", "V_AV1"]
  /// Sample entries (ISO/IEC 14496-15; AV1 Codec ISO Media File Format Binding, section 2.2) that every current browser plays.
  private static let mp4Codecs: Set = ["avc1", "avc3", "av01", "vp09", "vp08"]
  /// High Efficiency Video Coding, as phones record it: some browsers play it on some devices.
  private static let phoneCodecs: Set = ["hvc1", "hev1", "dvh1", "dvhe"]
  /// More than the list of a long film's pictures takes.
  private static let mostBoxBytes = 16_000_000

  /// ISO/IEC 14496-12, section 4.2: boxes, of which `moov` says what is in the file.
  private static func mp4(
    _ name: String, bytes: Int, _ read: (_ start: Int, _ count: Int) throws(FileFailure) -> [UInt8]
  ) throws(FileFailure) -> VideoReading {
    let cutOff = VideoReading.refused(
      message: "`\(name)` is cut off, so it does not play.", hint: "Copy the video again, or save it anew.")
    var at = 0
    for _ in 0..<64 {
      let head = ByteReader(try read(at, 16))
      guard var length = head.bigEndian(4, at: 0), head.count >= 8 else { return cutOff }
      if length == 1, let long = head.bigEndian(8, at: 8) { length = long }
      if length == 0 { length = bytes - at }
      guard length >= 8, length <= bytes - at else { return cutOff }
      if head.has("moov", at: 4) {
        guard length <= mostBoxBytes else { return cutOff }
        let movie = MovieBox(ByteReader(try read(at, length)))
        guard let codec = movie.codec else {
          return .refused(
            message: "`\(name)` has no pictures, only sound.", hint: "Link to it as a download.")
        }
        if phoneCodecs.contains(codec) {
          return .refused(
            message: "Only some browsers play `\(name)`: it is HEVC video, as phones record it.",
            hint: saveAgain)
        }
        guard mp4Codecs.contains(codec) else {
          return .refused(message: "No browser plays the video in `\(name)`.", hint: saveAgain)
        }
        return .video(VideoFile(form: .mp4, size: movie.size, seconds: movie.seconds, bytes: bytes))
      }
      at += length
    }
    return cutOff
  }
}

/// The box `moov` of an MP4 file (ISO/IEC 14496-12, section 8).
private struct MovieBox {
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

/// The beginning of a WebM file (RFC 8794; RFC 9559, section 5.1).
private struct EBML {
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

extension ByteReader {
  /// Printable letters of ASCII; nil when others stand there.
  fileprivate func letters(_ count: Int, at offset: Int) -> String? {
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
