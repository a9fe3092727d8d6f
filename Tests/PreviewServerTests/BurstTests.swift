import Testing

@testable import PreviewServer

@Suite struct BurstTests {
  @Test func nothingIsDueBeforeAChange() {
    var burst = Burst()
    #expect(burst.wait(at: 5) == nil)
    #expect(burst.take(at: 5) == nil)
  }

  @Test func severalSavesAreOneChange() throws {
    var burst = Burst()
    burst.add("a", at: 10)
    burst.add("b", at: 10.01)
    #expect(burst.take(at: 10.02) == nil)
    let due = burst.take(at: 10.03)
    let changes = try #require(due)
    #expect(changes.paths == ["a", "b"])
    #expect(!changes.isEverything)
    #expect(burst.wait(at: 10.03) == nil)
  }

  @Test func aDeletionWaitsForTheFileToComeBack() {
    var burst = Burst()
    burst.add("a", isGone: true, at: 10)
    #expect(burst.take(at: 10.05) == nil)
    burst.add("a", at: 10.06)
    #expect(burst.take(at: 10.08)?.paths == ["a"])
    burst.add("a", isGone: true, at: 20)
    #expect(burst.take(at: 20.1)?.paths == ["a"])
  }

  @Test func changesWithoutEndAreHandedOn() {
    var burst = Burst()
    var now = 10.0
    while now < 10 + Burst.longest {
      burst.add("a", at: now)
      now += 0.01
    }
    #expect(burst.take(at: 10 + Burst.longest)?.paths == ["a"])
  }

  @Test func everythingStaysEverything() {
    var burst = Burst()
    burst.addEverything(at: 1)
    burst.add("a", at: 1)
    #expect(burst.take(at: 2)?.isEverything == true)
  }

  @Test func aMailboxJoinsWhatNobodyTook() {
    let mailbox = ChangeMailbox()
    for path in ["a", "b"] {
      var changes = ChangeSet()
      changes.add(path)
      mailbox.put(changes)
    }
    #expect(mailbox.take().paths == ["a", "b"])
    #expect(mailbox.take().isEmpty)
  }
}
