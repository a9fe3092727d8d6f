import Diagnostics
import Text
import YAML

/// Reads what `site.yaml` says of the lists of a kind, whose fields are known.
struct ListReader {
  let kind: String
  let fields: [Field]
  let relations: [Relation]
  /// What the names of fields that could not be read were meant to be, which has been told.
  private let faulty: Set<String>
  private var diagnostics: [Diagnostic] = []

  static func read(
    _ draft: KindDraft, of kind: String, fields: [Field], relations: [Relation],
    into diagnostics: inout [Diagnostic]
  ) -> ListSettings {
    let names = draft.fields?.entries.map(\.key.text) ?? []
    let read = Set(fields.map(\.name)).filter { ArticleID.isValid($0.utf8) }
    let faulty = Set(names).subtracting(read)
    var reader = ListReader(
      kind: kind, fields: fields, relations: relations,
      faulty: faulty.union(faulty.map(ArticleID.nearest)))
    var list = ListSettings()
    if let names = draft.list.sort { list.order = reader.order(names) }
    if let names = draft.list.card { list.card = reader.card(names) }
    list.cardNode = draft.list.card?.first
    list.highlight = draft.list.highlight.flatMap { reader.highlight($0) }
    list.groupBy = draft.list.groupBy.flatMap { reader.groupBy($0) }
    list.perPage = draft.list.perPage
    list.feed = draft.feed
    if kind == Kind.pageName {
      for (key, node) in [
        ("group-by", draft.list.groupBy), ("per-page", list.perPage?.node), ("archive", draft.list.archive),
        ("feed", draft.feed?.node),
      ] {
        if let node { reader.reportPages(key, node) }
      }
    } else {
      list.archive = draft.list.archive.flatMap { reader.archive($0) }
      list.hasFaultyArchive = draft.list.archive != nil && list.archive == nil
    }
    diagnostics += reader.diagnostics
    return list
  }

  private mutating func order(_ names: [Node]) -> [ListOrder] {
    var seen: Set<String> = []
    return names.compactMap { node in
      let isDescending = node.text.hasPrefix("-")
      let name = isDescending ? String(node.text.dropFirst()) : node.text
      guard seen.insert(name).inserted else {
        report(node, "`sort` has `\(name)` twice.", hint: "Delete one of the two.")
        return nil
      }
      let words = name.split(separator: " ")
      if words.count == 2, key(String(words[0])) != nil, ["desc", "asc"].contains(words[1].lowercased()) {
        report(
          node, "`sort` has `\(name)`, but the kind `\(kind)` has no such field.",
          hint:
            "Write `\(words[1].lowercased() == "desc" ? "-" : "")\(words[0])`: a `-` puts the highest or latest first."
        )
        return nil
      }
      guard let key = key(name) else {
        if faulty.contains(name) { return nil }
        report(
          node, "`sort` has `\(name)`, but the kind `\(kind)` has no such field.",
          hint: hint(for: name, among: sortable, after: isDescending ? "-" : "") ?? possible(sortable))
        return nil
      }
      if case .field(let place) = key, !isSortable(fields[place]) {
        report(
          node, "A list cannot be sorted by `\(name)`, which is \(description(of: fields[place])).",
          hint: possible(sortable))
        return nil
      }
      return ListOrder(by: key, descending: isDescending)
    }
  }

  private mutating func card(_ names: [Node]) -> [Int] {
    var seen: Set<String> = []
    return names.compactMap { node in
      let name = node.text
      guard seen.insert(name).inserted else {
        report(node, "`card` has `\(name)` twice.", hint: "Delete one of the two.")
        return nil
      }
      guard let place = fields.firstIndex(where: { $0.name == name }) else {
        if faulty.contains(name) { return nil }
        let isShown = ["title", "summary"].contains(name)
        report(
          node,
          isShown
            ? "Every card shows the \(name)."
            : "`card` has `\(name)`, but the kind `\(kind)` has no such field.",
          hint: isShown
            ? "Delete `\(name)` from `card`." : hint(for: name, among: cardable) ?? possible(cardable))
        return nil
      }
      guard standsOnCards(fields[place]) else {
        report(
          node, "A card cannot show `\(name)`, which is \(description(of: fields[place])).",
          hint: possible(cardable))
        return nil
      }
      return place
    }
  }

  private mutating func archive(_ node: Node) -> ArchiveDate? {
    guard let name = node.asText("archive", into: &diagnostics) else { return nil }
    let dates = fields.filter(\.isDay).map(\.name) + ["updated"]
    guard dates.contains(name), let key = key(name) else {
      if faulty.contains(name) { return nil }
      let field = fields.first { $0.name == name }
      report(
        node,
        field.map { "`archive` is `\(name)`, which is \(description(of: $0)), not a date." }
          ?? "`archive` is `\(name)`, but the kind `\(kind)` has no such date.",
        hint: hint(for: name, among: dates) ?? possible(dates))
      return nil
    }
    return ArchiveDate(key: key, node: node)
  }

  private mutating func highlight(_ node: Node) -> SettingValue<Int>? {
    guard let name = node.asText("highlight", into: &diagnostics) else { return nil }
    let flags = fields.filter { $0.isFlag }.map(\.name)
    guard let place = fields.firstIndex(where: { $0.name == name }), fields[place].isFlag else {
      if faulty.contains(name) { return nil }
      let field = fields.first { $0.name == name }
      report(
        node,
        field.map { "`highlight` is `\(name)`, which is \(description(of: $0)), not a flag." }
          ?? "`highlight` is `\(name)`, but the kind `\(kind)` has no such field.",
        hint: hint(for: name, among: flags) ?? possible(flags))
      return nil
    }
    return SettingValue(value: place, node: node)
  }

  private mutating func groupBy(_ node: Node) -> SettingValue<Int>? {
    guard let name = node.asText("group-by", into: &diagnostics) else { return nil }
    let names = relations.map(\.name)
    guard let place = names.firstIndex(of: name) else {
      report(
        node, "`group-by` is `\(name)`, but the kind `\(kind)` has no such relation.",
        hint: hint(for: name, among: names) ?? possible(names))
      return nil
    }
    return SettingValue(value: place, node: node)
  }

  private func key(_ name: String) -> ListOrder.Key? {
    switch name {
    case "order": .order
    case "title": .title
    case "updated": .updated
    default: fields.firstIndex { $0.name == name }.map { .field($0) }
    }
  }

  private func isSortable(_ field: Field) -> Bool { field.type.isSortable && !field.isList }

  private var sortable: [String] { fields.filter(isSortable).map(\.name) + ["order", "title", "updated"] }
  private var cardable: [String] { fields.filter(standsOnCards).map(\.name) }

  /// What changed in an article, which every kind has, is no value to show.
  private func standsOnCards(_ field: Field) -> Bool {
    field.type.standsOnCards && field.description == nil
  }

  private func description(of field: Field) -> String {
    field.isList ? "a list" : "a field of the type `\(type(of: field.type).name)`"
  }

  private func hint(for name: String, among names: [String], after sign: String = "") -> String? {
    sign.isEmpty
      ? NearestName.hint(for: name, among: names)
      : NearestName.to(name, among: names).map { "Did you mean `\(sign)\($0)`?" }
  }

  private func possible(_ names: [String]) -> String? {
    names.isEmpty ? nil : "Possible here: \(names.map { "`\($0)`" }.joined(separator: ", "))."
  }

  private mutating func reportPages(_ key: String, _ node: Node) {
    report(
      node, "Articles of the kind `\(kind)` have no list page of their own, so `\(key)` does nothing.",
      hint: "Delete `\(key)`.")
  }

  private mutating func report(_ node: Node, _ message: String, hint: String?) {
    diagnostics.append(
      .error(.badConfiguration, file: node.file, at: node.position, message, hint: hint))
  }
}
