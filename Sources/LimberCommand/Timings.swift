import Files
import Site

/// What a build or check took, stage by stage, as a table and as JSON.
struct Timings {
  private let stages: [StageTiming]
  private let seconds: Double
  private let processorSeconds: Double
  private let articles: Int
  /// Of the texts of articles, in every language.
  private let hits: Int
  private let misses: Int
  private let cacheRemark: String?
  private let peakBytes: Int

  /// Up to now.
  init(_ progress: BuildProgress, of report: BuildReport) {
    stages = progress.timings
    seconds = stages.reduce(0) { $0 + $1.seconds }
    processorSeconds = stages.reduce(0) { $0 + $1.processorSeconds }
    articles = report.articles
    hits = report.cachedArticles
    misses = report.articles + report.translations - hits
    cacheRemark = report.cacheRemark
    peakBytes = SystemCalls.peakMemoryBytes()
  }

  var table: String {
    var out = Self.row("stage", ["wall s", "CPU s", "articles/s"])
    for stage in stages { out += row(stage.stage.rawValue, stage.seconds, stage.processorSeconds) }
    out += row("all", seconds, processorSeconds)
    out += "Cache: \(Self.grouped(hits)) of \(Self.grouped(hits + misses)) articles found in it, "
    out += "\(Self.grouped(misses)) not.\n"
    if let cacheRemark { out += "Cache: \(cacheRemark)\n" }
    return out + "Peak memory: \(Self.decimal(Double(peakBytes) / 1e6, places: 1)) MB.\n"
  }

  /// An object; seconds to the millionth, so that short stages can be added up.
  var json: String {
    func members(_ wall: Double, _ processor: Double) -> String {
      """
      "seconds":\(Self.decimal(wall, places: 6)),"cpu-seconds":\(Self.decimal(processor, places: 6)),\
      "articles-per-second":\(rate(wall))
      """
    }
    let list = stages.map {
      "{\"stage\":\"\($0.stage.rawValue)\",\(members($0.seconds, $0.processorSeconds))}"
    }
    return """
      {"stages":[\(list.joined(separator: ","))],\(members(seconds, processorSeconds)),"articles":\(articles),\
      "cache":{"hits":\(hits),"misses":\(misses)},"peak-memory-bytes":\(peakBytes)}
      """
  }

  private func row(_ name: String, _ wall: Double, _ processor: Double) -> String {
    Self.row(
      name,
      [
        Self.decimal(wall, places: 3), Self.decimal(processor, places: 3), Self.grouped(rate(wall)),
      ])
  }

  private func rate(_ wall: Double) -> Int { wall > 0 ? Int((Double(articles) / wall).rounded()) : 0 }

  private static func row(_ name: String, _ cells: [String]) -> String {
    func padding(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count))
    }
    return name + padding(name, 10) + cells.map { padding($0, 12) + $0 }.joined() + "\n"
  }

  /// 1234567 as `1,234,567`.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var out = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return out
  }

  /// With that many digits behind the point; not negative.
  static func decimal(_ value: Double, places: Int) -> String {
    let unit = (0..<places).reduce(1) { result, _ in result * 10 }
    let whole = Int((max(0, value) * Double(unit)).rounded())
    let rest = String(whole % unit)
    return "\(whole / unit)." + String(repeating: "0", count: places - rest.count) + rest
  }
}
