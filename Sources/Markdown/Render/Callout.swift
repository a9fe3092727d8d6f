/// The kinds of callout, as GitHub writes them in a quote's first line, and this dialect's `[!EMERGENCY]`.
package enum Callout: String, CaseIterable, Sendable, BitwiseCopyable {
  case note, tip, important, warning, caution, emergency

  func label(in labels: MarkdownLabels) -> String {
    switch self {
    case .note: labels.note
    case .tip: labels.tip
    case .important: labels.important
    case .warning: labels.warning
    case .caution: labels.caution
    case .emergency: labels.emergency
    }
  }

  /// Whether readers must not pass it over.
  package var warns: Bool { self == .important || isQuiet }

  /// Whether nothing in it is linked automatically: who reads it should act, not wander off.
  package var isQuiet: Bool { self == .warning || self == .caution || self == .emergency }
}
