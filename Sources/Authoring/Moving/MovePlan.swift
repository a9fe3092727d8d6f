import Diagnostics
import Files
import Site
import SiteModel
import Text

/// Everything that a move changes, worked out and not yet written.
struct MovePlan {
  let kind: Kind
  let article: Article
  let name: NewName
  /// The old and the new addresses of its pages, without the base path.
  let addresses: [(old: [UInt8], new: [UInt8])]
  let pictures: MovedFiles
  let translations: MovedTranslations
  private(set) var edits: [String: TextEdits] = [:]
  /// Aliases in YAML that stand for a name at the place given: right only if that is changed, too.
  private var aliases: [(reference: WrittenReference, target: Range<Int>)] = []
  private(set) var leftovers: [Leftovers.Place] = []

  private let newFile: String
  private let sites: MoveSites
  private let source: SourceFolder

  /// Throws `Refusal` and `FileFailure`.
  init(_ wanted: ArticleName, to id: String, in sites: MoveSites, source: SourceFolder) throws {
    let index = sites.site.index
    let number = try Self.article(wanted, in: index)
    let article = index.articles[number]
    let kind = index.configuration.kinds[article.kind]
    let new = Array(id.utf8)
    let configuration = index.configuration
    self.kind = kind
    self.article = article
    self.sites = sites
    self.source = source
    name = NewName(
      kind: kind, old: article.id, new: new,
      home: SiteIndexBuilder.folded((configuration.origin + configuration.basePath).utf8))
    let own = kind.path.utf8.count + article.id.count
    addresses = index.addresses(of: number).map { ($0, Array(kind.path.utf8) + new + $0.dropFirst(own)) }
    newFile = "\(PathText.folder(of: article.file))/\(id).md"
    try NewID(id, of: number, index, newFile: newFile, addresses: addresses, source: source).check()
    translations = try MovedTranslations(of: number, to: id, newFile: newFile, in: sites, source: source)
    let others = try sites.otherTexts(source)
    pictures = try MovedFiles(of: number, name, sites, others: others, source: source)
    // What only gets another name is read, too.
    for translation in translations.all { edits[translation.file] = try takeEdits(of: translation.file) }
    try collectEdits(number)
    try editRedirects(of: article.file, addresses)
    for translation in translations.all where !translation.addresses.isEmpty {
      try editRedirects(of: translation.file, translation.addresses)
    }
    try findLeftovers(others)
  }

  private static func article(_ wanted: ArticleName, in index: SiteIndex) throws(Refusal) -> Int {
    let kinds = index.configuration.kinds
    guard let kind = index.configuration.kind(named: wanted.kind) else {
      throw .sentence(SiteInventory.noSuchKind(wanted.kind, index.configuration))
    }
    guard let number = index.ids[kind][wanted.id.utf8] else {
      throw .sentence(
        "There is no \(wanted.kind) `\(wanted.id)`."
          + (NearestName.hint(for: wanted.id, among: index.ids[kind].names).map { " " + $0 } ?? ""))
    }
    if kinds[kind].isPage, wanted.id == "index" {
      throw .sentence("`\(wanted.kind):index` is the home page because of its id, so it must keep that id.")
    }
    return number
  }

  // MARK: Names in texts

  private mutating func collectEdits(_ number: Int) throws {
    var scalars: [String: ScalarPlaces] = [:]
    for reference in sites.references {
      switch reference.target {
      case .article(number): try edit(reference, &scalars) { $0.change(in: $1, isProgramme: false) }
      case .programme(number): try edit(reference, &scalars) { $0.change(in: $1, isProgramme: true) }
      case .file(let file):
        guard let moved = pictures.moved[file] else { continue }
        try edit(reference, &scalars) { $0.change(in: $1, file: moved.oldName, by: moved.newName) }
      default: continue
      }
    }
    for (reference, target) in aliases where edits[reference.file]?.changes(target) != true {
      throw unclear(reference)
    }
    for (file, places) in scalars {
      guard var changed = edits[file] else { continue }
      let allowed = Set(aliases.filter { $0.reference.file == file }.compactMap(\.reference.position))
      if let alias = places.aliasOfChange(in: &changed, allowed: allowed) {
        throw Refusal.sentence(
          "\(file):\(alias.line):\(alias.column) repeats by `*` what would change. Write it out there, then try again."
        )
      }
    }
  }

  private mutating func edit(
    _ reference: WrittenReference, _ scalars: inout [String: ScalarPlaces],
    _ change: (NewName, [UInt8]) -> NewName.Change
  ) throws {
    guard case .replace(let range, let new) = change(name, reference.written) else {
      if case .none = change(name, reference.written) { return }
      throw unclear(reference)
    }
    var edits = try takeEdits(of: reference.file)
    switch place(of: reference, in: &edits, &scalars) {
    case .bytes(let written):
      edits.replace(written.lowerBound + range.lowerBound..<written.lowerBound + range.upperBound, with: new)
    case .alias(let target): aliases.append((reference, target))
    case .unknown: throw unclear(reference)
    }
    self.edits[reference.file] = edits
  }

  private func place(
    of reference: WrittenReference, in edits: inout TextEdits, _ scalars: inout [String: ScalarPlaces]
  ) -> ScalarPlaces.Found {
    switch reference.place {
    case .text(let position):
      guard let start = edits.offsets.offset(of: position), edits.has(reference.written, at: start) else {
        return .unknown
      }
      return .bytes(start..<start + reference.written.count)
    case .scalar(let position, let offset):
      if scalars[reference.file] == nil { scalars[reference.file] = ScalarPlaces(edits) }
      return scalars[reference.file]?.find(reference.written, at: position, offset: offset, in: &edits)
        ?? .unknown
    case .unknown: return .unknown
    }
  }

  private func unclear(_ reference: WrittenReference) -> Refusal {
    let place =
      reference.position.map { "\(reference.file):\($0.line):\($0.column)" } ?? "`\(reference.file)`"
    let written = String(decoding: reference.written, as: UTF8.self)
    return .sentence(
      "\(place) refers to the article in a way that cannot be changed automatically\(written.isEmpty ? "" : ": `\(written)`"). "
        + "Write the id in full there, without escapes or `*`, then try again.")
  }

  /// Those of a file so far, to be put back: while they are here and there, each change would copy them.
  private mutating func takeEdits(of file: String) throws -> TextEdits {
    if let known = edits.removeValue(forKey: file) { return known }
    return TextEdits(file: file, bytes: try source.readInside(file))
  }

  private mutating func editRedirects(
    of file: String, _ addresses: [(old: [UInt8], new: [UInt8])]
  ) throws {
    var edits = try takeEdits(of: file)
    do {
      guard let scalars = ScalarPlaces(edits) else { throw RedirectEdit.Refusal(reason: "cannot be found") }
      try RedirectEdit.apply(
        leaving: addresses.map(\.old), getting: addresses.map(\.new), scalars, to: &edits)
    } catch let error as RedirectEdit.Refusal {
      throw Refusal.sentence(
        "`redirect-from` of `\(file)` \(error.reason), so the old address cannot be added. Write it as `redirect-from: [/old-page/]`, then try again."
      )
    }
    self.edits[file] = edits
  }

  private mutating func findLeftovers(_ others: [(path: String, bytes: [UInt8])]) throws {
    let search = Leftovers(kind: kind, id: name.old, home: name.home)
    let articles = zip(sites.reading.articles, sites.reading.sources).map { ($0.file, $1) }
    let translated = try sites.reading.tree.translationFiles.map { ($0, try source.readInside($0)) }
    for (file, bytes) in articles + translated + others {
      leftovers += search.find(in: bytes, file: file, changed: edits[file])
    }
    leftovers.sort { ($0.file, $0.position) < ($1.file, $1.position) }
  }

  // MARK: Files

  var changes: [FileChange] {
    var newFiles = [article.file: newFile]
    for translation in translations.all { newFiles[translation.file] = translation.newFile }
    let texts = edits.values.filter { !$0.isEmpty || newFiles[$0.file] != nil }.map { edit in
      FileChange(path: edit.file, newPath: newFiles[edit.file], old: edit.bytes, new: edit.result)
    }
    // Pictures and the article first: what names them comes when they are there.
    return pictures.changes.sorted { $0.path < $1.path }
      + texts.sorted {
        ($0.isMoved ? 0 : 1, $0.path) < ($1.isMoved ? 0 : 1, $1.path)
      }
  }
}

extension WrittenReference {
  /// Where it is written, as far as that is known.
  var position: Position? {
    switch place {
    case .text(let position), .scalar(let position, _): position
    case .unknown(let position): position
    }
  }
}
