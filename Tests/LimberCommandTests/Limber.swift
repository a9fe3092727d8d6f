import FixtureSite
import Foundation
import Testing

/// The executable that was built with these tests.
enum Limber {
  struct Run {
    let status: Int32
    /// Standard output and standard error.
    let output: String
    let errors: String

    var outputLines: [String] { output.split(separator: "\n").map(String.init) }
  }

  struct NotBuilt: Error {}

  /// Beside the test bundle, or where `swift build` puts it.
  static func executable() throws -> URL {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let places = [
      beside, beside.appendingPathComponent("../../.."), root.appendingPathComponent(".build/debug"),
    ]
    for place in places.map({ $0.appendingPathComponent("limber") })
    where FileManager.default.isExecutableFile(atPath: place.path) {
      return place
    }
    throw NotBuilt()
  }

  /// A process that is under way. What it writes goes to files, so that it never waits for a reader.
  static func start(
    _ arguments: [String], in folder: String? = nil, output: String = "/dev/null",
    errors: String = "/dev/null", environment: [String: String] = [:]
  ) throws
    -> Process
  {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    if !environment.isEmpty {
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try writing(output)
    process.standardError = try writing(errors)
    try process.run()
    return process
  }

  private static func writing(_ path: String) throws -> FileHandle {
    // A device is not to be replaced by a file.
    if !path.hasPrefix("/dev/"), !FileManager.default.createFile(atPath: path, contents: nil) {
      throw NotBuilt()
    }
    guard let handle = FileHandle(forWritingAtPath: path) else { throw NotBuilt() }
    return handle
  }

  /// Runs it to its end.
  static func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let base = FileManager.default.temporaryDirectory.path + "/limber-run-\(UUID().uuidString)"
    defer { for end in [".out", ".err"] { try? FileManager.default.removeItem(atPath: base + end) } }
    let process = try start(
      arguments, in: folder, output: base + ".out", errors: base + ".err", environment: environment)
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: base + ".out")), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: base + ".err")), as: UTF8.self))
  }
}

extension FixtureSite {
  /// Runs git in the site's folder, whatever the machine's own settings are, and expects it to succeed.
  func git(_ arguments: String...) throws {
    #expect(try Git.run(arguments, in: path) == 0, "\(arguments)")
  }

  /// `limber check OPTIONS…`, and the seconds of processor time that it took: its own alone, whatever other tests start meanwhile.
  func timedCheck(_ options: String...) throws -> (status: Int32, seconds: Double) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let limber = try Limber.executable().path
    let command = [limber, "check", "--source", path, "--today", "2026-03-01"] + options
    // The first line of `times` is about the shell, the second about what it has started.
    process.arguments =
      ["-c", "\"$@\"; status=$?; LC_ALL=C; times > \"$0\"; exit $status", path(to: "times")] + command
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let seconds = try secondsOfAnIdleMachine {
      try process.run()
      process.waitUntilExit()
      let times = try text(of: "times").split { $0 == " " || $0 == "\n" }.map(Self.seconds)
      return times[2] + times[3]
    }
    return (process.terminationStatus, seconds)
  }

  /// `1m2.50s`
  private static func seconds(_ time: Substring) -> Double {
    let parts = time.dropLast().split(separator: "m").map { Double($0) ?? .nan }
    return 60 * parts[0] + parts[1]
  }

  /// `limber COMMAND --source SITE --today 2026-03-01 OPTIONS…`
  func limber(_ command: String, _ options: String..., today: String = "2026-03-01") throws -> Limber.Run {
    try Limber.run([command, "--source", path, "--today", today] + options)
  }
}
