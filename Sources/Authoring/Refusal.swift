import Diagnostics
import Files
import Site

/// Why a command that makes something did not: nothing was written.
package enum Refusal: Error, Sendable {
  /// What was asked for cannot be done; whole sentences for the person who asked.
  case sentence(String)
  /// What was asked for can never be done: another value of an option is needed.
  case usage(String)
  /// The site's configuration has errors, which the report names.
  case faulty(BuildReport)
  /// The site would have these faults and does not have them now.
  case wouldBreak([Diagnostic])
  /// What was to be accepted has these faults.
  case lacking([Diagnostic])

  /// Refuses to write into `.limber` where a part of it is a symbolic link. Throws `FileFailure`, too.
  static func checkOwnFolder(of source: SourceFolder) throws {
    guard let link = try OwnFolder.links(in: source).first else { return }
    throw Refusal.sentence("`\(link)` is a symbolic link. Remove it; Limber creates what it needs there.")
  }
}
