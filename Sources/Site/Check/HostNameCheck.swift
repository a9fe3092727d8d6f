import Diagnostics
import Files
import SiteModel

/// Whether `Templates/root/CNAME`, from which a host such as GitHub Pages takes the name of the site, says the name that `base-url`
/// has: with another one, no page is found at the addresses that the site gives for it.
enum HostNameCheck {
  static func run(
    _ files: [RootFile], _ configuration: SiteConfiguration, in source: SourceFolder
  ) throws(FileFailure) -> [Diagnostic] {
    guard let file = files.first(where: { $0.place == "CNAME" }) else { return [] }
    let bytes = try SystemCalls.read(source.path(to: file.path))
    let names = String(decoding: bytes.prefix(longest), as: UTF8.self).split { $0.isNewline || $0 == " " }
    let own = name(of: configuration.writtenAddress.origin.drop { $0 != "/" }.drop { $0 == "/" })
    func fault(_ message: String, _ severity: Severity = .warning) -> [Diagnostic] {
      [
        Diagnostic(
          severity, .badConfiguration, file: file.path, at: .start, message,
          hint: own.isEmpty
            ? "Write the name of your site's host."
            : "Write `\(own)`, or correct `base-url` in `\(SiteConfiguration.file)`.")
      ]
    }
    guard let first = names.first else {
      return fault("This file is empty, so your host does not know the name of the site.")
    }
    if names.count > 1 { return fault("This file has more than one name; a host takes only one.") }
    if first.contains("/") || first.contains(":") {
      return fault("`\(first)` is not the name of a host alone.")
    }
    guard !own.isEmpty, name(of: first) != name(of: own[...]) else { return [] }
    return fault("This file says `\(first)`, but `base-url` says `\(own)`.")
  }

  private static let longest = 1_000

  /// In small letters, without `www.` and a port: a host leads from one form to the other.
  private static func name(of host: Substring) -> String {
    let name = host.prefix { $0 != ":" }.lowercased()
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }
}
