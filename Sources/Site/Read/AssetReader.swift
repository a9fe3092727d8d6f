import Diagnostics
import Files
import Markdown
import Text

/// Gives the files of `Templates/assets` the names they are published under, and has stylesheets and scripts
/// name one another so.
struct AssetReader {
  /// Relative to the source folder.
  static let folder = "Templates/assets"
  private static let root = folder + "/"
  /// By their paths below `assets`, in the order of the folder.
  private let names: [String]
  private let sources: [[UInt8]]
  private let numbers: [String: Int]
  /// For each file the references in it to others, in the order written.
  private var references: [[Reference]] = []

  /// For each file what it loads from elsewhere.
  private var elsewhere: [[Asset.Elsewhere]] = []
  private var paths: [[Asset.OwnPath]] = []

  private struct Reference {
    let place: Range<Int>
    let target: Int
  }

  /// `supplied` are assets that the program adds to the site's own.
  static func read(
    _ own: [String], supplied: [(path: String, bytes: [UInt8])], from folder: SourceFolder,
    into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> [Asset] {
    let given = Dictionary(uniqueKeysWithValues: supplied)
    let paths = (own + given.keys).sorted(by: SystemCalls.precedes)
    var sources: [[UInt8]] = []
    for path in paths {
      if let bytes = given[path] {
        sources.append(bytes)
      } else {
        sources.append(try SystemCalls.read(folder.path(to: path)))
      }
    }
    var reader = AssetReader(paths.map { String($0.dropFirst(root.count)) }, sources)
    for number in paths.indices {
      let found = reader.findReferences(in: number, into: &diagnostics)
      reader.references.append(found.own)
      reader.elsewhere.append(found.elsewhere)
      reader.paths.append(found.paths)
    }
    let places = paths.indices.map(reader.place)
    reader.checkNames(places, into: &diagnostics)
    return paths.indices.map { number in
      Asset(
        path: paths[number], name: String(reader.names[number].map { $0 == "." || $0 == "/" ? "-" : $0 }),
        place: places[number], bytes: reader.published(number, places),
        elsewhere: reader.elsewhere[number], paths: reader.paths[number],
        forbidden: reader.forbidden(in: number))
    }
  }

  private init(_ names: [String], _ sources: [[UInt8]]) {
    self.names = names
    self.sources = sources
    numbers = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The most bytes that file systems allow in a name.
  private static let longestName = 255

  /// Reports names that have no room for the hash, and names that are one on some file systems.
  private func checkNames(_ places: [String], into diagnostics: inout [Diagnostic]) {
    var letters: [String: Int] = [:]
    for (number, place) in places.enumerated() {
      let name = place[(place.lastIndex(of: "/").map(place.index(after:)) ?? place.startIndex)...]
      if name.utf8.count > Self.longestName {
        diagnostics.append(
          .error(
            .badFileName, file: Self.root + names[number], at: nil,
            "The name of this file is too long: published, it would have \(name.utf8.count) bytes, \(name.utf8.count - Self.longestName) more than a name can have.",
            hint: "Give it a shorter name."))
      }
      if let twin = letters.updateValue(number, forKey: LetterCase.folded(names[number])) {
        diagnostics.append(
          .error(
            .badFileName, file: Self.root + names[number], at: nil,
            "On a Mac or on Windows, this file and `\(Self.root + names[twin])` have the same name.",
            hint: "Rename one of them."))
      }
    }
  }

  private func findReferences(in number: Int, into diagnostics: inout [Diagnostic])
    -> (own: [Reference], elsewhere: [Asset.Elsewhere], paths: [Asset.OwnPath])
  {
    let source = sources[number]
    diagnostics += leftBehind(in: number)
    let written: [AssetReferences.Reference] =
      if names[number].hasSuffix(".css") {
        AssetReferences.inStylesheet(source)
      } else if names[number].hasSuffix(".js") || names[number].hasSuffix(".mjs") {
        AssetReferences.inScript(source)
      } else {
        []
      }
    // Places ascend, so that all positions take one way through the file.
    var cursor = PositionCursor(source)
    var (own, elsewhere, paths): ([Reference], [Asset.Elsewhere], [Asset.OwnPath]) = ([], [], [])
    for reference in written {
      let place = reference.place
      let position = cursor.position(ofByte: place.lowerBound)
      if reference.start == .blob || AssetReferences.isElsewhere(source[place]) {
        guard let need = reference.need else { continue }
        let address = reference.start == .blob ? Array("blob:".utf8) : Array(source[place])
        elsewhere.append(Asset.Elsewhere(address: address, need: need, position: position))
        continue
      }
      let address = String(decoding: source[place], as: UTF8.self)
      let path = address.prefix { $0 != "?" && $0 != "#" }
      // A place in the same file, or elsewhere on this site.
      guard !path.isEmpty, !path.contains(":") || reference.start == .package else { continue }
      func add(_ start: Asset.OwnPath.Start) {
        paths.append(
          Asset.OwnPath(text: String(path), start: start, need: reference.need, position: position))
      }
      if path.hasPrefix("/") {
        add(.host)
        continue
      }
      switch reference.start {
      case .package: add(.package)
      case .page: add(.page)
      case .file, .blob:
        switch resolved(path, in: names[number]) {
        case .asset(let wanted):
          if let target = numbers[wanted] {
            own.append(
              Reference(place: place.lowerBound..<place.lowerBound + path.utf8.count, target: target))
          } else {
            diagnostics.append(missing(path, in: number, at: position))
          }
        case .outside(let wanted): add(.root(wanted))
        case nil: diagnostics.append(missing(path, in: number, at: position))
        }
      }
    }
    return (own, elsewhere, paths)
  }

  /// What a script does that no page lets it do.
  private func forbidden(in number: Int) -> [(need: PolicyNeed.Kind, position: Position)] {
    guard names[number].hasSuffix(".js") || names[number].hasSuffix(".mjs") else { return [] }
    var cursor = PositionCursor(sources[number])
    return EvaluatedText.find(in: sources[number]).map { ($0.need, cursor.position(ofByte: $0.place)) }
  }

  /// What a merge left in a stylesheet or script, of which browsers skip as much as they do not understand; and a brace that a
  /// stylesheet has lost.
  private func leftBehind(in number: Int) -> [Diagnostic] {
    let (name, source) = (names[number], sources[number])
    let head = Array(source.prefix(FileContent.headBytes))
    if let fault = FileFaults.pointer(Self.root + name, head) { return [fault] }
    let isStylesheet = name.hasSuffix(".css")
    guard isStylesheet || name.hasSuffix(".js") || name.hasSuffix(".mjs") else { return [] }
    if let mark = MergeConflict.mark(in: source[...], equalSigns: .ornament) {
      return [
        .error(
          .unfinishedText, file: Self.root + name, at: Position(ofByte: mark, in: source),
          MergeConflict.message, hint: MergeConflict.hint)
      ]
    }
    guard isStylesheet, let lost = LostBrace.find(in: source) else { return [] }
    return [
      .warning(
        .badConfiguration, file: Self.root + name, at: Position(ofByte: lost.offset, in: source),
        lost.message,
        hint: lost.hint)
    ]
  }

  private enum Resolved {
    /// The name of an asset, whether it is there or not.
    case asset(String)
    /// A path from the site's root.
    case outside(String)
  }

  /// A relative path as seen from the folder of `file`; nil when it leaves the site.
  private func resolved(_ path: Substring, in file: String) -> Resolved? {
    var parts: [Substring] = ["assets"] + file.split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.first == "assets"
      ? .asset(parts.dropFirst().joined(separator: "/")) : .outside("/" + parts.joined(separator: "/"))
  }

  private func missing(_ path: Substring, in number: Int, at position: Position) -> Diagnostic {
    .error(
      .missingAsset, file: Self.root + names[number], at: position,
      "`\(path)` is not in `Templates/assets`.", hint: NearestName.hint(for: String(path), among: names))
  }

  /// A name with the hash of the file and of all that it leads to, in whatever circle.
  private func place(_ number: Int) -> String {
    var reached: Set<Int> = [number]
    var open = [number]
    while let next = open.popLast() {
      for reference in references[next] where reached.insert(reference.target).inserted {
        open.append(reference.target)
      }
    }
    var hash = ContentHash()
    hash.add(sources[number])
    for other in reached.subtracting([number]).sorted() {
      hash.add(Array(names[other].utf8))
      hash.add(0)
      hash.add(sources[other])
    }
    let name = names[number]
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let dot = name[start...].lastIndex(of: "."), dot > start else {
      return "assets/\(name).\(hash.digits)"
    }
    return "assets/\(name[..<dot]).\(hash.digits)\(name[dot...])"
  }

  private func published(_ number: Int, _ places: [String]) -> [UInt8] {
    let source = sources[number]
    var out: [UInt8] = []
    var copied = 0
    for reference in references[number] {
      let path = source[reference.place]
      let last = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex
      out += source[copied..<last]
      out += URLText.encode(path: String(places[reference.target].split(separator: "/").last ?? ""))
      copied = reference.place.upperBound
    }
    out += source[copied...]
    return names[number].hasSuffix(".css") ? CompactStylesheet.bytes(of: out) : out
  }
}
