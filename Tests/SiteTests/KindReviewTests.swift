import FixtureSite
import Testing

@testable import Authoring
@testable import Site
@testable import SiteModel

/// Kinds whose articles need no clinical review.
@Suite struct KindReviewTests {
  private static let settings = FixtureSite.configuration(
    "  page:\n    folder: pages",
    "  person: {folder: team, title: Team, review: none}\n  page:\n    folder: pages"
  ).replacing("navigation: [causes,", with: "navigation: [causes, team,").replacing(
    "language: en\n", with: "language: en\nreview: {unreviewed: warn}\n")

  private static func site(_ keys: String...) -> [String: String?] {
    let approved = "review: {status: approved, reviewer: Ann Lee, reviewed: 2026-01-10}"
    return [
      "site.yaml": settings,
      "Templates/person.mustache": FixtureSite.page(
        FixtureSite.body
          + "{{#review}}<i>{{status}}{{#is-pending}}!{{/is-pending}}{{#is-approved}}?{{/is-approved}}</i>{{/review}}"
      ),
      "Content/team/alex.md":
        (["---", "title: Alex Example", "summary: About it."] + keys + [
          "---", "Text.", "",
        ]).joined(separator: "\n"),
      "Content/causes/tendon-pain.md": FixtureSite.cause(approved, body: "Text."),
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", approved),
      "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", approved),
      "Content/faqs/keep-running.md": FixtureSite.article(
        "Can I keep running?", "about: [cause:tendon-pain]", approved),
      "Content/pages/about.md": FixtureSite.article(
        "About this site", approved,
        body: "Start at [](cause:tendon-pain), [](sign:outer-pain), [](stretch:step-ups) or [](person:alex)."),
    ]
  }

  @Test func pagesSayNothingOfAReview() async throws {
    let site = try FixtureSite(Self.site())
    let report = try await site.build()
    #expect(site.lines(report) == [])
    #expect(report.review.total == ReviewReport.Count(approved: 5))
    let page = try site.text(of: "Public/team/alex/index.html")
    #expect(page.contains("<i>none</i>"))
    #expect(!page.contains("noindex"))
    #expect(try site.text(of: "Public/sitemap.xml").contains("https://clinic.example/team/alex/"))
  }

  @Test func theSameUnderReview() async throws {
    let reviewed = Self.settings.replacing(", review: none", with: "")
    let site = try FixtureSite(Self.site().merging(["site.yaml": reviewed]) { $1 })
    let report = try await site.build()
    #expect(
      site.lines(report) == [
        "Content/team/alex.md:1:1: warning review-pending: No clinician has approved this article yet. » Have it reviewed, then set `status: approved`, `reviewer` and `reviewed`."
      ])
    #expect(try site.text(of: "Public/team/alex/index.html").contains("noindex"))
    #expect(!(try site.text(of: "Public/sitemap.xml").contains("/team/alex/")))
  }

  /// Without a review there is nothing to approve, but an article can be taken back.
  @Test func takenBack() async throws {
    let site = try FixtureSite(
      Self.site("review: {status: withdrawn}").merging([
        "Content/pages/about.md": FixtureSite.article(
          "About this site", "review: {status: approved, reviewer: Ann Lee, reviewed: 2026-01-10}",
          body: "Start at [](cause:tendon-pain), [](sign:outer-pain) or [](stretch:step-ups).")
      ]) { $1 })
    let report = try await site.build()
    #expect(site.lines(report) == [])
    let page = try site.text(of: "Public/team/alex/index.html")
    #expect(page.contains("noindex") && !page.contains("<i>none</i>"))
    #expect(!(try site.text(of: "Public/sitemap.xml").contains("/team/alex/")))
  }

  @Test(arguments: [
    (
      "review: {status: pending}",
      "There is no key `review` here. » Delete it: articles of this kind need no clinical review, since `site.yaml` says `review: none`. (To take an article back, write `review: {status: withdrawn}`.)"
    ),
    (
      "review: {status: withdrawn, author: Ann Lee}",
      "There is no key `review` here. » Delete it: articles of this kind need no clinical review, since `site.yaml` says `review: none`. (To take an article back, write `review: {status: withdrawn}`.)"
    ),
    (
      "red-flags: [rf-fall]",
      "There is no key `red-flags` here. » Warning signs need a clinical review, and `site.yaml` says `review: none` for this kind. Delete it here or there."
    ),
    (
      "author: Ann Lee",
      "There is no key `author` here. » Delete this line: pages of this kind name nobody who wrote or approved them."
    ),
  ])
  func keysOfAReview(key: String, fault: String) async throws {
    expectFaults(
      try await faults(Self.site(key)), ["Content/team/alex.md:4:1: error unknown-key: \(fault)"])
  }

  @Test(arguments: [
    (
      "  stretch:\n    folder: stretches\n", "stretch", 29,
      "the symptom checker shows its articles to patients"
    ),
    ("  sign:\n    folder: signs\n", "sign", 26, "the symptom checker shows its articles to patients"),
  ])
  func whatTheCheckerShows(kind: String, name: String, line: Int, reason: String) async throws {
    let found = try await faults([
      "site.yaml": FixtureSite.configuration(kind, kind + "    review: none\n")
    ])
    #expect(
      found.first?.hasSuffix(
        "error bad-configuration: The kind `\(name)` cannot do without a clinical review: \(reason). » Delete `review: none`."
      ) == true, "\(found)")
  }

  @Test(arguments: [
    ("fields: {reps: {type: range}}", "its articles say how much of an exercise to do"),
    (
      "fields: {amount: {type: group, fields: {hold: {type: duration}}}}",
      "its articles say how much of an exercise to do"
    ),
    ("schema-type: MedicalCondition", "`schema-type: MedicalCondition` says that its articles are clinical"),
    (
      "relations: {plan: {to: stretch}}, programme: plan", "its articles stand in programs of exercises"
    ),
  ])
  func kindsThatAdvise(setting: String, reason: String) async throws {
    let found = try await faults([
      "site.yaml": FixtureSite.configuration(
        "  page:\n    folder: pages",
        "  plan: {folder: plans, title: Plans, review: none, \(setting)}\n  page:\n    folder: pages"),
      "Templates/plan.mustache": FixtureSite.page(FixtureSite.body),
      "Templates/programme.mustache": FixtureSite.page("{{#programme}}{{title}}{{/programme}}"),
    ])
    #expect(
      found.first?.hasSuffix(
        "error bad-configuration: The kind `plan` cannot do without a clinical review: \(reason). » Delete `review: none`."
      ) == true, "\(found)")
  }
}
