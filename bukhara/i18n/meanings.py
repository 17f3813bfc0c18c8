"""What the marks and terms on pages mean, in one sentence or two: listed on Method, on hover elsewhere."""

from bukhara.i18n.codes import N_

MARKS: dict[str, str] = {
    "in_place": N_(
        "A state body said so, or a document shows it. What was in place before the Declaration is counted "
        "separately from what came after it."
    ),
    "under_way": N_("A draft, a part, or the step of one body."),
    "planned": N_("Announced; no step reported yet."),
    "challenge": N_("The state named a challenge. This counts as an answer, never as zero."),
    "continuing": N_("For activities that have no end: activity was reported."),
    "mentioned": N_(
        "No status, but bodies of the state said something about the theme. In counts it is part of “no information”."
    ),
    "last_reported": N_("The last annual event that was reported; its year has ended."),
    "ended": N_("It was in place for a stated period, and that period has ended."),
    "not_asked": N_(
        "The source says nothing and nobody asked. It makes the range wider. It is neither an answer nor a refusal."
    ),
}
TERMS: dict[str, str] = {
    "contested": N_("A state objects, two sources differ, or a coding is open. All versions are shown."),
    "round": N_("A set of questions in which all states are asked the same on known dates."),
    "reading": N_("Statuses from a published report; nobody was asked."),
}
