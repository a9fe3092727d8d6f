import Diagnostics
import SiteModel

/// What is looked for in the texts of all articles, one after another, and needs no checker.
struct TextFaults: Sendable {
  let brokenFragments: [[Diagnostic]]
  /// The words that the site explains.
  let explained: ProseCheck.Explained
  let prose: [[Diagnostic]]
  let drawings: [Diagnostic]

  /// Of what `earlier` knows, only what may have changed is looked at again.
  init(
    _ named: NamedSite, _ parsed: [ParsedArticle], _ backlinks: [[Int32]], _ earlier: CheckedSite.Earlier?,
    _ workers: Workers
  ) async throws {
    let index = named.index
    let fragments = FragmentCheck(index: index, parsed: parsed)
    if let earlier {
      // A text's own links, and those of others to places in it.
      let linking = earlier.changed.flatMap { earlier.site.backlinks[$0] + backlinks[$0] }.map(Int.init)
      let affected = Set(earlier.changed + linking).sorted()
      brokenFragments = earlier.site.brokenFragments.replacing(
        affected, with: try await fragments.run(workers, only: affected))
    } else {
      brokenFragments = try await fragments.run(workers)
    }
    let words = ProseCheck(index: index, parsed: parsed, glossary: named.glossary)
    explained = words.explained()
    if let earlier, earlier.site.explained == explained, earlier.site.named.glossary == named.glossary {
      prose = earlier.site.prose.replacing(
        earlier.changed, with: words.run(explained, only: earlier.changed))
    } else {
      prose = words.run(explained)
    }
    drawings = DrawingTextCheck(index: index, parsed: parsed).run()
  }
}

extension [[Diagnostic]] {
  /// With the lists at `numbers` replaced by others, one for each.
  fileprivate func replacing(_ numbers: [Int], with lists: [[Diagnostic]]) -> [[Diagnostic]] {
    var all = self
    for (number, list) in zip(numbers, lists) { all[number] = list }
    return all
  }
}
