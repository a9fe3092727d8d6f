import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// Each call of a build that asks the disk for something fails once: the old site stays, or the new one is there, whole, and
  /// what is said is true. `LIMBER_TEST_ALL=1` tries every call; else every so many of them.
  @Suite struct FailingDiskTests {
    static let triesAll = ProcessInfo.processInfo.environment["LIMBER_TEST_ALL"] == "1"

    /// The library that is loaded before the C library.
    private static func library(in folder: String) throws -> String? {
      try PreloadedLibrary.build("failing", in: folder, for: "FailingDiskTests")
    }

    /// The two versions differ in every page, in an asset, and in which pages there are.
    private static func write(_ version: Int, to site: FixtureSite) throws {
      let name = version == 0 ? "Hill Clinic" : "Dale Clinic"
      try site.write(FixtureSite.configuration("name: Hill Clinic", "name: \(name)"), to: "site.yaml")
      try site.write("main { margin: \(version + 1)rem; }\n", to: "Templates/assets/site.css")
      try? site.remove("Content/signs/only-\(1 - version)")
      try site.write(
        FixtureSite.article("Only \(version)", body: "Deep."),
        to: "Content/signs/only-\(version)/deep-\(version).md"
      )
    }

    /// Without what builds before the last one may have left beside it.
    private static func pages(_ site: FixtureSite) throws -> [String: [UInt8]] {
      try site.snapshot().contents.filter { !$0.key.hasPrefix("assets/") && $0.key != ".limber-output" }
    }

    @Test(arguments: [("EIO", EIO), ("EINTR", EINTR), ("ENOSPC", ENOSPC)])
    func everyCall(_ name: String, _ number: Int32) throws {
      let site = try FixtureSite()
      guard let library = try Self.library(in: site.path) else { return }
      let log = site.path + "-log"
      defer { try? FileManager.default.removeItem(atPath: log) }
      let command = ["build", "--jobs", "1", "--source", site.path, "--today", "2026-03-01"]
      var wanted: [[String: [UInt8]]] = []
      for version in [0, 1, 0] {
        try Self.write(version, to: site)
        #expect(try Limber.run(command).status == 0)
        wanted.append(try Self.pages(site))
      }
      let step = Self.triesAll ? 1 : 31
      var call = Self.triesAll ? 1 : Int.random(in: 1...step)
      print("FailingDiskTests.everyCall, \(name): from call \(call), every \(step)")
      var (current, tried, absorbed) = (0, 0, 0)
      while true {
        let next = 1 - current
        try Self.write(next, to: site)
        try? FileManager.default.removeItem(atPath: log)
        let run = try Limber.run(
          command,
          environment: [
            "LD_PRELOAD": library, "FAILING_ROOT": site.path, "FAILING_CALL": "\(call)",
            "FAILING_ERROR": "\(number)", "FAILING_LOG": log,
          ])
        guard let failed = try? String(contentsOfFile: log, encoding: .utf8) else { break }
        let found = try Self.pages(site)
        let (isOld, isNew) = (found == wanted[current], found == wanted[next])
        let isRight =
          switch run.status {
          case 0: isNew
          case 74:
            number != EINTR
              && (isOld
                && (run.errors.contains("The published site has not changed.")
                  || run.errors.contains("Nothing was published."))
                || isNew && run.errors.contains("The new site was published."))
          default: false
          }
        #expect(isRight, "call \(call), \(failed), \(name): old \(isOld), new \(isNew), \(run)")
        #expect(try Limber.run(command).status == 0, "the build after call \(call), \(failed)")
        #expect(try Self.pages(site) == wanted[next], "after call \(call), \(failed)")
        tried += 1
        absorbed += run.status == 0 ? 1 : 0
        call += step
        current = next
      }
      print("FailingDiskTests.everyCall, \(name): \(tried) calls failed, \(absorbed) without harm")
      #expect(tried > 10)
    }

    /// How a site is put in place depends on the system and on where it goes; nil where that cannot be had here.
    private static func output(_ way: String, _ site: FixtureSite) -> (
      path: String, environment: [String: String]
    )? {
      switch way {
      case "swapped": (site.path(to: "Public"), [:])
      case "moved": (site.path(to: "Public"), ["FAILING_SWAP": "1"])
      default:
        FileManager.default.isWritableFile(atPath: "/dev/shm")
          ? ("/dev/shm/limber-\(UUID().uuidString)", way == "elsewhere" ? [:] : ["FAILING_SWAP": "1"]) : nil
      }
    }

    /// Killed before each call; then the next build needs no help. `LIMBER_TEST_ALL=1` tries every call.
    @Test(arguments: ["swapped", "moved", "elsewhere", "elsewhere, moved"]) func killedBeforeEachCall(
      _ way: String
    ) throws {
      let site = try FixtureSite()
      guard let library = try Self.library(in: site.path), let (output, environment) = Self.output(way, site)
      else {
        return print("FailingDiskTests.killedBeforeEachCall: \(way) not run.")
      }
      let log = site.path + "-log"
      defer { for path in [log, output] { try? FileManager.default.removeItem(atPath: path) } }
      let command = [
        "build", "--jobs", "1", "--source", site.path, "--today", "2026-03-01", "--output", output,
      ]
      func pages() throws -> [String: [UInt8]] {
        try site.snapshot(output).contents.filter {
          !$0.key.hasPrefix("assets/") && !$0.key.hasPrefix(".limber-")
        }
      }
      var wanted: [[String: [UInt8]]] = []
      for version in [0, 1] {
        try Self.write(version, to: site)
        #expect(try Limber.run(command).status == 0)
        wanted.append(try pages())
      }
      let step = Self.triesAll ? 1 : 41
      var call = Self.triesAll ? 1 : Int.random(in: 1...step)
      print("FailingDiskTests.killedBeforeEachCall, \(way): from call \(call), every \(step)")
      var kills = 0
      var current = 1
      while true {
        // Every third time there is no site yet.
        if kills % 3 == 2 { try FileManager.default.removeItem(atPath: output) }
        let next = 1 - current
        try Self.write(next, to: site)
        try? FileManager.default.removeItem(atPath: log)
        let run = try Limber.run(
          command,
          environment: environment.merging([
            "LD_PRELOAD": library, "FAILING_ROOT": "/", "FAILING_CALL": "\(call)", "FAILING_ERROR": "0",
            "FAILING_LOG": log,
          ]) { $1 })
        guard let failed = try? String(contentsOfFile: log, encoding: .utf8) else { break }
        #expect(run.status == -SIGKILL, "\(run)")
        if way == "swapped", kills % 3 != 2 {
          #expect(wanted.contains(try pages()), "killed before call \(call), \(failed)")
        }
        let after = try Limber.run(command)
        #expect(after.status == 0, "the build after call \(call), \(failed): \(after)")
        #expect(try pages() == wanted[next], "after call \(call), \(failed)")
        kills += 1
        call += step
        current = next
      }
      print("FailingDiskTests.killedBeforeEachCall, \(way): \(kills) kills")
      #expect(kills > 5)
      #expect(try site.cachedNames() == ["articles", "last-build", "lock"])
    }
  }
}
