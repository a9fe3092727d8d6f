import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// What a program does with arguments that nobody means, and where the system hides them.
  @Suite struct ArgumentTests {
    /// Runs a line of the shell in which `$0` is limber.
    private static func shell(_ line: String, _ arguments: String..., first: [String] = []) throws
      -> Limber.Run
    {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = first + ["sh", "-c", line, try Limber.executable().path] + arguments
      let (output, errors) = (Pipe(), Pipe())
      process.standardInput = FileHandle.nullDevice
      (process.standardOutput, process.standardError) = (output, errors)
      try process.run()
      // What is said fits into a pipe.
      process.waitUntilExit()
      return Limber.Run(
        status: process.terminationStatus,
        output: String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
        errors: String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
    }

    /// As in a chroot. Swift finds no arguments there, so that every command was a call for help, which ends well; with them,
    /// Dispatch ended some runs half-way.
    @Test func withoutProc() throws {
      let hide = ["unshare", "--mount"]
      guard try Self.shell("mount -t tmpfs none /proc && test ! -e /proc/self", first: hide).status == 0
      else {
        return print("ArgumentTests.withoutProc: not run, since this process may not hide /proc.")
      }
      let site = try FixtureSite()
      for command in ["check", "build", "serve", "diff", "--help", "nonsense"] {
        let run = try Self.shell(
          "mount -t tmpfs none /proc && cd \"$1\" && exec \"$0\" \"$2\"", site.path, command, first: hide)
        #expect(
          run.status == 74 && run.output == ""
            && run.errors
              == "limber: This process cannot read `/proc`. In a chroot or container, mount it (`mount -t proc proc /proc`).\n",
          "\(command): \(run)")
      }
      #expect(try site.snapshot().names == [])
    }

    @Test(arguments: [
      ["check", "--source"], ["build", "--output"], ["build", "--cache"], ["build", "--manifest"],
      ["check", "--today"], ["check", "--format"], ["check", "--base-url"], ["serve", "--source"], ["init"],
      ["new", "page"], ["move", "page:one"], ["diff"], ["schema"], ["publish"], [],
    ])
    func longArgument(_ command: [String]) throws {
      let site = try FixtureSite()
      for long in [String(repeating: "a", count: 20_000), String(repeating: "\u{E9}/", count: 7_000)] {
        let run = try Limber.run(command + [long], in: site.path)
        #expect(run.status == 64 && run.output.isEmpty, "\(run)")
        let (start, end) = (long.prefix(200), long.suffix(100))
        #expect(
          run.errors
            == "limber: The argument `\(start)…\(end)` has \(long.utf8.count) bytes; the limit is 4096.\n")
      }
    }

    @Test func longestArgument() throws {
      let folder = String(repeating: "a/", count: 2_048)
      let run = try Limber.run(["check", "--source", folder])
      #expect(run.status == 64 && run.errors == "limber: The folder `\(folder)` does not exist.\n", "\(run)")
    }

    @Test func longFolderInTheEnvironment() throws {
      let site = try FixtureSite()
      let folder = "/" + String(repeating: "a", count: 20_000)
      let run = try Limber.run(["build", "--source", site.path], environment: ["LIMBER_CACHE": folder])
      #expect(
        run.status == 74 && run.errors.utf8.count < 1_000 && run.errors.contains("File name too long"),
        "\(run)")
    }

    /// Published elsewhere than was said, under a name that holds a `�`, it would be found by nobody.
    @Test func argumentThatIsNotText() throws {
      let site = try FixtureSite()
      let run = try Self.shell(
        "exec \"$0\" build --source \"$1\" --output \"$1/$(printf 'a\\377b')\"", site.path)
      #expect(
        run.status == 64
          && run.errors.replacing(site.path, with: "SITE")
            == "limber: The argument `SITE/a\u{FFFD}b` is not UTF-8 text.\n",
        "\(run)")
      #expect(try site.snapshot(".").names.contains { $0.contains("\u{FFFD}") } == false)
    }

    /// Links, pictures and names as long as a page: each is told in a sentence that can be read.
    @Test(arguments: [
      "[Text](%)", "![Text](%)", "[Text](/%)", "[Text](#%)", "[Text](%.pdf)", "[^%]", "[@%]", "[Text](../%)",
    ])
    func longLink(_ written: String) throws {
      let long = (0..<100).map { _ in String(repeating: "a", count: 199) }.joined(separator: "/")
      let text = written.replacing("%", with: long)
      let site = try FixtureSite(["Content/pages/long.md": FixtureSite.article("Long", body: text)])
      for format in ["text", "json", "github"] {
        let run = try site.limber("check", "--format", format)
        let said = run.output + run.errors
        #expect(said.contains("Content/pages/long.md"), "\(said.prefix(300))")
        #expect(said.split(separator: "\n").allSatisfy { $0.utf8.count < 2_500 }, "\(said.prefix(300))")
      }
    }
  }
}
