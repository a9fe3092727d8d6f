import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `limber new`.
  @Suite struct NewArticleTests {
    private static func new(_ site: FixtureSite, _ arguments: String...) throws -> Limber.Run {
      try Limber.run(["new", "--source", site.path] + arguments)
    }

    @Test func draftLeavesTheSiteWithoutFault() throws {
      let site = try FixtureSite()
      for (kind, file) in [
        ("cause", "causes"), ("sign", "signs"), ("stretch", "stretches"), ("faq", "faqs"), ("page", "pages"),
      ] {
        let run = try Self.new(site, kind, "snapping-hip")
        #expect(run.status == 0 && run.errors == "", "\(run)")
        #expect(run.output.hasPrefix("Wrote Content/\(file)/snapping-hip.md, a draft."))
      }
      for options in [[], ["--drafts"]] {
        let check = try Limber.run(["check", "--source", site.path] + options)
        #expect(check.status == 0 && !check.errors.contains("error"), "\(check)")
        if options.isEmpty { #expect(check.errors == "" && check.output.contains("Checked 11 pages")) }
      }
    }

    @Test func everyKeyIsExplainedAndRightWhenTakenOut() throws {
      let site = try FixtureSite([
        "Content/red-flags.yaml": "rf-cold-leg: {text: A cold leg, level: emergency, basis: practice}\n",
        "Content/stretches/picture.svg":
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n",
      ])
      for (kind, file) in [("cause", "causes"), ("stretch", "stretches"), ("faq", "faqs")] {
        try #require(try Self.new(site, kind, "new-\(kind)").status == 0)
        let path = "Content/\(file)/new-\(kind).md"
        let lines = try site.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
        let taken = lines.filter { !$0.hasPrefix("draft:") && !$0.hasPrefix("# To use a key") }.map {
          $0.hasPrefix("# ") ? $0.dropFirst(2) : $0
        }
        let written = taken.joined(separator: "\n").replacing(
          "One plain sentence of at most 200 characters, for lists and search engines.", with: "About it."
        ).replacing("Write your text here, in words that a reader without training knows.", with: "Text.")
        try site.write(written, to: path)
      }
      let cause = try site.text(of: "Content/causes/new-cause.md")
      for key in ["signs: [outer-pain]", "stretches: [step-ups]", "caution: []", "see-also: [tendon-pain]"] {
        #expect(cause.contains("\n\(key)  "), "\(cause)")
      }
      #expect(try site.text(of: "Content/faqs/new-faq.md").contains("about: [cause:"))
      let check = try Limber.run(["check", "--source", site.path])
      #expect(check.status == 0, "\(check)")
      // The new stretch, which no relation of its own leads away from, waits for a cause that names it.
      let codes = check.errors.matches(of: /\[([a-z-]+)\]\n/).map { String($0.1) }
      // Examples that were left as they are, are told.
      #expect(codes.filter { $0 != "unfinished-text" } == ["orphan"], "\(check)")
    }

    /// Whatever type a field has, the line that a draft has for it is right when its `# ` goes.
    @Test func linesOfEveryType() throws {
      let types = [
        "choice", "date", "duration", "file", "flag", "hours", "image", "markdown", "number", "range", "text",
        "url", "video",
      ]
      let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/SiteModel/FieldTypes")
      let files = try FileManager.default.contentsOfDirectory(atPath: sources.path)
      // And groups.
      #expect(files.count { $0.hasSuffix("Type.swift") } == types.count + 1)
      func settings(_ type: String) -> String {
        type == "choice" ? "{type: choice, of: [one, two]}" : "{type: \(type)}"
      }
      var fields = types.map { "\($0)-field: \(settings($0))" }
      fields += types.map { "\($0)-list: " + settings($0).replacing("}", with: ", list: true}") }
      fields += ["phone: {type: text}", "email: {type: text}", "sets: {type: range}", "days: {type: range}"]
      let parts = (types.map { "\($0): \(settings($0))" } + ["phone: {type: text}"]).joined(separator: ", ")
      fields += [
        "group: {type: group, fields: {\(parts)}}", "groups: {type: group, list: true, fields: {\(parts)}}",
      ]
      fields += [
        "address: {type: group, fields: {street: {type: text}, postal-code: {type: text}, country: {type: text}}}"
      ]
      let site = try FixtureSite([
        "site.yaml": FixtureSite.configuration(
          "    title: Questions\n", "    title: Questions\n    fields: {\(fields.joined(separator: ", "))}\n"),
        "Content/faqs/leaflet.pdf": "%PDF-1.4\n%%EOF\n",
        "Content/faqs/picture.svg":
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n",
      ])
      try #require(try Self.new(site, "faq", "new-one").status == 0)
      let lines = try site.text(of: "Content/faqs/new-one.md").split(
        separator: "\n", omittingEmptySubsequences: false)
      let names = fields.map { $0.prefix { $0 != ":" } }
      for name in names { #expect(lines.contains { $0.hasPrefix("# \(name):") }, "\(name)") }
      #expect(lines.contains { $0.hasPrefix("# phone: +1 555 0100 ") })
      // Nobody has a video to film for this.
      let taken = lines.filter {
        !$0.contains("video") && !$0.hasPrefix("draft:") && !$0.hasPrefix("# To use a key")
      }.map {
        $0.hasPrefix("# ") ? $0.dropFirst(2) : $0
      }
      try site.write(taken.joined(separator: "\n"), to: "Content/faqs/new-one.md")
      let check = try Limber.run(["check", "--source", site.path])
      #expect(!check.errors.contains("error:"), "\(check.errors)")
    }

    @Test func requiredKeysAreFilledIn() throws {
      let site = try FixtureSite([
        "site.yaml": FixtureSite.configuration(
          "easier: {type: markdown, list: true}",
          "easier: {type: markdown, list: true, required: true}\n"
            + "      setting: {type: choice, of: [home, clinic], required: true}\n"
            + "      plan: {type: group, required: true, fields: {days: {type: number}, note: {type: text}}}"),
        "Content/stretches/step-ups.md": FixtureSite.article(
          "Step-ups", "easier: [Sit.]", "setting: home", "plan: {days: 2}"),
      ])
      #expect(try Self.new(site, "stretch", "leg-swing").status == 0)
      let text = try site.text(of: "Content/stretches/leg-swing.md")
      #expect(text.contains("\nsetting: home ") && text.contains("# Required. One of: home, clinic."))
      #expect(text.contains("\n  days: 3 ") && text.contains("\n#   note: "))
      let check = try Limber.run(["check", "--source", site.path])
      #expect(check.status == 0 && check.errors == "", "\(check)")
    }

    @Test(arguments: [
      (["caus", "new-one"], "There is no kind `caus`. Did you mean `cause`?"),
      (
        ["medicine", "new-one"],
        "There is no kind `medicine`. The kinds are `cause`, `sign`, `stretch`, `faq`, `page`."
      ),
      (
        ["cause", "Snapping_Hip"],
        "`Snapping_Hip` cannot be an id. Use only lowercase letters and digits, with single hyphens between them. Use `snapping-hip`."
      ),
      (
        ["cause", "snapping-hip.md"],
        "`snapping-hip.md` cannot be an id. Use only lowercase letters and digits, with single hyphens between them. Use `snapping-hip`."
      ),
      (
        ["cause", "../../x"],
        "`../../x` cannot be an id. Use only lowercase letters and digits, with single hyphens between them. Use `x`."
      ),
      (
        ["cause", "-"],
        "`-` cannot be an id. Use only lowercase letters and digits, with single hyphens between them."
      ),
      (
        ["cause", String(repeating: "a", count: 101)],
        "The id has 101 characters; the limit is 100."
      ),
      (
        ["cause", "tendon-pain"],
        "There is already a cause `tendon-pain`: `Content/causes/deep/tendon-pain.md`. Choose another id."
      ),
      (
        ["page", "causes"],
        "Another page already has the address `/causes/`. Choose another id."
      ),
      (["cause", "folder"], "The file `Content/causes/folder.md` already exists. Choose another id."),
    ])
    func refusal(_ arguments: [String], _ sentence: String) throws {
      let site = try FixtureSite([
        "Content/causes/tendon-pain.md": nil,
        "Content/causes/deep/tendon-pain.md": FixtureSite.cause(),
        "Content/causes/folder.md/.keep": "",
      ])
      let before = try site.snapshot("Content")
      let run = try Limber.run(["new", "--source", site.path, "--"] + arguments)
      #expect(run.status == 1 && run.output == "" && run.errors == "limber: \(sentence)\n")
      #expect(try site.snapshot("Content") == before)
    }

    @Test func sitesThatCannotBeRead() throws {
      let site = try FixtureSite(["site.yaml": FixtureSite.configuration("title: Signs", "titel: Signs")])
      let run = try Self.new(site, "cause", "new-one")
      #expect(
        run.status == 1 && run.errors.contains("error: There is no key `titel` here."))
      try site.remove("site.yaml")
      #expect(try Self.new(site, "cause", "new-one").status == 1)
      #expect(try Limber.run(["new", "--source", "/nowhere", "cause", "x"]).status == 64)
      #expect(try Self.new(site, "cause").status == 64)
    }

    @Test func linkOutOfTheSite() throws {
      let site = try FixtureSite()
      try FileManager.default.createDirectory(
        atPath: site.path(to: "Elsewhere"), withIntermediateDirectories: true)
      try site.remove("Content/faqs")
      try FileManager.default.createSymbolicLink(
        atPath: site.path(to: "Content/faqs"), withDestinationPath: site.path(to: "Elsewhere"))
      let run = try Self.new(site, "faq", "new-one")
      #expect(run.status == 1 && run.errors.contains("`Content/faqs` is not a folder"))
      #expect(try site.snapshot("Elsewhere").names == [])
    }

    @Test func fullDiskLeavesNoHalf() throws {
      let site = try FixtureSite()
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      // No file may grow beyond nothing, as on a full disk.
      process.arguments = [
        "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", try Limber.executable().path, "new", "--source",
        site.path, "cause", "new-one",
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 74)
      #expect(try site.snapshot("Content/causes").names == ["tendon-pain.md"])
    }
  }
}
