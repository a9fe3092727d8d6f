@testable import SymptomTree

extension Clinic {
  /// The published form of the unbroken checker, with line ends between members that the file does not have.
  static let json = #"""
    {"$schema":"tree.schema.json","careLevels":{"emergency":{"card":"red","heading":"Go to an emergency department","phone":"555","rank":5,"timeFrame":"Now"},
    "routine":{"card":"blue","heading":"Book a visit","rank":2,"timeFrame":"Within weeks"},
    "self-care":{"card":"green","heading":"Look after it yourself","rank":1,"timeFrame":"For two weeks"},
    "soon":{"card":"yellow","heading":"Be seen this week","rank":3,"timeFrame":"Within days"},
    "urgent":{"card":"orange","heading":"Be seen today","rank":4,"timeFrame":"Within 24 hours"}},
    "content":{"cause:instability":{"summary":"Summary of instability.","title":"Title of instability","url":"/causes/instability/"},
    "cause:sprain":{"summary":"Summary of sprain.","title":"Title of sprain","url":"/causes/sprain/"},
    "cause:tendinopathy":{"summary":"Summary of tendinopathy.","title":"Title of tendinopathy","url":"/causes/tendinopathy/"},
    "stretch:balance":{"summary":"Summary of balance.","title":"Title of balance","url":"/stretches/balance/"},
    "stretch:heel-drops":{"summary":"Summary of heel-drops.","title":"Title of heel-drops","url":"/stretches/heel-drops/"}},
    "flags":{"rf-blue":"Say when it began.","rf-bone":"Say when it began.","rf-numb":"Say when it began.","rf-snap":"Say when it began.","rf-weight":"Say when it began."},
    "format":1,"id":"ankle","language":"en-US","nodes":{"age":{"answers":[{"id":"child","label":"Under 18","next":"child"},{"id":"adult","label":"18 or over","next":"same-day"}],"ask":"How old is the person?","kind":"one-of","stage":"gate"},
    "child":{"advice":"\u003cp>A child with \u003cem>pain\u003c/em>.\u003c/p>\n","kind":"outcome","level":"urgent"},
    "emergency":{"answers":[{"flag":"rf-bone","id":"bone","label":"A bone sticks out","next":"go-now"},{"flag":"rf-blue","id":"blue","label":"The foot is cold and blue","next":"go-now"}],"ask":"Do you have any of these right now?","help":"\u003cp>Call.\u003c/p>\n","kind":"any-of","none":{"id":"none","label":"No, none of these","next":"age"},
    "stage":"red-flag"},
    "go-now":{"advice":"\u003cp>Call.\u003c/p>\n","kind":"outcome","level":"emergency"},
    "how-long":{"answers":[{"id":"short","label":"Less than two weeks","next":"rest"},{"id":"long","label":"Two weeks or more","next":"tendon"},{"id":"unsure","label":"I am not sure","next":"tendon"}],"ask":"How long has it hurt?","kind":"one-of","stage":"narrowing"},
    "outer":{"causes":["cause:sprain","cause:instability"],"kind":"outcome","level":"routine","seekCareIf":"\u003cp>It gets worse. See \u003ca href=\"/signs/numb/\">numbness\u003c/a>.\u003c/p>\n","stretches":["stretch:balance"]},
    "rest":{"causes":["cause:tendinopathy"],"kind":"outcome","level":"self-care","seekCareIf":"\u003cp>It gets worse. See \u003ca href=\"/signs/numb/\">numbness\u003c/a>.\u003c/p>\n"},
    "same-day":{"answers":[{"flag":"rf-weight","id":"weight","label":"You cannot take four steps","next":"today"},{"flag":"rf-numb","id":"numb","label":"Part of the foot is numb","next":"this-week"}],"ask":"Does any of this fit?","kind":"any-of","none":{"id":"none","label":"No, none of these fit","next":"where"},
    "stage":"red-flag"},
    "see-someone":{"kind":"outcome","level":"soon","seekCareIf":"\u003cp>It gets worse. See \u003ca href=\"/signs/numb/\">numbness\u003c/a>.\u003c/p>\n"},
    "tendon":{"causes":["cause:tendinopathy"],"kind":"outcome","level":"routine","seekCareIf":"\u003cp>It gets worse. See \u003ca href=\"/signs/numb/\">numbness\u003c/a>.\u003c/p>\n","stretches":["stretch:heel-drops"]},
    "tendon-check":{"answers":[{"flag":"rf-snap","id":"snap","label":"You felt a snap at the heel","next":"today"}],"ask":"Did this happen?","kind":"any-of","none":{"id":"none","label":"No","next":"how-long"},
    "stage":"red-flag"},
    "this-week":{"kind":"outcome","level":"soon","seekCareIf":"\u003cp>It gets worse. See \u003ca href=\"/signs/numb/\">numbness\u003c/a>.\u003c/p>\n"},
    "today":{"kind":"outcome","level":"urgent"},
    "where":{"answers":[{"id":"outside","label":"The outer side","next":"outer"},{"id":"back","label":"The back","next":"tendon-check"},{"id":"unsure","label":"I am not sure","next":"see-someone"}],"ask":"Where does it hurt most?","kind":"one-of","picture":"foot-map","stage":"narrowing"}},
    "review":{"status":"pending"},
    "start":"emergency","title":"Check your ankle pain","version":"1.2.0"}
    """#

  private static let toBack = "emergency.none > age.adult > same-day.none > where.back"
  private static let stages = "red-flag > gate > red-flag > narrowing > red-flag"

  /// Its paths.
  static let paths = """
    # ankle 1.2.0
    answers\tstages\toutcome\tlevel
    emergency.bone\tred-flag\tgo-now\temergency
    emergency.blue\tred-flag\tgo-now\temergency
    emergency.none > age.adult > same-day.weight\tred-flag > gate > red-flag\ttoday\turgent
    emergency.none > age.adult > same-day.numb\tred-flag > gate > red-flag\tthis-week\tsoon
    \(toBack) > tendon-check.snap\t\(stages)\ttoday\turgent
    \(toBack) > tendon-check.none > how-long.long\t\(stages) > narrowing\ttendon\troutine
    \(toBack) > tendon-check.none > how-long.short\t\(stages) > narrowing\trest\tself-care
    \(toBack) > tendon-check.none > how-long.unsure\t\(stages) > narrowing\ttendon\troutine
    emergency.none > age.adult > same-day.none > where.outside\tred-flag > gate > red-flag > narrowing\touter\troutine
    emergency.none > age.adult > same-day.none > where.unsure\tred-flag > gate > red-flag > narrowing\tsee-someone\tsoon
    emergency.none > age.child\tred-flag > gate\tchild\turgent

    """
}
