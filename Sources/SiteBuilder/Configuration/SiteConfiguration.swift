import Diagnostics

/// What `site.yaml` says.
public struct SiteConfiguration: Sendable {
  public var name: String
  public var description: String
  /// Scheme and host, without a slash at the end.
  public var origin: String
  /// The path under which the site is served: empty, or `/clinic` without a slash at the end.
  public var basePath: String
  /// BCP 47.
  public var language: String
  /// What the clinic is, in the words of schema.org.
  public var clinicType: String
  public var navigation: [NavigationEntry]
  public var review: ReviewPolicy
  public var kinds: [Kind]
  /// Which of them the symptom checker names.
  public var checker: CheckerSettings
  public var allowsRawHTML: Bool
  /// The largest article that is read.
  public var maximumArticleBytes: Int
  /// Terms that are never linked automatically.
  public var neverLinked: [String]
  /// What is looked for in the words of articles.
  var writing: WritingSettings

  public struct NavigationEntry: Sendable {
    /// `checker`, a kind's folder, or `kind:id`.
    public let target: String
    let position: Position
  }

  static let file = "site.yaml"

  /// What the symptom checker's causes and stretches are called as kinds of article.
  var causeKind: String? { checker.causes.map { kinds[$0].name } }
  var stretchKind: String? { checker.stretches.map { kinds[$0].name } }

  /// The setting `checker`, key by key.
  var checkerNames: [(key: String, names: String)] {
    typealias Key = CheckerSettings.Key
    return [
      (Key.causes, causeKind ?? ""), (Key.stretches, stretchKind ?? ""),
      (Key.managedWith, checker.managedWith ?? ""),
      (Key.carefulWith, checker.carefulWith.joined(separator: ", ")),
      (Key.neverWith, checker.neverWith.joined(separator: ", ")), (Key.signs, checker.signs ?? ""),
    ]
  }

  func kind(named name: String) -> Int? { kinds.firstIndex { $0.name == name } }
}

/// What the build does about articles that no clinician approved, or whose review is overdue.
public struct ReviewPolicy: Sendable {
  public enum Action: String, Sendable, CaseIterable { case allow, warn, error }
  public var unreviewed = Action.allow
  public var overdue = Action.warn
  /// How long an approval holds when an article names no date of its own.
  public var months = 36
}
