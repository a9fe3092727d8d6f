import FixtureSite

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

/// Two versions of a site, compared.
struct Comparing {
  let old: FixtureSite
  let new: FixtureSite

  /// Versions of the small site: what both have, and what is different about each.
  init(
    both: [String: String?] = [:], _ old: [String: String?] = [:], to new: [String: String?]
  ) throws {
    self.old = try FixtureSite(both.merging(old) { $1 })
    self.new = try FixtureSite(both.merging(new) { $1 })
  }

  /// Versions of the site that `limber init` writes, with texts in it replaced; the checker's list of paths is made anew.
  static func starter(_ edits: [(file: String, old: String, new: String)]) async throws -> Comparing {
    let comparing = try Comparing(to: [:])
    for site in [comparing.old, comparing.new] {
      for file in FixtureSite.files.keys { try site.remove(file) }
      try site.remove("Content")
      try site.remove("Templates")
      try StarterSite.write(to: site.path, StarterChoices())
    }
    for edit in edits {
      let text = try comparing.new.text(of: edit.file)
      guard text.contains(edit.old) else { throw NotThere(text: edit.old) }
      try comparing.new.write(text.replacing(edit.old, with: edit.new, maxReplacements: 1), to: edit.file)
    }
    let build = try SiteBuild(try comparing.new.options())
    for tree in try await build.trees().trees {
      try comparing.new.remove(tree.pathsFile)
    }
    for tree in try await build.trees().trees {
      if let text = tree.check.pathsFile { try build.replace(tree.pathsFile, with: text) }
    }
    return comparing
  }

  struct NotThere: Error { let text: String }

  /// A version has errors.
  struct Faulty: Error { let lines: [String] }

  func comparison(jobs: Int = 2) async throws -> SiteComparison {
    func read(_ site: FixtureSite) async throws -> SiteVersion {
      let (version, report) = try await SiteVersion.read(try site.options(jobs: jobs))
      guard let version else { throw Faulty(lines: site.lines(report)) }
      return version
    }
    return try await SiteComparison(from: try await read(old), to: try await read(new), jobs: jobs)
  }

  var text: String {
    get async throws { try await comparison().text(comparedWith: "`base`") }
  }
}
