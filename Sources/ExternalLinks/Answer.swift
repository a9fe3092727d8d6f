#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What came back for one question.
struct Answer {
  /// Of HTTP (RFC 9110, section 15); 0 when there was none.
  let status: Int
  /// Where it sends the reader, whole.
  let location: String?
  /// How many seconds to wait before the next question, if it says so (RFC 9110, section 10.2.3).
  let retryAfter: Int?
  /// What it asks a browser to send along from now on.
  let cookies: [Cookie]
  /// curl's exit status.
  let failure: Int32

  /// curl's exit status when its time was over.
  static let timeOver: Int32 = 28

  /// What curl is told to write behind the headers.
  static let format = "\n%{http_code} %{redirect_url}"

  init(_ output: [UInt8], failure: Int32, now: Int) {
    let lines = String(decoding: output, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let last = lines.last?.split(separator: " ", maxSplits: 1) ?? []
    status = last.first.flatMap { Int($0) } ?? 0
    location = last.count > 1 ? String(last[1]) : nil
    let name = "retry-after:"
    retryAfter = lines.last { $0.prefix(name.count).lowercased() == name }.flatMap {
      Self.seconds($0.dropFirst(name.count).drop { $0 == " " }, now: now)
    }
    cookies = lines.compactMap { Cookie(header: $0) }
    self.failure = failure
  }

  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Of a number of seconds, or of a date (RFC 9110, section 5.6.7).
  private static func seconds(_ text: Substring, now: Int) -> Int? {
    if let seconds = Int(text) { return seconds >= 0 ? seconds : nil }
    let parts = text.split { " :".contains($0) }
    guard parts.count >= 7, let month = months.firstIndex(of: parts[2]) else { return nil }
    let numbers = [1, 3, 4, 5, 6].compactMap { Int32(parts[$0]) }
    guard numbers.count == 5 else { return nil }
    var date = tm()
    (date.tm_mday, date.tm_mon, date.tm_year) = (numbers[0], Int32(month), numbers[1] - 1900)
    (date.tm_hour, date.tm_min, date.tm_sec) = (numbers[2], numbers[3], numbers[4])
    return max(0, Int(timegm(&date)) - now)
  }

  /// Why there was no answer, as the end of a sentence; nil when there was one. The numbers are those of curl's manual.
  func reason(patience: Int) -> String? {
    if status > 0 { return nil }
    return switch failure {
    case 6: "names a host that does not exist"
    case Self.timeOver: "did not answer within \(patience) seconds"
    case 51, 58, 60, 77, 82, 83, 90, 91: "has no certificate that browsers accept"
    case 35, 53, 54, 59, 64, 66, 80: "does not speak TLS as browsers do"
    case 7: "names a host that takes no connections"
    default: "breaks off before it answers"
    }
  }

  /// Whether trying again would lead to the same.
  var isFinal: Bool {
    status > 0 ? status < 500 && status != 429 : ![7, Self.timeOver, 52, 55, 56, 92].contains(failure)
  }
}
