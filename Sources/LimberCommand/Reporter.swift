import Diagnostics
import Files
import Site
import SiteModel
import Text

/// Turns what a build found into what the person or program asked for.
struct Reporter {
  let format: ReportFormat
  let isQuiet: Bool
  /// The source folder, for excerpts.
  let source: String
  /// Where what the stages took is noted, if that was asked for.
  var timed: BuildProgress?
  /// Whether text, too, shows every fault, however many there are of one kind.
  var showsAll = false

  /// Says why a build did not begin.
  func complain(_ message: String) { Machine.write("limber: \(message)\n", to: 2) }

  func report(_ report: BuildReport) {
    switch format {
    case .text: reportText(report.diagnostics)
    case .json:
      var out = ""
      for diagnostic in report.diagnostics { out += diagnostic.json + "\n" }
      out += summary(report) + "\n"
      Machine.print(out)
    case .github:
      let folder = SourceFolder(source).map { PathText.relativeFolder($0.path, from: $0.workingFolder) } ?? ""
      var out = ""
      for diagnostic in report.diagnostics { out += diagnostic.annotation(below: folder) + "\n" }
      Machine.print(out)
    }
  }

  private func reportText(_ diagnostics: [Diagnostic]) {
    var excerpts = SourceExcerpts(source: source)
    let out = ReportText(diagnostics, showsAll: showsAll).text(&excerpts, color: Machine.errorIsTerminal)
    Machine.write(out, to: 2)
  }

  /// The last words: what was made, or why not, and the state of the clinical review after a check.
  func finish(_ report: BuildReport, published: Bool) {
    guard format != .json, !isQuiet else { return }
    let counts = "\(Self.count(report.errors, "error")), \(Self.count(report.warnings, "warning"))"
    let time = "\(Self.seconds(report.seconds)) s"
    var out = ""
    if !published {
      out += Self.review(report.review)
      if let counts = report.outsideLinks { out += Self.outside(counts) }
      out += "Checked \(Self.count(report.pages, "page")) in \(time): \(counts).\n"
      if report.unpublished > 0 {
        out += "\(Self.count(report.unpublished, "article")) not checked: "
        out += "drafts, or not published today. To check them, run `limber check --drafts`.\n"
      }
    } else if let place = report.publishedTo {
      out += "Published \(Self.count(report.pages, "page")) to \(place) in \(time): \(counts), "
      out += "\(Self.count(report.written, "file")) new or changed.\n"
    } else {
      out +=
        report.isHalfPublished
        ? "The site was not published as a whole: \(counts) (\(time)).\n"
        : "Nothing was published: \(counts) (\(time)).\(report.hasSiteBefore ? " The site published before has not changed." : "")\n"
    }
    // Annotations own standard output.
    if format == .github { Machine.write(out, to: 2) } else { Machine.print(out) }
  }

  /// What the stages took, for people; programs find it in the summary.
  func tellTimings(_ report: BuildReport) {
    if let timed, format != .json { Machine.write(Timings(timed, of: report).table, to: 2) }
  }

  private func summary(_ report: BuildReport) -> String {
    let review = Self.members(report.review.total)
    let reviewers = report.review.reviewers.map { reviewer in
      "{\"name\":\(reviewer.name.map(JSONText.quoted) ?? "null"),\(Self.members(reviewer.count))}"
    }
    let languages = report.review.languages.map {
      "{\"language\":\(JSONText.quoted($0.tag)),\(Self.members($0.count))}"
    }
    let byLanguage = languages.isEmpty ? "" : ",\"languages\":[\(languages.joined(separator: ","))]"
    let outside =
      report.outsideLinks.map {
        """
        ,"external":{"links":\($0.links),"addresses":\($0.addresses),"remembered":\($0.remembered),\
        "closed":\($0.closed),"unasked":\($0.unasked)}
        """
      } ?? ""
    let timings = timed.map { ",\"timings\":\(Timings($0, of: report).json)" } ?? ""
    return """
      {"summary":{"errors":\(report.errors),"warnings":\(report.warnings),"pages":\(report.pages),\
      "written":\(report.written),"published":\(report.publishedTo != nil),"seconds":\(Self.seconds(report.seconds)),\
      "review":{\(review),"reviewers":[\(reviewers.joined(separator: ","))]\(byLanguage)}\(outside)\(timings)}}
      """
  }

  /// What asking other sites came to.
  private static func outside(_ counts: OutsideLinkCounts) -> String {
    let addresses = count(counts.addresses, "address", "addresses")
    var out = "\(count(counts.links, "link")) to other sites (\(addresses)): "
    out += "\(counts.remembered) known from the last 7 days, \(counts.closed) closed to programs, "
    out += "\(counts.unasked) not asked in time.\n"
    if counts.unasked > 0 { out += "To ask the rest, run the check again.\n" }
    return out
  }

  private static func members(_ count: ReviewReport.Count) -> String {
    """
    "pending":\(count.pending),"approved":\(count.approved),"due-soon":\(count.dueSoon),\
    "overdue":\(count.overdue)
    """
  }

  /// The state of the clinical review in all, then by reviewer once anybody is named as one.
  private static func review(_ review: ReviewReport) -> String {
    func line(_ name: String, _ count: ReviewReport.Count) -> String {
      "\(name): \(count.pending) awaiting, \(count.approved) approved, "
        + "\(count.dueSoon) due within 60 days, \(count.overdue) overdue.\n"
    }
    var out = line("Clinical review", review.total)
    for language in review.languages { out += "  " + line(language.name, language.count) }
    guard review.reviewers.contains(where: { $0.name != nil }) else { return out }
    for reviewer in review.reviewers {
      out += "  " + line(reviewer.name ?? "No reviewer", reviewer.count)
    }
    return out
  }

  private static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    let plural = plural ?? noun + "s"
    return number == 0 ? "no \(plural)" : number == 1 ? "1 \(noun)" : "\(number) \(plural)"
  }

  /// To the hundredth.
  private static func seconds(_ value: Double) -> String { Timings.decimal(value, places: 2) }
}
