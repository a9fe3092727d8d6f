"""Words and sentence patterns from which the generated articles are put together.

The prose means nothing and advises nothing; it only has the length, the punctuation and the
letter frequencies of what a clinic writes, and uses words of the titles all the time, so that
looking for mentions of titles has to work for its result.
"""

QUALITIES = """
anterior lateral medial posterior proximal distal deep shallow upper lower inner outer central
dominant trailing leading early late mild steady recurring lingering sudden gradual seasonal
mileage downhill uphill treadmill trail sprint cadence overstride tempo marathon novice masters
postpartum adolescent collegiate midlife stubborn irritable reactive silent snapping burning
pinching grinding catching clicking radiating nightly weekend winter summer desk cyclist
""".split()

SITES = """
hip groin gluteal hamstring pelvic sacral thigh trochanter adductor flexor rotator quadriceps
labral iliac lumbar pubic femoral acetabular psoas piriformis sartorius tensor gracilis pectineus
obturator ischial coccyx abdominal oblique inguinal buttock sitbone kneecap shin calf ankle
heel arch spine rib shoulder patellar tibial fibular popliteal soleus plantar peroneal crural
cuboid lateral-line fascial capsular bursal tendon nerve joint cartilage muscle sling
""".split()

CONDITIONS = """
strain sprain tendinopathy bursitis impingement overload syndrome irritation fracture tear
instability stiffness weakness imbalance entrapment contusion apophysitis osteitis synovitis
neuritis avulsion dysfunction deconditioning laxity contracture
""".split()

SENSATIONS = """
ache twinge tightness numbness tingling tenderness swelling clunk click limp cramp soreness
heaviness throbbing stinging giving-way locking bruising warmth spasm pulling pressure
burning-pain night-pain morning-stiffness
""".split()

MOVES = """
stretch bridge lunge squat plank clamshell raise hinge step-up step-down march hold rock
circle slide press reach twist fold balance hop skip drill roll release
""".split()

QUESTION_STARTS = [
    "Can I run with", "How long does it take to settle", "Should I rest with", "Is it safe to train with",
    "What helps with", "Who should look at", "Does walking ease", "Is ice good for", "How is work changed by",
]

PAGE_STARTS = ["Living with", "Preventing", "Visits for", "Training around", "Recovering from", "Learning about"]

HEADINGS: dict[str, list[str]] = {
    "cause": [
        "What it is", "What it feels like", "Where it hurts", "Why it happens", "Who gets it",
        "How it is found", "What you can do today", "Running while it heals", "Strength and load",
        "When to worry", "How long it takes", "What makes it worse", "Keeping it away",
    ],
    "sign": [
        "What people notice", "Where it is felt", "When it comes on", "What it may point to",
        "What it rarely means", "What to try first", "When to worry", "What to tell us",
        "Notes for your diary", "At night and at rest",
    ],
    "stretch": [
        "Before you start", "How to do it", "How much and how often", "Common mistakes",
        "Make it easier", "Make it harder", "Who should be careful", "How it should feel",
        "When to stop", "Where it fits in your week",
    ],
    "faq": [
        "The short answer", "The longer answer", "What the studies say", "What we usually suggest",
        "Exceptions", "When to ask us", "What to try this week",
    ],
    "page": [
        "What to expect", "How we work", "Your first visit", "Building a plan", "Between visits",
        "Sleep and fuel", "Shoes and surfaces", "When to get help", "Questions to bring",
    ],
}

SUBJECTS = [
    "the {quality} part of the {site}", "your {site}", "a tired {site}", "the muscle around the {site}",
    "this kind of {condition}", "a {quality} {sensation}", "the side that hurts", "the first week",
    "a short walk", "most of the discomfort", "the load on the {site}", "an easy run",
]

VERBS = [
    "settles", "builds up", "eases", "comes back", "changes", "feels different", "calms down",
    "gets louder", "needs time", "responds well", "stays the same", "lets you know",
]

CIRCUMSTANCES = [
    "after a long run", "on the stairs", "when you sit for hours", "during the first mile",
    "once the pace drops", "in the morning", "with a slightly shorter stride", "on soft ground",
    "while you stand on one leg", "if sleep was short", "two days after a hard session",
    "when the {move} is done slowly", "as the week goes on", "before it gets better",
]

CLAUSES = [
    "and that is a reason to slow down", "so write down what you did the day before",
    "but it doesn't mean that something is torn", "and a *small* change is enough",
    "which is why we look at the **whole week** rather than one run",
    "and you'll notice it less by the end of the month", "so keep the effort at *three out of ten*",
    "although the {site} may still feel {quality}", "and it's fine to stop early",
    "so compare both sides -- not just the sore one", "and **never** push through a limp",
    "because the tissue adapts to what it is asked to do", "and the {move} can wait until tomorrow",
]

PATTERNS = [
    "{subject} {verb} {circumstance}, {clause}.",
    "{subject} {verb} {circumstance}.",
    "{Circumstance}, {subject} {verb}, {clause}.",
    "Many runners say that {subject} {verb} {circumstance}.",
    "\"It {verb} {circumstance},\" one runner told us, \"{clause}.\"",
    "If {subject} {verb} {circumstance}, take it as a sign to rest for a day or two.",
    "There is no rush: {subject} {verb} {circumstance}, {clause}.",
    "Try 2--3 sets of 8 and see whether {subject} {verb} {circumstance}...",
]

MENTIONS = [
    "It is often mistaken for {title}, and the two can come together.",
    "People who know {title} will find some of this familiar.",
    "Some of it overlaps with {title}; the plan is much the same.",
]

LINK_SENTENCES = [
    "Read about {link} if that sounds closer to what you feel.",
    "The advice on {link} goes well with this.",
    "It can look a lot like {link}, which starts more slowly.",
    "We explain {link} on a page of its own.",
    "When things have settled, go on to {link}.",
    "For *some* people {link} comes first.",
]

LINK_ITEMS = [
    "{link}, two or three times a week",
    "{link}, if nothing hurts the next day",
    "what we wrote about {link}",
]

ITEMS = [
    "keep the {site} relaxed and breathe out",
    "walk for ten minutes before the {move}",
    "note any {quality} {sensation} in your diary",
    "stop if the {sensation} is **more than four out of ten**",
    "cut the weekly distance by a *third*, not to zero",
    "swap one run for a ride or a swim",
]
