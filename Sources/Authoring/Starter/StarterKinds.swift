import Diagnostics
import Site
import SiteModel
import StarterFiles
import Text

/// The kinds of a new site: those of the starter that are wanted, under the names that the clinic gives them, and others.
struct StarterKinds: Sendable {
  /// The starter's own, as its `site.yaml` declares them.
  let own: [Kind]
  /// What each of them is called in the new site; nil for one that it does not have.
  private(set) var names: [StarterName?]
  /// Kinds that the starter does not have, in the order in which they were asked for.
  private(set) var others: [StarterName] = []

  /// What clinics also call the starter's kinds, by what these are about.
  private static let otherNames: [(name: String, type: SchemaType)] = [
    ("condition", .condition), ("symptom", .symptom), ("exercise", .exercise), ("question", .questions),
  ]
  /// Names that every site has already, or that mean something else where a kind's name stands: templates, the word after
  /// `limber new`, the beginning of an address.
  private static let taken =
    ["home", "index", "layout", "404", "checker", "reference", GeneratedPages.searchTemplate]
    + [GeneratedPages.withdrawnTemplate, Programme.template] + AddressScheme.names
  private static let longestName = 40

  /// All of the starter's own.
  init() {
    let settings = StarterFiles.all.first { $0.path == SiteConfiguration.file }?.bytes ?? []
    var diagnostics: [Diagnostic] = []
    // The tests build the starter: it has no faults.
    own =
      SiteConfiguration.read(settings, reserving: [], inParts: [], into: &diagnostics)?.kinds ?? []
    names = own.map { StarterName(name: $0.name, folder: $0.folder, title: $0.title) }
  }

  /// Those of a list such as `condition,exercise,therapy`; refuses a list that cannot be meant. Pages are always among them.
  init(_ list: String) throws(Refusal) {
    self.init()
    let whole = names
    for kind in own.indices where !own[kind].isPage { names[kind] = nil }
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.split(separator: " ").joined(separator: " ")
      try check(name, whole)
      let type = Self.otherNames.first { $0.name == name }?.type
      if let kind = own.firstIndex(where: { $0.name == name || type != nil && $0.schemaType == type }) {
        if let met = names[kind]?.name {
          throw .usage(
            met == name
              ? "`\(name)` is in `--kinds` twice. Write it once."
              : "`\(met)` and `\(name)` are the same kind of the starter. Write only one of them in `--kinds`."
          )
        }
        names[kind] = own[kind].name == name ? whole[kind] : StarterName(name)
      } else {
        let other = StarterName(name)
        if others.contains(other) { throw .usage("`\(name)` is in `--kinds` twice. Write it once.") }
        if let same = (others + names.compactMap { $0 }).first(where: { $0.folder == other.folder }) {
          throw .usage(
            "The kinds `\(same.name)` and `\(name)` would both have the folder `\(other.folder)`. Write only one of them in `--kinds`."
          )
        }
        others.append(other)
      }
    }
  }

  private func check(_ name: String, _ whole: [StarterName?]) throws(Refusal) {
    if name.isEmpty {
      throw .usage(
        "A name in `--kinds` is empty. Write names with commas between them, such as `--kinds condition,exercise`."
      )
    }
    guard ArticleID.isValid(Array(name.utf8)), name.utf8.count <= Self.longestName else {
      let near = String(ArticleID.nearest(to: name).prefix(Self.longestName))
      throw .usage(
        "`\(name)` cannot be the name of a kind. Use at most \(Self.longestName) lowercase letters and digits, with single hyphens between them."
          + (ArticleID.isValid(Array(near.utf8)) ? " Write `\(near)`." : ""))
    }
    if own.contains(where: { $0.name == name && $0.isPage }) {
      throw .usage("Every site has the kind `\(name)`. Leave it out of `--kinds`.")
    }
    if Self.taken.contains(name) {
      throw .usage("`\(name)` means something else to Limber. Write another name in `--kinds`.")
    }
    let known = whole.compactMap { $0 } + Self.otherNames.map { StarterName($0.name) }
    if let kind = known.first(where: { $0.folder == name || StarterName($0.name).folder == name }) {
      let isPage = own.contains { $0.name == kind.name && $0.isPage }
      throw .usage(
        "`\(name)` is more than one: name the kind of a single article. "
          + (isPage
            ? "Every site has `\(kind.name)`, so leave it out of `--kinds`." : "Write `\(kind.name)`."))
    }
  }

  /// What the site has, in the order of the starter's `site.yaml` but for pages, which come last.
  func name(of kind: String) -> StarterName? {
    own.firstIndex { $0.name == kind }.flatMap { names[$0] }
  }

  /// The kind that is about something, and what it is called in the new site.
  func kind(of type: SchemaType) -> (own: Kind, name: StarterName?)? {
    own.firstIndex { $0.schemaType == type }.map { (own[$0], names[$0]) }
  }

  /// Whether a relation of the starter leads to a kind that the site has.
  func has(_ relation: Relation) -> Bool { relation.targets.contains { names[$0] != nil } }

  /// Whether nothing of the starter is changed or left out.
  var isWhole: Bool {
    others.isEmpty && zip(own, names).allSatisfy { $0.name == $1?.name }
  }
}
