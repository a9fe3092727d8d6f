/// A whole report as a person reads it in a terminal: errors before warnings, of one kind in one file and in all only as
/// many as anybody reads, then how many of each kind were left out.
package struct ReportText {
  static let mostOfAKindInAFile = 20
  static let mostInAll = 500

  /// What is shown, errors first, each in the order given.
  package private(set) var shown: [Diagnostic] = []
  /// How many of each kind are not, the most frequent first.
  package private(set) var rest: [(code: DiagnosticCode, severity: Severity, count: Int)] = []

  package init(_ diagnostics: [Diagnostic], showsAll: Bool = false) {
    guard !showsAll else {
      shown = diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity == .warning }
      return
    }
    struct Kind: Hashable {
      var code: DiagnosticCode
      var severity: Severity
    }
    struct Place: Hashable {
      var kind: Kind
      var file: String?
    }
    var inFile: [Place: Int] = [:]
    var left: [Kind: Int] = [:]
    for severity in [Severity.error, .warning] {
      // Many of one kind in one file come one after the other, and are looked up once.
      var run: (place: Place, count: Int)?
      for i in diagnostics.indices where diagnostics[i].severity == severity {
        if run == nil || run?.place.file != diagnostics[i].file || run?.place.kind.code != diagnostics[i].code
        {
          if let run { inFile[run.place] = run.count }
          let kind = Kind(code: diagnostics[i].code, severity: severity)
          let place = Place(kind: kind, file: diagnostics[i].file)
          run = (place, inFile[place, default: 0])
        }
        run?.count += 1
        if let run, run.count <= Self.mostOfAKindInAFile, shown.count < Self.mostInAll {
          shown.append(diagnostics[i])
        } else {
          left[Kind(code: diagnostics[i].code, severity: severity), default: 0] += 1
        }
      }
    }
    rest = left.map { ($0.key.code, $0.key.severity, $0.value) }.sorted {
      ($0.severity == .error ? 0 : 1, -$0.count, $0.code) < (
        $1.severity == .error ? 0 : 1, -$1.count, $1.code
      )
    }
  }

  package func text(_ excerpts: inout SourceExcerpts, color: Bool) -> String {
    var out = ""
    for diagnostic in shown {
      out += diagnostic.text(excerpt: excerpts.excerpt(of: diagnostic), color: color)
      out += "\n"
    }
    guard !rest.isEmpty else { return out }
    let count = rest.reduce(0) { $0 + $1.count }
    out += "\(count) more \(count == 1 ? "is" : "are") not shown:\n"
    for kind in rest { out += "  \(kind.count) \(kind.severity.rawValue) [\(kind.code.rawValue)]\n" }
    return out + "To see them all, run `limber check --all`.\n\n"
  }
}
