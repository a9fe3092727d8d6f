import YAML

/// What a build or check is asked to do.
public struct BuildOptions: Sendable {
  /// The source folder.
  public var source: String
  /// The output folder; relative to the working folder if it is given, else `Public` in the source folder.
  public var output: String?
  /// How many threads parse and render.
  public var jobs: Int
  /// Whether drafts, scheduled and expired articles are built like any other.
  public var includesDrafts: Bool
  /// Whether warnings, too, keep the site from being published.
  public var isStrict: Bool
  public var today: CalendarDate

  public init(
    source: String, output: String?, jobs: Int, includesDrafts: Bool, isStrict: Bool, today: CalendarDate
  ) {
    self.source = source
    self.output = output
    self.jobs = jobs
    self.includesDrafts = includesDrafts
    self.isStrict = isStrict
    self.today = today
  }
}
