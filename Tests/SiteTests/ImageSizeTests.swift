import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

/// Tiny pictures of each kind, by the bytes that say how large they are.
@Suite struct ImageSizeTests {
  private static func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + ascii("IHDR") + [
      0, 0, 1, 0x40, 0, 0, 0, 0xF0, 8, 2, 0, 0, 0,
    ]

  @Test func png() { #expect(ImageSize(of: Self.png) == ImageSize(width: 320, height: 240)) }

  /// A header of TIFF and a directory with one entry: the tag "Orientation".
  private static func exif(_ orientation: UInt8, isLittle: Bool) -> [UInt8] {
    isLittle
      ? ascii("II") + [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
      : ascii("MM") + [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  }

  /// Browsers turn a photograph as its camera was held.
  @Test(arguments: 1...8, [true, false]) func turnedPhotographs(orientation: Int, isLittle: Bool) {
    let exif = Self.exif(UInt8(orientation), isLittle: isLittle)
    let shown = orientation < 5 ? ImageSize(width: 320, height: 240) : ImageSize(width: 240, height: 320)
    let segment = [0xFF, 0xE1, 0, UInt8(exif.count + 8)] + Self.ascii("Exif") + [0, 0] + exif
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 0xF0, 1, 0x40, 1]
    #expect(ImageSize(of: [0xFF, 0xD8] + segment + frame) == shown)
    let chunk = [0, 0, 0, UInt8(exif.count)] + Self.ascii("eXIf") + exif + [0, 0, 0, 0]
    #expect(ImageSize(of: Self.png + [0, 0, 0, 0] + chunk) == shown)
    let extended = [10, 0, 0, 0, 8, 0, 0, 0, 0x3F, 1, 0, 0xEF, 0, 0] as [UInt8]
    let webP =
      Self.ascii("RIFF") + [0, 0, 0, 0] + Self.ascii("WEBPVP8X") + extended + Self.ascii("EXIF")
      + [UInt8(exif.count), 0, 0, 0] + exif
    #expect(ImageSize(of: webP) == shown)
    // Cut off anywhere, a file is no reason to stop.
    for end in webP.indices { _ = ImageSize(of: Array(webP[..<end])) }
    for end in segment.indices { _ = ImageSize(of: [0xFF, 0xD8] + segment[..<end] + frame) }
  }

  private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    [0, 0, 0, UInt8(content.count + 8)] + ascii(name) + content
  }

  @Test func avif() {
    func file(_ properties: [UInt8]) -> [UInt8] {
      Self.box("ftyp", Self.ascii("avif") + [0, 0, 0, 0])
        + Self.box("meta", [0, 0, 0, 0] + Self.box("iprp", Self.box("ipco", properties)))
    }
    let small = Self.box("ispe", [0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 48])
    let large = Self.box("ispe", [0, 0, 0, 0, 0, 0, 1, 0x40, 0, 0, 0, 0xF0])
    #expect(ImageSize(of: file(small + large)) == ImageSize(width: 320, height: 240))
    #expect(ImageSize(of: file(large + Self.box("irot", [1]))) == ImageSize(width: 240, height: 320))
    #expect(ImageSize(of: file(large + Self.box("irot", [2]))) == ImageSize(width: 320, height: 240))
    #expect(ImageSize(of: file([])) == nil)
    for end in file(large).indices { _ = ImageSize(of: Array(file(large)[..<end])) }
  }

  private static func ispe(_ width: [UInt8], _ height: [UInt8]) -> [UInt8] {
    box("ipco", box("ispe", [0, 0, 0, 0] + width + height))
  }

  /// What names other brands first, and says what is shown more than once: the first box counts.
  @Test func avifAmongOtherBrands() {
    let one = Self.box("iprp", Self.ispe([0, 0, 0, 1], [0, 0, 0, 1]))
    let other = Self.box("iprp", Self.ispe([0, 0, 0, 9], [0, 0, 0, 9]))
    func file(_ brands: String) -> [UInt8] {
      Self.box("ftyp", Self.ascii(brands)) + Self.box("meta", [0, 0, 0, 0] + one + other)
    }
    #expect(ImageSize(of: file("mif1\0\0\0\0miafavif")) == ImageSize(width: 1, height: 1))
    #expect(ImageSize(of: file("mif1\0\0\0\0miafheic")) == nil)
  }

  /// A size that no picture has is none, and one that no number holds is no reason to stop.
  @Test func avifOfImpossibleSizes() {
    func size(_ width: [UInt8], _ height: [UInt8]) -> ImageSize? {
      ImageSize(
        of: Self.box("ftyp", Self.ascii("avif") + [0, 0, 0, 0])
          + Self.box("meta", [0, 0, 0, 0] + Self.box("iprp", Self.ispe(width, height))))
    }
    let (none, some, most): ([UInt8], [UInt8], [UInt8]) = (
      [0, 0, 0, 0], [0, 0, 0, 2], [255, 255, 255, 255]
    )
    #expect(size(none, some) == nil)
    #expect(size(some, none) == nil)
    #expect(size(most, most) == ImageSize(width: 4_294_967_295, height: 4_294_967_295))
  }

  @Test(arguments: ["GIF87a", "GIF89a"]) func gif(mark: String) {
    #expect(
      ImageSize(of: Self.ascii(mark) + [0x40, 1, 0xF0, 0, 0, 0, 0]) == ImageSize(width: 320, height: 240))
  }

  /// A start, an application segment, padding, then the frame; DHT (0xC4) is no frame.
  @Test func jpeg() {
    let app: [UInt8] = [0xFF, 0xE0, 0, 4, 1, 2]
    let table: [UInt8] = [0xFF, 0xC4, 0, 3, 9]
    for frame: UInt8 in [0xC0, 0xC2] {
      let bytes = [0xFF, 0xD8] + app + table + [0xFF, 0xFF, frame, 0, 11, 8, 0, 0xF0, 1, 0x40, 1]
      #expect(ImageSize(of: bytes) == ImageSize(width: 320, height: 240))
    }
    #expect(ImageSize(of: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0]) == nil)
    #expect(ImageSize(of: [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8]) == nil)
  }

  @Test func webP() {
    let head = Self.ascii("RIFF") + [0, 0, 0, 0] + Self.ascii("WEBP")
    let extended = head + Self.ascii("VP8X") + [10, 0, 0, 0, 0, 0, 0, 0, 0x3F, 1, 0, 0xEF, 0, 0]
    // Fourteen bits of width less one, then fourteen of height less one.
    let bits = UInt32(319) | UInt32(239) << 14
    let lossless =
      head + Self.ascii("VP8L") + [5, 0, 0, 0, 0x2F]
      + (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    let lossy = head + Self.ascii("VP8 ") + [9, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0x41, 0xF0, 0x80]
    for bytes in [extended, lossless, lossy] {
      #expect(ImageSize(of: bytes) == ImageSize(width: 320, height: 240))
      #expect(ImageSize(of: Array(bytes.dropLast(3))) == nil)
    }
  }

  @Test(arguments: [
    ("<svg width=\"320\" height='240px'>", 320, 240), ("<svg viewBox=\"0 0 320 240\"/>", 320, 240),
    ("<svg viewBox='0,0,319.6,240.4' width='100%' height='100%'>", 320, 240),
    ("<svg width='320' height='240' viewBox='0 0 1 1'>", 320, 240), ("<svg viewBox='0 0 1 1'>", 1, 1),
    (
      "<?xml version=\"1.0\"?>\n<!-- <svg width='1' height='1'> -->\n<!DOCTYPE svg>\n<svg\n  width = \"320\"\n  height=\"240\">",
      320, 240
    ),
  ])
  func svg(text: String, width: Int, height: Int) {
    #expect(ImageSize(of: Array(text.utf8)) == ImageSize(width: width, height: height))
  }

  @Test(arguments: [
    "", "<html><svg width='1' height='1'></html>", "<svg>", "<svg width='3em' height='2em'>",
    "<svg width='-1' height='2'>", "<svg viewBox='0 0 0 240'>", "<svg viewBox='0 0 320 0'>",
    "<svg viewBox='0 0 100000 240'>", "<svg viewBox='0 0 320 100000'>", "<svg viewBox='0 0 320'>",
    "<svg viewBox='0 0 320 240 1'>",
    "<svg width='nan' height='inf'>", "<svg width=\"1e99\" height=\"1\">", "<!-- <svg", "text",
  ])
  func notAPicture(text: String) { #expect(ImageSize(of: Array(text.utf8)) == nil) }

  @Test func cutShort() {
    for count in 0..<24 { #expect(ImageSize(of: Array(Self.png.prefix(count))) == nil) }
  }
}
