import Diagnostics

/// What a build or check found and did.
public struct BuildReport: Sendable {
  /// Sorted by file and place.
  public var diagnostics: [Diagnostic] = []
  /// Pages of the site: articles, lists, the home page.
  public var pages = 0
  /// Files that are new or have changed; 0 for a check and when nothing was published.
  public var written = 0
  public var review = ReviewReport()
  /// Articles whose text was not looked into, since they are drafts or not published today.
  public var unpublished = 0
  /// Where the site was published, as the person named the folder; nil when it was not.
  public var publishedTo: String?
  /// Whether the disk or system failed, as its diagnostic says.
  public var systemFailed = false
  public var seconds = 0.0
  /// Holds the site until the report goes, so that a process which ends with its build need not take it apart
  /// piece by piece: with 10,000 articles that is a twentieth of the whole time.
  var site: CheckedSite?

  public var errors: Int { diagnostics.count { $0.severity == .error } }
  public var warnings: Int { diagnostics.count { $0.severity == .warning } }

  /// No errors, and no warnings either when they count as much.
  public func allowsPublishing(strict: Bool) -> Bool { errors == 0 && !(strict && warnings > 0) }
}

extension BuildReport {
  /// The report of a build that made what is there already.
  mutating func repeatLast(_ record: BuildRecord, publishedTo output: String) {
    diagnostics += record.diagnostics
    pages = record.pages
    review = record.review
    publishedTo = output
  }

  /// A report of what `stages` found, whatever the disk did meanwhile. Throws on what `stages` do, failures of
  /// files excepted.
  static func collecting(
    _ stages: (inout BuildReport) async throws -> Void, isolation: isolated (any Actor)? = #isolation
  ) async throws -> BuildReport {
    let start = SystemCalls.monotonicSeconds()
    var report = BuildReport()
    do {
      try await stages(&report)
    } catch let failure as FileFailure {
      report.systemFailed = true
      let code: DiagnosticCode =
        failure.operation.hasPrefix("read") || failure.operation == "look at" ? .cannotRead : .cannotWrite
      report.diagnostics.append(
        .error(code, file: nil, at: nil, failure.sentence, hint: "What was published is as it was."))
    }
    report.diagnostics.sort()
    report.seconds = SystemCalls.monotonicSeconds() - start
    return report
  }
}

/// How many published articles are in which state of clinical review.
public struct ReviewReport: Equatable, Sendable {
  public var total = Count()
  /// The same for each person that articles name as their reviewer, by name; last for articles that name none.
  public var reviewers: [Reviewer] = []

  public struct Reviewer: Equatable, Sendable {
    public var name: String?
    public var count: Count
  }

  public struct Count: Sendable, Equatable {
    public var pending = 0
    public var approved = 0
    /// Approved, and due within 60 days.
    public var dueSoon = 0
    /// Approved, and due before today.
    public var overdue = 0

    public init(pending: Int = 0, approved: Int = 0, dueSoon: Int = 0, overdue: Int = 0) {
      self.pending = pending
      self.approved = approved
      self.dueSoon = dueSoon
      self.overdue = overdue
    }

    static func += (total: inout Count, more: Count) {
      total.pending += more.pending
      total.approved += more.approved
      total.dueSoon += more.dueSoon
      total.overdue += more.overdue
    }
  }
}

/// Why a build did not even begin.
public enum BuildObstacle: Error, Sendable {
  /// Another build of the same site is running.
  case locked
  /// There is no folder at that path.
  case noSource(String)
}
