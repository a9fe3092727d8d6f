import Diagnostics
import Testing

@testable import SymptomTree

@Suite struct MutationTests {
  @Test func theUnbrokenCheckerIsSound() throws {
    let check = try Clinic().check()
    #expect(check.diagnostics == [])
    #expect(check.proven != nil)
  }

  /// Every break is caught by the rule meant for it, in the words and at the place meant.
  @Test(arguments: Mutation.all) func isCaught(mutation: Mutation) throws {
    var clinic = Clinic()
    try mutation.change(&clinic)
    let check = try clinic.check()
    let found = check.diagnostics.filter { $0.code == mutation.code }
    #expect(found.map(Self.line) == mutation.expected)
    #expect((check.proven == nil) == check.diagnostics.contains { $0.severity == .error })
  }

  /// Which stage was meant is plain from the answers, so no other rule speaks of it.
  @Test(arguments: [
    ("    stage: red-flag\n    type: any-of\n    ask: Do you", "    type: any-of\n    ask: Do you"),
    ("    stage: gate\n", ""),
  ]) func aMissingStageIsToldOnce(written: String, left: String) throws {
    var clinic = Clinic()
    try clinic.swapTree(written, left)
    let found = try clinic.check().diagnostics
    #expect(found.count == 1 && found.first?.code == .missingKey, "\(found.map(Self.line))")
  }

  static func line(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.position.map { ":\($0.line):\($0.column)" } ?? ""
    let hint = diagnostic.hint.map { " — \($0)" } ?? ""
    return "\(diagnostic.file ?? "-")\(place) \(diagnostic.severity.rawValue) \(diagnostic.message)\(hint)"
  }
}
