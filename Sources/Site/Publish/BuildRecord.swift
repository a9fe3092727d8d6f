import Diagnostics
import Files
import SiteModel
import Text

/// What a finished build leaves behind for the next: which sources it read, with what result, and which files it
/// published. Told by content, never by dates alone.
struct BuildRecord: Equatable, Sendable {
  /// Everything else that a build depends on: the program itself and the options.
  var circumstances: FileHash
  /// The part of that without which no page of it is of use: the program and the output folder.
  var place: FileHash
  /// Whether a build would now find nothing to do; not while assets of the build before are kept.
  var isSettled: Bool
  /// The commit whose dates articles have; empty when they have none of it.
  var commit = ""
  /// Every file of the source folder that a build may read, by path.
  var sources: [Entry] = []
  /// Every file of the output folder, by path.
  var outputs: [Entry] = []
  var pages = 0
  var review = ReviewReport()
  var diagnostics: [Diagnostic] = []

  struct Entry: Equatable, Sendable {
    let path: String
    let hash: FileHash
    /// Of a page, what it was made from (`PageFingerprints`).
    var fingerprint: FileHash?
    /// By which it is known to have that hash, if it is.
    var stamp: FileStamp?

    /// Whether the file in a folder still has that content; read only where the stamp does not tell.
    func isUnchanged(in folder: String) -> Bool {
      let place = folder + "/" + path
      if let stamp, stamp.isOf(place) { return true }
      return (try? SystemCalls.read(place)).map { FileHash($0) } == hash
    }
  }
}

extension BuildRecord {
  private static let mark = Array("limber build record 4\n".utf8)

  /// Numbers of variable length (LEB128), texts with their length before them, and a hash of all at the end.
  var bytes: [UInt8] {
    var out = RecordWriter(Self.mark)
    out.hash(circumstances)
    out.hash(place)
    out.number(isSettled ? 1 : 0)
    out.text(commit)
    for entries in [sources, outputs] {
      out.number(entries.count)
      for entry in entries {
        out.text(entry.path)
        out.hash(entry.hash)
        out.number(entry.fingerprint == nil ? 0 : 1)
        if let fingerprint = entry.fingerprint { out.hash(fingerprint) }
        out.values(entry.stamp.map { [$0] } ?? [])
      }
    }
    out.number(pages)
    review.write(to: &out)
    out.diagnostics(diagnostics)
    out.hash(FileHash(out.bytes))
    return out.bytes
  }

  /// Nil for anything but what `bytes` gave: cut short, damaged, or of another version.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 16, bytes.starts(with: Self.mark) else { return nil }
    var end = RecordReader(bytes[(bytes.count - 16)...])
    guard end.hash() == FileHash(Array(bytes.dropLast(16))) else { return nil }
    var source = RecordReader(bytes[Self.mark.count..<(bytes.count - 16)])
    guard let circumstances = source.hash(), let place = source.hash(), let isSettled = source.number(),
      let commit = source.text()
    else { return nil }
    self.init(circumstances: circumstances, place: place, isSettled: isSettled == 1)
    self.commit = commit
    guard let sources = source.entries(), let outputs = source.entries(), let pages = source.number(),
      let review = ReviewReport(&source), let diagnostics = source.diagnostics()
    else { return nil }
    (self.sources, self.outputs, self.pages, self.review) = (sources, outputs, pages, review)
    self.diagnostics = diagnostics
  }
}

extension ReviewReport {
  fileprivate func write(to out: inout RecordWriter) {
    total.write(to: &out)
    out.number(reviewers.count)
    for reviewer in reviewers {
      out.optional(reviewer.name)
      reviewer.count.write(to: &out)
    }
    out.number(languages.count)
    for language in languages {
      out.text(language.tag)
      out.text(language.name)
      language.count.write(to: &out)
    }
  }

  fileprivate init?(_ source: inout RecordReader) {
    guard let total = Count(&source), let count = source.number() else { return nil }
    self.init(total: total)
    for _ in 0..<count {
      guard let name = source.optional(), let count = Count(&source) else { return nil }
      reviewers.append(Reviewer(name: name, count: count))
    }
    guard let count = source.number() else { return nil }
    for _ in 0..<count {
      guard let tag = source.text(), let name = source.text(), let count = Count(&source) else { return nil }
      languages.append(Language(SiteLanguage(tag: tag, name: name), count))
    }
  }
}

extension ReviewReport.Count {
  fileprivate func write(to out: inout RecordWriter) {
    for number in [pending, approved, dueSoon, overdue] { out.number(number) }
  }

  fileprivate init?(_ source: inout RecordReader) {
    guard let pending = source.number(), let approved = source.number(), let dueSoon = source.number(),
      let overdue = source.number()
    else { return nil }
    self.init(pending: pending, approved: approved, dueSoon: dueSoon, overdue: overdue)
  }
}

extension RecordReader {
  fileprivate mutating func entries() -> [BuildRecord.Entry]? {
    guard let count = number() else { return nil }
    var entries: [BuildRecord.Entry] = []
    for _ in 0..<count {
      guard let path = text(), let hash = hash(), let isPage = number() else { return nil }
      var entry = BuildRecord.Entry(path: path, hash: hash)
      if isPage == 1 {
        guard let fingerprint = self.hash() else { return nil }
        entry.fingerprint = fingerprint
      }
      guard let stamp = values(of: FileStamp.self) else { return nil }
      entry.stamp = stamp.first
      entries.append(entry)
    }
    return entries
  }
}
