import Diagnostics
import Text
import YAML

/// What counts the visits: `analytics` in `site.yaml`.
package struct Analytics: Sendable {
  /// A file in `Templates/assets`, or an address that starts with `https://`.
  package var script = PlacedText([], at: .start)
  /// Who gets to know of visits, in words for readers.
  package var name = ""
  /// Where the script sends what it counts.
  package var receivers: [ContentSource] = []

  /// Nil for a file of the site's own.
  fileprivate var scriptSource: ContentSource? {
    WebAddressParts(script.bytes).flatMap { ContentSource($0.origin + $0.path) }
  }

  /// The file in `Templates/assets`; nil for an address.
  package var asset: String? { scriptSource == nil ? script.text : nil }

  /// What other sites see of a visit: their hosts, each once.
  package var hosts: [String] {
    var hosts: [String] = []
    for source in [scriptSource].compactMap({ $0 }) + receivers where !source.isOwn {
      if let host = WebAddressParts(source.text.utf8)?.host, !hosts.contains(host) { hosts.append(host) }
    }
    return hosts
  }

  /// The policy with what the script needs.
  fileprivate func adding(to sources: ContentSources) -> ContentSources {
    var sources = sources
    func add(_ source: ContentSource, _ directive: ContentDirective) {
      if !source.isOwn, !sources[directive].contains(source) { sources[directive].append(source) }
    }
    if let scriptSource { add(scriptSource, .script) }
    for receiver in receivers { add(receiver, .connect) }
    return sources
  }
}

/// What `analytics` may say.
package enum AnalyticsSettings {
  package static let setting = "analytics"
  private static let wanted =
    "a file in `Templates/assets`, such as `visits.js`, or an address that starts with `https://`"

  package static let block = SettingBlock<Analytics>([
    SettingKey(
      "script", "The script that counts visits: a file in `Templates/assets`, or its address.",
      more: "`visits.js` or `https://stats.example/visits.js`", without: nil, schema: { _ in .words },
      take: { node, block, diagnostics in
        guard let text = node.asPlacedText("script", into: &diagnostics) else { return }
        let address = WebAddressParts(text.bytes)
        if let address, URLType.address(text.text) != nil,
          ContentSource(address.origin + address.path) != nil, address.isSecure
        {
          block.script = text
        } else if address == nil, text.text.hasSuffix(".js"), !text.text.contains(":"),
          !text.text.hasPrefix("/")
        {
          block.script = text
        } else {
          node.reportWrongType(
            "script", mustBe: wanted,
            hint: ContentSource.meant(by: text.text).map { "Write `\($0)`." }, into: &diagnostics)
        }
      }),
    .text("name", "Who gets to know of visits, in words for readers: `Example Stats`.", without: nil) {
      $1.name = $0
    },
    SettingKey(
      "sends-to", "Where the script sends what it counts, if that is another site than its own.",
      more: "`[https://collect.stats.example]`", without: "The site that the script is from",
      schema: { _ in ContentPolicySettings.schema },
      take: { node, block, diagnostics in
        if let read = ContentPolicySettings.read(node, "sends-to", into: &diagnostics) {
          block.receivers = read
        }
      }),
  ])

  /// Reads it into the configuration, whose policy then allows what the script needs.
  @Sendable static func take(
    _ node: Node, _ configuration: inout SiteConfiguration, _ diagnostics: inout [Diagnostic]
  ) {
    var analytics = Analytics()
    let before = diagnostics.errors
    guard let fields = block.read(node, named: setting, into: &analytics, &diagnostics),
      diagnostics.errors == before
    else {
      configuration.faultyAnalytics = analytics
      return
    }
    if fields["sends-to"] == nil, let site = WebAddressParts(analytics.script.bytes)?.origin {
      analytics.receivers = ContentSource(site).map { [$0] } ?? []
    }
    configuration.analytics = analytics
    configuration.sources = analytics.adding(to: configuration.sources)
  }
}
