import SiteModel
import YAML

/// What a build or check is asked to do.
package struct BuildOptions: Sendable {
  /// The source folder.
  package var source: String
  /// The output folder; relative to the working folder if it is given, else `Public` in the source folder.
  package var output: String?
  /// For a site of which visitors see one version of several, through a link at `output`: how many are kept beside the new one.
  package var keptVersions: Int?
  /// How many threads parse and render.
  package var jobs: Int
  /// Whether drafts, scheduled and expired articles are built like any other.
  package var includesDrafts: Bool
  /// Whether warnings, too, keep the site from being published.
  package var isStrict: Bool
  package var today: CalendarDate
  /// Where the site is served, if that is not what `site.yaml` says.
  package var address: BaseAddress?
  /// Where a list of the published files goes, with what is in each; nil for none. Relative to the working folder.
  package var manifest: String?
  /// Whether smaller copies of texts are published beside them.
  package var precompresses = false
  /// Whether what earlier builds left is used, and something left for the next.
  package var usesCache = true
  /// The folder for that, relative to the working folder; nil for `.limber` in the source folder.
  package var cache: String?
  /// Whether the site is built once more without the cache, to compare the two.
  package var verifiesCache = false
  /// Whether articles may have their dates from commits; not in a folder that only holds what a commit had.
  package var asksForCommits = true

  package init(
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
