import Files
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Smaller copies of a new site's texts beside them, `NAME.gz` and `NAME.br`, for servers that send such a file as it is. Made by the
/// programs `gzip` (RFC 1952) and `brotli` (RFC 7932), each as small as it can.
struct Precompression: Sendable {
  private struct Format: Sendable {
    let ending: String
    let command: [String]
  }

  private static let formats = [
    // Without name and time: the same text gives the same bytes.
    Format(ending: ".gz", command: ["gzip", "--best", "--no-name", "--keep", "--force", "--"]),
    Format(ending: ".br", command: ["brotli", "--best", "--keep", "--force", "--"]),
  ]

  private static let texts: Set<Substring> = [
    "html", "css", "js", "mjs", "json", "svg", "xml", "txt", "webmanifest", "csv", "vtt", "ics", "md",
  ]
  /// What fits into one packet arrives as soon as half of it.
  private static let leastBytes = 1024
  /// As many files for each start of a program.
  private static let filesAtOnce = 64

  /// A program that is needed and not on this machine; nil when all are.
  static var missingProgram: String? {
    formats.map { $0.command[0] }.first { !ChildProcess.isInstalled($0) }
  }

  private let publisher: Publisher
  private let workers: Workers
  /// The files of the site before, as the last build noted them.
  private let known: [String: BuildRecord.Entry]

  init(_ publisher: Publisher, _ workers: Workers, last: [BuildRecord.Entry]) {
    self.publisher = publisher
    self.workers = workers
    known = Dictionary(last.lazy.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
  }

  /// Adds them to the site that is being made: their paths, and how many are new or changed. One of a text that did not change is the
  /// old file itself.
  func run() async throws -> (paths: [String], written: Int) {
    let entries = publisher.files.entries
    let texts = try entries.sorted { $0.path < $1.path }.filter { file in
      guard Self.isText(file) else { return false }
      return try SystemCalls.status(publisher.place(of: file.path))?.size ?? 0 >= Self.leastBytes
    }
    let names = Set(entries.map(\.path))
    // What the site publishes under that name stays.
    let all = texts.flatMap { file in Self.formats.map { (file, $0) } }
      .filter { !names.contains($0.0.path + $0.1.ending) }
    let isKept = try await workers.map(all.count) { number in
      let (file, format) = all[number]
      guard known[file.path]?.hash == file.hash, let old = known[file.path + format.ending] else {
        return false
      }
      return try publisher.keep(old, inNewFolder: "")
    }
    let wanted = zip(all, isKept).filter { !$1 }.map(\.0)
    var batches: [(Format, [String])] = []
    for format in Self.formats {
      let paths = wanted.filter { $0.1.ending == format.ending }.map(\.0.path)
      for start in stride(from: 0, to: paths.count, by: Self.filesAtOnce) {
        batches.append((format, Array(paths[start..<min(paths.count, start + Self.filesAtOnce)])))
      }
    }
    let jobs = batches
    let changed = try await workers.map(jobs.count, runLength: 1, start: ()) { _, number in
      try compress(jobs[number].1, jobs[number].0)
    }
    return (all.map { $0.0.path + $0.1.ending }, changed.reduce(0, +))
  }

  private static func isText(_ file: BuildRecord.Entry) -> Bool {
    let name = file.path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
    return texts.contains(name[name.index(after: dot)...])
  }

  private func compress(_ paths: [String], _ format: Format) throws -> Int {
    let places = paths.map(publisher.place(of:))
    guard let process = ChildProcess(format.command + places), process.end() == 0 else {
      throw FileFailure("compress with `\(format.command[0])`", places[0], EIO)
    }
    return try paths.count { try publisher.adopt($0 + format.ending) }
  }
}
