import ArgumentParser

@main
struct Limber: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limber",
    abstract: "Turns a clinic's Markdown into a checked, cross-linked website.",
    discussion: """
      Start with `limber check`: it says what is wrong with the articles, in which file and line, and what would be \
      right. `limber serve` shows the site while you write, `limber build` publishes it.

      Exit status: 0 done; 1 the site has errors, nothing was published; 64 wrong usage; 74 the disk or system \
      failed; 75 another build is running.
      """,
    subcommands: [
      Build.self, Check.self, Serve.self, Initialize.self, New.self, Move.self, TreeCommand.self, Diff.self,
      SchemaCommand.self,
    ])

  static func main() async {
    Machine.fillStandardDescriptors()
    await main(nil)
  }
}
