import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// A kill at any moment leaves the old site or the new one, never a mixture.
  @Suite struct KillTests {
    private static func files(_ version: String) -> [String: String] {
      var files: [String: String] = [:]
      for number in 0..<40 {
        // Every tenth article is only in one of the two.
        let id = number % 10 == 0 ? "sign-\(version)-\(number)" : "sign-\(number)"
        files["Content/signs/\(id).md"] = FixtureSite.article(
          "Sign \(number) \(version)", body: "Version \(version).")
      }
      return files
    }

    /// 300 with `LIMBER_TEST_ALL=1`.
    private static let rounds = FailingDiskTests.triesAll ? 300 : 30

    @Test func publicIsAlwaysOneOfTheTwo() throws {
      let seed = UInt64.random(in: 0...UInt64.max)
      print("KillTests.publicIsAlwaysOneOfTheTwo: seed \(seed)")
      var state = seed
      let versions = ["a", "b"].map(Self.files)
      let wanted = try versions.map { files in
        let site = try FixtureSite(files.mapValues { $0 })
        #expect(try site.limber("build", "--quiet").status == 0)
        return try site.snapshot().contents
      }
      #expect(wanted[0] != wanted[1])
      let site = try FixtureSite(versions[0].mapValues { $0 })
      #expect(try site.limber("build", "--quiet").status == 0)
      // How long a build takes here and now, as far as is known: grows after a kill that came in time, else shrinks.
      var duration = 0.05
      var seen = [0, 0]
      for round in 1...Self.rounds {
        try FileManager.default.removeItem(atPath: site.path(to: "Content/signs"))
        let next = versions[round % 2].merging([
          "Content/signs/outer-pain.md": FixtureSite.files["Content/signs/outer-pain.md"] ?? ""
        ]) { $1 }
        for (name, text) in next { try site.write(text, to: name) }
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let build = try Limber.start(["build", "--source", site.path, "--quiet"])
        Thread.sleep(forTimeInterval: duration * (0.3 + Double(state >> 33) / Double(1 << 31)))
        kill(build.processIdentifier, SIGKILL)
        build.waitUntilExit()
        duration *= build.terminationReason == .uncaughtSignal ? 1.3 : 0.75
        let found = try site.snapshot().contents
        let which = wanted.firstIndex(of: found)
        #expect(which != nil, "seed \(seed), round \(round): \(found.count) files")
        if let which { seen[which] += 1 }
      }
      print("KillTests.publicIsAlwaysOneOfTheTwo: \(Self.rounds) kills, found the two versions \(seen) times")
      #expect(try site.limber("build", "--quiet").status == 0)
      #expect(try site.snapshot().contents == wanted[Self.rounds % 2])
      #expect(try site.cachedNames() == ["articles", "last-build", "lock"])
    }
  }
}
