/// How a value of another shape is to be written.
extension Node {
  /// A list or mapping of one line where a text belongs: brackets and braces need quotes.
  func quotesHint(_ name: String) -> String? {
    guard kind != .scalar, let first = kind == .sequence ? elements.first : entries.first?.key,
      // Only what begins on the line of its bracket was meant as one text.
      position.line == first.position.line, position.column < first.position.column
    else { return nil }
    let parts = elements.map(\.text) + entries.map { $1.isNull ? $0.text : "\($0.text): \($1.text)" }
    let inner = parts.joined(separator: ", ")
    let text = kind == .sequence ? "[\(inner)]" : "{\(inner)}"
    return text.contains("\"") || text.count > 80
      ? "If the brackets are part of the text, put the whole text in quotes. If not, remove them."
      : "If the brackets are part of the text, write `\(name): \"\(text)\"`. If not, remove them."
  }

  /// A sentence with a colon that became a key and its value: `- Stop: do not go lower`.
  func colonHint(_ wanted: String) -> String? {
    guard kind == .mapping, wanted == "text" || wanted.hasPrefix("a list of"), !wanted.contains("of ids"),
      let (key, value) = entries.first, entries.count == 1, key.position == position,
      key.isPlain, value.kind == .scalar, value.isPlain, !value.isEmpty,
      value.position.line == key.position.line
    else { return nil }
    let text = "\(key.text): \(value.text)"
    return text.contains("\"") || text.count > 120 || text.contains(where: \.isNewline)
      ? "If this is one text, put the whole text in quotes."
      : "If this is one text, put it in quotes: `\"\(text)\"`."
  }

  /// A mapping with an id where ids stand alone: `red-flags: [{id: rf-fever, note: hot}]`.
  func idHint(_ wanted: String) -> String? {
    guard kind == .mapping, wanted.hasPrefix("a list of"), wanted.contains("ids,"), let id = value(for: "id"),
      id.kind == .scalar, !id.isEmpty
    else { return nil }
    return "Write its id alone: `\(id.text)`."
  }

  /// A list in a list, where one of them is meant: `[[deep-squat]]`.
  func nestedHint(_ name: String, _ wanted: String) -> String? {
    guard kind == .sequence, wanted.hasPrefix("a list of"), !elements.isEmpty,
      elements.allSatisfy({ $0.kind == .scalar && !$0.isEmpty && $0.bytes.count < 80 })
    else { return nil }
    let items = elements.map { Self.inList($0.text) }.joined(separator: ", ")
    return "Write one pair of brackets: `\(name): [\(items)]`."
  }

  /// A single value where a list belongs: the same in brackets. Commas and semicolons part what it holds.
  func listHint(_ name: String, of what: String, example: String) -> String? {
    // Names before the entries, as in `{web: https://social.example}`: the entries alone are the list.
    if kind == .mapping, what == "addresses", (1...5).contains(entries.count),
      entries.allSatisfy({ $0.value.kind == .scalar && !$0.value.isNull && $0.value.bytes.count <= 60 })
    {
      let values = entries.map { entry in
        let text = entry.value.text
        return text.contains { ",[]{}#\"'".contains($0) } || text.contains(": ") ? "\"\(text)\"" : text
      }
      if values.allSatisfy({ $0.filter { $0 == "\"" }.count % 2 == 0 }) {
        return "Write `\(name): [\(values.joined(separator: ", "))]`."
      }
    }
    guard kind == .scalar, bytes.count <= 200, !bytes.contains(where: { $0 < 0x20 && $0 != 0x0A }) else {
      return nil
    }
    // A text is no entry of a list of mappings: `opening-hours: Mon-Fri 9-5`.
    if example.hasPrefix("[{") { return "Write `\(name): \(example)`, with your own values." }
    var text = text
    if isPlain, let mark = ["–", "—", "•", "·"].first(where: { text.hasPrefix($0 + " ") }) {
      let first = text.dropFirst(2).prefix { !" \n".contains($0) }
      return
        "Write each entry on a line of its own that starts with `- ` in place of `\(mark) `, such as `- \(first)`."
    }
    if text.contains("\n") {
      let lines = text.split(separator: "\n").map { $0.drop { " -*•".contains($0) } }.filter { !$0.isEmpty }
      text = lines.joined(separator: ", ")
    }
    // The bracket that it ends with has lost its partner.
    if isPlain, text.hasSuffix("]"), !text.contains("[") { text.removeLast() }
    if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
    if what.hasSuffix("ids"), !text.hasPrefix("-") {
      // Ids have no spaces in them, and most have a hyphen.
      let words = text.split(separator: " ").filter { $0 != "-" && $0 != "and" }
      let areIDs = words.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || "-:".contains($0) } }
      if areIDs, words.count > 1, words.contains(where: { $0.contains("-") }) {
        text = words.joined(separator: ",")
      }
    }
    // `-one` on each line, without the space that makes entries of them.
    // A list whose entries may begin with one keeps it.
    let isGlued =
      text.hasPrefix("-") && text.dropFirst().first.map { $0.isLetter } ?? false && !example.hasPrefix("[-")
    if ["none", "no", "n/a", "nothing", "keine", "ninguno"].contains(text.lowercased()) {
      return "Write `\(name): []` if there are none."
    }
    let written = isGlued ? String(text.dropFirst()).replacing(" -", with: ", ") : text
    let items = written.replacing(" and ", with: ", ").split { $0 == "," || $0 == ";" }.map {
      String($0.drop(while: \.isWhitespace))
    }
    .map { item in
      var rest = item[...]
      while rest.last?.isWhitespace == true { rest = rest.dropLast() }
      return String(rest)
    }.filter { !$0.isEmpty }
    return items.isEmpty ? nil : "Write `\(name): [\(items.map(Self.inList).joined(separator: ", "))]`."
  }

  /// A text as it may stand in brackets: in quotes where YAML would take it for something else.
  package static func inList(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || " -_/.'’()".contains($0) }
    let startsPlain = text.first.map { $0.isLetter || $0.isNumber || $0 == "/" } ?? false
    return isPlain && startsPlain
      ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// A list where a single value belongs.
  func singleHint(_ name: String) -> String? {
    guard kind == .sequence, let first = elements.first, first.kind == .scalar, !first.isEmpty else {
      return nil
    }
    let value = first.isPlain ? first.text : "\"\(first.text)\""
    guard first.bytes.count <= 80, !first.bytes.contains(UInt8(ascii: "\"")) else { return nil }
    return elements.count == 1
      ? "Write `\(name): \(value)`, without brackets or `-`."
      : "Only one value can stand here. Write `\(name): \(value)`, for example."
  }
}
