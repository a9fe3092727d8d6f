import FixtureSite
import Foundation
import Testing

/// The house stands as `docs/architecture.md` says.
@Suite struct ArchitectureTests {
  private let targets: [PackageManifest.Target]
  private let sources: [String: String]

  init() throws {
    var sources: [String: String] = [:]
    for folder in ["Sources", "Tests", "Plugins", "Examples"] {
      let files = try FolderSnapshot(of: Example.repository + "/" + folder).contents
      for (path, bytes) in files where path.hasSuffix(".swift") {
        sources[folder + "/" + path] = String(decoding: bytes, as: UTF8.self)
      }
    }
    self.sources = sources
    let manifest = try String(contentsOfFile: Example.repository + "/Package.swift", encoding: .utf8)
    targets = PackageManifest(manifest).targets
  }

  @Test func everyTargetIsRead() {
    #expect(targets.count > 30)
    #expect(sources.count > 300)
    let rooms = targets.filter { !$0.path.hasPrefix("Tests/") }.map(\.name)
    #expect(Set(rooms) == Set(Storeys.rooms.map(\.name)))
    #expect(targets.contains { $0.name == "StarterFiles" && $0.path == "Examples" })
  }

  @Test func roomsNameThoseBelowThem() {
    #expect(Storeys.faults(in: targets) == [])
    var below = Set(Storeys.rooms.map(\.name))
    for room in Storeys.rooms {
      below.remove(room.name)
      let products: Set = ["ArgumentParser", "FlyingFox", "FlyingSocks"]
      #expect(room.names.subtracting(products).isSubset(of: below), "the table's row `\(room.name)`")
    }
  }

  @Test func noTargetNeedsItself() { #expect(Storeys.circles(in: targets) == []) }

  @Test func filesImportWhatTheirTargetsDeclare() {
    #expect(Imports.faults(in: targets, sources) == [])
  }

  @Test func noStageNeedsALaterOne() {
    let site = sources.filter { $0.key.hasPrefix("Sources/Site/") }
    let files = Dictionary(
      uniqueKeysWithValues: site.map { (String($0.key.dropFirst("Sources/Site/".count)), $0.value) })
    #expect(files.count > 80)
    let below = sources.filter { $0.key.hasPrefix("Sources/") && site[$0.key] == nil }
    #expect(Stages.faults(in: files, below: below.values) == [])
  }
  /// A name that the library takes from the type costs half of each start (`Limber` says why).
  @Test func commandsSayTheirNames() {
    let files = sources.filter { $0.key.hasPrefix("Sources/LimberCommand/") }.values
    let commands = files.flatMap { $0.components(separatedBy: "CommandConfiguration(").dropFirst() }
    #expect(commands.count > 15)
    for command in commands {
      #expect(command.drop(while: \.isWhitespace).hasPrefix("commandName: "), "\(command.prefix(60))")
    }
  }
}
