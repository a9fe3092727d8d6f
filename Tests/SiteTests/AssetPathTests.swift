import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// What scripts start, import and make: workers, packages, files of the site by paths of their own.
@Suite struct AssetPathTests {
  private static func told(
    _ script: String, _ others: [String: String?] = [:], policy: String = ""
  ) async throws -> [String] {
    var files = others
    files["Templates/assets/a.js"] = script + "\n"
    if !policy.isEmpty { files["site.yaml"] = PolicyFixture.settings(policy) }
    return try await faults(files).map { $0.replacing("Templates/assets/", with: "") }
  }

  // MARK: Stylesheets

  @Test(arguments: [
    (
      "url(\"/assets/nope.svg\")",
      "is not a file of this site. » Save the file in `Templates/assets`, and write `./nope.svg`."
    ),
    (
      "url(/fonts/none.woff2)",
      "is not a file of this site. » Save the file in `Templates/assets`, and write `./none.woff2`."
    ),
    (
      "url('/assets/wave.svg')",
      "is not a file of this site. » Write `./wave.svg`: its published name changes with its content."
    ),
  ])
  func filesThatAStylesheetLacks(address: String, told: String) async throws {
    let path = address.dropFirst(4).dropLast().filter { $0 != "\"" && $0 != "'" }
    let found = try await faults([
      "Templates/assets/site.css": "main { background: \(address); }\n",
      "Templates/assets/wave.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0,0h9\"/></svg>",
    ]).filter { !$0.contains("unused-file") }
    expectFaults(
      found.map { $0.split(separator: "missing-asset: ").last.map(String.init) ?? "" },
      ["`\(path)` \(told)"])
  }

  /// A server tells capitals from small letters.
  @Test func anotherCase() async throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0,0h9\"/></svg>"
    expectFaults(
      try await faults([
        "Templates/assets/site.css": "main { background: url(/Hip.svg); }\n", "Templates/root/hip.svg": svg,
      ]),
      [
        "Templates/assets/site.css:1:24: error missing-asset: `/Hip.svg` is not a file of this site. » Save the file in `Templates/assets`, and write `./Hip.svg`."
      ])
  }

  @Test(arguments: ["url(\"/hip.svg\")", "url(#a)", "url(data:image/png;base64,AA==)", "url(\"wave.svg\")"])
  func filesThatAStylesheetHas(address: String) async throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0,0h9\"/></svg>"
    expectFaults(
      try await faults([
        "Templates/assets/site.css": "main { background: \(address); }\n", "Templates/assets/wave.svg": svg,
        "Templates/root/hip.svg": svg,
      ]).filter { $0.contains("missing-asset") }, [])
  }

  // MARK: What no policy allows

  @Test(
    arguments: [
      ("new Worker(\"https://work.example/w.js\")", 13, "w.js"),
      (
        "const w = new SharedWorker ( 'https://cdn.example/pool.mjs?v=1', { type: \"module\" })", 31,
        "pool.mjs"
      ),
      ("run(new window.Worker(`//cdn.example/x/${name}`))", 24, "worker.js"),
      ("new Worker(new URL(\"https://cdn.example/deep/\", import.meta.url))", 21, "worker.js"),
    ] as [(String, Int, String)])
  func workersElsewhere(script: String, column: Int, name: String) async throws {
    // No setting lets a browser take a worker from another site.
    for policy in ["", "content-policy: {script: [https://work.example, https://cdn.example]}"] {
      expectFaults(
        try await Self.told(script, policy: policy),
        [
          "a.js:1:\(column): error content-policy: This worker would not start: browsers take it only from the site itself. » Save its script in `Templates/assets`, and start it with `new URL(\"./\(name)\", import.meta.url)`."
        ])
    }
  }

  @Test(arguments: [
    ("new Worker(URL.createObjectURL(new Blob([code])))", "1:12", "blob"),
    ("const url = URL.createObjectURL(blob);\nif (url) {\n  pool.push(new Worker(url));\n}", "3:24", "blob"),
    ("this.made = window.URL.createObjectURL(blob)\nnew SharedWorker(this.made, \"p\")", "2:18", "blob"),
    ("new Worker(\"blob:https://clinic.example/1\")", "1:13", "blob"),
    ("new Worker(\"data:text/javascript,go()\")", "1:13", "data"),
  ])
  func workersMadeOfText(script: String, place: String, scheme: String) async throws {
    expectFaults(
      try await Self.told(script),
      [
        "a.js:\(place): error content-policy: This worker would not start: `content-policy` does not allow addresses that start with `\(scheme):`. » Write its code into a file in `Templates/assets`, and start it with `new URL(\"./worker.js\", import.meta.url)`."
      ])
  }

  @Test func serviceWorkersElsewhere() async throws {
    expectFaults(
      try await Self.told(
        """
        navigator.serviceWorker
          .register("https://push.example/push-sw.js")
        navigator.serviceWorker?.register(URL.createObjectURL(blob))
        """),
      [
        "a.js:2:14: error content-policy: This worker would not start: browsers take it only from the site itself. » Save its script in `Templates/root`, and register it as `/push-sw.js`.",
        "a.js:3:35: error content-policy: This worker would not start: `content-policy` does not allow addresses that start with `blob:`. » Write its code into a file in `Templates/root`, and register it as `/worker.js`.",
      ])
  }

  @Test func madeScriptsAndSources() async throws {
    let file = "Save what it holds as a file in `Templates/assets`, and write the name it has there."
    let drawn = "Use the address of a file. A picture that the page makes can be drawn into a `<canvas>`."
    expectFaults(
      try await Self.told(
        """
        await import(URL.createObjectURL(blob)); importScripts("data:text/javascript,1")
        context.audioWorklet.addModule(`data:text/javascript,${code}`)
        photo.src = URL.createObjectURL(file); film.src = "data:video/mp4;base64,AA"
        """),
      [
        "a.js:1:14: error content-policy: This script would not load: `content-policy` does not allow addresses that start with `blob:`. » \(file)",
        "a.js:1:57: error content-policy: This script would not load: `content-policy` does not allow addresses that start with `data:`. » \(file)",
        "a.js:2:33: error content-policy: This script would not load: `content-policy` does not allow addresses that start with `data:`. » \(file)",
        "a.js:3:13: error content-policy: This source would not load: `content-policy` does not allow addresses that start with `blob:`. » \(drawn)",
        "a.js:3:52: error content-policy: This source would not load: `content-policy` does not allow addresses that start with `data:`. » \(drawn)",
      ])
  }

  /// What a setting allows.
  @Test(arguments: [
    ("importScripts('/sw-base.js', \"https://tools.example/b.js\")", 31, "https://tools.example", "script"),
    ("const { a } = await import(`https://cdn.example/${name}.js`)", 29, "https://cdn.example", "script"),
    ("audio.paintWorklet.addModule(\"https://art.example/p.js\")", 31, "https://art.example", "script"),
  ])
  func allowed(script: String, column: Int, site: String, directive: String) async throws {
    let root = ["Templates/root/sw-base.js": "go()"]
    expectFaults(
      try await Self.told(script, root),
      [
        "a.js:1:\(column): error content-policy: This script would not load: `content-policy` does not allow `\(site)`. » \(PolicyFixture.write(directive, site))"
      ])
    #expect(try await Self.told(script, root, policy: "content-policy: {\(directive): [\(site)]}") == [])
  }

  // MARK: What the site lacks

  @Test func missingFiles() async throws {
    let found = try await Self.told(
      """
      new Worker(new URL("./tiemr.js", import.meta.url)); new Worker("timer.js")
      new SharedWorker("/assets/timer.js"); navigator.serviceWorker.register("/sw.js")
      navigator.serviceWorker.register("offline.js"); import("/deep/chart.js")
      importScripts("none.js", "./timer.js"); new Worker(new URL("other.js", location))
      import x from "three"; import "@scope/deep/chart.js"; await import("chart")
      new URL("nothing.json", document.currentScript.src)
      context.audioWorklet.addModule("timer.js"); import("https://clinic.example/nowhere.js?v=2")
      """,
      [
        "Templates/assets/timer.js": "go()", "Templates/assets/deep/chart.js": "export const a = 1",
        "Templates/root/offline.js": "go()",
      ])
    let changes = "its published name changes with its content."
    let page = "starts at the page that loads this script, where no such file is."
    let package = "is the name of a package, which browsers cannot find."
    expectFaults(
      found,
      [
        "a.js:1:21: error missing-asset: `./tiemr.js` is not in `Templates/assets`. » Did you mean `timer.js`?",
        "a.js:1:65: error missing-asset: `timer.js` \(page) » Write `new URL(\"./timer.js\", import.meta.url)`: \(changes)",
        "a.js:2:19: error missing-asset: `/assets/timer.js` is not a file of this site. » Write `new URL(\"./timer.js\", import.meta.url)`: \(changes)",
        "a.js:2:73: error missing-asset: `/sw.js` is not a file of this site. » Save the file in `Templates/root`, and write `/sw.js`.",
        "a.js:3:35: error missing-asset: `offline.js` \(page) » Write `/offline.js`.",
        "a.js:3:57: error missing-asset: `/deep/chart.js` is not a file of this site. » Write `./deep/chart.js`: \(changes)",
        "a.js:4:16: error missing-asset: `none.js` is not in `Templates/assets`.",
        "a.js:4:61: error missing-asset: `other.js` \(page) » Save the file in `Templates/assets`, and write `new URL(\"./other.js\", import.meta.url)`.",
        "a.js:5:16: error missing-asset: `three` \(package) » Save the file in `Templates/assets`, and write `./three.js`.",
        "a.js:5:32: error missing-asset: `@scope/deep/chart.js` \(package) » Write `./deep/chart.js`: \(changes)",
        "a.js:5:69: error missing-asset: `chart` \(package) » Write `./deep/chart.js`: \(changes)",
        "a.js:6:10: error missing-asset: `nothing.json` is not in `Templates/assets`.",
        "a.js:7:33: error missing-asset: `timer.js` \(page) » Write `new URL(\"./timer.js\", import.meta.url)`: \(changes)",
        "a.js:7:53: error missing-asset: `https://clinic.example/nowhere.js` is not a file of this site. » Save the file in `Templates/assets`, and write `./nowhere.js`.",
      ])
  }

  /// From a deeper folder, and on a site below a path.
  @Test func belowAPath() async throws {
    let found = try await faults([
      "site.yaml": FixtureSite.configuration("https://clinic.example/", "https://clinic.example/knee/"),
      "Templates/assets/parts/deep/a.js": """
      new Worker("/w.js"); new Worker("/knee/w.js"); new Worker(new URL("../../../w.js", import.meta.url))
      new Worker("b.js"); import "../../../chart-data.js"
      """,
      "Templates/assets/parts/b.js": "go()",
      "Templates/root/w.js": "go()",
    ])
    expectFaults(
      found.map { $0.replacing("Templates/assets/parts/deep/", with: "") },
      [
        "a.js:1:13: error missing-asset: `/w.js` is outside this site, which starts at `/knee/`. » Write `new URL(\"../../../w.js\", import.meta.url)`.",
        "a.js:2:13: error missing-asset: `b.js` starts at the page that loads this script, where no such file is. » Write `new URL(\"../b.js\", import.meta.url)`: its published name changes with its content.",
        "a.js:2:29: error missing-asset: `../../../chart-data.js` is not in `Templates/assets`. » Save the file in `Templates/assets`, and write `../../chart-data.js`.",
      ])
  }

  /// What a script finds beside itself is published under another name, which is written into the script.
  @Test func names() async throws {
    let site = try FixtureSite([
      "Templates/assets/a.js": """
      new Worker(new URL("./w.js?v=2", import.meta.url), { type: "module" });
      fetch(new URL('table.json', import.meta.url));
      """,
      "Templates/assets/w.js": "importScripts(\"part.js\", './deep/more.js');",
      "Templates/assets/part.js": "1", "Templates/assets/deep/more.js": "2",
      "Templates/assets/table.json": "[]",
    ])
    #expect(site.lines(try await site.build()) == [])
    let published = try site.snapshot()
    func name(_ start: String) throws -> String {
      try #require(published.names.first { $0.hasPrefix("assets/\(start).") })
    }
    let (script, worker) = (try name("a"), try name("w"))
    #expect(
      published.text(script) == """
        new Worker(new URL("./\(worker.dropFirst(7))?v=2", import.meta.url), { type: "module" });
        fetch(new URL('\(try name("table").dropFirst(7))', import.meta.url));
        """)
    #expect(
      published.text(worker)
        == "importScripts(\"\(try name("part").dropFirst(7))\", './\(try name("deep/more").dropFirst(7))');")
  }

  // MARK: What stays quiet

  @Test(arguments: [
    "new Worker(field.dataset.worker)", "new Worker(address, { type: \"module\" })", "Worker(\"none.js\")",
    "new pool.Worker(\"queue\")", "new MyWorker(\"none.js\")", "// new Worker(\"https://no.example/\")",
    "/*\n new Worker(\"none.js\")\n import \"none\"\n*/", "router.register(\"/none\")",
    "tools.addModule('none')",
    "const t = \"taken from 'here'\"", "Array.from('abc')", "const from = 'abc'; pick(from, \"abc\")",
    "import(\"./a.js\")", "new URL(\"../find/\", import.meta.url)", "new URL('./', import.meta.url)",
    "new URL(\"/search/\", location.href)", "new URL(\"here\", base)",
    "new URL(`../data/${id}`, import.meta.url)",
    "const url = URL.createObjectURL(blob); link.href = url", "fetch(URL.createObjectURL(blob))",
    "function save(blob) { const url = URL.createObjectURL(blob) }\nfunction show(url) { photo.src = url }",
    "navigator.serviceWorker.register(\"/offline.js\")", "importScripts(name)", "fetch(\"/nowhere.json\")",
    "new Worker(`/work/${name}.js`)", "import { a } from \"./a.js\"; const s = { import: \"none\" }",
    "import(\"https://clinic.example/offline.js\")", "import '../offline.js'", "new Worker(\"\")",
  ])
  func ordinary(script: String) async throws {
    #expect(try await Self.told(script, ["Templates/root/offline.js": "go()"]) == [])
  }
}
