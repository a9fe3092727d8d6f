import Diagnostics

/// One file of the site as a visitor would get it.
public struct PreviewFile: Sendable {
  public var bytes: [UInt8]
  /// Relative to the output folder, such as `causes/x/index.html`: tells the media type.
  public var path: String
  /// Why visitors would not get the page, in words that complete "This page is …"; nil when they would.
  public var withheld: String?

  public init(bytes: [UInt8], path: String, withheld: String? = nil) {
    self.bytes = bytes
    self.path = path
    self.withheld = withheld
  }
}

/// The site at one moment.
public struct PreviewSnapshot: Sendable {
  /// What stands before every path of the site's URLs: empty, or such as `/clinic`.
  public let basePath: String
  /// Each stylesheet as the designer named it and the path of its URL, which changes with its content.
  public let styles: [(name: String, url: String)]
  private let files: [String: PreviewFile]

  init(basePath: String, styles: [(name: String, url: String)], files: [String: PreviewFile]) {
    self.basePath = basePath
    self.styles = styles
    self.files = files
  }

  /// The file at the decoded path of a URL; nil when there is none.
  public func file(at path: String) -> PreviewFile? {
    guard path.hasPrefix(basePath + "/") else { return nil }
    let name = path.dropFirst(basePath.count + 1)
    return files[name.isEmpty || name.hasSuffix("/") ? name + "index.html" : String(name)]
  }

  /// The page for addresses that do not exist.
  public var notFound: PreviewFile? { files["404.html"] }
}

/// Keeps a site and brings it up to date.
public actor PreviewSite {
  private let options: BuildOptions
  private let source: SourceFolder

  /// Throws `BuildObstacle.noSource` when there is no folder to read.
  public init(_ options: BuildOptions) throws {
    guard let source = SourceFolder(options.source) else { throw BuildObstacle.noSource(options.source) }
    self.source = source
    self.options = options
  }

  /// Builds what a change of `changed` touches: paths of files or folders relative to the source folder, nil
  /// standing for everything. The snapshot is nil while the site has errors.
  public func update(_ changed: Set<String>?) async -> (report: BuildReport, snapshot: PreviewSnapshot?) {
    var report = BuildReport()
    let output = "/tmp/limber-preview-\(source.path.hashValue)-\(SystemCalls.monotonicSeconds())"
    var options = options
    options.output = output
    defer { try? FolderTree.remove(output) }
    do {
      report = try await SiteBuild(options).build()
      guard report.publishedTo != nil, let site = report.site else { return (report, nil) }
      return (report, try Self.snapshot(site, output))
    } catch let failure as FileFailure {
      report.diagnostics.append(.error(.cannotRead, file: nil, at: nil, failure.sentence))
    } catch {
      report.diagnostics.append(
        .error(.cannotRead, file: nil, at: nil, "Another build of this site is running."))
    }
    return (report, nil)
  }

  private static func snapshot(_ site: CheckedSite, _ folder: String) throws -> PreviewSnapshot {
    var files: [String: PreviewFile] = [:]
    var open = [""]
    while let next = open.popLast() {
      for (name, kind) in try SystemCalls.list(folder + next) {
        let path = next + "/" + name
        if kind == .folder { open.append(path) }
        if kind == .file, name != OutputFolder.marker {
          let relative = String(path.dropFirst())
          files[relative] = PreviewFile(bytes: try SystemCalls.read(folder + path), path: relative)
        }
      }
    }
    let base = site.index.basePath.count
    for article in site.index.articles {
      if let withheld = article.withheld {
        let url = URLText.decode(article.url.dropFirst(base + 1))
        files[String(decoding: url, as: UTF8.self) + "index.html"]?.withheld = withheld.rawValue
      }
    }
    let styles = site.assets.filter { $0.path.hasSuffix(".css") }.map {
      (name: $0.name, url: String(decoding: site.index.basePath + $0.url, as: UTF8.self))
    }
    return PreviewSnapshot(
      basePath: String(decoding: site.index.basePath, as: UTF8.self), styles: styles, files: files)
  }
}
