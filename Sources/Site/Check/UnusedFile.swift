import SiteModel
import Text

/// What to do about a file below `Content` that nothing uses, which depends on what it is for.
struct UnusedFile {
  private let name: String
  private let configuration: SiteConfiguration
  /// Below the folder of the symptom checkers; nil for a file elsewhere.
  private let checkerName: String?

  init(_ path: String, named name: String, _ configuration: SiteConfiguration) {
    self.name = name
    self.configuration = configuration
    let folder = SourceTree.checkerFolder + "/"
    checkerName = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
  }

  var hint: String {
    if let hint = hintForOtherLanguage ?? checkerName.flatMap(hint(inChecker:)) ?? hintForData { return hint }
    let plain = FileName.plain(name)
    if name.contains(where: { " \"'()[]<>“”‘’«»".contains($0) }), !plain.isEmpty {
      return
        "Markdown addresses cannot contain spaces, quotes or brackets. Rename the file to `\(plain)`, and use it in an article."
    }
    return mayBeArticle
      ? "Use it in an article, or delete it. If it is an article, rename it to `\(ArticleID.nearest(to: String(stem))).md`."
      : "Use it in an article, or delete it."
  }

  private var stem: Substring { name.prefix { $0 != "." } }
  private var ending: String { name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? "" }

  /// `causes.txt`, `causes.text`, and a name without an ending.
  private var mayBeArticle: Bool {
    ["", ".txt", ".text"].contains(ending) && !ArticleID.nearest(to: String(stem)).isEmpty
  }

  // MARK: Texts in other languages

  /// `red-flags.es.yaml`, `drawings.es.yaml`, `translated.es.yaml` and words of a checker on a site that is not published in that language.
  private var hintForOtherLanguage: String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[2] == "yaml" || parts[2] == "md" && checkerName != nil,
      checkerName != nil || Self.translatedData.contains(parts[0]), LanguageCode.isTag(parts[1]),
      parts[1] == parts[1].lowercased(), parts[1].count < 4 || parts[1].contains("-")
    else { return nil }
    let (first, code) = (configuration.language, parts[1])
    if configuration.languages.isEmpty {
      return
        "It holds words in the language `\(code)`, in which the site is not published. Add `languages: {\(first): …, \(code): …}` to `site.yaml`, or delete the file."
    }
    return
      "It holds words in the language `\(code)`, which `languages` in `site.yaml` does not have. Add it there, or delete the file."
  }

  private static let translatedData: Set = ["red-flags", "drawings", "translated"]

  // MARK: Symptom checkers

  private func hint(inChecker path: String) -> String? {
    let parts = path.split(separator: "/")
    switch ending {
    case ".md":
      return
        "Name it in a checker, as in `advice: \(path)`, or delete it. If it is an article, move it to the folder of its kind."
    case ".svg":
      return parts.count == 1
        ? "Show it with a question of a checker, as in `picture: \(name.dropLast(4))`, or delete it."
        : "Move it to `\(SourceTree.checkerFolder)`, where checkers look for drawings, or delete it."
    case ".yaml", ".tsv":
      if parts.count > 1 {
        return "Move it to `\(SourceTree.checkerFolder)`, where checkers are read, or delete it."
      }
      for part in [".vignettes.yaml", ".paths.tsv"] where name.hasSuffix(part) {
        let id = name.dropLast(part.count)
        return
          "It belongs to the checker `\(id).yaml`, which does not exist. Rename it like its checker, or delete it."
      }
      return nil
    default:
      return "Only the texts (`.md`) and drawings (`.svg`) of a checker belong here. Move it, or delete it."
    }
  }

  // MARK: Data of the site

  private var hintForData: String? {
    switch ending {
    case ".vtt", ".srt":
      return "Name it as the captions of a video, or delete it."
    case ".bib", ".ris", ".enw", ".nbib":
      return
        "References are read from `\(References.file)`. Export them as CSL JSON to that file, then delete this one."
    case ".yaml", ".json":
      let known = [References.file, RedFlags.file].map { String($0.dropFirst("Content/".count)) }
      if name == "drawings.yaml" || name == "translated.yaml" {
        return
          "Such a file is for another language of the site: name it `\(stem).es.yaml` for Spanish, or delete it."
      }
      return NearestName.to(name, among: known).map {
        "If it is `\($0)`, move it to `Content/\($0)`. Otherwise, delete it."
      } ?? "Limber does not read it. Link to it from an article as a download, or delete it."
    default: return nil
    }
  }
}
