import SiteModel

/// Where a path ends.
package struct Outcome: Sendable {
  package var id: Placed<String>
  package var level: Placed<CareLevel>
  /// Ids, the likeliest first; positions are those of the entries.
  package var causes: [Placed<String>]
  /// Whether it names causes in a way that cannot be read, which has been told.
  package var hasUnreadCauses = false
  package var stretches: [Placed<String>]
  /// Names of advice texts.
  package var advice: Placed<String>?
  package var seekCareIf: Placed<String>?
}
