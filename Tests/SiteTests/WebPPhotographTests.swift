import FixtureSite
import Testing

@testable import Files
@testable import Site
@testable import Text

/// WebP files are photographs like others, and XMP says places like Exif.
@Suite struct WebPPhotographTests {
  private static func site(_ bytes: [UInt8], _ ending: String = "webp", settings: String = "") throws
    -> FixtureSite
  {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "![A knee](knee.\(ending))"),
      "site.yaml": FixtureSite.configuration + settings,
    ])
    try site.write(bytes, to: "Content/causes/knee.\(ending)")
    return site
  }

  private static let settings = "pictures: {widths: [32, 96], quality: {jpeg: 95, webp: 95}}\n"

  @Test(arguments: [(1, ".webp[Q=98]", "jpg"), (6, ".webp[Q=98]", "jpg"), (3, ".webp[lossless]", "png")])
  func standUprightAndSayNothing(orientation: Int, form: String, other: String) async throws {
    let original = try TestPhotograph(orientation: orientation, hasPlace: true, ending: form).bytes()
    #expect(PictureDetails(ByteReader(original)).saysPlace)
    let site = try Self.site(original, settings: Self.settings)
    #expect(site.lines(try await site.build()) == [])
    let names = try site.snapshot("Public/assets").names.filter { $0.hasPrefix("knee-") }
    let endings = names.compactMap { name in name.split(separator: ".").last.map(String.init) }
    #expect(endings.sorted() == [other, other, "webp", "webp"])
    for name in names {
      let bytes = try SystemCalls.read(site.path(to: "Public/assets/\(name)"))
      let picture = try TestPhotograph.pixels(bytes)
      #expect([picture.width, picture.height] == (name.hasPrefix("knee-96") ? [96, 64] : [32, 21]))
      for (field, color) in zip(TestPhotograph.fields(picture), TestPhotograph.colors) {
        #expect(zip(field, color).allSatisfy { abs($0 - $1) <= 16 }, "\(name): \(field) is not \(color)")
      }
      for word in ["Exif", "SpyCamera", "EXIF", "XMP "] {
        #expect(ByteSearch.first(Array(word.utf8), in: bytes[...]) == nil, "\(name) holds \(word)")
      }
    }
    #expect(try site.text(of: "Public/causes/tendon-pain/index.html").contains(#"width="96" height="64""#))
    #expect(!(try site.snapshot().names.contains("causes/knee.webp")))
  }

  @Test func thatOneCanSeeThroughStaysAsItIs() async throws {
    let clear = TestPhotograph(ending: ".webp[Q=90]", operation: ["bandjoin_const"], operand: ["100"])
    let site = try Self.site(try clear.bytes())
    #expect(site.lines(try await site.build()) == [])
    #expect(
      try SystemCalls.read(site.path(to: "Public/causes/knee.webp"))
        == SystemCalls.read(site.path(to: "Content/causes/knee.webp")))
  }

  /// As Lightroom and Photoshop write them: with no Exif, or behind it.
  @Test(arguments: ["exif:GPSLatitude=\"35,27.6N\"", "photoshop:City=\"Springfield\"", "rdf:about=\"\""])
  func placesInXMP(property: String) async throws {
    let packet = Array("<x:xmpmeta><rdf:Description \(property)/></x:xmpmeta>".utf8)
    let says = !property.hasPrefix("rdf")
    let picture = try TestPhotograph().bytes()
    let name = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
    let length = name.count + packet.count + 2
    var jpeg = Array(picture.prefix(2))
    jpeg += [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] as [UInt8]
    jpeg += name + packet + picture.dropFirst(2)
    #expect(PictureDetails(ByteReader(jpeg)).saysPlace == says)
    let site = try Self.site(jpeg, "jpg", settings: "pictures: {process: false}\n")
    let place = "Content/causes/knee.jpg: warning photo-location: `knee.jpg` says where it was taken,"
    #expect(site.lines(try await site.check()).map { $0.hasPrefix(place) } == (says ? [true] : []))

    var webP = Array("RIFF\0\0\0\0WEBPXMP ".utf8)
    webP += [UInt8(packet.count), 0, 0, 0] as [UInt8]
    webP += packet
    #expect(PictureDetails(ByteReader(webP)).saysPlace == says)
    let text = Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + packet
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, UInt8(text.count)]
    png += Array("iTXt".utf8) + text + [0, 0, 0, 0]
    #expect(PictureDetails(ByteReader(png)).saysPlace == says)
  }
}
