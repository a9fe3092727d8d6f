import SiteModel
import Text

/// The list of what a cache holds of a site's articles, and the state of the site in which all of it is true.
struct CachedArticles: Sendable {
  /// What else an article's text depends on: the program, the settings, the identifiers of the templates.
  var circumstances: FileHash
  var site: SiteNames
  /// Names that too many articles mention.
  var commonNames: [UInt64] = []
  /// What the cache calls 0, 1, 2, …: paths of articles and of other files, keys of works. They stay when an article goes, and
  /// new ones are added at the end, so that what was written before stays true.
  var articles = NameList()
  var files = NameList()
  var works = NameList()
  /// The files that hold the articles.
  var packs: [String] = []
  var entries: [Entry] = []

  /// Where an article is kept.
  struct Entry: BitwiseCopyable, Sendable {
    /// Of its source and whether it is published.
    let key: FileHash
    /// Of its bytes in the pack.
    let hash: FileHash
    let start: Int
    let length: Int32
    /// Index into `articles`.
    let article: Int32
    var pack: Int32
    let asksTitles: Bool
  }

  static let file = "articles"
  static let fileOfPreviews = "articles-of-previews"

  /// Of what was written in one of the site's other languages.
  static func file(_ name: String, _ language: SiteLanguage) -> String { "\(name).\(language.code)" }

  private static let mark = Array("limber articles 1\n".utf8)

  var record: RecordWriter {
    var out = RecordWriter(Self.mark)
    out.hash(circumstances)
    site.write(to: &out)
    out.values(commonNames)
    for list in [articles, files, works] { list.write(to: &out) }
    out.number(packs.count)
    for pack in packs { out.text(pack) }
    out.values(entries)
    return out
  }

  /// Nil for anything else.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: Self.mark) else { return nil }
    var source = RecordReader(bytes.dropFirst(Self.mark.count))
    guard let circumstances = source.hash(), let site = SiteNames(&source),
      let common = source.values(of: UInt64.self), let articles = NameList(&source),
      let files = NameList(&source), let works = NameList(&source), let packs = source.number()
    else { return nil }
    self.init(circumstances: circumstances, site: site)
    (commonNames, self.articles, self.files, self.works) = (common, articles, files, works)
    for _ in 0..<packs {
      guard let pack = source.text() else { return nil }
      self.packs.append(pack)
    }
    guard let entries = source.values(of: Entry.self) else { return nil }
    self.entries = entries
  }

  init(circumstances: FileHash, site: SiteNames) {
    self.circumstances = circumstances
    self.site = site
  }
}

/// Names by number, end to end.
struct NameList: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []

  init() {}

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  mutating func append(_ name: some Collection<UInt8>) {
    bytes += name
    ends.append(Int32(clamping: bytes.count))
  }

  /// For each name what `number` says, -1 for none; and the same the other way for `total` numbers, with the names of those
  /// that were missing added.
  mutating func matched(
    _ total: Int, name: (Int) -> [UInt8], number: (ArraySlice<UInt8>) -> Int?
  ) -> (toSite: [Int32], fromSite: [Int32]) {
    var toSite: [Int32] = []
    var fromSite = [Int32](repeating: -1, count: total)
    for place in 0..<count {
      let found = number(self[place])
      toSite.append(Int32(found ?? -1))
      if let found { fromSite[found] = Int32(place) }
    }
    for missing in 0..<total where fromSite[missing] < 0 {
      let name = name(missing)
      // Of two with one name, nobody ever gets to the second.
      guard number(name[...]) == missing else { continue }
      fromSite[missing] = Int32(count)
      append(name)
      toSite.append(Int32(missing))
    }
    return (toSite, fromSite)
  }

  func write(to out: inout RecordWriter) {
    out.data(bytes)
    out.values(ends)
  }

  init?(_ source: inout RecordReader) {
    guard let bytes = source.data(), let ends = source.values(of: Int32.self) else { return nil }
    (self.bytes, self.ends) = (bytes, ends)
  }
}
