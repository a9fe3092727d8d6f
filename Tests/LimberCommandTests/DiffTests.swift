import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `limber diff` with folders and with git's revisions.
  @Suite struct DiffTests {
    private static let stretch = "Content/stretches/step-ups.md"
    private static let harder = FixtureSite.article(
      "Step-ups", "dose: {sets: 3-4, hold: 20-30 s}", body: "Step up, then down.")
    private static let said = """
      1 change, none marked !! (advice 1).

      ADVICE
        Step-ups (`stretch:step-ups`)
             dose, sets:
               was: 2–3
               now: 3–4

      Unchanged: safety, checker, addresses, site, design.

      """

    @discardableResult
    private func git(_ arguments: String..., in folder: String) throws -> Int32 {
      try Git.run(arguments, in: folder)
    }

    @Test func folder() throws {
      let base = try FixtureSite()
      let site = try FixtureSite([Self.stretch: Self.harder])
      let run = try site.limber("diff", base.path)
      #expect(run.status == 0 && run.errors == "")
      #expect(run.output == "Compared with `\(base.path)`: " + Self.said)
      #expect(try site.limber("diff", base.path, "--exit-code").status == 1)
      let same = try base.limber("diff", base.path, "--exit-code")
      #expect(
        same.status == 0 && same.output == "Compared with `\(base.path)`: nothing changed for readers.\n")
      #expect(try FolderSnapshot(of: base.path).names == FixtureSite.files.keys.sorted())
    }

    private static let words = "Content/stretches/step-ups.es.md"

    /// A site in two languages, in a repository, with everything accepted.
    private func translated() throws -> FixtureSite {
      let site = try FixtureSite([
        "site.yaml": FixtureSite.configuration.replacing(
          "language: en\n", with: "language: en\nlanguages: {en: English, es: Español}\n"),
        "site.es.yaml":
          "description: Ayuda.\nkinds:\n  cause: {title: Causas, summary: Lo que hay.}\n  sign: {title: Señales}\n  stretch: {title: Ejercicios}\n  faq: {title: Preguntas}\n  page: {title: Páginas}\n",
        Self.words: "---\ntitle: Escalón\nsummary: Suba.\n---\n\nSuba y baje.\n",
        Self.stretch: "---\ntitle: Step-ups\nsummary: Step up.\n---\n\nStep up, then down.\n",
      ])
      let accepted = try Limber.run([
        "translate", "accept", Self.words, "site.es.yaml", "--source", site.path,
      ])
      #expect(accepted.status == 0, "\(accepted)")
      try git("init", "-q", "-b", "main", in: site.path)
      try git("add", "-A", in: site.path)
      try git("commit", "-q", "-m", "one", in: site.path)
      return site
    }

    /// What changed since a translation is told by the check, word by word; a comparison speaks of each language.
    @Test func languages() throws {
      let site = try translated()
      #expect(try site.limber("check").output.hasPrefix("Clinical review"))
      try site.write(
        "---\ntitle: Step-ups\nsummary: Step up.\n---\n\n> [!WARNING]\n> Stop if it hurts.\n\nStep up, then slowly down.\n",
        to: Self.stretch)
      try site.write(
        try site.text(of: Self.words).replacing("Suba y", with: "> [!WARNING]\n> Pare si duele.\n\nSuba y"),
        to: Self.words)
      let run = try site.limber("check", "--today", "2026-03-01")
      #expect(run.status == 0)
      #expect(
        run.output.hasPrefix(
          """
          What changed in the originals since they were translated, the most dangerous first:

          Español
            Step-ups (`stretch:step-ups`)
                 A box “warning” is new on this page.
                   new: Warning: Stop if it hurts.
            Step-ups (`stretch:step-ups`)
                 At the beginning:
                   new: Step up, then «slowly» down.

          Clinical review:
          """), "\(run.output)")
      let diff = try site.limber("diff", "main", "--today", "2026-03-01")
      #expect(
        diff.output.contains(
          """
            Escalón (`stretch:step-ups`) [es]
                 A box “warning” is new on this page.
                   new: Advertencia: Pare si duele.

          """), "\(diff.output)")
      #expect(try site.limber("diff", "main", "--format", "json").output.contains("\"language\":\"es\""))
      try site.write(
        try site.text(of: "site.yaml").replacing("Help for sore hips.", with: "Help for your hips."),
        to: "site.yaml")
      #expect(
        try site.limber("check", "--today", "2026-03-01").output.contains(
          "         was: Help for sore hips.\n         now: Help for your hips.\n"))
      // What is in no commit cannot be compared.
      try site.write(
        try site.text(of: Self.words).replacing(/translates: .*/, with: "translates: 0123456789abcdef"),
        to: Self.words)
      #expect(
        try site.limber("check").output.contains(
          "  What these said cannot be read from the repository: `stretch:step-ups`\n"))
      try site.remove(Self.words)
      let gone = try site.limber("diff", "main", "--today", "2026-03-01").output
      #expect(gone.contains("    !! No longer translated: readers get it in English.\n"), "\(gone)")
    }

    /// A new translation is no page that moved, and hides none whose title only begins like its own.
    @Test func newTranslation() throws {
      let site = try translated()
      try site.write(
        "---\ntitle: Esc\nsummary: Duele.\n---\n\nDuele.\n", to: "Content/signs/outer-pain.es.md")
      try site.write(
        try site.text(of: Self.words).replacing("---\n\n", with: "slug: subir\n---\n\n"), to: Self.words)
      let diff = try site.limber("diff", "main", "--today", "2026-03-01").output
      #expect(diff.contains("Esc (`sign:outer-pain`) [es]\n       Now translated into Español.\n"), "\(diff)")
      #expect(diff.contains("!! Moved to /es/stretches/subir/"), "\(diff)")
      #expect(!diff.contains("/signs/outer-pain/"), "\(diff)")
    }

    /// The version in which a translation was accepted may have had errors; one after it says the same.
    @Test func acceptedBesideErrors() throws {
      let site = try translated()
      let broken = FixtureSite.article("Hip pain", body: "See [this](none.md).")
      try site.write(broken, to: "Content/pages/broken.md")
      try site.write(
        try site.text(of: Self.stretch).replacing("Step up, then", with: "Step up and"), to: Self.stretch)
      try git("add", "-A", in: site.path)
      try git("commit", "-q", "-m", "two", in: site.path)
      try site.remove("Content/pages/broken.md")
      let accepted = try Limber.run(["translate", "accept", Self.words, "--source", site.path])
      #expect(accepted.status == 0, "\(accepted)")
      try site.write(broken, to: "Content/pages/broken.md")
      try git("add", "-A", in: site.path)
      try git("commit", "-q", "-m", "three", in: site.path)
      try site.remove("Content/pages/broken.md")
      try git("add", "-A", in: site.path)
      try git("commit", "-q", "-m", "four", in: site.path)
      try site.write(
        try site.text(of: Self.stretch).replacing("Step up and", with: "Step up and slowly"), to: Self.stretch
      )
      #expect(
        try site.limber("check", "--today", "2026-03-01").output.contains(
          "new: Step up and «slowly» down.\n"))
    }

    @Test(arguments: ["", "clinic's site/", "$(touch it) `ls` \"&\";/"]) func revision(prefix: String) throws
    {
      let parent = try FixtureSite()
      for file in FixtureSite.files.keys { try parent.remove(file) }
      let folder = parent.path + (prefix.isEmpty ? "" : "/" + prefix.dropLast())
      for (file, text) in FixtureSite.files { try parent.write(text, to: prefix + file) }
      #expect(try git("init", "-q", "-b", "main", in: parent.path) == 0)
      try git("add", "-A", in: parent.path)
      #expect(try git("commit", "-q", "-m", "one", in: parent.path) == 0)
      try git("tag", "first", in: parent.path)
      try parent.write(Self.harder, to: prefix + Self.stretch)
      let before = try FolderSnapshot(of: parent.path + "/.git")
      for base in ["main", "first", "HEAD"] {
        let run = try Limber.run(["diff", base, "--today", "2026-03-01", "--source", folder])
        #expect(run.status == 0, "\(run)")
        #expect(
          run.output.replacing(/\([0-9a-f]{10}\)/, with: "(N)") == "Compared with `\(base)` (N): " + Self.said
        )
      }
      // Neither the repository nor the source folder holds anything of it.
      #expect(try FolderSnapshot(of: parent.path + "/.git") == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/.limber").isEmpty)
      #expect(try Limber.run(["diff", "HEAD"], in: folder).status == 0)

      let unknown = try Limber.run(["diff", "no-such-branch", "--source", folder])
      #expect(unknown.status == 64 && unknown.output == "")
      #expect(
        unknown.errors
          == "limber: `no-such-branch` is neither a folder with a `site.yaml` nor a git revision.\n"
      )
    }

    /// With a folder of its own, a comparison writes nothing into the source, which may be read-only.
    @Test(arguments: ["option", "variable", "check"]) func chosenFolder(_ way: String) throws {
      let site = try translated()
      let cache = site.path + "-cache"
      defer { try? FileManager.default.removeItem(atPath: cache) }
      try site.write(
        try site.text(of: Self.stretch).replacing("Step up, then", with: "Step up and"), to: Self.stretch)
      let before = try FolderSnapshot(of: site.path)
      let arguments =
        ([way == "check" ? "check" : "diff"] + (way == "check" ? [] : ["main"])
          + ["--today", "2026-03-01", "--source", site.path])
        + (way == "variable" ? [] : ["--cache", cache])
      let run = try Limber.run(arguments, environment: way == "variable" ? ["LIMBER_CACHE": cache] : [:])
      #expect(run.status == 0 && run.output.contains("and» down"), "\(run)")
      #expect(try FolderSnapshot(of: site.path) == before)
      let left = try FileManager.default.contentsOfDirectory(atPath: cache).filter { $0.hasPrefix("base-") }
      #expect(left == [])
    }

    @Test func refusedFolder() throws {
      let site = try translated()
      for (folder, reason) in [
        (site.path + "/Content/cache", "would be in `Content`. Choose a folder outside it."),
        (site.path + "/site.yaml", "is not a folder. Choose another name."),
      ] {
        let run = try site.limber("diff", "main", "--cache", folder)
        #expect(run.status == 64 && run.output == "")
        #expect(run.errors == "limber: The cache folder `\(folder)` \(reason)\n")
      }
    }

    @Test func baseWithErrors() throws {
      let base = try FixtureSite(["Content/causes/tendon-pain.md": FixtureSite.cause("sumary: Twice.")])
      let run = try FixtureSite().limber("diff", base.path)
      #expect(run.status == 1 && run.output == "")
      #expect(
        run.errors == """
          Content/causes/tendon-pain.md:6:1: error: There is no key `sumary` here. [unknown-key]
           6 | sumary: Twice.
             | ^
            hint: Did you mean `summary`?

          limber: The base `\(base.path)` has errors. Fix them first: only versions without errors can be compared.

          """)
      let other = try base.limber("diff", try FixtureSite().path)
      #expect(
        other.status == 1
          && other.errors.hasSuffix(
            "limber: The source has errors. Fix them first: only versions without errors can be compared.\n")
      )
    }

    @Test func noRepository() throws {
      let site = try FixtureSite()
      let run = try site.limber("diff", "main")
      #expect(run.status == 64 && run.output == "")
      #expect(
        run.errors.hasPrefix(
          "limber: `\(site.path)` is not in a git repository, so there is no revision to compare with. git says: "
        ))
      #expect(try Limber.run(["diff"], in: site.path).status == 64)
      #expect(try Limber.run(["diff", "HEAD", "--jobs", "0"], in: site.path).status == 64)
    }
  }
}
