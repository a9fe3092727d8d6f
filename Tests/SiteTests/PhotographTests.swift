import FixtureSite
import Testing

@testable import Files
@testable import PreviewServer
@testable import Site
@testable import Text

/// Photographs as visitors get them: made by libvips, read back byte by byte and pixel by pixel.
@Suite struct PhotographTests {
  private static let cause = "Content/causes/tendon-pain.md"
  private static let settings = "pictures: {widths: [32, 64, 160], quality: {jpeg: 95, webp: 95}}\n"

  /// A site with one photograph, `knee` with the ending.
  private static func site(
    _ bytes: [UInt8], _ ending: String = "jpg", settings: String = settings, body: String? = nil
  ) throws -> FixtureSite {
    let site = try FixtureSite([
      cause: FixtureSite.cause(body: body ?? "![A knee](knee.\(ending))"),
      "site.yaml": FixtureSite.configuration + settings,
    ])
    try site.write(bytes, to: "Content/causes/knee.\(ending)")
    return site
  }

  /// The published photographs by the end of their names, such as `64.jpg`.
  private static func published(_ site: FixtureSite) throws -> [String: [UInt8]] {
    let folder = try site.snapshot("Public/assets")
    var found: [String: [UInt8]] = [:]
    for name in folder.names where name.hasPrefix("knee-") {
      let parts = name.dropFirst("knee-".count).split(separator: ".")
      found["\(parts[0]).\(parts[2])"] = try SystemCalls.read(site.path(to: "Public/assets/\(name)"))
    }
    return found
  }

  private static func expectUpright(
    _ picture: (width: Int, height: Int, colors: [UInt8]), within tolerance: Int, _ name: String
  ) {
    for (field, color) in zip(TestPhotograph.fields(picture), TestPhotograph.colors) {
      let distance = zip(field, color).map { abs($0 - $1) }.max() ?? 255
      #expect(distance <= tolerance, "\(name): \(field) is not \(color)")
    }
  }

  /// Every way in which a camera is held, with what it says of place and device, in four forms.
  @Test(
    arguments: 1...8,
    [
      "jpg[Q=98]", "jpg[Q=98,interlace]", "jpg[Q=98,subsample_mode=off]",
      "jpg[Q=98,interlace,optimize_coding]",
    ])
  func standUprightAndSayNothing(orientation: Int, form: String) async throws {
    let original = try TestPhotograph(orientation: orientation, hasPlace: true, ending: ".\(form)").bytes()
    #expect(PictureDetails(ByteReader(original)).saysPlace)
    let site = try Self.site(original)
    #expect(site.lines(try await site.build()) == [])
    let files = try Self.published(site)
    #expect(files.keys.sorted() == ["32.jpg", "32.webp", "64.jpg", "64.webp", "96.jpg", "96.webp"])
    for (name, bytes) in files {
      let width = Int(name.prefix { $0 != "." }) ?? 0
      let picture = try TestPhotograph.pixels(bytes)
      #expect([picture.width, picture.height] == [width, (64 * width + 48) / 96], "\(name)")
      Self.expectUpright(picture, within: 12, "\(name)")
      for word in ["Exif", "SpyCamera", "EXIF", "XMP ", "ICC_PROFILE", "ICCP"] {
        #expect(ByteSearch.first(Array(word.utf8), in: bytes[...]) == nil, "\(name) holds \(word)")
      }
    }
    let page = try site.text(of: "Public/causes/tendon-pain/index.html")
    #expect(page.contains(#" alt="A knee" width="96" height="64""#))
    #expect(!(try site.snapshot().names.contains("causes/knee.jpg")))
  }

  /// Print shops' colors, sixteen bits, transparency.
  @Test(
    arguments: [
      ("CMYK", TestPhotograph(operation: ["icc_export"], operand: ["--output-profile", "cmyk"]), "jpg", 80),
      ("16 bits", TestPhotograph(ending: ".png", depth: 2), "png", 0),
      ("PNG", TestPhotograph(ending: ".png[palette]"), "png", 2),
      ("alpha", TestPhotograph(ending: ".png", operation: ["bandjoin_const"], operand: ["255"]), "png", 0),
      ("gray", TestPhotograph(operation: ["colourspace"], operand: ["b-w"]), "jpg", 255),
    ] as [(String, TestPhotograph, String, Int)])
  func haveTheColorsOfScreens(name: String, photograph: TestPhotograph, ending: String, tolerance: Int)
    async throws
  {
    let site = try Self.site(try photograph.bytes(), ending)
    #expect(site.lines(try await site.build()) == [])
    let files = try Self.published(site)
    #expect(files.count == 6, "\(files.keys.sorted())")
    // At its own size a PNG file loses nothing.
    for file in ["96.\(ending)", "96.webp"] {
      let bytes = try #require(files[file])
      Self.expectUpright(
        try TestPhotograph.pixels(bytes), within: file.hasSuffix("webp") ? tolerance + 12 : tolerance,
        "\(name) \(file)")
    }
  }

  @Test func areAskedForInTheWidthThatFits() async throws {
    let site = try Self.site(
      try TestPhotograph().bytes(),
      settings: "pictures: {widths: [64], sizes: '(min-width: 50em) 40em, 100vw'}\n")
    #expect(site.lines(try await site.build()) == [])
    let page = try site.text(of: "Public/causes/tendon-pain/index.html")
    let name = try #require(try site.snapshot("Public/assets").names.first { $0.hasSuffix(".webp") })
      .replacing(".webp", with: "")
    #expect(
      page.contains(
        """
        <picture><source type="image/webp" srcset="/assets/\(name).webp 64w" sizes="(min-width: 50em) 40em, 100vw">\
        <img src="/assets/\(name).jpg" srcset="/assets/\(name).jpg 64w" sizes="(min-width: 50em) 40em, 100vw" \
        alt="A knee" width="64" height="43" loading="lazy" decoding="async"></picture>
        """))
  }

  /// A link leads to the largest version: the original says where it was taken.
  @Test func linksLeadToWhatIsPublished() async throws {
    let site = try Self.site(
      try TestPhotograph(hasPlace: true).bytes(),
      body: "[The knee in large](knee.jpg) and [again](/causes/knee.jpg).")
    #expect(site.lines(try await site.build()) == [])
    let names = try site.snapshot().names
    let largest = try #require(names.first { $0.contains("knee-96.") && $0.hasSuffix(".jpg") })
    let page = try site.text(of: "Public/causes/tendon-pain/index.html")
    #expect(page.split(separator: "href=\"/\(largest)\"").count == 3)
    #expect(!names.contains("causes/knee.jpg"))
  }

  @Test func areMadeOnlyOnce() async throws {
    let site = try Self.site(try TestPhotograph().bytes())
    _ = try await site.build()
    let made = try site.cachedNames().filter { $0.hasPrefix("picture-") }
    #expect(made.count == 6)
    let before = try site.snapshot(".limber")
    // Another article changes: nothing of the photograph is made or written again.
    try site.write(FixtureSite.cause(body: "Other words. ![A knee](knee.jpg)"), to: Self.cause)
    #expect(try await site.build().written == 1)
    let after = try site.snapshot(".limber")
    for name in made { #expect(after.files[name] == before.files[name]) }
    // Another photograph takes its place under other names, and the old ones go from the cache.
    try site.write(try TestPhotograph(orientation: 3).bytes(), to: "Content/causes/knee.jpg")
    #expect(try await site.build().errors == 0)
    let next = try site.cachedNames().filter { $0.hasPrefix("picture-") }
    #expect(next.count == 6)
    #expect(Set(next).isDisjoint(with: made))
  }

  @Test func comeOutTheSameWithoutTheCache() async throws {
    let site = try Self.site(try TestPhotograph().bytes())
    var options = try site.options()
    options.verifiesCache = true
    #expect(site.lines(try await SiteBuild(options).build()) == [])
    #expect(site.lines(try await SiteBuild(options).build()) == [])
    #expect(try site.snapshot(".limber").names.contains { $0.hasPrefix("photographs") } == false)
  }

  /// What the cache has of a photograph and is damaged is made again.
  @Test func damageInTheCacheIsNotPublished() async throws {
    let site = try Self.site(try TestPhotograph().bytes())
    _ = try await site.build()
    let before = try Self.published(site)
    for name in try site.cachedNames() where name.hasPrefix("picture-") {
      try site.write("Not a picture", to: ".limber/\(name)")
    }
    try site.remove("Public")
    #expect(site.lines(try await site.build()) == [])
    #expect(try Self.published(site) == before)
  }

  private static func isCutOff(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(bytes.count * 2 / 3)) }

  /// The site from before stays.
  @Test(arguments: ["jpg", "png"]) func thatAreCutOffAreTold(ending: String) async throws {
    let whole = try TestPhotograph(ending: ".\(ending)").bytes()
    let site = try Self.site(whole, ending)
    _ = try await site.build()
    let before = try site.snapshot()
    try site.write(Self.isCutOff(whole), to: "Content/causes/knee.\(ending)")
    let message =
      "Content/causes/knee.\(ending): error bad-image: `knee.\(ending)` is damaged or not complete, so it cannot be shown. » Copy the file again from where it comes from, or open it in a picture program and save it anew."
    #expect(site.lines(try await site.check()) == [message])
    #expect(site.lines(try await site.build()) == [message])
    #expect(try site.snapshot() == before)
  }

  /// Files whose headers promise more than any memory, or any number, holds.
  @Test(
    arguments: [
      (
        "jpg", [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xDC, 0xFF, 0xDC, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        "65500 × 65500"
      ),
      (
        "png",
        [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
          + [UInt8](repeating: 255, count: 8)
          + [8, 2, 0, 0, 0], "4294967295 × 4294967295"
      ),
    ] as [(String, [UInt8], String)])
  func thatAreBombsAreTold(ending: String, bytes: [UInt8], size: String) async throws {
    let site = try Self.site(bytes, ending)
    #expect(
      site.lines(try await site.check()) == [
        "Content/causes/knee.\(ending): error bad-image: `knee.\(ending)` has \(size) pixels, more than browsers on phones can show. » Save it again with at most 100 million pixels; 1600 pixels are wide enough."
      ])
  }

  @Test func arePublishedAsTheyAreIfTheSiteSaysSo() async throws {
    let bytes = try TestPhotograph(hasPlace: true).bytes()
    let site = try Self.site(bytes, settings: "pictures: {process: false}\n")
    #expect(
      site.lines(try await site.build()) == [
        "Content/causes/knee.jpg: warning photo-location: `knee.jpg` says where it was taken, and everyone who loads it can read that. » Let the build remove it: delete `process: false` under `pictures` in `site.yaml`. Or export the photo without its location."
      ])
    #expect(try SystemCalls.read(site.path(to: "Public/causes/knee.jpg")) == bytes)
    try site.write(FixtureSite.configuration + "pictures: {}\n", to: "site.yaml")
    #expect(site.lines(try await site.build()) == [])
    #expect(!(try site.snapshot().names.contains("causes/knee.jpg")))
  }

  @Test func showInThePreview() async throws {
    let site = try Self.site(try TestPhotograph(orientation: 6).bytes())
    _ = try await site.build()
    let published = try Self.published(site)
    let preview = try PreviewSite(try site.options())
    let snapshot = try #require(await preview.update(nil).snapshot)
    for name in try site.snapshot("Public/assets").names where name.hasPrefix("knee-64.") {
      let ending = name.hasSuffix("webp") ? "webp" : "jpg"
      #expect(snapshot.file(at: "/assets/\(name)")?.bytes == published["64.\(ending)"])
    }
  }
}
