import Diagnostics
import FixtureSite
import Testing

/// Hints that need words of one's own are followed by hand: the fault is gone, and no other came.
@Suite struct FollowedHintTests {
  private func expectMended(_ example: FollowedHint) async throws {
    let site = try FixtureSite(example.files)
    let before = try await site.check(today: example.today).diagnostics
    let faults = before.filter { $0.code == example.code }
    #expect(faults.count == 1, "\(before.map(\.line))")
    #expect(faults.first?.hint == example.hint, "\(faults.first?.line ?? "")")
    if !example.old.isEmpty {
      let text = try site.text(of: example.file)
      #expect(text.contains(example.old), "\(text)")
      try site.write(text.replacing(example.old, with: example.new), to: example.file)
    }
    for (file, text) in example.also {
      if let text { try site.write(text, to: file) } else { try site.remove(file) }
    }
    let after = try await site.check(today: example.today).diagnostics
    func name(_ fault: Diagnostic) -> String { "\(fault.file ?? "") \(fault.code.rawValue) \(fault.message)" }
    let known = Set(before.map(name))
    let new = after.filter { $0.code == example.code || !known.contains(name($0)) }
    #expect(new.map(\.line) == [], "after following: \(faults.first?.line ?? "")")
  }

  @Test(arguments: FollowedHint.bodies) func bodies(example: FollowedHint) async throws {
    try await expectMended(example)
  }
  @Test(arguments: FollowedHint.words) func words(example: FollowedHint) async throws {
    try await expectMended(example)
  }
  @Test(arguments: FollowedHint.frontMatter) func frontMatter(example: FollowedHint) async throws {
    try await expectMended(example)
  }
  @Test(arguments: FollowedHint.documents) func documents(example: FollowedHint) async throws {
    try await expectMended(example)
  }
  @Test(arguments: FollowedHint.data) func data(example: FollowedHint) async throws {
    try await expectMended(example)
  }
  @Test(arguments: FollowedHint.templates) func templates(example: FollowedHint) async throws {
    try await expectMended(example)
  }
}
