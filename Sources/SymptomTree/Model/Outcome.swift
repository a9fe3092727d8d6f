/// Where a path ends.
public struct Outcome: Sendable {
  public var id: Placed<String>
  public var level: Placed<CareLevel>
  /// Ids, the likeliest first; positions are those of the entries.
  public var causes: [Placed<String>]
  public var stretches: [Placed<String>]
  /// Names of advice texts.
  public var advice: Placed<String>?
  public var seekCareIf: Placed<String>?
}
