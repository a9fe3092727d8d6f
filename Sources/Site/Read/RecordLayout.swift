import Mustache

/// The names that templates have for a `Source`, each declared once: what it is called, what kind of value stands for it,
/// what it means, and how the value is made. The type that templates are checked against, the records that pages are
/// filled with and the tables of `docs/templates.md` all come from it, so none can name what another does not.
struct RecordLayout<Source>: Sendable {
  let type: RecordType
  /// What makes the values, in the type's order. Apart from the names, which cost counting for each record.
  private let makers: [@Sendable (Source) -> Value]
  /// Where the lists among them are.
  private let lists: [Int]

  /// Each list gets a `has-…` as well: a section on a list repeats for each entry, and what stands around the list is
  /// written once.
  init(_ name: String, _ names: [RecordName<Source>]) {
    makers = names.map(\.value)
    lists = names.indices.filter { if case .list = names[$0].field.type { true } else { false } }
    type = RecordType(
      name,
      names.map(\.field)
        + lists.map { list in
          let name = names[list].field.name
          return .init("has-\(name)", .flag, "Whether `\(name)` has any entry.")
        })
  }

  func record(of source: Source) -> Record { record(of: source, only: nil) }

  /// The same with nothing for the names that are not `wanted`, for a template that does not ask for them.
  func record(of source: Source, only wanted: [Bool]?) -> Record {
    var values: [Value] = []
    values.reserveCapacity(makers.count + lists.count)
    // Borrowed where they lie: counting references to what all pages share makes threads wait for each other.
    let shared = makers.span
    for place in shared.indices {
      values.append(wanted.map { $0[place] } ?? true ? shared[place](source) : .none)
    }
    for list in lists { values.append(.flag(values[list].hasEntries)) }
    return Record(type, values)
  }

  /// For each name whether a template looks it up.
  func names(usedBy template: Template) -> [Bool] {
    let fields = type.fields
    var used = makers.indices.map { template.uses(fields[$0].name, of: type) }
    for (place, list) in lists.enumerated() where template.uses(fields[makers.count + place].name, of: type) {
      used[list] = true
    }
    return used
  }

  func value(of source: Source) -> Value { .record(record(of: source)) }

  func values(of sources: some Sequence<Source>) -> Value { .list(sources.map { value(of: $0) }) }

  /// Where records hold the value called `name`, for who reads one back.
  func slot(of name: String) -> Int {
    // Only our own sources name it here, and a test asks for each: another name is a slip that must not show the wrong value.
    guard let slot = type.slot(of: name) else {
      preconditionFailure("`\(type.name)` has no `\(name)`")  // A slip of ours.
    }
    return slot
  }
}

/// One name of a record, and how its value comes from a `Source`. Inlined, so that a closure without captures stays one.
struct RecordName<Source>: Sendable {
  let field: RecordType.Field
  fileprivate let value: @Sendable (Source) -> Value

  /// For values of a type that only the site's settings tell.
  init(
    _ name: String, _ type: ValueType, _ meaning: String, _ value: @escaping @Sendable (Source) -> Value
  ) {
    field = RecordType.Field(name, type, meaning)
    self.value = value
  }

  @inline(__always)
  static func text(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Source) -> [UInt8]
  ) -> Self {
    Self(name, .text, meaning) { .text(value($0)) }
  }

  @inline(__always)
  static func text(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Source) -> String
  ) -> Self {
    Self(name, .text, meaning) { .text(Array(value($0).utf8)) }
  }

  @inline(__always)
  static func html(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Source) -> [UInt8]
  ) -> Self {
    Self(name, .html, meaning) { .html(value($0)) }
  }

  @inline(__always)
  static func flag(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Source) -> Bool
  ) -> Self {
    Self(name, .flag, meaning) { .flag(value($0)) }
  }

  @inline(__always)
  static func texts(
    _ name: String, _ meaning: String, _ values: @escaping @Sendable (Source) -> [[UInt8]]
  ) -> Self {
    Self(name, .list(.text), meaning) { .list(values($0).map { .text($0) }) }
  }

  @inline(__always)
  static func record<Part>(
    _ name: String, _ layout: RecordLayout<Part>, _ meaning: String,
    _ value: @escaping @Sendable (Source) -> Part?
  ) -> Self {
    Self(name, .record(layout.type), meaning) { value($0).map { layout.value(of: $0) } ?? .none }
  }

  @inline(__always)
  static func list<Part>(
    _ name: String, of layout: RecordLayout<Part>, _ meaning: String,
    _ values: @escaping @Sendable (Source) -> [Part]
  ) -> Self {
    Self(name, .list(.record(layout.type)), meaning) { layout.values(of: values($0)) }
  }

  @inline(__always)
  static func cards(
    _ name: String, _ meaning: String, _ cards: @escaping @Sendable (Source) -> Cards
  ) -> Self {
    Self(name, .list(.record(PageTypes.card.type)), meaning) { cards($0).value }
  }
}
