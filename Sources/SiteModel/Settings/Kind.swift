import YAML

/// A kind of article, declared in `site.yaml`: where its files lie, what their front matter holds and how
/// they relate to others. A class, because kinds are handed about with every article: a copy of the values would
/// touch a dozen pieces of memory that all threads share.
package final class Kind: Sendable {
  package let name: String
  /// Below `Content`.
  package let folder: String
  package let title: String
  package let summary: String
  /// Those that `site.yaml` declares for it, then those that every kind has.
  package let fields: [Field]
  package let relations: [Relation]
  /// Which of the relations its articles' programmes collect; it leads to one kind.
  package let programme: Int?
  package let mentions: Mentions
  /// What its articles are about, in the words of schema.org.
  package let schemaType: SchemaType?
  package let list: ListSettings
  package let oversight: Oversight
  /// Every key its front matter may have: the common ones, then `fields`, then `relations`.
  package let keys: KnownKeys

  /// Which of its articles' names are linked where other articles mention them.
  package enum Mentions: String, CaseIterable, Sendable {
    case titlesAndSynonyms = "true"
    case synonyms
    case none = "false"
  }

  /// Who has to approve its articles.
  package enum Oversight: String, CaseIterable, Sendable {
    static let setting = "review"
    case clinical
    /// Nobody: nothing clinical is in them.
    case exempt = "none"
  }

  /// The kind whose articles stand at the site's root rather than in a folder: a `page` at `/ID/`.
  package var isPage: Bool { name == Self.pageName }

  /// Whether its articles say where something is, as those of the clinic's places do.
  var isPlace: Bool { fields.contains(where: \.isPlace) }
  static let pageName = "page"

  /// What URLs of its articles begin with, such as `/causes/` or `/es/causes/`.
  package let path: String

  /// Where its own feed is, if it has one.
  package var feedPath: String { path + "feed.xml" }

  package init(
    name: String, folder: String, title: String, summary: String, fields: [Field], relations: [Relation],
    programme: Int?, mentions: Mentions, schemaType: SchemaType?, list: ListSettings,
    oversight: Oversight = .clinical
  ) {
    self.name = name
    self.folder = folder
    path = name == Self.pageName ? "/" : "/\(folder)/"
    self.title = title
    self.summary = summary
    self.fields = fields + FrontMatterKey.fields
    self.relations = relations
    self.programme = programme
    self.mentions = mentions
    self.schemaType = schemaType
    self.list = list
    self.oversight = oversight
    let common = FrontMatterKey.all.filter { oversight != .exempt || !$0.isClinical }
    keys = KnownKeys(
      common.map(\.name) + fields.map(\.name) + relations.map(\.name),
      awaiting: common.filter(\.isRequired).map { .text($0.name) } + fields.compactMap(\.awaited),
      inner: Self.inner(fields))
  }

  /// The keys of what its own keys hold as a mapping.
  private static func inner(_ fields: [Field]) -> [String: [String]] {
    var inner = [
      FrontMatterKey.review.name: Review.keys.names,
      FrontMatterKey.writing.name: WritingSettings.checks.keys.map(\.name),
    ]
    for field in fields where !field.isList && !field.type.keys.isEmpty {
      inner[field.name] = field.type.keys
    }
    return inner
  }

  /// Whether its front matter may have a key that other kinds have, too.
  package func allows(_ key: FrontMatterKey) -> Bool { oversight != .exempt || !key.isClinical }

  /// The keys that an article's front matter may have. One that needs no review may still be taken back.
  func keys(of root: Node) -> KnownKeys {
    guard oversight == .exempt, let review = root.value(for: FrontMatterKey.review.name),
      review.entries.count == 1,
      review.value(for: "status")?.matches(Review.Status.withdrawn.rawValue) == true
    else { return keys }
    return KnownKeys(
      keys.names + [FrontMatterKey.review.name], awaiting: keys.awaited, inner: keys.inner)
  }

  private init(
    _ other: Kind, keys: KnownKeys? = nil, path: String? = nil, title: String? = nil, summary: String? = nil,
    fields: [Field]? = nil
  ) {
    name = other.name
    folder = other.folder
    self.path = path ?? other.path
    self.title = title ?? other.title
    self.summary = summary ?? other.summary
    self.fields = fields ?? other.fields
    relations = other.relations
    programme = other.programme
    mentions = other.mentions
    schemaType = other.schemaType
    list = other.list
    oversight = other.oversight
    self.keys = keys ?? other.keys
  }

  /// The same for readers of another language, whose pages begin with `prefix`.
  func edition(below prefix: String, words: SiteTranslation) -> Kind {
    let own = words.kinds[name]
    return Kind(
      self, path: prefix + path, title: own?.title, summary: own?.summary,
      fields: fields.map { $0.labeled($0.label.map { words.labels[$0] ?? $0 }) })
  }

  /// The kinds, each with what to say of keys that other kinds have. What holds for all of them is one table.
  static func knowingEachOther(_ kinds: [Kind]) -> [Kind] {
    var owners: [String: [String]] = [:]
    var inverses: [[String: KeyHint]] = Array(repeating: [:], count: kinds.count)
    for other in kinds {
      for name in Set(other.fields.map(\.name) + other.relations.map(\.name)) {
        owners[name, default: []].append("`\(other.name)`")
      }
      for relation in other.relations {
        guard let inverse = relation.inverse else { continue }
        for number in relation.targets where kinds[number].keys.index(of: inverse.utf8) == nil {
          inverses[number][inverse] =
            "Remove this key. Instead, add this article's id to `\(relation.name)` in each \(other.name); this page then lists them automatically."
        }
      }
    }
    let common = owners.reduce(into: ForeignKeys.hints) { hints, owner in
      hints[owner.key] =
        "Only articles of the kind \(owner.value.joined(separator: ", ")) can have `\(owner.key)`."
    }
    return zip(kinds, inverses).map { kind, inverses in
      // What a group of its fields holds is written below the group.
      var hints = kind.fields.reduce(into: ForeignKeys.hints(for: kind)) { hints, field in
        guard let group = field.type as? GroupType, !field.isList else { return }
        for inner in group.fields where kind.keys.index(of: inner.name.utf8) == nil {
          hints[inner.name] =
            "It belongs to `\(field.name)`: write it below the line `\(field.name):`, with two spaces in front."
        }
      }
      hints.merge(inverses) { $1 }
      if kind.oversight == .exempt { hints.merge(ForeignKeys.withoutReview) { $1 } }
      return Kind(
        kind,
        keys: KnownKeys(
          kind.keys.names, awaiting: kind.keys.awaited, inner: kind.keys.inner, hints: hints,
          commonHints: common)
      )
    }
  }
}
