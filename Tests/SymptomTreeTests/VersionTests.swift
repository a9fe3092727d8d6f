import Diagnostics
import Testing

@testable import SymptomTree

@Suite struct VersionTests {
  @Test func changedRoutingNeedsAMajorVersion() throws {
    var clinic = Clinic()
    try clinic.swapTree(
      "long: {label: Two weeks or more, next: tendon}", "long: {label: Two weeks or more, next: rest}")
    let check = try clinic.check(committed: Clinic.paths)
    #expect(check.pathsChange == .needsMajorVersion)
    #expect(
      check.diagnostics.filter { $0.code == .treeVersion } == [
        .error(
          .treeVersion, file: "ankle.yaml", at: Position(line: 3, column: 10),
          "Routing, stages or care levels differ from the committed paths (from line 8 there), but the major version "
            + "is still 1.",
          hint:
            "What changed: `how-long.long`. If that was a slip, change it back. If not, a clinician must approve this change by setting the version to 2.0.0.",
          restsOn: ["ankle.yaml"])
      ])
    try clinic.swapTree("version: 1.2.0", "version: 2.0.0")
    let raised = try clinic.check(committed: Clinic.paths)
    #expect(raised.pathsChange == .stale)
    #expect(
      raised.diagnostics.filter { $0.code == .treePathsStale } == [
        .error(
          .treePathsStale, file: "ankle.paths.tsv", at: Position(line: 1, column: 1),
          "The committed paths do not match version 2.0.0.",
          hint: "Run `limber tree paths` and commit the file it writes.", restsOn: ["ankle.yaml"])
      ])
  }

  @Test(arguments: ["stage: gate\n    type: one-of\n    ask: How old", "this-week: {level: soon"])
  func stagesAndLevelsCountAsRouting(text: String) throws {
    var clinic = Clinic()
    try clinic.swapTree(
      text,
      text.replacing("gate", with: "narrowing").replacing("level: soon", with: "level: urgent"))
    #expect(try clinic.check(committed: Clinic.paths).pathsChange == .needsMajorVersion)
  }

  @Test func aMinorVersionMakesThePathsStale() throws {
    var clinic = Clinic()
    try clinic.swapTree("version: 1.2.0", "version: 1.3.0")
    let check = try clinic.check(committed: Clinic.paths)
    #expect(check.diagnostics.map(\.code) == [.treePathsStale])
    #expect(check.pathsFile?.hasPrefix("# ankle 1.3.0\n") == true)
  }

  @Test func windowsLineEndsAreNoChange() throws {
    #expect(try Clinic().check(committed: Clinic.paths.replacing("\n", with: "\r\n")).diagnostics == [])
  }

  @Test func noPaths() throws {
    let check = try Clinic().check(committed: .some(nil))
    #expect(check.pathsChange == .missing)
    #expect(
      check.diagnostics == [
        .error(
          .treePathsStale, file: "ankle.yaml", at: Position(line: 3, column: 10),
          "The file with this tree's paths is missing, so nobody can tell whether this version changes what readers are told.",
          hint:
            "If it was there before, put it back from your history. For a new checker, run `limber tree paths` and commit the file it writes."
        )
      ])
    #expect(try Clinic().check(committed: "nonsense").pathsChange == .missing)
  }
}
