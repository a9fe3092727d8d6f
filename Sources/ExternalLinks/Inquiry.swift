import Files
import Text

/// Asks many addresses: up to twelve at once, each host one at a time with a pause between two questions. One thread waits for
/// all of them.
struct Inquiry {
  private struct Host {
    /// In the order in which they are asked, with the time from which they may be.
    var waiting: [(question: Question, from: Double)] = []
    var isBusy = false
    var freeAt = 0.0

    /// The place of the next question, and when it may be asked.
    var next: (place: Int, at: Double)? {
      if isBusy { return nil }
      return waiting.indices.min { waiting[$0].from < waiting[$1].from }
        .map { ($0, max(waiting[$0].from, freeAt)) }
    }
  }

  private struct Running {
    let question: Question
    let host: String
    let patience: Int
    let process: CurlProcess
  }

  private static let mostAtOnce = 12
  /// Between two questions to one host, in seconds.
  private static let pause = 0.5

  private let manner: ExternalLinks.Manner
  private let isOpen: (String) -> Bool
  private var hosts: [String: Host] = [:]
  private var running: [Running] = []
  private var verdicts: [(address: String, verdict: Verdict)] = []

  /// `isOpen` says whether an address lies on the public web.
  init(_ manner: ExternalLinks.Manner, isOpen: @escaping (String) -> Bool) {
    (self.manner, self.isOpen) = (manner, isOpen)
  }

  /// What was found out before the time was over.
  mutating func ask(_ addresses: [String]) throws(BuildObstacle) -> [(
    address: String, verdict: Verdict
  )] {
    guard ChildProcess.isInstalled(CurlProcess.program) else {
      throw .program("To ask other sites, install `curl`; it is not on this machine.")
    }
    let end = SystemCalls.monotonicSeconds() + Double(manner.timeLimit)
    for address in addresses { wait(Question(address), from: 0) }
    while true {
      let now = SystemCalls.monotonicSeconds()
      let next = now < end ? startWhatMay(now, end) : nil
      if running.isEmpty {
        guard let next, next < end else { return verdicts }
        _ = ChildProcess.ready([], seconds: next - now)
      } else {
        let ready = ChildProcess.ready(running.map(\.process.process), seconds: min(next ?? end, end) - now)
        for place in ready.reversed() { read(place) }
      }
    }
  }

  private mutating func wait(_ question: Question, from: Double) {
    let host = WebAddressParts(question.url.utf8)?.host ?? ""
    hosts[host, default: Host()].waiting.append((question, from))
  }

  /// Asks what may be asked now; when the next question may be, if any waits for its time alone.
  private mutating func startWhatMay(_ now: Double, _ end: Double) -> Double? {
    var soonest: Double?
    for name in hosts.keys.sorted() {
      guard var host = hosts[name], let next = host.next else { continue }
      if next.at > now {
        soonest = min(soonest ?? next.at, next.at)
      } else if running.count < Self.mostAtOnce {
        let question = host.waiting.remove(at: next.place).question
        let patience = max(1, min(manner.patience, Int(end - now)))
        if let process = CurlProcess(question, patience: patience, agent: manner.agent) {
          running.append(Running(question: question, host: name, patience: patience, process: process))
          host.isBusy = true
        }
        hosts[name] = host
      }
    }
    return soonest
  }

  /// Takes what a process has written, and its answer when it has ended.
  private mutating func read(_ place: Int) {
    guard let answer = running[place].process.step() else { return }
    let one = running.remove(at: place)
    let now = SystemCalls.monotonicSeconds()
    hosts[one.host]?.isBusy = false
    hosts[one.host]?.freeAt = now + Self.pause
    // Cut short by the time for all of them, it says nothing.
    if answer.failure == Answer.timeOver, answer.status == 0, one.patience < manner.patience { return }
    var question = one.question
    switch question.step(answer, patience: one.patience, isOpen: isOpen) {
    case .done(let verdict): verdicts.append((question.address, verdict))
    case .again(let seconds):
      // Who asks for a pause means all questions.
      if seconds > 0, answer.retryAfter != nil { hosts[one.host]?.freeAt = now + Double(seconds) }
      wait(question, from: now + Double(seconds))
    }
  }
}
