extension ShownPage {
  /// The outermost part of a need's name of which there is nothing: `questions` where no question is shown.
  func missingName(of need: PatientNeed, assuming: [String: Bool]) -> String {
    let names = need.names[0].split(separator: ".")
    for count in 1..<max(names.count, 1) {
      let name = names[..<count].joined(separator: ".")
      let isThere = outline.sections.contains { section in
        guard let path = section.conditions.last?.path, path == name || path.hasPrefix(name + "."),
          let start = section.range.first(where: { outline.bytes[$0] > 0x20 })
        else { return false }
        return reasonAgainst(start, section.conditions, path, assuming) == nil
      }
      if !isThere, !outline.values.contains(where: { $0.path.hasPrefix(name + ".") }) { return name }
    }
    return need.names[0]
  }
}
