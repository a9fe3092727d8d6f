import Diagnostics
import SiteModel
import Text

/// The article whose headings are the words that a site explains.
enum Glossary {
  /// The article that `glossary` in `site.yaml` names; reported when there is none.
  static func article(_ index: SiteIndex, into diagnostics: inout [Diagnostic]) -> Int? {
    guard let entry = index.configuration.writing.glossary else { return nil }
    let kinds = index.configuration.kinds
    let parts = entry.text.split(separator: ":", maxSplits: 1).map(String.init)
    let ids = parts.count == 2 ? index.configuration.kind(named: parts[0]).map { index.ids[$0] } : nil
    guard let ids, let number = ids[parts[1].utf8] else {
      if index.isStray(entry.bytes) { return nil }
      let near = ids.map { NearestName.to(parts[1], among: $0.names) } ?? nil
      diagnostics.append(
        .error(
          .unknownTarget, file: SiteConfiguration.file, at: entry.position,
          "`glossary` refers to `\(entry.text)`, but there is no such article.",
          hint: near.map { "Did you mean `\(parts[0]):\($0)`?" }
            ?? "Write a kind and an id, such as `\(kinds.first { $0.isPage }?.name ?? "page"):glossary`."))
      return nil
    }
    if !index.articles[number].isPublished, index.articles[number].state != .faulty {
      diagnostics.append(
        .error(
          .unpublishedTarget, file: SiteConfiguration.file, at: entry.position,
          "`glossary` refers to `\(entry.text)`, which is \(index.articles[number].state.rawValue).",
          hint: "Publish that article, or remove `glossary`.", cause: index.articles[number].fileOfState))
    }
    return number
  }
}
