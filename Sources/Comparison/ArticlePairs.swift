import Site

/// Which published article of the new version is which of the old: by kind and id, else by an old address that leads
/// to the new one, else by its address.
struct ArticlePairs: Sendable {
  struct Pair: Sendable {
    let old: Int
    let new: Int
  }

  /// In the order of the new version's files.
  let kept: [Pair]
  /// Published before, and nowhere now.
  let gone: [Int]
  /// Published now, and nowhere before.
  let added: [Int]
  /// Names of articles of the old version to what these are called now.
  private let newNames: [String: String]

  init(_ old: SiteIndex, _ new: SiteIndex) {
    var names: [String: Int] = [:]
    var addresses: [String: Int] = [:]
    var redirects: [String: Int] = [:]
    for (number, article) in new.articles.enumerated() where article.isPublished {
      names[new.name(of: number)] = number
      addresses[new.address(of: number)] = number
      for redirect in article.redirects { redirects[RedirectAddress.text(of: redirect)] = number }
    }
    var found = [Int?](repeating: nil, count: old.articles.count)
    var isTaken = [Bool](repeating: false, count: new.articles.count)
    let published = old.articles.indices.filter { old.articles[$0].isPublished }
    // A name counts for more than an address, whatever comes first in a folder.
    let ways: [(Int) -> Int?] = [
      { names[old.name(of: $0)] }, { redirects[old.address(of: $0)] }, { addresses[old.address(of: $0)] },
    ]
    for way in ways {
      for number in published where found[number] == nil {
        guard let match = way(number), !isTaken[match] else { continue }
        found[number] = match
        isTaken[match] = true
      }
    }
    kept = published.compactMap { old in found[old].map { Pair(old: old, new: $0) } }.sorted {
      $0.new < $1.new
    }
    gone = published.filter { found[$0] == nil }
    added = new.articles.indices.filter { new.articles[$0].isPublished && !isTaken[$0] }
    newNames = Dictionary(
      kept.map { (old.name(of: $0.old), new.name(of: $0.new)) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the article of that name is called now; the same name when it is gone.
  func newName(of name: String) -> String { newNames[name] ?? name }
}
