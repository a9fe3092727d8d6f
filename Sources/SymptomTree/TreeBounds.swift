/// What a checker may hold: enough for any that people can review, little enough for one page.
enum TreeBounds {
  /// Questions and outcomes together.
  static let nodes = 120
  static let answers = 10
  static let causes = 4
  static let stretches = 6
  static let paths = 5_000
  static let jsonBytes = 98_304
  /// Unicode scalars of a label or heading.
  static let textLength = 200
  /// Questions on a path before a person is asked whether that is too many.
  static let depth = 9
}
