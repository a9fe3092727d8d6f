import Diagnostics
import Files
import Site

/// Asks other sites whether what a site leads to is still there: several sites at once, each one question at a time, by the
/// program `curl`.
package struct ExternalLinks {
  /// How it is asked.
  package struct Manner: Sendable {
    /// In seconds: for all of it, and for one answer.
    package var timeLimit = 300
    package var patience = 20
    /// Who asks, as other sites see it in their logs.
    package var agent = "limber"

    package init() {}
  }

  private let links: [OutsideLink]
  private let site: CheckedSite
  private let manner: Manner

  package init(_ links: [OutsideLink], of site: CheckedSite, _ manner: Manner) {
    (self.links, self.site, self.manner) = (links, site, manner)
  }

  /// What became of the addresses. What is known from the last days is not asked again; `memory` holds that, nil for nowhere.
  /// Throws `BuildObstacle.program` when `curl` is not there.
  package func check(memory folder: CacheFolder?) throws(BuildObstacle) -> (OutsideLinkCounts, [Diagnostic]) {
    var memory = LinkMemory(folder)
    var counts = OutsideLinkCounts(links: links.count)
    var places: [String: [OutsideLink]] = [:]
    var addresses: [String] = []
    for link in links {
      if places[link.address] == nil { addresses.append(link.address) }
      places[link.address, default: []].append(link)
    }
    counts.addresses = addresses.count
    var verdicts: [String: Verdict] = [:]
    for address in addresses { verdicts[address] = memory.verdict(of: address) }
    counts.remembered = verdicts.count
    let unknown = addresses.filter { verdicts[$0] == nil }
    if !unknown.isEmpty {
      let index = site.index
      var inquiry = Inquiry(manner) { index.host(of: Array($0.utf8)) == .another }
      for (address, verdict) in try inquiry.ask(unknown) {
        verdicts[address] = verdict
        memory.keep(verdict, of: address)
      }
      memory.store()
    }
    var found: [Diagnostic] = []
    for address in addresses {
      switch verdicts[address] {
      case .closed: counts.closed += 1
      case nil: counts.unasked += 1
      case let verdict?: found += (places[address] ?? []).compactMap { verdict.diagnostic(at: $0) }
      }
    }
    return (counts, found)
  }
}
