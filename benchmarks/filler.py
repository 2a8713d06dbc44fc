"""Unrelated true text: what a person may tell of a life outside work. No sentence tells a skill, a trade or a year.

Written for the `fit` suite: a score that such words move is moved by length.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

SENTENCES = (
    "The cherry tree behind our house blossoms in the second week of April.",
    "My younger brother lives three streets away, and we have supper together on Sundays.",
    "We once took the night train to the sea and woke up beside the dunes.",
    "On rainy evenings I like to sit by the window with a cup of tea.",
    "The neighbor's cat comes by every morning and sleeps on our steps.",
    "In spring the lane smells of lilac, and in autumn of wet leaves.",
    "My grandmother kept a tin of buttons that all of us played with.",
    "We walked along the river until it was dark and the first stars were out.",
    "My favorite record is an old one with a scratch in the third song.",
    "The snow stayed until March that winter, and the pond was frozen for weeks.",
    "Our kitchen is yellow because the children chose the color.",
    "My uncle tells the same two stories at each wedding, and everybody laughs.",
    "I have a soft spot for lighthouses and have seen eleven of them.",
    "The bench under the oak is where my parents met.",
    "Last summer we slept in a tent, and a hedgehog ate our bread.",
    "I like the hour before sunrise, when the street is still quiet.",
    "The roses did well this year, the tomatoes less so.",
    "My daughter collects stones and gives each of them a name.",
    "There is always a jigsaw on the small table in our living room.",
    "We visit the same village in the hills each August.",
    "I grew up in a house with a green door and a creaking stair.",
    "My oldest friend and I still send each other postcards.",
    "The moon was so bright that the birds began to sing at midnight.",
    "On birthdays we have lemon cake, as my mother did.",
    "The dog is called Biscuit and is afraid of balloons.",
    "We heard the owls in the wood and stood still for a long time.",
    "I lost my hat on the ferry, and a gull sat down beside it.",
    "The old radio in the cellar still plays if you hit it gently.",
    "My cousins came from far away, and the house was full of noise.",
    "Every December we hang paper stars in the windows.",
    "I am fond of long novels in which very little happens.",
    "The bakery on the corner closes early, so we hurry on Fridays.",
    "A heron stands by the pond on most mornings.",
    "We missed the last bus and walked home under an enormous sky.",
    "My son wants to be taller than the door by next summer.",
    "The wind took our umbrella over the bridge and into the water.",
    "I prefer mountains to beaches and autumn to spring.",
    "The blue blanket has been in the family for as long as I remember.",
    "We have a swing in the yard, and the grown-ups use it too.",
    "On clear days one sees the islands from our hill.",
    "My aunt sings in the morning, and the whole house wakes up.",
    "The plums were ripe in one night, and we ate them under the tree.",
    "Thunder frightens me less than it used to.",
    "There was fog on the lake, and the ducks came out of it one by one.",
    "We kept the wooden train of my childhood, and it still has all its wheels.",
    "I like to sleep with the window open, even when it is cold.",
    "The carnival comes to our town in February, with drums and paper hats.",
    "Our first apartment had a balcony as large as a towel.",
    "My father whistles when he is happy and hums when he is not.",
    "We watched the swallows leave and knew that summer was over.",
    "The clock in the hall is ten minutes slow, and nobody minds.",
    "I remember the smell of my grandfather's coat: smoke and peppermint.",
    "In July the children stay out until the lamps are lit.",
    "The cat and the dog share one basket when it rains.",
    "We picked blackberries along the old railway and came home purple.",
    "My sister has freckles in summer and none in winter.",
    "There is a small shop with used books that I can never pass.",
    "The ice on the puddles cracked under our boots all the way to school.",
    "We played cards by candlelight when the power was out.",
    "The evening light in September is the best of the whole year.",
)


def filler(characters: int, start: int = 0, sentences: Sequence[str] = SENTENCES) -> str:
    """Sentences from the one numbered `start` on, around again where they end, `characters` long or up to a word
    less."""
    text = ""
    for sentence in cycle(
        [*islice(cycle(sentences), start % len(sentences), start % len(sentences) + len(sentences))]
    ):
        if len(text) > characters:
            break
        text = f"{text} {sentence}" if text else sentence
    cut = text[: max(0, characters)]
    return cut if len(text) <= characters or text[len(cut) : len(cut) + 1] == " " else cut.rpartition(" ")[0]


def padded(
    text: str, length: int, start: int = 0, sentences: Sequence[str] = SENTENCES, heading: str = ""
) -> str:
    """The text with a last section or paragraph of unrelated words, `length` characters in all where it is shorter."""
    room = length - len(text) - len(_joint(heading))
    words = filler(room, start, sentences) if room > 0 else ""
    return f"{text.rstrip()}{_joint(heading)}{words}\n" if words else text


def _joint(heading: str) -> str:
    return f"\n\n{heading}\n" if heading else "\n\n"
