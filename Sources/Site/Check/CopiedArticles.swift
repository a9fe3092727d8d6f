import Diagnostics
import Markdown
import SiteModel
import Text

/// One slip, one message: what a copied article has in common with the one that it was copied from is told once, at the copy.
struct CopiedArticles {
  private let index: SiteIndex
  private let backlinks: [[Int32]]
  /// Where readers ever found something: the bytes of the site's list, which is read only where it is needed.
  private let addresses: [UInt8]

  /// Two articles, in the order of their numbers.
  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// What two articles have in common.
  private struct Shared {
    let isTitle: Bool
    let names: Int
    let addresses: [String]
  }

  init(_ index: SiteIndex, _ backlinks: [[Int32]], _ addresses: [UInt8]) {
    (self.index, self.backlinks, self.addresses) = (index, backlinks, addresses)
  }

  static let start = "This looks like a copy of `"

  /// `found` with one fault in place of those of each pair of which one is a copy.
  func told(_ found: [Diagnostic]) -> [Diagnostic] {
    var pairs: [Pair: [Int]] = [:]
    for number in found.indices where found[number].restsOn.count == 1 {
      guard found[number].code == .duplicateURL || found[number].code == .sharedSynonym,
        let file = found[number].file, let one = index.articlePaths[file.utf8],
        let other = index.articlePaths[found[number].restsOn[0].utf8]
      else { continue }
      pairs[Pair(first: min(one, other), second: max(one, other)), default: []].append(number)
    }
    if pairs.isEmpty { return found }
    var removed: Set<Int> = []
    var copies: [Diagnostic] = []
    let known = AddressList(addresses).keys
    for (pair, numbers) in pairs {
      guard let fault = fault(pair, known, isError: numbers.contains { found[$0].severity == .error }) else {
        continue
      }
      copies.append(fault)
      removed.formUnion(numbers)
    }
    return found.indices.filter { !removed.contains($0) }.map { found[$0] } + copies.sorted()
  }

  private func fault(_ pair: Pair, _ known: Set<[UInt8]>, isError: Bool) -> Diagnostic? {
    let shared = shared(pair)
    let numbered = numbered(pair)
    guard
      shared.isTitle && (shared.names > 0 || !shared.addresses.isEmpty || numbered != nil)
        || shared.addresses.count > 1
    else { return nil }
    let number = numbered ?? copy(of: pair, known)
    let (copy, original) = (
      index.articles[number], index.articles[number == pair.first ? pair.second : pair.first]
    )
    let own = copy.redirects.first { shared.addresses.contains($0.text) }
    var same: [String] = []
    var changes: [String] = []
    if shared.isTitle {
      same.append("title")
      changes.append("change `title`")
    }
    if shared.names > 0 {
      same.append(shared.names == 1 ? "other name" : "other names")
      changes.append("change `also-known-as`")
    }
    if !shared.addresses.isEmpty {
      same.append(shared.addresses.count == 1 ? "old address" : "old addresses")
      changes.append(
        "take \(shared.addresses.count > 3 ? "the old addresses" : Self.list(shared.addresses.map { "`\($0)`" })) out of `redirect-from`"
      )
    }
    return Diagnostic(
      isError ? .error : .warning, isError ? .duplicateURL : .sharedSynonym, file: copy.file,
      at: shared.isTitle ? copy.titlePosition : own?.position ?? .start,
      "\(Self.start)\(original.file)`: both have the same \(Self.list(same)).",
      hint: "If it is an article of its own, \(Self.list(changes)). If not, delete it.")
  }

  private func shared(_ pair: Pair) -> Shared {
    let (one, other) = (index.articles[pair.first], index.articles[pair.second])
    let names = Set(other.synonyms.map { MentionIndex.folded($0.bytes) })
    let addresses = Set(other.redirects.compactMap { RedirectAddress($0.bytes)?.key })
    return Shared(
      isTitle: MentionIndex.folded(one.title) == MentionIndex.folded(other.title),
      names: one.synonyms.count { names.contains(MentionIndex.folded($0.bytes)) },
      addresses: one.redirects.filter { RedirectAddress($0.bytes).map { addresses.contains($0.key) } == true }
        .map(\.text))
  }

  /// The one that has the other's name with a number or a word behind it.
  private func numbered(_ pair: Pair) -> Int? {
    let (one, other) = (index.articles[pair.first], index.articles[pair.second])
    guard one.kind == other.kind else { return nil }
    func isCopy(_ copy: Article, of original: Article) -> Bool {
      CopiedName.numbered(String(decoding: copy.id, as: UTF8.self))?.utf8.elementsEqual(original.id) == true
    }
    return isCopy(one, of: other) ? pair.first : isCopy(other, of: one) ? pair.second : nil
  }

  /// The one that readers never found, or that fewer texts lead to.
  private func copy(of pair: Pair, _ known: Set<[UInt8]>) -> Int {
    let isKnown = [pair.first, pair.second].map {
      known.contains(SiteIndexBuilder.folded(index.address(of: $0).utf8))
    }
    if isKnown[0] != isKnown[1] { return isKnown[0] ? pair.second : pair.first }
    return backlinks[pair.first].count < backlinks[pair.second].count ? pair.first : pair.second
  }

  /// "a, b and c".
  private static func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }
}
