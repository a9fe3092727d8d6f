import Foundation

/// A library in C that is loaded before all others, so that its functions take the place of theirs.
enum PreloadedLibrary {
  /// Builds one of `Tests/FailingCalls` into `folder`; nil, said plainly, where that does not work.
  static func build(_ name: String, in folder: String, for tests: String) throws -> String? {
    #if os(Linux)
      let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("FailingCalls/\(name).c").path
      for compiler in ["cc", "clang"] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [compiler, "-shared", "-fPIC", "-O1", "-o", "\(folder)/\(name).so", source]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus == 0 { return "\(folder)/\(name).so" }
      }
    #endif
    print("\(tests): not run, since calls cannot be made to fail on this machine.")
    return nil
  }
}
