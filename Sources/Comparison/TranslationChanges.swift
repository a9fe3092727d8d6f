import Site
import SiteModel

/// What changes mean for readers of a site's further languages, beyond what they mean for those of the original.
enum TranslationChanges {
  /// `originals` are the changes of the original: a fact that changed is every language's, and told once.
  static func find(
    from old: SiteVersion, to new: SiteVersion, besides originals: [Change], jobs: Int
  ) async throws -> [Change] {
    var found: [Change] = []
    let told = Set(originals.map(Fact.init))
    for edition in new.editions {
      guard let before = old.editions.first(where: { $0.language == edition.language }) else {
        found.append(
          wholeLanguage(
            edition, "language-added", "Readers get the site in \(edition.language.name), too.", alarm: false)
        )
        continue
      }
      let sides = Sides(before.version, edition.version)
      let (whole, names) = wholeArticles(sides, edition.language)
      let added = whole.filter { !$0.isAlarm }.map { "(`\($0.subject)`)" }
      let foreign = Set(
        sides.pairs.kept.map(\.new).filter { sides.newIndex.articles[$0].foreign != nil }.map(
          sides.newIndex.name(of:)))
      let changes = try await SiteComparison.changes(sides, jobs: jobs).filter { change in
        if told.contains(Fact(change)) {
          // A dose stands on the page of each language that has one, and is approved there.
          return !foreign.contains(change.subject) && isOfDose(change, sides.newIndex.configuration)
        }
        // Readers came to the original before, which stays where it is.
        if change.area == .addresses { return !added.contains { change.title.hasSuffix($0) } }
        return !names.contains(change.subject)
      }
      let settings = SettingChanges.settings(sides).filter { !told.contains(Fact($0)) }
      for change in whole + changes + settings + drawings(before.version, edition.version) {
        var change = change
        change.language = edition.language.code
        found.append(change)
      }
    }
    for edition in old.editions where !new.editions.contains(where: { $0.language == edition.language }) {
      found.append(
        wholeLanguage(
          edition, "language-removed", "Readers no longer get the site in \(edition.language.name).",
          alarm: true))
    }
    return found
  }

  /// Whether a fact of a dose changed, which `subject` says of which kind.
  private static func isOfDose(_ change: Change, _ configuration: SiteConfiguration) -> Bool {
    guard change.code == "fact-changed",
      let kind = configuration.kind(named: String(change.subject.prefix { $0 != ":" }))
    else { return false }
    return configuration.kinds[kind].fields.contains { $0.isDose && change.message.hasPrefix("\($0.name), ") }
  }

  /// Articles that are translated on one side only, and their names: what differs is every word.
  private static func wholeArticles(
    _ sides: Sides, _ language: SiteLanguage
  ) -> (changes: [Change], names: Set<String>) {
    var changes: [Change] = []
    var names: Set<String> = []
    for pair in sides.pairs.kept {
      let wasForeign = sides.oldIndex.articles[pair.old].foreign
      let isForeign = sides.newIndex.articles[pair.new].foreign
      guard (wasForeign == nil) != (isForeign == nil) else { continue }
      let subject = ChangeSubject(
        area: .advice, name: sides.newIndex.name(of: pair.new), title: sides.newIndex.title(of: pair.new))
      names.insert(subject.name)
      changes.append(
        isForeign.map {
          subject.of(.safety).change(
            "translation-gone", "No longer translated: readers get it in \($0.name).", alarm: true)
        } ?? subject.change("translation-added", "Now translated into \(language.name)."))
    }
    return (changes, names)
  }

  /// What drawings say in the language.
  private static func drawings(_ old: SiteVersion, _ new: SiteVersion) -> [Change] {
    guard let (was, now) = old.site.edition.flatMap({ old in new.site.edition.map { (old, $0) } }) else {
      return []
    }
    let (before, after) = (was.drawnWords, now.drawnWords)
    let passages = Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }.map {
      Change.Passage(was: before[$0], now: after[$0])
    }
    if passages.isEmpty { return [] }
    let turnedSense = TurnedSense(new.site.index.configuration.language)
    return [
      ChangeSubject(area: .advice, name: now.drawnWordsFile, title: "What drawings say").change(
        "drawing-words", "Its words changed:",
        alarm: passages.contains { turnedSense.isFound(from: $0.was ?? "", to: $0.now ?? "") },
        passages: passages)
    ]
  }

  private static func wholeLanguage(
    _ edition: SiteVersion.Edition, _ code: String, _ message: String, alarm: Bool
  ) -> Change {
    ChangeSubject(
      area: .addresses, name: edition.version.site.index.configuration.languagePath + "/",
      title: edition.language.name
    ).change(code, message, alarm: alarm)
  }

  /// A change, whatever the title of what it is about.
  private struct Fact: Hashable {
    let change: Change

    init(_ change: Change) {
      var change = change
      change.title = ""
      self.change = change
    }
  }
}
