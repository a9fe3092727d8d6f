import Diagnostics
import Files
import SiteModel

/// What a build or check found and did.
package struct BuildReport: Sendable {
  /// In the order in which a person mends them.
  package var diagnostics: [Diagnostic] = []
  /// Pages of the site: articles, lists, the home page.
  package var pages = 0
  /// Files that are new or have changed; 0 for a check and when nothing was published.
  package var written = 0
  package var review = ReviewReport()
  /// Articles whose text was not looked into, since they are drafts or not published today.
  package var unpublished = 0
  /// Where the site was published, as the person named the folder; nil when it was not.
  package var publishedTo: String?
  /// Whether visitors have a site already, in the folder to publish to or in that of an earlier version.
  package var hasSiteBefore = false
  /// Whether the disk or system failed, as its diagnostic says.
  package var systemFailed = false
  /// Whether it failed while the new site was taking the old one's place, so that the output folder is neither.
  package var isHalfPublished = false
  package var seconds = 0.0
  /// Articles of the site, published or not.
  package var articles = 0
  /// Their translations, in every language.
  package var translations = 0
  /// Those of both that the cache made unnecessary to parse; the rest are its misses.
  package var cachedArticles = 0
  /// Why the cache could not help, for who asks what a build took.
  package var cacheRemark: String?
  /// What asking other sites came to; nil when they were not asked.
  package private(set) var outsideLinks: OutsideLinkCounts?
  /// Holds the site until the report goes, so that a process which ends with its build need not take it apart
  /// piece by piece: with 10,000 articles that is a twentieth of the whole time.
  package var site: CheckedSite?

  package init() {}

  package var errors: Int { diagnostics.errors }
  package var warnings: Int { diagnostics.count { $0.severity == .warning } }

  /// No errors, and no warnings either when they count as much.
  package func allowsPublishing(strict: Bool) -> Bool { errors == 0 && !(strict && warnings > 0) }
}

extension BuildReport {
  /// Takes over what the stages up to check found of a site.
  package mutating func add(_ checked: CheckedSite) {
    diagnostics += checked.diagnostics
    pages = checked.pageCount
    articles = checked.index.articles.count
    translations = checked.editions.reduce(0) { $0 + ($1.edition?.translationCount ?? 0) }
    if let kept = checked.kept {
      let anew = ([checked] + checked.editions).reduce(0) { $0 + ($1.kept?.anew.count ?? 0) }
      cachedArticles = articles + translations - anew
      cacheRemark = kept.articles.remark ?? cacheRemark
    }
    review = checked.review
    unpublished = checked.unpublishedCount
  }

  /// Takes over what asking other sites came to.
  /// What only the surroundings of the source tell.
  package mutating func add(_ found: [Diagnostic]) {
    if found.isEmpty { return }
    diagnostics += found
    MendingOrder.sort(&diagnostics)
  }

  package mutating func add(_ counts: OutsideLinkCounts, _ found: [Diagnostic]) {
    outsideLinks = counts
    diagnostics += found
    MendingOrder.sort(&diagnostics)
  }

  /// The report of a build that made what is there already.
  mutating func repeatLast(_ record: BuildRecord, publishedTo output: String) {
    diagnostics += record.diagnostics
    pages = record.pages
    articles = record.sources.count { SourceFiles.isArticle($0.path) }
    translations = record.sources.count { SourceFiles.isTranslation($0.path) }
    cachedArticles = articles + translations
    review = record.review
    publishedTo = output
  }

  /// Does what comes after publishing; a failure of the disk is reported, and the site stays published.
  mutating func adding(
    _ work: () async throws -> Void, isolation: isolated (any Actor)? = #isolation
  ) async {
    do {
      try await work()
    } catch {
      let sentence = (error as? FileFailure)?.sentence ?? "\(error)"
      diskFailed(sentence, hint: "The site was published; only the list of its files was not written.")
    }
  }

  /// Reports a failure of the disk that left the new site published.
  mutating func diskFailed(_ sentence: String, hint: String) {
    systemFailed = true
    diagnostics.append(.error(.cannotWrite, file: nil, at: nil, sentence, hint: hint))
  }

  /// A report of what `stages` found, whatever the disk did meanwhile. Throws on what `stages` do, failures of
  /// files excepted.
  package static func collecting(
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
        .error(
          code, file: nil, at: nil, failure.sentence,
          hint: report.hasSiteBefore ? "The published site has not changed." : "Nothing was published."))
    } catch let failure as PublishingFailure {
      report.diskFailed(failure.failure.sentence, hint: failure.hint)
      report.isHalfPublished = true
    }
    MendingOrder.sort(&report.diagnostics)
    report.seconds = SystemCalls.monotonicSeconds() - start
    return report
  }
}

/// What asking other sites came to. All but `links` count addresses, each once.
package struct OutsideLinkCounts: Sendable {
  /// Places that lead to another site.
  package var links = 0
  package var addresses = 0
  /// Answered in an earlier check.
  package var remembered = 0
  /// Where programs get no answer, though people may.
  package var closed = 0
  /// For which there was no time.
  package var unasked = 0

  package init(links: Int) { self.links = links }
}
