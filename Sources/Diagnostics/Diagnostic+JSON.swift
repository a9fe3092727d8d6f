import Text

extension Diagnostic {
  /// One JSON object on one line, with the keys `severity`, `code`, `file`, `line`, `column`, `message` and
  /// `hint`; what there is none of is `null`.
  package var json: String {
    func text(_ value: String?) -> String { value.map(JSONText.quoted) ?? "null" }
    func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }
    return """
      {"severity":\(text(severity.rawValue)),"code":\(text(code.rawValue)),"file":\(text(file)),\
      "line":\(number(position?.line)),"column":\(number(position?.column)),\
      "message":\(text(message)),"hint":\(text(hint))}
      """
  }
}
