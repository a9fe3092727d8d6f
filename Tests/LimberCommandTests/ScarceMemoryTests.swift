import FixtureSite
import Foundation
import Testing

extension CommandTests {
  @Suite struct ScarceMemoryTests {
    /// Where libyaml gets no memory, that says nothing about the file that it read.
    @Test func parserWithoutMemory() throws {
      let site = try FixtureSite()
      guard let library = try PreloadedLibrary.build("memory", in: site.path, for: "ScarceMemoryTests") else {
        return
      }
      let log = site.path + "-log"
      defer { try? FileManager.default.removeItem(atPath: log) }
      func check(failing call: Int) throws -> Limber.Run {
        try Limber.run(
          ["check", "--jobs", "1", "--source", site.path, "--today", "2026-03-01"],
          environment: ["LD_PRELOAD": library, "FAILING_CALL": "\(call)", "FAILING_LOG": log])
      }
      #expect(try check(failing: 0).status == 0)
      let requests = Int(try String(contentsOfFile: log, encoding: .utf8)) ?? 0
      guard requests > 0 else {
        return print("ScarceMemoryTests: not run, since libyaml is a part of the program here.")
      }
      let step = ProcessInfo.processInfo.environment["LIMBER_TEST_ALL"] == "1" ? 1 : max(1, requests / 20)
      let calls = Array(stride(from: Int.random(in: 1...step), through: requests, by: step))
      for call in calls {
        let run = try check(failing: call)
        #expect(
          run.status == 74 && run.output == ""
            && run.errors
              == "limber: This process was given too little memory. Give it more (see `ulimit -v`).\n",
          "request \(call) of \(requests): \(run)")
      }
      print("ScarceMemoryTests: \(calls.count) of \(requests) requests of libyaml were refused")
    }
  }
}
