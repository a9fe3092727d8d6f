import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `updated: git`: the days of articles' last changes come from commits.
  @Suite struct CommitDateTests {
    private static let settings = FixtureSite.configuration + "updated: git\n"
    private static let cause = "Content/causes/tendon-pain.md"
    private static let line = FixtureSite.configuration.split(separator: "\n").count + 1

    /// Long before every commit: it stays approved.
    private static let review = "review: {status: approved, reviewer: Ann Example, reviewed: 2025-01-15}"

    /// Commits everything, as somebody did on a day far from Greenwich.
    private func commit(_ site: FixtureSite, on day: String) throws {
      try site.git("add", "--all")
      try site.git("commit", "--quiet", "--message", day, "--date", "\(day)T23:30:00-1000")
    }

    private func repository(_ changes: [String: String?] = [:]) throws -> FixtureSite {
      let site = try FixtureSite(["site.yaml": Self.settings].merging(changes) { $1 })
      for file in FixtureSite.files.keys where file.hasSuffix(".md") {
        try site.write(
          try site.text(of: file).replacing(
            "summary: About it.\n", with: "summary: About it.\n\(Self.review)\n"),
          to: file)
      }
      try site.git("init", "--quiet")
      try site.write("/Public/\n/.limber/\n", to: ".gitignore")
      try commit(site, on: "2025-03-01")
      return site
    }

    /// The days in the sitemap, by address.
    private func days(_ site: FixtureSite) throws -> [String: String] {
      let build = try site.limber("build", "--quiet")
      #expect(build.status == 0, "\(build.errors)")
      return Dictionary(
        uniqueKeysWithValues: try site.text(of: "Public/sitemap.xml").matches(
          of: #/<loc>https:\/\/clinic\.example(?<page>[^<]+)<\/loc><lastmod>(?<day>[^<]+)</#
        ).map { (String($0.page), String($0.day)) })
    }

    private static let page = "/causes/tendon-pain/"

    @Test func lastCommitThatChangedIt() throws {
      let site = try repository()
      #expect(Set(try days(site).values) == ["2025-03-01"])
      try site.write(try site.text(of: Self.cause) + "\nRest helps.\n", to: Self.cause)
      #expect(try days(site)[Self.page] == "2025-03-01", "what nobody has committed is not dated")
      try commit(site, on: "2025-06-10")
      #expect(try days(site)[Self.page] == "2025-06-10", "the files are the same, the commit is another")
      #expect(try days(site)["/stretches/step-ups/"] == "2025-03-01")
      let verified = try site.limber("build", "--verify-cache")
      #expect(verified.status == 0, "\(verified.errors)")
      // The days of the files tell nothing, and nor does how often it is built.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: site.path(to: Self.cause))
      #expect(try days(site)[Self.page] == "2025-06-10")
    }

    @Test func whatTheArticleSaysComesFirst() throws {
      let site = try repository()
      let text = try site.text(of: Self.cause)
      try site.write(
        text.replacing("---\n", with: "---\nupdated: 2024-12-24\n", maxReplacements: 1), to: Self.cause)
      try commit(site, on: "2025-06-10")
      #expect(try days(site)[Self.page] == "2024-12-24")
    }

    /// A file that only got another name did not change; one that nobody committed has no day.
    @Test func renamedAndNew() throws {
      let site = try repository()
      try site.git("mv", "Content/pages/about.md", "Content/pages/welcome.md")
      try commit(site, on: "2025-04-01")
      try site.git("mv", "Content/pages/welcome.md", "Content/pages/about.md")
      try commit(site, on: "2025-05-01")
      try site.write(
        FixtureSite.article("New", Self.review, "signs: [outer-pain]", "stretches: []"),
        to: "Content/causes/new.md")
      let found = try days(site)
      #expect(found["/about/"] == "2025-03-01")
      #expect(found["/causes/new/"] == nil && found[Self.page] == "2025-03-01")
    }

    /// A translation is as old as the facts that it tells.
    @Test func translation() throws {
      let site = try repository([
        "site.yaml": Self.settings.replacing(
          "language: en\n", with: "language: en\nlanguages: {en: English, es: Español}\n")
      ])
      try FileManager.default.createDirectory(
        atPath: site.path(to: "Templates/words"), withIntermediateDirectories: true)
      try site.write(
        "---\ntitle: Dolor\nsummary: Qué es.\n\(Self.review)\n---\n\n"
          + (try site.text(of: Self.cause).split(separator: "---\n", maxSplits: 2).last ?? ""),
        to: "Content/causes/tendon-pain.es.md")
      try commit(site, on: "2025-07-01")
      let found = try days(site)
      #expect(found["/es\(Self.page)"] == "2025-03-01", "\(found)")
    }

    @Test func shallowClone() throws {
      let site = try repository()
      try site.write(try site.text(of: Self.cause) + "\nRest helps.\n", to: Self.cause)
      try commit(site, on: "2025-06-10")
      let clone = try FixtureSite()
      try FileManager.default.removeItem(atPath: clone.path)
      try site.git("clone", "--quiet", "--depth", "1", "file://\(site.path)", clone.path)
      let fault =
        "site.yaml:\(Self.line):10: error: The dates of articles are those of commits, and this is a shallow clone: older commits are missing. [missing-history]\n"
      let run = try clone.limber("check")
      #expect(run.status == 1 && run.errors.hasPrefix(fault), "\(run.errors)")
      #expect(
        run.errors.contains(
          "hint: Run `git fetch --unshallow`; in a workflow, write `fetch-depth: 0` below `actions/checkout`.\n"
        ))
      try clone.git("fetch", "--quiet", "--unshallow")
      #expect(try days(clone)[Self.page] == "2025-06-10")
      #expect(try days(clone)["/stretches/step-ups/"] == "2025-03-01")
    }

    @Test func noCommit() throws {
      let site = try FixtureSite(["site.yaml": Self.settings])
      let fault =
        "site.yaml:\(Self.line):10: error: The dates of articles are those of commits, and there is no commit to ask."
      let alone = try site.limber("check")
      #expect(alone.status == 1 && alone.errors.hasPrefix(fault + " git says: fatal: not a git repository"))
      try site.git("init", "--quiet")
      let empty = try site.limber("check")
      #expect(empty.status == 1 && empty.errors.hasPrefix(fault), "\(empty.errors)")
      try commit(site, on: "2025-03-01")
      #expect(try site.limber("check").status == 0)
    }

    /// A revision is written to a folder that no repository knows; dates are not compared.
    @Test func comparedWithARevision() throws {
      let site = try repository()
      try site.write(try site.text(of: Self.cause) + "\nRest helps.\n", to: Self.cause)
      let run = try site.limber("diff", "HEAD")
      #expect(run.status == 0 && run.output.contains("Rest helps."), "\(run)")
    }

    @Test func otherValue() throws {
      let site = try FixtureSite(["site.yaml": FixtureSite.configuration + "updated: comits\n"])
      let run = try site.limber("check")
      #expect(
        run.status == 1 && run.errors.contains("`updated` must be `front-matter` or `git`"), "\(run.errors)")
      try site.write(FixtureSite.configuration + "updated: front-matter\n", to: "site.yaml")
      #expect(try site.limber("check").status == 0)
    }
  }
}
