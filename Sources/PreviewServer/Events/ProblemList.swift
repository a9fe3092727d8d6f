import Diagnostics
import Files
import Text

/// What is wrong with the site, for the overlay: `"errors":[…],"more":0,"warnings":0`. Warnings are only counted.
enum ProblemList {
  /// As many as anybody mends before saving again.
  private static let mostErrors = 50

  static func json(_ diagnostics: [Diagnostic], source: String) -> [UInt8] {
    let errors = diagnostics.filter { $0.severity == .error }
    var out = "\"errors\":["
    var excerpts = SourceExcerpts(source: source)
    for (number, error) in errors.prefix(mostErrors).enumerated() {
      if number > 0 { out += "," }
      // The object of the machine-readable report with one member more.
      out += error.json.dropLast() + ",\"excerpt\":["
      out += excerpts.around(error).map { "[\($0.line),\(JSONText.quoted($0.text))]" }.joined(separator: ",")
      out += "],\"caret\":\(excerpts.caret(error))}"
    }
    out += "],\"more\":\(max(0, errors.count - mostErrors)),\"warnings\":\(diagnostics.count - errors.count)"
    return Array(out.utf8)
  }
}
