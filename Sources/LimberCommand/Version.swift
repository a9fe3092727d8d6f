/// What `limber --version` says. Which commit it is comes from the plugin `StampVersion`.
enum Version {
  /// The next release, in the form of Semantic Versioning 2.0.0. It changes with CHANGELOG.md when there is one.
  private static let number = "0.1.0-dev"

  static let text = number + (commit.map { " (commit \($0.hash) of \($0.day))" } ?? "")
}
