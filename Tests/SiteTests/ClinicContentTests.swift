import Foundation
import SiteModel
import SymptomTree
import Testing

/// What the clinic's own articles and its checker have to agree on. Each limit is read where it is written for readers, and
/// all else is held to it.
@Suite struct ClinicContentTests {
  private static let content = RealChecker.folder.appending(path: "Content")

  /// Originals, by path below `Content`: what numbers a translation has is what `ClinicTranslationTests` asks.
  private static func texts(_ folder: String = "") throws -> [(file: String, text: String)] {
    let root = content.appending(path: folder)
    let names = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
    return try names.filter { $0.hasSuffix(".md") && !$0.hasSuffix(".es.md") }.sorted().map {
      ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8))
    }
  }

  private static func text(_ file: String) throws -> String {
    try String(contentsOf: content.appending(path: file), encoding: .utf8)
  }

  /// A section without its heading.
  private static func section(_ heading: String, of file: String) throws -> Substring {
    let text = try text(file)
    let start = try #require(text.range(of: "\n## \(heading)\n"))
    let rest = text[start.upperBound...]
    return rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
  }

  /// What a key of the front matter lists: on its line, or on lines of their own, of which an entry with a note gives its id.
  private static func list(_ key: String, of text: String) throws -> [String] {
    let inline = try Regex<(Substring, Substring)>("(?m)^\(key): \\[(.*)\\]$")
    if let line = text.firstMatch(of: inline) { return line.1.split(separator: ", ").map(String.init) }
    let lines = try Regex<(Substring, Substring)>("(?m)^\(key):\\n((?:  - .*\\n?)+)")
    return text.firstMatch(of: lines)?.1.matches(of: /(?m)^  - (?:\{id: )?([a-z0-9-]+)/).map { String($0.1) }
      ?? []
  }

  // MARK: The pain limits

  /// The traffic light of the page on load, and the two limits of the page on getting help.
  private struct Limits {
    let green: ClosedRange<Int>
    let yellow: ClosedRange<Int>
    let red: Int
    let visit: Int
    let days: Int

    init() throws {
      let light = try ClinicContentTests.section("The traffic light", of: "pages/load-management.md")
      func range(_ color: String) throws -> ClosedRange<Int> {
        let pattern = try Regex<(Substring, Substring, Substring)>(
          "\\| \(color) \\| ([0-9]+) to ([0-9]+) out of 10")
        let row = try #require(light.firstMatch(of: pattern))
        let low = try #require(Int(row.1))
        let high = try #require(Int(row.2))
        return low...high
      }
      func limit(_ text: Substring) throws -> Int {
        let found = try #require(text.firstMatch(of: /([0-9]+) or more out of 10/))
        return try #require(Int(found.1))
      }
      green = try range("Green")
      yellow = try range("Yellow")
      red = try limit(light)
      visit = try limit(try ClinicContentTests.section("Book a visit", of: "pages/when-to-get-help.md"))
      days = try limit(
        try ClinicContentTests.section("Patterns that need a check", of: "pages/when-to-get-help.md"))
    }
  }

  @Test func theLimitsFollowEachOther() throws {
    let limits = try Limits()
    #expect(limits.green.lowerBound == 0)
    #expect(limits.yellow.lowerBound == limits.green.upperBound + 1)
    #expect(limits.red == limits.yellow.upperBound + 1)
    #expect(limits.visit == limits.yellow.lowerBound)
    #expect(limits.days > limits.red)
  }

  /// No page and no advice names another number for pain.
  @Test func everyPageHasTheseLimits() throws {
    let limits = try Limits()
    var count = 0
    for (file, text) in try Self.texts() {
      for match in text.matches(of: /([0-9]+) or more(?: out of 10|, a limp)/) {
        count += 1
        #expect([limits.visit, limits.red, limits.days].contains(Int(match.1)), "\(file): \(match.0)")
      }
      for match in text.matches(of: /([0-9]+) to ([0-9]+) out of 10/) {
        count += 1
        let range = (Int(match.1) ?? -1)...(Int(match.2) ?? -1)
        // From nothing to the worst there is: how pain is counted.
        #expect([limits.green, limits.yellow, 0...10].contains(range), "\(file): \(match.0)")
      }
      for match in text.matches(of: /(?:above|at most|stay at|below) ([0-9]+) out of 10/) {
        count += 1
        #expect(Int(match.1) == limits.green.upperBound, "\(file): \(match.0)")
      }
      for match in text.matches(of: /Yellow: ([0-9]+) to ([0-9]+)/) {
        #expect((Int(match.1) ?? -1)...(Int(match.2) ?? -1) == limits.yellow, "\(file): \(match.0)")
      }
      #expect(text.firstMatch(of: /[0-9]\/10/) == nil, "\(file) writes out of 10 in another way")
    }
    #expect(count > 50)
  }

  /// A visit from yellow on, and within days from the third limit on; nothing else in the checker counts pain.
  @Test func theCheckerHasTheseLimits() async throws {
    let limits = try Limits()
    let checker = try await RealChecker.sound()
    let tree = try #require(try checker.check().tree.tree)
    let levels = Dictionary(uniqueKeysWithValues: tree.outcomes.map { ($0.id.value, $0.level.value) })
    var counts: [Int: Int] = [:]
    for question in tree.questions {
      for answer in question.choices {
        guard let limit = answer.label.value.firstMatch(of: /([0-9]+) or more/).flatMap({ Int($0.1) }) else {
          continue
        }
        counts[limit, default: 0] += 1
        let level = levels[answer.next.value]
        #expect(level == (limit == limits.days ? .soon : .routine), "\(question.id.value).\(answer.id.value)")
      }
      if let limit = question.ask.value.firstMatch(of: /([0-9]+) or more/) {
        #expect(Int(limit.1) == limits.days)
      }
    }
    #expect(Set(counts.keys) == [limits.visit, limits.days])
    // Whoever may be sent home was asked for both.
    for question in tree.questions
    where question.choices.contains(where: { levels[$0.next.value] == .selfCare }) {
      let asked = question.answers.compactMap {
        $0.label.value.firstMatch(of: /([0-9]+) or more/).flatMap { Int($0.1) }
      }
      #expect(asked == [limits.days, limits.visit], "\(question.id.value)")
    }
  }

  /// A new lurching walk is as urgent everywhere as on the page on getting help.
  @Test func aLurchingWalkHasOneUrgency() async throws {
    let patterns = try Self.section("Patterns that need a check", of: "pages/when-to-get-help.md")
    let days = try #require(patterns.range(of: "**Within days:**"))
    #expect(patterns[days.upperBound...].contains("a new lurching walk"))
    #expect(
      patterns[..<days.lowerBound].contains("a lurching walk that came suddenly, with a pop or with weakness")
    )
    for (file, text) in try Self.texts()
    where file != "pages/when-to-get-help.md" && !file.contains("advice/") {
      for paragraph in text.components(separatedBy: "\n\n") where paragraph.contains("lurch") {
        #expect(paragraph.lowercased().contains("within days"), "\(file)")
        #expect(paragraph.contains("with a pop or with weakness, be seen **today**"), "\(file)")
      }
    }
    let checker = try await RealChecker.sound()
    let tree = try #require(try checker.check().tree.tree)
    let lurching = tree.questions.flatMap(\.answers).filter { $0.label.value.contains("lurch") }
    #expect(!lurching.isEmpty)
    for answer in lurching {
      #expect(tree.outcomes.first { $0.id.value == answer.next.value }?.level.value == .soon)
    }
  }

  // MARK: Programs

  /// The stages that a page's front matter gives to its exercises are those of the table that readers see.
  @Test func stagesAreThoseOfTheTable() throws {
    var tables = 0
    for (file, text) in try Self.texts("causes") {
      let stretches = try Self.list("stretches", of: text)
      guard !stretches.isEmpty else { continue }
      var found: [String: Int] = [:]
      for row in text.matches(of: /(?m)^\| (?:([1-9]): .*?|(Any time).*?) \| (.*) \|$/) {
        for link in row.3.matches(of: /\.\.\/stretches\/([a-z0-9-]+)\.md/) where found[String(link.1)] == nil
        {
          found[String(link.1)] = row.1.flatMap { Int($0) } ?? 0
        }
      }
      tables += 1
      #expect(stretches.map { found[$0] } == (try Self.list("stages", of: text)).map { Int($0) }, "\(file)")
      #expect(Set(found.keys).isSubset(of: stretches), "\(file)")
    }
    #expect(tables >= 15)
  }

  /// Three to five, and the single-leg squat never first.
  @Test func eachProgramHasThreeToFiveExercises() async throws {
    let causes = try await RealChecker.sound().clinical.causes
    for name in causes.ids {
      let cause = try #require(causes[name])
      if cause.managedWith.isEmpty {
        #expect(name.hasSuffix("stress-fracture") && cause.avoid.count >= 18, "\(name)")
        continue
      }
      #expect((3...5).contains(cause.managedWith.count), "\(name)")
      #expect(cause.stages?.count == cause.managedWith.count, "\(name)")
      if let stage = cause.stages?["single-leg-squat"] {
        #expect(stage > (cause.stages?["step-ups"] ?? 1), "\(name)")
      }
    }
  }

  /// Every red flag stands on an article as well as in the checker.
  @Test func everyFlagStandsOnAnArticle() async throws {
    let flags = try await RealChecker.sound().clinical.flags.keys
    let named = Set(
      try Self.texts().flatMap { _, text in
        (text.firstMatch(of: /(?m)^red-flags: \[(.*)\]$/)?.1.split(separator: ", ") ?? []).map(String.init)
      })
    #expect(flags.filter { !named.contains($0) }.sorted() == [])
  }

  private struct Article {
    let front: Substring
    let body: String

    func list(_ key: String) throws -> [String] {
      try ClinicContentTests.list(key, of: String(front))
    }

    /// Whether the text links to the other article, or says one of its names.
    func speaks(of other: Article, _ path: String) throws -> Bool {
      let title = other.front.firstMatch(of: /(?m)^title: "?(.*?)"?$/).map { [String($0.1)] } ?? []
      let names = try title + other.list("also-known-as")
      let text = body.lowercased()
      // One swing is spoken of with the swings.
      return body.contains("\(path).md")
        || names.contains { text.contains($0.lowercased().replacing(/s$/, with: "")) }
    }
  }

  private static func articles(_ folder: String) throws -> [String: Article] {
    Dictionary(
      uniqueKeysWithValues: try texts(folder).map { file, text in
        let end = try #require(text.range(of: "\n---\n"))
        return (
          String(file.dropLast(3)),
          Article(front: text[..<end.lowerBound], body: String(text[end.upperBound...]))
        )
      })
  }

  /// Each relation is spoken of in one of its two articles, and signs and causes name each other.
  @Test func relationsAreSpokenOf() throws {
    let causes = try Self.articles("causes")
    let signs = try Self.articles("signs")
    let stretches = try Self.articles("stretches")
    for (name, cause) in causes {
      for sign in try cause.list("signs") {
        let other = try #require(signs[sign])
        #expect(try cause.speaks(of: other, sign), "\(name) does not speak of \(sign)")
        #expect(other.body.contains("causes/\(name).md"), "\(sign) does not link to \(name)")
      }
      for stretch in try cause.list("stretches") + cause.list("caution") {
        let other = try #require(stretches[stretch])
        let isSpokenOf = try cause.speaks(of: other, stretch) || other.body.contains("causes/\(name).md")
        #expect(isSpokenOf, "neither \(name) nor \(stretch) speaks of the other")
      }
      for also in try cause.list("see-also") {
        let other = try #require(causes[also])
        #expect(cause.body.contains("\(also).md") || other.body.contains("\(name).md"), "\(name), \(also)")
      }
    }
    for (name, sign) in signs {
      for link in sign.body.matches(of: /causes\/([a-z-]+)\.md/) {
        #expect(
          try causes[String(link.1)]?.list("signs").contains(name) == true, "\(name) links to \(link.1)")
      }
    }
    for (name, stretch) in stretches {
      for link in stretch.body.matches(of: /causes\/([a-z-]+)\.md/) {
        let cause = try #require(causes[String(link.1)])
        let related = try ["stretches", "caution", "avoid"].flatMap { try cause.list($0) }
        #expect(related.contains(name), "\(name) links to \(link.1)")
      }
    }
  }

  /// No page is thin.
  @Test func pagesSaySomething() throws {
    for folder in ["causes", "signs", "stretches", "faqs", "pages"] {
      for (name, article) in try Self.articles(folder) {
        #expect(article.body.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.count >= 200, "\(name)")
      }
    }
  }

  // MARK: Cases

  @Test func thereAreEnoughCases() throws {
    let file = try Self.text("symptom-checker/hip-pain.vignettes.yaml")
    let ids = file.matches(of: /(?m)^- id: (.*)$/).map { String($0.1) }
    let held = ids.filter { $0.wholeMatch(of: /h[0-9]{3}/) != nil }
    #expect(ids.count >= 240)
    #expect(held.count * 3 >= ids.count)
  }

  /// The cases that were written before the tree was read: none too low, none too high, and the result says what it should.
  @Test func theCasesWrittenFirstComeOutAsTheyShould() async throws {
    let page = try String(
      contentsOf: RealChecker.folder.appending(path: "docs/checker-cases.md"), encoding: .utf8)
    let checker = try await RealChecker.sound()
    let check = try checker.check().tree
    let tree = try #require(check.tree)
    let report = try #require(check.vignettes)
    let results = Dictionary(uniqueKeysWithValues: report.results.map { ($0.id, $0.actual ?? "") })
    var count = 0
    for row in page.matches(of: /(?m)^\| `(h[0-9]{3})` \| (.*?) \| `(.*?)` \| `(.*?)` \| (.*?) \|$/) {
      count += 1
      let name = String(row.1)
      let outcome = try #require(tree.outcomes.first { $0.id.value == results[name] }, "\(name)")
      let least = try #require(CareLevel(rawValue: String(row.3)))
      let most = try #require(CareLevel(rawValue: String(row.4)))
      #expect(outcome.level.value >= least, "\(name) is too low")
      #expect(outcome.level.value <= most, "\(name) is too high")
      let wanted = row.5
      if wanted.contains("no causes") || wanted.contains("no exercises") || wanted.contains("no running") {
        #expect(outcome.stretches.isEmpty, "\(name)")
      }
      if wanted.contains("no causes") { #expect(outcome.causes.isEmpty, "\(name)") }
    }
    #expect(count == 120)
  }

  @Test func noPathIsLongerThanNineQuestions() async throws {
    let check = try await RealChecker.sound().check().tree
    #expect(!check.paths.isEmpty)
    #expect(check.paths.allSatisfy { $0.steps.count <= 9 })
  }

  /// The sentences that the table of the brief quotes stand where it says.
  @Test func theBriefIsCarried() throws {
    let page = try String(contentsOf: RealChecker.folder.appending(path: "docs/coverage.md"), encoding: .utf8)
    let rows = page.matches(of: /(?m)^\| ([0-9]+) \|/)
    #expect(rows.compactMap { Int($0.1) } == Array(1...62))
    var quotes = 0
    for match in page.matches(of: /\]\(\.\.\/Content\/([a-z0-9\/-]+\.md)\): “([^”]+)”/) {
      quotes += 1
      let text = try Self.text(String(match.1)).replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.1 }.replacing(
        "*", with: "")
      #expect(text.contains(match.2.replacing("*", with: "")), "\(match.1): \(match.2)")
    }
    #expect(quotes >= 60)
  }
}
