import Diagnostics
import Text

/// What a file is by its first bytes, whatever its name says.
enum FileContent: String {
  case pdf = "a PDF file"
  case png = "a PNG picture"
  case jpeg = "a JPEG picture"
  case gif = "a GIF picture"
  case webP = "a WebP picture"
  case avif = "an AVIF picture"
  case heic = "a HEIC picture"
  case tiff = "a TIFF picture"
  case svg = "an SVG drawing"
  case office = "a Word, Excel or PowerPoint file"
  case zip = "a ZIP archive"
  case rtf = "an RTF text"
  case html = "a web page"
  case pointer = "a note of Git LFS that says where the file is"

  /// So much of a file has to be known.
  static let headBytes = 1_024

  /// Nil for what is none of these.
  init?(_ head: [UInt8]) {
    let bytes = ByteReader(head)
    if bytes.has(FileSignature.png, at: 0) {
      self = .png
    } else if bytes.has(FileSignature.jpeg, at: 0) {
      self = .jpeg
    } else if bytes.has("GIF8", at: 0) {
      self = .gif
    } else if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) {
      self = .webP
    } else if bytes.has("ftypavi", at: 4) {
      self = .avif
    } else if bytes.has("ftyphei", at: 4) || bytes.has("ftyphev", at: 4) || bytes.has("ftypmif1", at: 4) {
      self = .heic
    } else if bytes.has([0x49, 0x49, 0x2A, 0x00], at: 0) || bytes.has([0x4D, 0x4D, 0x00, 0x2A], at: 0) {
      self = .tiff
    } else if bytes.has(FileSignature.compoundFile, at: 0) {
      self = .office
    } else if bytes.has(FileSignature.zip, at: 0) || bytes.has([0x50, 0x4B, 0x05, 0x06], at: 0) {
      // Office Open XML (ECMA-376, part 2) begins with the list of its parts' types.
      let names: [StaticString] = ["[Content_Types]", "_rels/", "word/", "xl/", "ppt/", "docProps/"]
      self = names.contains { bytes.has($0, at: 30) } ? .office : .zip
    } else if bytes.has(FileSignature.rtf, at: 0) {
      self = .rtf
    } else if let content = Self.text(head) {
      self = content
    } else {
      return nil
    }
  }

  /// What begins after other bytes, too: readers of PDF look for its mark in the first kilobyte (ISO 32000-1, annex H,
  /// note 13).
  private static func text(_ head: [UInt8]) -> FileContent? {
    // Every picture, drawing and stylesheet comes here.
    let small = ArraySlice(head.map(\.small))
    if ByteSearch.first(FileSignature.smallPDF, in: small) != nil { return .pdf }
    // White space, and the three bytes of a byte order mark.
    let start = small.drop { $0 == 0x20 || (0x09...0x0D).contains($0) || [0xEF, 0xBB, 0xBF].contains($0) }
    if ByteSearch.begins(start, with: "version https://git-lfs.github.com/spec/") { return .pointer }
    if FileSignature.pages.contains(where: { start.starts(with: $0) }) { return .html }
    if ByteSearch.begins(start, with: "<svg")
      || ByteSearch.begins(start, with: "<?xml") && ByteSearch.first(Array("<svg".utf8), in: start) != nil
    {
      return .svg
    }
    return nil
  }

  /// What the names of such files end with, the usual one first.
  fileprivate var endings: [String] {
    switch self {
    case .pdf: ["pdf"]
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg"]
    case .gif: ["gif"]
    case .webP: ["webp"]
    case .avif: ["avif"]
    case .heic: ["heic", "heif"]
    case .tiff: ["tif", "tiff"]
    case .svg: ["svg"]
    case .office: ["docx", "xlsx", "pptx", "doc", "xls", "ppt", "dotx", "xlsm", "docm"]
    case .zip: ["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "pages", "key", "numbers", "kmz"]
    case .rtf: ["rtf", "doc"]
    case .html: ["html", "htm", "xhtml"]
    case .pointer: []
    }
  }

  /// Whether browsers show it as a picture, whatever its name says.
  fileprivate var isShownByContent: Bool {
    switch self {
    case .png, .jpeg, .gif, .webP, .avif: true
    default: false
    }
  }
}

/// What is wrong with a picture or download as a whole: it is not what its name says, or far too large. Told where it is used.
enum FileFaults {
  /// Endings of names whose files begin in a way that is known.
  private static let known: Set = [
    "pdf", "png", "jpg", "jpeg", "gif", "webp", "avif", "docx", "xlsx", "pptx", "zip", "epub", "odt",
  ]

  static let mostPictureBytes = 2_000_000
  static let mostDownloadBytes = 10_000_000
  static let mostAnimationBytes = 1_000_000
  static let mostDrawingBytes = 200_000
  /// Twice what the widest page shows on the sharpest screen.
  static let mostWidth = 3_200

  /// What is wrong with a picture that is published as it is, for its size on the screen.
  static func tooWide(_ path: String, _ size: ImageSize) -> Diagnostic? {
    guard size.width > mostWidth else { return nil }
    return .warning(
      .badFile, file: path, at: nil,
      "`\(PathText.name(of: path))` is \(size.width) pixels wide, far more than pages show.",
      hint: "Save it again, at most 1600 pixels wide.")
  }

  /// The same of a drawing, for its bytes.
  static func tooHeavy(drawing path: String, bytes: Int) -> Diagnostic? {
    guard bytes > mostDrawingBytes else { return nil }
    return .warning(
      .badFile, file: path, at: nil,
      "`\(PathText.name(of: path))` has \(bytes / 1_000) KB, which is much for a drawing and takes long to load on a phone.",
      hint: "Simplify its paths, or save it as optimized SVG, until it has less than 200 KB.")
  }

  private static func megabytes(_ size: Int) -> String {
    "\(size / 1_000_000).\(size / 100_000 % 10) MB"
  }

  /// `head` are the first bytes of the file at `path`, which has `size` bytes. What the build makes smaller may be large.
  static func find(_ path: String, _ head: [UInt8], size: Int, isMadeSmaller: Bool = false) -> [Diagnostic] {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return [] }
    let ending = name[name.index(after: dot)...].lowercased()
    func fault(_ severity: Severity, _ message: String, _ hint: String) -> [Diagnostic] {
      [Diagnostic(severity, .badFile, file: path, at: nil, message, hint: hint)]
    }
    if let fault = pointer(path, head) { return [fault] }
    if known.contains(ending) {
      if size == 0 {
        return fault(
          .error, "`\(name)` is empty, so there is nothing to open.", "Save or download the file again.")
      }
      let content = FileContent(head)
      if content?.endings.contains(ending) != true, let found = mislabeled(String(name), ending, content) {
        return fault(found.severity, found.message, found.hint)
      }
    }
    if isMadeSmaller { return [] }
    if size > mostAnimationBytes, isAnimated(head) {
      return fault(
        .warning,
        "`\(name)` is an animation of \(megabytes(size)), which takes long to load on a phone and cannot be stopped.",
        "Save it with fewer or smaller pictures until it has less than 1 MB, or show its steps as separate pictures."
      )
    }
    return tooLarge(String(name), ending, size).map { fault(.warning, $0.message, $0.hint) } ?? []
  }

  /// A report of what Git leaves in the place of a large file that was not fetched.
  static func pointer(_ path: String, _ head: [UInt8]) -> Diagnostic? {
    guard FileContent(head) == .pointer else { return nil }
    return .error(
      .badFile, file: path, at: nil,
      "`\(PathText.name(of: path))` is only \(FileContent.pointer.rawValue).",
      hint: "Run `git lfs pull`, which puts the file itself in its place.")
  }

  private static func mislabeled(_ name: String, _ ending: String, _ content: FileContent?) -> (
    severity: Severity, message: String, hint: String
  )? {
    let stem = name.dropLast(ending.utf8.count)
    guard let content else {
      // A picture that cannot be read is told where it is shown.
      guard ending == "pdf" else { return nil }
      return (
        .error, "`\(name)` is not a PDF file, though its name says so, so it does not open.",
        "Open the original document and export it as PDF again."
      )
    }
    if content.isShownByContent, FileContent.pictureEndings.contains(ending) {
      return (
        .warning, "`\(name)` is \(content.rawValue), though its name says otherwise.",
        "Rename it to `\(stem)\(content.endings[0])`, here and where it is used."
      )
    }
    if ending == "pdf" {
      let hint =
        switch content {
        case .office, .zip, .rtf: "Open it in the program that wrote it, and export it as PDF."
        case .html: "Download the file again: what was saved is the web page around it."
        default:
          "Rename it to `\(stem)\(content.endings[0])`, here and where it is used, or export it as PDF."
        }
      return (.error, "`\(name)` is \(content.rawValue), so it does not open as a PDF.", hint)
    }
    if FileContent.pictureEndings.contains(ending) {
      return (
        .error, "`\(name)` is \(content.rawValue), so browsers do not show it.",
        content == .svg
          ? "Rename it to `\(stem)svg`, here and where it is used."
          : content == .html
            ? "Download the picture again: what was saved is a web page."
            : "Open it in a picture program and save it as \(ending == "jpg" ? "JPEG" : ending.uppercased())."
      )
    }
    return (
      .error, "`\(name)` is \(content.rawValue), so it does not open.",
      "Rename it to `\(stem)\(content.endings[0])`, here and where it is used, or save it again."
    )
  }

  /// GIF89a, appendix "Application Extension": animations begin with one of these names.
  private static func isAnimated(_ head: [UInt8]) -> Bool {
    FileContent(head) == .gif
      && ["NETSCAPE2.0", "ANIMEXTS1.0"].contains { ByteSearch.first(Array($0.utf8), in: head[...]) != nil }
  }

  private static func tooLarge(_ name: String, _ ending: String, _ size: Int) -> (
    message: String, hint: String
  )? {
    let isPicture = FileContent.pictureEndings.contains(ending)
    let most = isPicture ? mostPictureBytes : mostDownloadBytes
    guard size > most, isPicture || known.contains(ending) || FileContent.otherDocuments.contains(ending)
    else {
      return nil
    }
    return (
      "`\(name)` has \(megabytes(size)), which takes long to load on a phone.",
      isPicture
        ? "Save it again, at most 1600 pixels wide, until it has less than \(most / 1_000_000) MB."
        : "Save it with smaller pictures, or split it, until it has less than \(most / 1_000_000) MB."
    )
  }
}

extension FileContent {
  /// Of pictures that browsers recognize by their bytes.
  fileprivate static let pictureEndings: Set = ["png", "jpg", "jpeg", "gif", "webp", "avif"]
  fileprivate static let otherDocuments: Set = ["doc", "xls", "ppt", "rtf", "svg"]
}
