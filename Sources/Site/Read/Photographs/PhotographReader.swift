import Diagnostics
import Files
import SiteModel
import Text

/// Looks into the files of photographs: how large they are, how they are written, what is wrong with them.
struct PhotographReader: Sendable {
  let folder: SourceFolder
  let settings: PictureSettings
  /// Hashes of files that somebody has read already, by path.
  let known: [String: FileHash]

  /// The beginning of a file, where its size nearly always stands: a site's photographs are larger than all its texts.
  private static let headBytes = 16_384
  /// What it says of itself stands before the picture, at most 64 KB for each sort.
  private static let detailBytes = 262_144
  /// More of them are a mistake or an attack: cameras have at most 200 million, and reading so many takes all the memory that
  /// the program for it may have.
  static let mostPixels = 100_000_000

  struct Found: Sendable {
    var size: ImageSize?
    var faults: [Diagnostic] = []
    var photograph: Photograph?
  }

  /// `path` is relative to the source folder.
  func read(_ path: String) throws(FileFailure) -> Found {
    let place = folder.path(to: path)
    let start = try SystemCalls.read(place, first: Self.headBytes)
    let isWhole = start.count < Self.headBytes
    let bytes = isWhole ? start.count : try SystemCalls.status(place)?.size ?? start.count
    // PNG and WebP may say at their end which side is up.
    let mayTurn = start.starts(with: [0x89]) || start.starts(with: "RIFF".utf8)
    var found = Found(size: isWhole || !mayTurn ? ImageSize(of: start) : nil)
    var whole = isWhole ? start : nil
    if found.size == nil, !isWhole {
      let all = try SystemCalls.read(place)
      (whole, found.size) = (all, ImageSize(of: all))
    }
    let form = settings.processes ? Photograph.Form(whole ?? start) : nil
    found.faults = FileFaults.find(
      path, Array(start.prefix(FileContent.headBytes)), size: bytes, isMadeSmaller: form != nil)
    if let size = found.size, Self.isTooLarge(size) {
      found.faults.append(tooManyPixels(path, size))
    } else if let form, let size = found.size, size.width > 0, size.height > 0 {
      if !found.faults.contains(where: { $0.severity == .error }) {
        let hash: FileHash
        if let known = known[path] {
          hash = known
        } else {
          if whole == nil { whole = try SystemCalls.read(place) }
          hash = FileHash(whole ?? [])
        }
        found.photograph = Photograph(
          path: path, hash: hash, form: form, size: size, settings)
      }
    } else {
      if found.faults.isEmpty, let wide = found.size.flatMap({ FileFaults.tooWide(path, $0) }) {
        found.faults.append(wide)
      }
      var beginning = whole ?? start
      if whole == nil, bytes > start.count {
        beginning = try SystemCalls.read(place, first: Self.detailBytes)
      }
      if PictureDetails(ByteReader(beginning)).saysPlace { found.faults.append(placeIsTold(path)) }
    }
    // Of a file that is no picture, nobody needs to hear that it has no size.
    if found.size == nil, found.faults.contains(where: { $0.severity == .error }) {
      found.size = ImageSize(width: 1, height: 1)
    }
    return found
  }

  /// A header can promise more than any number holds.
  private static func isTooLarge(_ size: ImageSize) -> Bool {
    let (pixels, overflows) = size.width.multipliedReportingOverflow(by: size.height)
    return overflows || pixels > mostPixels
  }

  private func tooManyPixels(_ path: String, _ size: ImageSize) -> Diagnostic {
    .error(
      .badImage, file: path, at: nil,
      "`\(PathText.name(of: path))` has \(size.width) × \(size.height) pixels, more than browsers on phones can show.",
      hint: "Save it again with at most 100 million pixels; 1600 pixels are wide enough.")
  }

  private func placeIsTold(_ path: String) -> Diagnostic {
    return .warning(
      .photoLocation, file: path, at: nil,
      "`\(PathText.name(of: path))` says where it was taken, and everyone who loads it can read that.",
      hint: settings.processes
        ? "Export it without its location, or as JPEG, from which the build removes it."
        : "Let the build remove it: delete `process: false` under `pictures` in `site.yaml`. Or export the photo without its location."
    )
  }
}

extension Photograph.Form {
  /// By the bytes of a file, the first or all of them; nil for what is published as it is.
  fileprivate init?(_ bytes: [UInt8]) {
    switch FileContent(Array(bytes.prefix(FileContent.headBytes))) {
    case .jpeg: self = .jpeg
    case .png: self = .png
    case .webP:
      let chunks = ByteReader(bytes).webPChunks.map(\.name)
      // What moves has no versions that stand still, and what one can see through would be many times larger without loss.
      if chunks.contains("ANIM") || chunks.contains("ALPH") { return nil }
      if chunks.contains("VP8 ") {
        self = .jpeg
      } else if chunks.contains("VP8L") {
        self = .png
      } else {
        return nil
      }
    default: return nil
    }
  }
}
