import Diagnostics

extension DiagnosticCode {
  // The source folder
  /// A folder that every site has is not there.
  public static let missingFolder: DiagnosticCode = "missing-folder"
  /// A file that every site has is not there.
  public static let missingFile: DiagnosticCode = "missing-file"
  /// A symbolic link in the source.
  public static let symbolicLink: DiagnosticCode = "symbolic-link"
  /// A socket, pipe or device in the source.
  public static let notAFile: DiagnosticCode = "not-a-file"
  /// A file under `Content` that nothing refers to (a warning).
  public static let unusedFile: DiagnosticCode = "unused-file"

  /// A file that a stylesheet or script names is not among the assets.
  public static let missingAsset: DiagnosticCode = "missing-asset"

  // site.yaml
  /// Settings of `site.yaml` that contradict each other.
  public static let badConfiguration: DiagnosticCode = "bad-configuration"
  /// A name of a kind, field, relation or flag that cannot be one.
  public static let badName: DiagnosticCode = "bad-name"
  /// A kind that `site.yaml` does not declare.
  public static let unknownKind: DiagnosticCode = "unknown-kind"
  /// An entry of `navigation` that leads nowhere.
  public static let badNavigation: DiagnosticCode = "bad-navigation"

  // Articles
  /// A file without content.
  public static let emptyFile: DiagnosticCode = "empty-file"
  /// A file that is not UTF-8 text.
  public static let notUTF8: DiagnosticCode = "not-utf-8"
  /// An article without front matter.
  public static let frontMatterMissing: DiagnosticCode = "front-matter-missing"
  /// Front matter whose closing `---` is missing.
  public static let frontMatterUnclosed: DiagnosticCode = "front-matter-unclosed"
  /// A file name that is no id.
  public static let badFileName: DiagnosticCode = "bad-file-name"
  /// An article in a folder that belongs to no kind.
  public static let noSuchKindFolder: DiagnosticCode = "no-such-kind-folder"
  /// Two articles of one kind with one id.
  public static let duplicateID: DiagnosticCode = "duplicate-id"
  /// Two pages, or a page and a redirect, with one address.
  public static let duplicateURL: DiagnosticCode = "duplicate-url"
  /// An old address in `redirect-from` that cannot be one.
  public static let badRedirect: DiagnosticCode = "bad-redirect"
  /// A title or summary that is too long.
  public static let textTooLong: DiagnosticCode = "text-too-long"
  /// An article that would expire before it is published.
  public static let datesOutOfOrder: DiagnosticCode = "dates-out-of-order"
  /// A title or synonym that two articles share, so that a mention of it is not linked (a warning).
  public static let sharedSynonym: DiagnosticCode = "shared-synonym"

  // Relations and links
  /// A relation that names an article that is not there.
  public static let unknownTarget: DiagnosticCode = "unknown-target"
  /// A link to an article or file that is not there.
  public static let brokenLink: DiagnosticCode = "broken-link"
  /// A link to a place in a page that is not there.
  public static let brokenFragment: DiagnosticCode = "broken-fragment"
  /// A link or relation to an article that visitors do not get.
  public static let unpublishedTarget: DiagnosticCode = "unpublished-target"
  /// A relation of an article to itself.
  public static let selfRelation: DiagnosticCode = "self-relation"
  /// The same target twice in one relation.
  public static let repeatedTarget: DiagnosticCode = "repeated-target"
  /// One target in two relations that exclude each other, such as a stretch both recommended and to be avoided.
  public static let contradiction: DiagnosticCode = "contradiction"
  /// A relation that is usually there and is missing (a warning).
  public static let missingRelation: DiagnosticCode = "missing-relation"
  /// An article that nothing leads to (a warning).
  public static let orphan: DiagnosticCode = "orphan"
  /// A value of the front matter that is read otherwise than it can be meant.
  public static let doubtfulValue: DiagnosticCode = "doubtful-value"
  /// A red flag that is not declared.
  public static let unknownRedFlag: DiagnosticCode = "unknown-red-flag"
  /// A red flag declared wrongly.
  public static let badRedFlag: DiagnosticCode = "bad-red-flag"

  // Words (all warnings)
  /// A section whose reading age is over 14.
  public static let hardToRead: DiagnosticCode = "hard-to-read"
  /// A sentence of more than 30 words.
  public static let longSentence: DiagnosticCode = "long-sentence"
  /// A word of the site's jargon that nothing explains.
  public static let unexplainedWord: DiagnosticCode = "unexplained-word"
  /// A promise or judgement that nobody can make, such as "guarantee" or "you have".
  public static let absoluteClaim: DiagnosticCode = "absolute-claim"
  /// A heading more than one level below the one before it.
  public static let skippedHeading: DiagnosticCode = "skipped-heading"
  /// A link such as "here", which does not say where it leads.
  public static let vagueLink: DiagnosticCode = "vague-link"

  // References and pictures
  /// A work in `references.json` that cannot be cited.
  public static let badReference: DiagnosticCode = "bad-reference"
  /// Two works with one key.
  public static let duplicateReference: DiagnosticCode = "duplicate-reference"
  /// A key that `references.json` does not hold.
  public static let unknownReference: DiagnosticCode = "unknown-reference"
  /// A work that nothing cites (a warning).
  public static let unusedReference: DiagnosticCode = "unused-reference"
  /// A picture that is not there.
  public static let missingImage: DiagnosticCode = "missing-image"
  /// A picture that is none, or of a kind that browsers do not show.
  public static let badImage: DiagnosticCode = "bad-image"
  /// A drawing with something in it that could run, load or lead somewhere, or that drawings do not need.
  public static let unsafeDrawing: DiagnosticCode = "unsafe-drawing"

  // Templates
  /// A template that every site needs, or that a kind needs, is not there.
  public static let missingTemplate: DiagnosticCode = "missing-template"

  // Publishing
  /// The output folder contains the source.
  public static let outputContainsSource: DiagnosticCode = "output-contains-source"
  /// The output folder lies among the source's own files.
  public static let outputInsideSource: DiagnosticCode = "output-inside-source"
  /// A file stands where the output folder is to be.
  public static let outputNotAFolder: DiagnosticCode = "output-not-a-folder"
  /// The output folder holds files that Limber did not make.
  public static let outputNotOurs: DiagnosticCode = "output-not-ours"
  /// The disk or the system refused to write.
  public static let cannotWrite: DiagnosticCode = "cannot-write"
  /// The disk or the system refused to read.
  public static let cannotRead: DiagnosticCode = "cannot-read"
}
