import Text

/// Opposites: what one text says and the other turns round.
extension FactComparison {
  /// One of two opposites where the original has the other, or what the original refuses and nothing here does.
  func senseSlip(_ text: ArraySlice<UInt8>, of originalText: ArraySlice<UInt8>) -> Slip? {
    let (wanted, written) = (original.senses.sentences(of: originalText), own.senses.sentences(of: text))
    if let (said, turned) = Self.opposite(wanted, written) {
      return Slip(
        missing: original.senses.words(stating: said, in: originalText),
        extra: own.senses.words(stating: turned, in: text), sort: .opposite)
    }
    let (theirs, mine) = (Self.whole(wanted), Self.whole(written))
    for group in SenseWords.groups where group.losesFirst {
      guard theirs.certain & group.first != 0, mine.all & group.first == 0 else { continue }
      if group.isNegation, saysNot(text) { continue }
      return Slip(
        missing: original.senses.words(stating: group.first, in: originalText), extra: nil, sort: .negation)
    }
    return nil
  }

  private func opposite(_ text: ArraySlice<UInt8>, _ originalText: ArraySlice<UInt8>) -> (UInt64, UInt64)? {
    Self.opposite(original.senses.sentences(of: originalText), own.senses.sentences(of: text))
  }

  /// Sentence by sentence where both have as many.
  private static func opposite(_ wanted: [StatedSenses], _ written: [StatedSenses]) -> (UInt64, UInt64)? {
    guard wanted.count == written.count else { return Self.opposite(Self.whole(wanted), Self.whole(written)) }
    return zip(wanted, written).lazy.compactMap { Self.opposite($0, $1) }.first
  }

  /// The senses of the first group that one says for sure, and the other the other way round.
  private static func opposite(
    _ one: StatedSenses, _ other: StatedSenses, inDoses: Bool = false
  ) -> (UInt64, UInt64)? {
    for group in SenseWords.groups where inDoses || !group.isOfDoses {
      let said = one.certain & group.mask & ~other.all
      let turned = other.certain & group.mask & ~one.all
      if said != 0, turned != 0 { return (said, turned) }
    }
    return nil
  }

  /// Words of a dose that turn it round: an opposite, a side that came or went, and, as a slip alone, a *not* or a *without*.
  func senseOfDose(_ text: ArraySlice<UInt8>, of originalText: ArraySlice<UInt8>) -> Slip? {
    let theirs = Self.whole(original.senses.sentences(of: originalText))
    let mine = Self.whole(own.senses.sentences(of: text))
    func slip(_ missing: UInt64, _ extra: UInt64) -> Slip {
      Slip(
        missing: missing == 0 ? nil : original.senses.words(stating: missing, in: originalText),
        extra: extra == 0 ? nil : own.senses.words(stating: extra, in: text), sort: .fact)
    }
    if let (said, turned) = Self.opposite(theirs, mine, inDoses: true) { return slip(said, turned) }
    for group in SenseWords.groups where group.isOfSides {
      let missing = mine.all & group.mask == 0 ? theirs.certain & group.mask : 0
      let extra = theirs.all & group.mask == 0 ? mine.certain & group.mask : 0
      if missing | extra != 0 { return slip(missing, extra) }
    }
    // What is in passing a *not* for one language may be none for the other: that is no more than a slip.
    let found = slips(text, of: originalText, areShort: true).first { $0.sort != .fact }
    if let found { return found }
    for group in SenseWords.groups where group.losesFirst && !group.isNegation {
      let extra = theirs.all & group.first == 0 ? mine.certain & group.first : 0
      if extra != 0 {
        return Slip(missing: nil, extra: own.senses.words(stating: extra, in: text), sort: .negation)
      }
    }
    return nil
  }

  /// Whether a text that stands by itself says the opposite of its original.
  package func isOpposite(_ text: String, of originalText: String) -> Bool {
    opposite(Array(text.utf8)[...], Array(originalText.utf8)[...]) != nil
  }

  /// Whether only one of two questions begins with a *not*: “¿No duele?”.
  package func asksOtherwise(_ ask: String, than originalAsk: String) -> Bool {
    let (beginning, originalBeginning) = (Self.beginning(of: ask), Self.beginning(of: originalAsk))
    func saysNot(_ text: ArraySlice<UInt8>, _ words: FactWords, forSure: Bool) -> Bool {
      words.sentences(of: text).contains {
        (forSure ? $0.certain : $0.all) & StatedFacts.negation != 0
      }
    }
    return saysNot(beginning, own, forSure: true) && !saysNot(originalBeginning, original, forSure: false)
      || saysNot(originalBeginning, original, forSure: true) && !saysNot(beginning, own, forSure: false)
  }

  /// The first words, in which a question says what it asks.
  private static func beginning(of ask: String) -> ArraySlice<UInt8> {
    Array(ask.split(separator: " ").prefix(4).joined(separator: " ").utf8)[...]
  }

  private func saysNot(_ text: ArraySlice<UInt8>) -> Bool {
    own.sentences(of: text).contains { $0.all & StatedFacts.negation != 0 }
  }

  private static func whole(_ sentences: [StatedSenses]) -> StatedSenses {
    sentences.reduce(into: StatedSenses()) { $0.add($1) }
  }

  // MARK: Texts of one language

  /// Whether words turn those around them: “without”, “unless”, “stop”.
  package func turns(_ text: String) -> Bool {
    let turning = SenseWords.groups.reduce(0) { $0 | ($1.turns ? $1.mask : 0) }
    return own.senses.sentences(of: Array(text.utf8)[...]).contains { $0.certain & turning != 0 }
  }

  /// Whether a text tells readers not to do something, or to stop.
  package func refuses(_ text: String) -> Bool {
    let text = Array(text.utf8)[...]
    let stop = SenseWords.groups.reduce(0) { $0 | ($1.isNegation ? $1.first : 0) }
    return own.sentences(of: text).contains { $0.certain & StatedFacts.negation != 0 }
      || own.senses.sentences(of: text).contains { $0.certain & stop != 0 }
  }

  /// Whether a text states another unit of time or day in the place of one, or, with `numbers`, another number in words.
  package func statesOtherTime(_ text: String, than originalText: String, orNumber numbers: Bool = false)
    -> Bool
  {
    let was = Self.whole(original.sentences(of: Array(originalText.utf8)[...]))
    let now = Self.whole(own.sentences(of: Array(text.utf8)[...]))
    func isOther(_ sort: UInt64) -> Bool {
      let (gone, new) = (was.certain & sort & ~now.all, now.certain & sort & ~was.all)
      return gone != 0 && now.all & sort != 0 || new != 0 && was.all & sort != 0
    }
    return isOther(StatedFacts.times) || numbers && isOther(StatedFacts.numbers)
  }

  /// Whether a text says the opposite of what it said: a *not* that came or went, one of two opposites for the other.
  package func isTurned(_ text: String, from originalText: String) -> Bool {
    let (now, was) = (Array(text.utf8)[...], Array(originalText.utf8)[...])
    let (theirs, mine) = (Self.whole(original.sentences(of: was)), Self.whole(own.sentences(of: now)))
    let not = StatedFacts.negation
    if theirs.certain & not != 0 && mine.all & not == 0 || mine.certain & not != 0 && theirs.all & not == 0 {
      return true
    }
    return opposite(now, was) != nil
  }
}
