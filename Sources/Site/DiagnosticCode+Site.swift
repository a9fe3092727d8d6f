import Diagnostics

extension DiagnosticCode {
  // The source folder
  /// A folder that every site has is not there.
  package static let missingFolder: DiagnosticCode = "missing-folder"
  /// A file that every site has is not there.
  package static let missingFile: DiagnosticCode = "missing-file"
  /// A symbolic link in the source.
  package static let symbolicLink: DiagnosticCode = "symbolic-link"
  /// A socket, pipe or device in the source.
  package static let notAFile: DiagnosticCode = "not-a-file"
  /// A file under `Content` that nothing refers to (a warning).
  package static let unusedFile: DiagnosticCode = "unused-file"
  /// A download that browsers open as a page, with the scripts in it.
  package static let unsafeDownload: DiagnosticCode = "unsafe-download"
  /// An article without text (a warning).
  package static let emptyArticle: DiagnosticCode = "empty-article"
  /// A file that a stylesheet or script names is not among the assets.
  package static let missingAsset: DiagnosticCode = "missing-asset"

  // site.yaml
  /// An entry of a menu that leads nowhere, or where another leads already.
  package static let badNavigation: DiagnosticCode = "bad-navigation"

  // Articles
  /// An article in a folder that belongs to no kind.
  package static let noSuchKindFolder: DiagnosticCode = "no-such-kind-folder"
  /// An article that was renamed or moved by hand, while others name it as before.
  package static let movedArticle: DiagnosticCode = "moved-article"
  /// Two articles of one kind with one id.
  package static let duplicateID: DiagnosticCode = "duplicate-id"
  /// Two pages, or a page and a redirect, with one address.
  package static let duplicateURL: DiagnosticCode = "duplicate-url"
  /// An old address in `redirect-from` that cannot be one.
  package static let badRedirect: DiagnosticCode = "bad-redirect"
  /// A line of `addresses.txt` that is no address.
  package static let badAddress: DiagnosticCode = "bad-address"
  /// An address at which readers once found something, and which leads nowhere now.
  package static let lostAddress: DiagnosticCode = "lost-address"
  /// A title or synonym that two articles share, so that a mention of it is not linked (a warning).
  package static let sharedSynonym: DiagnosticCode = "shared-synonym"
  /// A title or synonym that is so common that a mention of it is not linked (a warning).
  package static let commonName: DiagnosticCode = "common-name"

  // Relations and links
  /// A relation that names an article that is not there.
  package static let unknownTarget: DiagnosticCode = "unknown-target"
  /// A link to an article or file that is not there.
  package static let brokenLink: DiagnosticCode = "broken-link"
  /// A link to a place in a page that is not there.
  package static let brokenFragment: DiagnosticCode = "broken-fragment"
  /// A link or relation to an article that visitors do not get.
  package static let unpublishedTarget: DiagnosticCode = "unpublished-target"
  /// A relation of an article to itself.
  package static let selfRelation: DiagnosticCode = "self-relation"
  /// The same target twice in one relation.
  package static let repeatedTarget: DiagnosticCode = "repeated-target"
  /// One target in two relations that exclude each other, such as a stretch both recommended and to be avoided.
  package static let contradiction: DiagnosticCode = "contradiction"
  /// A relation that is usually there and is missing (a warning).
  package static let missingRelation: DiagnosticCode = "missing-relation"
  /// A red flag that is not declared.
  package static let unknownRedFlag: DiagnosticCode = "unknown-red-flag"

  // References and pictures
  /// A key that `references.json` does not hold.
  package static let unknownReference: DiagnosticCode = "unknown-reference"
  /// A work that nothing cites (a warning).
  package static let unusedReference: DiagnosticCode = "unused-reference"
  /// A picture that is not there.
  package static let missingImage: DiagnosticCode = "missing-image"
  /// A picture or video of which nothing says whose it is, where `site.yaml` wants that.
  package static let missingCredit: DiagnosticCode = "missing-credit"
  /// A picture that is none, or of a kind that browsers do not show.
  package static let badImage: DiagnosticCode = "bad-image"
  /// A picture or download that is not what its name says, or far too large.
  package static let badFile: DiagnosticCode = "bad-file"
  /// Captions that browsers cannot read, or people cannot in time.
  package static let badCaptions: DiagnosticCode = "bad-captions"
  /// A photograph that says where it was taken and is published as it is (a warning).
  package static let photoLocation: DiagnosticCode = "photo-location"
  /// The program that makes photographs smaller is not on this machine.
  package static let missingProgram: DiagnosticCode = "missing-program"
  /// A drawing with something in it that could run, load or lead somewhere, or that drawings do not need.
  package static let unsafeDrawing: DiagnosticCode = "unsafe-drawing"

  // Templates
  /// A template that every site needs, or that a kind needs, is not there.
  package static let missingTemplate: DiagnosticCode = "missing-template"
  /// A file in `Templates` that no page is made with (a warning).
  package static let unusedTemplate: DiagnosticCode = "unused-template"
  /// A word that no template uses (a warning).
  package static let unusedWord: DiagnosticCode = "unused-word"

  // What the symptom checker is proven against
  /// An article of the kind `causes` that gives other than one stage to each of what it is managed with.

  /// `updated: git` where no commit, or not every one, can be had.
  package static let missingHistory: DiagnosticCode = "missing-history"

  // Publishing
  /// The output folder contains the source.
  package static let outputContainsSource: DiagnosticCode = "output-contains-source"
  /// The output folder lies among the source's own files.
  package static let outputInsideSource: DiagnosticCode = "output-inside-source"
  /// A file stands where the output folder is to be.
  package static let outputNotAFolder: DiagnosticCode = "output-not-a-folder"
  /// The output folder holds files that Limber did not make.
  package static let outputNotOurs: DiagnosticCode = "output-not-ours"
  /// The disk or the system refused to write.
  package static let cannotWrite: DiagnosticCode = "cannot-write"
  /// A build from the cache is not what a build without it is.
  package static let wrongCache: DiagnosticCode = "wrong-cache"
  /// The disk or the system refused to read.
  package static let cannotRead: DiagnosticCode = "cannot-read"

  // Translations
  /// A translation whose original does not exist.
  package static let translationOrphan: DiagnosticCode = "translation-orphan"
  /// A translation that lacks a callout of its original, or has another kind.
  package static let translationCallouts: DiagnosticCode = "translation-callouts"
  /// A translation of an exercise that has more or fewer steps.
  package static let translationSteps: DiagnosticCode = "translation-steps"
  /// A translation that cites other works, or the same less often.
  package static let translationCitations: DiagnosticCode = "translation-citations"
  /// A translation that shows other pictures.
  package static let translationPictures: DiagnosticCode = "translation-pictures"
  /// A translation with more or fewer headings, or of other levels.
  package static let translationSections: DiagnosticCode = "translation-sections"
  /// A translation whose tables have more or fewer rows or cells.
  package static let translationTables: DiagnosticCode = "translation-tables"
  /// A translation whose lists have more or fewer items.
  package static let translationLists: DiagnosticCode = "translation-lists"
  /// A link of the original that a translation lacks, or one that it has instead.
  package static let translationLinks: DiagnosticCode = "translation-links"
}
