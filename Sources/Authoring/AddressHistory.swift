import Files
import Site
import Text

/// Every address that a site ever had, and what became of it.
package struct AddressHistory {
  private let source: SourceFolder
  private let list: AddressList
  private let addresses: SiteAddresses
  /// Of the site as it is, those that the list does not have.
  private let missing: [String]

  /// Throws `Refusal.faulty` when the site cannot be read whole: what an address leads to is not known then. An address that
  /// leads nowhere is no obstacle.
  package static func read(_ options: BuildOptions) async throws -> AddressHistory {
    var (site, report) = try await SiteBuild(options).references()
    report.diagnostics.removeAll { $0.code == .lostAddress }
    guard let site, report.errors == 0, let source = SourceFolder(options.source) else {
      throw Refusal.faulty(report)
    }
    return AddressHistory(site.checked, AddressList(site.reading.addresses), source)
  }

  private init(_ site: CheckedSite, _ list: AddressList, _ source: SourceFolder) {
    self.source = source
    self.list = list
    addresses = SiteAddresses(site)
    let known = Set(list.entries.map(\.key))
    missing = addresses.all().filter {
      AddressList.key(of: Array($0.utf8)).map { !known.contains($0) } ?? false
    }
  }

  /// A line for each address: itself, and what became of it; what leads nowhere comes first.
  package var report: String {
    let lines = list.entries.map { entry -> (isLost: Bool, text: String) in
      switch addresses.fate(of: entry) {
      case .there: (false, "\(entry.text)\n")
      case .moved(let address): (false, "\(entry.text)  leads to \(address)\n")
      case .withdrawn(let file): (false, "\(entry.text)  says that `\(file)` was withdrawn\n")
      case .lost: (true, "\(entry.text)  leads nowhere\n")
      }
    }
    let new = missing.map { "\($0)  is not in `\(AddressList.file)` yet\n" }
    return (lines.filter(\.isLost) + lines.filter { !$0.isLost }).map(\.text).joined() + new.joined()
  }

  /// Adds what is missing, and leaves the rest of the file as it is. How many there were. Throws `FileFailure`.
  package func update() throws -> Int {
    if missing.isEmpty { return 0 }
    let place = source.path(to: AddressList.file)
    var bytes = try SystemCalls.status(place) == nil ? Array(Self.heading.utf8) : SystemCalls.read(place)
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    try SystemCalls.replace(place, with: bytes + missing.map { $0 + "\n" }.joined().utf8)
    return missing.count
  }

  private static let heading = """
    # Every address at which readers ever found something. `limber addresses --update` adds to it; never delete a line.

    """
}
