import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// When the disk says no.
  @Suite struct SystemFailureTests {
    /// Mounts an empty file system that cannot be written to; nil, said plainly, when this process may not.
    private static func readOnlyFolder(_ site: FixtureSite) throws -> String? {
      let folder = site.path(to: "ReadOnly")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let mount = Process()
      mount.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      mount.arguments = ["mount", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", folder]
      mount.standardError = FileHandle.nullDevice
      try mount.run()
      mount.waitUntilExit()
      if mount.terminationStatus == 0 { return folder }
      print("SystemFailureTests: not run, since this process may not mount a read-only folder.")
      return nil
    }

    private static func unmount(_ folder: String) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["umount", folder]
      try process.run()
      process.waitUntilExit()
    }

    @Test func readOnlyOutput() throws {
      let site = try FixtureSite()
      guard let folder = try Self.readOnlyFolder(site) else { return }
      defer { try? Self.unmount(folder) }
      for output in [folder, folder + "/site"] {
        let run = try site.limber("build", "--output", output)
        #expect(
          run.status == 74
            && run.errors.contains(
              ": Read-only file system. [cannot-write]\n  hint: Nothing was published.\n"),
          "\(run)")
      }
    }

    @Test func fullDisk() throws {
      let site = try FixtureSite()
      let folder = site.path(to: "Small")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let mount = Process()
      mount.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      mount.arguments = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder]
      mount.standardError = FileHandle.nullDevice
      try mount.run()
      mount.waitUntilExit()
      guard mount.terminationStatus == 0 else {
        return print("SystemFailureTests: not run, since this process may not mount a small file system.")
      }
      defer { try? Self.unmount(folder) }
      let run = try site.limber("build", "--output", folder)
      #expect(run.status == 74 && run.errors.contains(": No space left on device. [cannot-write]"), "\(run)")
      #expect(try site.snapshot("Small").names == [], "what was begun is taken away again")
    }

    @Test(arguments: [
      ["check", "--format", "json"], ["check", "--format", "github"], ["build"], ["schema", "site"],
    ])
    func reportThatCannotBeWritten(_ command: [String]) throws {
      guard FileManager.default.fileExists(atPath: "/dev/full") else {
        return print("SystemFailureTests: not run, since this system has no /dev/full.")
      }
      let site = try FixtureSite(["Content/pages/alone.md": FixtureSite.article("Alone")])
      let errors = site.path + "-errors"
      defer { try? FileManager.default.removeItem(atPath: errors) }
      let process = try Limber.start(command + ["--source", site.path], output: "/dev/full", errors: errors)
      process.waitUntilExit()
      #expect(process.terminationStatus == 74)
      let said = try String(contentsOfFile: errors, encoding: .utf8)
      #expect(
        said.hasSuffix("limber: Cannot write to standard output: No space left on device.\n"), "\(said)")
    }

    /// Nobody waits for a pipe that nobody writes to, nor reads a device without end.
    @Test(arguments: ["text", "json", "github"]) func articleThatIsNoFile(_ format: String) throws {
      let site = try FixtureSite()
      for path in ["Content/causes/tendon-pain.md", "Content/signs/outer-pain.md"] { try site.remove(path) }
      #expect(mkfifo(site.path(to: "Content/causes/tendon-pain.md"), 0o644) == 0)
      try FileManager.default.createSymbolicLink(
        atPath: site.path(to: "Content/signs/outer-pain.md"), withDestinationPath: "/dev/zero")
      let run = try site.limber("check", "--format", format)
      #expect(run.status == 1)
      let said = run.output + run.errors
      #expect(said.contains("not-a-file") && said.contains("symbolic-link"), "\(run)")
    }

    @Test func lockThatCannotBeMade() throws {
      let site = try FixtureSite([".limber": "a file"])
      let run = try site.limber("build")
      #expect(run.status == 74)
      #expect(
        run.errors.replacing(site.path, with: "SITE")
          == "error: Cannot write `SITE/.limber/lock`: Not a directory. [cannot-write]\n  hint: Nothing was published.\n\n"
      )
    }
  }
}
