import SiteModel
import Text

/// A folder of articles whose name `site.yaml` gives to no kind.
enum StrayFolder {
  /// What it was meant to be: a misspelt name, or the folder that a kind had before it got another in `site.yaml`.
  static func hint(for folder: String, _ kinds: [Kind], _ content: [String]) -> String? {
    let near = NearestName.to(folder, among: kinds.map(\.folder)) ?? former(folder, kinds, content)
    if let original = copied(folder, kinds, content) {
      return "It looks like a copy of the folder `\(original)`. Move what is new in it there, then delete it."
    }
    if let near {
      return "Rename the folder to `\(near)`, or write `folder: \(folder)` for that kind in `site.yaml`."
    }
    let empty = empty(kinds, content).map { "`\($0.folder)` (\($0.name))" }
    return empty.isEmpty
      ? "Declare a kind with `folder: \(folder)` in `site.yaml`, or move the articles to the folder of a kind."
      : "Give it the folder name of its kind, such as \(empty.prefix(6).joined(separator: " or "))."
  }

  /// The folder of a kind, which is there, of which one has a copy's name: `causes copy`, `causes-old`, or `Causes` beside `causes`.
  private static func copied(_ folder: String, _ kinds: [Kind], _ content: [String]) -> String? {
    let id = ArticleID.nearest(to: folder)
    let names = [CopiedName.original(of: folder[...]).map(String.init), id, CopiedName.numbered(id)]
    return names.compactMap(\.self).first { name in
      kinds.contains { $0.folder == name } && content.contains { $0.hasPrefix("Content/\(name)/") }
    }
  }

  /// The folder that a kind without articles has now: `notices` was that of `notice`.
  private static func former(_ folder: String, _ kinds: [Kind], _ content: [String]) -> String? {
    let empty = empty(kinds, content)
    if let kind = empty.first(where: {
      folder.hasPrefix($0.name) || NearestName.to(folder, among: [$0.name]) != nil
    }) {
      return kind.folder
    }
    let known = Set(kinds.map(\.folder))
    var others: Set<String> = []
    for path in content where path.hasSuffix(".md") && !path.hasPrefix(SourceTree.checkerFolder + "/") {
      let parts = path.split(separator: "/")
      if parts.count > 2, !known.contains(String(parts[1])) { others.insert(String(parts[1])) }
    }
    // The only folder and the only kind that are left belong together.
    let named = others.filter { other in empty.contains { other.hasPrefix($0.name) } }
    let left = empty.filter { kind in !named.contains { $0.hasPrefix(kind.name) } }
    return others.subtracting(named) == [folder] && left.count == 1 ? left[0].folder : nil
  }

  /// The kinds without an article.
  private static func empty(_ kinds: [Kind], _ content: [String]) -> [Kind] {
    kinds.filter { kind in !content.contains { $0.hasPrefix("Content/\(kind.folder)/") } }
  }
}
