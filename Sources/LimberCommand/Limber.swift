import ArgumentParser

/// Each command below says its own name: to take it from the name of the type, the library would ask the runtime about every type of
/// the program, at every start, which is half of what a build of an unchanged site takes.
@main
struct Limber: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limber",
    abstract: "Turn a clinic's Markdown into a checked, cross-linked website.",
    discussion: """
      Start with `limber check`: it tells you what is wrong, in which file and line, and how to fix it. \
      `limber serve` shows the site while you write. `limber build` publishes it.

      Exit status: 0 success; 1 the site has errors and nothing was published; 64 wrong usage; 74 a disk or \
      system failure; 75 another build is running.
      """,
    version: Version.text,
    subcommands: [
      Build.self, Check.self, Serve.self, Publish.self, Initialize.self, New.self, Translate.self,
      Move.self,
      TreeCommand.self, Diff.self, SchemaCommand.self, Addresses.self,
    ])

  static func main() async {
    if let scarcity = Machine.scarcity() {
      Machine.write("limber: \(scarcity)\n", to: 2)
      Machine.exit(74)
    }
    Machine.fillStandardDescriptors()
    await main(Machine.arguments())
  }
}
