import Diagnostics
import Markdown
import SiteModel
import Text

/// One slip, one message: an article whose file somebody renamed or moved by hand, which all that names it does not know. It is told at
/// the file, with how to have `limber move` change the rest.
struct MovedArticles {
  private let index: SiteIndex
  private let parsed: [ParsedArticle]
  /// Where readers ever found something: the bytes of the site's list, which is read only where it is needed.
  private let addresses: [UInt8]

  /// An article that is not there, and the faults of what names it.
  private struct Gone {
    let path: String
    let kind: Int
    let id: String
    var numbers: [Int] = []
  }

  init(_ index: SiteIndex, _ parsed: [ParsedArticle], _ addresses: [UInt8]) {
    (self.index, self.parsed, self.addresses) = (index, parsed, addresses)
  }

  /// Whether what a fault rests on is the file of an article that is not there.
  static func isGone(_ cause: String, _ index: SiteIndex) -> Bool { parts(of: cause, index) != nil }

  private static func parts(of cause: String, _ index: SiteIndex) -> (kind: Int, id: String)? {
    guard cause.hasSuffix(".md") else { return nil }
    let parts = cause.split(separator: "/")
    guard parts.count == 3, parts[0] == "Content", index.articlePaths[cause.utf8] == nil,
      let kind = index.configuration.kinds.firstIndex(where: { $0.folder == parts[1] })
    else { return nil }
    return (kind, String(parts[2].dropLast(3)))
  }

  /// `found` with one fault in place of all that name an article by the name that it had.
  func told(_ found: [Diagnostic]) -> [Diagnostic] {
    var gone: [String: Gone] = [:]
    for number in found.indices {
      guard let cause = found[number].cause else { continue }
      if gone[cause] != nil {
        gone[cause]?.numbers.append(number)
      } else if let (kind, id) = Self.parts(of: cause, index) {
        gone[cause] = Gone(path: cause, kind: kind, id: id, numbers: [number])
      }
    }
    if gone.isEmpty { return found }
    let known = AddressList(addresses).keys
    let named = named
    let names = Names(index) { isNew($0, named, known) }
    let following = following(found)
    var found = found
    var removed: Set<Int> = []
    // In the folder of another kind, nothing in a file is as it is meant.
    var misplaced: Set<String> = []
    var added: [Diagnostic] = []
    for one in gone.values.sorted(by: { $0.path < $1.path }) {
      let address = self.address(of: one)
      if case .redirect(let article)? = index.target(at: Array(address.utf8)) {
        let id = String(decoding: index.articles[article].id, as: UTF8.self)
        for number in one.numbers { found[number].hint = "Name `\(id)` instead, which has its address now." }
        continue
      }
      let wasThere = known.contains(SiteIndexBuilder.folded(address.utf8))
      guard one.numbers.count > 1 || wasThere else { continue }
      removed.formUnion((following[address] ?? []) + (following[one.path] ?? []))
      guard let article = names.article(for: one.id, kind: one.kind, wasThere: wasThere) else { continue }
      removed.formUnion(one.numbers)
      if index.articles[article].kind != one.kind { misplaced.insert(index.articles[article].file) }
      added.append(fault(one, article, one.numbers.map { found[$0] }.sorted()))
    }
    return found.indices.filter {
      !removed.contains($0) && !(found[$0].file.map(misplaced.contains) ?? false)
    }.map { found[$0] } + added
  }

  /// What follows from an article's being moved or gone, by the address or the path that it had.
  private func following(_ found: [Diagnostic]) -> [String: [Int]] {
    var following: [String: [Int]] = [:]
    for number in found.indices
    where found[number].code == .lostAddress || found[number].code == .translationOrphan {
      let parts = found[number].message.split(separator: "`")
      if parts.count > 1 { following[String(parts[1]), default: []].append(number) }
    }
    return following
  }

  private func fault(_ gone: Gone, _ number: Int, _ places: [Diagnostic]) -> Diagnostic {
    let article = index.articles[number]
    let kinds = index.configuration.kinds
    let (was, now) = (kinds[gone.kind].name, kinds[article.kind].name)
    let count = places.count == 1 ? "1 place still names" : "\(places.count) places still name"
    return .error(
      .movedArticle, file: article.file, at: nil,
      "This seems to be the \(was) `\(gone.id)`, which was \(article.kind == gone.kind ? "renamed" : "moved") by hand: \(count) that, \(SharedCauses.list(places)).",
      hint: article.kind == gone.kind
        ? "Rename it back to `\(gone.id).md`, then run `limber move \(was):\(gone.id) \(String(decoding: article.id, as: UTF8.self))`, which changes those places, too."
        : "Move it back to `\(gone.path)`. To make a \(now) of it, change its front matter and those places by hand, too."
    )
  }

  private func address(of gone: Gone) -> String {
    let kind = index.configuration.kinds[gone.kind]
    return (kind.isPage ? "/" : kind.path) + gone.id + "/"
  }

  /// Whether readers never found an article and nothing leads to it, as if it had come only now.
  private func isNew(_ number: Int, _ named: Set<Int>, _ known: Set<[UInt8]>) -> Bool {
    if !known.isEmpty { return !known.contains(SiteIndexBuilder.folded(index.address(of: number).utf8)) }
    return !named.contains(number)
  }

  /// The articles that links and relations lead to, as somebody wrote them: a title that a text mentions is linked anyway.
  private var named: Set<Int> {
    var named: Set<Int> = []
    for (number, article) in parsed.enumerated() {
      for link in article.body.links + article.fieldLinks
      where link.kind == .written && link.article != number {
        link.article.map { _ = named.insert($0) }
      }
    }
    for article in index.articles {
      for (slot, relation) in index.configuration.kinds[article.kind].relations.enumerated() {
        for name in article.relations[slot] ?? [] {
          let colon = name.bytes.firstIndex(of: UInt8(ascii: ":"))
          let prefix = colon.map { String(decoding: name.bytes[..<$0], as: UTF8.self) }
          for kind in relation.targets
          where prefix.map({ index.configuration.kinds[kind].name == $0 }) ?? true {
            index.ids[kind][name.bytes[(colon.map { $0 + 1 } ?? 0)...]].map { _ = named.insert($0) }
          }
        }
      }
    }
    return named
  }
}

extension MovedArticles {
  /// By what articles that have come only now may have been known.
  private struct Names {
    private let index: SiteIndex
    private let hints: NameHints
    private let isNew: (Int) -> Bool
    /// Of each kind, by ids made of their titles and synonyms, and by their own.
    private var titled: [Int: [String: Int]] = [:]
    private var elsewhere: [String: [Int]] = [:]
    /// Of each kind all of them.
    private var new: [Int: [Int]] = [:]

    init(_ index: SiteIndex, _ isNew: @escaping (Int) -> Bool) {
      (self.index, self.isNew) = (index, isNew)
      hints = NameHints(index)
      for (number, article) in index.articles.enumerated() where isNew(number) {
        new[article.kind, default: []].append(number)
        elsewhere[String(decoding: article.id, as: UTF8.self), default: []].append(number)
        for name in [article.title] + article.synonyms.map(\.bytes) {
          titled[article.kind, default: [:]][ArticleID.nearest(to: String(decoding: name, as: UTF8.self))] =
            number
        }
      }
    }

    /// The one that was known by an id; `wasThere` says that readers found it.
    func article(for id: String, kind: Int, wasThere: Bool) -> Int? {
      if let others = elsewhere[id], others.count == 1 { return others[0] }
      if let titled = titled[kind]?[id] { return titled }
      let near = (hints.nearest(to: id, in: .ids(kind: kind)) ?? hints.renamed(id, kind: kind)).flatMap {
        index.ids[kind][$0.utf8]
      }
      if let near, isNew(near) { return near }
      return wasThere && new[kind]?.count == 1 ? new[kind]?[0] : nil
    }
  }
}
