import Diagnostics
import SiteModel
import Text

/// What the rest of the site knows that a tree may name.
package struct ClinicalIndex: Sendable {
  /// A sign of danger, declared once for the whole site.
  package struct Flag: Sendable {
    /// The approved sentence.
    package var text: String
    /// Why it matters and what to tell the clinician; nil when nothing says it.
    package var why: String?
    package var level: CareLevel
    /// Keys of the references that say it.
    package var sources: [String]
    /// Whether it is declared as what the clinic does from practice (`basis: practice`).
    package var isFromPractice: Bool
    /// Where it is declared.
    package var file: String
    package var position: Position
    /// The language of its words, where it is not that of the site around it.
    package var foreign: SiteLanguage?

    package init(
      text: String, why: String?, level: CareLevel, sources: [String], isFromPractice: Bool, file: String,
      position: Position, foreign: SiteLanguage? = nil
    ) {
      self.text = text
      self.why = why
      self.level = level
      self.sources = sources
      self.isFromPractice = isFromPractice
      self.file = file
      self.position = position
      self.foreign = foreign
    }
  }

  package struct Cause: Sendable {
    package var title: String
    /// Absolute path on the site.
    package var url: String
    package var summary: String
    /// Ids of stretches that it is managed with, that need caution, and that are never done with it.
    package var managedWith: [String]
    package var caution: [String]
    package var avoid: [String]
    /// In which stage of its programme each of `managedWith` comes, from 1; 0 for any time. Nil where the site has no
    /// stages.
    package var stages: [String: Int]?
    package var state: PublicationState
    /// Whether its page cites anything.
    package var hasCitation: Bool
    /// Where its page is written.
    package var file: String
    /// The language of its words, where it is not that of the site around it.
    package var foreign: SiteLanguage?

    package init(
      title: String, url: String, summary: String, managedWith: [String], caution: [String], avoid: [String],
      stages: [String: Int]? = nil, state: PublicationState, hasCitation: Bool, file: String,
      foreign: SiteLanguage? = nil
    ) {
      self.title = title
      self.url = url
      self.summary = summary
      self.managedWith = managedWith
      self.caution = caution
      self.avoid = avoid
      self.stages = stages
      self.state = state
      self.hasCitation = hasCitation
      self.file = file
      self.foreign = foreign
    }
  }

  package struct Stretch: Sendable {
    package var title: String
    package var url: String
    package var summary: String
    package var state: PublicationState
    /// Where its page is written.
    package var file: String
    /// The language of its words, where it is not that of the site around it.
    package var foreign: SiteLanguage?

    package init(
      title: String, url: String, summary: String, state: PublicationState, file: String,
      foreign: SiteLanguage? = nil
    ) {
      self.title = title
      self.url = url
      self.summary = summary
      self.state = state
      self.file = file
      self.foreign = foreign
    }
  }

  /// A text for readers, rendered.
  package struct Advice: Sendable {
    /// Sanitized HTML.
    package var html: [UInt8]
    /// The same in words alone, as one line.
    package var words: [UInt8]
    /// These with `~~` around those that are struck out.
    package var shownWords: [UInt8]
    package var linksToArticles: Bool
    /// Whether it links to other sites; a link that dials is none.
    package var linksElsewhere: Bool
    /// Its sentences and where they stand. Nil where nobody knows; empty for a text that another language shows, since it is told where
    /// it is written.
    package var placedSentences: [Placed<String>]?

    /// The same, which begin where the text does if nobody knows better.
    package var sentences: [Placed<String>] {
      placedSentences
        ?? WaitingWords.sentences(of: words[...]).map {
          Placed(String(decoding: words[$0], as: UTF8.self), at: .start)
        }
    }

    package init(
      html: [UInt8], words: [UInt8], linksToArticles: Bool, linksElsewhere: Bool = false,
      sentences: [Placed<String>]? = nil, shownWords: [UInt8]? = nil
    ) {
      self.shownWords = shownWords ?? words
      self.linksElsewhere = linksElsewhere
      placedSentences = sentences
      self.html = html
      self.words = words
      self.linksToArticles = linksToArticles
    }
  }

  package var flags: [String: Flag]
  package var causes: NamedArticles<Cause>
  package var stretches: NamedArticles<Stretch>
  /// By the name that the tree uses (`advice/worse.md`).
  package var advice: [String: Advice]
  /// Names of texts that are there and cannot be read, which has been told.
  package var unreadableAdvice: Set<String> = []
  /// Whether a cause or stretch of that id is there and cannot be read, which has been told.
  package var isStray: @Sendable (String) -> Bool = { _ in false }
  /// The keys of the site's references.
  package var references: Set<String>
  /// The regions of each drawing by its name, nil for one whose own faults are told; nil when drawings are not to be
  /// checked.
  package var pictures: [String: Set<String>?]?

  package init(
    flags: [String: Flag] = [:], causes: [String: Cause] = [:], stretches: [String: Stretch] = [:],
    advice: [String: Advice] = [:], references: Set<String> = [], pictures: [String: Set<String>?]? = nil
  ) {
    self.flags = flags
    self.causes = NamedArticles(causes)
    self.stretches = NamedArticles(stretches)
    self.advice = advice
    self.references = references
    self.pictures = pictures
  }
}

/// Articles of a site by id. A tree names a few of perhaps thousands, so each is made when it is asked for.
package struct NamedArticles<Value: Sendable>: Sendable {
  private let find: @Sendable (String) -> Value?
  private let names: @Sendable () -> [String]
  /// What was set since, which is as good as found.
  private var set: [String: Value?] = [:]

  /// `names` gives the ids of all, for hints.
  package init(find: @escaping @Sendable (String) -> Value?, names: @escaping @Sendable () -> [String]) {
    (self.find, self.names) = (find, names)
  }

  package init(_ values: [String: Value] = [:]) {
    self.init(find: { values[$0] }, names: { Array(values.keys) })
  }

  package subscript(id: String) -> Value? {
    get { set[id] ?? find(id) }
    set { set[id] = .some(newValue) }
  }

  package var ids: [String] { names() }
}
