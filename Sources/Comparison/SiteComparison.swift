import Site

/// What readers get from one version of a site compared with what they get from another: advice, addresses, where the
/// symptom checkers lead.
package struct SiteComparison: Sendable {
  /// By area, and in each with alarms first; changes of one subject stand together.
  package let changes: [Change]

  package init(from old: SiteVersion, to new: SiteVersion, jobs: Int) async throws {
    let sides = Sides(old, new)
    let found = try await Self.changes(sides, jobs: jobs)
    let settings = SettingChanges.find(sides)
    changes = Self.sorted(
      found + settings
        + (try await TranslationChanges.find(from: old, to: new, besides: found + settings, jobs: jobs)))
  }

  /// Those of one language, but for settings and design.
  static func changes(_ sides: Sides, jobs: Int) async throws -> [Change] {
    let articles = try await Workers(count: jobs).map(sides.pairs.kept.count) {
      ArticleChanges(sides, sides.pairs.kept[$0]).all
    }
    return RedFlagChanges.find(sides) + CareLevelChanges.find(sides) + CheckerChanges.find(sides)
      + AddressChanges.find(sides) + articles.flatMap { $0 }
  }

  /// Whether readers get the same but for how it looks.
  package var isDesignOnly: Bool { !changes.isEmpty && changes.allSatisfy { $0.area == .design } }

  package var alarms: Int { changes.count { $0.isAlarm } }

  static func sorted(_ changes: [Change]) -> [Change] {
    Change.Area.allCases.flatMap { area -> [Change] in
      var subjects: [String] = []
      var bySubject: [String: [Change]] = [:]
      for change in changes where change.area == area {
        let subject = "\(change.language ?? "") \(change.subject)"
        if bySubject[subject] == nil { subjects.append(subject) }
        bySubject[subject, default: []].append(change)
      }
      let groups = subjects.compactMap { bySubject[$0] }.map { group in
        group.filter(\.isAlarm) + group.filter { !$0.isAlarm }
      }
      return (groups.filter { $0[0].isAlarm } + groups.filter { !$0[0].isAlarm }).flatMap { $0 }
    }
  }
}

/// Both versions, and which articles are the same in them.
struct Sides: Sendable {
  let old: SiteVersion
  let new: SiteVersion
  let pairs: ArticlePairs
  /// The numbers to call of both. One that took another's place everywhere is reported once, with the care level.
  let phones: [Phone]

  struct Phone: Sendable {
    let text: String
    let bytes: [UInt8]
    /// Up to its first space.
    let beginning: [UInt8]
  }

  init(_ old: SiteVersion, _ new: SiteVersion) {
    self.old = old
    self.new = new
    pairs = ArticlePairs(old.site.named.index, new.site.named.index)
    phones = Set(CareLevelChanges.phones(old) + CareLevelChanges.phones(new)).sorted().map { text in
      let bytes = Array(text.utf8)
      return Phone(text: text, bytes: bytes, beginning: Array(bytes.prefix { $0 != 0x20 }))
    }
  }

  var oldIndex: SiteIndex { old.site.named.index }
  var newIndex: SiteIndex { new.site.named.index }
}

extension SiteIndex {
  /// Whether an article, by its name, lists every red flag: the page that says when to get help.
  func listsRedFlags(_ name: String) -> Bool {
    let parts = name.split(separator: ":")
    guard parts.count == 2, let kind = configuration.kind(named: String(parts[0])),
      let number = ids[kind][parts[1].utf8]
    else { return false }
    return listsRedFlags(articles[number])
  }

  package func title(of article: Int) -> String { String(decoding: articles[article].title, as: UTF8.self) }

  /// "Step-ups (`stretch:step-ups`)".
  package func mention(of article: Int) -> String { "\(title(of: article)) (`\(name(of: article))`)" }
}
