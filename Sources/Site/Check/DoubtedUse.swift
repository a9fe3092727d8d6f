import Diagnostics
import Text

/// Which warnings that nothing uses something may be wrong because of an error: what the error names, or is about to be named where it
/// stands. Their hints would have an editor delete what was only misspelt.
struct DoubtedUse {
  /// Folders with an article that cannot be read, so that nobody knows what it uses and explains.
  private var folders: Set<Substring> = []
  /// Articles in each folder of which a line was not understood, which may name a file.
  private var misread: [Substring: [String]] = [:]
  /// Articles that are told to be copies of others.
  private var copies: Set<Substring> = []
  /// Folders with an article whose picture or file is named wrongly, so that the right one seems to be of no use.
  private var pictured: Set<Substring> = []
  /// False where an article is gone that others name, or one has a text that was not read: what it used and led to is not known.
  private var knowsAll = true
  /// What the hints of errors propose, each word of it.
  private var proposed: Set<Substring> = []

  /// Nil where there is nothing to doubt.
  init?(
    _ found: [Diagnostic], _ counts: [DiagnosticCode: Int], _ index: SiteIndex, _ sources: [[UInt8]]
  ) {
    guard Self.codes.contains(where: { counts[$0] != nil }),
      found.contains(where: { $0.severity == .error || $0.code == .sharedSynonym || Self.isHidden($0) })
    else { return nil }
    for fault in found where fault.code == .sharedSynonym || fault.code == .duplicateURL {
      if let file = fault.file, fault.message.hasPrefix(CopiedArticles.start) { copies.insert(file[...]) }
    }
    knowsAll = !Self.hasUnknownText(found, index)
    for article in index.articles where article.state == .faulty {
      folders.insert(Self.folder(of: article.file))
    }
    for fault in found where fault.severity == .error || Self.isHidden(fault) {
      if let file = fault.file, file.hasSuffix(".md"), Self.isAboutFile(fault) {
        pictured.insert(Self.folder(of: file))
      }
    }
    for fault in found where fault.severity == .error {
      // What it names under another key, or would name, is not known.
      if let file = fault.file, Self.ofReading.contains(fault.code) {
        let folder = Self.folder(of: file)
        if folder == SourceTree.checkerFolder {
          folders.insert(folder + "/advice")
        } else if counts[.unusedFile] != nil, let number = index.articlePaths[file.utf8] {
          misread[folder, default: []].append(String(decoding: sources[number], as: UTF8.self))
        }
      }
      guard let hint = fault.hint, hint.utf8.count < 1_000 else { continue }
      proposed.formUnion(hint.split { !$0.isLetter && !$0.isNumber && !"-_.".contains($0) })
    }
  }

  private static let codes: [DiagnosticCode] = [.unusedFile, .orphan, .unexplainedWord, .unusedReference]

  private static let ofReading: Set<DiagnosticCode> = [
    .unknownKey, .wrongType, .emptyValue, .missingKey, .duplicateKey, .treeUnknownAdvice,
  ]

  /// Whether the fault may be nothing but what follows from an error.
  func concerns(_ fault: Diagnostic) -> Bool {
    guard fault.severity == .warning, let file = fault.file else { return false }
    if !knowsAll, Self.codes.contains(fault.code) { return true }
    let name = file.split(separator: "/").last ?? ""
    switch fault.code {
    case .unexplainedWord: return !folders.isEmpty
    case .unusedFile:
      let folder = Self.folder(of: file)
      return folders.contains(folder) || misread[folder]?.contains { $0.contains(name) } == true
        || proposed.contains(name) || pictured.contains(folder) && Self.isPicture(name)
        // A checker names its drawing without the ending.
        || name.hasSuffix(".svg") && proposed.contains(name.dropLast(".svg".count))
    case .orphan:
      return copies.contains(file[...]) || proposed.contains(name)
        || proposed.contains(name.dropLast(".md".count))
    // `key` is not cited anywhere.
    case .unusedReference: return fault.message.split(separator: "`").first.map(proposed.contains) ?? false
    default: return false
    }
  }

  private static func hasUnknownText(_ found: [Diagnostic], _ index: SiteIndex) -> Bool {
    var gone: Set<String> = []
    for fault in found where fault.severity == .error {
      if let file = fault.file, fault.code == .unfinishedText || fault.code == .tooComplex,
        index.articlePaths[file.utf8] != nil
      {
        return true
      }
      // One name may well be misspelt.
      if let cause = fault.cause, MovedArticles.isGone(cause, index), !gone.insert(cause).inserted {
        return true
      }
    }
    return false
  }

  /// Whether an article names a picture, a video or a download that is none, or names it in another way than it has to.
  private static func isAboutFile(_ fault: Diagnostic) -> Bool {
    switch fault.code {
    case .missingImage, .badImage: true
    case .unreadMarkdown: isHidden(fault)
    case .rawHTML: fault.hint?.contains("![") == true
    case .wrongType, .missingKey, .unknownKey, .emptyValue:
      ["`file`", "`alt`"].contains { fault.message.contains($0) || fault.hint?.contains($0) == true }
    default: false
    }
  }

  /// Whether a picture is not shown, as its author wrote it.
  private static func isHidden(_ fault: Diagnostic) -> Bool {
    fault.code == .unreadMarkdown && fault.message.hasPrefix("This picture is not shown")
  }

  private static func isPicture(_ name: Substring) -> Bool {
    ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "heic", "heif", "tif", "tiff", "mp4", "webm", "mov"]
      .contains(PathText.ending(of: name.lowercased()))
  }

  private static func folder(of file: String) -> Substring {
    file[..<(file.lastIndex(of: "/") ?? file.startIndex)]
  }
}
