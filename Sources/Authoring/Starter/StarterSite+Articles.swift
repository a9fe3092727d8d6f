extension StarterSite {
  package static let articles = [
    File(
      path: "Content/causes/kneecap-pain.md",
      text: """
        ---
        title: Kneecap pain
        summary: Soreness around or behind the kneecap, often felt on stairs and after sitting for long.
        also-known-as: [patellofemoral pain]
        review: {status: pending}
        red-flags: [rf-fever-knee, rf-swollen-injury]
        signs: [front-of-knee-pain]
        stretches: [front-of-thigh-stretch, straight-leg-raise]
        ---

        The kneecap glides over the end of the thigh bone when you bend your leg. When that area gets more load than it is used to, it may
        become sore.

        ## What may help

        Do less of what brings the pain on, and build up again slowly. A therapist can show you which exercises suit you.

        ## When to get help

        See [when to get help](../pages/when-to-get-help.md) if the knee is hot or swollen, if it locks, or if the pain does not ease.

        """),
    File(
      path: "Content/causes/knee-osteoarthritis.md",
      text: """
        ---
        title: Knee osteoarthritis
        summary: Changes in the joint that may come with pain and stiffness, and that differ much from person to person.
        also-known-as: [wear in the knee]
        review: {status: pending}
        red-flags: [rf-fever-knee]
        signs: [stiff-knee, front-of-knee-pain]
        stretches: [straight-leg-raise]
        see-also: [kneecap-pain]
        ---

        In osteoarthritis the joint as a whole changes over time. Some people feel little of it; others have pain or feel stiff.

        ## What may help

        Regular movement within what you can bear, and stronger leg muscles, are common parts of care. Ask a clinician what fits you.

        ## When to get help

        See [when to get help](../pages/when-to-get-help.md) if the knee turns hot or swells up, or if you feel unwell.

        """),
    File(
      path: "Content/signs/front-of-knee-pain.md",
      text: """
        ---
        title: Pain at the front of the knee
        summary: Pain at or around the kneecap, in bending, on stairs or after sitting.
        review: {status: pending}
        red-flags: [rf-cannot-stand, rf-fever-knee]
        ---

        It may be felt on stairs, when you kneel or squat, or when you get up after sitting.

        ## What to note

        Note what brings the pain on, what eases it, and whether it is worse on the next day. It helps whoever examines you.

        """),
    File(
      path: "Content/signs/stiff-knee.md",
      text: """
        ---
        title: Stiff knee
        summary: A knee that is slow to get going, or that does not bend or straighten as it did.
        review: {status: pending}
        red-flags: [rf-fever-knee, rf-locked]
        ---

        A knee may feel stiff in the morning or after rest, and loosen up as you move.

        ## What to note

        Note how long it takes to loosen up, and which movements have become hard.

        """),
    File(
      path: "Content/stretches/front-of-thigh-stretch.md",
      text: """
        ---
        title: Front-of-thigh stretch
        summary: A gentle stretch for the muscles at the front of the thigh, standing beside a chair.
        review: {status: pending}
        dose: {frequency: As often as your therapist suggests}
        precautions:
          - Hold on to something firm.
          - Stop if the knee hurts more.
        ---

        ## How to do it

        1. Stand beside a chair and hold on to it.
        2. Bend one knee and take hold of the foot or the trouser leg behind you.
        3. Bring the heel towards the buttock until you feel a mild stretch.
        4. Breathe calmly, let go slowly, and change sides.

        """),
    File(
      path: "Content/stretches/straight-leg-raise.md",
      text: """
        ---
        title: Straight-leg raise
        summary: An exercise for the front of the thigh, lying on the back, without bending the knee.
        review: {status: pending}
        dose: {frequency: As often as your therapist suggests}
        precautions:
          - Stop if your back or the knee hurts.
        ---

        ## How to do it

        1. Lie on your back. Bend one leg, and keep the other one straight.
        2. Tighten the thigh of the straight leg and lift it a little.
        3. Lower it slowly, and change sides when you have done enough.

        """),
    File(
      path: "Content/faqs/can-i-keep-walking.md",
      text: """
        ---
        title: Can I keep walking?
        summary: Often yes, with less of it, unless there is a warning sign.
        review: {status: pending}
        about: [cause:kneecap-pain, sign:front-of-knee-pain]
        ---

        Often yes, if the pain stays mild and settles again by the next day. Walk less far, on flat ground, and see how the knee takes it.

        Check the [warning signs](../pages/when-to-get-help.md) first. If one of them fits, follow its advice.

        """),
  ]

  package static let pages = [
    File(
      path: "Content/pages/index.md",
      text: """
        ---
        title: Help for a sore knee
        summary: What may be behind it, what may ease it, and when to be seen.
        review: {status: pending}
        ---

        Start with [when to get help](when-to-get-help.md). Then read about what you feel.

        """),
    File(
      path: "Content/pages/when-to-get-help.md",
      text: """
        ---
        title: When to get help
        summary: Warning signs of the knee and leg, and how soon to be seen with each of them.
        review: {status: pending}
        shows: red-flags
        ---

        > [!EMERGENCY]
        > If one of the emergency signs on this page fits, call your local emergency number now. Do not read on.

        If you are not sure whether a sign fits you, act as if it did.

        """),
    File(
      path: "Content/pages/about.md",
      text: """
        ---
        title: About this site
        summary: Who it is for, and what it cannot do.
        review: {status: pending}
        ---

        This site is for learning. It cannot tell what is behind your pain, and it does not replace a visit to a clinician who examines you.

        Its pages say whether a clinician has approved them, and when.

        """),
  ]
}
