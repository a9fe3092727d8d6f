import Files
import FixtureSite
import Foundation
import Synchronization
import Testing

@testable import PreviewServer

/// Each way of watching, on real files.
@Suite(.serialized) struct WatcherTests {
  enum Way: CaseIterable { case system, polling }

  /// Collects what a watcher reports of a site.
  final class Watched: Sendable {
    let site: FixtureSite
    private let seen = Mutex<(reports: Int, changes: ChangeSet)>((0, ChangeSet()))
    private let watcher = Mutex<(any SourceWatcher)?>(nil)

    init(_ way: Way) throws {
      site = try FixtureSite()
      let source = try #require(SystemCalls.realPath(site.path))
      let report: @Sendable (ChangeSet) -> Void = { [weak self] changes in
        self?.seen.withLock {
          $0.reports += 1
          $0.changes.add(changes)
        }
      }
      let started: any SourceWatcher =
        way == .system ? SourceWatch.start(source, report: report) : PollingWatcher(source, report: report)
      watcher.withLock { $0 = started }
    }

    deinit { watcher.withLock { $0?.stop() } }

    var reports: Int { seen.withLock { $0.reports } }
    var paths: Set<String> { seen.withLock { $0.changes.paths } }
    var isEverything: Bool { seen.withLock { $0.changes.isEverything } }

    func forget() { seen.withLock { $0 = (0, ChangeSet()) } }

    /// Waits until `isEnough` holds of the paths reported, but no more than half a minute.
    func wait(_ isEnough: @Sendable (Set<String>) -> Bool) async throws {
      for _ in 0..<3000 where !isEnough(paths) { try await Task.sleep(for: .milliseconds(10)) }
      #expect(isEnough(paths), "reported: \(paths.sorted().prefix(20))")
    }
  }

  private let article = "Content/causes/tendon-pain.md"

  @Test(arguments: Way.allCases) func aSaveInPlace(_ way: Way) async throws {
    let watched = try Watched(way)
    try watched.site.write("Another text, longer or shorter.", to: article)
    try await watched.wait { $0 == ["Content/causes/tendon-pain.md"] }
    #expect(watched.reports == 1)
  }

  @Test(arguments: Way.allCases) func anAtomicSave(_ way: Way) async throws {
    let watched = try Watched(way)
    try watched.site.write("Another text.", to: "Content/causes/.tendon-pain.md.swp")
    #expect(
      rename(watched.site.path(to: "Content/causes/.tendon-pain.md.swp"), watched.site.path(to: article)) == 0
    )
    try await watched.wait { $0 == ["Content/causes/tendon-pain.md"] }
    #expect(watched.reports == 1)
  }

  @Test(arguments: Way.allCases) func deletedAndWrittenAnew(_ way: Way) async throws {
    let watched = try Watched(way)
    try watched.site.remove(article)
    try watched.site.write("Another text.", to: article)
    try await watched.wait { $0 == ["Content/causes/tendon-pain.md"] }
    watched.forget()
    try watched.site.remove(article)
    try await watched.wait { $0 == ["Content/causes/tendon-pain.md"] }
  }

  @Test(arguments: Way.allCases) func aNewFolderWithFiles(_ way: Way) async throws {
    let watched = try Watched(way)
    try watched.site.write("One.", to: "Content/causes/new/deeper/one.md")
    try await watched.wait { $0.contains { $0.hasPrefix("Content/causes/new") } }
    watched.forget()
    // It is watched from then on, also after it was moved.
    try watched.site.write("Two.", to: "Content/causes/new/deeper/two.md")
    try await watched.wait { $0.contains("Content/causes/new/deeper/two.md") }
    #expect(
      rename(watched.site.path(to: "Content/causes/new"), watched.site.path(to: "Content/causes/other")) == 0)
    try await watched.wait { $0.contains { $0.hasPrefix("Content/causes/other") } }
    watched.forget()
    try watched.site.write("Changed.", to: "Content/causes/other/deeper/two.md")
    try await watched.wait { $0 == ["Content/causes/other/deeper/two.md"] }
  }

  @Test(arguments: Way.allCases) func settingsTemplatesAndAssets(_ way: Way) async throws {
    let watched = try Watched(way)
    let files = ["site.yaml", "Templates/layout.mustache", "Templates/assets/site.css"]
    for file in files { try watched.site.write("Changed: \(file).", to: file) }
    try await watched.wait { $0.isSuperset(of: files) }
  }

  @Test(arguments: Way.allCases) func whatIsNotTheSiteIsNoChange(_ way: Way) async throws {
    let watched = try Watched(way)
    for file in ["Public/index.html", ".limber/lock", "README.md", "Content/.hidden.md", "Content/.git/x"] {
      try watched.site.write("Nobody's business.", to: file)
    }
    // What is a change comes after all of that.
    try watched.site.write("Another text.", to: article)
    try await watched.wait { !$0.isEmpty }
    #expect(watched.paths == [article])
  }

  @Test(arguments: Way.allCases) func aThousandFilesAtOnce(_ way: Way) async throws {
    let watched = try Watched(way)
    let files = Set((0..<1000).map { "Content/causes/many-\($0).md" })
    let start = ContinuousClock.now
    for file in files { try watched.site.write("Text.", to: file) }
    try await watched.wait { $0.isSuperset(of: files) }
    // A busy machine pauses between two files for longer than an editor does.
    let most = 2 + Int((ContinuousClock.now - start) / Duration.seconds(Burst.quiet))
    #expect(watched.reports <= most, "\(watched.reports) rebuilds")
  }

  #if os(Linux)
    @Test func aWriterThatTakesItsTimeIsWaitedFor() async throws {
      let watched = try Watched(.system)
      let handle = try #require(FileHandle(forWritingAtPath: watched.site.path(to: article)))
      try handle.truncate(atOffset: 0)
      try await Task.sleep(for: .milliseconds(100))
      #expect(watched.paths.isEmpty)
      try handle.write(contentsOf: Data("All of it.".utf8))
      try handle.close()
      try await watched.wait { $0 == ["Content/causes/tendon-pain.md"] }
    }

    @Test func aSourceThatWasAwayIsFoundAgain() async throws {
      let watched = try Watched(.system)
      #expect(rename(watched.site.path, watched.site.path + "-away") == 0)
      try await Task.sleep(for: .milliseconds(100))
      #expect(rename(watched.site.path + "-away", watched.site.path) == 0)
      // It is watched again when it is said that anything may have changed.
      for _ in 0..<3000 where !watched.isEverything { try await Task.sleep(for: .milliseconds(10)) }
      #expect(watched.isEverything)
      watched.forget()
      try watched.site.write("Changed.", to: article)
      try await watched.wait { $0 == ["Content/causes/tendon-pain.md"] }
    }
  #endif
}
