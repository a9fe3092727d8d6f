import Diagnostics
import SiteModel

/// What makes nearly everything of a file wrong: it lies in another folder than it belongs, is no translation yet, or names a kind that
/// has another name now.
extension SameSlip {
  /// Everything else about a translation that is its original word for word.
  mutating func copies() {
    let copies = all(.translationUntranslated).filter {
      found[$0].message.hasPrefix(TranslationCheck.copyStart)
    }
    if copies.isEmpty { return }
    let byFile = byFile
    for copy in copies {
      for place in byFile[found[copy].file] ?? [] { drop(place, for: copy) }
    }
  }

  /// An article whose keys are those of another kind: somebody moved its file into the folder of this one.
  mutating func misplaced(_ configuration: SiteConfiguration) {
    var keys: [String: [String: [Int]]] = [:]
    for place in all(.unknownKey) {
      guard let file = found[place].file, let hint = found[place].hint,
        hint.hasPrefix("Only articles of the kind "),
        case let names = Self.names(hint), names.count == 2
      else { continue }
      keys[file, default: [:]][names[0], default: []].append(place)
    }
    if keys.isEmpty { return }
    let byFile = byFile
    for (file, kinds) in keys {
      guard kinds.count == 1, let (kind, places) = kinds.first, places.count > 1,
        let folder = configuration.kind(named: kind).map({ configuration.kinds[$0].folder }),
        let name = file.split(separator: "/").last
      else { continue }
      let first = places[0]
      changed[first] = .error(
        .movedArticle, file: file, at: nil,
        "This article has keys that only a \(kind) has, such as \(places.prefix(2).map { "`\(Self.names(found[$0].message)[0])`" }.joined(separator: " and ")), but it is not in the folder of that kind.",
        hint: "Move the file to `Content/\(folder)/\(name)`, or delete these keys.")
      for place in byFile[file] ?? [] { drop(place, for: first) }
    }
    // What these articles linked to may seem to be linked from nowhere.
    if let first = changed.keys.filter({ found[$0].code == .unknownKey }).min() {
      for place in all(.orphan) { drop(place, for: first) }
    }
  }

  /// A kind with a new name, while several places have the old one.
  mutating func renamedKinds() {
    var uses: [String: [Int]] = [:]
    for place in all(.badNavigation) + all(.unknownKind)
    where found[place].message.hasPrefix("There is no kind `") {
      if let name = Self.names(found[place].message).first { uses[name, default: []].append(place) }
    }
    for (name, places) in uses where places.count > 1 {
      guard let meant = Self.names(found[places[0]].hint).first?.split(separator: ":").first else { continue }
      let first = places[0]
      changed[first] = found[first]
      changed[first]?.message = "There is no kind `\(name)`, which \(places.count) places of this file name."
      changed[first]?.hint =
        "If the kind `\(meant)` is meant, write `\(name):` in place of `\(meant):` below `kinds:`, or `\(meant)` in all of these places."
      for place in places { drop(place, for: first) }
      let list = "cannot be the file name of a \(meant):"
      for place in found.indices
      where found[place].code == .badFileName && found[place].message.contains(list) {
        drop(place, for: first)
      }
    }
  }
}
