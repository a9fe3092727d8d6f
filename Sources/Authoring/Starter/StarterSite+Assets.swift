extension StarterSite {
  package static let assets = [
    File(
      path: "Templates/assets/favicon.svg",
      text: """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><rect width="32" height="32" rx="7" fill="#1d4e89"/><path d="M12 5v9l8 4v9" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>

        """),
    File(
      path: "Templates/assets/site.css",
      text: """
        :root {
          --ink: #1c2430;
          --paper: #fff;
          --link: #1d4e89;
          --line: #c6ced8;
          --danger: #a4161a;
        }
        body {
          margin: 0 auto;
          padding: 1rem;
          max-inline-size: 42rem;
          background: var(--paper);
          color: var(--ink);
          font: 1.125rem/1.6 system-ui, sans-serif;
        }
        a { color: var(--link); }
        a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
        header { border-block-end: 1px solid var(--line); }
        header p { margin: 0; font-weight: bold; }
        nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
        nav a { display: inline-block; padding-block: .5rem; }
        nav [aria-current] { color: inherit; font-weight: bold; }
        main li { margin-block: .35rem; }
        main li span { display: block; }
        img { max-inline-size: 100%; block-size: auto; }
        table { border-collapse: collapse; }
        caption { font-weight: bold; text-align: start; }
        th, td { padding: .35rem .75rem; border: 1px solid var(--line); text-align: start; }
        footer { margin-block-start: 3rem; border-block-start: 1px solid var(--line); font-size: 1rem; }
        .lead { font-size: 1.25rem; }
        .skip-link { position: absolute; inset-inline-start: -100vw; }
        .skip-link:focus { position: static; }
        .review { border-inline-start: 4px solid var(--line); padding-inline-start: 1rem; }
        .flags, .step { margin-block: 1.5rem; padding: .5rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem; }
        .flags { border-color: var(--danger); border-inline-start-width: 6px; }
        .step:has(:target) { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
        .step li a { display: block; padding-block: .5rem; }
        .search input { box-sizing: border-box; inline-size: 100%; padding: .5rem; border: 2px solid var(--link); font: inherit; }
        .search label { display: block; }
        .button { display: inline-block; padding: .65rem 1.25rem; border-radius: .5rem; background: var(--link); color: #fff; }
        @media print { nav, .skip-link { display: none; } }

        """),
  ]
}
