import Testing

@testable import SymptomTree

@Suite struct VignetteReportTests {
  @Test func saysWhatHappenedAndWhatIsMissing() throws {
    var clinic = Clinic()
    clinic.vignettes = """
      - {id: broken, source: practice, answers: {emergency: [blue, bone]}, outcome: go-now, at-least: emergency}
      - {id: a-child, source: practice, answers: {emergency: none, age: child}, outcome: today, at-least: soon}
      - {id: numb, source: practice, answers: {emergency: none, age: adult, same-day: numb}, outcome: this-week, at-least: urgent}
      - {id: unfinished, source: practice, answers: {emergency: none, age: adult}, outcome: today, at-least: urgent}

      """
    let report = try #require(clinic.check().vignettes)
    #expect(report.results.map(\.passes) == [true, false, false, false])
    #expect(
      report.text.hasPrefix(
        """
        pass  broken
              go-now (emergency), at least emergency
              path     emergency.bone
        FAIL  a-child
              expected today, at least soon
              actual   child (urgent)
              path     emergency.none > age.child
        UNDER-TRIAGE  numb
              expected this-week, at least urgent
              actual   this-week (soon)
              path     emergency.none > age.adult > same-day.numb
        FAIL  unfinished
              expected today, at least urgent
              actual   none: an answer is missing
              path     emergency.none > age.adult
        not covered  today

        """))
    #expect(
      report.text.hasSuffix(
        """
        not covered  how-long.unsure > tendon
        1 of 4 vignettes pass, 1 under-triage; 3 of 8 outcomes and 5 of 16 edges covered

        """))
  }
}
