import Diagnostics
import SiteModel

/// Whether what the red flags rest on can be looked up.
enum RedFlagCheck {
  static func run(_ index: SiteIndex) -> [Diagnostic] {
    let hints = NameHints(index)
    return index.redFlags.flags.flatMap { flag in
      flag.sources.compactMap { source -> Diagnostic? in
        guard index.references.table[source.bytes] == nil else { return nil }
        return .error(
          .unknownReference, file: RedFlags.file, at: source.position,
          "The red flag `\(flag.id)` lists the source `\(source.text)`, but `\(References.file)` has no such work.",
          hint: hints.hint(for: source.text, in: .works))
      }
    }
  }
}
