import Diagnostics
import Text

/// Reading a node as what its key wants. Each takes the key's name as the message shows it, returns nil after
/// reporting a value of the wrong shape (`wrong-type`) or one that is not there (`empty-value`), and never takes
/// one thing for another: `no` is a text, `1e3` no number, 30 February no date.
extension Node {
  /// A text that says something.
  package func asText(_ name: String, into diagnostics: inout [Diagnostic]) -> String? {
    guard isFilledScalar(name, mustBe: "text", into: &diagnostics) else { return nil }
    return text
  }

  /// One of a few names; `wanted` completes "must be".
  package func asChoice(
    _ name: String, among names: [String], mustBe wanted: String? = nil,
    hint: (String) -> String? = { _ in nil }, into diagnostics: inout [Diagnostic]
  ) -> String? {
    let quoted = names.map { "`\($0)`" }
    let wanted = wanted ?? quoted.dropLast().joined(separator: ", ") + " or \(quoted.last ?? "")"
    guard isFilledScalar(name, mustBe: wanted, into: &diagnostics) else { return nil }
    let text = text
    if names.contains(text) { return text }
    reportWrongType(
      name, mustBe: wanted,
      hint: hint(text) ?? NearestName.hint(for: text, among: names)
        ?? Self.beginning(text, among: names).map { "Did you mean `\($0)`?" }, into: &diagnostics)
    return nil
  }

  /// The only name that a text goes on with, or the other way round: `warning` for `warn`.
  private static func beginning(_ text: String, among names: [String]) -> String? {
    let small = text.lowercased()
    let near = names.filter { name in
      min(name.count, small.count) > 2 && (small.hasPrefix(name) || name.hasPrefix(small))
    }
    return near.count == 1 ? near[0] : nil
  }

  /// `true` or `false`, without quotes; `yes`, `on` and the like are not booleans.
  package func asBool(_ name: String, into diagnostics: inout [Diagnostic]) -> Bool? {
    guard isFilledScalar(name, mustBe: "`true` or `false`", into: &diagnostics) else { return nil }
    if isPlain, matches("true") { return true }
    if isPlain, matches("false") { return false }
    reportWrongType(name, mustBe: "`true` or `false`", hint: booleanHint, into: &diagnostics)
    return nil
  }

  /// A whole number in decimal digits, with `-` before it when negative; no sign `+`, no leading zeros, no quotes.
  package func asInteger(_ name: String, into diagnostics: inout [Diagnostic]) -> Int? {
    guard isFilledScalar(name, mustBe: "a whole number", into: &diagnostics) else { return nil }
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes
    let isNumber =
      isPlain && !digits.isEmpty
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && (digits.first != UInt8(ascii: "0") || bytes.count == 1)
    if isNumber, let number = Int(text) { return number }
    reportWrongType(name, mustBe: "a whole number", hint: numberHint(name), into: &diagnostics)
    return nil
  }

  /// A number in decimal digits, 0 or more, as it is written: with or without decimals after a point, no sign, no exponent, no
  /// leading zeros, no quotes.
  package func asDecimal(_ name: String, into diagnostics: inout [Diagnostic]) -> [UInt8]? {
    guard isFilledScalar(name, mustBe: "a number", into: &diagnostics) else { return nil }
    if isPlain, Self.isDecimal(bytes) { return Array(bytes) }
    var meant = text.replacing(",", with: ".")
    if meant.hasPrefix(".") { meant = "0" + meant }
    if meant.hasSuffix(".") { meant.removeLast() }
    reportWrongType(
      name, mustBe: text.hasPrefix("-") ? "a number, 0 or more" : "a number",
      hint: Self.isDecimal(meant.utf8)
        ? "Write `\(meant)`\(isPlain ? "" : ", without quotes")." : numberHint(name),
      into: &diagnostics)
    return nil
  }

  /// At most nine digits on each side of the point.
  private static func isDecimal(_ text: some Collection<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        (1...9).contains(part.count)
          && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
      && (parts[0].count == 1 || parts[0].first != UInt8(ascii: "0"))
  }

  /// A day that exists, written `YYYY-MM-DD`.
  package func asDate(_ name: String, into diagnostics: inout [Diagnostic]) -> CalendarDate? {
    let wanted = "a date, such as `2026-02-28`"
    guard isFilledScalar(name, mustBe: wanted, into: &diagnostics) else { return nil }
    if let date = CalendarDate(parsing: bytes) {
      if date.year >= 1000 { return date }
      reportWrongType(
        name, mustBe: wanted, hint: "Check the year: `\(text.prefix(4))` starts with a zero.",
        into: &diagnostics)
      return nil
    }
    reportWrongType(name, mustBe: wanted, hint: WrittenDate(text).hint, into: &diagnostics)
    return nil
  }

  /// What words for yes and no are to be written as.
  package var booleanHint: String? {
    let word = text.lowercased()
    if ["true", "yes", "y", "on", "1", "x", "ja", "sí", "si", "oui"].contains(word) {
      return "Write `true`\(isPlain ? "" : ", without quotes")."
    }
    if ["false", "no", "n", "off", "0", "nein", "non"].contains(word) {
      return "Write `false`\(isPlain ? "" : ", without quotes")."
    }
    return nil
  }

  /// A list. `of` names what it holds and `example` shows one: "`signs` must be a list of ids, such as
  /// `[outer-hip-pain]`, not a single text." One without entries is fine, unless `whenEmpty` says what to do about it.
  package func asList(
    _ name: String, of what: String, example: String, whenEmpty hint: String? = nil,
    into diagnostics: inout [Diagnostic]
  ) -> Elements? {
    if kind == .sequence, hint == nil || !elements.isEmpty { return elements }
    if isNull || kind == .sequence {
      reportEmpty(name, hint: hint ?? "Write `[]` if there are none on purpose.", into: &diagnostics)
    } else {
      reportWrongType(
        name, mustBe: "a list of \(what), such as `\(example)`",
        hint: listHint(name, of: what, example: example),
        into: &diagnostics)
    }
    return nil
  }

  /// Reports that there is nothing here where `name` has to say something.
  package func reportEmpty(_ name: String, hint: String, into diagnostics: inout [Diagnostic]) {
    diagnostics.append(
      .error(.emptyValue, file: file, at: position, "`\(name)` is empty.", hint: hint))
  }

  /// A list of texts, each of which says something; the nodes, so that their positions are at hand.
  package func asTexts(
    _ name: String, of what: String, example: String, whenEmpty hint: String? = nil,
    into diagnostics: inout [Diagnostic]
  ) -> [Node]? {
    guard
      let list = asList(name, of: what, example: example, whenEmpty: hint, into: &diagnostics)
    else { return nil }
    var texts: [Node] = []
    texts.reserveCapacity(list.count)
    for element in list {
      // Most are.
      if element.kind == .scalar, !element.isEmpty {
        texts.append(element)
      } else if !element.isEmptyEntry(of: name, into: &diagnostics) {
        _ = element.isFilledScalar(
          name, mustBe: "a list of \(what), such as `\(example)`", into: &diagnostics)
      }
    }
    return texts
  }

  /// Whether it says nothing, which is reported: a `-` with nothing behind it.
  package func isEmptyEntry(of name: String, into diagnostics: inout [Diagnostic]) -> Bool {
    guard isEmpty else { return false }
    reportEmpty(name, hint: "Write something here, or delete this entry.", into: &diagnostics)
    return true
  }

  /// Reports that this node is not what `name` wants; `wanted` completes "must be".
  package func reportWrongType(
    _ name: String, mustBe wanted: String, hint: String? = nil, into diagnostics: inout [Diagnostic]
  ) {
    // A key that is none has been told.
    if kind == .mapping, entries.contains(where: { $0.key.kind != .scalar }) { return }
    let actual =
      switch kind {
      case .sequence: wanted.hasPrefix("a list") && elements.isEmpty ? "an empty list" : "a list"
      case .mapping: "a mapping"
      case .scalar where isNull: "empty"
      case .scalar where wanted.hasPrefix("a list") || wanted.hasPrefix("a mapping"): "a single value"
      case .scalar: isPlain ? "`\(shortText)`" : "the text \"\(shortText)\""
      }
    diagnostics.append(
      .error(
        .wrongType, file: file, at: position, "`\(name)` must be \(wanted), not \(actual).",
        hint: hint ?? (wanted == "text" ? quotesHint(name) : nil)
          ?? (wanted.hasPrefix("a list") || wanted.hasPrefix("a mapping") ? nil : singleHint(name))))
  }

  /// A scalar that says something; anything else is reported.
  private func isFilledScalar(
    _ name: String, mustBe wanted: String, into diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard kind == .scalar else {
      reportWrongType(
        name, mustBe: wanted, hint: colonHint(wanted) ?? nestedHint(name, wanted) ?? idHint(wanted),
        into: &diagnostics)
      return false
    }
    guard !isEmpty else {
      diagnostics.append(.error(.emptyValue, file: file, at: position, "`\(name)` is empty."))
      return false
    }
    return true
  }

  private var shortText: String {
    let text = text
    return text.count > 40 ? "\(text.prefix(40))…" : text
  }
}
