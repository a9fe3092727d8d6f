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
      #expect(run.status == 0 && run.errors == "" && run.output.hasPrefix("Wrote 66 files to "), "\(run)")
      let source = try around.snapshot("clinics/knee")
      #expect(source.names.count == 66)
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

    /// Every choice of the starter's own kinds, under its names and others, alone and with new ones.
    @Test(
      arguments: [[""], ["", "cause"], ["condition"], ["therapy"], ["home-visit", "class", "story"]],
      [
        "", "sign", "stretch", "faq", "sign,stretch", "sign,faq", "stretch,faq", "sign,stretch,faq",
        "symptom,exercise,question", "exercise", "question,symptom",
      ]) func kinds(some: [String], others: String) throws
    {
      let list = (some + others.split(separator: ",").map(String.init)).filter { !$0.isEmpty }
      if list.isEmpty { return }
      let around = try FixtureSite()
      let made = try Limber.run(["init", "knee", "--kinds", list.joined(separator: ",")], in: around.path)
      #expect(made.status == 0 && made.errors == "", "\(list): \(made)")
      let folder = around.path(to: "knee")
      for command in ["check", "build"] {
        let run = try Limber.run([command, "--strict"], in: folder)
        #expect(
          run.status == 0 && run.errors == "" && run.output.contains("no errors, no warnings"),
          "\(list): \(run)")
      }
      let folders = [
        "cause": "causes", "sign": "signs", "stretch": "stretches", "faq": "faqs", "therapy": "therapies",
        "class": "classes", "story": "stories",
      ]
      let content = try FileManager.default.contentsOfDirectory(atPath: folder + "/Content")
      #expect(
        content.filter { !$0.contains(".") }.sorted()
          == (list.map { folders[$0] ?? $0 + "s" } + ["pages", "symptom-checker"]).sorted())
      let home = try around.text(of: "knee/Public/index.html")
      for kind in list {
        let url = "\"/\(folders[kind] ?? kind + "s")/\""
        #expect(home.contains("<a href=\(url)>"), "\(kind) is in the menu")
        let new = try Limber.run(["new", kind, "another"], in: folder)
        #expect(new.status == 0, "\(new)")
      }
      #expect(try Limber.run(["check", "--strict"], in: folder).status == 0)
      let hasDrawing = list.contains { ["cause", "condition", "sign", "symptom"].contains($0) }
      #expect(home.contains("<svg class=\"body-map\"") == hasDrawing)
    }

    /// The names of before are nowhere in a site that has others.
    @Test func otherNamesGoEverywhere() throws {
      let around = try FixtureSite()
      let list = "condition,symptom,exercise,question"
      #expect(try Limber.run(["init", "knee", "--kinds", list], in: around.path).status == 0)
      let files = try around.snapshot("knee").contents.mapValues { String(decoding: $0, as: UTF8.self) }
      for old in [
        "causes/", "signs/", "stretches/", "faqs/", "cause:", "sign:", "to: cause", "site.articles.sign",
      ] {
        for (path, text) in files {
          #expect(
            !path.contains(old) && !text.contains("\n\(old)") && !text.contains(" \(old)"), "\(path): \(old)")
        }
      }
      let settings = try #require(files["site.yaml"])
      #expect(settings.contains("  condition:\n    folder: conditions\n"))
      #expect(settings.contains("    title: Conditions\n"))
      #expect(settings.contains("  causes: condition\n  stretches: exercise\n"))
      // Whoever names the starter's own kinds gets the starter.
      let same = try FixtureSite()
      #expect(
        try Limber.run(["init", "knee", "--kinds", "faq,stretch,cause,sign"], in: same.path).status == 0)
      #expect(try same.snapshot("knee").contents == Example.starter.contents())
    }

    @Test(arguments: [
      (
        "Cause!",
        "`Cause!` cannot be the name of a kind. Use at most 40 lowercase letters and digits, with single hyphens between them. Write `cause`."
      ),
      (
        "",
        "A name in `--kinds` is empty. Write names with commas between them, such as `--kinds condition,exercise`."
      ),
      (
        "cause,,faq",
        "A name in `--kinds` is empty. Write names with commas between them, such as `--kinds condition,exercise`."
      ),
      ("cause, cause", "`cause` is in `--kinds` twice. Write it once."),
      ("therapy,therapy", "`therapy` is in `--kinds` twice. Write it once."),
      (
        "cause,condition",
        "`cause` and `condition` are the same kind of the starter. Write only one of them in `--kinds`."
      ),
      ("page", "Every site has the kind `page`. Leave it out of `--kinds`."),
      (
        "pages",
        "`pages` is more than one: name the kind of a single article. Every site has `page`, so leave it out of `--kinds`."
      ),
      ("causes", "`causes` is more than one: name the kind of a single article. Write `cause`."),
      ("exercises", "`exercises` is more than one: name the kind of a single article. Write `exercise`."),
      ("search", "`search` means something else to Limber. Write another name in `--kinds`."),
      ("mailto", "`mailto` means something else to Limber. Write another name in `--kinds`."),
      (
        "therapy,therapie",
        "The kinds `therapy` and `therapie` would both have the folder `therapies`. Write only one of them in `--kinds`."
      ),
      (
        "膝",
        "`膝` cannot be the name of a kind. Use at most 40 lowercase letters and digits, with single hyphens between them."
      ),
    ]) func kindsAreChecked(list: String, sentence: String) throws {
      let around = try FixtureSite()
      let run = try Limber.run(["init", "knee", "--kinds", list], in: around.path)
      #expect(run.status == 64 && run.output == "" && run.errors == "limber: \(sentence)\n", "\(run)")
      #expect(!FileManager.default.fileExists(atPath: around.path(to: "knee")))
    }

    @Test(arguments: ["en-GB", "en", "es", "de-CH", "zh-Hans", "ar", "no", "fil-PH"])
    func language(tag: String) throws {
      let around = try FixtureSite()
      let run = try Limber.run(["init", "knee", "--language", tag], in: around.path)
      #expect(run.status == 0 && run.errors == "", "\(run)")
      let words = "Templates/words/\(tag.prefix { $0 != "-" }).yaml"
      let note =
        tag == "es"
        ? "are in English. Pages already say that they are in `es`: translate `Content` before you publish."
        : "are in English, and so are the words in `\(words)`. Pages already say that they are in `\(tag)`: translate `Content` and that file before you publish."
      #expect(run.output.contains(note) != tag.hasPrefix("en"), "\(run)")
      #expect(FileManager.default.fileExists(atPath: around.path(to: "knee/\(words)")))
      let folder = around.path(to: "knee")
      let build = try Limber.run(["build", "--strict"], in: folder)
      #expect(build.status == 0 && build.errors == "", "\(build)")
      #expect(try around.text(of: "knee/Public/index.html").contains("<html lang=\"\(tag)\">"))
      #expect(
        try around.text(of: "knee/Public/symptom-checker/knee-pain.json").contains("\"language\":\"\(tag)\""))
    }

    @Test(arguments: [
      ("en_US", "`en_US` is not a language tag. Write `en-US`."),
      ("english", "`english` is not a language tag. Write one such as `en-US` or `es`."),
      ("", "`` is not a language tag. Write one such as `en-US` or `es`."),
      ("en\nname: x", "`en\nname: x` is not a language tag. Write one such as `en-US` or `es`."),
    ]) func languageIsChecked(tag: String, sentence: String) throws {
      let around = try FixtureSite()
      let run = try Limber.run(["init", "knee", "--language", tag], in: around.path)
      #expect(run.status == 64 && run.output == "" && run.errors == "limber: \(sentence)\n", "\(run)")
      #expect(!FileManager.default.fileExists(atPath: around.path(to: "knee")))
    }

    /// Exercises of an article, to be printed, and what a repository of the site needs.
    @Test func starterHasAProgrammeAndAWorkflow() throws {
      let around = try FixtureSite()
      #expect(try Limber.run(["init", "knee"], in: around.path).status == 0)
      #expect(try Limber.run(["build", "--strict"], in: around.path(to: "knee")).status == 0)
      let programme = try around.text(of: "knee/Public/causes/kneecap-pain/programme/index.html")
      #expect(
        programme.contains("Lie on your back.") && programme.contains("As often as your therapist suggests"))
      #expect(
        try around.text(of: "knee/Public/causes/kneecap-pain/index.html").contains(
          "href=\"/causes/kneecap-pain/programme/\""))
      #expect(try around.text(of: "knee/.github/workflows/site.yml").contains("limber build --strict"))
      #expect(try around.text(of: "knee/README.md").hasPrefix("# The clinic's site\n"))
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

    /// What a clinic would have to find and change before it can publish; a drawing is full of numbers.
    @Test func starterNamesNobody() throws {
      for (path, bytes) in try Example.starter.contents()
      where !path.hasPrefix("Templates/assets/") && !path.hasPrefix(".github/") && !path.hasSuffix(".svg") {
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
