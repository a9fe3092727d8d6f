import YAML

/// Who wrote a work or edited it, as the AMA Manual of Style (chapter 3) writes names: family name, initials, suffix.
struct WorkPeople {
  /// Up to six names, else the first three and "et al"; editors are called so. Empty when nobody is named.
  let text: String

  init(_ work: Node) {
    for role in ["author", "editor", "container-author", "director", "translator"] {
      let names = Self.names(work.value(for: role))
      guard !names.isEmpty else { continue }
      let shown = names.count > 6 ? names.prefix(3) + [Self.others] : names[...]
      let mark = role == "editor" ? (names.count == 1 ? ", ed" : ", eds") : ""
      text = shown.joined(separator: ", ") + mark
      return
    }
    text = ""
  }

  private static let others = "et al"

  private static func names(_ node: Node?) -> [String] {
    guard let node else { return [] }
    let people = node.kind == .sequence ? Array(node.elements) : [node]
    return people.compactMap { name(of: $0) }
  }

  private static func name(of person: Node) -> String? {
    guard person.kind == .mapping else { return WorkField(person)?.text }
    func part(_ key: String) -> String? { WorkField(person.value(for: key))?.text }
    if let whole = part("literal") ?? part("name") { return isOthers(whole) ? others : whole }
    let given = GivenName(part("given") ?? "")
    guard let family = part("family") else { return part("given") }
    if isOthers(family) { return others }
    let particles = [part("dropping-particle") ?? given.particle, part("non-dropping-particle")].compactMap {
      $0
    }
    // A family name may bring its own suffix, as in "King, Jr.".
    let parts = family.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
    let suffix = part("suffix") ?? given.suffix ?? (parts.count == 2 ? parts[1] : nil)
    // An apostrophe joins its particle with the name: d'Artagnan.
    let before = particles.map { $0.hasSuffix("'") || $0.hasSuffix("’") ? $0 : $0 + " " }.joined()
    return ([before + (parts.first ?? family), given.initials, suffix.map(withoutPoint) ?? ""]).filter {
      !$0.isEmpty
    }
    .joined(separator: " ")
  }

  private static func isOthers(_ name: String) -> Bool {
    ["others", "et al", "and others", "et al."].contains(name.lowercased())
  }

  private static func withoutPoint(_ suffix: String) -> String {
    suffix.hasSuffix(".") ? String(suffix.dropLast()) : suffix
  }
}

/// What some programs put into a given name beside it: "Ludwig van", "Martin Luther, Jr.".
private struct GivenName {
  let initials: String
  let particle: String?
  let suffix: String?

  init(_ text: String) {
    let parts = text.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
    suffix = parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil
    var words = (parts.first ?? "").split(separator: " ")
    var particles: [Substring] = []
    while words.count > 1, let last = words.last, last.first?.isLowercase == true {
      particles.insert(words.removeLast(), at: 0)
    }
    particle = particles.isEmpty ? nil : particles.joined(separator: " ")
    initials = Self.initials(words.joined(separator: " "))
  }

  /// "DR" are two initials already; "Damian" and "DAMIAN" are names; names without capitals stay whole.
  private static func initials(_ text: String) -> String {
    let hasCase = text.contains { $0.isUppercase || $0.isLowercase }
    guard hasCase else { return text }
    return text.split { $0 == " " || $0 == "-" || $0 == "." || $0 == "‐" || $0 == "\u{A0}" }.compactMap {
      part in
      part.count <= 3 && part.allSatisfy(\.isUppercase)
        ? String(part) : part.first.map { String($0).uppercased() }
    }.joined()
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var rest = Substring(self)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest.drop(while: \.isWhitespace))
  }
}
