import Diagnostics
import Text
import YAML

/// A key of a block of `site.yaml`: declared once. From it are made how the block is read, what editors complete and the
/// table in `docs/site-configuration.md`.
package struct SettingKey<Block>: Sendable {
  package let name: String
  /// A sentence, as Markdown.
  package let description: String
  /// What else the documentation says of it.
  let more: String
  /// What holds without it, as Markdown; nil for a key that has to be there.
  let standard: String?
  /// What an editor's program checks the value against.
  let schema: @Sendable (SettingNames) -> Schema
  /// The keys of the block that it holds.
  let inner: [String]
  /// Takes the value into the block; reports one that is wrong, and leaves the block as it was.
  let take: @Sendable (Node, inout Block, inout [Diagnostic]) -> Void

  init(
    _ name: String, _ description: String, more: String = "", without standard: String?,
    inner: [String] = [], schema: @escaping @Sendable (SettingNames) -> Schema,
    take: @escaping @Sendable (Node, inout Block, inout [Diagnostic]) -> Void
  ) {
    self.name = name
    self.description = description
    self.more = more
    self.standard = standard
    self.inner = inner
    self.schema = schema
    self.take = take
  }

  static func text(
    _ name: String, _ description: String, more: String = "", without standard: String?,
    take: @escaping @Sendable (String, inout Block) -> Void
  ) -> Self {
    Self(
      name, description, more: more, without: standard, schema: { _ in .words },
      take: {
        guard let text = $0.asWords(name, into: &$2) else { return }
        $0.lookAtQuotes(name, into: &$2)
        take(text, &$1)
      })
  }

  static func flag(
    _ name: String, _ description: String, more: String = "", without standard: String?,
    take: @escaping @Sendable (Bool, inout Block) -> Void
  ) -> Self {
    Self(
      name, description, more: more, without: standard, schema: { _ in .flag },
      take: {
        if let flag = $0.asBool(name, into: &$2) { take(flag, &$1) }
      })
  }

  static func number(
    _ name: String, in range: ClosedRange<Int>, _ description: String, without standard: String?,
    take: @escaping @Sendable (Int, inout Block) -> Void
  ) -> Self {
    Self(
      name, description, more: "\(range.lowerBound) to \(range.upperBound).", without: standard,
      schema: { _ in
        ["type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
      },
      take: { node, block, diagnostics in
        guard let number = node.asInteger(name, into: &diagnostics) else { return }
        if range.contains(number) { return take(number, &block) }
        node.reportWrongType(
          name, mustBe: "between \(range.lowerBound) and \(range.upperBound)", into: &diagnostics)
      })
  }

  /// One of a few names; `wanted` completes "must be".
  static func choice<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ name: String, _ description: String, more: String = "", without standard: String?,
    mustBe wanted: String? = nil, take: @escaping @Sendable (Choice, inout Block) -> Void
  ) -> Self {
    let names = Choice.allCases.map(\.rawValue)
    return Self(
      name, description, more: more, without: standard, schema: { _ in .choice(names) },
      take: {
        guard let text = $0.asChoice(name, among: names, mustBe: wanted, into: &$2) else { return }
        if let choice = Choice(rawValue: text) { take(choice, &$1) }
      })
  }

  /// A list of texts; `what` and `example` are for the message about one that is none.
  static func texts(
    _ name: String, of what: String, example: String, _ description: String, more: String = "",
    without standard: String?, schema: @escaping @Sendable (SettingNames) -> Schema = { _ in .words },
    take: @escaping @Sendable ([Node], inout Block) -> Void
  ) -> Self {
    Self(
      name, description, more: more, without: standard,
      schema: { .array(of: schema($0)).with(["minItems": 1]) },
      take: {
        let list = $0.asTexts(
          name, of: what, example: example, whenEmpty: Node.hintForNothing, into: &$2)
        take(list ?? [], &$1)
      })
  }

  /// A value that is read when more is known.
  static func node(
    _ name: String, _ description: String, more: String = "", without standard: String?,
    schema: @escaping @Sendable (SettingNames) -> Schema,
    take: @escaping @Sendable (Node, inout Block) -> Void
  ) -> Self {
    Self(name, description, more: more, without: standard, schema: schema) { node, block, _ in
      take(node, &block)
    }
  }

  /// A block of its own.
  static func block<Inner>(
    _ name: String, _ description: String, more: String = "", without standard: String? = "See below",
    _ inner: SettingBlock<Inner>, _ path: WritableKeyPath<Block, Inner> & Sendable
  ) -> Self {
    Self(
      name, description, more: more, without: standard, inner: inner.keys.map(\.name),
      schema: { inner.schema($0) },
      take: {
        inner.read($0, named: name, into: &$1[keyPath: path], &$2)
      })
  }
}

/// What the values of settings may name.
package struct SettingNames: Sendable {
  package var kinds: [String] = []
  /// What the menu may lead to.
  package var entries: [String] = []
  /// Articles, as `kind:id`.
  package var articles: [String] = []
  package var relations: [String] = []
  /// The fields of the kind that `checker` calls `causes`.
  package var fieldsOfCauses: [String] = []

  package init() {}
}

/// The keys that a block of settings may have, in the order in which they are read.
package struct SettingBlock<Block>: Sendable {
  package let keys: [SettingKey<Block>]
  private let others: [(key: String, schema: Schema)]
  private let known: KnownKeys

  /// `others` are keys that something else declares and reads.
  /// `synonyms` are the keys under which other programs have the same.
  init(
    _ keys: [SettingKey<Block>], and others: [(key: String, schema: Schema)] = [],
    synonyms: [String: String] = [:]
  ) {
    self.keys = keys
    self.others = others
    known = KnownKeys(
      keys.map(\.name) + others.map(\.key),
      awaiting: keys.filter { $0.standard == nil }.map { .text($0.name) },
      inner: Dictionary(uniqueKeysWithValues: keys.filter { !$0.inner.isEmpty }.map { ($0.name, $0.inner) }),
      hints: synonyms.mapValues { .means([$0]) })
  }

  /// Reads a mapping; what is wrong is reported and leaves the block as it was. Missing keys are reported at `position`, by
  /// default where the mapping begins. Nil when `node` is no mapping.
  @discardableResult
  func read(
    _ node: Node, named name: String, missingAt position: Position? = nil, into block: inout Block,
    _ diagnostics: inout [Diagnostic]
  ) -> Fields? {
    guard let fields = Fields(node, named: name, allowing: known, into: &diagnostics) else { return nil }
    for key in keys {
      let value =
        key.standard == nil
        ? fields.required(key.name, missingAt: position, into: &diagnostics) : fields[key.name]
      if let value { key.take(value, &block, &diagnostics) }
    }
    return fields
  }

  /// Such blocks by their names, and those that stand too far in, inside of another.
  func entries(of node: Node) -> [(key: Node, value: Node)] { Fields.entries(of: node, known) }

  package func schema(_ names: SettingNames) -> Schema {
    .object(
      keys.map { ($0.name, $0.schema(names).described($0.description)) } + others,
      required: keys.filter { $0.standard == nil }.map(\.name))
  }

  /// Its table in `docs/site-configuration.md`.
  package var documentation: String {
    keys.reduce(into: "| Key | Meaning | Default |\n|---|---|---|\n") { table, key in
      let meaning = key.more.isEmpty ? key.description : "\(key.description) \(key.more)"
      table += "| `\(key.name)` | \(meaning) | \(key.standard ?? "**Required**") |\n"
    }
  }
}

extension Node {
  /// What to do about a setting that says nothing when there is nothing in it.
  static let hintForNothing = "Delete the line if there is nothing to say."
}
