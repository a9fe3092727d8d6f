extension StarterSite {
  package static let templates = [
    File(
      path: "Templates/layout.mustache",
      text: """
        <!doctype html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{{content-policy}}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{head-title}}</title>
        {{#summary}}
        <meta name="description" content="{{summary}}">
        {{/summary}}
        {{^is-indexable}}
        <meta name="robots" content="noindex">
        {{/is-indexable}}
        {{#canonical}}
        <link rel="canonical" href="{{canonical}}">
        {{/canonical}}
        <link rel="stylesheet" href="{{site.assets.site-css}}">
        <link rel="icon" href="{{site.assets.favicon-svg}}" type="image/svg+xml">
        <link rel="manifest" href="{{manifest-url}}">
        {{{structured-data}}}
        </head>
        <body>
        <a class="skip-link" href="#site-main">Skip to main content</a>
        <header>
        <p><a href="{{site.home-url}}">{{site.name}}</a></p>
        {{#has-navigation}}
        <nav aria-label="Main">
        <ul>
        {{#navigation}}
        <li><a href="{{url}}"{{#is-current}} aria-current="page"{{/is-current}}>{{title}}</a></li>
        {{/navigation}}
        </ul>
        </nav>
        {{/has-navigation}}
        </header>
        <main id="site-main" tabindex="-1">
        <h1>{{title}}</h1>
        {{#summary}}
        <p class="lead">{{summary}}</p>
        {{/summary}}
        {{$main}}{{/main}}
        </main>
        <footer>
        <p><strong>For learning, not medical advice.</strong> This site cannot tell what is behind your pain and does not replace a visit to a clinician who examines you. In an emergency, call your local emergency number.</p>
        </footer>
        </body>
        </html>

        """),
    page(
      "home",
      """
      {{>review}}
      {{{body}}}
      {{#site.checker-url}}
      <p><a class="button" href="{{site.checker-url}}">Start the symptom checker</a></p>
      {{/site.checker-url}}
      <h2>Where to begin</h2>
      <ul>
      {{#site.kinds}}
      <li><a href="{{url}}">{{title}}</a> <span>{{summary}}</span></li>
      {{/site.kinds}}
      </ul>
      """),
    page(
      "index",
      """
      <ul>
      {{#articles}}
      {{>card}}
      {{/articles}}
      </ul>
      """),
    page(
      "404",
      """
      <p>The address may have a typing mistake, or the page has moved.</p>
      <p><a href="{{site.home-url}}">Start at the home page</a></p>
      """),
    page(
      "checker",
      """
      {{>review}}
      {{#levels}}
      {{#is-emergency}}
      <p class="flags"><strong>Do not wait to finish these questions in an emergency. {{heading}}.</strong></p>
      {{/is-emergency}}
      {{/levels}}
      <p><a class="button" href="#{{start}}">Begin</a></p>
      {{#questions}}
      <section class="step" data-node="{{id}}">
      <h2 id="{{anchor}}" tabindex="-1">{{ask}}</h2>
      {{{help}}}
      {{#is-any-of}}
      <p>Choose the first that fits:</p>
      {{/is-any-of}}
      <ul>
      {{#answers}}
      <li><a href="#{{target}}">{{label}}</a></li>
      {{/answers}}
      {{#none}}
      <li><a href="#{{target}}">{{label}}</a></li>
      {{/none}}
      </ul>
      </section>
      {{/questions}}
      {{#outcomes}}
      <section class="step" data-node="{{id}}">
      {{#level}}
      <h2 id="{{anchor}}" tabindex="-1">Your answers suggest: {{heading}}</h2>
      <p>{{time-frame}}</p>
      {{#phone}}
      <p><a class="button" href="tel:{{phone}}">Call {{phone}}</a></p>
      {{/phone}}
      {{/level}}
      {{{advice}}}
      {{#seek-care-if}}
      <h3>What would change this advice</h3>
      {{{seek-care-if}}}
      {{/seek-care-if}}
      {{#has-causes}}
      <h3>Causes worth reading about</h3>
      <ul>
      {{#causes}}
      <li><a href="{{url}}">{{title}}</a></li>
      {{/causes}}
      </ul>
      {{/has-causes}}
      {{#has-stretches}}
      <h3>Exercises that may help</h3>
      <ul>
      {{#stretches}}
      <li><a href="{{url}}">{{title}}</a></li>
      {{/stretches}}
      </ul>
      {{/has-stretches}}
      </section>
      {{/outcomes}}
      <p>Your choices stay in this browser; nothing is sent. Version {{version}}.</p>
      """),
  ]

  /// A template that fills the layout.
  package static func page(_ name: String, _ main: String) -> File {
    File(
      path: "Templates/\(name).mustache", text: "{{<layout}}\n{{$main}}\n\(main)\n{{/main}}\n{{/layout}}\n")
  }
}
