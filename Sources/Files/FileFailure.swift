import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The disk or the system said no: what was tried, on which path, and the system's reason.
package struct FileFailure: Error, Sendable {
  package let operation: String
  package let path: String
  /// The `errno` of the call that failed.
  package let number: Int32

  package init(_ operation: String, _ path: String, _ number: Int32) {
    self.operation = operation
    self.path = path
    self.number = number
  }

  /// Of a file that is no longer what it was when the build read it.
  package static func changed(_ path: String) -> FileFailure { FileFailure("read again", path, ESTALE) }

  /// "Cannot write `Public/index.html`: No space left on device."
  package var sentence: String {
    LongQuote.cut(in: "Cannot \(operation) `\(path)`: \(SystemCalls.reason(number)).")
  }
}
