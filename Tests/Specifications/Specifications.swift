import Foundation

/// Where the specifications' own suites are, for every test target that runs one. They are not part of the
/// repository: `scripts/specifications` finds or fetches them.
public enum Specifications {
  /// The folder that the environment variable `LIMBER_SPECS` names; without it `shared/spec` beside the clone, or what
  /// `scripts/specifications` fetched.
  private static let folders: [URL] = {
    if let named = environment["LIMBER_SPECS"], !named.isEmpty { return [URL(fileURLWithPath: named)] }
    let clone = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { place, _ in
      place.deletingLastPathComponent()
    }
    return ["../shared/spec", "../../shared/spec", ".build/specifications"].map {
      clone.appendingPathComponent($0)
    }
  }()

  /// Whether a suite, named by its path in the folder, is tested: where it is there, and where `LIMBER_REQUIRE_SPECS=1`
  /// makes its absence a failure.
  public static func test(_ suite: String) -> Bool {
    place(of: suite) != nil || environment["LIMBER_REQUIRE_SPECS"] == "1"
  }

  /// Why a suite is not tested.
  public static let absence = "The specification's suite is not here: run scripts/specifications"

  /// The bytes of a file in the folder.
  public static func contents(of suite: String) throws -> Data {
    guard let place = place(of: suite) else { throw CocoaError(.fileNoSuchFile) }
    return try Data(contentsOf: place)
  }

  private static func place(of suite: String) -> URL? {
    folders.map { $0.appendingPathComponent(suite) }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
}
