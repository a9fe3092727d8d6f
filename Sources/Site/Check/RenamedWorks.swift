import Diagnostics
import Markdown
import SiteModel

/// Works whose key was changed: what cites them by the old one and the work that nothing cites any more are one slip.
struct RenamedWorks {
  /// The key that is cited, where it is the only one that there is not, and the line of the only work that nothing cites.
  private let pair: (key: Substring, line: Int)?

  /// Nil unless a key is cited that no work has, and a work is not cited.
  init?(_ found: [Diagnostic], _ counts: [DiagnosticCode: Int]) {
    guard counts[.unknownCitation] != nil, counts[.unusedReference] != nil else { return nil }
    let keys = Set(found.lazy.filter { $0.code == .unknownCitation && $0.hint == nil }.compactMap(Self.key))
    guard !keys.isEmpty else { return nil }
    let unused = found.filter { $0.code == .unusedReference }
    // More of one than of the other are no works with other keys.
    guard unused.count == keys.count else { return nil }
    if keys.count == 1, let key = keys.first, let line = unused[0].position?.line {
      pair = (key, line)
    } else {
      pair = nil
    }
  }

  /// Whether a fault may come back or go once the keys are right.
  func explain(_ fault: Diagnostic) -> Bool { fault.code == .unusedReference }

  /// With what to do, once for all places.
  func told(_ fault: Diagnostic) -> Diagnostic {
    guard let pair, fault.code == .unknownCitation, fault.hint == nil, Self.key(fault) == pair.key else {
      return fault
    }
    var told = fault
    told.hint =
      "If it is the work on line \(pair.line) of `\(References.file)`, which nothing cites, write `\"id\": \"\(pair.key)\"` there."
    told.cause = "\(References.file)#\(pair.key)"
    return told
  }

  /// The key in "`@key` is cited, …".
  private static func key(_ fault: Diagnostic) -> Substring? {
    guard fault.message.hasPrefix("`@") else { return nil }
    return fault.message.dropFirst(2).prefix { $0 != "`" }
  }
}
