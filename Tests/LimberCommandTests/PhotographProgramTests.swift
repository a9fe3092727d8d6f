import FixtureSite
import Testing

extension CommandTests {
  /// Photographs on a machine without the program that makes them smaller.
  @Suite struct PhotographProgramTests {
    private static let photograph: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 64, 0, 96, 3] + [UInt8](repeating: 1, count: 9)

    private static func site() throws -> FixtureSite {
      let site = try FixtureSite([
        "Content/causes/tendon-pain.md": FixtureSite.cause(body: "![A knee](knee.jpg)")
      ])
      try site.write(photograph, to: "Content/causes/knee.jpg")
      return site
    }

    /// One message, and nothing is published as it came from the camera.
    @Test(arguments: ["check", "build"]) func isAskedFor(command: String) throws {
      let site = try Self.site()
      let run = try Limber.run(
        [command, "--source", site.path, "--today", "2026-03-01"], environment: ["PATH": "/nowhere"])
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          """
          Content/causes/knee.jpg: error: To publish photographs, Limber needs the program `vipsthumbnail`, which is not on this machine. [missing-program]
            hint: Install it with `sudo apt install libvips-tools` or `brew install vips`. Or write `pictures: {process: false}` in `site.yaml`: photographs are then published as they are.
          """), "\(run.errors)")
      #expect(try site.snapshot().names == [])
    }

    /// Sites without photographs need no program, and neither do those that publish them as they are.
    @Test func isNotAskedForWithoutNeed() throws {
      let bare = try FixtureSite()
      #expect(
        try Limber.run(["build", "--source", bare.path], environment: ["PATH": "/nowhere"]).status == 0)
      let site = try Self.site()
      try site.write(FixtureSite.configuration + "pictures: {process: false}\n", to: "site.yaml")
      #expect(
        try Limber.run(["build", "--source", site.path], environment: ["PATH": "/nowhere"]).status == 0)
      #expect(try site.snapshot().names.contains("causes/knee.jpg"))
    }
  }
}
