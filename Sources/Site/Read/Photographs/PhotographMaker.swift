import Files
import SiteModel
import Synchronization
import Text

/// Makes the published files of photographs, each only once: a cache keeps them by what they are made from.
package final class PhotographMaker: Sendable {
  private let source: SourceFolder
  private let cache: CacheFolder?
  /// The program, asked for by the first photograph: a site without any needs none.
  private let program = Mutex<PhotographProgram?>(nil)

  package init(_ source: SourceFolder, cache: CacheFolder?) {
    self.source = source
    self.cache = cache
  }

  /// What a cache's file is called.
  static let cacheStart = "picture-"

  /// The program, with all that files of the cache depend on beside their originals; nil of these without a cache.
  private func tools() throws(PhotographProgram.Failure) -> (program: PhotographProgram, cache: KeptVersions?)
  {
    let found: PhotographProgram
    if let known = program.withLock({ $0 }) {
      found = known
    } else {
      found = try PhotographProgram()
      program.withLock { $0 = found }
    }
    guard let cache,
      let circumstances = cache.circumstances(FileHash(Array("pictures 1 \(found.version)".utf8)))
    else { return (found, nil) }
    return (found, KeptVersions(folder: cache, circumstances: circumstances))
  }

  private struct KeptVersions {
    let folder: CacheFolder
    let circumstances: FileHash

    func name(_ version: Photograph.Version, of photograph: Photograph) -> String {
      PhotographMaker.cacheStart + photograph.cacheKey(of: version, circumstances).name
    }
  }

  var isProgramMissing: Bool {
    do throws(PhotographProgram.Failure) {
      _ = try tools()
      return false
    } catch {
      if case .missing = error { return true }
      return false
    }
  }

  /// Sees to it that a photograph can be published: makes all versions that the cache lacks, or, without a cache, finds out
  /// whether it can be read.
  func prepare(_ photograph: Photograph) throws(PhotographProgram.Failure) {
    let (program, kept) = try tools()
    let missing = photograph.versions.filter { version in
      kept.map { !$0.folder.has($0.name(version, of: photograph)) } ?? true
    }
    if missing.isEmpty { return }
    let upright = try program.upright(photograph, try original(photograph))
    guard let kept else { return }
    for version in missing {
      try keep(try program.bytes(version, of: photograph, from: upright), version, of: photograph, in: kept)
    }
  }

  /// The bytes of one version, from the cache if it has them.
  func bytes(of version: Photograph.Version, of photograph: Photograph) throws(PhotographProgram.Failure)
    -> [UInt8]
  {
    let (program, kept) = try tools()
    if let kept, let bytes = kept.folder.read(kept.name(version, of: photograph)) { return Array(bytes) }
    let upright = try program.upright(photograph, try original(photograph))
    let bytes = try program.bytes(version, of: photograph, from: upright)
    if let kept { try keep(bytes, version, of: photograph, in: kept) }
    return bytes
  }

  /// What the bytes of one version follow from; nil without a cache, whose circumstances it needs.
  func fingerprint(of version: Photograph.Version, of photograph: Photograph) -> FileHash? {
    guard let kept = try? tools().cache else { return nil }
    return photograph.cacheKey(of: version, kept.circumstances)
  }

  /// Removes from a cache that only this site uses what no photograph needs any more. A site without photographs does not ask
  /// for the program: its start takes longer than a build of a hundred articles.
  func removeOthers(than photographs: [Photograph]) {
    guard let cache, !cache.isChosen else { return }
    var needed: Set<String> = []
    if !photographs.isEmpty {
      guard let kept = try? tools().cache else { return }
      for photograph in photographs {
        for version in photograph.versions { needed.insert(kept.name(version, of: photograph)) }
      }
    }
    guard let names = try? SystemCalls.list(cache.path) else { return }
    for (name, kind) in names
    where kind == .file && name.hasPrefix(Self.cacheStart) && !needed.contains(name) {
      try? SystemCalls.removeFile(cache.path(to: name))
    }
  }

  private func keep(
    _ bytes: [UInt8], _ version: Photograph.Version, of photograph: Photograph, in kept: KeptVersions
  ) throws(PhotographProgram.Failure) {
    do throws(FileFailure) {
      try kept.folder.replace(kept.name(version, of: photograph), with: RecordWriter(bytes))
    } catch { throw .disk(error) }
  }

  /// The original, which its name and address promise.
  private func original(_ photograph: Photograph) throws(PhotographProgram.Failure) -> [UInt8] {
    do throws(FileFailure) {
      let bytes = try source.readInside(photograph.path)
      guard FileHash(bytes) == photograph.hash else { throw FileFailure.changed(photograph.path) }
      return bytes
    } catch { throw .disk(error) }
  }
}
