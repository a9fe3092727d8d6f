extension StarterSite {
  package static let redFlags = [
    File(
      path: "Content/red-flags.yaml",
      text: """
        # Warning signs, each written once and shown wherever an article or the checker names it.
        # Have a clinician approve every sentence and level before the site is public.
        rf-cannot-stand:
          text: "Cannot put weight on the leg, or the knee or leg looks out of shape after a fall or blow"
          level: emergency
          basis: practice
        rf-cold-leg:
          text: "A leg or foot that is cold, pale or blue, or that has suddenly gone numb or weak"
          level: emergency
          basis: practice
        rf-chest-breath:
          text: "Chest pain, shortness of breath or fainting, with or without a swollen leg"
          level: emergency
          basis: practice
        rf-fever-knee:
          text: "A hot, red or swollen knee together with fever, chills or feeling very unwell"
          level: emergency
          basis: practice
        rf-calf:
          text: "A calf that is newly swollen, warm, red or sore"
          level: urgent
          basis: practice
        rf-swollen-injury:
          text: "A knee that swelled up after a twist, fall or blow"
          level: urgent
          basis: practice
        rf-locked:
          text: "A knee that is stuck and cannot be bent or made straight"
          level: urgent
          basis: practice
        rf-implant:
          text: "New pain, redness or swelling in a knee that has an implant or had an operation"
          level: urgent
          basis: practice
        rf-unwell:
          text: "Pain at rest or at night, together with weight loss or a past cancer"
          level: urgent
          basis: practice

        """)
  ]

  package static let checker = [
    File(
      path: "Content/symptom-checker/care-levels.yaml",
      text: """
        # How soon to be seen, most urgent first. Say it as it is said where your readers live, with the number to call.
        emergency:
          rank: 5
          heading: "Call your local emergency number or go to an emergency department now"
          time-frame: "Right now"
          card: red
        urgent:
          rank: 4
          heading: "Contact a physician or urgent care today"
          time-frame: "Today"
          card: orange
        soon:
          rank: 3
          heading: "Be seen within the next few days"
          time-frame: "Within days"
          card: yellow
        routine:
          rank: 2
          heading: "Book a visit"
          time-frame: "When the next visit is free"
          card: green
        self-care:
          rank: 1
          heading: "Ease the load and watch how it goes"
          time-frame: "For now"
          card: blue

        """),
    File(
      path: "Content/symptom-checker/\(checkerID).yaml",
      text: """
        # Each answer names the next question or outcome. `limber tree paths` after every change.
        format: 1
        id: \(checkerID)
        version: 1.0.0
        title: Check your knee pain
        language: en
        show-causes: false
        start: emergency
        review: {status: pending}

        questions:
          emergency:
            stage: red-flag
            type: any-of
            ask: Do any of these fit right now?
            help: advice/tick.md
            answers:
              cannot-stand: {flag: rf-cannot-stand, next: go-now}
              cold-leg: {flag: rf-cold-leg, next: go-now}
              chest: {flag: rf-chest-breath, next: go-now}
              fever: {flag: rf-fever-knee, next: go-now}
            none: {label: "No, none of these fit", next: same-day}
          same-day:
            stage: red-flag
            type: any-of
            ask: Do any of these fit?
            help: advice/tick.md
            answers:
              calf: {flag: rf-calf, next: today}
              injury: {flag: rf-swollen-injury, next: today}
              locked: {flag: rf-locked, next: today}
              implant: {flag: rf-implant, next: today}
              unwell: {flag: rf-unwell, next: today}
            none: {label: "No, none of these fit", next: age}
          age:
            stage: gate
            type: one-of
            ask: Who has the pain?
            answers:
              child: {label: A child or teen, next: within-days}
              adult: {label: An adult, next: rest}
          rest:
            stage: narrowing
            type: one-of
            ask: Does it hurt at rest or at night?
            answers:
              hurts: {label: "Yes, it does", next: within-days}
              fine: {label: "No, it does not", next: how-long}
              unsure: {label: I am not sure, next: within-days}
          how-long:
            stage: narrowing
            type: one-of
            ask: How long has it been sore?
            answers:
              short: {label: For a few days, next: at-home}
              long: {label: For weeks or more, next: visit}
              unsure: {label: I am not sure, next: visit}

        outcomes:
          go-now: {level: emergency, advice: advice/go-now.md}
          today: {level: urgent, advice: advice/today.md}
          within-days: {level: soon, advice: advice/rest.md, seek-care-if: advice/worse.md}
          visit: {level: routine, advice: advice/rest.md, seek-care-if: advice/worse.md}
          at-home: {level: self-care, advice: advice/rest.md, seek-care-if: advice/stays.md}

        """),
    File(path: "Content/symptom-checker/\(checkerID).vignettes.yaml", text: vignettes),
    File(
      path: "Content/symptom-checker/advice/tick.md",
      text: "Not sure about one? Act as if it fits.\n"),
    File(
      path: "Content/symptom-checker/advice/go-now.md",
      text: "Do not wait to see if it eases. Say which of these signs fit, and when they began.\n"),
    File(
      path: "Content/symptom-checker/advice/today.md",
      text: "Say which of these signs fit. Until then, rest the leg and leave out all exercises.\n"),
    File(
      path: "Content/symptom-checker/advice/rest.md",
      text: "Do less of what hurts. Stop any exercise that makes the knee worse.\n"),
    File(
      path: "Content/symptom-checker/advice/worse.md",
      text:
        "Get help today if the knee turns hot, swells up or gets stuck, or if the calf swells. Get help at once if you cannot put weight on the leg, if it turns cold, pale or numb, if the knee is hot and you have a fever, or if you have chest pain or get short of breath.\n"
    ),
    File(
      path: "Content/symptom-checker/advice/stays.md",
      text:
        "Book a visit if it does not ease. Get help today if the knee turns hot, swells up or gets stuck, or if the calf swells. Get help at once if you cannot put weight on the leg, if it turns cold, pale or numb, if the knee is hot and you have a fever, or if you have chest pain or get short of breath.\n"
    ),
  ]

  /// One case for every answer.
  private static let vignettes: String = {
    var text =
      "# Short cases and where they must come out. `at-least` is the least urgent level that is acceptable.\n"
    func add(_ id: String, _ answers: String, _ outcome: String, _ level: String) {
      text += """
        - id: \(id)
          source: practice
          answers: {\(answers)}
          outcome: \(outcome)
          at-least: \(level)

        """
    }
    for flag in ["cannot-stand", "cold-leg", "chest", "fever"] {
      add("now-\(flag)", "emergency: \(flag)", "go-now", "emergency")
    }
    for flag in ["calf", "injury", "locked", "implant", "unwell"] {
      add("today-\(flag)", "emergency: none, same-day: \(flag)", "today", "urgent")
    }
    let safe = "emergency: none, same-day: none"
    add("child", "\(safe), age: child", "within-days", "soon")
    add("rest-hurts", "\(safe), age: adult, rest: hurts", "within-days", "soon")
    add("rest-unsure", "\(safe), age: adult, rest: unsure", "within-days", "soon")
    add("short", "\(safe), age: adult, rest: fine, how-long: short", "at-home", "self-care")
    add("long", "\(safe), age: adult, rest: fine, how-long: long", "visit", "routine")
    add("how-long-unsure", "\(safe), age: adult, rest: fine, how-long: unsure", "visit", "routine")
    return text
  }()
}
