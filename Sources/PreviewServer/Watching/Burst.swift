/// Gathers the changes of one save or checkout, so that they make one rebuild. Times are seconds on any clock.
struct Burst {
  /// Changes are handed on when nothing more has happened for so long.
  static let quiet = 0.015
  /// The same after a file vanished: some editors delete a file and then write it anew.
  static let quietAfterRemoval = 0.08
  /// Changes are handed on after so long, even if more keep coming.
  static let longest = 0.4

  private var changes = ChangeSet()
  private var gone: Set<String> = []
  private var first = 0.0
  private var last = 0.0

  mutating func add(_ path: String, isGone: Bool = false, at now: Double) {
    note(now)
    changes.add(path)
    if isGone { gone.insert(path) } else { gone.remove(path) }
  }

  mutating func addEverything(at now: Double) {
    note(now)
    changes.add(.everything)
  }

  private mutating func note(_ now: Double) {
    if changes.isEmpty { first = now }
    last = now
  }

  /// How long there is still to wait; 0 when the changes are due, nil when there are none.
  func wait(at now: Double) -> Double? {
    guard !changes.isEmpty else { return nil }
    let due = min(last + (gone.isEmpty ? Self.quiet : Self.quietAfterRemoval), first + Self.longest)
    return max(0, due - now)
  }

  /// The changes if they are due at `now`.
  mutating func take(at now: Double) -> ChangeSet? {
    guard wait(at: now) == 0 else { return nil }
    let taken = changes
    self = Burst()
    return taken
  }
}
