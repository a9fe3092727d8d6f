import Diagnostics

/// What some templates lack in one place.
struct MissingNeeds {
  let pages: [ShownPage]
  /// The outermost name that is not there.
  let name: String
  let reason: ShownPage.Reason
  var needs: [PatientNeed]

  func report(_ designed: DesignedPages) -> Diagnostic {
    let place = designed.place(of: needs[0], in: pages)
    let whats = needs.map(\.what)
    let what =
      whats.count == 1
      ? whats[0] : whats.count == 2 ? "\(whats[0]) and \(whats[1])" : "\(whats[0]), \(whats[1]) and more"
    return .warning(
      .badConfiguration, file: place.file, at: place.position,
      "Visitors do not see \(what): \(templates) not show `\(name)`\(reason.exception).",
      hint: "In `\(place.file)`, \(needs[0].hint.hint(inside: place.section))")
  }

  /// Such as "the template `cause` does".
  private var templates: String {
    let names = pages.map { "`\($0.name)`" }
    if names.count == 1 { return "the template \(names[0]) does" }
    return names.count > 6
      ? "\(names.count) templates, such as \(names[0]), do"
      : "the templates \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) do"
  }
}
