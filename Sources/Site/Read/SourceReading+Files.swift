import Diagnostics
import Files
import SiteModel
import Text

extension SourceReading {
  /// The files below `Content` that are no articles, each as far as a build has to know it.
  static func readFiles(
    _ paths: [String], _ folder: SourceFolder, _ configuration: SiteConfiguration, _ workers: Workers,
    hashes: [String: FileHash]
  ) async throws -> [ContentFile] {
    let photographs = PhotographReader(folder: folder, settings: configuration.pictures, known: hashes)
    return try await workers.map(paths.count) { number in
      let path = paths[number]
      let url =
        Array(configuration.basePath.utf8)
        + URLText.encode(path: ComposedText.composed(String(path.dropFirst("Content".utf8.count))))
      var file = ContentFile(path: path, url: url, size: nil)
      let place = folder.path(to: path)
      guard file.isImage else {
        let head = try SystemCalls.read(place, first: FileContent.headBytes)
        let size = head.count < FileContent.headBytes ? head.count : try SystemCalls.status(place)?.size
        file.faults = FileFaults.find(path, head, size: size ?? head.count)
        if !configuration.allowsRawHTML { file.faults += try Download.faults(path, in: folder) }
        if VideoReading.isVideo(path) { file.video = try VideoReading(place) }
        if Captions.isCaptions(path) {
          let captions = Captions(try SystemCalls.read(place, first: Captions.mostBytes + 1), path: path)
          file.faults += captions.diagnostics
          file.captions = captions
        }
        return file
      }
      if path.lowercased().hasSuffix(".svg") {
        let bytes = try SystemCalls.read(place)
        if let fault = FileFaults.pointer(path, Array(bytes.prefix(FileContent.headBytes))) {
          (file.faults, file.size) = ([fault], ImageSize(width: 1, height: 1))
          return file
        }
        let drawing = Drawing(bytes, in: .file, file: path)
        file.faults = drawing.diagnostics + Drawing.unfinished(drawing.labels, bytes, file: path)
        file.keep(drawing, of: bytes)
        if let heavy = FileFaults.tooHeavy(drawing: path, bytes: bytes.count) { file.faults.append(heavy) }
        // Of a drawing whose faults are told, nobody needs to hear that it has no size.
        file.size = ImageSize(of: bytes) ?? (file.faults.errors == 0 ? nil : ImageSize(width: 1, height: 1))
      } else {
        let found = try photographs.read(path)
        (file.size, file.faults, file.photograph) = (found.size, found.faults, found.photograph)
      }
      return file
    }
  }
}
