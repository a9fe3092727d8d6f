import ArgumentParser
import Diagnostics
import Files
import Site
import SymptomTree
import YAML

struct TreeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree", abstract: "Show the symptom checker: its paths, its picture, its vignettes.",
    subcommands: [TreePaths.self, TreeGraphCommand.self, TreeTest.self])
}

/// The options of every `tree` command.
struct TreeOptionGroup: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with site.yaml, Content and Templates.", valueName: "folder"))
  var source = "."

  @Option(help: ArgumentHelp("The date to check for (default: today).", valueName: "YYYY-MM-DD"))
  var today: String?

  @Argument(help: "The checker's id; you can leave it out if the site has only one.")
  var id: String?

  func validate() throws {
    if let today, CalendarDate(parsing: today.utf8) == nil {
      throw ValidationError("--today must be a date, such as 2026-02-28, not \(today).")
    }
  }

  /// The checker asked for, and the site it belongs to. What is wrong with the checker's own files is reported.
  func load() async throws -> (tree: SiteTree, site: SiteBuild, errors: Int) {
    let reporter = Reporter(format: .text, isQuiet: true, source: source)
    guard let day = today.flatMap({ CalendarDate(parsing: $0.utf8) }) ?? Machine.currentDay() else {
      throw ValidationError("This machine's clock does not give a valid date. Add one with --today.")
    }
    let site: SiteBuild
    do {
      site = try SiteBuild(
        BuildOptions(
          source: source, output: nil, jobs: Machine.cores, includesDrafts: false, isStrict: false, today: day
        ))
    } catch BuildObstacle.noSource(let path) {
      reporter.complain("The folder `\(path)` does not exist.")
      throw ExitCode(64)
    }
    var (trees, report) = try await site.trees()
    guard let tree = id == nil && trees.count == 1 ? trees.first : trees.first(where: { $0.id == id }) else {
      reporter.report(report)
      let names = trees.map { "`\($0.id)`" }.joined(separator: ", ")
      reporter.complain(
        trees.isEmpty ? "The site has no symptom checker." : "Add the id of a checker. The site has \(names)."
      )
      throw ExitCode(trees.isEmpty && report.errors > 0 ? 1 : 64)
    }
    let own = Set(tree.check.diagnostics)
    report.diagnostics = report.diagnostics.filter(own.contains)
    // A stale list of paths is what `tree paths` is there to mend.
    report.diagnostics.removeAll { $0.code == .treePathsStale }
    reporter.report(report)
    return (tree, site, report.errors)
  }
}

struct TreePaths: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Write every path of the checker to the file that reviewers read.",
    discussion: """
      Commit this file, ID.paths.tsv next to the checker: it shows reviewers which readers will now be told \
      something different. It is not rewritten if questions, stages or care levels changed but the major \
      version did not. A clinician must approve that change by raising the major version.
      """)

  @OptionGroup var options: TreeOptionGroup

  @Flag(help: "Print the paths instead of writing the file.")
  var stdout = false

  func run() async throws {
    let (tree, site, errors) = try await options.load()
    guard let text = tree.check.pathsFile else { throw ExitCode(1) }
    if stdout {
      Machine.print(text)
      return
    }
    switch tree.check.pathsChange {
    case .needsMajorVersion: throw ExitCode(1)
    case .none: Machine.print("\(tree.pathsFile) is up to date: \(tree.check.paths.count) paths.\n")
    case .missing, .stale:
      try site.replace(tree.pathsFile, with: text)
      Machine.print("Wrote \(tree.check.paths.count) paths to \(tree.pathsFile).\n")
    }
    if errors > 0 { throw ExitCode(1) }
  }
}

struct TreeGraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw the checker.",
    discussion: "The picture is printed to standard output: `limber tree graph > checker.svg`.")

  enum Form: String, ExpressibleByArgument, CaseIterable { case svg, dot, mermaid }

  @OptionGroup var options: TreeOptionGroup

  @Option(name: [.long, .customLong("as")], help: "The picture format: svg, dot or mermaid.")
  var format = Form.svg

  func run() async throws {
    let (tree, _, errors) = try await options.load()
    guard let drawn = tree.check.tree else { throw ExitCode(1) }
    switch format {
    case .svg: Machine.print(drawn.svg)
    case .dot: Machine.print(drawn.dot)
    case .mermaid: Machine.print(drawn.mermaid)
    }
    if errors > 0 { throw ExitCode(1) }
  }
}

struct TreeTest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run every vignette and show which outcome it reaches and what no vignette covers.")

  @OptionGroup var options: TreeOptionGroup

  func run() async throws {
    let (tree, _, errors) = try await options.load()
    guard let vignettes = tree.check.vignettes else { throw ExitCode(1) }
    Machine.print(vignettes.text)
    if errors > 0 || !vignettes.results.allSatisfy(\.passes) { throw ExitCode(1) }
  }
}
