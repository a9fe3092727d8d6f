import Diagnostics
import Markdown
import SiteModel
import Text

/// Texts that say that nobody counts visits, on a site whose `analytics` counts them.
struct DeniedCounting {
  let index: SiteIndex
  let parsed: [ParsedArticle]
  let design: SiteDesign

  /// Those of the articles `numbers`, and of templates.
  func faults(in numbers: some Sequence<Int>) -> [Diagnostic] {
    guard let analytics = index.configuration.analytics else { return [] }
    return numbers.flatMap { faults(of: $0, analytics) } + faultsOfTemplates(analytics)
  }

  private func faults(of number: Int, _ analytics: Analytics) -> [Diagnostic] {
    let article = index.articles[number]
    guard article.hasPage else { return [] }
    var found: [Diagnostic] = []
    func add(_ text: some Sequence<UInt8>, at position: Position) {
      guard let denial = Denial.find(in: text) else { return }
      found.append(fault(denial, analytics, article.file, position))
    }
    add(article.title, at: article.titlePosition)
    add(article.summary, at: article.titlePosition)
    let text = parsed[number].body.text
    guard Denial.mayStand(in: text.bytes) else { return found }
    for block in text.blocks where block.kind != .code {
      var words = Array(text.bytes[block.range])
      for run in text.runs[block.runRange] where run.role == .code {
        for place in run.range { words[place - block.range.lowerBound] = 0x20 }
      }
      add(words, at: Position(line: Int(block.firstLine), column: 1))
    }
    return found
  }

  private func fault(_ denial: String, _ analytics: Analytics, _ file: String, _ position: Position?)
    -> Diagnostic
  {
    .warning(
      .doubtfulValue, file: file, at: position,
      "This says \"\(denial)\", but `analytics` lets \(analytics.name) count visits.",
      hint: "Delete what is not true, or `analytics` in `site.yaml`.")
  }

  /// What templates and their words say by themselves, each once, where `analytics` is set.
  private func faultsOfTemplates(_ analytics: Analytics) -> [Diagnostic] {
    guard let pages = design.pages else { return [] }
    var told: Set<String> = []
    return pages.all.flatMap { page in
      page.texts.compactMap { range -> Diagnostic? in
        let text = page.outline.bytes[range]
        guard let denial = Denial.find(in: text) else { return nil }
        let conditions = page.outline.sections.first { $0.range.contains(range.lowerBound) }?.conditions ?? []
        guard page.reasonAgainst(range.lowerBound, conditions, "site.analytics.name", [:]) == nil,
          told.insert(denial).inserted
        else { return nil }
        for source in page.sources {
          guard let place = ByteSearch.first(Array(text), in: source.bytes[...]) else { continue }
          let start = place.lowerBound + text.prefix { $0 <= 0x20 }.count
          return fault(denial, analytics, source.file, Position(ofByte: start, in: source.bytes))
        }
        // It stands in a file of words.
        return .warning(
          .doubtfulValue, file: SiteConfiguration.file, at: analytics.script.position,
          "Pages say \"\(denial)\", but \(analytics.name) counts visits.",
          hint: "Show that text between `{{^site.analytics}}` and `{{/site.analytics}}` alone."
        )
      }
    }
  }
}

/// Phrases that deny that visits are counted.
private enum Denial {
  /// The phrase that a text has; what follows it may be a limit: "does not track you across sites".
  static func find(in text: some Sequence<UInt8>) -> String? {
    let bytes = Array(text)
    guard mayStand(in: bytes) else { return nil }
    let small = String(decoding: bytes, as: UTF8.self).lowercased().replacing("’", with: "'")
    for clause in small.split(whereSeparator: ".!?;:()".contains) {
      let words = clause.split { !$0.isLetter && $0 != "'" }
      let line = " \(words.joined(separator: " ")) "
      for phrase in phrases {
        guard let found = line.firstRange(of: phrase) else { continue }
        let next = line[found.upperBound...].split(separator: " ").prefix(3)
        if !next.contains(where: limits.contains) {
          return phrase.split(separator: " ").joined(separator: " ")
        }
      }
    }
    return nil
  }

  /// Most texts have none of the words.
  static func mayStand(in text: [UInt8]) -> Bool {
    signs.contains { ByteSearch.first($0, in: text[...]) != nil }
  }

  private static let signs = [
    "rack", "ount", "nalytic", "tatistic", "uent", "ontamos", "ontad", "astre", "nalítica", "stadística",
    "onteo",
  ].map { Array($0.utf8) }

  private static let limits: Set<Substring> = [
    "across", "between", "beyond", "elsewhere", "by", "against", "toward", "towards", "as", "entre", "fuera",
    "por",
  ]

  private static let phrases: [String] = {
    let readers = ["", "your", "our", "the", "any"]
    let visits = ["visits", "visit", "visitors", "readers", "page views"]
    let wholes = rows([readers, visits]) + ["you", "who visits", "who reads"]
    let things = [
      "analytics", "web analytics", "visitor analytics", "tracking", "trackers", "tracker",
      "visitor tracking",
      "tracking scripts", "visitor statistics", "visit statistics", "counting", "visit counting",
      "visitor counting", "visit counter", "visitor counter", "google analytics",
    ]
    let none = [
      "no", "without", "without any", "neither", "nor", "no cookies or", "no cookies and", "no ads or",
    ]
    let never = ["do not", "don't", "does not", "doesn't", "never", "will not", "won't"]
    let done = ["counted", "tracked"]
    let english =
      rows([none, things])
      + rows([["no", "without"], ["counting of", "tracking of"], visits])
      + rows([never, ["count", "track"], wholes])
      + rows([never, ["use", "run", "load", "have"], ["", "any"], things])
      + rows([["nobody", "no one"], ["counts", "tracks"], wholes])
      + rows([wholes, ["are", "is"], ["not", "never"], done])
      + rows([["no"], visits, ["are", "is"], done])
    let cosas = [
      "analítica", "analíticas", "analítica web", "rastreo", "rastreadores", "conteo de visitas",
      "estadísticas de visitas", "google analytics",
    ]
    let visitas = rows([["", "las", "sus", "tus"], ["visitas"]])
    let spanish =
      rows([
        ["sin", "ni", "no hay", "no tiene", "no usa", "no usamos", "no utiliza", "no utilizamos"], cosas,
      ])
      + rows([["nadie cuenta", "nadie rastrea", "no contamos", "no se cuentan", "no rastreamos"], visitas])
      + rows([["no"], ["le", "te", "lo"], ["rastreamos"]])
      + rows([["visitas"], ["no"], ["se cuentan", "son contadas"]])
    return (english + spanish).map { " \($0) " }
  }()

  /// Each of the first with each of the second, and so on.
  private static func rows(_ parts: [[String]]) -> [String] {
    parts.reduce([""]) { rows, part in
      rows.flatMap { row in part.map { row.isEmpty ? $0 : $0.isEmpty ? row : "\(row) \($0)" } }
    }
  }
}
