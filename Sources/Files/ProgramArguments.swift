import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a program was started with.
package enum ProgramArguments {
  /// Why they cannot be used, as a sentence, with the exit status that says so.
  package struct Fault: Error {
    package let sentence: String
    package let status: Int32
  }

  /// More than any path that a system opens (Linux: `PATH_MAX`), and more than a person writes for anything else.
  private static let mostBytes = 4096

  /// Without the program's own name. Never a part of them: a command without its words would be another command.
  package static func read() throws(Fault) -> [String] {
    var arguments: [String] = []
    for bytes in try given().dropFirst() {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        let shown = LongQuote.shortened(String(decoding: bytes, as: UTF8.self))
        throw Fault(sentence: "The argument `\(shown)` is not UTF-8 text.", status: 64)
      }
      guard bytes.count <= mostBytes else {
        throw Fault(
          sentence:
            "The argument `\(LongQuote.shortened(text))` has \(bytes.count) bytes; the limit is \(mostBytes).",
          status: 64)
      }
      arguments.append(text)
    }
    return arguments
  }

  /// As bytes: Swift's own texts have `\u{FFFD}` for what is not UTF-8.
  private static func given() throws(Fault) -> [[UInt8]] {
    // The process's own copies, which live as long as it; each ends with a zero byte.
    let words = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    guard !words.isEmpty else {
      throw Fault(sentence: "The system does not tell this program its arguments.", status: 74)
    }
    return words.compactMap { word in
      word.map { UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)) }
    }
  }
}
