import ArgumentParser
import Authoring
import Files
import Site

struct Addresses: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "addresses", abstract: "List every address that was ever published, and what became of it.",
    discussion: """
      `addresses.txt`, next to `site.yaml`, holds every address at which readers ever found a page or a \
      download. Commit it: `limber check` and `limber build` then refuse to publish a site on which one of \
      them leads nowhere. To let an address lead on, use `redirect-from`; to take an article back, write \
      `review: {status: withdrawn}`.

      `limber addresses --update` adds the addresses of the site as it is. Run it after each publication.
      """)

  @OptionGroup var site: SiteSource

  @Flag(help: "Add the addresses of the site as it is to addresses.txt.")
  var update = false

  func run() async throws {
    let options = BuildOptions(
      source: site.source, output: nil, jobs: Machine.cores, includesDrafts: false, isStrict: false,
      today: try SiteSource.today())
    try await SiteSource.run(site.source) {
      let history = try await AddressHistory.read(options)
      guard update else { return Machine.print(history.report) }
      let added = try history.update()
      Machine.print(
        added == 0
          ? "`\(AddressList.file)` has every address of this site already.\n"
          : "Added \(added) \(added == 1 ? "address" : "addresses") to `\(AddressList.file)`.\n")
    }
  }
}
