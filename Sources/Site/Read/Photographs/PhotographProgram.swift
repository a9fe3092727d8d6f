import Files
import Text

/// Makes photographs smaller with `vipsthumbnail` of libvips: a process of its own, since what it reads may be damaged or
/// written on purpose to do harm. It is given open files and no names, reads only the forms whose readers libvips trusts, and
/// ends when it takes too much memory or time.
struct PhotographProgram: Sendable {
  private static let name = "vipsthumbnail"
  private static let limits = ProgramLimits(
    memoryBytes: 1_000_000_000, processorSeconds: 60, writtenBytes: 500_000_000)
  /// libvips, "VIPS_BLOCK_UNTRUSTED": the readers that its authors do not test with hostile files are off. One thread, since
  /// several photographs are made at once.
  private static let settings = ["VIPS_BLOCK_UNTRUSTED=1", "VIPS_CONCURRENCY=1"]

  /// Such as "libvips 8.14.1": other versions may make other bytes.
  let version: String

  enum Failure: Error {
    /// The program is not on this machine.
    case missing
    /// The photograph is damaged, or takes more than the limits.
    case refused
    case disk(FileFailure)

    /// For who found all photographs in order before: since then the photograph has changed, or the program is gone.
    func ofFile(_ path: String) -> FileFailure {
      if case .disk(let failure) = self { failure } else { .changed(path) }
    }
  }

  /// Throws `Failure.missing`, or a failure of the disk.
  init() throws(Failure) {
    version = String(decoding: try Self.run(["--vips-version"], on: try Self.scratch([])), as: UTF8.self)
  }

  /// The photograph upright, in sRGB (IEC 61966-2-1) and without anything that it says of itself, at its largest size: a PNG file,
  /// from which its versions are made. `bytes` are the original's.
  func upright(_ photograph: Photograph, _ bytes: [UInt8]) throws(Failure) -> Upright {
    // libvips takes colors without a profile for what they are, and moves them slightly when it is told to convert them.
    let profile = Self.namesProfile(bytes) ? ["--export-profile", "srgb"] : []
    let made = try Self.pass(
      try Self.scratch(bytes),
      ["stdin[fail_on=error]"] + profile + Self.output(photograph.largest.size, ".png[compression=1,strip]"))
    return Upright(file: made)
  }

  /// An upright photograph.
  struct Upright: Sendable {
    fileprivate let file: ScratchFile
  }

  /// The bytes of one version.
  func bytes(_ version: Photograph.Version, of photograph: Photograph, from upright: Upright) throws(Failure)
    -> [UInt8]
  {
    let options =
      switch (version.isWebP, photograph.form) {
      case (true, .jpeg): "Q=\(photograph.quality.webP)"
      case (true, .png): "lossless"
      case (false, .jpeg): "Q=\(photograph.quality.jpeg),optimize_coding,interlace"
      case (false, .png): "compression=9"
      }
    return WebPMetadata.removed(
      from: try Self.run(
        ["stdin"] + Self.output(version.size, ".\(photograph.ending(of: version))[\(options),strip]"),
        on: upright.file))
  }

  /// The exact size, which the page says as well.
  private static func output(_ size: ImageSize, _ form: String) -> [String] {
    ["--size", "\(size.width)x\(size.height)!", "--output", form]
  }

  /// ICC.1, annex B.3 and B.4, and RFC 9649, section 2.7.1.4: a chunk of PNG or WebP, segments of JPEG that begin with a name.
  private static func namesProfile(_ bytes: [UInt8]) -> Bool {
    let reader = ByteReader(bytes)
    if reader.has([0xFF, 0xD8], at: 0) {
      return reader.jpegSegments.contains { $0.marker == 0xE2 && reader.has("ICC_PROFILE", at: $0.start) }
    }
    if reader.has("RIFF", at: 0) { return reader.webPChunks.contains { $0.name == "ICCP" } }
    return reader.pngChunks.contains { reader.has("iCCP", at: $0 - 4) }
  }

  private static func scratch(_ bytes: [UInt8]) throws(Failure) -> ScratchFile {
    do throws(FileFailure) { return try ScratchFile(bytes) } catch { throw .disk(error) }
  }

  private static func run(_ arguments: [String], on input: ScratchFile) throws(Failure) -> [UInt8] {
    let output = try pass(input, arguments)
    do throws(FileFailure) { return try output.bytes() } catch { throw .disk(error) }
  }

  private static func pass(_ input: ScratchFile, _ arguments: [String]) throws(Failure) -> ScratchFile {
    let passed: (output: ScratchFile, end: ProgramEnd)
    do throws(FileFailure) {
      passed = try input.passed(through: [name] + arguments, settings: settings, within: limits)
    } catch { throw .disk(error) }
    switch passed.end {
    case .done: return passed.output
    case .missing: throw .missing
    case .failed: throw .refused
    }
  }
}
