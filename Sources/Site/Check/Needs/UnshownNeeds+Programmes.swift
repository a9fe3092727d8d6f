import SiteModel

/// Printed programs, and the pages of the exercises in them.
extension UnshownNeeds {
  /// The printed program of a kind, and the pages of the exercises in it.
  mutating func programme(of number: Int) {
    let kind = index.configuration.kinds[number]
    guard let programme = kind.programme, let page = pages.programmes[number],
      let exercises = kind.relations[programme].targets.first
    else { return }
    if owners(of: number).isEmpty { return }
    let parts = index.articles.indices.filter {
      index.articles[$0].kind == exercises && index.articles[$0].hasPage
    }
    require(
      PatientNeed.part("title", what: "the exercises of a program", tag: "<h2>{{title}}</h2>").asText,
      of: [page])
    if parts.contains(where: { !parsed[$0].body.steps.isEmpty }) {
      require(
        PatientNeed.part(
          "steps", what: "how to do the exercises of a program",
          tag: "{{#steps}}<li>{{{html}}}</li>{{/steps}}"), of: [page])
    }
    for (slot, field) in index.configuration.kinds[exercises].fields.enumerated()
    where field.isForReaders && parts.contains(where: { index.articles[$0].fields[slot].isWritten }) {
      fieldNeeds(field, slot, parts: parts, of: exercises, page)
    }
  }

  private mutating func fieldNeeds(
    _ field: Field, _ slot: Int, parts: [Int], of kind: Int, _ programme: ShownPage
  ) {
    let name = field.name
    let own = pages.articles[kind]
    let inProgramme = PatientNeed.part(
      name, what: "`\(name)` of the exercises in a program",
      tag: field.isList ? "{{#\(name)}}<li>{{{html}}}</li>{{/\(name)}}" : "{{#\(name)}}…{{/\(name)}}")
    let onPage = PatientNeed.field(
      name, what: "`\(name)` of an exercise on its page", isList: field.isList)
    let isInProgramme = reason(inProgramme, programme) == nil
    // That neither shows it is told at the article.
    if isInProgramme {
      require(onPage, of: [own])
    } else if reason(onPage, own) == nil, field.isRequired || field.warns || field.isDose {
      require(inProgramme, of: [programme])
    }
    guard field.isDose else { return }
    // Of a field that is not there, its parts are not told as well.
    let pages = [(own, onPage), (programme, inProgramme)].filter { reason($1, $0) == nil }.map(\.0)
    for (place, part) in field.type.fields.enumerated() {
      let isGiven = parts.contains { article in
        guard case .group(let values) = index.articles[article].fields[slot] else { return false }
        return values[place].isWritten
      }
      if isGiven { partNeed(part.name, of: name, pages) }
    }
  }

  /// A part of a dose, such as how long to hold. What only decides how many boxes to tick (`days-times`) need not be read.
  private mutating func partNeed(_ part: String, of field: String, _ pages: [ShownPage]) {
    func shows(_ page: ShownPage, _ name: String) -> Bool {
      page.outline.values.contains { $0.path.isPart(name, of: field) }
        || page.outline.sections.contains { $0.conditions.last?.path.isPart(name, of: field) ?? false }
    }
    let lacking = pages.filter { page in !page.outline.values.contains { $0.path.isPart(part, of: field) } }
    let isTicked = pages.contains { shows($0, part + "-times") }
    if lacking.count == pages.count && isTicked { return }
    let need = PatientNeed.part(part, of: field)
    report(need, lacking: lacking.map { ($0, .absent) })
  }
}

extension PatientNeed {
  fileprivate var asText: PatientNeed {
    var need = self
    need.isAnything = false
    return need
  }
}

extension Field {
  /// Whether it says how much of an exercise to do.
  fileprivate var isDose: Bool { !type.fields.isEmpty && !isList }

  /// Whether its name says that it warns.
  fileprivate var warns: Bool { UnshownWarnings.isWarning(name) }
}

extension String {
  /// Whether it is a path to `part` of the field `name`, wherever that is.
  fileprivate func isPart(_ part: String, of name: String) -> Bool {
    self == "\(name).\(part)" || hasSuffix(".\(name).\(part)")
  }
}
