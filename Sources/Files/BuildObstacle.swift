/// Why a build did not even begin.
package enum BuildObstacle: Error, Sendable {
  /// Another build of the same site is running.
  case locked
  /// There is no folder at that path.
  case noSource(String)
}
