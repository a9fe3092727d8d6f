import Text

/// Where an address leads, as far as a content policy cares.
package enum PolicyTarget: Sendable {
  case own
  /// Another site; of an address that `goesOn` with what only the page knows, the path is not sure.
  case outside(WebAddressParts, goesOn: Bool)
  /// `data:`.
  case data
  /// Only the page knows it.
  case unknown
}

/// What a page's own policy would break: what is told, and what to do.
package enum PolicyFault {
  package typealias Text = (message: String, hint: String)

  /// Nil where the policy allows it.
  package static func of(_ need: PolicyNeed.Kind, _ target: PolicyTarget, _ sources: ContentSources) -> Text?
  {
    guard case .load(let directive) = need else { return own(need) }
    let broken = broken(directive)
    switch target {
    case .own:
      if sources.allowsOwn(directive) { return nil }
      return (
        "\(broken): `content-policy` does not allow this site's own pages there.",
        sources.hint(toAllow: "self", as: directive)
      )
    case .outside(let address, let goesOn):
      if sources.allows(address, as: directive, goesOn: goesOn) { return nil }
      if !address.isSecure {
        return (
          "\(broken): `content-policy` allows only addresses that start with `\(address.isSocket ? "wss" : "https")://`.",
          "Write `\(address.origin)\(address.path)\(address.rest)`."
        )
      }
      guard ContentSource(address.origin) != nil else {
        return (
          "\(broken): `content-policy` cannot allow `\(address.host)`.",
          "Use an address with the name of a site."
        )
      }
      return (
        "\(broken): `content-policy` does not allow `\(address.origin)`.",
        sources.hint(toAllow: address.origin, as: directive)
      )
    case .data:
      return (
        "\(broken): `content-policy` does not allow addresses that start with `data:`.",
        "Save what it holds as a file in `Templates/assets`, and write the name it has there."
      )
    case .unknown:
      guard directive == .frame || directive == .form, sources[directive].isEmpty else { return nil }
      return (
        "\(broken): `content-policy` allows no \(directive == .frame ? "frames" : "forms").",
        sources.hint(toAllow: "https://…", as: directive)
      )
    }
  }

  /// What no setting allows.
  private static func own(_ need: PolicyNeed.Kind) -> Text {
    let files = "`content-policy` allows only"
    switch need {
    case .inlineScript:
      return (
        "This script would not run: \(files) scripts that are files.",
        "Move it to a file in `Templates/assets`, and let a template load that file."
      )
    case .handler(let name):
      return (
        "`\(name)` would do nothing: \(files) scripts that are files.",
        "Remove it, and listen for the event in a script in `Templates/assets`."
      )
    case .inlineStyle:
      return (
        "This `style` would have no effect: \(files) stylesheets that are files.",
        "Write a `class` in its place, and its style in a stylesheet in `Templates/assets`."
      )
    case .styleElement:
      return (
        "This `<style>` would have no effect: \(files) stylesheets that are files.",
        "Move its rules to a stylesheet in `Templates/assets`."
      )
    case .plugin(let element):
      return (
        "This `<\(element)>` would stay empty: `content-policy` has no setting for it.",
        "Link to the file, or show it with `<img>`, `<video>` or `<iframe>`."
      )
    case .base, .load:
      return (
        "This `<base>` would have no effect: `content-policy` allows none.",
        "Remove it, and write each address from the root of the site."
      )
    }
  }

  private static func broken(_ directive: ContentDirective) -> String {
    switch directive {
    case .frame: "This frame would stay empty"
    case .form: "This form could not be sent"
    case .font: "This font would not load"
    case .script: "This script would not load"
    case .style: "This stylesheet would not load"
    case .image: "This picture would not load"
    case .media: "This video or sound would not load"
    case .connect: "This request would fail"
    }
  }
}
