import Diagnostics
import YAML

/// What is plain to see of the parts of a group only where they stand together.
extension GroupType {
  /// A report of entries whose keys are values: `2026-11-20: The wall sit was added`.
  func valueForKey(_ node: Node, named name: String, _ keys: KnownKeys) -> Diagnostic? {
    guard let first = node.entries.first, keys.index(of: first.key.bytes) == nil,
      case let needed = fields.filter(\.isRequired), needed.count == 2, !needed[0].type.holdsWords,
      node.entries.allSatisfy({ key, value in
        var others: [Diagnostic] = []
        guard key.kind == .scalar, keys.index(of: key.bytes) == nil else { return false }
        _ = needed[0].read(key, into: &others)
        _ = needed[1].read(value, into: &others)
        return others.errors == 0
      })
    else { return nil }
    let written =
      "{\(needed[0].name): \(first.key.text), \(needed[1].name): \(Node.inList(first.value.text))}"
    return .error(
      .wrongType, file: node.file, at: node.position,
      "`\(first.key.text)` stands where a key of `\(name)` belongs.",
      hint: node.entries.count == 1
        ? "Write `\(written)`." : "Write each on a line of its own, such as `- \(written)`.")
  }

  /// Of `sets: 3x10`, the two keys that were meant.
  func productHint(_ field: Field, _ node: Node) -> String? {
    guard field.isCount || field.type is DurationType, node.kind == .scalar else { return nil }
    let parts = node.text.lowercased().replacing("×", with: "x").replacing("*", with: "x")
      .replacing(" sets of ", with: "x").split(separator: "x").map {
        $0.split(separator: " ").joined(separator: " ")
      }
    guard parts.count == 2, let sets = fields.first(where: { ["sets", "rounds"].contains($0.name) }),
      Quantity(parts[0])?.withoutUnit != nil, let second = Quantity(parts[1])
    else { return nil }
    let names = second.unit == nil ? ["reps", "repetitions"] : ["hold"]
    return fields.first { names.contains($0.name) }.map {
      "Write two keys: `\(sets.name): \(parts[0])` and `\($0.name): \(parts[1])`."
    }
  }

  /// Warns of a `frequency` that says another number of days than `days`, for which printed programs have boxes.
  func lookAtFrequency(_ values: Fields, into diagnostics: inout [Diagnostic]) {
    guard let node = values["frequency"], let count = values["days"], node.kind == .scalar,
      fields.contains(where: { $0.name == "days" && $0.isCount }),
      let said = Self.days(in: node.text), let days = Quantity(count.text), days.unit == nil,
      let least = Int(days.least), let most = Int(days.most ?? days.least), (1...7).contains(most),
      !said.overlaps(least...most)
    else { return }
    count.warn(
      "`days` is \(count.text), but `frequency` says `\(node.text)`.",
      "Write the same number of days in both, or delete one of the two.", into: &diagnostics)
  }

  /// On how many days of a week a text says that something is to be done; nil where it says nothing so plain, or more than that.
  static func days(in text: String) -> ClosedRange<Int>? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "–" }
    let phrase = words.joined(separator: " ")
    let isDaily = ["every day", "each day", "daily", "once a day", "twice a day"].contains { start in
      phrase == start || phrase.hasPrefix(start + " ")
    }
    // "Every day for two weeks, then twice a week" says two things.
    let isLong = ["then", "week", "weeks", "first", "until", "month", "months", "except", "but", "start"]
      .contains { word in words.contains { $0 == word } }
    if isDaily { return isLong ? nil : 7...7 }
    guard phrase.hasSuffix(" days a week") || phrase.hasSuffix(" times a week"), words.count < 7 else {
      return nil
    }
    let counts = words.dropLast(3).filter { !["or", "to", "on"].contains($0) }.flatMap {
      $0.split { "-–".contains($0) }
    }.map(number)
    let known = counts.compactMap { $0 }
    guard known.count == counts.count, let least = known.min(), let most = known.max() else { return nil }
    return least...most
  }

  private static func number(_ word: Substring) -> Int? {
    let names = ["one", "two", "three", "four", "five", "six", "seven"]
    return Int(word).flatMap { (1...7).contains($0) ? $0 : nil }
      ?? names.firstIndex { $0 == word }.map { $0 + 1 }
  }
}
