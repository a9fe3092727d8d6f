import ArgumentParser
import Authoring
import Files
import Site

struct Move: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Renames an article, and changes everything that names it.",
    discussion: """
      `limber move sign:outer-hip-pain side-hip-pain` renames the article's file and the pictures beside it that carry \
      its id in their name and that nothing else uses. It changes every link, relation, checker and setting that names \
      the article, and adds the old address to its `redirect-from`, so that links from elsewhere still lead there.

      All of it is done, or nothing: the site must have no errors before, and a check of the changed site must find \
      nothing new. The command says which files it changed, and where templates, comments or code still have the old \
      name.
      """)

  @OptionGroup var site: SiteSource

  @Flag(help: "Say what would change, and write nothing.")
  var dryRun = false

  @Argument(help: "The article's kind and id, such as sign:outer-hip-pain.")
  var article: String

  @Argument(help: "Its new id: small letters, digits and single hyphens, such as side-hip-pain.")
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
    let options = BuildOptions(
      source: site.source, output: nil, jobs: Machine.cores, includesDrafts: false, isStrict: false,
      today: try SiteSource.today())
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
          "Nothing was moved. Mend these errors first: with them, not every place that names the article is known."
        )
      } catch let failure as FileReplacement.Failure {
        throw Self.refusal(failure, reporter)
      }
    }
  }

  private static func refusal(_ failure: FileReplacement.Failure, _ reporter: Reporter) -> any Error {
    switch failure {
    case .changed(let path):
      return Refusal.sentence("Nothing was moved: `\(path)` was changed meanwhile. Try again.")
    case .taken(let path):
      return Refusal.sentence("Nothing was moved: there is a file `\(path)` by now. Choose another id.")
    case .disk(let failure, isRestored: true):
      reporter.complain("\(failure.sentence) Nothing was moved.")
    case .disk(let failure, isRestored: false):
      reporter.complain(
        "\(failure.sentence) Some files were changed, and the disk kept them from being put back. As they were they are in `\(FileReplacement.savedFolder)`."
      )
    }
    return ExitCode(74)
  }
}
