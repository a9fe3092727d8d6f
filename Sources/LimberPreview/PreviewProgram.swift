import Files
import Foundation
import PreviewServer
import Site
import Synchronization
import YAML

/// What `limber serve` becomes: it has checked the arguments, which are the source folder, the port, the number of
/// threads, the day, `open` or `wait`, and the address to listen on.
@main
enum PreviewProgram {
  static func main() async {
    guard let words = try? ProgramArguments.read(), words.count == 6, let port = Port(words[1]),
      let jobs = Int(words[2]), let day = CalendarDate(parsing: words[3].utf8)
    else {
      Terminal.complain("To start the preview, run `limber serve`.")
      exit(64)
    }
    guard let host = PreviewHost(words[5]) else {
      Terminal.complain(
        "--host must be an IPv4 address of this computer, such as 192.168.1.20, or 0.0.0.0 for all of its addresses, not \(words[5])."
      )
      exit(64)
    }
    endAtOnceOnInterrupt()
    SiteBuild.prepareProcess()
    let options = BuildOptions(
      source: words[0], output: nil, jobs: jobs, includesDrafts: true, isStrict: false, today: day)
    do {
      let preview = try await Preview(options, host: host, port: port)
      if let warning = preview.warning { Terminal.complain(warning) }
      let log = PreviewLog(preview)
      let isOpened = Atomic(words[4] != "open")
      await preview.run { update in
        log.write(update)
        if !isOpened.exchange(true, ordering: .relaxed) { Browser.open(preview.address) }
      }
    } catch let failure as PortFailure {
      Terminal.complain(failure.sentence)
      exit(74)
    } catch BuildObstacle.noSource(let path) {
      Terminal.complain("The folder `\(path)` does not exist.")
      exit(64)
    } catch {
      Terminal.complain("\(error)")
      exit(74)
    }
  }

  /// Ctrl-C, and a polite request to end, end the process at once and well: a preview leaves nothing undone.
  private static func endAtOnceOnInterrupt() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // `_exit` is among the few functions that a signal handler may call (signal-safety(7)).
      let before = signal(number) { _ in _exit(0) }
      // Who was told to ignore it, as by nohup, goes on to.
      if number == SIGHUP, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }
}
