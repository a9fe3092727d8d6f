import Diagnostics
import SiteModel

/// Articles that say nothing of red flags, of kinds whose readers come from the symptom checker: a line that was deleted takes the
/// warning signs from a page, and nothing on it tells.
struct MissingRedFlags {
  /// Where there is no checker, pages may leave the warnings to their texts.
  static func run(_ index: SiteIndex, _ templates: SiteTemplates?, hasCheckers: Bool) -> [Diagnostic] {
    guard hasCheckers, let templates, index.redFlags.isWhole, !index.redFlags.flags.isEmpty else { return [] }
    let kinds = index.configuration.textKinds.filter {
      templates.showsWarnings[$0] && index.configuration.kinds[$0].oversight != .exempt
    }
    if kinds.isEmpty { return [] }
    return index.articles.filter { kinds.contains($0.kind) && $0.isPublished && !$0.saysRedFlags }.map {
      article in
      .warning(
        .missingRelation, file: article.file, at: .start,
        "This \(index.configuration.kinds[article.kind].name) has no `\(FrontMatterKey.redFlags.name)`, so its page shows no warning signs.",
        hint:
          "Add `\(FrontMatterKey.redFlags.name):` with a list of ids from `\(RedFlags.file)`, or `\(FrontMatterKey.redFlags.name): []` if there are none on purpose."
      )
    }
  }
}
