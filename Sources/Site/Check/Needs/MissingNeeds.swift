import Diagnostics
import Mustache
import Text

/// What some templates lack in one place.
struct MissingNeeds {
  let pages: [ShownPage]
  /// The outermost name that is not there.
  let name: String
  let reason: ShownPage.Reason
  var needs: [PatientNeed]

  var report: Diagnostic {
    let place = place
    let what = Self.list(needs.map(\.what))
    return .warning(
      .badConfiguration, file: place.file, at: place.position,
      "Visitors do not see \(what): \(templates) not show `\(name)`\(reason.exception).",
      hint: "In `\(place.file)`, \(needs[0].hint.hint(inside: place.section))")
  }

  /// One report of all that one comment, or something hidden, holds; one of each that is simply not there.
  static func reports(_ missing: [MissingNeeds], _ library: TemplateLibrary) -> [Diagnostic] {
    let markups = missing.contains { $0.reason == .commented || $0.reason == .hidden } ? library.markups : []
    var hidden: [HidingPlace: [MissingNeeds]] = [:]
    var found: [Diagnostic] = []
    for one in missing {
      if let place = one.hidingPlace(markups) {
        hidden[place, default: []].append(one)
      } else {
        found.append(one.report)
      }
    }
    return found
      + hidden.map { place, needs in
        .warning(
          .badConfiguration, file: place.file, at: place.position,
          "Visitors do not see \(list(needs.flatMap(\.needs).map(\.what))): \(place.isComment ? "this comment" : "this element, which is hidden,") holds it.",
          hint: place.isComment
            ? "Take `\(place.tag)` out of the comment."
            : "Take `\(place.tag)` out of the element, or delete the word `hidden`.")
      }.sorted()
  }

  private func hidingPlace(_ markups: [TemplateMarkup]) -> HidingPlace? {
    guard reason == .commented || reason == .hidden, let first = pages.first else { return nil }
    let files = Set(first.sources.map(\.file))
    let own = markups.filter { files.contains($0.source.file) }
    let names = needs[0].names[0].split(separator: ".")
    let (file, _, section) = place
    let value = "{{\(names[names.count - 1])}}"
    // What hides it may stand around the section, or in it.
    return HidingPlace.find(own, hiding: (file, section.map { "{{#\($0)}}" } ?? value))
      ?? HidingPlace.find(own, hiding: (file, value))
  }

  private static func list(_ whats: [String]) -> String {
    whats.count == 1
      ? whats[0] : whats.count == 2 ? "\(whats[0]) and \(whats[1])" : "\(whats[0]), \(whats[1]) and more"
  }

  /// Such as "the template `cause` does".
  private var templates: String {
    let names = pages.map { "`\($0.name)`" }
    if names.count == 1 { return "the template \(names[0]) does" }
    return names.count > 6
      ? "\(names.count) templates, such as \(names[0]), do"
      : "the templates \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) do"
  }

  /// Where to mend it: in a file that all pages have, at the innermost section that is there.
  private var place: (file: String, position: Position, section: String?) {
    let need = needs[0]
    guard let first = pages.first, let own = first.sources.first else { return ("", .start, nil) }
    let shared = first.sources.prefix(need.isInOwnFile ? 1 : first.sources.count).filter { source in
      pages.allSatisfy { $0.sources.contains { $0.file == source.file } }
    }
    let names = need.names[0].split(separator: ".").map(String.init)
    for count in stride(from: names.count - (need.isAnything ? 0 : 1), to: 0, by: -1) {
      let sections = [names[count - 1], names[..<count].joined(separator: ".")]
      for source in shared {
        for section in sections {
          if let place = ByteSearch.first(Array("{{#\(section)}}".utf8), in: source.bytes[...]) {
            return (source.file, Position(ofByte: place.lowerBound, in: source.bytes), section)
          }
        }
      }
    }
    if pages.count == 1 { return (own.file, .start, nil) }
    // Where pages begin is the same for all of them.
    if let frame = shared.first(where: { ByteSearch.first(Array("<body".utf8), in: $0.bytes[...]) != nil }),
      let body = ByteSearch.first(Array("<body".utf8), in: frame.bytes[...]), need.names[0].hasPrefix("site.")
    {
      return (frame.file, Position(ofByte: body.lowerBound, in: frame.bytes), nil)
    }
    return (own.file, .start, nil)
  }
}
