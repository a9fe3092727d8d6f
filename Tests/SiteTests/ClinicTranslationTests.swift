import Diagnostics
import FixtureSite
import Foundation
import Testing

@testable import Site
@testable import SiteModel
@testable import SymptomTree

/// The Spanish of this repository's site.
@Suite struct ClinicTranslationTests {
  /// What changed in an original since is told as a warning, and may wait for its translator.
  @Test func isWhole() async throws {
    let site = try Example.clinic.copy()
    let report = try await site.check(today: "2026-11-28")
    #expect(report.errors == 0, "\(site.lines(report).filter { $0.contains(" error ") })")
    let missing = report.diagnostics.filter { $0.code == .translationMissing }
    #expect(missing.isEmpty, "\(missing.map(\.message))")
  }

  /// A question, an answer, an explanation, a red flag or a level that changes in the original is told at its translation.
  @Test(arguments: [false, true]) func changesAreTold(isHidden: Bool) async throws {
    let site = try Example.clinic.copy()
    func change(_ file: String, _ old: String, _ new: String) throws {
      let text = try site.text(of: file)
      #expect(text.contains(old), "\(file)")
      try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    }
    if isHidden { try change("site.yaml", "stale: warn", "stale: hide") }
    let folder = "Content/symptom-checker"
    try change("Content/red-flags.yaml", "A leg that is cold", "A leg or foot that is cold")
    try change(
      "\(folder)/hip-pain.yaml", "label: I am not sure, next: today-child",
      "label: I do not know, next: today-child")
    try change("\(folder)/care-levels.yaml", "Call 911 or go", "Call 911 at once or go")
    try change("\(folder)/advice/visit.md", "Until then", "Until that day")
    let report = try await site.check(today: "2026-11-28")
    let stale = report.diagnostics.filter { $0.code == .translationStale }
    #expect(
      stale.compactMap(\.file) == [
        "Content/red-flags.es.yaml", "\(folder)/advice/visit.es.md", "\(folder)/care-levels.es.yaml",
        "\(folder)/hip-pain.es.yaml",
      ], "\(site.lines(report))")
    #expect(stale.allSatisfy { $0.message.contains("so readers get it in English") == isHidden })
  }

  /// Nothing but words differs between the languages of the symptom checker.
  @Test func checkersLeadAlike() async throws {
    let site = try Example.clinic.copy()
    let (checked, _) = try await SiteBuild(try site.options(today: "2026-11-28")).checked()
    let original = try #require(checked?.checked)
    let edition = try #require(original.editions.first)
    #expect(original.checkers.checkers.count == edition.checkers.checkers.count)
    for (one, other) in zip(original.checkers.checkers, edition.checkers.checkers) {
      let (tree, translated) = (try #require(one.check.proven), try #require(other.check.proven))
      #expect(tree.edges == translated.edges)
      #expect(translated.language == "es")
      #expect(tree.outcomes.map(\.level.value) == translated.outcomes.map(\.level.value))
      #expect(
        tree.questions.map { $0.answers.map(\.flag?.value) }
          == translated.questions.map { $0.answers.map(\.flag?.value) })
      for (question, words) in zip(tree.questions, translated.questions) {
        #expect(words.foreign == nil && question.ask.value != words.ask.value, "\(question.id.value)")
        for (answer, own) in zip(question.choices, words.choices) {
          #expect(own.foreign == nil && answer.label.value != own.label.value, "\(answer.id.value)")
        }
      }
      #expect(translated.careLevels.values.allSatisfy { $0.foreign == nil })
      #expect(
        tree.careLevels.mapValues { $0.phone?.value } == translated.careLevels.mapValues { $0.phone?.value })
    }
  }

  /// Each number of a text is in its translation as often: doses, limits and days that stand in sentences.
  @Test func numbersAreThoseOfTheOriginal() throws {
    let files = try Example.clinic.contents()
    var count = 0
    for (path, bytes) in files where path.hasSuffix(".es.md") {
      let original = try #require(files[path.replacing(".es.md", with: ".md")])
      count += 1
      #expect(Self.numbers(bytes) == Self.numbers(original), "\(path)")
    }
    #expect(count > 100)
  }

  /// How often each number is in what readers see of a body.
  private static func numbers(_ bytes: [UInt8]) -> [String: Int] {
    let text = String(decoding: bytes, as: UTF8.self)
    let end = text.hasPrefix("---\n") ? text.firstRange(of: "\n---\n")?.upperBound : nil
    let body = text[(end ?? text.startIndex)...]
    let shown = body.replacing(/\[@[^\]]*\]|\]\([^)]*\)/, with: "")
    return shown.matches(of: /[0-9]+(?:[.,][0-9]+)?/).reduce(into: [:]) {
      $0[String($1.output), default: 0] += 1
    }
  }
}
