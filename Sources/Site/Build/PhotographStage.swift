import Diagnostics
import Text

/// Finds out whether all photographs of a site can be published, and makes what the cache lacks of them, on all cores.
package struct PhotographStage {
  let photographs: [Photograph]
  let maker: PhotographMaker
  let workers: Workers
  let progress: BuildProgress

  /// What is wrong with them. Throws `FileFailure`.
  func run() async throws -> [Diagnostic] {
    if photographs.isEmpty { return [] }
    progress.enter(.photographs)
    progress.expectMore(photographs.count)
    let faults = try await workers.map(photographs.count, runLength: 1, start: ()) {
      [photographs, maker, progress] _, number throws -> Fault? in
      defer { progress.advance() }
      do throws(PhotographProgram.Failure) {
        try maker.prepare(photographs[number])
        return nil
      } catch {
        switch error {
        case .missing: return .missing
        case .refused: return .refused
        case .disk(let failure): throw failure
        }
      }
    }
    // One slip, however many photographs there are.
    if faults.contains(.missing) { return [Self.missingProgram(photographs[0])] }
    return zip(photographs, faults).compactMap { photograph, fault in
      guard fault == .refused else { return nil }
      return .error(
        .badImage, file: photograph.path, at: nil,
        "`\(PathText.name(of: photograph.path))` is damaged or not complete, so it cannot be shown.",
        hint:
          "Copy the file again from where it comes from, or open it in a picture program and save it anew.")
    }
  }

  private static func missingProgram(_ photograph: Photograph) -> Diagnostic {
    .error(
      .missingProgram, file: photograph.path, at: nil,
      "To publish photographs, Limber needs the program `vipsthumbnail`, which is not on this machine.",
      hint:
        "Install it with `sudo apt install libvips-tools` or `brew install vips`. Or write `pictures: {process: false}` in `site.yaml`: photographs are then published as they are."
    )
  }

  /// For a preview, which makes each photograph when somebody looks at it: whether it can.
  package static func fault(in site: CheckedSite, _ maker: PhotographMaker) -> Diagnostic? {
    // Which of them readers get is not asked where there is none.
    guard site.index.files.contains(where: { $0.photograph != nil }), let first = site.photographs.first,
      maker.isProgramMissing
    else { return nil }
    return missingProgram(first)
  }

  private enum Fault {
    case missing, refused
  }
}
