import FixtureSite
import Foundation
import Testing

@testable import Site

/// Random sequences of edits, each followed by a build that may take from the cache what it has, held against one from nothing.
enum CachedSequences {
  /// `make test-all` asks for 500.
  private static let count =
    ProcessInfo.processInfo.environment["LIMBER_CACHE_SEQUENCES"].flatMap(Int.init) ?? 12

  /// `edit` changes a site and says how.
  static func compare(
    _ test: String, make: () async throws -> FixtureSite,
    edit: (FixtureSite, _ step: Int, _ day: inout Int, _ random: inout SeededGenerator) async throws -> String
  ) async throws {
    let seed =
      ProcessInfo.processInfo.environment["LIMBER_CACHE_SEED"].flatMap(UInt64.init)
      ?? UInt64.random(in: 0...UInt64.max)
    print("\(test): seed \(seed)")
    var random = SeededGenerator(seed)
    var (compared, taken) = (0, 0)
    for sequence in 0..<count {
      let site = try await make()
      var day = 1
      var history: [String] = []
      for step in 0..<6 {
        if step > 0 { history.append(try await edit(site, step, &day, &random)) }
        let options = try site.options(today: "2026-03-0\(day)")
        let checks = Int.random(in: 0..<4, using: &random) == 0
        let build = try SiteBuild(options)
        let cached = checks ? try await build.check() : try await build.build()
        let clean = try await cleanBuild(site, options)
        defer { try? FileManager.default.removeItem(atPath: site.path + "-clean") }
        let after = "seed \(seed), sequence \(sequence), after \(history.joined(separator: "; "))"
        // What this build takes away, no clean build can see.
        let lines = site.lines(cached).filter { !$0.hasPrefix("-: warning lost-address") }
        #expect(lines == site.lines(clean), "\(after)")
        #expect(cached.pages == clean.pages && cached.review == clean.review, "\(after)")
        #expect(cached.unpublished == clean.unpublished, "\(after)")
        taken += cached.cachedArticles
        if !checks, clean.errors == 0 {
          let different = try differences(site.path(to: "Public"), site.path + "-clean")
          #expect(different == [], "\(after)")
          if !different.isEmpty { return }
          compared += 1
        }
      }
    }
    #expect(compared > count && taken > compared, "seed \(seed): \(compared) compared, \(taken) taken")
  }

  private static func cleanBuild(_ site: FixtureSite, _ options: BuildOptions) async throws -> BuildReport {
    var options = options
    options.output = site.path + "-clean"
    options.usesCache = false
    return try await SiteBuild(options).build()
  }

  /// The names of files that differ, assets of builds before aside.
  private static func differences(_ one: String, _ other: String) throws -> [String] {
    let (left, right) = (try FolderSnapshot(of: one).contents, try FolderSnapshot(of: other).contents)
    return Set(left.keys).union(right.keys).sorted().filter { name in
      // The list of what was written has the assets of the build before, too.
      left[name] != right[name] && !(right[name] == nil && name.hasPrefix("assets/"))
        && name != GeneratedPages.outputMarker
    }
  }
}
