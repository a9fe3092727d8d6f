import Site
import SiteModel

/// What the front matter says to readers: title, summary, the fields of the kind.
extension ArticleChanges {
  var factChanges: [Change] {
    var found: [Change] = []
    func compare(_ name: String, _ was: [UInt8], _ now: [UInt8]) {
      guard was != now else { return }
      let passages = WordDifference(was, now).passages
      found.append(
        subject.change(
          "\(name)-changed", "\(name):", alarm: isAlarm(passages), passages: passages))
    }
    compare("title", old.title, new.title)
    compare("summary", old.summary, new.summary)
    let names = ListDifference(old.synonyms.map(\.text), new.synonyms.map(\.text))
    if !names.isEmpty { found.append(lists("also-known-as", names.removed, names.added)) }
    let before = Self.facts(sides.oldIndex, old)
    let after = Self.facts(sides.newIndex, new)
    let known = Set(before.map(\.name))
    for name in before.map(\.name) + after.map(\.name).filter({ !known.contains($0) }) {
      let one = before.first { $0.name == name }
      let was = one?.values ?? []
      let now = after.first { $0.name == name }?.values ?? []
      guard was != now else { continue }
      found.append(fact(name, was, now, isCaution: one?.isCaution ?? false))
    }
    return found
  }

  struct Fact {
    var name: String
    /// One, or those of a list.
    var values: [String]
    /// What is said of something to leave out, or to be careful with.
    var isCaution = false
  }

  private func fact(_ name: String, _ was: [String], _ now: [String], isCaution: Bool) -> Change {
    if was.count <= 1, now.count <= 1 {
      let message =
        was.isEmpty
        ? "\(name) is new: \(now[0])" : now.isEmpty ? "\(name) was removed; it was: \(was[0])" : nil
      if let message { return subject.change("fact-changed", message, alarm: isCaution) }
      let isOtherDose =
        isOfDose(name)
        && (TurnedSense.isFarOther(from: was[0], to: now[0]) || TurnedSense.hasOtherUnit(was[0], now[0]))
      return subject.change(
        "fact-changed", "\(name):",
        alarm: isCaution || isOtherDose || turnedSense.isFound(from: was[0], to: now[0])
          || !isOfDose(name) && turnedSense.isWeakened(in: WordDifference(was[0], now[0]).passages),
        passages: [Change.Passage(was: was[0], now: now[0])])
    }
    let difference = ListDifference(was, now)
    if difference.isEmpty {
      // The stages say which exercise comes when.
      return subject.change(
        "fact-changed", "\(name): the same entries in a different order.",
        alarm: name == sides.newIndex.configuration.checker.stages)
    }
    return lists(name, difference.removed, difference.added)
  }

  private func lists(_ name: String, _ removed: [String], _ added: [String]) -> Change {
    var passages: [Change.Passage] = []
    if removed.count == 1, added.count == 1 {
      passages = WordDifference(removed[0], added[0]).passages
    } else {
      passages =
        removed.map { Change.Passage(was: $0, now: nil) } + added.map { Change.Passage(was: nil, now: $0) }
    }
    // Those that stand in each other's place may be the same in other words.
    let isTurned = zip(removed, added).contains {
      turnedSense.isFound(from: $0, to: $1) || turnedSense.isRefusal($0) && !turnedSense.isRefusal($1)
        || turnedSense.isWeakened(in: WordDifference($0, $1).passages)
    }
    let isRefusalGone = removed.dropFirst(added.count).contains(where: turnedSense.isRefusal)
    return subject.change("fact-changed", "\(name):", alarm: isTurned || isRefusalGone, passages: passages)
  }

  /// Whether a fact is one of how much and how long.
  private func isOfDose(_ name: String) -> Bool {
    sides.newIndex.configuration.kinds[new.kind].fields.contains {
      $0.isDose && name.hasPrefix("\($0.name), ")
    }
  }

  static func facts(_ index: SiteIndex, _ article: Article) -> [Fact] {
    var found: [Fact] = []
    for (field, value) in zip(index.configuration.kinds[article.kind].fields, article.fields) {
      add(field, value, named: field.name, to: &found)
    }
    for note in article.notes {
      let relation = index.configuration.kinds[article.kind].relations[note.slot]
      found.append(
        Fact(
          name: "\(relation.name), note on \(note.target.text)",
          values: [String(decoding: note.text, as: UTF8.self)], isCaution: !relation.countsAsRelated))
    }
    return found
  }

  private static func add(_ field: Field, _ value: FieldValue, named name: String, to found: inout [Fact]) {
    switch value {
    case .none: break
    case .group(let values) where !field.type.fields.isEmpty:
      for (field, value) in zip(field.type.fields, values) {
        add(field, value, named: "\(name), \(field.name)", to: &found)
      }
    case .list(let values):
      found.append(Fact(name: name, values: values.map { field.type.words(of: $0) }))
    default: found.append(Fact(name: name, values: [field.type.words(of: value)]))
    }
  }
}
