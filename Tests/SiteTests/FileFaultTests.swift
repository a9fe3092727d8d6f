import FixtureSite
import Testing

/// Files that are not what their names say, or far too large, told from their bytes where they are used.
@Suite struct FileFaultTests {
  typealias Site = FixtureSite

  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D] + Array("IHDR".utf8)
    + [0, 0, 0, 4, 0, 0, 0, 3, 8, 6, 0, 0, 0]
  static let zip: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
  static let heic: [UInt8] = [0, 0, 0, 0x18] + Array("ftypheic".utf8)

  private func found(_ name: String, _ bytes: [UInt8], body: String) async throws -> [String] {
    let site = try FixtureSite(["Content/causes/tendon-pain.md": Site.cause(body: body)])
    try site.write(bytes, to: "Content/causes/\(name)")
    return site.lines(try await site.check()).map { $0.replacing("Content/causes/", with: "") }
  }

  @Test(
    arguments: [
      (
        "plan.pdf", [], "`plan.pdf` is empty, so there is nothing to open. » Save or download the file again."
      ),
      (
        "plan.pdf", zip + Array("[Content_Types].xml".utf8),
        "`plan.pdf` is a Word, Excel or PowerPoint file, so it does not open as a PDF. » Open it in the program that wrote it, and export it as PDF."
      ),
      (
        "plan.pdf", [0xD0, 0xCF, 0x11, 0xE0, 0xA1],
        "`plan.pdf` is a Word, Excel or PowerPoint file, so it does not open as a PDF. » Open it in the program that wrote it, and export it as PDF."
      ),
      (
        "plan.pdf", Array("<!DOCTYPE html><title>Log in</title>".utf8),
        "`plan.pdf` is a web page, so it does not open as a PDF. » Download the file again: what was saved is the web page around it."
      ),
      (
        "plan.pdf", Array("Rest.".utf8),
        "`plan.pdf` is not a PDF file, though its name says so, so it does not open. » Open the original document and export it as PDF again."
      ),
      (
        "plan.pdf", png,
        "`plan.pdf` is a PNG picture, so it does not open as a PDF. » Rename it to `plan.png`, here and where it is used, or export it as PDF."
      ),
      (
        "plan.docx", Array("%PDF-1.7".utf8),
        "`plan.docx` is a PDF file, so it does not open. » Rename it to `plan.pdf`, here and where it is used, or save it again."
      ),
    ] as [(String, [UInt8], String)])
  func downloadsThatDoNotOpen(name: String, bytes: [UInt8], message: String) async throws {
    expectFaults(
      try await found(name, bytes, body: "Take the [plan](\(name))."), ["\(name): error bad-file: \(message)"]
    )
  }

  @Test(
    arguments: [
      ("hip.png", [], "`hip.png` is empty, so there is nothing to open. » Save or download the file again."),
      (
        "hip.jpg", heic,
        "`hip.jpg` is a HEIC picture, so browsers do not show it. » Open it in a picture program and save it as JPEG."
      ),
      (
        "hip.png", Array("<svg viewBox='0 0 4 3'></svg>".utf8),
        "`hip.png` is an SVG drawing, so browsers do not show it. » Rename it to `hip.svg`, here and where it is used."
      ),
    ] as [(String, [UInt8], String)])
  func picturesThatAreNotShown(name: String, bytes: [UInt8], message: String) async throws {
    expectFaults(
      try await found(name, bytes, body: "![The hip](\(name))"), ["\(name): error bad-file: \(message)"])
  }

  /// Browsers show them by their bytes; other programs go by the name.
  @Test func picturesOfAnotherName() async throws {
    expectFaults(
      try await found("hip.jpg", try TestPhotograph(ending: ".png").bytes(), body: "![The hip](hip.jpg)"),
      [
        "hip.jpg: warning bad-file: `hip.jpg` is a PNG picture, though its name says otherwise. » Rename it to `hip.png`, here and where it is used."
      ])
    expectFaults(
      try await found("hip.webp", Array("GIF89a".utf8) + [4, 0, 3, 0], body: "![The hip](hip.webp)"),
      [
        "hip.webp: warning bad-file: `hip.webp` is a GIF picture, though its name says otherwise. » Rename it to `hip.gif`, here and where it is used."
      ])
  }

  @Test(
    arguments: [
      (
        "plan.pdf", Array("%PDF-1.7".utf8), 20_000_000, "[plan](plan.pdf)",
        "`plan.pdf` has 20.0 MB, which takes long to load on a phone. » Save it with smaller pictures, or split it, until it has less than 10 MB."
      ),
      (
        "hip.gif", Array("GIF89a".utf8) + [4, 0, 3, 0], 3_450_000, "![The hip](hip.gif)",
        "`hip.gif` has 3.4 MB, which takes long to load on a phone. » Save it again, at most 1600 pixels wide, until it has less than 2 MB."
      ),
    ] as [(String, [UInt8], Int, String, String)])
  func filesThatAreTooLarge(name: String, head: [UInt8], size: Int, body: String, message: String)
    async throws
  {
    let bytes = head + [UInt8](repeating: 0, count: size - head.count)
    expectFaults(try await found(name, bytes, body: body), ["\(name): warning bad-file: \(message)"])
  }

  /// Pictures that are published as they are, and are larger than a page needs.
  @Test(
    arguments: [
      (
        "hip.gif", Array("GIF89a".utf8) + [4, 0, 3, 0, 0, 0, 0, 0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8),
        1_450_000,
        "`hip.gif` is an animation of 1.4 MB, which takes long to load on a phone and cannot be stopped. » Save it with fewer or smaller pictures until it has less than 1 MB, or show its steps as separate pictures."
      ),
      (
        "hip.gif", Array("GIF89a".utf8) + [0xA0, 0x0F, 3, 0], 9_000,
        "`hip.gif` is 4000 pixels wide, far more than pages show. » Save it again, at most 1600 pixels wide."
      ),
      (
        "hip.svg", Array("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'></svg>".utf8), 250_000,
        "`hip.svg` has 250 KB, which is much for a drawing and takes long to load on a phone. » Simplify its paths, or save it as optimized SVG, until it has less than 200 KB."
      ),
    ] as [(String, [UInt8], Int, String)])
  func picturesThatAreLargerThanShown(name: String, head: [UInt8], size: Int, message: String) async throws {
    let bytes = head + [UInt8](repeating: 0x20, count: size - head.count)
    expectFaults(
      try await found(name, bytes, body: "![The hip](\(name))"), ["\(name): warning bad-file: \(message)"])
  }

  /// Names that some file systems do not tell apart.
  @Test func picturesWhoseNamesDifferByCaseOnly() async throws {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": Site.cause(body: "![The hip](hip.gif) ![Again](Hip.gif)")
    ])
    for name in ["hip.gif", "Hip.gif"] {
      try site.write(Array("GIF89a".utf8) + [4, 0, 3, 0], to: "Content/causes/\(name)")
    }
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/causes/hip.gif: error duplicate-url: The address `/causes/hip.gif` is already taken by `Content/causes/Hip.gif`. » Rename the file."
      ])
  }

  @Test(
    arguments: [
      ("plan.pdf", Array("\u{FEFF}%PDF-1.4\n".utf8)), ("plan.docx", zip),
      ("plan.xlsx", zip + Array("xl/".utf8)),
      ("plan.epub", zip), ("plan.ics", Array("BEGIN:VCALENDAR".utf8)), ("plan.txt", []),
      ("plan.pdf", [UInt8](repeating: 0x20, count: 500) + Array("%PDF-1.4".utf8)),
    ] as [(String, [UInt8])])
  func whatIsWhatItSays(name: String, bytes: [UInt8]) async throws {
    expectFaults(try await found(name, bytes, body: "Take the [plan](\(name))."), [])
  }

  /// In the folder of the checkers, too, only what a checker is made of is used without being named.
  @Test func whatNoCheckerUses() async throws {
    let site = try Example.knee.copy()
    let drawing = try site.text(of: "Content/symptom-checker/shoulder-map.svg")
    for name in ["spare-map.svg", "knee-pain.svg", "care-levels.svg"] {
      try site.write(drawing, to: "Content/symptom-checker/\(name)")
    }
    let told = site.lines(try await site.check(today: "2026-11-28")).filter { $0.contains("unused-file") }
    #expect(
      told.map { String($0.prefix { $0 != ":" }) } == [
        "Content/symptom-checker/care-levels.svg", "Content/symptom-checker/knee-pain.svg",
        "Content/symptom-checker/spare-map.svg",
      ], "\(told)")
  }

  /// A file that nothing uses is told as such, and no more.
  @Test func whatNothingUses() async throws {
    let found = try await found("plan.pdf", [], body: "Text.")
    #expect(found.count == 1 && found[0].contains("unused-file"), "\(found)")
  }
}
