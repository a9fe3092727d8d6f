#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `.limber`, the source folder's own place for what Limber keeps.
package enum OwnFolder {
  package static let name = ".limber"

  /// What is a symbolic link of it, by path from the source folder: git can carry such links, and what they lead to is nobody's
  /// to write or empty.
  package static func links(in source: SourceFolder) throws(FileFailure) -> [String] {
    switch try SystemCalls.status(source.path(to: name))?.kind {
    case .link: [name]
    case .folder: try links(inside: source.path(to: name)).map { "\(name)/\($0)" }
    default: []
    }
  }

  /// The names of the symbolic links directly in a folder.
  package static func links(inside folder: String) throws(FileFailure) -> [String] {
    try SystemCalls.list(folder).filter { $0.kind == .link }.map(\.name).sorted()
  }

  /// Makes it where it is not there yet; a failure when a part of it is a symbolic link.
  package static func make(in source: SourceFolder) throws(FileFailure) {
    if let link = try links(in: source).first { throw FileFailure("write", source.path(to: link), ELOOP) }
    try SystemCalls.makeFolder(source.path(to: name))
  }
}
