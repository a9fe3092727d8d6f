import YAML

/// The year of a work, or its years, from what programs write: parts, ranges, a raw or literal text, "circa".
struct WorkDate {
  /// `2016`, `2015–2016`, `c. 1998`, `in press`; empty when there is none.
  let text: String

  /// `issued`, else the other dates that Crossref sends.
  init(_ work: Node) { text = Self.keys.lazy.compactMap { Self.year(work.value(for: $0)) }.first ?? "" }

  /// Where its year stands.
  static func node(of work: Node) -> Node? {
    keys.lazy.compactMap { work.value(for: $0) }.first { year($0) != nil }
  }

  private static let keys = [
    "issued", "published", "published-print", "published-online", "available-date", "event-date",
  ]

  private static func year(_ date: Node?) -> String? {
    guard let date else { return nil }
    guard date.kind == .mapping else { return WorkField(date).map { inText($0.text) } }
    guard
      let year = fromParts(date) ?? WorkField(date.value(for: "raw")).map({ inText($0.text) })
        ?? WorkField(date.value(for: "literal")).map({ inText($0.text) })
    else { return nil }
    let circa = date.value(for: "circa")
    let isRough = circa.map { !$0.isEmpty && !["false", "0"].contains($0.text) } ?? false
    return isRough && !year.hasPrefix("c. ") ? "c. " + year : year
  }

  /// A number may be a text, and an empty part is none.
  private static func fromParts(_ date: Node) -> String? {
    let years = (date.value(for: "date-parts")?.elements ?? date.elements).compactMap { parts -> String? in
      guard let year = parts.elements.first ?? (parts.kind == .scalar ? parts : nil),
        let number = Int(year.text)
      else {
        return nil
      }
      return number < 0 ? "\(-number) BC" : String(number)
    }
    return range(years)
  }

  private static func range(_ years: [String]) -> String? {
    guard let first = years.first, let last = years.last else { return nil }
    return first == last ? first : "\(first)–\(last)"
  }

  /// The years in `2016-05-03`, `May 2016`, `2014/2016` and `ca. 1998`; a text without one stays as it is, such as "in press".
  private static func inText(_ text: String) -> String {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }
    let years = numbers.filter { $0.count == 4 && ("1"..."2").contains($0.prefix(1)) }.map(String.init)
    guard let found = range(years) else { return text }
    let small = text.lowercased()
    return ["c.", "ca.", "ca ", "circa", "~", "approximately"].contains { small.hasPrefix($0) }
      ? "c. " + found : found
  }
}
