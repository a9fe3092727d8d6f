import ArgumentParser
import Authoring
import Files
import Site
import YAML

/// The options of commands that take the names of a site, and what stops them in sentences and exit statuses.
struct SiteSource: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with site.yaml, Content and Templates.", valueName: "folder"))
  var source = "."

  func inventory() async throws -> SiteInventory {
    try await SiteInventory.read(source, today: try Self.today(), jobs: Machine.cores)
  }

  /// For who looks at the whole site and publishes nothing.
  func buildOptions() throws -> BuildOptions {
    BuildOptions(
      source: source, output: nil, jobs: Machine.cores, includesDrafts: false, isStrict: false,
      today: try Self.today())
  }

  static func today() throws -> CalendarDate {
    guard let day = Machine.currentDay() else {
      throw ValidationError("This machine's clock does not give a valid date.")
    }
    return day
  }

  /// Does `work`; what stops it is said, with the exit status that it has for every command.
  static func run(_ source: String, _ work: () async throws -> Void) async throws {
    let reporter = Reporter(format: .text, isQuiet: true, source: source)
    do {
      try await work()
    } catch BuildObstacle.noSource(let path) {
      reporter.complain("The folder `\(path)` does not exist.")
      throw ExitCode(64)
    } catch BuildObstacle.cache(let sentence) {
      reporter.complain(sentence)
      throw ExitCode(64)
    } catch BuildObstacle.locked {
      reporter.complain("Another build of this site is running. Try again when it has finished.")
      throw ExitCode(75)
    } catch Refusal.wouldBreak(let faults) {
      Machine.write(faults.map { $0.text(sourceLine: nil, color: false) + "\n" }.joined(), to: 2)
      reporter.complain("Nothing was written, because the site would get these new errors or warnings.")
      throw ExitCode(1)
    } catch Refusal.lacking(let faults) {
      Machine.write(faults.map { $0.text(sourceLine: nil, color: false) + "\n" }.joined(), to: 2)
      reporter.complain("The translation was not accepted. Fix this first.")
      throw ExitCode(1)
    } catch Refusal.sentence(let sentence) {
      reporter.complain(sentence)
      throw ExitCode(1)
    } catch Refusal.usage(let sentence) {
      reporter.complain(sentence)
      throw ExitCode(64)
    } catch Refusal.faulty(let report) {
      reporter.report(report)
      throw ExitCode(1)
    } catch let failure as FileFailure {
      reporter.complain(failure.sentence)
      throw ExitCode(74)
    }
  }
}
