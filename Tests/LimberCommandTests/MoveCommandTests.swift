import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `limber move`.
  @Suite struct MoveCommandTests {
    private static func move(_ site: FixtureSite, _ arguments: String...) throws -> Limber.Run {
      try Limber.run(["move", "--source", site.path] + arguments)
    }

    @Test func saysWhatItDid() throws {
      let site = try FixtureSite()
      let dry = try Self.move(site, "--dry-run", "sign:outer-pain", "side")
      let report = """
        Content/signs/outer-pain.md → Content/signs/side.md: the old address is in `redirect-from`
        Content/causes/tendon-pain.md: lines 4, 7
        Content/pages/about.md: line 5
        /signs/outer-pain/ now redirects to /signs/side/.

        """
      #expect(
        dry.status == 0 && dry.errors == ""
          && dry.output == "This would move `sign:outer-pain` to `sign:side`. Nothing was written.\n" + report
      )
      #expect(try site.snapshot("Content/signs").names == ["outer-pain.md"])
      let run = try Self.move(site, "sign:outer-pain", "side")
      #expect(
        run.status == 0 && run.errors == ""
          && run.output == "Moved `sign:outer-pain` to `sign:side`.\n" + report)
      #expect(try site.snapshot("Content/signs").names == ["side.md"])
      let check = try site.limber("check")
      #expect(check.status == 0 && check.errors == "")
    }

    @Test func refusals() throws {
      let site = try FixtureSite()
      #expect(try Limber.run(["move", "--source", "/nowhere", "sign:a", "b"]).status == 64)
      for arguments in [["sign", "b"], ["sign:", "b"], [":x", "b"], ["sign:outer-pain"]] {
        #expect(try Limber.run(["move", "--source", site.path] + arguments).status == 64)
      }
      let run = try Self.move(site, "sign:outer-pain", "Side")
      #expect(run.status == 1 && run.output == "")
      #expect(
        run.errors
          == "limber: `Side` cannot be an id. Use only lowercase letters and digits, with single hyphens between them. Use `side`.\n"
      )
      #expect(try Limber.run(["help", "move"]).output.contains("USAGE: limber move"))
    }

    @Test func siteWithErrors() throws {
      let site = try FixtureSite(["Content/faqs/new.md": FixtureSite.article("New", body: "[x](nothing.md)")])
      let run = try Self.move(site, "sign:outer-pain", "side")
      #expect(run.status == 1 && run.output == "")
      #expect(
        run.errors.hasPrefix(
          "Content/faqs/new.md:5:5: error: The file `Content/faqs/nothing.md` does not exist. [broken-link]\n"
        ))
      #expect(
        run.errors.hasSuffix(
          "\nlimber: Nothing was moved. Fix these errors first: until then, Limber cannot find every place that refers to the article.\n"
        ))
    }

    @Test func lockedByABuild() throws {
      let site = try FixtureSite([".limber/lock": ""])
      let descriptor = open(site.path(to: ".limber/lock"), O_RDWR | O_CLOEXEC)
      try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      defer {
        flock(descriptor, LOCK_UN)
        close(descriptor)
      }
      let run = try Self.move(site, "sign:outer-pain", "side")
      #expect(run.status == 75)
      #expect(
        run.errors == "limber: Another build of this site is running. Try again when it has finished.\n")
    }

    @Test func fullDisk() throws {
      let site = try FixtureSite()
      let before = try site.snapshot("Content").contents
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      // No file may grow beyond nothing, as on a full disk.
      process.arguments = [
        "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", try Limber.executable().path, "move",
        "--source",
        site.path, "sign:outer-pain", "side",
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 74)
      #expect(try site.snapshot("Content").contents == before)
      #expect(try site.snapshot(".limber").names == ["lock"])
    }

    @Test func readOnlyFolder() throws {
      let site = try FixtureSite()
      let before = try site.snapshot("Content").contents
      func run(_ program: String, _ arguments: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
      }
      // A file system of its own for one folder, which then may not be written to.
      let folder = site.path(to: "Content/pages")
      guard try run("mount", "-t", "tmpfs", "tmpfs", folder) == 0 else {
        return print("MoveCommandTests: not run, since this process may not mount a folder.")
      }
      defer { _ = try? run("umount", folder) }
      try site.write(before["pages/about.md"] ?? [], to: "Content/pages/about.md")
      try #require(try run("mount", "-o", "remount,ro", folder) == 0)
      let move = try Self.move(site, "sign:outer-pain", "side")
      #expect(
        move.status == 74
          && move.errors.replacing(site.path, with: "SITE")
            == "limber: Cannot write `SITE/Content/pages/about.md`: Read-only file system. Nothing was moved.\n",
        "\(move)")
      let others = before.filter { !$0.key.hasPrefix("pages/") }
      let after = try site.snapshot("Content").contents.filter { !$0.key.hasPrefix("pages/") }
      #expect(after == others && after.count == 4)
    }

    /// A kill at any moment loses nothing that a file held.
    @Test func killedOnTheWay() throws {
      var files: [String: String] = [:]
      for number in 0..<60 {
        files["Content/faqs/faq-\(number).md"] = FixtureSite.article(
          "Question \(number)", "about: [sign:outer-pain]", body: "Text \(number).")
      }
      var duration = 0.1
      for round in 0..<12 {
        let site = try FixtureSite(files.mapValues { $0 })
        let before = try site.snapshot("Content").contents
        let move = try Limber.start(["move", "--source", site.path, "sign:outer-pain", "side"])
        Thread.sleep(forTimeInterval: duration * (0.7 + Double.random(in: 0..<0.4)))
        kill(move.processIdentifier, SIGKILL)
        move.waitUntilExit()
        duration *= move.terminationReason == .uncaughtSignal ? 1.15 : 0.85
        let after = try site.snapshot("Content").contents
        let saved = try site.snapshot(".limber/move/before").contents
        for (name, bytes) in before {
          let text = String(decoding: bytes, as: UTF8.self)
          let new = Array(
            text.replacing("sign:outer-pain", with: "sign:side").replacing("[outer-pain]", with: "[side]")
              .replacing("outer-pain.md", with: "side.md").utf8)
          let isThere =
            after[name] == bytes || after[name] == new
            || name == "signs/outer-pain.md" && after["signs/side.md"] != nil
          #expect(isThere, "\(name), round \(round)")
          if after[name] != bytes {
            #expect(saved.isEmpty || saved["Content/" + name] == bytes, "\(name), round \(round)")
          }
        }
      }
    }
  }
}
