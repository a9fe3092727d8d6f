import Diagnostics
import SiteModel

/// The stages that the field named by `stages` in `site.yaml` gives to what a cause is managed with: the first number is
/// that of the first article, and so on.
enum StageCheck {
  /// Whether each such article has its stage; what cannot be told would prove nothing.
  static func run(_ index: SiteIndex) -> [Diagnostic] {
    let settings = index.configuration.checker
    guard let name = settings.stages, let slots = Slots(index.configuration) else { return [] }
    return index.articles.compactMap { article in
      guard article.isPublished, article.kind == slots.kind else { return nil }
      // A number that could not be read, or is not whole, has been told.
      let (numbers, wanted) = (slots.numbers(of: article), slots.managedWith(article))
      guard numbers.count != wanted.count, numbers.allSatisfy({ $0 != nil }) else { return nil }
      let relation = settings.managedWith ?? ""
      // At the first that has none; numbers too many are told at the last.
      let place = wanted.isEmpty ? Position.start : wanted[min(numbers.count, wanted.count - 1)].position
      return .error(
        .stageCount, file: article.file, at: place,
        "`\(relation)` has \(count(wanted.count, "article")) and `\(name)` \(count(numbers.count, "number")).",
        hint: "Give each one its stage, in the same order: 1 for what comes first, 0 for what fits any time.",
        restsOn: [article.file])
    }
  }

  /// The stage of each article that this one is managed with, by id; nil when the site has no such field.
  static func stages(of article: Article, _ configuration: SiteConfiguration) -> [String: Int]? {
    guard let slots = Slots(configuration), article.kind == slots.kind else { return nil }
    return Dictionary(
      zip(slots.managedWith(article), slots.numbers(of: article)).compactMap { target, number in
        number.map { (slots.id(of: target, configuration.kinds), $0) }
      }
    ) { first, _ in first }
  }

  /// Where causes have their stages, and what these belong to.
  private struct Slots {
    let kind: Int
    private let stages: Int
    private let managedWith: Int?

    /// Nil when the site has no such field.
    init?(_ configuration: SiteConfiguration) {
      let settings = configuration.checker
      guard let name = settings.stages, let kind = settings.causes,
        let slot = configuration.kinds[kind].fields.firstIndex(where: { $0.name == name })
      else { return nil }
      (self.kind, stages) = (kind, slot)
      managedWith = configuration.kinds[kind].relations.firstIndex { $0.name == settings.managedWith }
    }

    /// As written, nil for what is no number.
    func numbers(of article: Article) -> [Int?] {
      guard case .list(let values) = article.fields[stages] else { return [] }
      return values.map { value in
        guard case .text(let bytes) = value else { return nil }
        return Int(String(decoding: bytes, as: UTF8.self))
      }
    }

    /// The id that the relation names, with or without its kind.
    func id(of target: PlacedText, _ kinds: [Kind]) -> String {
      let relation = managedWith.map { kinds[kind].relations[$0] }
      let id = relation?.id(of: target.bytes, kinds) ?? target.bytes[...]
      return String(decoding: id, as: UTF8.self)
    }

    func managedWith(_ article: Article) -> [PlacedText] {
      managedWith.flatMap { article.relations[$0] } ?? []
    }
  }

  private static func count(_ number: Int, _ what: String) -> String {
    number == 1 ? "1 \(what)" : "\(number) \(what)s"
  }
}
