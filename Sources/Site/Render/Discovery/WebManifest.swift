import SiteModel
import Text

/// What a browser shows for a site that is put on a home screen (W3C Web Application Manifest).
enum WebManifest {
  /// What templates call the asset that is the icon.
  private static let icon = "favicon-svg"

  static func bytes(_ configuration: SiteConfiguration, assets: [Asset]) -> [UInt8] {
    let base = Array(configuration.basePath.utf8)
    var json = JSONWriter()
    json.open("{")
    json.key("name")
    json.text(configuration.name)
    json.key("short_name")
    json.text(configuration.name)
    json.key("lang")
    json.text(configuration.language)
    json.key("start_url")
    json.text(base + [UInt8(ascii: "/")])
    if let asset = assets.first(where: { $0.name == icon }) {
      json.key("icons")
      json.open("[")
      json.open("{")
      json.key("src")
      json.text(base + asset.url)
      json.key("sizes")
      json.text("any")
      json.key("type")
      json.text("image/svg+xml")
      json.close("}")
      json.close("]")
    }
    json.close("}")
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
