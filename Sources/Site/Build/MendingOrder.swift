import Diagnostics
import SiteModel

/// The order in which a person mends what is wrong: what other faults follow from comes first, then file by file.
enum MendingOrder {
  /// Linear but for the sorting of numbers: the files' names are compared once for each file, not for each fault.
  static func sort(_ diagnostics: inout [Diagnostic]) {
    let places = places(diagnostics)
    let order = places.indices.sorted { left, right in
      let (a, b) = (places[left], places[right])
      if a.file != b.file { return a.file < b.file }
      if a.line != b.line { return a.line < b.line }
      if a.column != b.column { return a.column < b.column }
      return diagnostics[left].isBeforeAtOnePlace(diagnostics[right])
    }
    // In place: half a million faults are 50 MB, which need not be there twice.
    var target = order.enumerated().reduce(into: [Int](repeating: 0, count: order.count)) {
      $0[$1.element] = $1.offset
    }
    for start in target.indices {
      while target[start] != start {
        let next = target[start]
        diagnostics.swapAt(start, next)
        target.swapAt(start, next)
      }
    }
  }

  /// Where a fault comes: by the step of mending and the file's name in `file`, then by its place.
  private struct Place: BitwiseCopyable {
    var file: Int32
    var line: Int32 = 0
    var column: Int32 = 0
  }

  /// A symptom checker's cases and paths follow from the checker, and come after it.
  private static func sortedName(_ file: String) -> String {
    for ending in [".vignettes.yaml", ".paths.tsv"] where file.hasSuffix(ending) {
      return file.dropLast(ending.count) + ".yaml" + ending
    }
    return file
  }

  private static func places(_ diagnostics: [Diagnostic]) -> [Place] {
    var numbers: [String?: Int32] = [:]
    var files: [String?] = []
    // Many of one file follow each other.
    var last: (file: String?, number: Int32, step: Int?)?
    var places: [Place] = []
    places.reserveCapacity(diagnostics.count)
    for i in diagnostics.indices {
      let number: Int32
      if let last, diagnostics[i].file == last.file {
        number = last.number
      } else {
        let file = diagnostics[i].file
        number = numbers[file, default: Int32(files.count)]
        if number == files.count {
          numbers[file] = number
          files.append(file)
        }
        last = (file, number, step(ofFile: file))
      }
      let step =
        last?.step
        ?? (diagnostics[i].severity == .error && unread.contains(diagnostics[i].code) ? 2 : lastStep)
      var place = Place(file: number * stepCount + Int32(step))
      if let position = diagnostics[i].position {
        (place.line, place.column) = (Int32(clamping: position.line), Int32(clamping: position.column))
      }
      places.append(place)
    }
    var ranks = [Int32](repeating: 0, count: files.count)
    let names = files.map { $0.map(sortedName) ?? "" }
    for (rank, file) in files.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
      ranks[file] = Int32(rank)
    }
    for i in places.indices {
      let (file, step) = places[i].file.quotientAndRemainder(dividingBy: stepCount)
      places[i].file = step * Int32(files.count) + ranks[Int(file)]
    }
    return places
  }

  private static let lastStep = 3
  private static let stepCount: Int32 = 4
  private static let shared: Set = [References.file, RedFlags.file, CareHeading.file]

  /// Nil where it depends on the fault.
  private static func step(ofFile file: String?) -> Int? {
    guard let file, file != SiteConfiguration.file else { return 0 }
    return shared.contains(file) ? 1 : nil
  }

  /// With these, other files may name something that is there and was not read.
  private static let unread: Set<DiagnosticCode> = [
    .noSuchKindFolder, .badFileName, .movedArticle, .symbolicLink, .notAFile, .notUTF8, .emptyFile,
    .frontMatterMissing,
    .frontMatterUnclosed, .yamlSyntax, .duplicateID, .duplicateURL, .missingTemplate,
  ]
}
