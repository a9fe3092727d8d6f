import Mustache

/// Values by the names that their record's type declares for them.
typealias NamedValues = [(name: String, value: Value)]

extension Record {
  /// A record in which every name of the type is filled once, and the `has-…` that `PageTypes.withPresence` adds follow
  /// from their lists. A name too many or too few stops a debug build.
  init(_ type: RecordType, filling named: NamedValues) {
    var values = [Value](repeating: .none, count: type.fields.count)
    for (place, pair) in named.enumerated() {
      // Names mostly stand in the type's order, where comparing one is cheaper than looking it up.
      let stands = place < type.fields.count && type.fields[place].name == pair.name
      guard let slot = stands ? place : type.slot(of: pair.name) else {
        assertionFailure("`\(type.name)` has no `\(pair.name)`")
        continue
      }
      values[slot] = pair.value
    }
    var next = named.count
    for slot in 0..<min(named.count, values.count) where next < values.count {
      guard case .list = type.fields[slot].type else { continue }
      values[next] = .flag(values[slot].hasEntries)
      next += 1
    }
    assert(
      next == values.count && Set(named.map(\.name)).count == named.count,
      "`\(type.name)` is filled with \(named.map(\.name))")
    self.init(type, values)
  }
}
