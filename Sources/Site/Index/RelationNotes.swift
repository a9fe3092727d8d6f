import Diagnostics
import SiteModel

/// What articles say of the targets of their relations, where no template shows it.
enum RelationNotes {
  /// Reports of the first note that cards would lose, and of the first that a program would.
  static func unshown(_ index: SiteIndex, _ templates: SiteTemplates?) -> [Diagnostic] {
    guard let templates else { return [] }
    let name = PageTypes.noteName
    let noted = index.articles.lazy.filter { $0.isPublished && !$0.notes.isEmpty }
    let onCards =
      templates.showsNotes
      ? nil
      : noted.first.map { article in
        fault(
          article, article.notes[0],
          "No template shows `\(name)`, so readers would not see what this says of",
          "Templates/partials/card.mustache")
      }
    let inProgrammes = noted.filter { !templates.programmesShowNotes[$0.kind] }.compactMap { article in
      article.notes.first { $0.slot == index.configuration.kinds[article.kind].programme }.map { note in
        fault(
          article, note, "The template of programs does not show `\(name)`, so they would not say this of",
          "Templates/\(Programme.template).mustache")
      }
    }.first
    return [onCards, inProgrammes].compactMap { $0 }
  }

  private static func fault(
    _ article: Article, _ note: RelationNote, _ message: String, _ template: String
  ) -> Diagnostic {
    .error(
      .badConfiguration, file: article.file, at: note.target.position, "\(message) `\(note.target.text)`.",
      hint: "Use `\(PageTypes.noteName)` in `\(template)`, or delete the note.")
  }
}
