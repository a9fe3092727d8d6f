import Site
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What other sites answered in the last seven days. What is wrong is not kept, so that it is asked again once it was mended.
struct LinkMemory {
  private struct Entry {
    let verdict: Verdict
    /// Seconds since 1970.
    let time: Int
  }

  private static let file = "external-links"
  private static let version = 1
  private static let lifetime = 7 * 24 * 60 * 60

  private let folder: CacheFolder?
  private let now: Int
  private var entries: [String: Entry] = [:]

  init(_ folder: CacheFolder?) {
    self.folder = folder
    now = time(nil)
    guard let bytes = folder?.read(Self.file) else { return }
    var record = RecordReader(bytes)
    guard record.number() == Self.version else { return }
    while !record.isAtEnd {
      guard let address = record.text(), let time = record.number(), let kind = record.number(),
        let place = record.text()
      else {
        entries = [:]
        return
      }
      guard (0..<Self.lifetime).contains(now - time) else { continue }
      switch kind {
      case 0: entries[address] = Entry(verdict: .good, time: time)
      case 1: entries[address] = Entry(verdict: .moved(to: place), time: time)
      case 2: entries[address] = Entry(verdict: .closed, time: time)
      default: continue
      }
    }
  }

  func verdict(of address: String) -> Verdict? { entries[address]?.verdict }

  mutating func keep(_ verdict: Verdict, of address: String) {
    entries[address] = Entry(verdict: verdict, time: now)
  }

  /// Writes it down, if it can be.
  func store() {
    var record = RecordWriter()
    record.number(Self.version)
    for (address, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let (kind, place): (Int, String)
      switch entry.verdict {
      case .good: (kind, place) = (0, "")
      case .moved(let new): (kind, place) = (1, new)
      case .closed: (kind, place) = (2, "")
      case .gone, .unreachable: continue
      }
      record.text(address)
      record.number(entry.time)
      record.number(kind)
      record.text(place)
    }
    // Without it, everything is asked again.
    try? folder?.replace(Self.file, with: record)
  }
}
