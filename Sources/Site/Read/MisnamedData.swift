import Diagnostics
import SiteModel
import Text

/// A file of data that is not read because of its name, while the one that it was meant to be is not there: what it declares is not
/// missed anywhere else.
struct MisnamedData {
  /// Relative to the source folder: the file that is read.
  let meant: String
  let fault: Diagnostic

  private static let known = [References.file, RedFlags.file, PictureCredits.file, CareHeading.file]
  private static let endings: Set = ["yaml", "yml", "json", "txt"]

  /// Nil for a file that has nothing of the kind. `paths` are all below `Content`.
  init?(_ path: String, among paths: () -> Set<String>) {
    let name = PathText.name(of: path)
    guard Self.endings.contains(PathText.ending(of: name)), !Self.known.contains(path),
      !name.hasSuffix(".vignettes.yaml")
    else { return nil }
    let folder = PathText.folder(of: path)
    let near = Self.known.filter { PathText.folder(of: $0) == folder }
    let stem = Self.stem(of: name)
    let meant =
      near.first { Self.stem(of: PathText.name(of: $0)) == stem }
      ?? NearestName.to(stem, among: near.map { Self.stem(of: PathText.name(of: $0)) }).flatMap { nearest in
        Self.saysLanguage(stem) ? nil : near.first { Self.stem(of: PathText.name(of: $0)) == nearest }
      }
    guard let meant = meant ?? Self.partOfChecker(stem, in: folder, paths), !paths().contains(meant) else {
      return nil
    }
    self.meant = meant
    fault =
      Self.otherEnding(path)
      ?? .error(
        .badFileName, file: path, at: nil,
        "`\(name)` is not read, because this file must be named `\(PathText.name(of: meant))`.",
        hint: "Rename it to `\(PathText.name(of: meant))`.")
  }

  /// `knee-pain.vignettes.yaml`, meant by `knee-pain-vignettes`, where that checker is there.
  private static func partOfChecker(
    _ stem: String, in folder: Substring, _ paths: () -> Set<String>
  ) -> String? {
    guard folder == SourceTree.checkerFolder,
      let ending = ["vignettes", "vignette"].first(where: { stem.hasSuffix($0) })
    else { return nil }
    let id = stem.dropLast(ending.count + 1)
    return paths().contains("\(folder)/\(id).yaml") ? "\(folder)/\(id).vignettes.yaml" : nil
  }

  /// A report of `.yml`, which nothing reads, below `Content`.
  static func otherEnding(_ path: String) -> Diagnostic? {
    let name = PathText.name(of: path)
    guard name.hasSuffix(".yml") else { return nil }
    return .error(
      .badFileName, file: path, at: nil,
      "`\(name)` is not read, because files of data must end in `.yaml`.",
      hint: "Rename it to `\(name.dropLast(4)).yaml`.")
  }

  /// `red-flags` of `Red_Flags.yaml.txt`.
  private static func stem(of name: Substring) -> String {
    let parts = name.lowercased().split(separator: ".").map(String.init)
    let rest = parts.dropFirst().allSatisfy(endings.contains) ? Array(parts.prefix(1)) : parts
    return rest.joined(separator: ".").replacing("_", with: "-").replacing(" ", with: "-")
  }

  /// `red-flags-es` translates the other.
  private static func saysLanguage(_ stem: String) -> Bool {
    stem.dropLast(2).last == "-" || stem.contains(".")
  }
}
