import Diagnostics
import Testing
import YAML

@testable import SiteModel

/// Works as programs export them, and how each is shown.
@Suite struct ReferenceFormatTests {
  /// A work's members beside its id, its line in the list and its link.
  struct Work: Sendable, CustomTestStringConvertible {
    let program: String
    let json: String
    let html: String
    var link = ""

    var testDescription: String { "\(program): \(html.prefix(30))" }
  }

  @Test(arguments: zotero + mendeley + endNote + crossref + pubMed + odd)
  func isShown(_ work: Work) throws {
    var found: [Diagnostic] = []
    let references = References(Array("[{\"id\": \"a\", \(work.json)}]".utf8), into: &found)
    #expect(found.map(\.line) == [])
    let reference = try #require(references.works.first)
    #expect(String(decoding: reference.html, as: UTF8.self) == work.html)
    #expect(String(decoding: reference.link, as: UTF8.self) == work.link)
  }

  static let zotero = [
    Work(
      program: "Zotero",
      json:
        #""type": "article-journal", "title": "Load management in hikers.", "author": [{"family": "Berg", "given": "Johanna", "non-dropping-particle": "van der"}, {"family": "King", "given": "Martin Luther", "suffix": "Jr."}], "container-title": "Journal of Sports &amp; Walking", "volume": "12", "issue": "3", "page": "101-109", "DOI": "10.1234/jsw.2019.03", "issued": {"date-parts": [["2019", 3]]}"#,
      html:
        "van der Berg J, King ML Jr. <cite>Load management in hikers</cite>. <i>Journal of Sports &amp; Walking</i>. 2019;12(3):101–109.",
      link: "https://doi.org/10.1234/jsw.2019.03"),
    Work(
      program: "Zotero",
      json:
        #""type": "article-journal", "title": "<i>Staphylococcus</i> after VO<sub>2</sub>max tests", "author": [{"family": "Beethoven", "given": "Ludwig van"}], "container-title": "Lab", "issued": {"date-parts": [["2001"]]}"#,
      html: "van Beethoven L. <cite>Staphylococcus after VO<sub>2</sub>max tests</cite>. <i>Lab</i>. 2001."),
    Work(
      program: "Zotero",
      json:
        #""type": "book", "title": "Hip handbook", "editor": [{"family": "Stone", "given": "Ann"}, {"family": "Hill", "given": "Bo"}], "publisher": "Oak Press", "issued": {"date-parts": [["2011"]]}"#,
      html: "Stone A, Hill B, eds. <cite>Hip handbook</cite>. <i>Oak Press</i>. 2011."),
    Work(
      program: "Zotero",
      json:
        #""type": "report", "title": "Guidelines on activity", "author": [{"literal": "World Health Organization"}], "publisher": "WHO", "URL": "https://who.example/a page?x=“y”", "issued": {"date-parts": [["2020", 11, 25]]}"#,
      html: "World Health Organization. <cite>Guidelines on activity</cite>. <i>WHO</i>. 2020.",
      link: "https://who.example/a%20page?x=%E2%80%9Cy%E2%80%9D"),
    Work(
      program: "Zotero",
      json:
        #""type": "article-journal", "title": "From the field Extra", "note": "Citation Key: x\nDOI: 10.5555/extra", "issued": {"date-parts": [["2015"]]}"#,
      html: "<cite>From the field Extra</cite>. 2015.", link: "https://doi.org/10.5555/extra"),
    Work(
      program: "Zotero",
      json:
        #""type": "webpage", "title": "Walking", "author": [{"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}], "issued": {"literal": "n.d."}, "URL": "HTTPS://Walk.example/A""#,
      html: "von Humboldt A. <cite>Walking</cite>. n.d.", link: "HTTPS://Walk.example/A"),
  ]

  static let mendeley = [
    Work(
      program: "Mendeley",
      json:
        #""type": "article-journal", "title": "Two years of hips", "author": [{"dropping-particle": "", "family": "O'Neill", "given": "S. J.", "non-dropping-particle": "", "parse-names": false, "suffix": ""}], "container-title": "Br. J. Sports Med.", "volume": "50", "page": "1-9", "DOI": "doi:10.1136/BJSM.50", "issued": {"date-parts": [["2015"], ["2016"]]}"#,
      html: "O'Neill SJ. <cite>Two years of hips</cite>. <i>Br. J. Sports Med</i>. 2015–2016;50:1–9.",
      link: "https://doi.org/10.1136/BJSM.50"),
    Work(
      program: "Mendeley",
      json:
        #""type": "article-journal", "title": "Is rest enough?", "author": [{"family": "d'", "given": ""}, {"family": "Artagnan", "given": "Charles", "dropping-particle": "d'"}], "issue": "19", "page": "11-12", "issued": {"date-parts": [["2016"]]}"#,
      html: "d', d'Artagnan C. <cite>Is rest enough?</cite> 2016;(19):11–12."),
    Work(
      program: "Mendeley",
      json: #""type": "article-journal", "title": "Hips & hills", "page": "1-9""#,
      html: "<cite>Hips &amp; hills</cite>. 1–9."),
    Work(
      program: "Mendeley",
      json:
        #""title": "Old work", "author": [{"family": "Müller-Lüdenscheidt", "given": "Hans-Peter"}], "issued": {"date-parts": [[1998]], "circa": true}"#,
      html: "Müller-Lüdenscheidt HP. <cite>Old work</cite>. c. 1998."),
    Work(
      program: "Mendeley",
      json:
        #""title": "Seven people", "author": [{"family": "A", "given": "A"}, {"family": "B"}, {"family": "C"}, {"family": "D"}, {"family": "E"}, {"family": "F"}, {"family": "G"}], "issued": {"raw": "2016/05/03"}"#,
      html: "A A, B, C, et al. <cite>Seven people</cite>. 2016."),
  ]

  static let endNote = [
    Work(
      program: "EndNote",
      json:
        #""type": "article-journal", "title": "Pain in runners.", "author": [{"family": "National Institute for Health,"}], "container-title": "Lancet", "volume": 388, "issue": 10053, "page": "1545--1602", "issued": {"raw": "May 2016"}, "DOI": "https://doi.org/10.1016/S0140-6736(16)31678-6""#,
      html:
        "National Institute for Health. <cite>Pain in runners</cite>. <i>Lancet</i>. 2016;388(10053):1545–1602.",
      link: "https://doi.org/10.1016/S0140-6736%2816%2931678-6"),
    Work(
      program: "EndNote",
      json:
        #""title": "Early view", "author": [{"family": "MARSH", "given": "JOHN"}], "container-title": "Sleep", "volume": "n/a", "page": "n/a-n/a", "issued": {"literal": "in press"}"#,
      html: "MARSH J. <cite>Early view</cite>. <i>Sleep</i>. in press."),
    Work(
      program: "EndNote",
      json: #""title": "A range of years", "issued": {"raw": "2014/2016"}, "volume": "Volume 7""#,
      html: "<cite>A range of years</cite>. 2014–2016;7."),
    Work(
      program: "EndNote",
      json:
        #""title": "About then", "author": "Smith, J.", "issued": {"raw": "ca. 1987"}, "DOI": "http://dx.doi.org/10.1000/182""#,
      html: "Smith, J. <cite>About then</cite>. c. 1987.", link: "https://doi.org/10.1000/182"),
    Work(
      program: "EndNote",
      json:
        #""title": "Same year", "issued": {"date-parts": [[2015, 12], [2015, 12]]}, "URL": "http://dx.doi.org/10.1000%2F183""#,
      html: "<cite>Same year</cite>. 2015.", link: "https://doi.org/10.1000/183"),
  ]

  static let crossref = [
    Work(
      program: "Crossref",
      json:
        #""type": "article-journal", "title": ["\n      Effects of <jats:italic>load</jats:italic>\n      on tendon"], "author": [{"given": "Anna", "family": "de la Cruz", "sequence": "first", "affiliation": []}, {"name": "The FASHIoN Group"}], "container-title": ["Sports Medicine"], "issued": {"date-parts": [[null]]}, "published-print": {"date-parts": [[2018, 4]]}, "volume": "48", "DOI": "10.1007/s40279-018-0865-y", "URL": "http://dx.doi.org/10.1007/s40279-018-0865-y""#,
      html:
        "de la Cruz A, The FASHIoN Group. <cite>Effects of load on tendon</cite>. <i>Sports Medicine</i>. 2018;48.",
      link: "https://doi.org/10.1007/s40279-018-0865-y"),
    Work(
      program: "Crossref",
      json:
        #""title": "Hip &amp;amp; knee: 5 &lt; 6", "container-title": "Osteoarthritis &amp; Cartilage", "issued": {"date-parts": [[2019]]}, "DOI": "10.1002/(SICI)1097-0258(19980815)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2""#,
      html: "<cite>Hip &amp; knee: 5 &lt; 6</cite>. <i>Osteoarthritis &amp; Cartilage</i>. 2019.",
      link:
        "https://doi.org/10.1002/%28SICI%291097-0258%2819980815%2917%3A15/16%3C1661%3A%3AAID-SIM968%3E3.0.CO%3B2-2"
    ),
    Work(
      program: "Crossref",
      json:
        #""title": "“What now?”", "author": [{"family": "Ito", "given": "N."}], "issued": {"date-parts": [[2020]]}, "DOI": "DOI: 10.1000/XYZ.""#,
      html: "Ito N. <cite>“What now?”</cite> 2020.", link: "https://doi.org/10.1000/XYZ"),
    Work(
      program: "Crossref",
      json:
        #""type": "article-journal", "title": "Numbered", "article-number": "e0123", "container-title": "PLOS ONE", "volume": "14", "issued": {"date-parts": [[2019]]}"#,
      html: "<cite>Numbered</cite>. <i>PLOS ONE</i>. 2019;14:e0123."),
    Work(
      program: "Crossref",
      json: #""title": "A smile \ud83d\ude00 and p<0.05 & q>2", "issued": {"date-parts": [[2021]]}"#,
      html: "<cite>A smile 😀 and p&lt;0.05 &amp; q&gt;2</cite>. 2021."),
  ]

  static let pubMed = [
    Work(
      program: "PubMed",
      json:
        #""source": "PubMed", "title": "Hip pain in adults: evaluation.", "author": [{"family": "Chamberlain", "given": "R"}, {"family": "DuBois", "given": "JM", "suffix": "3rd"}], "container-title-short": "AFP", "container-title": "American family physician", "issued": {"date-parts": [[2021, 1, 15]]}, "page": "81-89", "volume": "103", "issue": "2", "PMID": "33448767""#,
      html:
        "Chamberlain R, DuBois JM 3rd. <cite>Hip pain in adults: evaluation</cite>. <i>American family physician</i>. 2021;103(2):81–89.",
      link: "https://pubmed.ncbi.nlm.nih.gov/33448767/"),
    Work(
      program: "PubMed",
      json:
        #""title": "[Hüftschmerz].", "author": [{"family": "Weiß", "given": "Öznur Ä"}], "issued": {"date-parts": [[1999]]}, "page": "S12-S19""#,
      html: "Weiß ÖÄ. <cite>[Hüftschmerz]</cite>. 1999:S12–S19."),
    Work(
      program: "PubMed",
      json:
        #""title": "Rest...", "author": [{"family": "others", "given": ""}], "issued": {"date-parts": [[2002]]}"#,
      html: "et al. <cite>Rest...</cite> 2002."),
    Work(
      program: "PubMed",
      json:
        #""title": "Two &#8211; &quot;three&quot; weeks of it&nbsp;all", "issued": {"raw": "2003 Spring"}"#,
      html: "<cite>Two – \"three\" weeks of it all</cite>. 2003."),
  ]

  static let odd = [
    Work(
      program: "By hand",
      json:
        #""title": "Marks?!", "container-title": "Hips, Inc.", "issue": "Suppl. 1", "page": "S1–S9.", "issued": {"literal": "March 2017"}, "DOI": "https://www.doi.org/10.1000/185""#,
      html: "<cite>Marks?!</cite> <i>Hips, Inc</i>. 2017;(Suppl. 1):S1–S9.",
      link: "https://doi.org/10.1000/185"),
    Work(
      program: "By hand",
      json:
        #""title": "A chapter", "author": [{"family": "Ålund", "given": "Åsa-Lena"}, {"literal": "others"}], "editor": [{"family": "Not", "given": "Shown"}], "container-title": "A book", "issued": {"date-parts": [["2004", "2"], ["2005"]]}, "page": "33-""#,
      html: "Ålund ÅL, et al. <cite>A chapter</cite>. <i>A book</i>. 2004–2005:33."),
    Work(
      program: "By hand",
      json:
        #""title": "10<sup>6</sup> steps", "author": [{"family": "王", "given": "伟"}, {"given": "Cher"}], "issued": 2016"#,
      html: "王 伟, Cher. <cite>10<sup>6</sup> steps</cite>. 2016."),
    Work(
      program: "By hand",
      json:
        #""title": "Given with suffix", "author": [{"family": "Luther", "given": "Martin, Jr."}, {"family": "Roe, III", "given": "Max"}], "issued": {"date-parts": [[-50]]}"#,
      html: "Luther M Jr, Roe M III. <cite>Given with suffix</cite>. 50 BC."),
    Work(
      program: "By hand",
      json: #""title": "A DOI in a field for addresses", "URL": "doi.org/10.1000/184", "page": "5 - 9, 12""#,
      html: "<cite>A DOI in a field for addresses</cite>. 5–9, 12.", link: "https://doi.org/10.1000/184"),
  ]

  @Test(arguments: [
    (
      #""DOI": "see below""#,
      "Content/references.json:1:35: warning bad-reference: The `DOI` of `a` is `see below`, but a DOI starts with `10.`. » Copy it from the first page of the article, such as `10.1136/bjsports-2016-096743`, or remove it."
    ),
    (
      #""DOI": "10.1000/18 4""#,
      "Content/references.json:1:35: warning bad-reference: The `DOI` of `a` is `10.1000/18 4`, of which only `10.1000/18` is read. » Write the DOI alone, without spaces, as it stands on the first page of the article."
    ),
    (
      #""DOI": "doi: 10.1000/184; 10.2000/7""#,
      "Content/references.json:1:35: warning bad-reference: The `DOI` of `a` is `doi: 10.1000/184; 10.2000/7`, of which only `10.1000/184` is read. » Write the DOI alone, without spaces, as it stands on the first page of the article."
    ),
    (
      #""URL": "www.clinic.example/x""#,
      "Content/references.json:1:35: warning bad-reference: The `URL` of `a` is `www.clinic.example/x`, which readers cannot open. » Write `https://www.clinic.example/x`."
    ),
  ])
  func whatLeadsNowhereIsTold(json: String, expected: String) {
    var found: [Diagnostic] = []
    _ = References(Array("[{\"id\": \"a\", \"title\": \"T\", \(json)}]".utf8), into: &found)
    #expect(found.map(\.line) == [expected])
  }

  @Test(arguments: [
    // Half filled in, as `limber new reference` leaves it.
    (
      #""title": "T", "author": [{"family": "", "given": ""}], "container-title": "", "issued": {"date-parts": [[""]]}, "volume": "", "issue": "", "page": "", "DOI": """#,
      "38: warning bad-reference: The work `a` is only half filled in: `author`, `container-title`, `issued`, `volume`, `issue`, `page` and `DOI` are empty. » Fill in what is empty between the quotes, and delete the lines of what the work does not have."
    ),
    (
      #""title": "T", "author": [{"family": "Hill"}], "container-title": " ""#,
      "79: warning bad-reference: The work `a` is only half filled in: `container-title` is empty. » Fill in what is empty between the quotes, and delete the lines of what the work does not have."
    ),
    (#""title": "T", "author": [{"family": "Hill", "given": ""}], "issue": "", "page": """#, nil),
    (
      #""title": "Sacro-iliac pain in GuillainâBarrÃ© syndrome""#,
      "23: warning bad-reference: The `title` of `a` has a character that was garbled when it was copied or converted. » Retype it: `â€™` was an apostrophe, for example, and `Ã©` an `é`."
    ),
    // Years.
    (
      #""title": "T", "issued": {"date-parts": [["20l9", 3]]}"#,
      "55: warning bad-reference: The date of `a` is `20l9`, which has no year in it, so readers see none. » Write the year in which the work was published, with four digits."
    ),
    (#""title": "T", "issued": {"literal": "in press"}"#, nil),
    (
      #""title": "T", "issued": {"date-parts": [[20019, 3]]}"#,
      "55: warning bad-reference: The year of `a` is 20019, which is not a year. » Write the year in which the work was published, with four digits."
    ),
    (
      #""title": "T", "issued": {"raw": "219"}"#,
      "46: warning bad-reference: The year of `a` is 219, which is not a year. » Write the year in which the work was published, with four digits."
    ),
    (
      #""title": "T", "published": {"date-parts": [["2062"]]}"#,
      "58: warning bad-reference: The year of `a` is 2062, which is in the future. » Write the year in which the work was published, with four digits."
    ),
    (#""title": "T", "issued": {"date-parts": [[2027, 1]]}"#, nil),
    (#""title": "T", "issued": {"date-parts": [[-400]]}"#, nil),
    (#""title": "T", "issued": {"literal": "in press"}"#, nil),
    // Retracted.
    (
      #""title": "RETRACTED: Rest for hips""#,
      "23: warning bad-reference: The title of `a` says that the study was retracted. » Cite another study for what it supports, and remove this work and its citations."
    ),
    (
      #""title": "Rest for hips (Retracted article).""#,
      "23: warning bad-reference: The title of `a` says that the study was retracted. » Cite another study for what it supports, and remove this work and its citations."
    ),
    (
      #""title": "Retraction of “Rest for hips”""#,
      "23: warning bad-reference: The title of `a` says that the study was retracted. » Cite another study for what it supports, and remove this work and its citations."
    ),
    (
      #""title": "[Retracted] Rest for hips""#,
      "23: warning bad-reference: The title of `a` says that the study was retracted. » Cite another study for what it supports, and remove this work and its citations."
    ),
    (
      #""title": "T", "status": "Retracted""#,
      "38: warning bad-reference: The `status` of `a` is `Retracted`, so the study must not support advice. » Cite another study for what it supports, and remove this work and its citations."
    ),
    (
      #""title": "T", "note": "PMID: 12\nRetracted 2020-01-02""#,
      "36: warning bad-reference: The `note` of `a` says that the study was retracted. » Cite another study for what it supports, and remove this work and its citations."
    ),
    (
      #""title": "T", "updated-by": [{"type": "correction"}, {"type": "retraction"}]"#,
      "76: warning bad-reference: The `updated-by` of `a` says that the study was retracted. » Cite another study for what it supports, and remove this work and its citations."
    ),
    (#""title": "Retracted tears of the gluteus medius""#, nil),
    (#""title": "Retraction of the shoulder blade in swimmers""#, nil),
    (#""title": "Scapular retraction (and protraction)""#, nil),
    (#""title": "T", "status": "Published", "note": "About retraction""#, nil),
  ])
  func doubtfulWorksAreTold(json: String, expected: String?) throws {
    var found: [Diagnostic] = []
    _ = References(
      Array("[{\"id\": \"a\", \(json)}]".utf8), today: try CalendarDate.parsing("2026-03-01"), into: &found)
    #expect(found.map(\.line) == [expected].compactMap { $0 }.map { "Content/references.json:1:" + $0 })
  }

  /// One study with two keys: its two entries would count as two.
  @Test(arguments: [
    (#""DOI": "10.1000/Hip.1""#, #""DOI": "https://doi.org/10.1000/hip.1""#, "1:86"),
    (#""note": "DOI: 10.1000/hip.1""#, #""URL": "http://dx.doi.org/10.1000/HIP.1""#, "1:92"),
  ])
  func oneDOIOfTwoWorks(first: String, second: String, place: String) {
    var found: [Diagnostic] = []
    let text = #"[{"id": "a", "title": "T", \#(first)}, {"id": "b", "title": "T", \#(second)}]"#
    _ = References(Array(text.utf8), into: &found)
    #expect(
      found.map(\.line) == [
        "Content/references.json:\(place): warning duplicate-reference: `b` has the same DOI as `a` on line 1. » If both are one study, keep only one of them and cite it everywhere. If not, correct the DOI."
      ])
  }

  @Test(arguments: [
    ("@article{a, title = {T}}", "BibTeX"), ("TY  - JOUR\nTI  - T\n", "RIS"), ("\u{FEFF}<xml>", "XML"),
  ])
  func otherFormatsAreTold(text: String, name: String) {
    var found: [Diagnostic] = []
    #expect(References(Array(text.utf8), into: &found).isReadable == false)
    #expect(
      found.map(\.line) == [
        "Content/references.json:1:1: error bad-reference: This is \(name), not CSL-JSON. » In Zotero, Mendeley or EndNote, export the works as \"CSL JSON\"."
      ])
  }

  @Test func tenThousandWorksAreRead() {
    let author = #"{"family": "Family", "given": "Given"}"#
    let work = { (n: Int) in
      #"{"id": "w\#(n)", "title": "A title of a usual length for a study of hips", "author": [\#(Array(repeating: author, count: 5).joined(separator: ", "))], "container-title": "A journal of hips", "issued": {"date-parts": [[2016, 1, 2]]}, "DOI": "10.1000/\#(n)"}"#
    }
    let text = "[" + (0..<10_000).map(work).joined(separator: ",\n") + "]"
    #expect(text.utf8.count > 3_000_000)
    var found: [Diagnostic] = []
    #expect(References(Array(text.utf8), into: &found).works.count == 10_000)
    #expect(found == [])
  }
}
