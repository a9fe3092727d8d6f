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
      #expect(run.status == 0 && run.errors == "" && run.output.hasPrefix("Wrote 49 files to "), "\(run)")
      let source = try around.snapshot("clinics/knee")
      #expect(source.names.count == 49)
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

    @Test func filesAreThoseOfTheExample() throws {
      let example = try Example.starter.contents()
      let around = try FixtureSite()
      #expect(try Limber.run(["init", "knee"], in: around.path).status == 0)
      #expect(try around.snapshot("knee").contents == example)
    }

    /// What a clinic would have to find and change before it can publish.
    @Test func starterNamesNobody() throws {
      for (path, bytes) in try Example.starter.contents() where !path.hasPrefix("Templates/assets/") {
        let text = String(decoding: bytes, as: UTF8.self)
        for pattern in [
          "(?m)^ *(author|reviewer|reviewed|phone|email|address): ", "[0-9][0-9() -]{5,}[0-9]", "\\b911\\b",
          "https?://(?!clinic\\.example/|www\\.w3\\.org/)", "@[a-z]+\\.",
        ] {
          let match = try text.firstMatch(of: Regex(pattern))
          #expect(match == nil, "\(path): \(match.map { String($0.0) } ?? "")")
        }
      }
    }

    @Test(arguments: [
      "Hill Street Clinic", "O'Neil & Söhne: \"Knie\" #1", "yes", "12", "[a]", "- x", "\\n", "膝クリニック",
      "{{name}} <b>",
      "ʻŌlelo — 50 %", "  spaced  ",
    ]) func nameIsThatOfTheSite(name: String) throws {
      let around = try FixtureSite()
      let run = try Limber.run(["init", "knee", "--name=\(name)"], in: around.path)
      #expect(run.status == 0 && run.errors == "", "\(run)")
      let build = try Limber.run(["build", "--strict"], in: around.path(to: "knee"))
      #expect(build.status == 0 && build.errors == "", "\(build)")
      let home = try around.text(of: "knee/Public/index.html")
      let shown = name.trimmingCharacters(in: .whitespaces).replacing("&", with: "&amp;")
        .replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
        .replacing("'", with: "&#39;")
      #expect(home.contains(">\(shown)</a></p>"), "\(home.prefix(2_000))")
    }

    @Test(arguments: [
      ("", "The clinic's name is empty."), (" \u{A0}\n", "The clinic's name is empty."),
      ("Hill\nClinic", unseen), ("Hill\tClinic", unseen), ("Hill\u{1B}[31m", unseen), ("Hill\u{85}", "ok"),
      ("a\u{2028}b", unseen), ("a\u{FFFD}", unseen), ("a\u{E000}", unseen),
    ]) func nameIsChecked(name: String, sentence: String) throws {
      let around = try FixtureSite()
      let run = try Limber.run(["init", "knee", "--name", name], in: around.path)
      if sentence == "ok" {
        #expect(run.status == 0, "white space around it is taken away")
      } else {
        #expect(run.status == 1 && run.output == "" && run.errors == "limber: \(sentence)\n")
        #expect(!FileManager.default.fileExists(atPath: around.path(to: "knee")))
      }
    }

    private static let unseen =
      "The clinic's name contains a line break, a tab or another invisible character."

    @Test func nothingIsOverwritten() throws {
      let around = try FixtureSite(["knee/notes.txt": "mine", "a-file": "mine"])
      try FileManager.default.createSymbolicLink(
        atPath: around.path(to: "nowhere"), withDestinationPath: around.path(to: "not/there"))
      let before = try around.snapshot(".")
      for (folder, sentence) in [
        (
          "knee",
          "The folder `knee` is not empty (it contains `notes.txt`). Choose a new folder or an empty one."
        ),
        ("a-file", "The file `a-file` already exists. Choose another name."),
        ("nowhere", "`nowhere` is a link to something that does not exist. Choose another name."),
        ("", "The folder name is empty."),
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
