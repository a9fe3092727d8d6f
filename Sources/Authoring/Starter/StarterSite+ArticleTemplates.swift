extension StarterSite {
  static let articleTemplates =
    [
      page(
        "cause",
        article(
          lists([
            ("signs", "How it may feel"), ("stretches", "Exercises that may help"),
            ("caution", "Take care with"),
            ("avoid", "Leave out"), ("see-also", "See also"), ("questions", "Questions people ask"),
          ]))),
      page(
        "sign",
        article(
          lists([
            ("causes", "What may be behind it"), ("see-also", "See also"),
            ("questions", "Questions people ask"),
          ]))),
      page(
        "stretch",
        article(
          lists([
            ("helps-with", "May help with"), ("caution-for", "Take care with"), ("avoid-for", "Not with"),
            ("questions", "Questions people ask"),
          ]), before: dose)),
      page("faq", article(lists([("about", "Read more")]))),
      page("page", article(lists([("questions", "Questions people ask")]), before: allRedFlags)),
    ] + partials

  private static func article(_ end: String, before: String = "") -> String {
    ["{{>review}}", "{{>warnings}}", before, "{{{body}}}", end, "{{>further}}"].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// For each list of articles a heading and its entries, if it has any.
  private static func lists(_ lists: [(name: String, heading: String)]) -> String {
    lists.map { list in
      """
      {{#has-\(list.name)}}
      <h2>\(list.heading)</h2>
      <ul>
      {{#\(list.name)}}
      {{>card}}
      {{/\(list.name)}}
      </ul>
      {{/has-\(list.name)}}
      """
    }.joined(separator: "\n")
  }

  private static let dose = """
    {{#dose}}
    <table>
    <caption>How much</caption>
    <tbody>
    {{#sets}}<tr><th scope="row">Sets</th><td>{{sets}}</td></tr>{{/sets}}
    {{#reps}}<tr><th scope="row">Repeats</th><td>{{reps}}</td></tr>{{/reps}}
    {{#hold}}<tr><th scope="row">Hold</th><td>{{hold}}</td></tr>{{/hold}}
    {{#frequency}}<tr><th scope="row">How often</th><td>{{frequency}}</td></tr>{{/frequency}}
    </tbody>
    </table>
    {{/dose}}
    {{#has-precautions}}
    <h2>Before you start</h2>
    <ul>
    {{#precautions}}
    <li>{{{html}}}</li>
    {{/precautions}}
    </ul>
    {{/has-precautions}}
    """

  private static let allRedFlags = """
    {{#shows.is-red-flags}}
    {{#site.red-flags}}
    <section class="flags">
    <h2>{{heading}}</h2>
    <ul>
    {{#flags}}
    <li>{{text}}</li>
    {{/flags}}
    </ul>
    </section>
    {{/site.red-flags}}
    {{/shows.is-red-flags}}
    """

  private static let partials = [
    File(
      path: "Templates/partials/card.mustache",
      text: "<li><a href=\"{{url}}\">{{title}}</a> <span>{{summary}}</span></li>\n"),
    File(
      path: "Templates/partials/review.mustache",
      text: """
        {{#review}}
        {{#is-pending}}
        <p class="review"><strong>Awaiting clinical review.</strong> No clinician has approved this page yet.</p>
        {{/is-pending}}
        {{#is-approved}}
        <p class="review"><strong>Clinically reviewed</strong>{{#reviewer}} by {{reviewer}}{{/reviewer}}{{#reviewed}} on <time datetime="{{reviewed}}">{{reviewed}}</time>{{/reviewed}}.{{#is-overdue}} <strong>This review is overdue.</strong>{{/is-overdue}}</p>
        {{/is-approved}}
        {{/review}}

        """),
    File(
      path: "Templates/partials/warnings.mustache",
      text: """
        {{#has-warnings}}
        <section class="flags" aria-labelledby="site-warnings">
        <h2 id="site-warnings">Check these warning signs first</h2>
        {{#warnings}}
        <h3>{{heading}}</h3>
        <ul>
        {{#flags}}
        <li>{{text}}</li>
        {{/flags}}
        </ul>
        {{/warnings}}
        </section>
        {{/has-warnings}}

        """),
    File(
      path: "Templates/partials/further.mustache",
      text: """
        {{#has-related}}
        <h2>Related pages</h2>
        <ul>
        {{#related}}
        {{>card}}
        {{/related}}
        </ul>
        {{/has-related}}
        {{#has-references}}
        <h2>References</h2>
        <ol>
        {{#references}}
        <li id="{{id}}">{{{text}}}{{#link}} <a href="{{link}}">{{link}}</a>{{/link}} <a href="#{{back}}" aria-label="Back to where reference {{number}} is cited">↑</a></li>
        {{/references}}
        </ol>
        {{/has-references}}

        """),
  ]
}
