import Diagnostics
import SiteModel
import Text

/// Scripts of templates that count visits without `analytics` in `site.yaml`, of which the privacy page therefore says nothing.
struct UntoldCounters {
  let index: SiteIndex
  let design: SiteDesign

  var faults: [Diagnostic] {
    design.needs.compactMap { need in
      guard need.kind == .load(.script), let script = script(of: need), isCounter(script),
        script != index.configuration.analytics?.script.text
      else { return nil }
      return .error(
        .badConfiguration, file: need.file, at: need.position,
        "This script counts visits, but no page tells readers so.",
        hint:
          "Write `analytics: {script: \(script), name: …}` in `site.yaml`, and `{{#site.analytics}}<script defer src=\"{{script}}\"></script>{{/site.analytics}}` here: the privacy page then names who counts."
      )
    }
  }

  /// Its address, or its name in `Templates/assets`.
  private func script(of need: TemplateNeed) -> String? {
    if let variable = need.variable {
      return design.assets.first { "site.assets.\($0.name)" == variable }.map { SiteDesign.name(of: $0) }
    }
    guard let address = need.address, case .nothing = address.start, !address.goesOn else { return nil }
    guard WebAddressParts(address.text) != nil, case .another = index.host(of: address.text) else {
      return nil
    }
    return String(decoding: address.text, as: UTF8.self)
  }

  /// Whether a script is known, or calls itself, by what it is for. A file of the site's own may count other things.
  private func isCounter(_ script: String) -> Bool {
    let words = script.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.contains(where: Self.programs.contains) { return true }
    return script.contains("://") && words.contains(where: Self.purposes.contains)
  }

  private static let programs: Set = [
    "analytics", "clarity", "cloudflareinsights", "fathom", "goatcounter", "gtag", "googletagmanager",
    "hotjar",
    "matomo", "mixpanel", "piwik", "plausible", "posthog", "simpleanalytics", "simpleanalyticscdn",
    "statcounter",
    "umami", "usefathom",
  ]
  private static let purposes: Set = [
    "beacon", "count", "counter", "hits", "metrics", "pixel", "statistics", "stats", "telemetry", "tracker",
    "tracking", "visitors", "visits",
  ]
}
