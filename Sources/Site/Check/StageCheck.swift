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
      // A number that could not be read has been told.
      guard article.isPublished, let numbers = numbers(of: article, configuration),
        numbers.allSatisfy({ $0 != nil })
      else { return nil }
      let wanted = managedWith(article, configuration)
      guard numbers.count != wanted.count else { return nil }
      let relation = configuration.checker.managedWith ?? ""
      // At the first that has none; numbers too many are told at the last.
      let place = wanted.isEmpty ? Position.start : wanted[min(numbers.count, wanted.count - 1)].position
      return .error(
        .stageCount, file: article.file, at: place,
        "`\(relation)` has \(count(wanted.count, "article")) and `\(name)` \(count(numbers.count, "number")).",
        hint: "Give each one its stage, in the same order: 1 for what comes first, 0 for what fits any time.")
    }
  }

  /// The stage of each article that this one is managed with, by id; nil when the site has no such field.
  static func stages(of article: Article, _ configuration: SiteConfiguration) -> [String: Int]? {
    numbers(of: article, configuration).map { numbers in
      Dictionary(
        zip(managedWith(article, configuration), numbers).compactMap { target, number in
          number.map { (target.text, $0) }
        }
      ) { first, _ in first }
    }
  }

  /// As written, nil for what is no number; nil when the site has no such field.
  private static func numbers(of article: Article, _ configuration: SiteConfiguration) -> [Int?]? {
    guard let name = configuration.checker.stages, article.kind == configuration.checker.causes,
      let slot = configuration.kinds[article.kind].fields.firstIndex(where: { $0.name == name })
    else { return nil }
    guard case .list(let values) = article.fields[slot] else { return [] }
    return values.map { value in
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
