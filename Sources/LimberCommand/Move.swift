import ArgumentParser
import Authoring
import Files

struct Move: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Rename an article, and update everything that refers to it.",
    discussion: """
      `limber move sign:outer-hip-pain side-hip-pain` renames the article's file, and the pictures next to \
      it that have its id in their name and that nothing else uses. It updates every link, relation, \
      checker and setting that refers to the article, and adds the old address to its `redirect-from`, so \
      that links from other sites still work.

      Either all of it is done, or nothing: the site must have no errors before, and a check of the changed \
      site must find nothing new. The command lists the files it changed, and the places in templates, \
      comments or code that still have the old name.
      """)

  @OptionGroup var site: SiteSource

  @Flag(help: "Show what would change, without writing anything.")
  var dryRun = false

  @Argument(help: "The article's kind and id, such as sign:outer-hip-pain.")
  var article: String

  @Argument(help: "The new id: lowercase letters, digits and single hyphens, such as side-hip-pain.")
  var newID: String

  func validate() throws {
    if ArticleName(article) == nil {
      throw ValidationError(
        "Write the kind and the id of the article, such as sign:outer-hip-pain, not \(article).")
    }
  }

  func run() async throws {
    guard let name = ArticleName(article) else { return }
    let reporter = Reporter(format: .text, isQuiet: true, source: site.source)
    let options = try site.buildOptions()
    try await SiteSource.run(site.source) {
      do {
        let move = try await ArticleMove.prepare(name, to: newID, options)
        if !dryRun { try move.apply() }
        let names = "`\(article)` to `\(name.kind):\(newID)`"
        Machine.print(
          (dryRun ? "This would move \(names). Nothing was written.\n" : "Moved \(names).\n") + move.report)
      } catch Refusal.faulty(let report) {
        reporter.report(report)
        throw Refusal.sentence(
          "Nothing was moved. Fix these errors first: until then, Limber cannot find every place that refers to the article."
        )
      } catch let failure as FileReplacement.Failure {
        throw Self.refusal(failure, reporter)
      }
    }
  }

  private static func refusal(_ failure: FileReplacement.Failure, _ reporter: Reporter) -> any Error {
    switch failure {
    case .changed(let path):
      return Refusal.sentence("Nothing was moved: `\(path)` changed in the meantime. Try again.")
    case .taken(let path):
      return Refusal.sentence("Nothing was moved: the file `\(path)` now exists. Choose another id.")
    case .disk(let failure, isRestored: true):
      reporter.complain("\(failure.sentence) Nothing was moved.")
    case .disk(let failure, isRestored: false):
      reporter.complain(
        "\(failure.sentence) Some files were changed, and a disk error kept Limber from restoring them. Their original versions are in `\(FileReplacement.savedFolder)`."
      )
    }
    return ExitCode(74)
  }
}
