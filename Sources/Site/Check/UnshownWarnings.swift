import Diagnostics
import Markdown
import SiteModel

/// Warnings of articles that no reader would see, because the template of their kind leaves them out.
enum UnshownWarnings {
  /// Reports the first article of each kind of which something is lost.
  static func run(_ index: SiteIndex, _ parsed: [ParsedArticle], _ templates: SiteTemplates?) -> [Diagnostic]
  {
    guard let templates else { return [] }
    return index.configuration.kinds.indices.flatMap { kind -> [Diagnostic] in
      let (showsBody, showsFlags) = (templates.showsBody[kind], templates.showsWarnings[kind])
      if showsBody, showsFlags { return [] }
      let template = index.configuration.kinds[kind].name
      let numbers = index.articles.indices.lazy.filter {
        index.articles[$0].kind == kind && index.articles[$0].isPublished
      }
      var found: [Diagnostic] = []
      if !showsBody,
        let lost = numbers.first(where: { parsed[$0].body.text.callouts.contains { $0.kind.isQuiet } })
      {
        found.append(
          .error(
            .badConfiguration, file: index.articles[lost].file, at: .start,
            "Readers would not see the warning in this article: the template `\(template)` does not show `\(PageTypes.bodyName)`.",
            hint: "Add `{{{\(PageTypes.bodyName)}}}` to `Templates/\(template).mustache`."))
      }
      if !showsFlags, let lost = numbers.first(where: { !index.articles[$0].redFlags.isEmpty }) {
        found.append(
          .warning(
            .badConfiguration, file: index.articles[lost].file, at: index.articles[lost].redFlags[0].position,
            "Readers do not see the red flags of this article: the template `\(template)` does not show `\(PageTypes.warningsName)`.",
            hint: "Use `\(PageTypes.warningsName)` in `Templates/\(template).mustache`."))
      }
      return found
    }
  }
}
