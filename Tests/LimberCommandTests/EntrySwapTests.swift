import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// An output folder on a file system of its own, whose entries are put in place one by one.
  @Suite(
    .enabled(
      if: FileManager.default.isWritableFile(atPath: "/dev/shm"), "needs a second file system at /dev/shm")
  ) struct EntrySwapTests {
    /// How entries take their place: swapped in one step, where the system can, or else moved; or there is no site yet.
    enum Way: String, CaseIterable, CustomTestStringConvertible {
      case swapped, moved, first

      var testDescription: String { rawValue }
    }

    private let site: FixtureSite
    private let output = "/dev/shm/limber-\(UUID().uuidString)"

    init() throws { site = try FixtureSite() }

    /// The two versions differ in every page and in an asset.
    private func write(_ version: Int) throws {
      let name = version == 0 ? "Hill Clinic" : "Dale Clinic"
      try site.write(FixtureSite.configuration("name: Hill Clinic", "name: \(name)"), to: "site.yaml")
      try site.write("main { margin: \(version + 1)rem; }\n", to: "Templates/assets/site.css")
    }

    private func build(_ environment: [String: String] = [:]) throws -> Limber.Run {
      try Limber.run(
        ["build", "--jobs", "1", "--source", site.path, "--today", "2026-03-01", "--output", output],
        environment: environment)
    }

    /// What visitors may get.
    private func published() throws -> [String: [UInt8]] {
      try site.snapshot(output).contents.filter { !$0.key.hasPrefix(".limber-") }
    }

    /// Whatever fails below one of the entries: "not changed" is said only where nothing has.
    @Test(arguments: [
      (Way.swapped, ".limber-staging/about"), (.moved, ".limber-staging/about"), (.moved, "assets"),
      (.first, ".limber-staging/about"),
    ])
    func whatIsSaidOfAFailureIsTrue(_ way: Way, _ folder: String) throws {
      defer { try? FileManager.default.removeItem(atPath: output) }
      let library = try PreloadedLibrary.build("failing", in: site.path, for: "EntrySwapTests")
      guard let library else { return }
      let log = site.path + "/log"
      var environment = [
        "LD_PRELOAD": library, "FAILING_ROOT": "\(output)/\(folder)", "FAILING_ERROR": "\(EIO)",
        "FAILING_LOG": log,
      ]
      if way == .moved { environment["FAILING_SWAP"] = "1" }
      try write(0)
      #expect(try build().status == 0)
      var said: Set<String> = []
      for call in 1...200 {
        try write(call % 2)
        if way == .first { try FileManager.default.removeItem(atPath: output) }
        let before = try published()
        try? FileManager.default.removeItem(atPath: log)
        environment["FAILING_CALL"] = "\(call)"
        let run = try build(environment)
        if !FileManager.default.fileExists(atPath: log) {
          #expect(run.status == 0 && call > 3, "call \(call), \(run)")
          break
        }
        let now = try published()
        if run.status == 74 {
          let unchanged = before.isEmpty ? "Nothing was published." : "The published site has not changed."
          let isUnchanged = run.errors.contains(unchanged)
          #expect(!isUnchanged || now == before, "call \(call), \(run)")
          said.insert(isUnchanged ? "unchanged" : "changed")
        } else {
          #expect(run.status == 0 && now != before, "call \(call), \(run)")
        }
        #expect(try build().status == 0, "the build after call \(call)")
      }
      #expect(said.contains("changed"))
    }

    /// What was a file becomes a folder, and the other way around.
    @Test(arguments: [Way.swapped, .moved]) func aFileInPlaceOfAFolder(_ way: Way) throws {
      defer { try? FileManager.default.removeItem(atPath: output) }
      let library = try PreloadedLibrary.build("failing", in: site.path, for: "EntrySwapTests")
      guard let library else { return }
      let environment = way == .moved ? ["LD_PRELOAD": library, "FAILING_SWAP": "1"] : [:]
      let (file, page) = ("Templates/root/parking", "Content/pages/parking.md")
      for turn in 0..<4 {
        if turn.isMultiple(of: 2) {
          try? site.remove(page)
          try site.write("Behind the house.\n", to: file)
        } else {
          try site.remove(file)
          try site.write(
            FixtureSite.article("Parking", "writing: {orphan: false}", body: "Behind it."), to: page)
        }
        let run = try build(environment)
        #expect(run.status == 0, "\(run)")
        let names = try published().keys.filter { $0.hasPrefix("parking") }
        #expect(names == [turn.isMultiple(of: 2) ? "parking" : "parking/index.html"])
      }
    }
  }
}
