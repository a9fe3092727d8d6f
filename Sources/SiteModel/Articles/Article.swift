import Diagnostics
import YAML

/// An article as its front matter has it, read and no longer changed. A class, because articles are handed
/// about by the million: a copy of the values would touch a dozen pieces of memory each time.
@dynamicMemberLookup @usableFromInline
package final class Article: Sendable {
  @usableFromInline let content: ArticleContent

  package init(_ content: ArticleContent) { self.content = content }

  /// Inlined, so that a name in other rooms is read where it lies: a path that is followed when the program runs costs 500
  /// instructions.
  @inlinable
  package subscript<Value>(dynamicMember path: KeyPath<ArticleContent, Value> & Sendable) -> Value {
    content[keyPath: path]
  }

  // What follows from values is asked of them one by one: by the subscript, all of the content would be copied for it.

  package var isPublished: Bool { content.state == .published }
  /// Whether the site around it makes a page of it: of what is not in its language, another one does.
  package var hasPage: Bool { isPublished && content.foreign == nil }
}

/// What an article's front matter says, and where its body begins.
@usableFromInline
package struct ArticleContent: Sendable {
  /// Index into the configuration's kinds.
  package let kind: Int
  package let id: [UInt8]
  /// Relative to the source folder.
  package let file: String
  /// The path of its URL, with the site's base path before it.
  package var url: [UInt8]
  /// What it translates; nil for an original.
  package var original: Article?
  /// The language that it has in place of the one of the site around it: there is no translation. Nil for what is in that language.
  package var foreign: SiteLanguage?
  package var title: [UInt8] = []
  package var titlePosition = Position.start
  package var summary: [UInt8] = []
  package var synonyms: [PlacedText] = []
  package var redirects: [PlacedText] = []
  package var state = PublicationState.published
  /// Why visitors would not get the article, were drafts and the like not being shown.
  package var shownDespite: PublicationState?
  package var updated: CalendarDate?
  package var order: Int?
  package var review = Review()
  package var autoLink = AutoLink.on
  /// The checks of its words that are on.
  package var writing = WritingSwitches()
  /// For each relation of the kind its targets as written; nil where the key is missing.
  package var relations: [[PlacedText]?]
  package var notes: [RelationNote] = []
  package var redFlags: [PlacedText] = []
  /// Whether it says which, or on purpose that there are none.
  package var saysRedFlags = false
  /// For each field of the kind.
  package var fields: [FieldValue]
  /// Offset of the body in the file, and the line it begins on.
  package var bodyStart = 0
  package var bodyLine = 1

  /// The file that keeps it from visitors: of a translation that of its original, unless it was withdrawn by itself.
  package var fileOfState: String { original.flatMap { $0.state == state ? $0.file : nil } ?? file }

  /// An article that stands among those of another language, since it was not translated.
  package init(_ article: Article, in language: SiteLanguage) {
    self = article.content
    foreign = language
  }

  /// An article that says nothing of its last change, with the day that is known of it.
  package init(_ article: Article, updated day: CalendarDate) {
    self = article.content
    updated = day
  }

  /// The facts of an article, for words in another language.
  init(translating original: Article, file: String, url: [UInt8]) {
    kind = original.kind
    id = original.id
    self.file = file
    self.url = url
    self.original = original
    title = original.title
    state = original.state
    shownDespite = original.shownDespite
    updated = original.updated
    order = original.order
    relations = original.relations
    notes = original.notes
    redFlags = original.redFlags
    fields = original.fields
  }

  init(kind: Int, id: [UInt8], file: String, url: [UInt8], relations: Int, fields: Int) {
    self.kind = kind
    self.id = id
    self.file = file
    self.url = url
    self.relations = Array(repeating: nil, count: relations)
    self.fields = Array(repeating: .none, count: fields)
  }
}

/// A text of the front matter and where it stands.
package struct PlacedText: Sendable {
  package let bytes: [UInt8]
  private let line: Int32
  private let column: Int32

  package init(_ node: Node) { self.init(Array(node.bytes), at: node.position) }

  package init(_ bytes: [UInt8], at position: Position) {
    self.bytes = bytes
    line = Int32(clamping: position.line)
    column = Int32(clamping: position.column)
  }

  package var position: Position { Position(line: Int(line), column: Int(column)) }
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Node {
  /// A text that says something, with its place.
  func asPlacedText(_ name: String, into diagnostics: inout [Diagnostic]) -> PlacedText? {
    asText(name, into: &diagnostics).map { _ in PlacedText(self) }
  }
}

/// Whether visitors get the article, and if not, why; the words complete "which is …".
package enum PublicationState: String, Sendable {
  case published
  case draft = "a draft"
  case scheduled = "not published yet"
  case expired = "no longer published"
  /// For good.
  case withdrawn
  /// Its errors are reported where they are; nobody is to be told of them again for linking to it.
  case faulty

  /// What to do about what leads to such an article; `what` is that.
  package func hint(removing what: String) -> String {
    self == .withdrawn
      ? "Remove \(what), or name another article: this one was withdrawn."
      : "Remove \(what) until that article is published."
  }
}

/// Whether the article's own text gets automatic links.
package enum AutoLink: Sendable {
  case on
  case off
  /// On, but not for these titles and synonyms.
  case except([PlacedText])
  /// On, and mentions of the article's own names are linked however common they are.
  case always

  package var isAlways: Bool { if case .always = self { true } else { false } }
}

/// The value of a declared field.
package enum FieldValue: Sendable {
  case none
  /// Text, number, range, duration, date: ready to be shown.
  case text([UInt8])
  case flag(Bool)
  /// Index into the field's choices.
  case choice(Int)
  /// What the type makes something of when the whole site is known (`FieldType.complete`).
  case placed(PlacedText)
  /// Markup, safe to be shown as it is.
  case html([UInt8])
  /// The parts of what belongs together, in the order of its declaration.
  case group([FieldValue])
  case list([FieldValue])
}
