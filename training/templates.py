"""Sentences of postings and resumes with gaps, written for this project: what stands in a gap keeps its place."""

from __future__ import annotations

DEEDS = (
    "You will {} together with a small team.",
    "Ability to {} under time pressure",
    "We expect you to {} and to document what you did",
    "Responsible for {} and reporting to the head of department",
    "In this role you {} every day.",
    "The successful candidate can {} without supervision.",
    "Help our customers and {}",
    "You like to {}, and you are good at it.",
    "Duties include the following: {}; other tasks as assigned",
    "Was asked to {} for three sites in two countries",
    "Your job is to {} from the first day on",
    "must be able to {}",
    "You know how to {} and can show it with examples from your last position",
    "Two years of practice; can {} and {}",
    "Every week you {}, {} and train new colleagues.",
    "Main tasks: {} / {} / keep the records up to date",
)
"""Gaps for phrases that begin with a verb ("manage musical staff")."""

THINGS = (
    "Good knowledge of {} is a plus.",
    "At least three years of experience with {}",
    "{} (required)",
    "Degree in a related field or equal experience in {}",
    "Proven experience in {}, ideally in a large company",
    "Nice to have: {}",
    "You are familiar with {} and eager to learn more.",
    "We work with {} and release twice a week.",
    "Built the reporting of the sales team with {}",
    "Solid understanding of {} and of how it is used in practice",
    "Skills: {}, {}",
    "Strong background in {} or {}; a certificate is welcome",
    "Hands-on with {}, {} and similar tools",
    "Courses attended: {}, {}",
    "Deep interest in {}",
    "our stack is {} on top of {}",
)
"""Gaps for names of knowledge and tools ("Haskell", "contract law")."""
