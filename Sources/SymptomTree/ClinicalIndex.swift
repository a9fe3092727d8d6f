import Diagnostics

/// What the rest of the site knows that a tree may name.
public struct ClinicalIndex: Sendable {
  /// A sign of danger, declared once for the whole site.
  public struct Flag: Sendable {
    /// The approved sentence.
    public var text: String
    public var level: CareLevel
    /// Keys of the references that say it.
    public var sources: [String]
    /// Whether it is declared as what the clinic does from practice (`basis: practice`).
    public var isFromPractice: Bool
    /// Where it is declared.
    public var file: String
    public var position: Position

    public init(
      text: String, level: CareLevel, sources: [String], isFromPractice: Bool, file: String,
      position: Position
    ) {
      self.text = text
      self.level = level
      self.sources = sources
      self.isFromPractice = isFromPractice
      self.file = file
      self.position = position
    }
  }

  public struct Cause: Sendable {
    public var title: String
    /// Absolute path on the site.
    public var url: String
    public var summary: String
    /// Ids of stretches that it is managed with, that need caution, and that are never done with it.
    public var managedWith: [String]
    public var caution: [String]
    public var avoid: [String]
    public var isPublished: Bool
    /// Whether its page cites anything.
    public var hasCitation: Bool

    public init(
      title: String, url: String, summary: String, managedWith: [String], caution: [String], avoid: [String],
      isPublished: Bool, hasCitation: Bool
    ) {
      self.title = title
      self.url = url
      self.summary = summary
      self.managedWith = managedWith
      self.caution = caution
      self.avoid = avoid
      self.isPublished = isPublished
      self.hasCitation = hasCitation
    }
  }

  public struct Stretch: Sendable {
    public var title: String
    public var url: String
    public var summary: String
    public var isPublished: Bool

    public init(title: String, url: String, summary: String, isPublished: Bool) {
      self.title = title
      self.url = url
      self.summary = summary
      self.isPublished = isPublished
    }
  }

  /// A text for readers, rendered.
  public struct Advice: Sendable {
    /// Sanitized HTML.
    public var html: [UInt8]
    public var linksToArticles: Bool

    public init(html: [UInt8], linksToArticles: Bool) {
      self.html = html
      self.linksToArticles = linksToArticles
    }
  }

  public var flags: [String: Flag]
  public var causes: [String: Cause]
  public var stretches: [String: Stretch]
  /// By the name that the tree uses (`advice/worse.md`).
  public var advice: [String: Advice]
  /// The keys of the site's references.
  public var references: Set<String>
  /// The regions of each drawing by its name, nil for one whose own faults are told; nil when drawings are not to be
  /// checked.
  public var pictures: [String: Set<String>?]?

  public init(
    flags: [String: Flag] = [:], causes: [String: Cause] = [:], stretches: [String: Stretch] = [:],
    advice: [String: Advice] = [:], references: Set<String> = [], pictures: [String: Set<String>?]? = nil
  ) {
    self.flags = flags
    self.causes = causes
    self.stretches = stretches
    self.advice = advice
    self.references = references
    self.pictures = pictures
  }
}
