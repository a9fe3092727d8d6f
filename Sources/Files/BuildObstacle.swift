/// Why a build did not even begin.
package enum BuildObstacle: Error, Sendable {
  /// Another build of the same site is running.
  case locked
  /// There is no folder at that path.
  case noSource(String)
  /// The list of published files cannot go where it was asked for, as the sentence says.
  case manifest(String)
  /// The cache cannot lie where it was asked for, as the sentence says.
  case cache(String)
  /// A program that was asked for is not on this machine, as the sentence says.
  case program(String)
}
