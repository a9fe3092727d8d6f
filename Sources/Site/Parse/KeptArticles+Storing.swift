import Files
import SiteModel
import Text

extension KeptArticles {
  private static let packEnding = ".pack"
  /// More than so many are brought together into one.
  private static let mostPacks = 8
  /// Articles that are made ready before they are written, so that a large site does not lie in memory twice.
  private static let batch = 512

  /// Keeps the articles that a build parsed anew: those with the given numbers. Throws when the disk does not take it, and
  /// then what was kept before is still true. Gives for each article the hash of what became of its text, if it is kept.
  func store(
    _ parsed: [ParsedArticle], anew fresh: [Int], common: CommonNames, _ index: SiteIndex,
    _ hashes: [SourceReading.ArticleHashes]
  ) async throws -> [FileHash?] {
    guard hasPlainPaths else { return [] }
    var list = list
    list.commonNames = common.names.sorted()
    var entries = entries
    for number in fresh { entries[number] = nil }
    let kept = entries.compactMap { $0 }
    let pack = try await written(
      kept, parsed, fresh.filter { parsed[$0].asked != nil }, &list, index, hashes)
    list.entries = pack
    var texts = [FileHash?](repeating: nil, count: index.articles.count)
    for entry in list.entries { texts[Int(toSite.articles[Int(entry.article)])] = entry.hash }
    if let before, fresh.isEmpty, before.isSame(as: list) { return texts }
    try folder.replace(file, with: list.record)
    removeOthers(than: Set(list.packs))
    return texts
  }

  /// Writes a pack of the new articles, and of the others when they lie in too many packs or most of these is waste. Where all
  /// are then.
  private func written(
    _ kept: [CachedArticles.Entry], _ parsed: [ParsedArticle], _ fresh: [Int], _ list: inout CachedArticles,
    _ index: SiteIndex, _ sources: [SourceReading.ArticleHashes]
  ) async throws -> [CachedArticles.Entry] {
    let isUsed = list.packs.indices.map { pack in kept.contains { Int($0.pack) == pack } }
    if fresh.isEmpty, isUsed.allSatisfy({ $0 }) { return kept }
    let sizes = list.packs.map { (try? SystemCalls.status(folder.path(to: $0)))??.size ?? 0 }
    let used = kept.reduce(0) { $0 + Int($1.length) }
    let bringsTogether = list.packs.count >= Self.mostPacks || used < sizes.reduce(0, +) / 2
    var hashes = RecordWriter()
    var new: [CachedArticles.Entry] = []
    let place = folder.unfinished("pack")
    try SystemCalls.removeFile(place)
    let old = bringsTogether ? list.packs.map { OpenFile(folder.path(to: $0)) } : []
    do {
      let file = try NewFile(place)
      var size = 0
      var bytes: [UInt8] = []
      for entry in bringsTogether ? kept : [] {
        guard let pack = old[Int(entry.pack)], pack.read(Int(entry.length), from: entry.start, into: &bytes)
        else { continue }
        try file.append(Array(bytes[..<Int(entry.length)]))
        new.append(entry.moved(to: size))
        size += Int(entry.length)
        hashes.hash(entry.hash)
      }
      for start in stride(from: 0, to: fresh.count, by: Self.batch) {
        let numbers = fresh[start..<min(fresh.count, start + Self.batch)]
        let made = try await workers.map(numbers.count) { place in
          let number = numbers[start + place]
          let bytes = self.bytes(of: parsed[number])
          let entry = CachedArticles.Entry(
            key: Self.key(sources[number].file, index.articles[number]), hash: FileHash(bytes), start: 0,
            length: Int32(clamping: bytes.count), article: fromSite.articles[number], pack: 0,
            asksTitles: parsed[number].asked?.asksTitles ?? false)
          return (entry, bytes)
        }
        for (entry, bytes) in made {
          try file.append(bytes)
          new.append(entry.moved(to: size))
          size += bytes.count
          hashes.hash(entry.hash)
        }
      }
    } catch {
      try? SystemCalls.removeFile(place)
      throw error
    }
    let pack = "\(file)-\(FileHash(hashes.bytes).name)\(Self.packEnding)"
    try SystemCalls.rename(place, to: folder.path(to: pack))
    guard !bringsTogether else {
      list.packs = [pack]
      return new
    }
    // Packs of which nothing is used any more go.
    var numbers = [Int32](repeating: -1, count: list.packs.count)
    var packs: [String] = []
    for (number, name) in list.packs.enumerated() where isUsed[number] {
      numbers[number] = Int32(packs.count)
      packs.append(name)
    }
    list.packs = packs + [pack]
    return kept.map { $0.moved(toPack: numbers[Int($0.pack)]) }
      + new.map { $0.moved(toPack: Int32(packs.count)) }
  }

  private func bytes(of article: ParsedArticle) -> [UInt8] {
    var out = RecordWriter()
    if let asked = article.asked {
      out.data(asked.questions)
      out.hash(asked.answers)
    }
    article.write(to: &out, fromSite)
    return out.bytes
  }

  /// What the list names no more.
  private func removeOthers(than packs: Set<String>) {
    guard let names = try? SystemCalls.list(folder.path) else { return }
    for (name, kind) in names where kind == .file && isPack(name) && !packs.contains(name) {
      try? SystemCalls.removeFile(folder.path(to: name))
    }
  }

  /// Whether a file is a pack of this list, not of another language's.
  private func isPack(_ name: String) -> Bool {
    name.hasSuffix(Self.packEnding) && name.lastIndex(of: "-").map { name[..<$0] == file } == true
  }
}

extension CachedArticles.Entry {
  fileprivate func moved(to start: Int) -> Self {
    Self(
      key: key, hash: hash, start: start, length: length, article: article, pack: 0, asksTitles: asksTitles)
  }

  fileprivate func moved(toPack pack: Int32) -> Self {
    var moved = self
    moved.pack = pack
    return moved
  }
}

extension CachedArticles {
  /// Whether both say the same of the same articles.
  fileprivate func isSame(as other: CachedArticles) -> Bool { record.bytes == other.record.bytes }
}
