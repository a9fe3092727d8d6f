import Diagnostics
import SiteModel

/// What a stylesheet takes from readers that a template shows.
extension UnshownNeeds {
  /// For each page that shows a need, the elements around each place of it.
  private typealias Places = [[[ShownElement]]]

  mutating func hidden(by assets: [Asset]) {
    let sheets = assets.filter { $0.path.hasSuffix(".css") }.map { ($0.path, HidingRules($0.bytes)) }
    guard sheets.contains(where: { !$0.1.isEmpty }) else { return }
    let needs = [PatientNeed.emergency, .warningText, .warningLevel].map { ($0, places(of: $0)) }
    let shown = needs.flatMap(\.1).joined().joined()
    let names = Set(shown.flatMap(\.classes)).union(shown.map(\.id))
    for (file, sheet) in sheets {
      let rules = sheet.lasting(of: names)
      for (need, places) in needs {
        // On paper, help has to be sought before it is printed; warning signs are taken home.
        let isEmergency = need.words == PatientNeed.emergency.words
        guard
          let rule = rules.first(where: { rule in
            !(isEmergency && rule.isOnPaper)
              && places.contains { page in page.allSatisfy { Self.hides($0, rule) } }
          })
        else { continue }
        found.append(
          .warning(
            .badConfiguration, file: file, at: nil,
            "Visitors do not see \(need.what)\(rule.isOnPaper ? " on paper" : ""): the rule `\(rule.selector)` hides it.",
            hint: "Remove `display: none` or `visibility: hidden` from that rule."))
        break
      }
    }
  }

  private func places(of need: PatientNeed) -> Places {
    pages.all.map { page in
      let values = page.outline.values.filter { value in
        need.names.contains { value.path == $0 || value.path.hasSuffix("." + $0) }
      }
      return ShownElement.around(values.map(\.offset).sorted(), in: page.outline.bytes)
    }.filter { !$0.isEmpty }
  }

  private static func hides(_ elements: [ShownElement], _ rule: HidingRules.Rule) -> Bool {
    elements.indices.contains {
      !(rule.isOnPaper && frames.contains(elements[$0].name)) && rule.matches(elements[...$0])
    }
  }

  /// What many sites leave out of their prints, with all that is in it.
  private static let frames: Set = ["html", "body", "header", "footer", "nav", "main", "aside"]
}
