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

  @Argument(help: "The checker's id. Without it: the only one; for paths and test, every one.")
  var id: String?

  func validate() throws {
    if let today, CalendarDate(parsing: today.utf8) == nil {
      throw ValidationError("--today must be a date, such as 2026-02-28, not \(today).")
    }
  }

  /// The one checker asked for. What is wrong with its own files is reported.
  func loadOne() async throws -> (tree: SiteTree, errors: Int) {
    let (trees, _, errors) = try await load(isOneWanted: true)
    guard let tree = trees.first else { throw ExitCode(64) }
    return (tree, errors)
  }

  /// The checker asked for, or all of them, and the site they belong to. What is wrong with their own files is reported.
  func load(isOneWanted: Bool = false) async throws -> (trees: [SiteTree], site: SiteBuild, errors: Int) {
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
    let wanted = trees.filter { id == nil || $0.id == id }
    guard !wanted.isEmpty, !isOneWanted || wanted.count == 1 else {
      reporter.report(report)
      let names = trees.map { "`\($0.id)`" }.joined(separator: ", ")
      reporter.complain(
        trees.isEmpty ? "The site has no symptom checker." : "Add the id of a checker. The site has \(names)."
      )
      throw ExitCode(trees.isEmpty && report.errors > 0 ? 1 : 64)
    }
    let own = Set(wanted.flatMap(\.check.diagnostics))
    report.diagnostics = report.diagnostics.filter(own.contains)
    // A stale list of paths is what `tree paths` is there to mend.
    report.diagnostics.removeAll { $0.code == .treePathsStale }
    reporter.report(report)
    return (wanted, site, report.errors)
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
    let (trees, site, errors) = try await options.load()
    // To be printed, paths need not be right.
    var isFaulty = errors > 0 && !stdout
    for tree in trees {
      guard let text = tree.check.pathsFile else {
        isFaulty = true
        continue
      }
      if stdout {
        Machine.print(text)
        continue
      }
      if let change = LastCommit.change(of: tree.pathsFile, tree.check, in: options.source) {
        isFaulty = true
        Machine.write(change.text(excerpt: nil, color: false), to: 2)
        continue
      }
      switch tree.check.pathsChange {
      case .needsMajorVersion, .edited: isFaulty = true
      case .none: Machine.print("\(tree.pathsFile) is up to date: \(tree.check.paths.count) paths.\n")
      case .missing where LastCommit.text(of: tree.pathsFile, in: options.source) != nil:
        isFaulty = true
        Machine.write(
          "error: `\(tree.pathsFile)` was deleted or spoiled since the last commit, so the paths of this version cannot be compared with those before. Nothing was written.\n  hint: Put it back, then try again: `git checkout HEAD -- \(tree.pathsFile)`.\n",
          to: 2)
      case .missing:
        try site.replace(tree.pathsFile, with: text)
        Machine.print(
          "Wrote \(tree.check.paths.count) paths to \(tree.pathsFile). There was no list to compare them with: have a clinician read every path before you commit it.\n"
        )
      case .stale:
        try site.replace(tree.pathsFile, with: text)
        Machine.print("Wrote \(tree.check.paths.count) paths to \(tree.pathsFile).\n")
      }
    }
    if isFaulty { throw ExitCode(1) }
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
    let (tree, errors) = try await options.loadOne()
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
    let (trees, _, errors) = try await options.load()
    var isFaulty = errors > 0
    for tree in trees {
      guard let vignettes = tree.check.vignettes else {
        isFaulty = true
        continue
      }
      if trees.count > 1 { Machine.print("\(tree.id)\n") }
      Machine.print(vignettes.text)
      isFaulty = isFaulty || !vignettes.results.allSatisfy(\.passes)
    }
    if isFaulty { throw ExitCode(1) }
  }
}
