import Diagnostics
import FixtureSite
import Testing
import YAML

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

extension FixtureSite {
  func options(
    output: String? = nil, jobs: Int = 2, drafts: Bool = false, strict: Bool = false,
    today: String = "2026-03-01"
  ) throws -> BuildOptions {
    BuildOptions(
      source: path, output: output, jobs: jobs, includesDrafts: drafts, isStrict: strict,
      today: try CalendarDate.parsing(today))
  }

  func check(drafts: Bool = false, today: String = "2026-03-01") async throws -> BuildReport {
    try await SiteBuild(try options(drafts: drafts, today: today)).check()
  }

  func build(output: String? = nil, jobs: Int = 2, drafts: Bool = false, strict: Bool = false) async throws
    -> BuildReport
  {
    try await SiteBuild(try options(output: output, jobs: jobs, drafts: drafts, strict: strict)).build()
  }

  /// The report's diagnostics as lines, with the site's own folder written `SITE`.
  func lines(_ report: BuildReport) -> [String] {
    report.diagnostics.map { $0.line.replacing(path, with: "SITE") }
  }
}

/// What a check finds in the small site with `changes`, each diagnostic whole on one line.
func faults(
  _ changes: [String: String?], drafts: Bool = false, today: String = "2026-03-01"
) async throws -> [String] {
  let site = try FixtureSite(changes)
  return site.lines(try await site.check(drafts: drafts, today: today))
}

/// What a check finds in the small site when its only cause is `text`.
func faults(inCause text: String, _ others: [String: String?] = [:]) async throws -> [String] {
  try await faults(others.merging(["Content/causes/tendon-pain.md": text]) { $1 })
}

/// The same, without the path of that file before each line.
func causeFaults(_ text: String, _ others: [String: String?] = [:]) async throws -> [String] {
  try await faults(inCause: text, others).map { $0.replacing("Content/causes/tendon-pain.md:", with: "") }
}

func expectFaults(
  _ found: [String], _ expected: [String], _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found == expected, comment, sourceLocation: sourceLocation)
}

extension Diagnostic {
  /// All of it: `file:line:column: severity code: message » hint`.
  var line: String {
    let place = "\(file ?? "-")\(position.map { ":\($0.line):\($0.column)" } ?? "")"
    return "\(place): \(severity.rawValue) \(code.rawValue): \(message)\(hint.map { " » \($0)" } ?? "")"
  }
}

extension CalendarDate {
  struct NotADate: Error {}

  static func parsing(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(parsing: text.utf8) else { throw NotADate() }
    return date
  }
}
