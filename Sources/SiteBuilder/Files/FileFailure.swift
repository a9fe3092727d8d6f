/// The disk or the system said no: what was tried, on which path, and the system's reason.
public struct FileFailure: Error, Sendable {
  public let operation: String
  public let path: String
  /// The `errno` of the call that failed.
  public let number: Int32

  init(_ operation: String, _ path: String, _ number: Int32) {
    self.operation = operation
    self.path = path
    self.number = number
  }

  /// "Cannot write `Public/index.html`: No space left on device."
  public var sentence: String { "Cannot \(operation) `\(path)`: \(SystemCalls.reason(number))." }
}
