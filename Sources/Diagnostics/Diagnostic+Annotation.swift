extension Diagnostic {
  /// A GitHub workflow command that marks the line in a pull request
  /// (docs.github.com, "Workflow commands for GitHub Actions": `::error file={name},line={line},…::{message}`).
  /// The runner wants files relative to the folder in which the command runs: `start` stands before the file's name.
  package func annotation(below start: String = "") -> String {
    var properties: [String] = []
    if let file { properties.append("file=\(Self.property(start + file))") }
    if let position { properties += ["line=\(position.line)", "col=\(position.column)"] }
    properties.append("title=\(Self.property(code.rawValue))")
    let text = hint.map { "\(message) \($0)" } ?? message
    return "::\(severity.rawValue) \(properties.joined(separator: ","))::\(Self.data(text))"
  }

  /// A message: `%` and line ends are percent-encoded, as the runner decodes them.
  private static func data(_ text: String) -> String { encode(text, also: []) }

  /// A property value: `:` and `,` would end it and are encoded too.
  private static func property(_ text: String) -> String { encode(text, also: [":", ","]) }

  private static func encode(_ text: String, also extra: Set<Unicode.Scalar>) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out.append(contentsOf: "%25".unicodeScalars)
      case "\r": out.append(contentsOf: "%0D".unicodeScalars)
      case "\n": out.append(contentsOf: "%0A".unicodeScalars)
      case ":" where extra.contains(scalar): out.append(contentsOf: "%3A".unicodeScalars)
      case "," where extra.contains(scalar): out.append(contentsOf: "%2C".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
