import FixtureSite
import Testing

/// The rules of clinical review, and what `site.yaml` says is to be done about articles without one.
@Suite struct ReviewFaultTests {
  typealias Site = FixtureSite

  @Test(arguments: [
    (
      "{status: approvd}",
      [
        "18: error wrong-type: `status` must be `pending`, `approved` or `withdrawn`, not `approvd`. » Did you mean `approved`?"
      ]
    ),
    (
      "{state: approved}",
      [
        "10: error unknown-key: There is no key `state` here. » Did you mean `status`?"
      ]
    ),
    (
      "{status: approved}",
      [
        "18: error review-invalid: `status` is `approved`, but `reviewer` and `reviewed` are missing. » Add who approved the text and when, as in `reviewer: Ann Lee, reviewed: 2026-03-01`. Until then, write `status: pending`."
      ]
    ),
    (
      "{author: A. Bell, reviewer: A. Bell}",
      [
        "37: error review-invalid: `A. Bell` is both the author and the reviewer. » Someone else must review the article."
      ]
    ),
    (
      "{author: Ann Lee, reviewer: \"Dr. Lee, Ann, DPT\"}",
      [
        "37: error review-invalid: `Ann Lee` is both the author and the reviewer. » Someone else must review the article."
      ]
    ),
    (
      "{author: Bob Lee, reviewer: Ann Lee PT and Bob Lee}",
      [
        "37: error review-invalid: `Bob Lee` is both the author and the reviewer. » Someone else must review the article."
      ]
    ),
    ("{author: Ann Lee, reviewer: Bob Lee}", []),
    (
      "{reviewer: Dr. med.}",
      [
        "20: error review-invalid: `Dr. med.` is not the name of a person. » Write who approved the text, or set `status: pending`."
      ]
    ),
    (
      "{reviewer: ChatGPT}",
      [
        "20: error review-invalid: `ChatGPT` is not the name of a person. » Write who approved the text, or set `status: pending`."
      ]
    ),
    (
      "{status: approved, reviewer: B, reviewed: 2026-03-02}",
      ["51: error review-invalid: `reviewed` (2026-03-02) is in the future."]
    ),
    (
      "{status: approved, reviewer: B, reviewed: 2026-03-01, due: 2026-03-01}",
      [
        "68: error review-invalid: `due` (2026-03-01) is not after `reviewed` (2026-03-01). » Write a later date, such as `2027-03-01`, or delete `due`."
      ]
    ),
    (
      "{status: approved, reviewer: B, reviewed: 2026-02-01, due: 2029-02-02}",
      [
        "68: error review-invalid: `due` (2029-02-02) is more than 36 months after `reviewed` (2026-02-01). » The latest date allowed is 2029-02-01."
      ]
    ),
    ("{status: approved, reviewer: B, reviewed: 2026-02-01, due: 2029-02-01}", []),
    (
      "{status: approved, reviewer: B, reviewed: 2026-13-01}",
      [
        "51: error wrong-type: `reviewed` must be a date, such as `2026-02-28`, not `2026-13-01`. » Write `2026-01-13`."
      ]
    ),
  ])
  func rules(review: String, expected: [String]) async throws {
    expectFaults(try await causeFaults(Site.cause("review: \(review)")), expected.map { "6:" + $0 })
  }

  private static let approved = "review: {status: approved, reviewer: B, reviewed: 2023-02-01}"

  @Test(arguments: ["allow", "warn", "error"]) func policyForUnreviewed(action: String) async throws {
    let settings = Site.configuration("language: en", "language: en\nreview: {unreviewed: \(action)}")
    let found = try await faults(["site.yaml": settings])
    let files = [
      "causes/tendon-pain", "faqs/keep-running", "pages/about", "signs/outer-pain", "stretches/step-ups",
    ]
    let severity = action == "warn" ? "warning" : "error"
    expectFaults(
      found,
      (action == "allow"
        ? []
        : files.map {
          "Content/\($0).md:1:1: \(severity) review-pending: No clinician has approved this article yet. » Have it reviewed, then set `status: approved`, `reviewer` and `reviewed`."
        }))
  }

  @Test(arguments: ["allow", "warn", "error"]) func policyForOverdue(action: String) async throws {
    let settings = Site.configuration(
      "language: en", "language: en\nreview: {overdue: \(action), months: 36}")
    let found = try await causeFaults(Site.cause(Self.approved), ["site.yaml": settings])
    let severity = action == "warn" ? "warning" : "error"
    expectFaults(
      found,
      (action == "allow"
        ? []
        : [
          "6:51: \(severity) review-overdue: The review of this article was due on 2026-02-01. » Have it reviewed again, then update `reviewed` and `due`."
        ]))
  }

  private static let reviewer = "review: {status: approved, reviewer: B. Hill, reviewed: 2026-02-01}"

  /// An approval is of the text that the reviewer read.
  @Test(arguments: [
    ("updated: 2026-02-02", "6:10"), ("changes: [{date: 2026-02-02, text: A new dose}]", "6:18"),
    (
      "changes: [{date: 2026-01-01, text: One}, {date: 2026-02-02, text: A new dose}]", "6:49"
    ),
    ("updated: 2026-02-01\nchanges: [{date: 2026-02-02, text: A new dose}]", "7:18"),
  ])
  func textThatChangedAfterwards(keys: String, place: String) async throws {
    let page =
      "{{#review}}{{#is-approved}}Reviewed{{/is-approved}}{{#is-changed}}Changed {{changed-on}}, reviewed by {{reviewer}} on {{reviewed}}{{/is-changed}}{{/review}}"
    let site = try FixtureSite(
      StructuredDataTests.changes.merging([
        "Content/causes/tendon-pain.md": Site.cause(keys, Self.reviewer),
        "Templates/cause.mustache": Site.page(page + "{{{body}}}"),
      ]) { $1 })
    let report = try await site.build()
    let isLate = keys.hasPrefix("updated: 2026-02-01\nchanges")
    expectFaults(
      site.lines(report),
      (isLate
        ? [
          "Content/causes/tendon-pain.md:7:18: warning doubtful-value: This change is dated 2026-02-02, after `updated`, which is 2026-02-01. » Write `updated: 2026-02-02`, or correct the date of the change."
        ] : []) + [
          "Content/causes/tendon-pain.md:\(place): warning review-outdated: This article changed on 2026-02-02, after its clinical review on 2026-02-01, so its page no longer says it was reviewed. » When a clinician has approved the change, set `reviewed` to that day. Until then, set `status: pending`."
        ])
    #expect(report.review.total == .init(pending: 5))
    let published = try site.snapshot()
    let html = try #require(published.text("causes/tendon-pain/index.html"))
    #expect(html.contains("\nChanged 2026-02-02, reviewed by B. Hill on 2026-02-01"))
    #expect(html.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!html.contains("lastReviewed") && !html.contains("reviewedBy"))
    #expect(published.text("sitemap.xml")?.contains("tendon-pain") == false)
  }

  /// A change on the day of the review, or before, was there to be read. The hint's two ways out are without a fault.
  @Test(arguments: [
    ("updated: 2026-02-01", Self.reviewer), ("updated: 2026-02-02", "review: {status: pending}"),
    ("updated: 2026-02-02", "review: {status: approved, reviewer: B. Hill, reviewed: 2026-02-02}"),
    ("changes: [{date: 2026-02-01, text: A new dose}]", Self.reviewer),
  ])
  func textThatDidNot(keys: String, review: String) async throws {
    expectFaults(try await causeFaults(Site.cause(keys, review)), [])
  }

  @Test func changedTextWhereAReviewIsNeeded() async throws {
    let settings = Site.configuration("language: en", "language: en\nreview: {unreviewed: error}")
    let found = try await causeFaults(
      Site.cause("updated: 2026-02-09", Self.reviewer), ["site.yaml": settings])
    #expect(found.count { $0.hasPrefix("6:10: error review-outdated: ") } == 1)
    #expect(found.count { $0.contains(" review-pending: ") } == 4)
  }

  @Test func report() async throws {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": Site.cause(Self.approved),
      "Content/signs/outer-pain.md": Site.article(
        "Outer hip pain", "review: {status: approved, reviewer: B, reviewed: 2023-04-30}"),
      "Content/stretches/step-ups.md": Site.article(
        "Step-ups", "review: {status: approved, reviewer: A. Bell, reviewed: 2026-01-01}"),
      "Content/faqs/keep-running.md": Site.article(
        "Can I run?", "review: {status: pending, reviewer: A. Bell}"),
    ])
    let review = try await site.check().review
    #expect(review.total == .init(pending: 2, approved: 3, dueSoon: 1, overdue: 1))
    #expect(review.reviewers.map(\.name) == ["A. Bell", "B", nil])
    #expect(
      review.reviewers.map(\.count) == [
        .init(pending: 1, approved: 1), .init(approved: 2, dueSoon: 1, overdue: 1), .init(pending: 1),
      ])
  }
}
