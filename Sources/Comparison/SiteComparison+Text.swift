import Diagnostics
import SiteModel

extension SiteComparison {
  /// The changes for people, `base` being what the other version is called. Nothing in it can move a terminal's
  /// cursor.
  package func text(comparedWith base: String) -> String {
    var out = "Compared with \(base): "
    if changes.isEmpty { return Self.line(out + "nothing changed for readers.") }
    if isDesignOnly {
      out = Self.line(
        out
          + "only the design changed. Templates, styles or scripts are different; articles, words, addresses and the checker are the same."
      )
      out += Self.line(
        "Look at a few pages: templates decide which parts of an article are shown, and texts that stand in them are not compared."
      )
    } else {
      out = Self.line(out + counts)
      if alarms > 0 {
        out += Self.line(
          "Changes that could make someone less safe are marked !!. Ask a clinician to look at them before you publish."
        )
      }
    }
    for area in Change.Area.allCases {
      let found = changes.filter { $0.area == area }
      guard !found.isEmpty else { continue }
      out += "\n\(area.heading)\n"
      out += Self.text(of: found)
    }
    let unchanged = Change.Area.allCases.filter { area in !changes.contains { $0.area == area } }
    if !isDesignOnly, !unchanged.isEmpty {
      out += "\nUnchanged: \(unchanged.map(\.noun).joined(separator: ", ")).\n"
    }
    return out
  }

  /// Changes of one area, those of one subject below its name.
  static func text(of changes: [Change]) -> String {
    var out = ""
    var name: String?
    for change in changes {
      if change.area == .design {
        out += line("  \(change.subject): \(change.message)")
        continue
      }
      if Self.name(of: change) != name {
        name = Self.name(of: change)
        out += line("  \(Self.name(of: change))")
      }
      out += text(of: change)
    }
    return out
  }

  /// Ways of which the text names the answers; the first is told in words.
  private static let waysShown = 6

  private var counts: String {
    let parts = Change.Area.allCases.compactMap { area -> String? in
      let count = changes.count { $0.area == area }
      return count == 0 ? nil : "\(area.noun) \(count)"
    }
    let changed = changes.count == 1 ? "1 change" : "\(changes.count) changes"
    let alarmed = alarms == 0 ? "none marked !!" : "\(alarms) marked !!"
    return "\(changed), \(alarmed) (\(parts.joined(separator: ", ")))."
  }

  private static func name(of change: Change) -> String {
    change.language.map { "\(nameOfSubject(change)) [\($0)]" } ?? nameOfSubject(change)
  }

  private static func nameOfSubject(_ change: Change) -> String {
    let subject = change.subject
    if subject.isEmpty || subject == SiteConfiguration.file { return change.title }
    if subject.hasPrefix("/") { return "\(subject)  \(change.title)" }
    // What has no title of its own is called by its id.
    if ["red-flag:", "care-level:", "reference:"].contains(where: subject.hasPrefix) {
      return
        "\(change.title) `\(subject[subject.index(after: subject.firstIndex(of: ":") ?? subject.startIndex)...])`"
    }
    return "\(change.title) (`\(subject)`)"
  }

  private static func text(of change: Change) -> String {
    var out = line("    \(change.isAlarm ? "!!" : "  ") \(change.message)")
    for passage in change.passages {
      switch (passage.was, passage.now) {
      case (let was?, let now?): out += line("         was: \(was)") + line("         now: \(now)")
      case (let was?, nil): out += line("         gone: \(was)")
      case (nil, let now?): out += line("         new: \(now)")
      case (nil, nil): break
      }
    }
    guard let first = change.ways.first else { return out }
    out += change.ways.count == 1 ? "         The path:\n" : "         One of them:\n"
    for step in first { out += line("           \(step.ask) – \(step.label)") }
    for way in change.ways.dropFirst().prefix(waysShown - 1) {
      out += line("         and \(way.map(\.name).joined(separator: " > "))")
    }
    let more = change.ways.count - waysShown
    if more > 0 { out += line("         and \(more) more; use --format json to list them all") }
    return out
  }

  private static func line(_ text: String) -> String { Diagnostic.printable(text) + "\n" }
}

extension Change.Area {
  package var heading: String {
    switch self {
    case .safety: "SAFETY"
    case .checker: "SYMPTOM CHECKER"
    case .addresses: "ADDRESSES"
    case .advice: "ADVICE"
    case .site: "SITE"
    case .design: "DESIGN"
    }
  }

  package var noun: String { rawValue }
}
