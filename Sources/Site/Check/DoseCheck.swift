import Diagnostics
import Markdown
import SiteModel
import Text

/// Whether the steps of an exercise say the sets, repetitions and seconds that its front matter says: who reads both would not know
/// which is right. Translations are held against their originals (`BodyComparison`).
struct DoseCheck {
  private let index: SiteIndex
  private let words: NumberWords
  /// For each kind where its doses are.
  private let slots: [[Slot]]

  private struct Slot {
    let measure: StatedDose.Measure
    let field: Int
    let part: Int?
    let name: String
  }

  /// Nil where no text can be held against anything.
  init?(_ index: SiteIndex) {
    guard let words = NumberWords(language: index.configuration.language) else { return nil }
    slots = index.configuration.kinds.map(Self.slots)
    guard slots.contains(where: { !$0.isEmpty }) else { return nil }
    (self.index, self.words) = (index, words)
  }

  private static func slots(of kind: Kind) -> [Slot] {
    func measure(_ name: String) -> StatedDose.Measure? {
      switch name {
      case "sets", "rounds": .sets
      case "reps", "repetitions": .repetitions
      case "hold": .hold
      default: nil
      }
    }
    return kind.fields.enumerated().flatMap { slot, field -> [Slot] in
      let parts = field.type.fields
      if field.isList { return [] }
      if parts.isEmpty {
        return measure(field.name).map { [Slot(measure: $0, field: slot, part: nil, name: field.name)] } ?? []
      }
      return parts.enumerated().compactMap { part, inner in
        inner.isList
          ? nil : measure(inner.name).map { Slot(measure: $0, field: slot, part: part, name: inner.name) }
      }
    }
  }

  func diagnostics(of number: Int, _ text: ParsedArticle) -> [Diagnostic] {
    let article = index.articles[number]
    guard article.hasPage, !slots[article.kind].isEmpty, let first = text.body.steps.first?.line else {
      return []
    }
    let doses = slots[article.kind].compactMap { slot in written(slot, article).map { (slot, $0) } }
    if doses.isEmpty { return [] }
    let body = text.body
    let lines = Set(body.steps.map { Int32($0.line) })
    var isStep = false
    var found: [Diagnostic] = []
    for block in body.text.blocks where Int(block.firstLine) >= first {
      // What stands between two steps belongs to the first.
      isStep = block.place.isList && !block.place.isFootnotes && (isStep || lines.contains(block.firstLine))
      guard isStep, block.kind == .paragraph, block.callout < 0 else { continue }
      let text = body.text.bytes[block.range]
      for stated in StatedDose.all(in: text, words) {
        guard let fault = fault(stated, doses, text) else { continue }
        let line = Int(block.firstLine) + text[..<stated.range.lowerBound].count { $0 == 0x0A }
        found.append(
          .warning(
            .doubtfulValue, file: article.file, at: Position(line: line, column: 1), fault.message,
            hint: fault.hint))
      }
    }
    return found
  }

  private func fault(
    _ stated: StatedDose, _ doses: [(slot: Slot, text: String)], _ text: ArraySlice<UInt8>
  ) -> (message: String, hint: String)? {
    func fits(_ dose: (slot: Slot, text: String)) -> Bool {
      guard let quantity = Quantity(dose.text), let amount = Self.amount(quantity) else { return true }
      return amount.contains(stated.amount.lowerBound) && amount.contains(stated.amount.upperBound)
    }
    guard let dose = doses.first(where: { $0.slot.measure == stated.measure }), !fits(dose) else {
      return nil
    }
    // "Repeat 3 times" may say how many sets.
    if stated.isTimes, doses.contains(where: { $0.slot.measure == .sets && fits($0) }) { return nil }
    let words = String(decoding: text[stated.range], as: UTF8.self).replacing("\n", with: " ")
    return (
      "This step says `\(words)`, but `\(dose.slot.name)` in the front matter says `\(dose.text)`.",
      "Write `\(dose.text)` here, or correct `\(dose.slot.name)`. If this number is of a later week, say so in the same sentence."
    )
  }

  /// As a count, or in seconds.
  private static func amount(_ quantity: Quantity) -> ClosedRange<Double>? {
    let factor = quantity.unit == .minutes ? 60.0 : 1
    guard let least = Double(quantity.least), let most = Double(quantity.most ?? quantity.least),
      least <= most
    else { return nil }
    return least * factor...most * factor
  }

  private func written(_ slot: Slot, _ article: Article) -> String? {
    var value = article.fields[slot.field]
    if let part = slot.part {
      guard case .group(let values) = value else { return nil }
      value = values[part]
    }
    guard case .text(let bytes) = value else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
