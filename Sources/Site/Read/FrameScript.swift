import SiteModel

/// What makes the button in front of a frame show it: `Browser/frame.js`. A site whose pages may show frames of other sites has
/// the script of the program that builds it, unless its designers put a file of the same name into `Templates/assets`.
enum FrameScript {
  static let path = "Templates/assets/frame.js"

  static var bytes: [UInt8] { PackageResources.frame_js }

  /// Whether pages may show frames of other sites.
  static func isNeeded(_ configuration: SiteConfiguration) -> Bool {
    configuration.sources[.frame].contains { !$0.isOwn }
  }
}
