import YAML

/// A work as a reader of health pages expects it: authors, title, journal, year, volume, issue, pages
/// (the order of the AMA Manual of Style, chapter 3).
struct ReferenceText {
  private let parts: [Part]

  private struct Part {
    let text: String
    /// The element that it is, if any.
    let element: String
  }

  init(_ work: Node) {
    func field(_ key: String) -> String { WorkField(work.value(for: key))?.text ?? "" }
    let container = field("container-title")
    parts = [
      Part(text: WorkPeople(work).text, element: ""), Part(text: field("title"), element: "cite"),
      Part(text: container.isEmpty ? field("publisher") : container, element: "i"),
      Part(text: Self.placeInJournal(work), element: ""),
    ].filter { !$0.text.isEmpty }
  }

  var html: [UInt8] {
    line { part in
      let text = Self.escaped(part.text)
      return part.element.isEmpty ? text : "<\(part.element)>\(text)</\(part.element)>"
    }
  }

  var plain: [UInt8] { line { part in part.text.filter { WorkField.raised[$0] == nil } } }

  /// Each part ends with a point, unless it ends with a mark of its own.
  private func line(shown: (Part) -> String) -> [UInt8] {
    Array(parts.map { shown($0) + (Self.isEnded($0.text) ? "" : ".") }.joined(separator: " ").utf8)
  }

  private static func isEnded(_ text: String) -> Bool {
    var rest = Substring(text)
    while let last = rest.last, "\"”’'»".contains(last) { rest = rest.dropLast() }
    return rest.last.map { ".?!…".contains($0) } ?? false
  }

  /// `2016;50(19):1169–1176`, without a mark for what is missing.
  private static func placeInJournal(_ work: Node) -> String {
    let issue = number(work, "issue").isEmpty ? "" : "(\(number(work, "issue")))"
    let volume = withoutWord(number(work, "volume")) + issue
    let year = WorkDate(work).text
    let before = [year, volume].filter { !$0.isEmpty }.joined(separator: ";")
    return [before, pages(work)].filter { !$0.isEmpty }.joined(separator: ":")
  }

  /// Empty also for what Wiley has where there is no number yet.
  private static func number(_ work: Node, _ key: String) -> String {
    let text = WorkField(work.value(for: key))?.text ?? ""
    return text.lowercased().hasPrefix("n/a") ? "" : text
  }

  /// "Volume 12" of some programs is 12.
  private static func withoutWord(_ volume: String) -> String {
    for word in ["volume ", "vol. ", "vol "] where volume.lowercased().hasPrefix(word) {
      return String(volume.dropFirst(word.count))
    }
    return volume
  }

  private static func pages(_ work: Node) -> String {
    let page =
      ["page", "page-first", "article-number", "number"].lazy
      .filter { key in key != "number" || work.value(for: "type")?.matches("article-journal") == true }
      .compactMap { WorkField(work.value(for: $0))?.text }.first ?? ""
    if page.lowercased().hasPrefix("n/a") { return "" }
    return page.split(separator: ",").map { run in
      run.split { "-–—‐‑−".contains($0) }.map { String($0).trimmed }.joined(separator: "–")
    }.filter { !$0.isEmpty }.joined(separator: ", ").trimmed
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      default:
        if let tag = WorkField.raised[character] { out += tag } else { out.append(character) }
      }
    }
    return out
  }
}
