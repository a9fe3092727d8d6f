import Diagnostics
import Text

/// Holds what a text states in words against what its original states: numbers, units of time, which day, and whether it says that
/// something is not so. Of a language whose words nobody has written down, nothing is judged.
package struct FactComparison: Sendable {
  let original: FactWords
  let own: FactWords

  package init?(from original: SiteLanguage, to language: SiteLanguage) {
    guard let original = FactWords.of(LanguageCode.primary(of: original.tag)),
      let own = FactWords.of(LanguageCode.primary(of: language.tag))
    else { return nil }
    (self.original, self.own) = (original, own)
  }

  /// What one text says and the other does not, in the words of each; nil on the side that has nothing in its place.
  package struct Slip: Sendable {
    package let missing: String?
    package let extra: String?
    package let sort: Sort

    package enum Sort: Sendable {
      case fact
      case negation
      /// A sentence of the original says it more often.
      case fewerNegations
      /// Both say one of two opposites.
      case opposite
    }
  }

  /// Texts that stand for each other. Unless they are `short`, what a translation says besides is its way to say it.
  package func slips(_ text: ArraySlice<UInt8>, of originalText: ArraySlice<UInt8>, areShort: Bool) -> [Slip]
  {
    let (theirs, mine) = (original.sentences(of: originalText), own.sentences(of: text))
    let (wanted, written) = (Self.whole(theirs), Self.whole(mine))
    var found: [Slip] = []
    for sort in [StatedFacts.numbers, StatedFacts.times] {
      if let slip = slip(sort, wanted, written, text, originalText, areShort) { found.append(slip) }
    }
    // One unit in place of another; a language may well give only one of two.
    let (lost, other) = (wanted.certain & ~written.all, written.certain & ~wanted.all)
    if lost & StatedFacts.measures != 0, other & StatedFacts.measures != 0,
      let slip = slip(StatedFacts.measures, wanted, written, text, originalText, true)
    {
      found.append(slip)
    }
    let pairs =
      theirs.count == mine.count ? Array(zip(theirs, mine)) : [(wanted, written)]
    let not = StatedFacts.negation
    if pairs.contains(where: { $0.certain & not != 0 && $1.all & not == 0 }) {
      found.append(
        Slip(missing: original.word(stating: not, in: originalText), extra: nil, sort: .negation))
    } else if pairs.contains(where: { $1.certain & not != 0 && $0.all & not == 0 }) {
      found.append(Slip(missing: nil, extra: own.word(stating: not, in: text), sort: .negation))
    } else if !original.repeatsNegation, theirs.count == mine.count,
      pairs.contains(where: { $0.negations.certain > $1.negations.all })
    {
      found.append(
        Slip(missing: original.word(stating: not, in: originalText), extra: nil, sort: .fewerNegations))
    }
    return found.isEmpty ? senseSlip(text, of: originalText).map { [$0] } ?? [] : found
  }

  /// What the words of a dose say that its original contradicts.
  func contradiction(_ text: ArraySlice<UInt8>, of originalText: ArraySlice<UInt8>) -> Slip? {
    let wanted = Self.whole(original.sentences(of: originalText))
    let written = Self.whole(own.sentences(of: text))
    for sort in [StatedFacts.numbers, StatedFacts.times] {
      if let slip = slip(sort, wanted, written, text, originalText, true) { return slip }
    }
    // Per day and per hour, of which neither is a duration.
    let (units, ownUnits) = (wanted.all & StatedFacts.units, written.all & StatedFacts.units)
    if units != 0, ownUnits != 0, units & ownUnits == 0 {
      return Slip(
        missing: original.word(stating: units, in: originalText),
        extra: own.word(stating: ownUnits, in: text),
        sort: .fact)
    }
    return sideSlip(wanted, written, text, originalText) ?? senseOfDose(text, of: originalText)
  }

  /// Another side or other sides, and a side where the original speaks of none.
  private func sideSlip(
    _ wanted: StatedFacts, _ written: StatedFacts, _ text: ArraySlice<UInt8>,
    _ originalText: ArraySlice<UInt8>
  ) -> Slip? {
    let (one, both) = (StatedFacts.oneSide, StatedFacts.bothSides)
    func isOne(_ facts: StatedFacts) -> Bool { facts.all & one != 0 && facts.all & both == 0 }
    func isBoth(_ facts: StatedFacts) -> Bool { facts.all & both != 0 && facts.all & one == 0 }
    let (missing, extra) =
      isOne(wanted) && isBoth(written) ? (one, both) : isBoth(wanted) && isOne(written) ? (both, one) : (0, 0)
    // Once a day and every day are no sides.
    if missing == 0 || (wanted.all | written.all) & StatedFacts.times != 0 {
      guard written.all & StatedFacts.side != 0, wanted.all & (StatedFacts.side | one | both) == 0 else {
        return nil
      }
      return Slip(missing: nil, extra: own.word(stating: StatedFacts.side, in: text), sort: .fact)
    }
    return Slip(
      missing: original.word(stating: missing, in: originalText), extra: own.word(stating: extra, in: text),
      sort: .fact)
  }

  /// How many sentences a text has.
  package static func sentences(in text: ArraySlice<UInt8>) -> Int {
    var (count, hasWords) = (0, false)
    StatedWord.forEach(in: text) { word in
      if word == nil, hasWords { count += 1 }
      hasWords = word != nil
      return false
    }
    return count
  }

  static func whole(_ sentences: [StatedFacts]) -> StatedFacts {
    sentences.reduce(into: StatedFacts()) { $0.add(entry: $1) }
  }

  private func slip(
    _ sort: UInt64, _ wanted: StatedFacts, _ written: StatedFacts, _ text: ArraySlice<UInt8>,
    _ originalText: ArraySlice<UInt8>, _ areShort: Bool
  ) -> Slip? {
    let missing = wanted.certain & sort & ~written.all
    let extra = written.certain & sort & ~wanted.all
    if missing == 0, extra == 0 || !areShort { return nil }
    return Slip(
      missing: missing == 0 ? nil : original.word(stating: missing, in: originalText),
      extra: extra == 0 ? nil : own.word(stating: extra, in: text), sort: .fact)
  }
}
