import Diagnostics
import Text
import YAML

extension SiteConfiguration {
  private static let keys: KnownKeys = [
    "name", "description", "base-url", "language", "navigation", "review", "kinds", "markdown", "auto-link",
    "clinic-type", "writing", CheckerSettings.Key.setting,
  ]

  /// Reads `site.yaml`; nil after an error that leaves nothing to build with. Faults of single settings are
  /// reported and a harmless value takes their place, so that the rest of the site is checked as well.
  /// `reserved` are names that every page has, and so no field or relation can have; `parts` those that no field can
  /// have of what a programme collects.
  package static func read(
    _ bytes: [UInt8], reserving reserved: Set<String>, inParts parts: Set<String>,
    into diagnostics: inout [Diagnostic]
  ) -> SiteConfiguration? {
    guard let document = YAMLDocument.parse(bytes[...], file: file, into: &diagnostics) else { return nil }
    guard let root = document.root else {
      diagnostics.append(.error(.emptyFile, file: file, at: .start, "`site.yaml` is empty."))
      return nil
    }
    guard let fields = Fields(root, named: "site.yaml", allowing: keys, into: &diagnostics) else {
      return nil
    }
    let name = fields.required("name", missingAt: .start, into: &diagnostics)?.asText(
      "name", into: &diagnostics)
    let base = fields.required("base-url", missingAt: .start, into: &diagnostics).flatMap {
      readBaseURL($0, into: &diagnostics)
    }
    let checker = CheckerSettings.read(fields[CheckerSettings.Key.setting], into: &diagnostics)
    let kinds = fields.required("kinds", missingAt: .start, into: &diagnostics).flatMap {
      KindReader.read($0, reserved: reserved, inParts: parts, checker: checker, into: &diagnostics)
    }
    var settings = CheckerSettings()
    if let checker, let kinds { settings = CheckerSettings(checker, kinds, into: &diagnostics) }
    let markdown = readMarkdown(fields["markdown"], into: &diagnostics)
    let language = readLanguage(fields["language"], into: &diagnostics)
    let configuration = SiteConfiguration(
      name: name ?? "", description: fields["description"]?.asText("description", into: &diagnostics) ?? "",
      origin: base?.origin ?? "", basePath: base?.path ?? "",
      language: language,
      clinicType: readClinicType(fields["clinic-type"], into: &diagnostics),
      navigation: fields["navigation"]?.asTexts(
        "navigation", of: "entries", example: "[causes, page:care]", into: &diagnostics
      )?.map { NavigationEntry(target: $0.text, position: $0.position) } ?? [],
      review: readReviewPolicy(fields["review"], into: &diagnostics), kinds: kinds ?? [],
      checker: settings,
      allowsRawHTML: markdown.rawHTML, maximumArticleBytes: markdown.maximumBytes,
      neverLinked: readNeverLinked(fields["auto-link"], into: &diagnostics),
      writing: WritingSettings.read(fields["writing"], language: language, into: &diagnostics))
    return kinds == nil ? nil : configuration
  }

  private static func readBaseURL(
    _ node: Node, into diagnostics: inout [Diagnostic]
  ) -> (origin: String, path: String)? {
    guard let text = node.asText("base-url", into: &diagnostics) else { return nil }
    let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
    let rest = text.dropFirst(scheme?.count ?? 0)
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    let isPlain = path.utf8.allSatisfy {
      URLText.isUnreserved($0) || $0 == UInt8(ascii: "/")
    }
    let isHost = !host.isEmpty && host.utf8.allSatisfy { URLText.isUnreserved($0) || $0 == UInt8(ascii: ":") }
    guard let scheme, isHost, isPlain, !path.contains("//"), !path.split(separator: "/").contains("..") else {
      node.reportWrongType(
        "base-url", mustBe: "an address such as `https://clinic.example/`", into: &diagnostics)
      return nil
    }
    let trimmed = path.hasSuffix("/") ? path.dropLast() : path
    return (scheme + host, String(trimmed))
  }

  /// A language tag by its shape (RFC 5646, section 2.1): subtags of letters and digits.
  private static func readLanguage(_ node: Node?, into diagnostics: inout [Diagnostic]) -> String {
    guard let node, let text = node.asText("language", into: &diagnostics) else { return "en" }
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = subtags.allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    if isTag, (2...3).contains(subtags[0].count) { return text }
    node.reportWrongType("language", mustBe: "a language tag, such as `en-US`", into: &diagnostics)
    return "en"
  }

  private static func readClinicType(_ node: Node?, into diagnostics: inout [Diagnostic]) -> String {
    let standard = SchemaType.clinics[0]
    guard let node, let text = node.asText("clinic-type", into: &diagnostics) else { return standard }
    if SchemaType.clinics.contains(text) { return text }
    node.reportWrongType(
      "clinic-type", mustBe: "a schema.org type of medical business, such as `Physiotherapy`",
      hint: NearestName.hint(for: text, among: SchemaType.clinics), into: &diagnostics)
    return standard
  }

  private static func readReviewPolicy(_ node: Node?, into diagnostics: inout [Diagnostic]) -> ReviewPolicy {
    var policy = ReviewPolicy()
    let keys: KnownKeys = ["unreviewed", "overdue", "months"]
    guard let node, let fields = Fields(node, named: "review", allowing: keys, into: &diagnostics) else {
      return policy
    }
    func action(_ key: String) -> ReviewPolicy.Action? {
      guard let node = fields[key], let text = node.asText(key, into: &diagnostics) else { return nil }
      if let action = ReviewPolicy.Action(rawValue: text) { return action }
      node.reportWrongType(
        key, mustBe: "`allow`, `warn` or `error`",
        hint: NearestName.hint(for: text, among: ReviewPolicy.Action.allCases.map(\.rawValue)),
        into: &diagnostics)
      return nil
    }
    policy.unreviewed = action("unreviewed") ?? policy.unreviewed
    policy.overdue = action("overdue") ?? policy.overdue
    if let node = fields["months"], let months = node.asInteger("months", into: &diagnostics) {
      if (1...120).contains(months) {
        policy.months = months
      } else {
        node.reportWrongType("months", mustBe: "between 1 and 120", into: &diagnostics)
      }
    }
    return policy
  }

  private static func readMarkdown(
    _ node: Node?, into diagnostics: inout [Diagnostic]
  ) -> (rawHTML: Bool, maximumBytes: Int) {
    let standard = 1_048_576
    let keys: KnownKeys = ["raw-html", "max-bytes"]
    guard let node, let fields = Fields(node, named: "markdown", allowing: keys, into: &diagnostics) else {
      return (false, standard)
    }
    var maximum = standard
    if let node = fields["max-bytes"], let bytes = node.asInteger("max-bytes", into: &diagnostics) {
      if (1...67_108_864).contains(bytes) {
        maximum = bytes
      } else {
        node.reportWrongType("max-bytes", mustBe: "between 1 and 67108864", into: &diagnostics)
      }
    }
    return (fields["raw-html"]?.asBool("raw-html", into: &diagnostics) ?? false, maximum)
  }

  private static func readNeverLinked(_ node: Node?, into diagnostics: inout [Diagnostic]) -> [String] {
    guard let node, let fields = Fields(node, named: "auto-link", allowing: ["never"], into: &diagnostics)
    else { return [] }
    return fields["never"]?.asTexts("never", of: "terms", example: "[hip pain]", into: &diagnostics)?.map(
      \.text) ?? []
  }
}
