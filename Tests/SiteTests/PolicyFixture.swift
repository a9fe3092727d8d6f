import FixtureSite

/// What tests of the content policy share.
enum PolicyFixture {
  /// `site.yaml` with further settings from line 5.
  static func settings(_ lines: String) -> String {
    FixtureSite.configuration("language: en", "language: en\n\(lines)")
  }

  /// The hint that allows a source.
  static func write(_ directive: String, _ source: String) -> String {
    "Write `content-policy: {\(directive): [\(source)]}` in `site.yaml`."
  }
}
