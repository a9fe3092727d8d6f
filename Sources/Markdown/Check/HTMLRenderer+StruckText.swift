import Diagnostics

/// Words that are crossed out where readers act on them: what is left of a change that was never finished. "Do ~~not~~ wait" is read as
/// the opposite.
extension HTMLRenderer {
  /// Tells of each paragraph once; `place` is where the crossed-out words begin.
  mutating func reportDeletion(at place: Int) {
    guard isPage, !around.isQuoting, around.struckLeaf != around.leaf, isActedOn else { return }
    around.struckLeaf = around.leaf
    warn(
      at: position(ofByte: place, inBlock: around.leaf),
      (
        "These words are crossed out, in a text that readers act on.",
        "Delete them, or delete the `~~` before and behind them."
      ))
  }

  /// A box that warns, a step, a key of the front matter, a text of the checker.
  private var isActedOn: Bool {
    options.isGuidance || places.fixed != nil || collector.isInWarning
      || options.stepsURL != nil && around.elements.contains { $0.closing == .orderedList }
  }
}
