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
  static func isVideo(_ name: some StringProtocol) -> Bool { endings.contains(PathText.ending(of: name)) }

  /// The same of an address. Each picture of each article is asked: no more than its end is read.
  static func isVideo(_ address: ArraySlice<UInt8>) -> Bool {
    isVideo(String(decoding: address.suffix(longestEnding), as: UTF8.self))
  }

  /// With its dot.
  private static let longestEnding = 1 + (endings.map(\.utf8.count).max() ?? 0)

  private static let endings: Set = [
    "mp4", "m4v", "webm", "mov", "qt", "avi", "mkv", "wmv", "asf", "flv", "mpg", "mpeg", "3gp", "3g2", "mts",
    "m2ts", "ogv", "vob",
  ]

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
      self = try Self.mp4(name, bytes: size, read).named(name, for: ["mp4", "m4v"])
    } else if let webM = WebMFile(head).video(bytes: size) {
      let isPlayed = Self.webMCodecs.contains(webM.codec)
      let reading: VideoReading =
        isPlayed
        ? .video(webM.file)
        : .refused(message: "No browser plays the video in `\(name)`.", hint: Self.saveAgain)
      self = reading.named(name, for: ["webm"])
    } else {
      self = .refused(
        message: endings(of: name)
          ? "`\(name)` is not a video that browsers can play, whatever its name says, or it is cut off."
          : "Browsers do not play videos such as `\(name)`.",
        hint: Self.saveAgain)
    }

    func endings(of name: String) -> Bool { ["mp4", "m4v", "webm"].contains(PathText.ending(of: name)) }
  }

  /// A web server says by the ending what a file is, and browsers believe it.
  private func named(_ name: String, for endings: [String]) -> VideoReading {
    guard case .video = self, !endings.contains(PathText.ending(of: name)) else { return self }
    let stem = name.prefix { $0 != "." }
    return .refused(
      message: "`\(name)` has the wrong ending for what is in it, so some browsers would not play it.",
      hint: "Rename it to `\(stem).\(endings[0])`, here and in the folder.")
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
