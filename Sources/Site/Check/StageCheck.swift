import Diagnostics
import SiteModel

/// The stages that the field named by `stages` in `site.yaml` gives to what a cause is managed with: the first number is
/// that of the first article, and so on.
enum StageCheck {
  /// Whether each such article has its stage; what cannot be told would prove nothing.
  static func run(_ index: SiteIndex) -> [Diagnostic] {
    let configuration = index.configuration
    guard let name = configuration.checker.stages else { return [] }
    return index.articles.compactMap { article in
      guard article.kind == configuration.checker.causes, article.isPublished else { return nil }
      let wanted = managedWith(article, configuration)
      let stages = stages(of: article, configuration) ?? []
      guard stages.count != wanted.count else { return nil }
      let relation = configuration.checker.managedWith ?? ""
      return .error(
        .stageCount, file: article.file, at: .start,
        "`\(relation)` has \(count(wanted.count, "article")) and `\(name)` \(count(stages.count, "number")).",
        hint: "Give each its stage, in the same order: 1 for what comes first, 0 for what fits at any time.")
    }
  }

  /// Nil when the site has no such field.
  static func stages(of article: Article, _ configuration: SiteConfiguration) -> [Int]? {
    guard let name = configuration.checker.stages, article.kind == configuration.checker.causes,
      let slot = configuration.kinds[article.kind].fields.firstIndex(where: { $0.name == name })
    else { return nil }
    guard case .list(let values) = article.fields[slot] else { return [] }
    return values.compactMap { value in
      guard case .text(let bytes) = value else { return nil }
      return Int(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func managedWith(_ article: Article, _ configuration: SiteConfiguration) -> [PlacedText] {
    let relations = configuration.kinds[article.kind].relations
    guard let slot = relations.firstIndex(where: { $0.name == configuration.checker.managedWith }) else {
      return []
    }
    return article.relations[slot] ?? []
  }

  private static func count(_ number: Int, _ what: String) -> String {
    number == 1 ? "1 \(what)" : "\(number) \(what)s"
  }
}
