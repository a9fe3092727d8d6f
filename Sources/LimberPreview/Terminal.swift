import Foundation

/// The person's terminal.
enum Terminal {
  static var hasColor: Bool { isatty(2) == 1 }

  static func complain(_ sentence: String) { write("limber: \(sentence)\n", to: .standardError) }

  /// A full disk behind it, or a reader that went away, is no reason to end.
  static func write(_ text: String, to place: FileHandle) { try? place.write(contentsOf: Data(text.utf8)) }
}
