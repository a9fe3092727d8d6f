import Diagnostics
import Text
import YAML

/// One typed value that a kind's front matter may hold beside the common keys. A class for the same reason as `Kind`.
package final class Field: Sendable {
  package let name: String
  package let type: any FieldType
  /// One value or a list of them.
  package let isList: Bool
  package let isRequired: Bool
  /// What it is for, in a sentence; nil for what `site.yaml` declares.
  package let description: String?
  /// What cards write before its value; nil for nothing.
  package let label: String?
  /// Whether it holds a telephone number, which pages and their data give to phones: a field `phone` of a kind or in a group.
  package let isPhone: Bool

  /// Whether it holds a text that has no words: every language takes it from the original.
  package var hasNoWords: Bool {
    type is TextType && !isList && ["phone", "email", "postal-code", "country"].contains(name)
  }

  package init(
    name: String, type: any FieldType, isList: Bool = false, isRequired: Bool = false,
    description: String? = nil, label: String? = nil
  ) {
    self.name = name
    self.type = type
    self.isList = isList
    self.isRequired = isRequired
    self.description = description
    self.label = label
    isPhone = name == "phone" && type is TextType && !isList
  }

  /// One value for a draft, which is right as it stands.
  package func example(today: CalendarDate) -> String {
    if type is TextType, name == "email" { return "hello@clinic.example" }
    // The two letters that an address wants.
    if type is TextType, name == "country", !isList { return "US" }
    return isPhone ? ClinicFacts.Telephone.example : type.example(today: today)
  }

  /// The same with another label.
  func labeled(_ label: String?) -> Field {
    label == self.label
      ? self
      : Field(
        name: name, type: type, isList: isList, isRequired: isRequired, description: description, label: label
      )
  }

  /// Whether it holds a postal address, whose parts people read without a name before each.
  package var isAddress: Bool {
    let parts = type.fields.map(\.name)
    return type is GroupType && !parts.isEmpty
      && parts.allSatisfy { part in ClinicSettings.address.keys.contains { $0.name == part } }
  }

  /// Whether it says where something is, in parts that search engines know.
  var isPlace: Bool {
    name == "address" && !isList && type is GroupType
      && type.fields.contains { part in ClinicSettings.address.keys.contains { $0.name == part.name } }
  }

  /// What people are told that it says: its label, or else its name.
  package var words: String { label ?? name.replacing("-", with: " ") }

  /// The same where it begins a line.
  package var heading: String { label ?? words.prefix(1).uppercased() + words.dropFirst() }

  /// Where a text that it holds leads: a number that phones dial, an address to write to; nil for nowhere.
  package func link(of text: [UInt8]) -> String? {
    guard type is TextType else { return nil }
    let text = String(decoding: text, as: UTF8.self)
    if name == "phone" { return ClinicFacts.Telephone(text).map { "tel:\($0.dialed)" } }
    return name == "email" ? ClinicSettings.mailAddress(text).map { "mailto:\($0)" } : nil
  }

  /// Whether it holds text, or a list of texts.
  package var isText: Bool { type is TextType }

  /// Whether it holds one day.
  package var isDay: Bool { type is DateType && !isList }

  /// Whether it holds several numbers.
  package var isListOfNumbers: Bool { type is NumberType && isList }

  /// Whether it is one yes or no.
  package var isFlag: Bool { type is FlagType && !isList }

  /// Whether it holds one whole number or a range of them.
  package var isCount: Bool { type is RangeType && !isList }

  /// Whether `site.yaml` declares it for words or a dose, which are written to be read.
  package var isForReaders: Bool {
    description == nil
      && (type is TextType || type is MarkdownType || type is GroupType || type is RangeType
        || type is DurationType)
  }

  /// Nil where it may be left out.
  var awaited: AwaitedKey? {
    guard isRequired else { return nil }
    return AwaitedKey(name) { node in
      var faults: [Diagnostic] = []
      _ = self.read(node, into: &faults)
      return faults.errors == 0 && !node.isNull
    }
  }

  /// Its value in an article's front matter, as its type wants it.
  func read(_ node: Node, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard isList else {
      if isRequired, isEmptyGroup(node, into: &diagnostics) { return .none }
      return checked(type.read(node, name, into: &diagnostics), node, &diagnostics)
    }
    if type is MarkdownType || type is TextType { node.lookAtEntries(name, into: &diagnostics) }
    let before = diagnostics.count
    guard node.kind == .sequence else {
      // One is a list of one: an editor need not know.
      let value = type.read(node, name, into: &diagnostics)
      if diagnostics.count > before {
        hintAtCommas(in: [node], "Write", since: before, into: &diagnostics)
      }
      return .list([value])
    }
    let values = node.elements.map { entry -> FieldValue in
      if entry.isEmptyEntry(of: name, into: &diagnostics) || isEmptyGroup(entry, into: &diagnostics) {
        return .none
      }
      return type.read(entry, name, into: &diagnostics)
    }
    if diagnostics.count > before {
      hintAtCommas(
        in: Array(node.elements), "Separate them with commas:", since: before, into: &diagnostics)
    }
    type.check(Array(node.elements), values, into: &diagnostics)
    return .list(values)
  }

  /// Whether it is a group in which nothing is said, which is reported.
  private func isEmptyGroup(_ node: Node, into diagnostics: inout [Diagnostic]) -> Bool {
    guard node.kind == .mapping, node.entries.isEmpty, type is GroupType, let first = type.fields.first else {
      return false
    }
    node.reportEmpty(
      name, hint: "Write what it says in the braces, such as `{\(first.name): …}`.", into: &diagnostics)
    return true
  }

  /// Says of the faults of a list from `before` on that its values lack the commas between them, or the brackets around them: `[1 1]`,
  /// `1, 1`.
  private func hintAtCommas(
    in nodes: [Node], _ advice: String, since before: Int, into diagnostics: inout [Diagnostic]
  ) {
    guard diagnostics[before...].allSatisfy({ $0.code == .wrongType }),
      nodes.allSatisfy({ $0.isPlain && $0.bytes.count < 80 })
    else { return }
    let signs = nodes.contains { $0.text.contains { ",;".contains($0) } } ? ",;" : " "
    let parts = nodes.flatMap { node in
      node.text.split { signs.contains($0) }.map { $0.split(separator: " ").joined(separator: " ") }
    }
    let list = "[\(parts.joined(separator: ", "))]"
    var others: [Diagnostic] = []
    guard parts.count > nodes.count,
      let values = YAMLDocument.parse(Array(list.utf8)[...], file: "", into: &others)?.root?.elements
    else { return }
    for value in values { _ = type.read(value, name, into: &others) }
    guard others.isEmpty else { return }
    diagnostics[before].hint = "\(advice) `\(name): \(list)`."
    diagnostics.removeSubrange((before + 1)...)
  }

  /// A value as read, with a report if it should be a number that a phone can dial and is none.
  func checked(_ value: FieldValue, _ node: Node, _ diagnostics: inout [Diagnostic]) -> FieldValue {
    if isPhone, case .text(let text) = value,
      ClinicFacts.Telephone(String(decoding: text, as: UTF8.self)) == nil
    {
      node.reportWrongType(
        name, mustBe: ClinicFacts.Telephone.wanted,
        hint: ClinicFacts.Telephone.hint(String(decoding: text, as: UTF8.self)), into: &diagnostics)
    }
    return value
  }

  /// What its value comes to when the whole site is known.
  package func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue {
    guard case .list(let entries) = value else { return type.complete(value, in: &site) }
    return .list(entries.map { type.complete($0, in: &site) })
  }

  /// Its value in words, for who compares two.
  package func words(of value: FieldValue) -> String {
    guard case .list(let entries) = value else { return type.words(of: value) }
    return entries.map { type.words(of: $0) }.joined(separator: "; ")
  }
}

extension Node {
  /// Warns of a list of texts whose entries are not those that its author meant: several in one, one in several, or none.
  func lookAtEntries(_ name: String, into diagnostics: inout [Diagnostic]) {
    let entries = kind == .sequence ? Array(elements) : [self]
    for (number, entry) in entries.enumerated() where entry.kind == .scalar {
      if entries.count == 1, ["none", "n/a", "-", "–", "no", "ninguna"].contains(entry.text.lowercased()) {
        entry.warn(
          "`\(name)` says `\(entry.text)`, which readers would see as an entry of the list.",
          "Delete this key.", into: &diagnostics)
      } else if let mark = Self.marks.first(where: { entry.holdsSeveral(begunBy: $0) }) {
        entry.warn(
          "`\(name)` is read as one entry here, because `\(mark)` begins no entry of a list.",
          "Write each entry on a line of its own that starts with `- `.", into: &diagnostics)
      } else if kind == .scalar, isPlain, let mark = Self.dashes.first(where: { text.hasPrefix($0 + " ") }) {
        entry.warn(
          "`\(mark)` begins no entry of a list, so readers would see it.",
          "Write `- ` in place of `\(mark) `.", into: &diagnostics)
      } else if number > 0, entry.isPlain, entries[number - 1].position.line == entry.position.line,
        Self.conjunctions.contains(where: { ByteSearch.begins(entry.bytes, with: $0) })
      {
        entry.warn(
          "This entry of `\(name)` begins in the middle of a sentence: the comma before it ends the entry.",
          "Put each entry that has a comma in it in straight quotes: `[\"…, …\"]`.", into: &diagnostics)
      }
    }
  }

  private static let marks = ["•", "–", "—", "*", "·"]
  /// Dots are told of as bullets.
  private static let dashes = ["–", "—", "·"]
  private static let conjunctions: [StaticString] = [
    "and ", "but ", "especially ", "if ", "nor ", "or ", "unless ",
  ]

  /// Whether a text begins with `mark` and has it again before another word.
  private func holdsSeveral(begunBy mark: String) -> Bool {
    let start = Array((mark + " ").utf8)
    guard bytes.starts(with: start) else { return false }
    return ByteSearch.first([0x20] + start, in: bytes.dropFirst(start.count)) != nil
      || ByteSearch.first([0x0A] + start, in: bytes.dropFirst(start.count)) != nil
  }

  /// Tells of a value that is still the example of a draft.
  func warnOfSample(_ name: String, into diagnostics: inout [Diagnostic]) {
    diagnostics.append(
      .warning(
        .unfinishedText, file: file, at: position, "`\(name)` still has the sample text of a new article.",
        hint: "Write your own text."))
  }
}
