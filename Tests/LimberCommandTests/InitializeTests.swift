import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `limber init`.
  @Suite struct InitializeTests {
    @Test func siteBuildsWithoutFault() throws {
      // Only the folder around it is of use here; it goes when the test ends.
      let around = try FixtureSite()
      let folder = around.path(to: "clinics/knee")
      let run = try Limber.run(["init", folder])
      #expect(run.status == 0 && run.errors == "" && run.output.hasPrefix("Wrote 44 files to "), "\(run)")
      let source = try around.snapshot("clinics/knee")
      #expect(source.names.count == 44)
      for command in ["check", "build"] {
        let run = try Limber.run([command, "--source", folder, "--strict"])
        #expect(
          run.status == 0 && run.errors == "" && run.output.contains("no errors, no warnings"), "\(run)")
      }
      let site = try around.snapshot("clinics/knee/Public")
      for page in [
        "index.html", "404.html", "causes/kneecap-pain/index.html", "symptom-checker/index.html",
        "symptom-checker/knee-pain.json", "when-to-get-help/index.html", "about/index.html",
      ] {
        #expect(site.files[page] != nil, "\(page)")
      }
      for (page, text) in site.contents.mapValues({ String(decoding: $0, as: UTF8.self) })
      where page.hasSuffix(".html") {
        #expect(text.matches(of: /<h1[ >]/).count == 1 && text.contains("<html lang=\"en\">"), "\(page)")
      }
      let article = try #require(site.text("causes/kneecap-pain/index.html"))
      #expect(article.contains("noindex") && article.contains("Awaiting clinical review."))
      let tree = try Limber.run(["tree", "test", "--source", folder])
      #expect(tree.status == 0 && tree.output.contains("15 of 15 vignettes pass, 0 under-triage"), "\(tree)")
      let new = try Limber.run(["new", "cause", "runners-knee", "--source", folder])
      #expect(new.status == 0 && new.errors == "")
      let check = try Limber.run(["check", "--strict", "--source", folder])
      #expect(check.status == 0 && check.errors == "", "\(check)")
    }

    @Test func emptyFolderAndGit() throws {
      let around = try FixtureSite()
      try around.write("x", to: "knee/.git/HEAD")
      #expect(try Limber.run(["init", "knee"], in: around.path).status == 0)
      #expect(try around.text(of: "knee/.git/HEAD") == "x")
      #expect(try Limber.run(["check", "--strict"], in: around.path(to: "knee")).status == 0)
    }

    @Test func nothingIsOverwritten() throws {
      let around = try FixtureSite(["knee/notes.txt": "mine", "a-file": "mine"])
      try FileManager.default.createSymbolicLink(
        atPath: around.path(to: "nowhere"), withDestinationPath: around.path(to: "not/there"))
      let before = try around.snapshot(".")
      for (folder, sentence) in [
        ("knee", "The folder `knee` is not empty (it holds `notes.txt`). Choose a new or an empty one."),
        ("a-file", "There is a file `a-file` already. Choose another name."),
        ("nowhere", "`nowhere` is a link that leads nowhere. Choose another name."),
        ("", "The name of the folder is empty."),
      ] {
        let run = try Limber.run(["init", folder], in: around.path)
        #expect(run.status == 1 && run.output == "" && run.errors == "limber: \(sentence)\n")
      }
      #expect(try around.snapshot(".") == before)
      #expect(try Limber.run(["init"]).status == 64)
    }

    @Test(arguments: [0, 4]) func fullDiskLeavesNothing(blocks: Int) throws {
      let around = try FixtureSite()
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      // No file may grow beyond so much, as on a full disk.
      process.arguments = [
        "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$@\"", "sh", try Limber.executable().path, "init",
        around.path(to: "knee"),
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 74)
      #expect(!FileManager.default.fileExists(atPath: around.path(to: "knee")))
    }
  }
}
