import Comparison
import Diagnostics
import Site
import SiteModel

/// What changed in originals since they were translated, from the repository that holds the source.
extension Check {
  /// States of the originals that are looked at, each of them a site to read.
  private static let mostStates = 5
  private static let mostTries = 4
  /// Texts of a language for which the repository is asked.
  private static let mostTexts = 50

  /// Empty when no translation is of an earlier state. `report` is that of the site.
  func changesSinceTranslation(_ report: BuildReport, _ options: BuildOptions) async -> String {
    guard report.diagnostics.contains(where: { $0.code == .translationStale }),
      let version = try? await SiteVersion.read(options, allowing: [.translationStale]).version
    else { return "" }
    let outdated = OutdatedTranslations(version)
    if outdated.groups.isEmpty { return "" }
    let heading = "What changed in the originals since they were translated, the most dangerous first:\n"
    let repository: Repository
    do throws(Repository.Failure) { repository = try Repository(holding: options.source) } catch {
      return "\(heading)  Not known: \(error.sentence)\n"
    }
    var out = heading
    for group in outdated.groups {
      out += "\n\(group.language.name)\n"
      var states: [(commit: String, texts: [OutdatedText])] = []
      var unknown: [OutdatedText] = []
      for text in group.texts.prefix(Self.mostTexts) {
        guard let commit = repository.commit(thatWrote: text.mark, in: text.file) else {
          unknown.append(text)
          continue
        }
        if let place = states.firstIndex(where: { $0.commit == commit }) {
          states[place].texts.append(text)
        } else {
          states.append((commit, [text]))
        }
      }
      let more = group.texts.count - Self.mostTexts
      var changes: [Change] = []
      for state in states.prefix(Self.mostStates) {
        changes += await self.changes(
          since: state.commit, state.texts, outdated, repository, options, &unknown)
      }
      out += OutdatedTranslations.text(changes)
      unknown += states.dropFirst(Self.mostStates).flatMap(\.texts)
      if changes.isEmpty, unknown.isEmpty { out += "  No words that this list knows are different.\n" }
      if more > 0 {
        out += "  And \(more) more \(more == 1 ? "text" : "texts"), of which nothing is shown here.\n"
      }
      let names = Set(unknown.map(\.subject)).sorted()
      if !names.isEmpty {
        let list = names.map { "`\($0)`" }.joined(separator: ", ")
        out += "  What these said cannot be read from the repository: \(list)\n"
      }
    }
    return out + "\n"
  }

  private func changes(
    since commit: String, _ texts: [OutdatedText], _ outdated: OutdatedTranslations, _ repository: Repository,
    _ options: BuildOptions, _ unknown: inout [OutdatedText]
  ) async -> [Change] {
    var found: SiteVersion?
    // A version with errors cannot be read; one soon after it may say the same.
    for commit in [commit] + repository.commits(after: commit, most: Self.mostTries) where found == nil {
      var then = options
      then.asksForCommits = false
      found = try? await repository.withSource(options.source, at: commit, cache: options.cache) { folder in
        then.source = folder
        return try await SiteVersion.read(then, allowing: [.translationStale]).version
      }
    }
    guard let old = found else {
      unknown += texts
      return []
    }
    let known = texts.filter { outdated.isState($0, of: old) }
    unknown += texts.filter { !outdated.isState($0, of: old) }
    let subjects = Set(known.map(\.subject))
    return (try? await outdated.changes(since: old, of: subjects, jobs: options.jobs)) ?? []
  }
}
