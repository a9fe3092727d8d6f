import Markdown
import SiteModel
import Text

/// All names of a site that an article's text can ask for, told from those of another state of the site by their hashes; and the
/// names that texts mention without asking.
struct SiteNames: Sendable {
  /// Of every address, path and key, and what stands there.
  let addresses: FileHash
  let titles: FileHash
  let mentions: FileHash
  /// The titles and synonyms that are linked, folded, and address and file of the article that each belongs to.
  private let phrases: [UInt8]

  init(_ index: SiteIndex) {
    var addresses = RecordWriter()
    var titles = RecordWriter()
    for article in index.articles {
      addresses.text(article.file)
      addresses.data(article.url)
      addresses.text(article.state.rawValue)
      addresses.number(article.redirects.count)
      for redirect in article.redirects { addresses.data(redirect.bytes) }
      titles.data(article.title)
    }
    for file in index.files {
      addresses.text(file.path)
      addresses.number(file.size.map { $0.width + 1 } ?? 0)
      addresses.number(file.size?.height ?? 0)
      if let video = file.video { addresses.text(video.facts) }
      if let captions = file.captions {
        for cue in captions.cues {
          addresses.number(cue.end)
          addresses.text(cue.text)
        }
      }
    }
    for name in index.urls.names { addresses.text(name) }
    for target in index.targets {
      switch target {
      case .article: addresses.number(0)
      case .kindIndex: addresses.number(1)
      case .redirect: addresses.number(2)
      case .file: addresses.number(3)
      case .rootFile: addresses.number(6)
      case .generated(let path), .listPage(_, let path):
        addresses.number(4)
        addresses.data(path)
      case .unwritten(let reason, let hint):
        addresses.number(5)
        addresses.text(reason)
        addresses.text(hint)
      }
    }
    for name in index.references.table.names { addresses.text(name) }
    // What leads to an article that lies where it is not read is told there, not where it is linked.
    for stray in index.strays.sorted() { addresses.text(stray) }
    var phrases = RecordWriter()
    for phrase in index.mentions.phrases {
      phrases.data(phrase.folded)
      let owner = index.articles[phrase.article]
      phrases.data(owner.url + owner.file.utf8)
    }
    self.addresses = FileHash(addresses.bytes)
    self.titles = FileHash(titles.bytes)
    mentions = FileHash(phrases.bytes)
    self.phrases = phrases.bytes
  }

  /// What texts may mention that is a name in only one of two states of a site, or belongs to another article.
  func differences(from other: SiteNames) -> MentionIndex? {
    if mentions == other.mentions { return nil }
    let different = Self.pairs(phrases).symmetricDifference(Self.pairs(other.phrases))
    return MentionIndex(phrases: Set(different.map(\.name)).map { Phrase(text: $0, article: 0, url: []) })
  }

  private struct Pair: Hashable {
    let name: [UInt8]
    let owner: [UInt8]
  }

  private static func pairs(_ phrases: [UInt8]) -> Set<Pair> {
    var source = RecordReader(phrases[...])
    var pairs: Set<Pair> = []
    while let name = source.data(), let owner = source.data() {
      pairs.insert(Pair(name: name, owner: owner))
    }
    return pairs
  }

  func write(to out: inout RecordWriter) {
    for hash in [addresses, titles, mentions] { out.hash(hash) }
    out.data(phrases)
  }

  init?(_ source: inout RecordReader) {
    guard let addresses = source.hash(), let titles = source.hash(), let mentions = source.hash(),
      let phrases = source.data()
    else { return nil }
    (self.addresses, self.titles, self.mentions, self.phrases) = (addresses, titles, mentions, phrases)
  }
}
