import Diagnostics
import SiteModel
import SymptomTree

/// What is looked for in the texts of all articles, one after another, and needs no checker. A list for each article.
struct TextFaults: Sendable {
  /// Links to places in pages that are not there.
  private let brokenFragments: [[Diagnostic]]
  /// The words that the site explains.
  private let explained: ProseCheck.Explained
  private let prose: [[Diagnostic]]
  /// Links that have the name of one article for their text, and lead to another.
  private let linkNames: [[Diagnostic]]
  /// What texts and drawings say by themselves.
  private let statements: [[Diagnostic]]

  /// `levels` say which numbers are an emergency's. Of what `earlier` knows, only what may have changed is looked at again.
  init(
    _ named: NamedSite, _ parsed: [ParsedArticle], _ backlinks: [[Int32]], _ levels: CareLevels?,
    _ earlier: CheckedSite.Earlier?, _ workers: Workers
  ) async throws {
    let index = named.index
    let fragments = FragmentCheck(index: index, parsed: parsed)
    let words = ProseCheck(index: index, parsed: parsed, glossary: named.glossary)
    let own = OwnStatements(index, levels)
    explained = words.explained()
    guard let earlier, let known = earlier.site.texts else {
      brokenFragments = try await fragments.run(workers)
      prose = words.run(explained)
      linkNames = LinkNameCheck.run(named, parsed)
      statements = try await workers.map(parsed.count) { own.diagnostics(of: $0, parsed[$0]) }
      return
    }
    let changed = earlier.changed
    // A text's own links, and those of others to places in it.
    let linking = changed.flatMap { earlier.site.backlinks[$0] + backlinks[$0] }.map(Int.init)
    let affected = Set(changed + linking).sorted()
    brokenFragments = known.brokenFragments.replacing(
      affected, with: try await fragments.run(workers, only: affected))
    prose =
      known.explained == explained && earlier.site.named.glossary == named.glossary
      ? known.prose.replacing(changed, with: words.run(explained, only: changed)) : words.run(explained)
    linkNames =
      named.isSame(as: earlier.site.named)
      ? known.linkNames.replacing(affected, with: LinkNameCheck.run(named, parsed, only: affected))
      : LinkNameCheck.run(named, parsed)
    statements =
      earlier.areOtherFilesSame
      ? known.statements.replacing(changed, with: changed.map { own.diagnostics(of: $0, parsed[$0]) })
      : try await workers.map(parsed.count) { own.diagnostics(of: $0, parsed[$0]) }
  }

  func append(to found: inout [Diagnostic]) {
    for lists in [brokenFragments, prose, linkNames, statements] {
      for list in lists where !list.isEmpty { found += list }
    }
  }

  /// What is wrong with a text whatever else is in the site.
  private struct OwnStatements {
    let doses: DoseCheck?
    let numbers: EmergencyNumberCheck?
    let boxes: EmergencyBoxCheck
    let drawings: DrawingTextCheck?

    init(_ index: SiteIndex, _ levels: CareLevels?) {
      doses = DoseCheck(index)
      numbers = EmergencyNumberCheck(index, levels)
      boxes = EmergencyBoxCheck(index, levels)
      drawings = DrawingTextCheck(index)
    }

    func diagnostics(of number: Int, _ article: ParsedArticle) -> [Diagnostic] {
      var found = numbers?.diagnostics(of: number, article.body.text) ?? []
      if let doses { found += doses.diagnostics(of: number, article) }
      found += boxes.diagnostics(of: number, article.body.text)
      if let drawings { found += drawings.diagnostics(of: number, article) }
      return found
    }
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
