import FixtureSite
import Foundation
import Testing

/// The tests of the executable, one after another: some measure, some hold the lock, some end it by force.
@Suite(.serialized) struct CommandTests {}

extension CommandTests {
  /// Exit statuses and what is said.
  @Suite struct ExitStatusTests {
    @Test func buildAndCheck() throws {
      let site = try FixtureSite()
      let check = try site.limber("check")
      #expect(check.status == 0 && check.errors == "")
      #expect(
        check.outputLines.first == "Clinical review: 5 awaiting, 0 approved, 0 due within 60 days, 0 overdue."
      )
      #expect(
        check.outputLines.last?.contains(/^Checked 11 pages in [0-9.]+ s: no errors, no warnings\.$/) == true,
        "\(check.output)")
      #expect(try site.snapshot().names == [])
      let build = try site.limber("build")
      #expect(build.status == 0 && build.errors == "")
      #expect(
        build.output.replacing(site.path, with: "SITE")
          .contains(
            /^Published 11 pages to SITE\/Public in [0-9.]+ s: no errors, no warnings, 16 files new or changed\.\n$/
          ), "\(build.output)")
      #expect(try site.limber("build").output.contains("no files new or changed."))
    }

    @Test func faultsAreShownWithTheirLine() throws {
      let site = try FixtureSite(["Content/causes/tendon-pain.md": FixtureSite.cause("sumary: Twice.")])
      let run = try site.limber("build")
      #expect(run.status == 1)
      #expect(
        run.errors == """
          Content/causes/tendon-pain.md:6:1: error: There is no key `sumary` here. [unknown-key]
           6 | sumary: Twice.
             | ^
            hint: Did you mean `summary`?


          """)
      #expect(
        run.output.contains(
          /^Nothing was published: 1 error, no warnings \([0-9.]+ s\)\.\n$/
        ))
      #expect(try site.snapshot().names == [])
    }

    /// Only where there is one.
    @Test func whatWasPublishedBefore() throws {
      let site = try FixtureSite()
      #expect(try site.limber("build").status == 0)
      try site.write(FixtureSite.article("About this site", "sumary: Twice."), to: "Content/pages/about.md")
      #expect(
        try site.limber("build").output.contains(
          /^Nothing was published: 1 error, [^.]* \([0-9.]+ s\)\. The site published before has not changed\.\n$/
        ))
    }

    @Test func strict() throws {
      let site = try FixtureSite(["Content/pages/alone.md": FixtureSite.article("Alone")])
      for command in ["check", "build"] { #expect(try site.limber(command, "--strict").status == 1) }
      #expect(try site.snapshot().names == [])
      for command in ["check", "build"] { #expect(try site.limber(command).status == 0) }
      #expect(try site.snapshot().names.contains("alone/index.html"))
    }

    @Test func draftsAndToday() throws {
      let site = try FixtureSite([
        "Content/pages/index.md": FixtureSite.article("Home", body: "A home."),
        "Content/causes/new.md": FixtureSite.article(
          "New", "signs: [outer-pain]", "stretches: []", "draft: true"),
        "Content/causes/later.md": FixtureSite.article(
          "Later", "signs: [outer-pain]", "stretches: []", "publish-on: 2026-04-01"),
      ])
      func built(_ run: Limber.Run) throws -> [Bool] {
        #expect(run.status == 0, "\(run.errors)")
        return try ["causes/new/index.html", "causes/later/index.html"].map {
          try site.snapshot().names.contains($0)
        }
      }
      #expect(try built(site.limber("build")) == [false, false])
      #expect(try built(site.limber("build", today: "2026-04-01")) == [false, true])
      #expect(try built(site.limber("build", "--drafts")) == [true, true])
      let left =
        "2 articles not checked: drafts, or not published today. To check them, run `limber check --drafts`.\n"
      #expect(try site.limber("check").output.hasSuffix(left))
      #expect(try !site.limber("check", "--drafts").output.contains("not checked"))
      #expect(try built(site.limber("build")) == [false, false])
    }

    @Test func quiet() throws {
      let site = try FixtureSite(["Content/pages/alone.md": FixtureSite.article("Alone")])
      let run = try site.limber("build", "--quiet")
      #expect(run.status == 0 && run.output == "")
      #expect(
        run.errors.hasPrefix("Content/pages/alone.md:1:1: warning: Nothing links to this article. [orphan]\n")
      )
    }

    @Test func outputFolder() throws {
      let site = try FixtureSite()
      let run = try Limber.run(["build", "--output", "Elsewhere"], in: site.path)
      #expect(run.status == 0 && run.output.contains("Published 11 pages to Elsewhere in "))
      #expect(try site.snapshot("Elsewhere").names.contains("index.html"))
      let refused = try site.limber("build", "--output", site.path)
      #expect(refused.status == 1 && refused.errors.contains("[output-contains-source]"))
    }

    @Test(arguments: [
      ["bild"], ["build", "--jobs", "0"], ["build", "--jobs", "two"], ["build", "--today", "2026-02-30"],
      ["build", "--today", "today"],
      ["build", "--format", "xml"], ["build", "--nonsense"], ["check", "extra"],
      ["build", "--source", "/nowhere/at/all"],
      ["build", "--source", "/etc/hostname"],
    ])
    func wrongUsage(arguments: [String]) throws {
      let run = try Limber.run(arguments, in: FileManager.default.temporaryDirectory.path)
      #expect(run.status == 64 && !run.errors.isEmpty && run.output.isEmpty, "\(arguments): \(run)")
    }

    @Test func help() throws {
      for arguments in [["--help"], ["build", "--help"], ["help", "check"]] {
        let run = try Limber.run(arguments)
        #expect(run.status == 0 && run.errors.isEmpty && run.output.contains("USAGE: limber"), "\(run)")
      }
    }

    @Test func lockedByAnotherBuild() throws {
      let site = try FixtureSite([".limber/lock": ""])
      let descriptor = open(site.path(to: ".limber/lock"), O_RDWR | O_CLOEXEC)
      try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      let run = try site.limber("build")
      #expect(run.status == 75 && run.output == "")
      #expect(
        run.errors == "limber: Another build of this site is running. Try again when it has finished.\n")
      #expect(try site.limber("check").status == 0)
      // Closing alone would leave the lock with a program that another test is just starting.
      #expect(flock(descriptor, LOCK_UN) == 0)
      close(descriptor)
      #expect(try site.limber("build").status == 0)
    }
  }
}
