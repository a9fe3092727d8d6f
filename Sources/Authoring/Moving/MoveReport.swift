import Text

/// What a move changes, in words: file by file, then what a person has to look at.
struct MoveReport {
  let plan: MovePlan

  /// More would not be read.
  private static let mostLeftovers = 20
  private static let mostLines = 20

  var text: String {
    var out = ""
    for change in plan.changes {
      out += change.isMoved ? "\(change.path) → \(change.newPath)" : change.path
      let parts = parts(of: change.path)
      out += parts.isEmpty ? "\n" : ": \(parts.joined(separator: "; "))\n"
    }
    for (path, reason) in plan.pictures.kept.sorted(by: { $0.path < $1.path }) {
      out += "\(path) keeps its name: \(reason).\n"
    }
    if plan.article.isPublished, plan.article.shownDespite == nil {
      let translated = plan.translations.all.filter(\.isPublished).flatMap(\.addresses)
      for (old, new) in plan.addresses + translated {
        out += "\(text(old)) now redirects to \(text(new)).\n"
      }
    }
    return out + leftovers
  }

  private func parts(of path: String) -> [String] {
    var parts: [String] = []
    let hasRedirect =
      path == plan.article.file
      || plan.translations.all.contains { $0.file == path && !$0.addresses.isEmpty }
    if hasRedirect { parts.append("the old address is in `redirect-from`") }
    let lines = plan.edits[path]?.changedLines ?? []
    if !lines.isEmpty {
      let more = lines.count - Self.mostLines
      parts.append(
        (lines.count == 1 ? "line " : "lines ")
          + lines.prefix(Self.mostLines).map(String.init).joined(separator: ", ")
          + (more > 0 ? " and \(more) more" : ""))
    }
    return parts
  }

  private var leftovers: String {
    if plan.leftovers.isEmpty { return "" }
    var out = "These still have the old name. Check whether they should change:\n"
    for place in plan.leftovers.prefix(Self.mostLeftovers) {
      out += "  \(place.file):\(place.position.line):\(place.position.column): \(place.text)\n"
    }
    let more = plan.leftovers.count - Self.mostLeftovers
    return more > 0 ? out + "  and \(more) more\n" : out
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
