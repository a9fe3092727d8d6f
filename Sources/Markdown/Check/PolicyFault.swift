import Text

/// Where an address leads, as far as a content policy cares.
package enum PolicyTarget: Sendable {
  case own
  /// Another site; of an address that `goesOn` with what only the page knows, the path is not sure.
  case outside(WebAddressParts, goesOn: Bool)
  /// Nothing outside the address: `data:`, `blob:`.
  case holding(scheme: String)
  /// Only the page knows it.
  case unknown
}

/// What a page's own policy would break: what is told, and what to do.
package enum PolicyFault {
  package typealias Text = (message: String, hint: String)

  /// Nil where the policy allows it.
  package static func of(_ need: PolicyNeed.Kind, _ target: PolicyTarget, _ sources: ContentSources) -> Text?
  {
    if case .elsewhere(let use) = need {
      if case .holding(let scheme) = target, use == .worker || use == .serviceWorker {
        return heldWorker(use, scheme)
      }
      guard case .outside(let address, let goesOn) = target else { return nil }
      return elsewhere(use, address, goesOn, sources)
    }
    if case .source = need {
      guard case .holding(let scheme) = target else { return nil }
      return (
        "This source would not load: \(refused(scheme)).",
        "Use the address of a file. A picture that the page makes can be drawn into a `<canvas>`."
      )
    }
    if case .ownForm = need { return of(.load(.form), .own, sources) }
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
    case .holding(let scheme):
      return (
        "\(broken): \(refused(scheme)).",
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

  private static func refused(_ scheme: String) -> String {
    "`content-policy` does not allow addresses that start with `\(scheme):`"
  }

  private static func heldWorker(_ use: PolicyNeed.Elsewhere, _ scheme: String) -> Text {
    ("This worker would not start: \(refused(scheme)).", "Write its code into a file\(place(of: use, "")).")
  }

  /// Where the script of a worker belongs, and how to start it there.
  private static func place(of use: PolicyNeed.Elsewhere, _ written: String) -> String {
    let name = written.split(separator: "/").last.map(String.init) ?? ""
    let file = name.hasSuffix("js") ? name : "worker.js"
    return use == .serviceWorker
      ? " in `Templates/root`, and register it as `/\(file)`"
      : " in `Templates/assets`, and start it with `new URL(\"./\(file)\", import.meta.url)`"
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
    case .formScheme(let scheme):
      return (
        "This form could not be sent: `content-policy` allows no forms to addresses that start with `\(scheme):`.",
        "Write a link in its place: `<a href=\"\(scheme):…\">`."
      )
    case .evaluation(let name):
      return (
        "`\(name)` would fail: \(files) code that stands in a file, not code made of text.",
        name == "WebAssembly"
          ? "Write it in JavaScript: no setting allows WebAssembly."
          : name == "eval"
            ? "Write the code itself. To read data, use `JSON.parse`."
            : "Write the code itself, as a function."
      )
    case .base, .load, .ownForm, .elsewhere, .source:
      return (
        "This `<base>` would have no effect: `content-policy` allows none.",
        "Remove it, and write each address from the root of the site."
      )
    }
  }

  /// What browsers do with another site's address before anybody asks for it, or refuse to do.
  private static func elsewhere(
    _ use: PolicyNeed.Elsewhere, _ address: WebAddressParts, _ goesOn: Bool, _ sources: ContentSources
  ) -> Text? {
    switch use {
    case .worker, .serviceWorker:
      return (
        "This worker would not start: browsers take it only from the site itself.",
        "Save its script\(place(of: use, address.path))."
      )
    case .drawing:
      return (
        "This part of a drawing would not appear: browsers take it only from the site itself.",
        "Save the drawing in `Templates/assets`, and write the name it has there."
      )
    case .prefetch:
      // What any directive allows may be fetched for later.
      if ContentDirective.allCases.contains(where: { sources.allows(address, as: $0, goesOn: goesOn) }) {
        return nil
      }
      return of(.load(.connect), .outside(address, goesOn: goesOn), sources)
    case .connection:
      // Frames wait for a button, and forms for their senders.
      let loaded = ContentDirective.allCases.filter { $0 != .frame && $0 != .form }
      if loaded.contains(where: { sources.allows(address, as: $0, goesOn: true) }) { return nil }
      return (
        "This tells `\(address.host)` of each visit before anybody asks for it.",
        "Remove it: the page loads nothing from there by itself."
      )
    case .manifest:
      return (
        "This manifest would not load: `content-policy` allows only the site's own.",
        "Write `<link rel=\"manifest\" href=\"{{manifest-url}}\">`."
      )
    case .refresh:
      return ("This leads every reader away to `\(address.host)`.", "Remove it, and write a link.")
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
