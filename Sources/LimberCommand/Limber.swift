import ArgumentParser

@main
struct Limber: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limber", abstract: "Turns a clinic's Markdown into a checked, cross-linked website.")
}
